"""Browsers can learn to ask the search themselves."""

import xml.etree.ElementTree as ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Site

from core.models import PracticeSettings
from seo.site_pictures.making import draw_pictures
from tests.factories.translations import translate_to

pytestmark = pytest.mark.django_db

XML = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(client: Client, path: str) -> ElementTree.Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/opensearchdescription+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314 (our own)


def test_each_language_describes_its_own_search(home, en, published, client: Client):
    translate_to(en, home, published)
    draw_pictures()
    for path, language, search in (
        ("/zoeken/opensearch.xml", "nl", "http://testserver/zoeken/?q={searchTerms}"),
        ("/en/search/opensearch.xml", "en", "http://testserver/en/search/?q={searchTerms}"),
    ):
        root = described(client, path)
        assert root.find(f"{XML}Language").text == language
        results, itself = root.findall(f"{XML}Url")
        assert (results.get("type"), results.get("template")) == ("text/html", search)
        assert itself.get("template") == f"http://testserver{path}"
        icon = root.find(f"{XML}Image").text
        assert icon.startswith("http://testserver/favicon.ico?v=")
        assert client.get(icon.removeprefix("http://testserver")).status_code == 200


def test_its_names_keep_to_their_lengths_and_are_escaped(home, client: Client):
    practice = PracticeSettings.for_site(Site.objects.get())
    practice.practice_name = "Praktijk voor <b>Adem</b> & Psoas " * 2
    practice.save()
    root = described(client, "/zoeken/opensearch.xml")
    assert len(root.find(f"{XML}ShortName").text) <= 16
    assert "<b>Adem</b> & Psoas" in root.find(f"{XML}Description").text
    assert len(root.find(f"{XML}Description").text) <= 1024


def test_a_language_without_a_site_has_none(home, client: Client):
    assert client.get("/en/search/opensearch.xml").status_code == 404
    assert client.post("/zoeken/opensearch.xml").status_code == 405


def test_the_head_of_a_page_leads_to_it(home, en, published, client: Client):
    english = translate_to(en, home, published)
    for url, description in (
        ("/", "/zoeken/opensearch.xml"),
        (english.url, "/en/search/opensearch.xml"),
    ):
        link = BeautifulSoup(client.get(url).content, "html.parser").select_one("link[rel=search]")
        assert link["href"] == description
        assert link["type"] == "application/opensearchdescription+xml"
        assert link["title"]
