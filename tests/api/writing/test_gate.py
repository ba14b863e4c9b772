"""Wagtail's own API: who may write by it, and that what is written stays true in both languages."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import APIToken, Page, PageViewRestriction, Site
from wagtail_localize.models import Translation

from api.models import ApiToken, Scope
from api.writing import gate
from blog.models import BlogPage
from contact.models import ContactPage
from core.models import CustomImage
from home.models import StandardPage
from tests.api.writing.writer import API, Writer
from tests.factories.tokens import bearer, make_token
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from translations.models import ClaimWord

pytestmark = pytest.mark.django_db


def text(prose: str) -> list[dict[str, Any]]:
    return [{"type": "text", "value": {"heading": "", "prose": f"<p>{prose}</p>"}}]


def routes() -> list[str]:
    return sorted({str(pattern.pattern) for pattern in gate.urls()[0]})


@pytest.mark.parametrize("route", routes())
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_nobody_comes_in_without_a_token_that_writes(
    route: str, method: str, home: Any, admin_client: Client
) -> None:
    superuser = get_user_model().objects.get(username="beheer")
    _token, theirs = APIToken.create_token(user=superuser, name="Wagtail's own")
    reading = make_token(Scope.READ_DRAFTS, Scope.READ_PRIVATE)
    path = API + "/".join("1" if part.startswith("<") else part for part in route.split("/"))
    for client, headers, status in (
        (Client(), {}, 401),
        (admin_client, {}, 401),
        (Client(), bearer(theirs), 401),
        (Client(), bearer(reading), 403),
    ):
        answer = client.generic(method, path, headers=headers)
        assert answer.status_code == status
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["WWW-Authenticate"].startswith("Bearer ")
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_token_that_is_over_writes_nothing(writer: Writer, home: Any) -> None:
    page = make_page(StandardPage, home, title="Rust")
    ApiToken.objects.get().revoke()
    assert writer.change(page, "publish", title="Anders").status_code == 401
    assert StandardPage.objects.get(pk=page.pk).title == "Rust"


def test_a_page_is_made_and_published_in_dutch(writer: Writer, home: Any, client: Client) -> None:
    answer = writer.create(home, title="Rust", body=text("Alles wordt stil."), action="publish")
    assert answer.status_code == 201, answer.content
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert not answer.cookies
    html = client.get("/rust/").content.decode()
    assert "Alles wordt stil." in html
    page = StandardPage.objects.get(slug="rust")
    assert page.owner.username == "praktijk"
    assert page.latest_revision.user.username == "praktijk"


def test_a_draft_stays_a_draft(writer: Writer, home: Any, client: Client) -> None:
    page = make_page(StandardPage, home, title="Rust")
    assert writer.change(page, title="Stilte").status_code == 200
    assert "Stilte" not in client.get(page.url).content.decode()
    shown = writer.ask("GET", f"pages/{page.pk}/?version=draft").json()
    assert shown["title"] == "Stilte"
    assert writer.act(page, "publish").status_code == 200
    assert "Stilte" in client.get(page.url).content.decode()


def test_a_published_change_of_the_dutch_puts_no_dutch_on_the_live_english(
    writer: Writer, home: Any, en: Any, published: Any, client: Client
) -> None:
    page = make_page(StandardPage, home, title="Rust", introduction="Wie ik ben.")
    english = translate_to(en, page, published)
    answer = published(
        writer.change,
        page,
        "publish",
        introduction="Wie ik nu ben.",
        body=text("Een nieuwe alinea."),
    )
    assert answer.status_code == 200, answer.content
    dutch = client.get(page.url).content.decode()
    assert "Wie ik nu ben." in dutch
    html = client.get(english.url).content.decode()
    assert "EN Wie ik ben." in html
    assert "Wie ik nu ben." not in html
    assert "Een nieuwe alinea." not in html
    assert translation_into(en, page).live_segments.filter(status="changed").exists()


@pytest.mark.parametrize("action", ["publish", "revert"])
def test_english_is_not_written_past_the_translation_editor(
    action: str, writer: Writer, home: Any, en: Any, published: Any
) -> None:
    page = make_page(StandardPage, home, title="Rust")
    english = translate_to(en, page, published)
    translation = translation_into(en, page)
    segment = translation.source.stringsegment_set.get(context__path="title")
    write_text(translation, segment, "Rest, guaranteed to cure")
    for answer in (
        writer.change(english, title="Rust"),
        writer.change(english, "publish", title="Rust"),
        writer.act(english, action, revision_id=english.latest_revision_id),
    ):
        assert answer.status_code == 409
        assert "translation editor" in answer.json()["detail"]
    english.refresh_from_db()
    assert english.title == "EN Rust"
    assert english.get_latest_revision_as_object().title == "EN Rust"


def test_no_page_is_made_in_english(writer: Writer, home: Any, en: Any, published: Any) -> None:
    english = translate_to(en, home, published)
    answer = writer.create(english, title="Rust", action="publish")
    assert answer.status_code == 403
    assert not StandardPage.objects.exists()


@pytest.mark.parametrize("action", ["draft", "publish"])
def test_words_that_promise_a_cure_do_not_go_live_unseen(
    action: str, writer: Writer, home: Any, client: Client
) -> None:
    ClaimWord.objects.create(word="geneest", language="nl")
    page = make_page(StandardPage, home, title="Rust")
    if action == "publish":
        answer = writer.change(page, "publish", introduction="Dit geneest alles.")
    else:
        assert writer.change(page, introduction="Dit geneest alles.").status_code == 200
        answer = writer.act(page, "publish")
    assert answer.status_code == 409
    assert "Dit geneest alles." in answer.json()["detail"]
    assert "geneest" not in client.get(page.url).content.decode()
    page.refresh_from_db()  # refused, a request leaves nothing behind
    is_kept = "geneest" in page.get_latest_revision_as_object().introduction
    assert is_kept == (action == "draft")

    answer = writer.create(home, title="Nieuw", introduction="Dit geneest.", action="publish")
    assert answer.status_code == 409
    assert not StandardPage.objects.filter(title="Nieuw").exists()


def test_a_picture_goes_live_with_its_description(
    writer: Writer, home: Any, picture: CustomImage
) -> None:
    post = make_page(BlogPage, home)
    answer = writer.change(post, "publish", hero_image_id=picture.pk)
    assert answer.status_code in (409, 422)
    answer = writer.change(post, "publish", hero_image_id=picture.pk, hero_alt="Een doek")
    assert answer.status_code == 200, answer.content
    answer = writer.change(post, "publish", hero_alt="")
    assert answer.status_code == 409
    assert BlogPage.objects.get(pk=post.pk).hero_alt == "Een doek"


def test_dutch_is_not_taken_from_under_its_live_english(
    writer: Writer, home: Any, en: Any, published: Any
) -> None:
    page = make_page(StandardPage, home)
    english = translate_to(en, page, published)
    answer = writer.act(page, "unpublish")
    assert answer.status_code == 409
    assert Page.objects.get(pk=page.pk).live
    assert writer.act(home, "unpublish", recursive=True).status_code == 409
    assert writer.act(english, "unpublish").status_code == 200
    assert writer.act(page, "unpublish").status_code == 200
    assert not Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("DELETE", "pages/{page}/", None),
        ("DELETE", "pages/{page}/actions/delete/", None),
        ("POST", "pages/{page}/actions/move/", {"destination_id": "{home}"}),
        ("POST", "pages/{page}/actions/copy/", {}),
        ("POST", "pages/{page}/actions/create_alias/", {"destination_id": "{english}"}),
        ("POST", "pages/{page}/actions/convert_alias/", {}),
        ("POST", "pages/{page}/actions/copy_for_translation/", {"locale": "en"}),
        ("POST", "sites/", {}),
        ("GET", "images/", None),
        ("GET", "documents/", None),
        ("POST", "redirects/", {}),
        ("POST", "snippets/blog.Category/", {}),
    ],
)
def test_what_nobody_can_be_asked_about_is_not_done(
    method: str, path: str, body: Any, home: Any, en: Any, published: Any
) -> None:
    superuser = get_user_model().objects.create_superuser("beheer", "b@example.com", "x" * 16)
    english = translate_to(en, home, published)
    page = make_page(StandardPage, home)
    places = {"page": page.pk, "home": home.pk, "english": english.pk}
    if body:
        body = {key: value.format(**places) for key, value in body.items()}
    before = Page.objects.count(), Site.objects.count()
    answer = Writer(superuser).ask(method, path.format(**places), body)
    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("This is not done by a program here.")
    assert (Page.objects.count(), Site.objects.count()) == before


def test_a_token_may_do_what_its_user_may(home: Any) -> None:
    outsider = get_user_model().objects.create_user("x", "x@example.com", "x" * 16)
    page = make_page(StandardPage, home, title="Rust")
    assert Writer(outsider).change(page, "publish", title="Anders").status_code == 403
    assert Writer(outsider).ask("GET", "pages/").json()["items"] == []
    assert StandardPage.objects.get(pk=page.pk).title == "Rust"
    editor = get_user_model().objects.create_user("y", "y@example.com", "x" * 16)
    editor.groups.add(Group.objects.get(name="Editors"))  # may write, not publish
    assert Writer(editor).change(page, title="Anders").status_code == 200
    assert Writer(editor).change(page, "publish", title="Weer").status_code == 403
    assert StandardPage.objects.get(pk=page.pk).title == "Rust"


def test_what_is_no_page_or_no_json_is_a_problem(writer: Writer, home: Any) -> None:
    page = make_page(StandardPage, home)
    assert writer.ask("PATCH", "pages/999999/", {"title": "x"}).status_code == 404
    assert writer.ask("PATCH", "pages/none/", {"title": "x"}).status_code in (404, 422)
    answer = writer.client.patch(
        f"{API}pages/{page.pk}/", "{", content_type="application/json", headers=writer.headers
    )
    assert answer.status_code in (400, 422)
    assert writer.change(page, "publish", title="").status_code in (409, 422)


def test_the_fields_of_a_type_can_be_written(writer: Writer) -> None:
    schema = writer.ask("GET", "schema/treatments.TreatmentPage/").json()
    assert {"title", "body", "price", "introduction", "hero_image_id"} <= set(
        schema["patch"]["properties"]
    )
    assert writer.ask("GET", "openapi.json").status_code == 200


def test_messages_and_users_are_not_there(writer: Writer, home: Any) -> None:
    make_page(ContactPage, home)
    answer = writer.ask("GET", "openapi.json").json()
    assert not [path for path in answer["paths"] if "message" in path or "user" in path]
    assert Translation.objects.count() == PageViewRestriction.objects.count() == 0
