"""The admin's previews on a front end, and the draft that the front end is given for it."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from wagtail.models import Site, get_page_models
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.operations import translate_object

from api.front_end import delete_expired_previews
from api.models import PreviewSnapshot
from contact.models import ContactPage
from core.models import BasePage
from home.models import StandardPage
from publishing.models import DraftLink
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

FRONT_END = "https://front.example.nl/preview"
TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]


@pytest.fixture(autouse=True)
def _front_end(settings: Any) -> None:
    settings.HEADLESS_PREVIEW_URLS = {"": FRONT_END}


def token_in(answer: Any, front_end: str = FRONT_END) -> str:
    """The token of the address that a preview leads to."""
    assert answer.status_code == 302, answer.content
    assert answer.headers["Location"].startswith(front_end)
    return parse_qs(urlsplit(answer.headers["Location"]).query)["token"][0]


def draft_with(token: str, client: Client | None = None) -> Any:
    return (client or Client()).get("/api/v1/preview", {"token": token})


def shape_of(value: Any) -> Any:
    """The names in a document, without what stands there."""
    if isinstance(value, dict):
        return {name: shape_of(each) for name, each in value.items()}
    return [shape_of(each) for each in value] if isinstance(value, list) else None


def view_draft(client: Client, page: Any) -> Any:
    return client.get(f"/admin/pages/{page.pk}/view_draft/")


@pytest.mark.parametrize("model", TYPES)
def test_the_draft_of_any_page_opens_on_the_front_end(
    model: Any, home: Any, practitioner_client: Client
) -> None:
    page = make_page(model, home)
    page.title = "Nog niet af"
    page.save_revision()
    answer = draft_with(token_in(view_draft(practitioner_client, page)))
    assert answer.status_code == 200
    assert answer.json()["id"] == page.pk
    assert answer.json()["type"] == model._meta.label
    assert answer.json()["title"] == "Nog niet af"
    live = Client().get(f"/api/v1/pages/{page.pk}").json()
    assert shape_of(answer.json()) == shape_of(live)
    assert model.objects.get(pk=page.pk).title != "Nog niet af"


def test_what_the_editor_has_not_saved_is_previewed(home: Any, practitioner_client: Client) -> None:
    page = make_page(StandardPage, home, title="Over mij")
    edit = practitioner_client.get(f"/admin/pages/{page.pk}/edit/")
    data = querydict_from_html(edit.content.decode(), form_id="page-edit-form").dict()
    data |= {"title": "Pas getypt", "body-count": "0"}
    address = f"/admin/pages/{page.pk}/edit/preview/"
    assert practitioner_client.post(address, data).json()["is_valid"]
    for query in ({}, {"in_preview_panel": "true"}):
        answer = practitioner_client.get(address, query)
        assert draft_with(token_in(answer)).json()["title"] == "Pas getypt"
    assert not page.revisions.filter(content__title="Pas getypt").exists()


def test_the_next_look_is_what_the_token_opens(home: Any, practitioner_client: Client) -> None:
    page = make_page(StandardPage, home)
    first = token_in(view_draft(practitioner_client, page))
    page.title = "Later"
    page.save_revision()
    second = token_in(view_draft(practitioner_client, page))
    assert PreviewSnapshot.objects.count() == 1
    assert draft_with(first).json() == draft_with(second).json()
    assert draft_with(first).json()["title"] == "Later"


def test_two_people_do_not_see_what_the_other_types(
    home: Any, practitioner_client: Client, admin_client: Client
) -> None:
    page = make_page(StandardPage, home)
    tokens = {token_in(view_draft(client, page)) for client in (practitioner_client, admin_client)}
    assert len(tokens) == PreviewSnapshot.objects.count() == 2


def test_a_preview_is_over_when_its_editor_may_log_in_no_more(
    home: Any, practitioner_client: Client
) -> None:
    token = token_in(view_draft(practitioner_client, make_page(StandardPage, home)))
    assert draft_with(token).status_code == 200
    get_user_model().objects.update(is_active=False)
    assert draft_with(token).status_code == 410


def test_the_draft_is_for_this_reader_alone(home: Any, practitioner_client: Client) -> None:
    redirect = view_draft(practitioner_client, make_page(StandardPage, home))
    assert redirect.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in redirect.headers["Cache-Control"]
    for client in (Client(), practitioner_client):
        answer = draft_with(token_in(redirect), client)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_english_is_previewed_as_publishing_it_would_make_it(
    home: Any, en: Any, published: Any, practitioner_client: Client
) -> None:
    page = make_page(StandardPage, home, title="Rust")
    english = translate_to(en, page, published)
    translation = translation_into(en, page)
    segment = translation.source.stringsegment_set.get(context__path="title")
    write_text(translation, segment, "Rest")
    answer = practitioner_client.get(f"/admin/localize/translate/{translation.pk}/preview/")
    draft = draft_with(token_in(answer)).json()
    assert (draft["id"], draft["locale"], draft["title"]) == (english.pk, "en", "Rest")
    english.refresh_from_db()
    assert english.title == "EN Rust"


def test_an_english_draft_holds_no_dutch(
    home: Any, en: Any, published: Any, practitioner_client: Client
) -> None:
    translate_to(en, home, published)
    text = [("text", {"heading": "", "prose": "<p>Alles wordt stil.</p>"})]
    page = make_page(StandardPage, home, title="Rust", body=text)
    published(translate_object, page, [en])
    translation = translation_into(en, page)
    answer = practitioner_client.get(f"/admin/localize/translate/{translation.pk}/preview/")
    body = draft_with(token_in(answer)).content.decode()
    assert "Alles wordt stil." not in body


def test_a_preview_is_over_after_an_hour(home: Any, practitioner_client: Client) -> None:
    token = token_in(view_draft(practitioner_client, make_page(StandardPage, home)))
    assert draft_with(token).status_code == 200
    PreviewSnapshot.objects.update(previewed_at=timezone.now() - timedelta(hours=1))
    answer = draft_with(token)
    assert answer.status_code == 410
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_an_old_token_does_not_live_on_with_newer_previews(
    home: Any, practitioner_client: Client, monkeypatch: Any
) -> None:
    page = make_page(StandardPage, home)
    token = token_in(view_draft(practitioner_client, page))
    hour = timezone.now().timestamp() + 3601
    monkeypatch.setattr("django.core.signing.time.time", lambda: hour)
    assert PreviewSnapshot.objects.working().exists()
    assert draft_with(token).status_code == 410


def test_the_database_opens_nothing(home: Any, practitioner_client: Client) -> None:
    token = token_in(view_draft(practitioner_client, make_page(StandardPage, home)))
    key = str(PreviewSnapshot.objects.get().key)
    for other in (key, f"{key}.x", token[:-1], token + "x", "x" * 150, "é"):
        answer = draft_with(other)
        assert answer.status_code == 404, other
    assert Client().get("/api/v1/preview").status_code == 422
    assert draft_with("x" * 300).status_code == 422


def test_what_is_over_is_deleted(home: Any, practitioner_client: Client) -> None:
    view_draft(practitioner_client, make_page(StandardPage, home))
    assert delete_expired_previews() == 0
    assert delete_expired_previews(timezone.now() + timedelta(hours=1)) == 1


def test_a_page_takes_its_previews_along(home: Any, practitioner_client: Client) -> None:
    page = make_page(StandardPage, home)
    token = token_in(view_draft(practitioner_client, page))
    page.delete()
    assert draft_with(token).status_code == 410


def test_each_site_has_a_front_end_of_its_own(
    home: Any, practitioner_client: Client, settings: Any
) -> None:
    page = make_page(StandardPage, home)
    settings.HEADLESS_PREVIEW_URLS = {"testserver": "https://a.nl/?draft=1", "": FRONT_END}
    answer = view_draft(practitioner_client, page)
    assert answer.headers["Location"].startswith("https://a.nl/?draft=1&token=")
    Site.objects.update(hostname="www.example.nl")
    Site.clear_site_root_paths_cache()
    token_in(view_draft(practitioner_client, page))
    settings.HEADLESS_PREVIEW_URLS = {"elders.nl": FRONT_END}
    assert view_draft(practitioner_client, page).status_code == 200


def test_without_a_front_end_the_page_itself_is_previewed(
    home: Any, practitioner_client: Client, settings: Any
) -> None:
    settings.HEADLESS_PREVIEW_URLS = {}
    page = make_page(StandardPage, home)
    page.title = "Nog niet af"
    page.save_revision()
    answer = view_draft(practitioner_client, page)
    assert answer.status_code == 200
    assert "Nog niet af" in answer.content.decode()
    assert not PreviewSnapshot.objects.exists()


def test_a_page_that_was_never_kept_is_previewed_by_itself(
    home: Any, practitioner_client: Client
) -> None:
    add = f"/admin/pages/add/home/standardpage/{home.pk}/"
    data = querydict_from_html(
        practitioner_client.get(add).content.decode(), form_id="page-edit-form"
    ).dict()
    data |= {"title": "Heel nieuw", "body-count": "0"}
    assert practitioner_client.post(add + "preview/", data).json()["is_available"]
    answer = practitioner_client.get(add + "preview/")
    assert answer.status_code == 200
    assert "Heel nieuw" in answer.content.decode()


def test_other_ways_to_look_stay_on_the_site(home: Any, practitioner_client: Client) -> None:
    contact = make_page(ContactPage, home)
    other_modes = [mode for mode, _label in contact.preview_modes][1:]
    assert other_modes
    for mode in other_modes:
        address = f"/admin/pages/{contact.pk}/view_draft/?mode={mode}"
        assert practitioner_client.get(address).status_code == 200
    page = make_page(StandardPage, home)
    link = DraftLink.make(page, days=1, user=None)
    assert Client().get(link.url).status_code == 200


def test_only_who_may_edit_makes_a_preview(home: Any, client: Client) -> None:
    page = make_page(StandardPage, home)
    outsider = Client()
    outsider.force_login(get_user_model().objects.create_user("x", "x@example.com", "x" * 16))
    for visitor in (client, outsider):
        assert "/login/" in view_draft(visitor, page).headers["Location"]
    assert not PreviewSnapshot.objects.exists()
