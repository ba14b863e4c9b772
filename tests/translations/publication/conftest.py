"""A treatment page in Dutch with two sections, and its live English."""

from typing import Any

import pytest
from wagtail_localize.models import Translation

from tests.factories.translations import translate_to, translation_into
from tests.factories.tree import make_page
from tests.translations.publication.pages import block
from treatments.models import TreatmentPage


@pytest.fixture
def dutch(home: Any) -> TreatmentPage:
    return make_page(
        TreatmentPage,
        home,
        slug="psoas-release",
        strapline="Puur en diep.",
        body=[
            block(1, "<p>Je ademt mee.</p><p>Dit duurt 2 uur.</p>", "Adem"),
            block(2, "<p>Daarna is er thee.</p>", "Rust"),
        ],
    )


@pytest.fixture
def english(dutch: TreatmentPage, en: Any, published: Any) -> TreatmentPage:
    return translate_to(en, dutch, published)


@pytest.fixture
def translation(dutch: TreatmentPage, english: TreatmentPage, en: Any) -> Translation:
    return translation_into(en, dutch)
