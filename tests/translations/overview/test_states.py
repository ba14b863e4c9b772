"""Where each page stands in English, and what it costs to know."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories.translations import translate_to, translation_into
from tests.factories.tree import make_page
from translations.overview.states import State, pages_with_states

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/translation-states/"


@pytest.fixture
def dutch(home: Any) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", introduction="Wie ik ben.")


def state_of(page: Page, locale: Locale) -> Any:
    return pages_with_states(locale).filter(pk=page.pk).first()


def test_a_live_page_without_english_is_missing(dutch, en):
    assert state_of(dutch, en).translation_state == State.MISSING


def test_a_page_that_is_not_live_in_dutch_is_not_asked_for(dutch, en):
    dutch.unpublish()
    assert state_of(dutch, en) is None


def test_a_translation_that_is_not_live_is_a_draft(dutch, home, en, published):
    translate_to(en, home, published)
    published(translate_object, StandardPage.objects.get(pk=dutch.pk), [en])
    assert state_of(dutch, en).translation_state == State.DRAFT


def test_a_live_translation_is_complete_until_the_dutch_changes(dutch, en, published):
    translate_to(en, dutch, published)
    assert state_of(dutch, en).translation_state == State.COMPLETE
    dutch.introduction, dutch.search_description = "Wie ik nu ben.", "Over mijn werk."
    dutch.save_revision().publish()
    page = state_of(dutch, en)
    assert page.translation_state == State.BEHIND
    assert page.texts_behind == 2
    assert (timezone.now() - page.behind_since).total_seconds() < 60
    assert not page.is_pending


def test_a_publication_that_did_not_reach_english_shows_as_behind(dutch, en, published):
    translate_to(en, dutch, published)
    StandardPage.objects.filter(pk=dutch.pk).update(last_published_at=timezone.now())
    page = state_of(dutch, en)
    assert page.translation_state == State.BEHIND
    assert page.is_pending


def report(client: Client, query: str = "") -> str:
    response = client.get(REPORT + query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_site_in_one_language_has_an_empty_report(dutch, practitioner_client):
    assert "Over mij" not in report(practitioner_client)


def test_the_report_leads_to_what_is_to_be_done(dutch, home, en, published, practitioner_client):
    other = make_page(StandardPage, home, title="Privacy", slug="privacy")
    translate_to(en, dutch, published)
    dutch.introduction = "Wie ik nu ben."
    dutch.save_revision().publish()
    html = report(practitioner_client)
    translation = translation_into(en, dutch)
    assert f'href="/admin/translations/{translation.pk}/review/"' in html
    assert f'href="/admin/localize/submit/page/{other.pk}/?select_locale=en"' in html
    only_behind = report(practitioner_client, "?state=behind&language=en")
    assert "Over mij" in only_behind
    assert "Privacy" not in only_behind


@pytest.mark.parametrize(
    "ordering", ["title", "-last_published_at", "translation_state", "nonsense"]
)
def test_the_report_can_be_sorted(ordering, dutch, en, published, practitioner_client):
    translate_to(en, dutch, published)
    assert "Over mij" in report(practitioner_client, f"?ordering={ordering}")


def test_what_has_been_behind_longest_comes_first(dutch, home, en, published, practitioner_client):
    make_page(StandardPage, home, title="Aaa", slug="aaa")
    last = make_page(StandardPage, home, title="Zzz", slug="zzz", introduction="Zo.")
    translate_to(en, last, published)
    last.introduction = "Zo dan."
    last.save_revision().publish()
    html = report(practitioner_client)
    assert html.index("Zzz") < html.index("Aaa")


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_report_can_be_taken_along(file_format, dutch, en, published, practitioner_client):
    translate_to(en, dutch, published)
    response = practitioner_client.get(f"{REPORT}?export={file_format}")
    assert response.status_code == 200
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if file_format == "csv":
        assert "Over mij" in content.decode()
        assert "complete" in content.decode()


def test_the_old_report_leads_to_this_one(practitioner_client, en):
    response = practitioner_client.get("/admin/localize/reports/translations/")
    assert response.url == REPORT


def test_the_home_panel_counts_and_names_what_is_behind(dutch, en, published, practitioner_client):
    translate_to(en, dutch, published)
    dutch.introduction = "Wie ik nu ben."
    dutch.save_revision().publish()
    html = practitioner_client.get("/admin/").content.decode()
    assert 'data-total="behind"' in html
    assert f"/admin/translations/{translation_into(en, dutch).pk}/review/" in html


def test_the_explorer_has_the_state_as_a_column(dutch, home, en, published, practitioner_client):
    english = translate_to(en, dutch, published)
    dutch.introduction = "Wie ik nu ben."
    dutch.save_revision().publish()
    for parent in (dutch.get_parent(), english.get_parent()):
        html = practitioner_client.get(f"/admin/pages/{parent.pk}/").content.decode()
        assert html.count('data-state="behind"') == 1


def test_the_editor_has_the_state_in_a_side_panel(dutch, en, published, practitioner_client):
    translate_to(en, dutch, published)
    html = practitioner_client.get(f"/admin/pages/{dutch.pk}/edit/").content.decode()
    assert 'class="translation-side-panel"' in html
    assert 'data-state="complete"' in html


@pytest.mark.parametrize("kind", ["listing", "header"])
def test_a_page_offers_to_be_translated_once_and_never_to_be_synchronised(
    kind, dutch, home, en, published, practitioner_client
):
    shown_at = home if kind == "listing" else dutch
    submit = f"/admin/localize/submit/page/{dutch.pk}/"
    html = practitioner_client.get(f"/admin/pages/{shown_at.pk}/").content.decode()
    assert submit in html.replace("?select_locale=en", "?")
    translate_to(en, dutch, published)
    html = practitioner_client.get(f"/admin/pages/{shown_at.pk}/").content.decode()
    assert submit not in html
    assert "/admin/localize/update/" not in html


# What it costs

# Of these, five are the session, the user and the permissions.
QUERIES_OF_REPORT = 19


def queries(client: Client, url: str) -> int:
    client.get(url)  # fills caches of content types and locales
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def make_pages(home: Page, en: Locale, number: int) -> None:
    """Live pages in two languages, each with a translation source; written in bulk."""
    english_home = home.get_translation(en)
    for parent, locale in ((home, home.locale), (english_home, en)):
        parent.refresh_from_db()
        first = parent.numchild
        keys = make_pages.keys if parent is english_home else [uuid4() for _ in range(number)]
        make_pages.keys = keys
        # Page has parents in the database of its own, so that bulk_create is for Page rows only.
        Page.objects.bulk_create(
            Page(
                title=f"Pagina {index}",
                draft_title=f"Pagina {index}",
                slug=f"pagina-{index}",
                path=Page._get_path(parent.path, parent.depth + 1, first + index + 1),
                depth=parent.depth + 1,
                url_path=f"{parent.url_path}pagina-{index}/",
                locale=locale,
                translation_key=key,
                content_type_id=parent.content_type_id,
                live=True,
                last_published_at=timezone.now(),
            )
            for index, key in enumerate(keys)
        )
        Page.objects.filter(pk=parent.pk).update(numchild=first + number)


def test_the_explorer_asks_the_same_for_ten_times_the_pages(
    home, en, published, practitioner_client
):
    translate_to(en, home, published)
    url = f"/admin/pages/{home.pk}/"
    for number in range(3):
        make_page(StandardPage, home, title=f"Pagina {number}", slug=f"pagina-{number}")
    few = queries(practitioner_client, url)
    for number in range(3, 30):
        make_page(StandardPage, home, title=f"Pagina {number}", slug=f"pagina-{number}")
    assert queries(practitioner_client, url) == few


def test_the_report_asks_the_same_at_2000_pages_in_two_languages(
    home, en, published, practitioner_client
):
    make_page(StandardPage, home, title="Over mij")
    translate_to(en, home, published)
    make_pages(home, en, 20)
    few = queries(practitioner_client, REPORT)
    make_pages(home, en, 1980)
    assert Page.objects.filter(locale=en).count() > 2000
    many = queries(practitioner_client, REPORT)
    assert few == many == QUERIES_OF_REPORT
    assert TranslationSource.objects.count() == 1
