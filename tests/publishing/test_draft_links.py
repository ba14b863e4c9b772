"""A draft, shared for a while with a reader outside."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import get_page_models
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail_localize.operations import translate_object

from blog.models import BlogPage
from contact.models import ContactPage
from core.models import BasePage
from home.models import StandardPage
from publishing import draft_purge
from publishing.models import DraftLink
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]


def draft_of(page: Any, **fields: Any) -> Any:
    """Saves these fields as a draft, as the editor does."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    return page


def text(words: str) -> Any:
    return [("text", {"heading": "", "prose": f"<p>{words}</p>"})]


def description(html: str) -> str:
    found = BeautifulSoup(html, "html.parser").select_one("meta[name=description]")
    return found["content"] if found else ""


def share(client: Client, page: Any, days: int = 7) -> str:
    """Makes a link in the admin; returns the address that it shows."""
    answer = client.post(f"/admin/pages/{page.pk}/share-draft/", {"days": days}, follow=True)
    shown = BeautifulSoup(answer.content, "html.parser")
    return shown.select_one("input[readonly]")["value"].removeprefix("http://testserver")


@pytest.fixture(autouse=True)
def _address(settings: Any) -> None:
    settings.SITE_URL = "http://testserver"


@pytest.mark.parametrize("model", TYPES)
def test_a_reader_sees_the_newest_draft_of_any_page(
    model: Any, home: Any, practitioner_client: Client, client: Client
) -> None:
    page = make_page(model, home)
    address = share(practitioner_client, page)
    draft_of(page, title="Nog niet af")
    answer = client.get(address)
    assert answer.status_code == 200
    assert "Nog niet af" in answer.content.decode()
    assert "Nog niet af" not in client.get(page.url).content.decode()


def test_a_page_that_was_never_published_can_be_read(
    home: Any, practitioner_client: Client, client: Client
) -> None:
    index = make_page(BlogPage, home).get_parent()
    post = index.add_child(instance=BlogPage(title="Eerste woorden", live=False))
    draft_of(post, introduction="Over stilte.")
    text = client.get(share(practitioner_client, post)).content.decode()
    assert "Eerste woorden" in text
    assert "Over stilte." in text


def test_the_answer_is_for_this_reader_alone(
    home: Any, practitioner_client: Client, client: Client
) -> None:
    address = share(practitioner_client, make_page(StandardPage, home))
    for reader in (client, practitioner_client):
        answer = reader.get(address)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        page = BeautifulSoup(answer.content, "html.parser")
        assert "Concept" in page.select_one(".draft-notice").text
        assert not page.select("wagtail-userbar")
    assert client.post(address).status_code == 405


def test_the_site_itself_has_no_notice(home: Any, client: Client) -> None:
    assert "draft-notice" not in client.get(home.url).content.decode()


def test_english_is_shown_as_publishing_it_would_make_it(
    home: Any, en: Any, published: Any, practitioner_client: Client, client: Client
) -> None:
    page = make_page(StandardPage, home, title="Rust", introduction="Alles wordt stil.")
    english = translate_to(en, page, published)
    segments = translation_into(en, page).source.stringsegment_set.select_related("context")
    write_text(
        translation_into(en, page),
        segments.get(context__path="introduction"),
        "All grows quiet.",
    )
    address = share(practitioner_client, english)
    assert address.startswith("/en/draft/")
    answer = client.get(address)
    shown = BeautifulSoup(answer.content, "html.parser")
    assert shown.html["lang"] == "en"
    assert "All grows quiet." in shown.main.text
    assert "Alles wordt stil." not in shown.main.text
    assert "Draft" in shown.select_one(".draft-notice").text
    assert "All grows quiet." not in client.get(english.url).content.decode()
    dutch = address.replace("/en/draft/", "/concept/")
    assert client.get(dutch).status_code == 404


def test_an_english_draft_shows_no_dutch(
    home: Any, en: Any, published: Any, practitioner_client: Client, client: Client
) -> None:
    translate_to(en, home, published)
    page = make_page(StandardPage, home, title="Rust", introduction="Alles wordt stil.")
    published(translate_object, page, [en])
    english = page.get_translation(en)
    assert not english.live
    answer = client.get(share(practitioner_client, english))
    assert answer.status_code == 200
    assert "Alles wordt stil." not in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "words"), [("/concept/", "niet meer gedeeld"), ("/en/draft/", "no longer shared")]
)
def test_what_is_over_says_so_in_the_language_of_its_address(
    address: str, words: str, home: Any, practitioner_client: Client, client: Client
) -> None:
    shared = share(practitioner_client, make_page(StandardPage, home))
    DraftLink.objects.update(expires_at=timezone.now())
    answer = client.get(shared.replace("/concept/", address))
    assert answer.status_code == 410
    assert words in answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_a_changed_address_is_not_found(
    home: Any, practitioner_client: Client, client: Client
) -> None:
    address = share(practitioner_client, make_page(StandardPage, home))
    link = DraftLink.objects.get()
    for token in (address[9:-2] + "/", f"{link.key}/", f"{link.key}.x/", "x/"):
        answer = client.get(f"/concept/{token}")
        assert answer.status_code == 404
        assert "Deze pagina is hier niet" in answer.content.decode()


def test_she_chooses_how_long_and_can_revoke(
    home: Any, practitioner_client: Client, client: Client
) -> None:
    page = make_page(StandardPage, home)
    address = share(practitioner_client, page, days=30)
    link = DraftLink.objects.get()
    assert link.expires_at - link.created_at == timedelta(days=30)
    assert client.get(address).status_code == 200
    practitioner_client.post(f"/admin/pages/{page.pk}/share-draft/", {"revoke": link.pk})
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("days", ["", "0", "3650", "x"])
def test_no_other_length_can_be_asked_for(
    days: str, home: Any, practitioner_client: Client
) -> None:
    page = make_page(StandardPage, home)
    answer = practitioner_client.post(f"/admin/pages/{page.pk}/share-draft/", {"days": days})
    assert answer.status_code == 200
    assert not DraftLink.objects.exists()


def test_only_who_may_edit_the_page_can_share_it(home: Any, client: Client) -> None:
    page = make_page(StandardPage, home)
    address = f"/admin/pages/{page.pk}/share-draft/"
    assert client.get(address).status_code == 302
    visitor = get_user_model().objects.create_user("kijker", password="a-long-passphrase")
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(visitor)
    for answer in (client.get(address), client.post(address, {"days": 7})):
        assert "share-draft" not in answer.content.decode()
        assert answer.status_code == 302  # back to the admin's home, with the refusal
    assert not DraftLink.objects.exists()


def test_a_link_of_another_page_cannot_be_revoked_here(
    home: Any, practitioner_client: Client
) -> None:
    page, other = make_page(StandardPage, home), make_page(StandardPage, home)
    share(practitioner_client, page)
    link = DraftLink.objects.get()
    practitioner_client.post(f"/admin/pages/{other.pk}/share-draft/", {"revoke": link.pk})
    assert DraftLink.objects.filter(pk=link.pk).exists()


def test_the_editor_and_the_list_lead_to_it(home: Any, practitioner_client: Client) -> None:
    page = make_page(StandardPage, home)
    for path in (f"/admin/pages/{page.pk}/edit/", f"/admin/pages/{home.pk}/"):
        shown = BeautifulSoup(practitioner_client.get(path).content, "html.parser")
        links = shown.select(f'a[href^="/admin/pages/{page.pk}/share-draft/"]')
        assert [link.text.strip() for link in links] == ["Concept delen"]


def test_the_address_is_not_in_the_database(home: Any, practitioner_client: Client) -> None:
    address = share(practitioner_client, make_page(StandardPage, home))
    signature = address.strip("/").rsplit(".", 1)[1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM publishing_draftlink")
        assert signature not in str(cursor.fetchall())


def test_expired_links_are_deleted_and_no_others(home: Any) -> None:
    page, now = make_page(StandardPage, home), timezone.now()
    kept = DraftLink.make(page, days=7, user=None)
    DraftLink.make(page, days=1, user=None)
    assert draft_purge.delete_expired_draft_links(now + timedelta(days=2)) == 1
    assert list(DraftLink.objects.all()) == [kept]


@pytest.mark.parametrize("slug", ["concept", "draft"])
def test_no_page_can_take_the_address_of_drafts(
    slug: str, home: Any, practitioner_client: Client
) -> None:
    data = {"title": "Rust", "slug": slug, "introduction": "", "body": streamfield([])}
    answer = practitioner_client.post(
        f"/admin/pages/add/home/standardpage/{home.pk}/",
        nested_form_data(data) | {"action-publish": "action-publish"},
    )
    assert answer.status_code == 200
    assert not StandardPage.objects.filter(slug=slug).exists()


def test_the_description_of_a_dutch_draft_is_that_of_its_text(
    home: Any, practitioner_client: Client, client: Client
) -> None:
    post = make_page(BlogPage, home, introduction="", body=text("Zoals het was."))
    draft_of(post, body=text("Zoals het wordt."))
    shown = client.get(share(practitioner_client, post)).content.decode()
    assert "Zoals het wordt." in description(shown)


def test_the_description_of_an_english_draft_is_never_dutch(
    home: Any, en: Any, published: Any, practitioner_client: Client, client: Client
) -> None:
    post = make_page(BlogPage, home, introduction="", body=text("Alles wordt stil."))
    english = translate_to(en, post, published)
    segments = translation_into(en, post).source.stringsegment_set.select_related("context")
    segment = next(one for one in segments if one.string.data == "Alles wordt stil.")
    write_text(translation_into(en, post), segment, "All grows quiet.")
    shown = client.get(share(practitioner_client, english)).content.decode()
    assert description(shown) == "All grows quiet."
    assert "Alles wordt stil." not in shown


def test_a_contact_page_that_is_shared_offers_no_form(
    home: Any, practitioner_client: Client, client: Client
) -> None:
    page = make_page(ContactPage, home)
    assert "<form" in client.get(page.url).content.decode()
    shown = client.get(share(practitioner_client, page)).content.decode()
    assert not BeautifulSoup(shown, "html.parser").main.select("form")
