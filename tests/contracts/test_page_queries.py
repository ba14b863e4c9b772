"""Every public page and its document in the API have a ceiling of queries, and more content does not raise it."""

from typing import Any

import pytest
from django.test import Client

from api.documents import page_types
from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from home.models import HomePage, StandardPage
from tests.contracts import test_api_queries as api
from tests.contracts.test_queries import fill, queries
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db

# What each takes today, in the language that takes more.
CEILINGS = {
    HomePage: 22,
    StandardPage: 18,
    TreatmentIndexPage: 17,
    TreatmentPage: 23,
    BlogIndexPage: 20,
    BlogPage: 29,
    ContactPage: 15,
}
API_CEILING = 15  # also of the first answer after content has changed


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
    few = {each.url: queries(client, each.url) for each in both}
    few_of_documents = {address: api.queries(client, address) for address in documents}
    fill(model, home, page, picture, linked, times=10)
    translate_to(en, model.objects.get(pk=page.pk), published)
    for url, before in few.items():
        many = queries(client, url)
        assert len(before) <= CEILINGS[model], "\n".join(before)
        assert len(many) == len(before), "\n".join(set(many) - set(before))
    for address, before in few_of_documents.items():
        api.compare(address, before, api.queries(client, address), API_CEILING)
