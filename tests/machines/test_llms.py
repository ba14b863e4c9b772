"""What there is to read, for reading machines, per language."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from blog.models import BlogPage
from core.remembered import forget
from home.models import StandardPage
from tests.factories.practice import fill_practice
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def test_every_address_in_it_answers_with_markdown_in_its_language(
    home, en, published: Any, client: Client
):
    fill_practice(home, practice_name="Praktijk De Wit")
    for model in (StandardPage, TreatmentPage, BlogPage):
        translate_to(en, make_page(model, home, slug=model.__name__.lower()), published)
    make_page(StandardPage, home, title="Alleen hier", slug="alleen-hier")
    for address, language in (("/llms.txt", "nl"), ("/en/llms.txt", "en")):
        response = client.get(address)
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert response.headers["Content-Language"] == language
        text = response.content.decode()
        assert text.startswith("# Praktijk De Wit\n")
        assert text.count("\n# ") == 0
        links = re.findall(r"\]\(http://testserver([^)]*\.md)\)", text)
        assert len(links) == (7 if language == "nl" else 6)
        for link in links:
            answer = client.get(link)
            assert answer.headers["Content-Type"].startswith("text/markdown"), link
            assert answer.headers["Content-Language"] == language


def test_a_language_without_a_site_has_none(home, en, client: Client):
    assert client.get("/en/llms.txt").status_code == 404
    assert "/en/" not in client.get("/llms.txt").content.decode()


def test_drafts_are_not_in_it(home, client: Client):
    make_page(StandardPage, home, title="Nog niet af").unpublish()
    assert "Nog niet af" not in client.get("/llms.txt").content.decode()


def test_queries_do_not_grow_with_the_site(home, client: Client):
    def queries() -> int:
        Site.clear_site_root_paths_cache()
        forget()  # as the first request after a change
        with CaptureQueriesContext(connection) as captured:
            client.get("/llms.txt")
        return len(captured)

    def fill(start: int, end: int) -> None:
        for number in range(start, end):
            for model in (StandardPage, TreatmentPage, BlogPage):
                make_page(model, home, title=f"{model.__name__} {number}", slug=f"s-{number}")

    fill(0, 1)
    queries()
    few = queries()
    fill(1, 6)
    assert queries() == few
    assert few <= 20
