"""Changes that page, and tells what became of it."""

from typing import Any

from django.test import Client
from wagtail_localize.models import Translation

from tests.factories.translations import write_text
from translations.models import LiveSegment
from treatments.models import TreatmentPage

Status = LiveSegment.Status


def block(number: int, prose: str, heading: str = "") -> dict[str, Any]:
    return {"type": "text", "id": f"block-{number}", "value": {"heading": heading, "prose": prose}}


def publish(page: TreatmentPage, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def main_of(page: TreatmentPage, client: Client) -> str:
    return client.get(page.url).content.decode()


def row(translation: Translation, dutch_text: str) -> LiveSegment:
    return translation.live_segments.exclude(status=Status.REMOVED).get(string__data=dutch_text)


def write(translation: Translation, dutch_text: str, english_text: str, **fields: str) -> None:
    segment = translation.source.stringsegment_set.get(string__data=dutch_text)
    write_text(translation, segment, english_text, **fields)
