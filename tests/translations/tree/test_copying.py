"""A copied Dutch page is a page of its own; an English page is not copied."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from home.models import HomePage, StandardPage
from tests.factories.translations import translate_to

pytestmark = pytest.mark.django_db


def copy(client: Client, page: Page, parent: Page, **data: Any) -> Any:
    form = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": parent.pk}
    return client.post(f"/admin/pages/{page.pk}/copy/", form | data, follow=True)


def publish(client: Client, page: Page, published: Any) -> None:
    published(
        client.post,
        f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/pages/",
        {"next": "/admin/pages/"},
    )


@pytest.mark.parametrize("options", [{}, {"publish_copies": "on"}, {"alias": "on"}])
def test_a_copy_has_no_english(
    home, dutch, english, en, practitioner_client, published, options, client: Client
):
    pages, translations = Page.objects.count(), Translation.objects.count()
    published(copy, practitioner_client, dutch, home, **options)
    copied = Page.objects.get(slug="kopie")
    assert copied.alias_of is None
    assert copied.translation_key != dutch.translation_key
    assert not copied.get_translations().exists()
    assert Page.objects.count() == pages + 1
    assert Translation.objects.count() == translations
    assert not TranslationSource.objects.filter(object_id=copied.translation_key).exists()


def test_copied_pages_below_have_no_english_either(
    home, dutch, english, dutch_below, english_below, practitioner_client, titles_below
):
    copy(practitioner_client, dutch, home, copy_subpages="on", publish_copies="on")
    below = Page.objects.get(slug="kopie").get_children().get()
    assert below.translation_key != dutch_below.translation_key
    assert not below.get_translations().exists()
    assert titles_below(english) == [english_below.title]


def test_publishing_the_copy_leaves_the_english_of_the_original(
    home, dutch, english, practitioner_client, published, client: Client
):
    html = client.get(english.url).content
    copy(practitioner_client, dutch, home)
    copied = StandardPage.objects.get(slug="kopie")
    copied.introduction = "Iets heel anders."
    copied.save_revision()
    publish(practitioner_client, copied, published)
    assert "Iets heel anders." in client.get(copied.url or "/kopie/").content.decode()
    english.refresh_from_db()
    assert english.live
    assert "Iets heel anders" not in client.get(english.url).content.decode()
    assert client.get(english.url).content == html


def test_unpublishing_and_deleting_the_copy_leave_it_too(
    home, dutch, english, practitioner_client, asked, client: Client
):
    copy(practitioner_client, dutch, home, publish_copies="on")
    copied = Page.objects.get(slug="kopie")
    for action in ("unpublish", "delete"):
        url = f"/admin/pages/{copied.pk}/{action}/"
        assert asked(practitioner_client.get(url)) == []
        practitioner_client.post(url)
        assert client.get(english.url).status_code == 200
    assert not Page.objects.filter(slug="kopie").exists()


def test_an_english_page_is_not_copied_and_it_says_what_to_do(
    dutch, english, practitioner_client, told
):
    pages = Page.objects.count()
    form = practitioner_client.get(f"/admin/pages/{english.pk}/copy/", follow=True)
    assert dutch.title in told(form)
    response = copy(practitioner_client, english, english.get_parent())
    assert dutch.title in told(response)
    assert Page.objects.count() == pages


@pytest.mark.parametrize("options", [{}, {"alias": "on"}, {"publish_copies": "on"}])
def test_english_is_not_copied_below_dutch(home, english, practitioner_client, options):
    pages = Page.objects.count()
    copy(practitioner_client, english, home, **options)
    assert Page.objects.count() == pages


@pytest.mark.parametrize("options", [{}, {"alias": "on"}, {"publish_copies": "on"}])
def test_dutch_is_not_copied_below_english(
    home, dutch, english, practitioner_client, admin_client, options
):
    pages = Page.objects.count()
    for client in (practitioner_client, admin_client):
        response = copy(client, dutch, english.get_parent(), **options)
        assert response.status_code == 200
        assert 'value="Kopie"' in response.content.decode(), "what she typed is kept"
    assert Page.objects.count() == pages


def test_an_english_page_without_dutch_is_not_copied_either(
    dutch, english, practitioner_client, told
):
    practitioner_client.post(f"/admin/pages/{dutch.pk}/delete/", {"english": "keep"})
    pages = Page.objects.count()
    response = copy(practitioner_client, english, english.get_parent())
    assert english.title in told(response)
    assert Page.objects.count() == pages


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("copy_for_translation", {"locale": "en", "alias": True}),
        ("create_alias", {}),
        ("copy", {}),
        ("unpublish", {}),
        ("delete", {}),
    ],
)
def test_the_admin_api_is_no_way_around(
    home: HomePage, dutch, en, published, admin_client, action, data
):
    translate_to(en, home, published)
    before = list(Page.objects.order_by("pk").values_list("pk", "live"))
    response = admin_client.post(
        f"/admin/api/main/pages/{dutch.pk}/action/{action}/", data, content_type="application/json"
    )
    assert response.status_code == 404
    assert list(Page.objects.order_by("pk").values_list("pk", "live")) == before
