"""The admin's screens have a ceiling of queries, and more content does not raise it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from core.models import CustomImage
from home.models import StandardPage
from tests.contracts.test_queries import sections
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

# What each takes today, with a little room for how Wagtail counts on either database.
EXPLORER_CEILING = 44
EDITOR_CEILING = 46
TRANSLATION_CEILING = 54
CHOOSER_CEILING = 14


def queries(client: Client, url: str) -> list[str]:
    client.get(url)  # what is looked up once a process
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def compare(client: Client, url: str, ceiling: int, grow: Callable[[], Any]) -> None:
    few = queries(client, url)
    grow()
    many = queries(client, url)
    assert len(few) <= ceiling, "\n".join(few)
    assert len(many) == len(few), "\n".join(sorted(set(many) - set(few)))


def test_the_explorer_does_not_ask_for_each_page(home, en, published, practitioner_client):
    def add(times: int) -> None:
        for number in range(times):
            page = make_page(StandardPage, home, slug=f"p-{times}-{number}")
            translate_to(en, page, published)

    add(3)
    url = reverse("wagtailadmin_explore", args=[home.pk])
    compare(practitioner_client, url, EXPLORER_CEILING, lambda: add(30))


def test_the_editor_does_not_ask_for_each_block(home, picture, practitioner_client):
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    linked = make_page(TreatmentPage, home)

    def fill(times: int) -> None:
        page.body = sections(TreatmentPage, picture, linked, times)
        page.save_revision().publish()

    fill(1)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    compare(practitioner_client, url, EDITOR_CEILING, lambda: fill(10))


def test_the_translation_editor_does_not_ask_for_each_text(
    home, en, picture, published, practitioner, practitioner_client
):
    linked = make_page(TreatmentPage, home)
    translate_to(en, linked, published)
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")

    def fill(times: int) -> None:
        page.body = sections(TreatmentPage, picture, linked, times)
        page.save_revision().publish()
        translate_to(en, page, published)
        StringTranslation.objects.update(last_translated_by=practitioner)

    fill(1)
    english = page.get_translation(en)
    url = reverse("wagtailadmin_pages:edit", args=[english.pk])
    compare(practitioner_client, url, TRANSLATION_CEILING, lambda: fill(10))


def test_the_chooser_of_pictures_does_not_ask_for_each(home, picture, practitioner_client):
    def add(times: int) -> None:
        CustomImage.objects.bulk_create(
            CustomImage(title=f"Beeld {number}", file=picture.file.name, width=8, height=8)
            for number in range(times)
        )

    add(2)
    url = reverse("wagtailimages_chooser:choose")
    compare(practitioner_client, url, CHOOSER_CEILING, lambda: add(200))
