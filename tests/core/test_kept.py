"""What is written once for all pages of a language: seen at once after a change, and never a draft of it."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from contact.models import ContactPage
from core import remembered
from core.models import PracticeSettings
from tests.factories.practice import make_words
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def test_a_new_telephone_number_is_at_the_foot_of_every_page_at_once(home, client: Client):
    practice = PracticeSettings.for_site(Site.objects.get())
    for number in ("+31 6 11 11 11 11", "+31 6 22 22 22 22"):
        practice.telephone = number
        practice.save()
        assert number in client.get("/").content.decode()


def test_a_preview_of_the_words_leaves_the_pages_of_visitors_alone(home, nl, client: Client):
    words = make_words(nl, hours_note="Op afspraak")
    words.hours_note = "Nog niet af"
    request = RequestFactory().get("/")
    assert "Nog niet af" in words.make_preview_request(request).content.decode()
    html = client.get("/").content.decode()
    assert "Op afspraak" in html
    assert "Nog niet af" not in html


def test_each_language_has_its_own_words_at_the_foot(home, nl, en, client: Client):
    make_words(nl, hours_note="Op afspraak")
    make_words(en, hours_note="By appointment")
    for _again in range(2):
        assert "Op afspraak" in client.get("/niets/").content.decode()
        assert "By appointment" in client.get("/en/nothing/").content.decode()


def test_the_way_to_get_in_touch_follows_the_contact_page(home, client: Client):
    contact = make_page(ContactPage, home)
    assert f'<a class="button" href="{contact.url}">' in client.get("/").content.decode()
    contact.slug = "schrijf-me"
    contact.save()
    assert '<a class="button" href="/schrijf-me/">' in client.get("/").content.decode()


def test_a_flood_of_addresses_does_not_make_pages_slow_for_good(home, client: Client, monkeypatch):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get("/")
        return len(seen)

    monkeypatch.setattr(remembered, "MOST", 30)
    queries()
    before = queries()
    remembered.forget()
    for port in range(20):
        client.get("/", headers={"host": f"testserver:{9000 + port}"})
    for _time in range(2):
        queries()
    assert queries() == before
