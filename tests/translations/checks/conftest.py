"""A Dutch page with English, and the list of words that promise a cure."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.models import Translation

from home.models import HomePage, StandardPage
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from translations.models import ClaimWord


@pytest.fixture
def dutch(home: HomePage) -> StandardPage:
    return make_page(
        StandardPage,
        home,
        title="Over mij",
        slug="over-mij",
        introduction="Wie ik ben.",
        seo_title="",
    )


@pytest.fixture
def english(dutch: StandardPage, en: Locale, published: Callable) -> StandardPage:
    return translate_to(en, dutch, published)


@pytest.fixture
def translation(dutch: StandardPage, english: StandardPage, en: Locale) -> Translation:
    return translation_into(en, dutch)


@pytest.fixture
def words(db: None) -> None:
    ClaimWord.objects.create(language="nl", word="geneest", gentler="kan ruimte geven")
    ClaimWord.objects.create(language="nl", word="lost op", gentler="kan verzachten")
    ClaimWord.objects.create(language="en", word="cures", gentler="can give room")


@pytest.fixture
def publish_dutch(dutch: StandardPage) -> Callable:
    """Publishes the Dutch page with other texts, as code does."""

    def publish(**fields: Any) -> None:
        for name, value in fields.items():
            setattr(dutch, name, value)
        dutch.save_revision().publish()

    return publish


@pytest.fixture
def write(dutch: StandardPage, translation: Translation) -> Callable:
    """Writes the English of a Dutch text in the translation editor."""

    def write_english(dutch_text: str, english_text: str, **fields: str) -> None:
        segment = translation.source.stringsegment_set.get(string__data=dutch_text)
        write_text(translation, segment, english_text, **fields)

    return write_english


@pytest.fixture
def type_and_publish(practitioner_client: Client) -> Callable:
    """Opens a page in the page editor, types other texts and presses “publish”."""

    def post(page: Any, **fields: str) -> Any:
        url = f"/admin/pages/{page.pk}/edit/"
        html = practitioner_client.get(url).content.decode()
        data = querydict_from_html(html, form_id="page-edit-form").dict()
        return practitioner_client.post(
            url, data | {"body-count": "0"} | fields | {"action-publish": "1"}
        )

    return post


@pytest.fixture
def form_of() -> Callable[[Any], dict[str, str]]:
    """The fields of the question, filled in: every box ticked, a reason in every line."""

    def read(response: Any) -> dict[str, str]:
        soup = BeautifulSoup(response.content, "html.parser")
        filled = {}
        for field in soup.select("[data-pair] input, [data-claim] input"):
            filled[str(field["name"])] = "on" if field["type"] == "checkbox" else "Mijn reden"
        return filled

    return read


@pytest.fixture
def problems_in() -> Callable[[Any], str]:
    """What the question shows, as text."""

    def read(response: Any) -> str:
        soup = BeautifulSoup(response.content, "html.parser")
        found = soup.select("[data-pair], [data-claim]")
        return " ".join(problem.get_text(" ", strip=True) for problem in found)

    return read


@pytest.fixture
def told() -> Callable[[Any], str]:
    """What the messages at the top of an admin page say."""

    def read(response: Any) -> str:
        soup = BeautifulSoup(response.content, "html.parser")
        return " ".join(item.get_text(" ", strip=True) for item in soup.select(".messages li"))

    return read
