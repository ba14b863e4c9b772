"""Words that promise a cure are pointed out before Dutch goes live."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from home.models import StandardPage
from tests.factories.tree import make_page
from translations.checks.claims import claims_in, texts_of
from translations.models import ClaimWord, KeptClaim
from treatments.models import TreatmentPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("words")]


def found(text: str, language: str = "nl") -> list[tuple[str, str]]:
    return [(claim.word, claim.sentence) for claim in claims_in([text], language)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Rust. Deze massage geneest je rug! Echt.", "Deze massage geneest je rug!"),
        ("GENEEST alles", "GENEEST alles"),
        ("Dit <b>geneest</b> veel.<br>Echt", "Dit geneest veel."),
        ("Dit geneest&nbsp;veel", "Dit geneest veel"),
    ],
)
def test_a_word_is_found_with_its_whole_sentence(text, sentence):
    assert found(text) == [("geneest", sentence)]


@pytest.mark.parametrize("text", ["ongeneeslijk", "geneestt", "de behandeling", "cures", ""])
def test_other_words_are_not(text):
    assert found(text) == []


def test_words_of_another_language_do_not_count():
    assert found("It cures", "en") == [("cures", "It cures")]
    assert found("It geneest", "en") == []


def test_a_few_words_together_are_found_across_any_space():
    assert found("Wat het lost\u00a0 op") == [("lost op", "Wat het lost op")]


def test_an_accent_is_the_same_however_it_is_stored():
    ClaimWord.objects.create(language="nl", word="cre\u0308eert", gentler="")
    assert found("Dit cr\u00eb\u00ebert") == []
    assert found("Dit cr\u00ebeert rust") == [("cr\u00ebeert", "Dit cr\u00ebeert rust")]


def test_every_text_of_a_page_is_looked_at(home, picture):
    image = {"image": picture.pk, "alt_text": "alt geneest", "decorative": False}
    page = make_page(
        TreatmentPage,
        home,
        title="titel geneest",
        introduction="intro geneest",
        seo_title="seo geneest",
        search_description="zoek geneest",
        hero_alt="hero geneest",
        body=[
            {
                "type": "text",
                "id": "a",
                "value": {"heading": "kop geneest", "prose": "<p>proza geneest</p>"},
            },
            {
                "type": "captioned_image",
                "id": "b",
                "value": {"image": image, "caption": "bij geneest"},
            },
        ],
    )
    sentences = {claim.sentence for claim in claims_in(texts_of(page), "nl")}
    expected = ["titel", "intro", "seo", "zoek", "hero", "kop", "proza", "alt", "bij"]
    assert sentences == {f"{place} geneest" for place in expected}


# In the page editor


def test_publishing_waits_and_shows_the_word_its_sentence_and_a_gentler_wording(
    dutch, type_and_publish, practitioner_client, client: Client
):
    response = type_and_publish(dutch, introduction="Welkom. Dit geneest je rug.")
    assert response.status_code == 302
    question = practitioner_client.get(response.url)
    html = question.content.decode()
    assert "<mark>geneest</mark>" in html
    assert "Dit <mark>geneest</mark> je rug." in html
    assert "Welkom. Dit" not in html
    assert "kan ruimte geven" in html
    assert "geneest" not in client.get(dutch.url).content.decode()


def test_nothing_that_was_typed_is_lost(dutch, type_and_publish, practitioner_client):
    type_and_publish(dutch, introduction="Dit geneest je rug.", title="Nieuwe titel")
    dutch.refresh_from_db()
    assert dutch.live
    draft = dutch.get_latest_revision_as_object()
    assert (draft.title, draft.introduction) == ("Nieuwe titel", "Dit geneest je rug.")
    editor = practitioner_client.get(f"/admin/pages/{dutch.pk}/edit/").content.decode()
    assert "Dit geneest je rug." in editor


def test_a_text_without_such_words_is_published_at_once(dutch, type_and_publish):
    type_and_publish(dutch, introduction="Dit nodigt je rug uit.")
    dutch.refresh_from_db()
    assert dutch.introduction == "Dit nodigt je rug uit."


def test_with_a_reason_it_is_published_and_the_reason_kept(
    dutch, type_and_publish, practitioner_client, practitioner, form_of, client: Client
):
    url = type_and_publish(dutch, introduction="Dit geneest je rug.").url
    practitioner_client.post(url, form_of(practitioner_client.get(url)))
    assert "Dit geneest je rug." in client.get(dutch.url).content.decode()
    kept = KeptClaim.objects.get()
    assert (kept.page_id, kept.word, kept.sentence) == (dutch.pk, "geneest", "Dit geneest je rug.")
    assert (kept.reason, kept.user) == ("Mijn reden", practitioner)
    entry = PageLogEntry.objects.get(action="translations.keep_claim")
    assert entry.page_id == dutch.pk
    history = practitioner_client.get(f"/admin/pages/{dutch.pk}/history/").content.decode()
    assert "Mijn reden" in history
    assert "Dit geneest je rug." in history


def test_what_was_kept_is_not_asked_again_but_another_sentence_is(
    dutch, type_and_publish, practitioner_client, form_of
):
    url = type_and_publish(dutch, introduction="Dit geneest je rug.").url
    practitioner_client.post(url, form_of(practitioner_client.get(url)))
    type_and_publish(dutch, title="Nieuwe titel")
    dutch.refresh_from_db()
    assert dutch.title == "Nieuwe titel"
    type_and_publish(dutch, introduction="Dit geneest alles.")
    dutch.refresh_from_db()
    assert dutch.introduction == "Dit geneest je rug."


def test_without_a_reason_for_each_it_is_asked_again_and_the_other_reason_stays(
    dutch, type_and_publish, practitioner_client, form_of
):
    url = type_and_publish(dutch, introduction="Dit geneest. Ook lost op.").url
    answers = form_of(practitioner_client.get(url))
    assert len(answers) == 2
    first, second = answers
    response = practitioner_client.post(url, {first: "Een goede reden", second: "  "})
    assert response.status_code == 422
    html = response.content.decode()
    assert "Een goede reden" in html
    assert html.count('aria-invalid="true"') == 1
    dutch.refresh_from_db()
    assert dutch.introduction == "Wie ik ben."
    assert not KeptClaim.objects.exists()


def test_a_draft_that_was_saved_since_is_not_published_unchecked(
    dutch, type_and_publish, practitioner_client, form_of
):
    url = type_and_publish(dutch, introduction="Dit geneest je rug.").url
    answers = form_of(practitioner_client.get(url))
    draft = dutch.get_latest_revision_as_object()
    draft.introduction = "Dit geneest je rug. Nog niet af"
    draft.save_revision()
    response = practitioner_client.post(url, answers)
    assert response.url == f"/admin/pages/{dutch.pk}/edit/"
    dutch.refresh_from_db()
    assert dutch.introduction == "Wie ik ben."


def test_a_new_page_waits_as_a_draft(home, practitioner_client, form_of, client: Client):
    url = f"/admin/pages/add/home/standardpage/{home.pk}/"
    html = practitioner_client.get(url).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form").dict()
    data |= {"title": "Nieuw", "slug": "nieuw", "introduction": "Dit geneest.", "body-count": "0"}
    question = practitioner_client.post(url, data | {"action-publish": "1"}).url
    page = StandardPage.objects.get(slug="nieuw")
    assert not page.live
    assert client.get("/nieuw/").status_code == 404
    practitioner_client.post(question, form_of(practitioner_client.get(question)))
    assert "Dit geneest." in client.get("/nieuw/").content.decode()


def test_a_page_that_code_put_live_stays_live_while_she_is_asked(
    home, type_and_publish, client: Client
):
    """Without a live revision, as an import makes it."""
    assert home.live_revision_id is None
    type_and_publish(home, introduction="Dit geneest.")
    assert client.get(home.url).status_code == 200


def test_many_at_once_are_refused_and_she_is_told_to_open_the_page(
    dutch, practitioner_client, told
):
    dutch.unpublish()
    draft = dutch.get_latest_revision_as_object()
    draft.introduction = "Dit geneest."
    draft.save_revision()
    response = practitioner_client.post(
        f"/admin/bulk/wagtailcore/page/publish/?id={dutch.pk}&next=/admin/pages/",
        {"next": "/admin/pages/"},
        follow=True,
    )
    assert dutch.title in told(response)
    assert not Page.objects.get(pk=dutch.pk).live


def test_only_who_may_publish_the_page_comes_here(dutch, type_and_publish, client: Client):
    url = type_and_publish(dutch, introduction="Dit geneest.").url
    assert "/login/" in client.get(url).headers["Location"]


def test_an_editor_who_may_not_publish_is_kept_out(
    dutch, type_and_publish, practitioner_client, practitioners: Any
):
    url = type_and_publish(dutch, introduction="Dit geneest.").url
    practitioners.page_permissions.filter(permission__codename="publish_page").delete()
    assert practitioner_client.post(url, {}).url == "/admin/"
    dutch.refresh_from_db()
    assert dutch.introduction == "Wie ik ben."
