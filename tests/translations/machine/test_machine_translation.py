"""Machine translation by DeepL and LibreTranslate, over HTTP, when all goes well and when it does not."""

from typing import Any

import pytest
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import machine_servers
from tests.factories.machine_servers import (
    DEEPL_KEY,
    LIBRE_KEY,
    Server,
    hangs_up,
    is_slow,
    refuses,
)
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from tests.translations.machine.pages import press_button, texts
from translations.machine.chunks import chunks
from translations.machine.errors import MachineTranslationError
from translations.machine.service import machine_translate, translate_missing

pytestmark = pytest.mark.django_db


def test_the_button_fills_in_what_is_missing_and_marks_it(server, translation, practitioner_client):
    html = press_button(practitioner_client, translation)
    assert "machine_translate" in html  # the editor offers it again
    made = texts(translation)
    assert made["Wie ik ben."].data == "EN Wie ik ben."
    assert made["Wie ik ben."].translation_type == "machine"
    assert made["Wie ik ben."].tool_name
    link = made['Kom naar <a id="a1">mijn praktijk</a>.']
    assert link.data == 'EN Kom naar <a id="a1">mijn praktijk</a>.'
    assert not link.has_error
    assert "over-mij" not in made  # the address is made of the title
    assert not translation.get_target_instance().live


def test_what_a_person_wrote_is_left_alone(server, translation, practitioner_client):
    segment = translation.source.stringsegment_set.get(string__data="Wie ik ben.")
    write_text(translation, segment, "Who I am.")
    press_button(practitioner_client, translation)
    assert texts(translation)["Wie ik ben."].data == "Who I am."
    assert texts(translation)["Wie ik ben."].translation_type == "manual"


def test_machine_text_does_not_go_live_before_somebody_has_seen_it(
    server, translation, practitioner_client, published
):
    press_button(practitioner_client, translation)
    page = translation.get_target_instance()
    published(
        practitioner_client.post,
        f"/admin/pages/{page.pk}/edit/",
        {"action": "publish"},
        follow=True,
    )
    page.refresh_from_db()
    assert not page.live
    html = practitioner_client.get(
        f"/admin/translations/{translation.pk}/publish/"
    ).content.decode()
    assert "EN Wie ik ben." in html


FAULTS = {
    "used up": refuses(456),
    "wrong key": refuses(403),
    "too busy": refuses(429, Retry_After="600"),
    "too large": refuses(413),
    "own fault": refuses(503),
    "no JSON": refuses(200, b"<html>proxy</html>"),
    "cut off": refuses(200, b'{"translations": [{"te'),
    "no object": refuses(200, ["text"]),
    "no field": refuses(200, {"detail": "?"}),
    "too few": refuses(200, {"translations": [{"text": "x"}], "translatedText": ["x"]}),
    "empty text": refuses(200, {"translations": [{"text": " "}] * 9, "translatedText": [" "] * 9}),
    "redirect": refuses(302, Location="https://elsewhere.example/"),
    "slow": is_slow(1),
    "hangs up": hangs_up,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_and_loses_nothing(fault, server, translation, practitioner_client, caplog):
    segment = translation.source.stringsegment_set.get(string__data="Wie ik ben.")
    write_text(translation, segment, "Who I am.")
    server.faults.append(FAULTS[fault])
    html = press_button(practitioner_client, translation)
    assert 'class="error"' in html or "messages" in html
    assert "Traceback" not in html
    assert DEEPL_KEY not in html + caplog.text
    assert LIBRE_KEY not in html + caplog.text
    assert {text.data for text in texts(translation).values()} == {"Who I am."}
    server.faults.append(FAULTS[fault])
    with pytest.raises(MachineTranslationError):
        translate_missing(translation, None)


def test_each_fault_has_words_of_its_own(server, translation):
    said = set()
    for fault in ("used up", "wrong key", "too busy", "too large", "own fault", "slow", "no JSON"):
        server.faults.append(FAULTS[fault])
        with pytest.raises(MachineTranslationError) as error:
            translate_missing(translation, None)
        said.add(str(error.value))
    assert len(said) == 7


def test_a_server_that_is_away_is_told(settings, translation):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "translations.machine.libretranslate.LibreTranslateTranslator",
        "OPTIONS": {"URL": "http://127.0.0.1:9", "TIMEOUT": 0.5},
    }
    with pytest.raises(MachineTranslationError):
        translate_missing(translation, None)


def test_a_short_pause_is_kept_and_then_it_goes_on(server, translation):
    server.faults.append(refuses(429, Retry_After="0"))
    assert translate_missing(translation, None).translated == 4


def test_a_fault_half_way_keeps_what_came_before(server, home, en, published):
    items = [
        {
            "type": "text",
            "id": f"b{n}",
            "value": {"heading": "", "prose": f"<p>Alinea {n}. {'x' * 300}</p>"},
        }
        for n in range(60)
    ]
    page = make_page(StandardPage, home, title="Lang", body=items)
    translate_to(en, home, published)
    published(translate_object, StandardPage.objects.get(pk=page.pk), [en])
    translation = translation_into(en, page)
    server.faults += [_real(server), refuses(456)]
    with pytest.raises(MachineTranslationError):
        translate_missing(translation, None)
    kept = len(texts(translation))
    assert 0 < kept < 61
    server.faults.clear()
    rest = translate_missing(translation, None)
    assert kept + rest.translated == translation.source.stringsegment_set.count() - 1  # the slug


def _real(server: Server) -> Any:
    """Not a fault: the first request is answered as ever."""

    def respond(handler: Any) -> None:
        _method, path, _headers, body = server.requests[-1]
        speak = machine_servers.deepl if "text" in body else machine_servers.libretranslate
        speak(handler, server, path, body)

    return respond


def test_translating_again_replaces_the_text_of_one_segment(server, dutch, en, published):
    translate_to(en, dutch, published)
    translation = translation_into(en, dutch)
    dutch.introduction = "Wie ik nu ben."
    dutch.save_revision().publish()
    segment = translation.live_segments.get(string__data="Wie ik nu ben.")
    machine_translate(translation, [segment], None)
    made = texts(translation)
    assert made["Wie ik nu ben."].data == "EN Wie ik nu ben."
    assert made["Over mij"].data == "EN Over mij"
    assert translation.get_target_instance().introduction == "EN Wie ik ben."


# Glossary


# Chunks


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([4, 4, 4], [2, 1]),
        ([5, 5, 1], [2, 1]),
        ([20, 1], [1, 1]),
        ([1, 20, 1], [1, 1, 1]),
    ],
)
def test_requests_stay_below_what_a_server_takes(sizes, expected):
    texts = ["x" * size for size in sizes]
    assert [len(chunk) for chunk in chunks(texts, 2, 10)] == expected


def test_nothing_is_offered_or_sent_unless_a_machine_is_chosen(translation, practitioner_client):
    response = practitioner_client.post(
        f"/admin/localize/translate/{translation.pk}/machine_translate/"
    )
    assert response.status_code == 404


def test_a_stranger_cannot_spend_the_allowance(server, translation, client):
    response = client.post(f"/admin/localize/translate/{translation.pk}/machine_translate/")
    assert response.status_code == 302
    assert server.requests == []
