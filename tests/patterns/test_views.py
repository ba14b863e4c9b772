"""The pattern page, as a developer gets it."""

import importlib
import sys

import pytest
from django.test import Client

from blog.models import BlogPage
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def test_production_does_not_know_it(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "for-this-test-only-0123456789-abcdef")
    monkeypatch.delitem(sys.modules, "config.settings.production", raising=False)
    production = importlib.import_module("config.settings.production")
    assert "core" in production.INSTALLED_APPS
    assert "patterns" not in production.INSTALLED_APPS


@pytest.mark.parametrize(
    ("path", "language", "word"),
    [("/patterns/", "nl", "zenuwstelsel"), ("/en/patterns/", "en", "neurophysiological")],
)
def test_the_path_chooses_the_language_of_page_and_content(path, language, word, client: Client):
    html = client.get(f"{path}?content=long").content.decode()
    assert f'<html lang="{language}"' in html
    assert word in html


def test_switches_keep_the_pattern_and_the_length(client: Client):
    html = client.get("/patterns/quote/?content=long").content.decode()
    assert 'href="/en/patterns/quote/?content=long"' in html
    assert 'href="?content=short"' in html


def test_a_block_has_an_address_of_its_own_and_says_where_it_is_made(client: Client):
    html = client.get("/patterns/quote/").content.decode()
    assert html.count('class="pattern"') == 1
    for text in ("QuoteBlock", "core/blocks/quote.html", "css/blocks/quote.css"):
        assert text in html


def test_a_whole_page_is_the_one_that_visitors_get(client: Client):
    html = client.get("/patterns/posts-page-9-of-17/").content.decode()
    assert 'class="pattern"' not in html
    assert html.count('class="post-card"') == 12
    assert 'class="pagination"' in html


def test_search_engines_keep_it_out(client: Client):
    assert client.get("/patterns/").headers["X-Robots-Tag"] == "noindex"
    assert client.get("/patterns/home/").headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("path", ["/patterns/nothing/", "/patterns/?content=endless"])
def test_an_unknown_pattern_or_length_is_not_found(path, client: Client):
    assert client.get(path).status_code == 404


def test_nothing_is_kept(client: Client, home):
    client.get("/patterns/?content=long")
    client.get("/patterns/treatments-9/")
    assert not TreatmentPage.objects.exists()
    assert not BlogPage.objects.exists()


def test_no_page_may_have_its_address(home, practitioner_client: Client):
    """Where it is installed it would hide the page."""
    data = {"title": "Patterns", "slug": "patterns", "body-count": "0"}
    answer = practitioner_client.post(
        f"/admin/pages/add/home/standardpage/{home.pk}/", data | {"comments-TOTAL_FORMS": "0"}
    )
    assert "/patterns/" in answer.context["form"].errors["slug"][0]
