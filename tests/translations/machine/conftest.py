"""A Dutch page, its draft in English, and each machine that can translate it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import machine_servers
from tests.factories.machine_servers import (
    DEEPL_KEY,
    LIBRE_KEY,
    Server,
    serving,
)
from tests.factories.translations import translate_to, translation_into
from tests.factories.tree import make_page

PROSE = (
    '<p>Kom naar <a href="https://praktijk.example/">mijn praktijk</a>.</p><p>Neem <b>rust</b>.</p>'
)


PROVIDERS = ["deepl", "libretranslate"]


@pytest.fixture(autouse=True)
def _no_glossary_from_elsewhere() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(params=PROVIDERS)
def server(request: Any, settings: Any) -> Iterator[Server]:
    """Each provider in turn, chosen in the settings."""
    with serving(getattr(machine_servers, request.param)) as running:
        if request.param == "deepl":
            settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
                "CLASS": "translations.machine.deepl.DeepLTranslator",
                "OPTIONS": {"AUTH_KEY": DEEPL_KEY, "URL": running.url, "TIMEOUT": 0.5},
            }
        else:
            settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
                "CLASS": "translations.machine.libretranslate.LibreTranslateTranslator",
                "OPTIONS": {"API_KEY": LIBRE_KEY, "URL": running.url, "TIMEOUT": 0.5},
            }
        yield running


@pytest.fixture
def dutch(home: Any) -> StandardPage:
    body = [{"type": "text", "id": "a", "value": {"heading": "", "prose": PROSE}}]
    return make_page(StandardPage, home, title="Over mij", introduction="Wie ik ben.", body=body)


@pytest.fixture
def translation(dutch: StandardPage, home: Any, en: Any, published: Any) -> Translation:
    """A draft of which nothing is translated."""
    translate_to(en, home, published)
    published(translate_object, StandardPage.objects.get(pk=dutch.pk), [en])
    return translation_into(en, dutch)
