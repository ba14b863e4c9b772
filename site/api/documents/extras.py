"""What the sections of a page show besides what she typed: facts of the page, addresses, words of the site.

An extra of a name that the block has itself takes its place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext
from wagtail import blocks

from api.documents.files import Document, document
from api.documents.images import Image, image
from api.documents.links import Link, PageLink
from api.documents.making import Making
from api.documents.parts import TreatmentCard, treatment_card
from contact.blocks import MessageRetentionBlock
from contact.models import ContactSettings
from core.blocks import AudioBlock, CallToActionBlock, MapBlock, VideoBlock
from core.page_links import LANGUAGE_NOTES
from core.renditions import Place
from core.templatetags.elsewhere import host_name
from treatments.blocks import BeingMetBlock, PracticalBlock, RelatedTreatmentsBlock
from treatments.figures import AnatomyFigureBlock, CycleFigureBlock, LoopFigureBlock


@dataclass(frozen=True)
class Extra:
    """A field beside those of a block: its type, and what makes it of the block's value."""

    type: Any
    make: Callable[[Any, Making], Any]
    description: str


EXTRAS: dict[type[blocks.Block], dict[str, Extra]] = {}


def extra(block: type[blocks.Block], name: str, type_: Any, description: str) -> Callable:
    """Registers the decorated function as what makes the field."""

    def register(make: Callable[[Any, Making], Any]) -> Callable[[Any, Making], Any]:
        EXTRAS.setdefault(block, {})[name] = Extra(type_, make, description)
        return make

    return register


def _label(block: type[blocks.Block], name: str, text: Callable[[], str], description: str) -> None:
    EXTRAS.setdefault(block, {})[name] = Extra(str, lambda value, making: text(), description)


def minutes(number: int | None) -> str:
    """`4 minutes`; `""` for none."""
    if not number:
        return ""
    return ngettext("%(minutes)s minute", "%(minutes)s minutes", number) % {"minutes": number}


@extra(
    CallToActionBlock,
    "page",
    Link | None,
    "Where the button leads; without a chosen page, to the contact page.",
)
def call_to_action_page(value: Any, making: Making) -> dict[str, Any] | None:
    if value.get("page"):
        return making.links.to_page(making.links.page(value["page"].pk))
    contact = making.contact
    return contact and {
        "kind": "page",
        "href": contact["path"],
        "page": contact,
        "language_note": "",
    }


@extra(BeingMetBlock, "contact", PageLink | None, "The contact page, which the section leads to.")
def being_met_contact(value: Any, making: Making) -> dict[str, Any] | None:
    return making.contact


_label(BeingMetBlock, "contact_text", lambda: gettext("Get in touch"), "The words of that link.")


@extra(PracticalBlock, "contact", PageLink | None, "Where the button leads: the contact page.")
def practical_contact(value: Any, making: Making) -> dict[str, Any] | None:
    return making.contact


@extra(
    RelatedTreatmentsBlock,
    "treatments",
    list[TreatmentCard],
    "The chosen treatments, where live in this language.",
)
def related_treatments(value: Any, making: Making) -> list[dict[str, Any]]:
    found = []
    for chosen in value["treatments"]:
        target = making.links.page(chosen.pk if chosen else None)
        if target is not None and target.pk in making.treatments:
            found.append(treatment_card(making.treatments[target.pk], making))
    return found


@extra(
    RelatedTreatmentsBlock,
    "in_another_language",
    list[Link],
    "The chosen ones that are live in another language only.",
)
def related_in_another_language(value: Any, making: Making) -> list[dict[str, Any]]:
    targets = [making.links.page(chosen.pk if chosen else None) for chosen in value["treatments"]]
    foreign = [page for page in targets if page and page.locale_id != making.locale.pk]
    return [link for link in map(making.links.to_page, foreign) if link]


@extra(VideoBlock, "image", Image | None, "A picture that leads to the video.")
def video_image(value: Any, making: Making) -> dict[str, Any] | None:
    return _in_column(value)


@extra(VideoBlock, "link_text", str, "The words of the link, which say where it leads.")
def video_link_text(value: Any, making: Making) -> str:
    host = host_name(value.get("url"))
    return gettext("Watch on %(host)s (opens another site)") % {"host": host} if host else ""


@extra(VideoBlock, "length", str, "The length, worded.")
def video_length(value: Any, making: Making) -> str:
    return minutes(value.get("minutes"))


@extra(MapBlock, "image", Image | None, "A drawn map, or a photo of the door.")
def map_image(value: Any, making: Making) -> dict[str, Any] | None:
    return _in_column(value)


@extra(MapBlock, "address", str, "The address of the practice, from its details.")
def map_address(value: Any, making: Making) -> str:
    return making.practice.address


@extra(
    MapBlock,
    "route_url",
    str,
    "The page that plans a route, on another site; empty without an address.",
)
def map_route_url(value: Any, making: Making) -> str:
    return making.practice.route_url


@extra(MapBlock, "link_text", str, "The words of that link; empty without it.")
def map_link_text(value: Any, making: Making) -> str:
    text = gettext("Plan your route on openstreetmap.org (opens another site)")
    return text if making.practice.route_url else ""


@extra(AudioBlock, "heard", Document | None, "What is heard in this language.")
def audio_heard(value: Any, making: Making) -> dict[str, Any] | None:
    return document(value.heard)


@extra(AudioBlock, "length", str, "The length, worded.")
def audio_length(value: Any, making: Making) -> str:
    return minutes(value.length)


@extra(
    AudioBlock,
    "language_note",
    str,
    "“(in Dutch)” where it is spoken in another language than the page's.",
)
def audio_language_note(value: Any, making: Making) -> str:
    language = value.foreign_language
    return str(LANGUAGE_NOTES[language]) if value.heard and language else ""


_label(
    AudioBlock,
    "download_text",
    lambda: gettext("Download the recording"),
    "The words of that link.",
)
_label(
    AudioBlock, "words_label", lambda: gettext("Read what is said"), "What opens the written words."
)
_label(
    AnatomyFigureBlock,
    "note",
    lambda: gettext("Seen from the front: the body’s left side is on the right of the drawing."),
    "How to read the drawing.",
)
_label(
    CycleFigureBlock,
    "branch_label",
    lambda: gettext("or, from here:"),
    "Stands before `cut_short`.",
)
_label(
    CycleFigureBlock,
    "note",
    lambda: gettext("Then it begins again at 1."),
    "Stands after the steps.",
)
_label(
    LoopFigureBlock,
    "note",
    lambda: gettext("Then again from 1, each time a little tighter."),
    "Stands after the steps.",
)


@extra(MessageRetentionBlock, "sentence", str, "How long messages are kept, in a sentence.")
def retention_sentence(value: Any, making: Making) -> str:
    days = ContactSettings.for_visit(making.request).retention_days
    return ngettext(
        "Messages that you send through the contact form are deleted by themselves after %(days)s day.",
        "Messages that you send through the contact form are deleted by themselves after %(days)s days.",
        days,
    ) % {"days": days}


def _in_column(value: Any) -> dict[str, Any] | None:
    picture = value.get("image")
    if picture is None:
        return None
    return image(picture, Place.COLUMN, picture.contextual_alt_text, bool(picture.decorative))
