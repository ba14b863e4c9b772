"""What has to be looked at before English goes live."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation as language
from django.utils.text import capfirst
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories.translations import translate_to, translation_into
from translations.models import KeptClaim
from translations.publication import missing_texts

pytestmark = pytest.mark.django_db

MACHINE = {"translation_type": "machine", "tool_name": "DeepL"}


@pytest.fixture
def gate(translation: Any) -> str:
    return f"/admin/translations/{translation.pk}/publish/"


@pytest.fixture
def press_publish(english: StandardPage, practitioner_client: Client, published: Any) -> Any:
    """The publish button of the translation editor."""

    def press() -> Any:
        url = f"/admin/pages/{english.pk}/edit/"
        return published(practitioner_client.post, url, {"action": "publish"})

    return press


def shown(page: StandardPage, client: Client) -> str:
    return client.get(page.url).content.decode()


def test_without_problems_it_is_published_at_once(
    english, translation, write, press_publish, client
):
    write("Wie ik ben.", "Who I am.")
    response = press_publish()
    assert response.url == f"/admin/pages/{english.pk}/edit/"
    assert "Who I am." in shown(english, client)


def test_the_message_leads_to_the_live_page_and_to_what_is_behind(
    english, translation, publish_dutch, write, gate, practitioner_client, told
):
    publish_dutch(introduction="Wie ik echt ben.", search_description="Iets nieuws.")
    write("Iets nieuws.", "Something new.")
    response = practitioner_client.post(gate, follow=True)
    html = response.content.decode()
    assert english.url in html
    assert f"/admin/translations/{translation.pk}/review/" in html
    assert "1 " in told(response)


def test_a_get_changes_nothing_and_a_post_publishes(
    english, write, gate, practitioner_client, client
):
    write("Wie ik ben.", "Who I am.")
    response = practitioner_client.get(gate)
    assert response.status_code == 200
    assert 'type="submit"' in response.content.decode()
    assert "Who I am." not in shown(english, client)
    practitioner_client.post(gate)
    assert "Who I am." in shown(english, client)


# Facts


def test_a_price_that_differs_is_shown_and_has_to_be_confirmed(
    english,
    publish_dutch,
    write,
    press_publish,
    gate,
    practitioner_client,
    problems_in,
    form_of,
    client,
):
    publish_dutch(introduction="Het kost € 110.")
    write("Het kost € 110.", "It costs €100.")
    response = press_publish()
    assert response.url == gate
    question = practitioner_client.get(gate)
    assert "€ 110" in problems_in(question)
    assert "It costs €100." in problems_in(question)
    assert practitioner_client.post(gate, {}).status_code == 422
    assert "It costs" not in shown(english, client)
    practitioner_client.post(gate, form_of(question))
    assert "It costs €100." in shown(english, client)


def test_a_confirmed_pair_is_not_asked_again_until_one_of_its_texts_changes(
    english, publish_dutch, write, gate, practitioner_client, problems_in, form_of
):
    publish_dutch(introduction="Het kost € 110.")
    write("Het kost € 110.", "It costs €100.")
    practitioner_client.post(gate, form_of(practitioner_client.get(gate)))
    write("Over mij", "About me")
    assert problems_in(practitioner_client.get(gate)) == ""
    write("Het kost € 110.", "It will cost €100.")
    assert "It will cost" in problems_in(practitioner_client.get(gate))


def test_an_answer_to_other_texts_does_not_count(
    english, publish_dutch, write, gate, practitioner_client, form_of, problems_in, client
):
    publish_dutch(introduction="Het kost € 110.")
    write("Het kost € 110.", "It costs €100.")
    answers = form_of(practitioner_client.get(gate))
    write("Het kost € 110.", "It costs €90.")
    response = practitioner_client.post(gate, answers)
    assert response.status_code == 422
    assert "It costs €90." in problems_in(response)
    assert "It costs" not in shown(english, client)


def test_words_are_shown_as_they_read(
    english, publish_dutch, write, gate, practitioner_client, problems_in
):
    publish_dutch(introduction="Thee & rust, 2 uur")
    write("Thee &amp; rust, 2 uur", "Tea &amp; rest, 3 hours")
    shown_problems = problems_in(practitioner_client.get(gate))
    assert "Thee & rust" in shown_problems
    assert "Tea & rest" in shown_problems


# Machine


def test_machine_text_never_goes_live_unseen(
    english, write, press_publish, gate, practitioner_client, problems_in, form_of, client
):
    write("Wie ik ben.", "Who I be.", **MACHINE)
    assert press_publish().url == gate
    question = practitioner_client.get(gate)
    for words in ("DeepL", "Wie ik ben.", "Who I be."):
        assert words in problems_in(question)
    assert practitioner_client.post(gate).status_code == 422
    assert "Who I be." not in shown(english, client)
    practitioner_client.post(gate, form_of(question))
    assert "Who I be." in shown(english, client)
    assert problems_in(practitioner_client.get(gate)) == ""


def test_one_tick_of_two_keeps_that_tick(
    english, write, gate, practitioner_client, form_of, client
):
    write("Wie ik ben.", "Who I be.", **MACHINE)
    write("Over mij", "Over me", **MACHINE)
    answers = form_of(practitioner_client.get(gate))
    assert len(answers) == 2
    response = practitioner_client.post(gate, dict([answers.popitem()]))
    assert response.content.decode().count(" checked") == 1
    assert "Who I be." not in shown(english, client)


# Claims


@pytest.mark.usefixtures("words")
def test_an_english_claim_asks_for_a_reason_also_in_machine_text(
    english, write, press_publish, gate, practitioner_client, form_of, problems_in, client
):
    write("Wie ik ben.", "Hello. It cures you.", **MACHINE)
    assert press_publish().url == gate
    question = practitioner_client.get(gate)
    assert "can give room" in problems_in(question)
    answers = form_of(question)
    ticks_only = {name: value for name, value in answers.items() if name.startswith("seen-")}
    assert practitioner_client.post(gate, ticks_only).status_code == 422
    practitioner_client.post(gate, answers)
    assert "It cures you." in shown(english, client)
    kept = KeptClaim.objects.get()
    assert (kept.page_id, kept.sentence, kept.reason) == (english.pk, "It cures you.", "Mijn reden")
    assert PageLogEntry.objects.filter(action="translations.keep_claim", page=english.pk).exists()


@pytest.mark.usefixtures("words")
def test_the_question_for_dutch_is_no_way_around_the_one_for_english(
    english, write, gate, practitioner_client, client
):
    write("Wie ik ben.", "Who I be.", **MACHINE)
    response = practitioner_client.post(f"/admin/translations/claims/{english.pk}/")
    assert response.url == gate
    assert "Who I be." not in shown(english, client)


# Refusals


def test_a_first_publication_with_missing_texts_is_refused(
    dutch, home, en, published, practitioner_client, told
):
    translate_to(en, home, published)
    published(translate_object, StandardPage.objects.get(pk=dutch.pk), [en])
    translation = translation_into(en, dutch)
    missing = missing_texts(translation)
    url = f"/admin/translations/{translation.pk}/publish/"
    response = practitioner_client.post(url, follow=True)
    page = dutch.get_translation(en)
    assert response.redirect_chain[-1][0] == f"/admin/pages/{page.pk}/edit/"
    assert str(missing) in told(response)
    assert not page.live


def test_a_text_that_does_not_fit_is_refused_and_named(
    dutch, english, publish_dutch, write, gate, practitioner_client, told, client
):
    publish_dutch(seo_title="Zoektitel")
    write("Zoektitel", "x" * 300)
    write("Over mij", "About me")
    response = practitioner_client.post(gate, follow=True)
    with language.override("nl"):
        name = capfirst(str(StandardPage._meta.get_field("seo_title").verbose_name))
    assert f"{name}:" in told(response)
    text = StringTranslation.objects.get(data="x" * 300)
    assert text.has_error
    assert StringTranslation.objects.filter(data="About me").exists()
    assert "EN Over mij" in shown(english, client)


def test_who_may_not_publish_is_kept_out(
    english, write, gate, press_publish, practitioner_client, practitioners, client
):
    write("Wie ik ben.", "Who I am.")
    practitioners.page_permissions.filter(permission__codename="publish_page").delete()
    assert practitioner_client.post(gate).url == "/admin/"
    assert press_publish().url == "/admin/"
    assert "Who I am." not in shown(english, client)


def test_many_at_once_are_refused_where_there_is_something_to_look_at(
    english, write, practitioner_client, published, told, client
):
    write("Wie ik ben.", "Who I be.", **MACHINE)
    response = published(
        practitioner_client.post,
        f"/admin/bulk/wagtailcore/page/publish/?id={english.pk}&next=/admin/pages/",
        {"next": "/admin/pages/"},
        follow=True,
    )
    assert "EN Over mij" in told(response)
    assert "Who I be." not in shown(english, client)


@pytest.mark.parametrize("texts", [1, 12])
def test_the_question_asks_the_database_as_often_for_many_texts(
    texts, dutch, en, published, words, practitioner_client, django_assert_max_num_queries
):
    body = [
        {
            "type": "text",
            "id": f"b{i}",
            "value": {"heading": f"Kop {i}", "prose": f"<p>Dit {i}</p>"},
        }
        for i in range(texts)
    ]
    dutch.body = body
    dutch.save_revision().publish()
    translate_to(en, dutch, published)
    translation = translation_into(en, dutch)
    StringTranslation.objects.filter(locale=en).update(
        data="It cures 7.", translation_type="machine"
    )
    url = f"/admin/translations/{translation.pk}/publish/"
    practitioner_client.get(url)
    with django_assert_max_num_queries(40):
        assert practitioner_client.get(url).status_code == 200
