"""Drafts for who has a token that reads them."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from api.documents import document_of, page_types
from api.drafts import draft_numbered
from api.models import Scope
from api.problems import ProblemError
from home.models import HomePage, StandardPage
from tests.factories.tokens import bearer, make_token
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import PARENTS, make_page

pytestmark = pytest.mark.django_db


def request_with(*scopes: Scope) -> Any:
    headers = bearer(make_token(*scopes)) if scopes else {}
    return RequestFactory().get("/api/v1/pages/1", headers=headers)


@pytest.mark.parametrize("is_live", [True, False])
def test_the_newest_draft_is_a_document_like_the_published_page(is_live: bool, home: Any) -> None:
    page = make_page(StandardPage, home, title="Rust", introduction="Wie ik ben.")
    published = document_of(page, request_with())
    if not is_live:
        page.unpublish()
    page = StandardPage.objects.get(pk=page.pk)
    page.title = "Nog niet af"
    page.save_revision()
    request = request_with(Scope.READ_DRAFTS)
    draft = document_of(draft_numbered(page.pk, request), request)
    assert draft["title"] == "Nog niet af"
    assert draft.keys() == published.keys()


@pytest.mark.parametrize("model", [model for model in page_types() if model is not HomePage])
def test_a_page_that_never_was_published_is_read_as_little_as_it_says(
    model: Any, home: Any, client: Client
) -> None:
    above = PARENTS.get(model)
    page = model(title="Net begonnen", slug="net-begonnen", live=False, locale=home.locale)
    (make_page(above, home) if above else home).add_child(instance=page)
    page.save_revision()
    answer = client.get(
        f"/api/v1/pages/{page.pk}?draft=true", headers=bearer(make_token(Scope.READ_DRAFTS))
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["title"] == "Net begonnen"
    assert answer.json()["first_published_at"] is None


def test_an_english_draft_is_what_publishing_it_would_make(
    home: Any, en: Any, published: Any
) -> None:
    page = make_page(StandardPage, home, title="Rust")
    english = translate_to(en, page, published)
    translation = translation_into(en, page)
    segment = translation.source.stringsegment_set.get(context__path="title")
    write_text(translation, segment, "Rest")
    draft = draft_numbered(english.pk, request_with(Scope.READ_DRAFTS))
    assert (draft.title, draft.pk) == ("Rest", english.pk)


@pytest.mark.parametrize(
    ("scopes", "status"), [((), 401), ((Scope.READ_PRIVATE, Scope.WRITE_CONTENT), 403)]
)
def test_no_other_token_reads_drafts(scopes: Any, status: int, home: Any) -> None:
    page = make_page(StandardPage, home)
    with pytest.raises(ProblemError) as refused:
        draft_numbered(page.pk, request_with(*scopes))
    assert refused.value.status == status


def test_what_is_no_page_of_the_site_is_not_there(home: Any, root: Any) -> None:
    for pk in (root.pk, 999_999):
        with pytest.raises(ProblemError) as refused:
            draft_numbered(pk, request_with(Scope.READ_DRAFTS))
        assert refused.value.status == 404


def test_the_draft_of_a_private_page_is_read_too(home: Any) -> None:
    page = make_page(StandardPage, home, title="Rust")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert draft_numbered(page.pk, request_with(Scope.READ_DRAFTS)).title == "Rust"


def test_a_page_is_asked_for_as_a_draft_by_its_number(home: Any, client: Client) -> None:
    page = make_page(StandardPage, home, title="Rust")
    page.title = "Nog niet af"
    page.save_revision()
    address = f"/api/v1/pages/{page.pk}"
    token = bearer(make_token(Scope.READ_DRAFTS))
    answer = client.get(f"{address}?draft=true", headers=token)
    assert answer.json()["title"] == "Nog niet af"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert client.get(address, headers=token).json()["title"] == "Rust"
    assert client.get(f"{address}?draft=true").status_code == 401
    assert client.get(f"{address}?draft=true&locale=en", headers=token).status_code == 422
