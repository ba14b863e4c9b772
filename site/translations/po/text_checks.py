"""What is wrong with a translated text as such."""

from collections import Counter
from html.parser import HTMLParser

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

from translations.places import Place


def faults(dutch: str, text: str, place: Place) -> list[str]:
    """Why a text cannot stand for the Dutch in its place; empty when it can."""
    if unclosed := unbalanced_tag(text):
        return [
            _("The tag <%(tag)s> is opened without being closed, or closed without being opened.")
            % {"tag": unclosed}
        ]
    try:
        StringValue.from_translated_html(text)
    except ValueError:
        return [
            _(
                "There is a tag in it that may not stand in a sentence. Use only the tags that the Dutch has, "
                "exactly as they are there."
            )
        ]
    wrong = []
    if _links(dutch) != _links(text):
        wrong.append(
            _(
                "Its links are not those of the Dutch (there: %(dutch)s; here: %(text)s). "
                "Put each <a id=…> around the words of its link, once."
            )
            % {"dutch": _listed(dutch), "text": _listed(text)}
        )
    try:
        place.check(text)
    except ValidationError as error:
        wrong += error.messages
    return wrong


def unbalanced_tag(text: str) -> str | None:
    """The name of a tag that is not opened and closed in pairs; None when all are."""
    tags = _Tags()
    tags.feed(text)
    tags.close()
    return tags.wrong or (tags.open[-1] if tags.open else None)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: str | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """A tag such as `<br/>` closes itself."""

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag != "br":
            self.wrong = self.wrong or tag


def _links(text: str) -> Counter[str]:
    return Counter(str(link.get("id")) for link in BeautifulSoup(text, "html.parser").find_all("a"))


def _listed(text: str) -> str:
    return ", ".join(sorted(_links(text).elements())) or _("none")
