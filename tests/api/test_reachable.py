"""Below a home page that visitors do not find, no operation names what answers nowhere."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, PageViewRestriction, ReferenceIndex

from blog.models import BlogPage
from contact.models import ContactPage
from home.models import HomePage
from search.index import rebuild
from tests.factories.translations import translate_to
from tests.factories.tree import make_page


@pytest.fixture
def english(home: HomePage, en: Locale, published: Any, picture: Any) -> Any:
    """An English post with a picture that no Dutch page has, below a home page that was taken offline."""
    post = make_page(BlogPage, home, title="Adem", date=date(2026, 5, 2))
    english = translate_to(en, post, published)
    make_page(ContactPage, home)
    translate_to(en, ContactPage.objects.get(), published)
    english.hero_image = picture
    english.save()
    ReferenceIndex.create_or_update_for_object(english)
    rebuild()
    home.get_translation(en).specific.unpublish()
    return english


def items(client: Client, address: str) -> list[Any]:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.content
    return answer.json()["items"]


@pytest.mark.parametrize(
    "address",
    ["posts?locale=en", "post-lists?locale=en", "search?locale=en&q=adem", "images"],
)
def test_nothing_below_it_is_listed_until_it_is_back(
    address: str, english: Any, home: HomePage, en: Locale, client: Client
) -> None:
    assert client.get(f"/api/v1/pages/{english.pk}").status_code == 404
    assert items(client, address) == []
    home.get_translation(en).specific.save_revision().publish()
    assert items(client, address) != []


def test_dutch_posts_stand_in_for_those_below_it(
    english: Any, home: HomePage, client: Client
) -> None:
    (card,) = items(client, "posts?locale=en&fallback=nl")
    assert card["locale"] == "nl"
    (card,) = items(client, "posts?locale=nl&fallback=en")
    assert card["locale"] == "nl"
    BlogPage.objects.get(locale__language_code="nl").unpublish()
    assert items(client, "posts?locale=nl&fallback=en") == []


def test_the_list_of_pages_names_no_translation_below_it(english: Any, client: Client) -> None:
    (item,) = items(client, "pages?type=blog.BlogPage&fields=translations")
    assert [each["page"] for each in item["translations"]] == [None]


def test_no_form_is_described_below_it(english: Any, client: Client) -> None:
    pages = {page.locale.language_code: page for page in ContactPage.objects.all()}
    assert client.get(f"/api/v1/pages/{pages['nl'].pk}/form").status_code == 200
    assert client.get(f"/api/v1/pages/{pages['en'].pk}/form").status_code == 404


def test_a_page_with_a_password_below_it_asks_for_none(
    english: Any, home: HomePage, en: Locale, client: Client
) -> None:
    PageViewRestriction.objects.create(page=english, restriction_type="password", password="x")
    addresses = [f"/api/v1/pages/{english.pk}", f"/api/v1/pages/by-path?path={english.url}"]
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    home.get_translation(en).specific.save_revision().publish()
    assert [client.get(address).status_code for address in addresses] == [401, 401]
