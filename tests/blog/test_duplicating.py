"""“Duplicate as new”: a post that begins as another one did."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail_localize.models import TranslationSource

from blog.models import BlogPage
from home.models import StandardPage
from tests.factories.blog import make_category
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(home: Any, picture: Any) -> BlogPage:
    return make_page(
        BlogPage,
        home,
        title="Zomer",
        slug="zomer",
        date=datetime.date(2025, 6, 1),
        reading_time=7,
        seo_title="Zomer in de praktijk",
        search_description="Over de zomer.",
        category=make_category("Adem"),
        hero_image=picture,
        hero_alt="Doek",
        expire_at=timezone.now() + datetime.timedelta(days=3),
        body=[("text", {"heading": "Warm", "prose": "<p>Warm.</p>"})],
    )


def duplicate(client: Client, post: BlogPage, title: str = "Zomer") -> BlogPage:
    answer = client.post(f"/admin/pages/{post.pk}/duplicate/", {"title": title})
    copy = BlogPage.objects.order_by("pk").last()
    assert answer.url == f"/admin/pages/{copy.pk}/edit/"
    return copy


def test_the_copy_is_a_draft_that_begins_anew(post, practitioner_client, client: Client):
    copy = duplicate(practitioner_client, post)
    draft = copy.get_latest_revision_as_object()
    for version in (copy, draft):
        assert not version.live
        assert version.title == "Zomer"
        assert version.slug == "zomer-1"
        assert version.date is version.reading_time is version.expire_at is None
        assert version.seo_title == version.search_description == ""
        assert version.category_id == post.category_id
        assert version.hero_alt == "Doek"
        assert version.body[0].value["heading"] == "Warm"
    assert client.get("/blog/zomer-1/").status_code == 404
    draft.save_revision().publish()
    copy.refresh_from_db()
    assert copy.date == timezone.localdate()
    post.refresh_from_db()
    assert post.date == datetime.date(2025, 6, 1)


def test_the_copy_holds_what_she_is_writing_now(post, practitioner_client):
    post.introduction = "Nog niet gepubliceerd."
    post.save_revision()
    copy = duplicate(practitioner_client, BlogPage.objects.get(pk=post.pk), "Najaar")
    draft = copy.get_latest_revision_as_object()
    assert draft.introduction == "Nog niet gepubliceerd."
    assert draft.title == copy.draft_title == "Najaar"
    assert draft.slug == "najaar"


def test_english_is_not_carried_along(post, en, published, practitioner_client):
    english = translate_to(en, post, published)
    copy = duplicate(practitioner_client, BlogPage.objects.get(pk=post.pk))
    assert not copy.has_translation(en)
    assert not TranslationSource.objects.filter(object_id=copy.translation_key).exists()
    published(copy.get_latest_revision_as_object().save_revision().publish)
    assert not copy.has_translation(en)
    english.refresh_from_db()
    assert english.live
    assert practitioner_client.get(f"/admin/pages/{english.pk}/duplicate/").status_code == 302


def test_only_posts_and_only_for_who_may_add_them(post, home, practitioner_client, client: Client):
    page = make_page(StandardPage, home)
    assert practitioner_client.get(f"/admin/pages/{page.pk}/duplicate/").status_code == 404
    assert client.get(f"/admin/pages/{post.pk}/duplicate/").status_code == 302
    assert BlogPage.objects.count() == 1


def test_a_copy_needs_a_title(post, practitioner_client):
    url = f"/admin/pages/{post.pk}/duplicate/"
    shown = BeautifulSoup(practitioner_client.get(url).content, "html.parser")
    assert shown.select_one("input[name=title]")["value"] == "Zomer"
    assert practitioner_client.post(url, {"title": " "}).status_code == 200
    assert BlogPage.objects.count() == 1


def test_the_menus_of_a_post_offer_it_in_the_place_of_copying(post, home, practitioner_client):
    page = make_page(StandardPage, home)
    index = post.get_parent()
    for path in (f"/admin/pages/{post.pk}/edit/", f"/admin/pages/{index.pk}/"):
        html = practitioner_client.get(path).content.decode()
        assert f"/admin/pages/{post.pk}/duplicate/" in html
        assert f"/admin/pages/{post.pk}/copy/" not in html
    html = practitioner_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f"/admin/pages/{page.pk}/copy/" in html
    assert "/duplicate/" not in html
