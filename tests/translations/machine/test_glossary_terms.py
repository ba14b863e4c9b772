"""Her words for some terms, in what a machine makes."""

import pytest
from wagtail_localize.models import StringTranslation

from tests.factories import machine_servers
from tests.factories.machine_servers import (
    DEEPL_KEY,
    refuses,
    serving,
)
from tests.translations.machine.pages import press_button, texts
from translations.machine.libretranslate import with_terms
from translations.machine.service import translate_missing
from translations.models import GlossaryTerm

pytestmark = pytest.mark.django_db


def test_terms_of_the_glossary_are_in_the_result(server, translation):
    GlossaryTerm.objects.create(term="praktijk", translation="practice")
    result = translate_missing(translation, None)
    link = texts(translation)['Kom naar <a id="a1">mijn praktijk</a>.']
    assert link.data == 'EN Kom naar <a id="a1">mijn practice</a>.'
    assert result.missed_terms == set()


def test_a_term_that_the_machine_did_not_follow_is_pointed_out(
    server, translation, practitioner_client
):
    GlossaryTerm.objects.create(term="rust", translation="rest")
    size = 4
    server.faults.append(
        refuses(
            200,
            {
                "translations": [{"text": "Take calm."}] * size,
                "translatedText": ["Take calm."] * size,
            },
        )
    )
    assert "rust → rest" in press_button(practitioner_client, translation)


def test_deepl_keeps_one_glossary_and_makes_it_anew_when_a_term_changes(settings, translation):
    term = GlossaryTerm.objects.create(term="praktijk", translation="practice")
    with serving(machine_servers.deepl) as server:
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
            "CLASS": "translations.machine.deepl.DeepLTranslator",
            "OPTIONS": {"AUTH_KEY": DEEPL_KEY, "URL": server.url},
        }
        translate_missing(translation, None)
        StringTranslation.objects.all().delete()
        translate_missing(translation, None)
        assert len(server.bodies("/v2/glossaries")) == 1
        term.translation = "studio"
        term.save()
        StringTranslation.objects.all().delete()
        translate_missing(translation, None)
        assert len(server.glossaries) == 1
        link = texts(translation)['Kom naar <a id="a1">mijn praktijk</a>.']
        assert "mijn studio" in link.data


def test_terms_are_put_in_once_the_longest_first_and_never_inside_a_tag():
    pairs = [("de fysieke laag", "the physical layer"), ("laag", "layer")]
    text = 'De fysieke laag is een <a id="laag">laag</a>, geen laagje.'
    assert with_terms(text, pairs) == (
        '<span translate="no">the physical layer</span> is een '
        '<a id="laag"><span translate="no">layer</span></a>, geen laagje.'
    )
