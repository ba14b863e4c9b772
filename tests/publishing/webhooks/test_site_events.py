"""What webhooks are told of changes that are on more than one page."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, ReferenceIndex, Site

from core.models import CustomImage
from core.rendition_making import FOCUS, make_renditions
from home.models import HomePage
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.practice import fill_practice, make_words
from tests.factories.webhooks import WebhookFactory, forget_told, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def webhook(home: HomePage) -> Any:
    return WebhookFactory()


@pytest.fixture
def collection(db: None) -> Collection:
    return Collection.get_first_root_node().add_child(name="Besloten")


def changed() -> list[str]:
    return [event["data"]["changed"] for event in told("site.changed")]


def test_practice_details(home: HomePage) -> None:
    fill_practice(home, telephone="+31 6 00 00 00 00")

    assert "core.PracticeSettings" in changed()


def test_words_once_they_are_live(nl: Locale) -> None:
    words = make_words(nl, about="Met aandacht.")
    assert changed() == ["core.PracticeWords"]

    forget_told()
    words.about = "Nog een concept."
    words.save_revision()
    assert changed() == []


def test_topic_that_is_published() -> None:
    make_topic("Adem")

    assert changed() == ["blog.Topic"]


def test_category_that_is_withdrawn(webhook: Any) -> None:
    webhook.delete()
    category = make_category("Rust")
    WebhookFactory()
    category.unpublish()

    assert changed() == ["blog.Category"]


def test_category_that_is_deleted(webhook: Any) -> None:
    webhook.delete()
    category = make_category("Rust")
    WebhookFactory()
    category.delete()

    assert changed() == ["blog.Category"]


def test_english_of_a_category(en: Locale, webhook: Any) -> None:
    webhook.delete()
    category = make_category("Rust")
    WebhookFactory()
    translate_subject(category, en, "Calm")

    assert changed() == ["blog.Category"]


def test_redirect_site_and_picture(home: HomePage, picture: CustomImage) -> None:
    assert changed() == []  # a new picture is on no page yet

    Redirect.objects.create(old_path="/oud", redirect_link="/nieuw/")
    picture.title = "Een doek"
    picture.save()
    site = Site.objects.get(is_default_site=True)
    site.site_name = "Anders"
    site.save()

    assert changed() == ["wagtailredirects.Redirect", "core.CustomImage", "wagtailcore.Site"]


def test_picture_in_another_collection(picture: CustomImage, collection: Collection) -> None:
    picture.collection = collection
    picture.save()

    assert changed() == ["core.CustomImage"]


@pytest.mark.parametrize(
    ("kind", "label"), [("image", "core.CustomImage"), ("document", "wagtaildocs.Document")]
)
def test_files_that_are_put_in_another_collection_at_once(
    kind: str,
    label: str,
    picture: Any,
    recording: Any,
    collection: Collection,
    admin_client: Client,
) -> None:
    file = picture if kind == "image" else recording
    app, model = type(file)._meta.app_label, type(file)._meta.model_name
    address = reverse("wagtail_bulk_action", args=[app, model, "add_to_collection"])

    answer = admin_client.post(f"{address}?id={file.pk}", {"collection": collection.pk})

    assert answer.status_code == 302
    file.refresh_from_db()
    assert file.collection_id == collection.pk
    assert changed() == [label]


@pytest.mark.parametrize(("before", "after"), [("none", "login"), ("login", "none")])
def test_collection_that_becomes_private_or_public(
    before: str, after: str, collection: Collection, admin_client: Client
) -> None:
    if before == "login":  # which nobody is told of
        restriction = CollectionViewRestriction(collection=collection, restriction_type=before)
        CollectionViewRestriction.objects.bulk_create([restriction])
    address = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])

    admin_client.post(address, {"restriction_type": after})

    assert changed() == ["wagtailcore.CollectionViewRestriction"]


def test_collection_that_moves_below_another(collection: Collection, admin_client: Client) -> None:
    inside = Collection.get_first_root_node().add_child(name="Nieuw")
    assert changed() == []  # there is nothing in it yet
    address = reverse("wagtailadmin_collections:edit", args=[inside.pk])

    admin_client.post(address, {"name": "Nieuw", "parent": collection.pk})

    inside.refresh_from_db()
    assert inside.get_parent() == collection
    assert changed() == ["wagtailcore.Collection"]


def test_five_hundred_redirects_are_one_change() -> None:
    for number in range(500):
        Redirect.objects.create(old_path=f"/oud-{number}", redirect_link="/nieuw/")

    assert changed() == ["wagtailredirects.Redirect"]


def test_the_sizes_of_a_picture_are_there_once_a_page_shows_it(
    home: HomePage, picture: CustomImage
) -> None:
    make_renditions(picture)
    assert changed() == []

    home.share_image = picture
    home.save()
    ReferenceIndex.create_or_update_for_object(home)
    forget_told()
    picture.focal_point_x = picture.focal_point_y = 5
    picture.focal_point_width = picture.focal_point_height = 5
    CustomImage.objects.bulk_update([picture], FOCUS)
    make_renditions(picture)
    assert changed() == ["core.CustomImage"]
