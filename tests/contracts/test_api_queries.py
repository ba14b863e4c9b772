"""Every list of the API has a ceiling of queries, and more content does not raise it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPage
from contact.models import ContactPage
from core import remembered
from tests.contracts.test_queries import fill
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

# What each takes today, in the language that takes more; the first of all asks what content is.
CEILINGS = {
    "/pages?limit=100": 15,
    "/pages?fields=path": 15,
    "/site": 15,
    "/navigation": 15,
    "/posts?locale={}&limit=100": 15,
    "/search?locale={}&q=post": 15,
    "/redirects": 15,
    "/images?limit=100": 15,
}


def queries(client: Client, address: str) -> tuple[list[str], list[str]]:
    """Those of the first answer after content has changed, and of the next."""
    client.get(address)
    remembered.forget()
    both = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        assert response.status_code == 200, (address, response.content)
        both.append([query["sql"] for query in captured.captured_queries])
    return both[0], both[1]


def compare(
    address: str,
    few: tuple[list[str], list[str]],
    many: tuple[list[str], list[str]],
    ceiling: int,
) -> None:
    for before, after in zip(few, many, strict=True):
        assert len(before) <= ceiling, f"{address}: {len(before)}\n" + "\n".join(before)
        assert len(after) == len(before), f"{address}\n" + "\n".join(set(after) - set(before))


def test_queries_of_lists_do_not_grow(
    home: Any, en: Any, picture: Any, published: Any, client: Client
) -> None:
    linked = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    page = make_page(BlogPage, home, hero_image=picture, hero_alt="Doek", title="Post")
    make_page(ContactPage, home)
    fill(BlogPage, home, page, picture, linked, times=2)
    translate_to(en, BlogPage.objects.get(pk=page.pk), published)
    addresses = {
        f"/api/v1{path.format(language)}{'' if '?' in path else f'?locale={language}'}": ceiling
        for path, ceiling in CEILINGS.items()
        for language in ("nl", "en")
        if path != "/redirects"
    } | {"/api/v1/redirects": CEILINGS["/redirects"]}
    few = {address: queries(client, address) for address in addresses}
    fill(BlogPage, home, page, picture, linked, times=10)
    for address, before in few.items():
        compare(address, before, queries(client, address), addresses[address])
