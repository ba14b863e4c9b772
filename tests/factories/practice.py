"""A practice with every detail filled in."""

from typing import Any

from wagtail.models import Locale

from core.models import PracticeSettings, PracticeWords
from home.models import HomePage

# Each detail as stored, by its field.
DETAILS: dict[str, Any] = {
    "practitioner_name": "Marijke de Wit",
    "email": "marijke@example.com",
    "telephone": "+31 6 12 34 56 78",
    "street": "Kerkstraat 1",
    "postal_code": "3581 AB",
    "city": "Utrecht",
    "kvk_number": "12345678",
    "vat_number": "NL001234567B01",
    "association_name": "Vereniging van Lichaamswerkers",
    "association_website": "https://vereniging.example/",
    "membership_number": "2041-77",
    "complaints_name": "Geschillencommissie",
    "complaints_website": "https://klachten.example/",
    "opening_hours": [
        {
            "type": "hours",
            "value": {"weekday": "monday", "opens": "09:00", "closes": "17:00"},
            "id": "5b1f3a56-0001",
        }
    ],
    "social_links": [
        {
            "type": "link",
            "value": {"label": "Instagram", "url": "https://profiel.example/marijke"},
            "id": "5b1f3a56-0002",
        }
    ],
}
WORDS = {
    "portrait_alt": "Marijke bij het raam.",
    "about": "Ik werk met aandacht.",
    "hours_note": "Alleen op afspraak.",
    "route": "Bel bij de groene deur.",
}


def fill_practice(home: HomePage, **details: Any) -> PracticeSettings:
    """Saves these details for the site of a home page; fields that are not named keep what they have."""
    practice = PracticeSettings.for_site(home.get_site())
    for name, value in details.items():
        setattr(practice, name, value)
    practice.save()
    return practice


def make_words(locale: Locale, **words: str) -> PracticeWords:
    """Live words in a language."""
    made = PracticeWords(locale=locale, live=False, **words)
    made.save()
    made.save_revision().publish()
    return PracticeWords.objects.get(pk=made.pk)
