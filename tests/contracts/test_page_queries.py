"""Every public page and its document in the API have a ceiling of queries, and more content does not raise it."""

from typing import Any

import pytest
from django.test import Client

from api.documents import page_types
from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from home.models import HomePage, StandardPage
from tests.contracts import test_api_queries as api
from tests.contracts.test_queries import fill
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db

# What each takes today, in the language that takes more: the first time after content has changed, and from then on.
CEILINGS = {
    HomePage: (13, 7),
    StandardPage: (10, 4),
    TreatmentIndexPage: (9, 3),
    TreatmentPage: (12, 6),
    BlogIndexPage: (12, 6),
    BlogPage: (21, 9),
    ContactPage: (9, 2),
}
API_CEILINGS = (15, 9)


@pytest.mark.parametrize("model", page_types())
def test_queries_stay_below_the_ceiling_and_do_not_grow(
    model: Any, home: Any, en: Any, picture: Any, published: Any, client: Client
) -> None:
    linked = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    page = make_page(model, home)
    translate_to(en, linked, published)
    fill(model, home, page, picture, linked, times=1)
    both = (page, translate_to(en, model.objects.get(pk=page.pk), published))
    documents = [
        form.format(each.pk, each.url)
        for each in both
        for form in ("/api/v1/pages/{0}", "/api/v1/pages/by-path?path={1}")
    ]
    few = {each.url: api.queries(client, each.url) for each in both}
    few_of_documents = {address: api.queries(client, address) for address in documents}
    fill(model, home, page, picture, linked, times=10)
    translate_to(en, model.objects.get(pk=page.pk), published)
    for url, before in few.items():
        compare(url, before, api.queries(client, url), CEILINGS[model])
    for address, before in few_of_documents.items():
        compare(address, before, api.queries(client, address), API_CEILINGS)


def compare(
    address: str,
    few: tuple[list[str], list[str]],
    many: tuple[list[str], list[str]],
    ceilings: tuple[int, int],
) -> None:
    for before, after, ceiling in zip(few, many, ceilings, strict=True):
        assert len(before) <= ceiling, f"{address}: {len(before)}\n" + "\n".join(before)
        assert len(after) == len(before), f"{address}\n" + "\n".join(set(after) - set(before))
