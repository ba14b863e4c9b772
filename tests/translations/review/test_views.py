"""The review: what was, what is, and what to do with it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.models import StringTranslation, Translation

from home.models import StandardPage
from tests.factories.form_data import block_form_data
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from translations.models import LiveSegment
from translations.review.difference import difference

pytestmark = pytest.mark.django_db

PROSE = "<p>Je ademt mee.</p><p>Dit duurt 2 uur.</p>"


def body(prose: str) -> list[dict[str, Any]]:
    return [{"type": "text", "id": "b1", "value": {"heading": "Adem", "prose": prose}}]


@pytest.fixture
def dutch(home: Any) -> StandardPage:
    return make_page(
        StandardPage, home, title="Over mij", introduction="Wie ik ben.", body=body(PROSE)
    )


@pytest.fixture
def english(dutch: StandardPage, en: Any, published: Any) -> StandardPage:
    return translate_to(en, dutch, published)


@pytest.fixture
def translation(dutch: StandardPage, english: StandardPage, en: Any) -> Translation:
    return translation_into(en, dutch)


def publish(page: StandardPage, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def url(translation: Translation) -> str:
    return f"/admin/translations/{translation.pk}/review/"


def look(client: Client, translation: Translation) -> BeautifulSoup:
    response = client.get(url(translation))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def card(page: BeautifulSoup, dutch_now: str) -> Any:
    """The card whose Dutch now holds these words."""
    for each in page.select("article.review-card"):
        for gone in each.select("[data-now] del, [data-now] .w-sr-only"):
            gone.extract()
        if dutch_now in " ".join(each.select_one("[data-now]").get_text().split()):
            return each
    raise AssertionError(f"no card for {dutch_now}")


def act(client: Client, translation: Translation, dutch_now: str, action: str, **typed: str) -> Any:
    """Presses a button of a card, as the browser does."""
    form = card(look(client, translation), dutch_now).select_one("form")
    data = {field["name"]: field.get("value", "") for field in form.select("input")}
    data["text"] = form.select_one("textarea").text
    return client.post(url(translation), data | {"action": action} | typed)


def test_a_card_shows_before_now_and_english_with_the_difference_marked(
    dutch, english, translation, practitioner_client
):
    publish(dutch, introduction="Wie ik nu ben.")
    page = look(practitioner_client, translation)
    each = page.select_one("article.review-card")
    assert each["data-status"] == "changed"
    assert each.select_one("[data-before]").text == "Wie ik ben."
    assert "nu" in each.select_one("[data-now] ins").text
    assert each.select_one("[data-english]").text == "EN Wie ik ben."
    assert each.select_one("[data-now]")["lang"] == "nl"
    assert each.select_one("textarea").text.strip() == "EN Wie ik ben."
    assert page.select_one("[data-waiting]")["data-waiting"] == "1"


def test_a_withheld_and_a_new_text_say_so(dutch, english, translation, practitioner_client):
    publish(dutch, body=body("<p>Je ademt mee.</p><p>Dit duurt 3 uur.</p><p>Welkom!</p>"))
    page = look(practitioner_client, translation)
    assert [each["data-status"] for each in page.select("article")] == ["withheld", "new"]
    assert page.select("article")[1].select_one("[value=confirm]") is None


def test_nothing_behind_is_said_plainly(english, translation, practitioner_client):
    page = look(practitioner_client, translation)
    assert page.select("article") == []
    assert page.select_one("[data-waiting]")["data-waiting"] == "0"


def test_still_right_keeps_the_english_and_ends_being_behind(
    dutch, english, translation, practitioner_client, client
):
    publish(dutch, introduction="Wie ik nu ben.")
    response = act(practitioner_client, translation, "Wie ik nu ben.", "confirm")
    assert response.status_code == 302
    assert response.url.endswith("#done")
    assert not translation.live_segments.filter(status__in=LiveSegment.BEHIND).exists()
    assert "EN Wie ik ben." in client.get(english.url).content.decode()


def test_still_right_asks_again_where_a_number_differs(
    dutch, english, translation, practitioner_client, client
):
    publish(dutch, body=body("<p>Je ademt mee.</p><p>Dit duurt 3 uur.</p>"))
    response = act(practitioner_client, translation, "Dit duurt 3 uur.", "confirm")
    assert response.status_code == 422
    assert "data-mismatches" in response.content.decode()
    assert "EN Dit duurt 2 uur." not in client.get(english.url).content.decode()
    act(practitioner_client, translation, "Dit duurt 3 uur.", "confirm-anyway")
    assert "EN Dit duurt 2 uur." in client.get(english.url).content.decode()


def test_an_edit_waits_for_publication_which_is_offered_at_the_end(
    dutch, english, translation, practitioner_client, client
):
    publish(dutch, introduction="Wie ik nu ben.")
    act(practitioner_client, translation, "Wie ik nu ben.", "edit", text="Who I am now.")
    assert "Who I am now." not in client.get(english.url).content.decode()
    page = look(practitioner_client, translation)
    publish_url = f"/admin/translations/{translation.pk}/publish/"
    assert page.select_one(f'a[href="{publish_url}"]')
    response = practitioner_client.post(publish_url, follow=True)
    assert response.status_code == 200
    assert "Who I am now." in client.get(english.url).content.decode()


def test_after_one_text_the_next_gets_the_focus(dutch, english, translation, practitioner_client):
    publish(dutch, introduction="Wie ik nu ben.", search_description="Over mijn werk.")
    rows = list(translation.live_segments.filter(status__in=LiveSegment.BEHIND))
    response = act(practitioner_client, translation, rows[0].string.data, "edit", text="First.")
    assert response.url.endswith(f"#segment-{rows[1].pk}")


@pytest.mark.parametrize("typed", ["", '<a id="a9">nowhere</a>', "<p>block</p>", "x" * 30_000])
def test_a_text_that_cannot_be_used_is_refused_and_kept(
    typed, dutch, english, translation, practitioner_client
):
    publish(dutch, title="Over mij en jou")
    response = act(practitioner_client, translation, "Over mij en jou", "edit", text=typed)
    assert response.status_code == 422
    page = BeautifulSoup(response.content, "html.parser")
    textarea = page.select_one("textarea")
    assert textarea.text.strip() == typed.strip()
    assert page.select_one(f"#{textarea['aria-describedby']}").text.strip()


@pytest.mark.parametrize("who", ["dutch", "english"])
def test_what_changed_meanwhile_is_not_overwritten_and_nothing_typed_is_lost(
    who, dutch, english, translation, practitioner_client
):
    publish(dutch, introduction="Wie ik nu ben.")
    form = card(look(practitioner_client, translation), "Wie ik nu ben.").select_one("form")
    data = {field["name"]: field.get("value", "") for field in form.select("input")}
    data |= {"action": "edit", "text": "What I typed."}
    if who == "dutch":
        publish(dutch, introduction="Wie ik morgen ben.")
    else:
        act(practitioner_client, translation, "Wie ik nu ben.", "edit", text="A colleague's.")
    response = practitioner_client.post(url(translation), data, follow=True)
    assert "What I typed." in response.content.decode()
    assert not StringTranslation.objects.filter(data="What I typed.").exists()


def test_a_half_finished_text_of_the_editor_is_in_the_edit_field(
    dutch, english, translation, practitioner_client
):
    publish(dutch, introduction="Wie ik nu ben.")
    segment = translation.source.stringsegment_set.get(string__data="Wie ik nu ben.")
    write_text(translation, segment, "Who I")
    each = look(practitioner_client, translation).select_one("article")
    assert each.select_one("textarea").text.strip() == "Who I"
    assert each.select_one("[data-english]").text == "EN Wie ik ben."


def test_a_publication_that_did_not_arrive_can_be_tried_again(
    dutch, english, translation, practitioner_client, client
):
    StandardPage.objects.filter(pk=dutch.pk).update(
        introduction="Wie ik nu ben.", last_published_at=timezone.now()
    )
    assert look(practitioner_client, translation).select_one("[data-pending]")
    practitioner_client.post(url(translation), {"action": "follow"})
    page = look(practitioner_client, translation)
    assert page.select_one("[data-pending]") is None
    assert card(page, "Wie ik nu ben.")


@pytest.mark.parametrize("data", [{}, {"segment": "x"}, {"segment": "999999", "action": "edit"}])
def test_a_form_that_belongs_to_nothing_changes_nothing(
    data, dutch, english, translation, practitioner_client
):
    publish(dutch, introduction="Wie ik nu ben.")
    assert practitioner_client.post(url(translation), data, follow=True).status_code == 200
    assert translation.live_segments.filter(status="changed").count() == 1


def test_a_stranger_sees_and_changes_nothing(dutch, english, translation, client):
    assert client.get(url(translation)).status_code == 302
    assert client.post(url(translation), {"action": "follow"}).status_code == 302


def test_markup_in_a_text_is_shown_as_words_not_run(
    dutch, english, translation, practitioner_client
):
    publish(dutch, introduction="Wie <script>alert(1)</script> ik ben.")
    response = practitioner_client.get(url(translation))
    assert "<script>alert(1)" not in response.content.decode()


def test_publishing_dutch_tells_what_is_behind_and_leads_there(
    dutch, english, translation, practitioner_client
):
    html = practitioner_client.get(f"/admin/pages/{dutch.pk}/edit/").content
    data = querydict_from_html(html.decode(), form_id="page-edit-form").dict()
    data |= {"introduction": "Wie ik nu ben.", "action-publish": "1"}
    data |= block_form_data("body", dutch.body.stream_block, dutch.body)
    response = practitioner_client.post(f"/admin/pages/{dutch.pk}/edit/", data, follow=True)
    assert url(translation) in response.content.decode()


def test_the_review_asks_the_same_for_ten_times_the_texts(
    dutch, english, translation, practitioner_client
):
    def queries() -> int:
        look(practitioner_client, translation)
        with CaptureQueriesContext(connection) as captured:
            look(practitioner_client, translation)
        return len(captured)

    publish(dutch, body=body("".join(f"<p>Nieuw {n} eens.</p>" for n in range(3))))
    few = queries()
    publish(dutch, body=body("".join(f"<p>Nieuw {n} eens.</p>" for n in range(30))))
    assert queries() == few


def test_the_difference_is_marked_by_words():
    pieces = difference("Je ademt <b>rustig</b> mee.", "Je ademt heel rustig mee!")
    assert [(piece.kind, piece.text.strip()) for piece in pieces if piece.kind != "same"] == [
        ("inserted", "heel"),
        ("deleted", "mee."),
        ("inserted", "mee!"),
    ]
