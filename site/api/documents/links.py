"""Links: to pages of this site, which a router can use, and to elsewhere."""

from functools import cache
from typing import Any, Literal
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Schema
from pydantic import Field
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page
from wagtail.whitelist import check_url

from api.documents.page_types import PageType
from core.page_links import LANGUAGE_NOTES, id_written

Language = Literal[tuple(code for code, _name in settings.LANGUAGES)]  # type: ignore[valid-type]


class PageLink(Schema):
    """A live page that visitors may see. `path` begins at the root of the site: `/en/treatments/`."""

    id: int
    type: PageType = Field(description="The type of its document.")  # type: ignore[valid-type]
    locale: Language  # type: ignore[valid-type]
    title: str
    path: str
    url: str
    api_url: str


class Link(Schema):
    """Where words lead. `href` is the path of a page, or a whole address; `page` is null for what is no page that was
    chosen in the admin, which an address of this site that somebody typed is not.

    `language_note` is what stands after the words where the page is in another language, such as “(in Dutch)”.
    """

    kind: Literal["page", "document", "external", "email", "telephone", "anchor"]
    href: str
    page: PageLink | None
    language_note: str


def type_of(page: Page) -> str:
    """`treatments.TreatmentPage`; costs no query for a page that is not specific."""
    model = page.specific_class or type(page)
    return f"{model._meta.app_label}.{model.__name__}"


@cache
def _documents() -> str:
    return settings.SITE_URL + reverse("api:get_page", args=[0]).removesuffix("0")


def document_url(page: Page) -> str:
    """Where the document of a page is."""
    return f"{_documents()}{page.pk}"


def page_link(page: Page, request: HttpRequest) -> dict[str, Any]:
    """A `PageLink`; the page's locale must be at hand."""
    _site, root, path = page.get_url_parts(request) or (0, "", "")
    return {
        "id": page.pk,
        "type": type_of(page),
        "locale": page.locale.language_code,
        "title": page.title,
        "path": path or "",
        "url": f"{root or ''}{path or ''}",
        "api_url": document_url(page),
    }


class Links:
    """The links of one document; one query for each file."""

    def __init__(self, pages: dict[int, Page | None], locale: Locale, request: HttpRequest) -> None:
        """`pages` has what each page id in the body leads to."""
        self.pages, self.locale, self.request = pages, locale, request

    def page(self, pk: int | None) -> Page | None:
        """The live page that a link to this one leads to; None where there is none."""
        return self.pages.get(pk) if pk else None

    def to_page(self, page: Page | None) -> dict[str, Any] | None:
        """A `Link` to a page that was found; None for none."""
        if page is None:
            return None
        link = page_link(page, self.request)
        note = LANGUAGE_NOTES[link["locale"]] if page.locale_id != self.locale.pk else ""
        return {"kind": "page", "href": link["path"], "page": link, "language_note": str(note)}

    def of_attributes(self, attributes: dict[str, str]) -> dict[str, Any] | None:
        """A `Link` of the attributes of an `<a>` as rich text stores it; None where it leads nowhere."""
        kind = attributes.get("linktype")
        if kind == "page":
            return self.to_page(self.page(id_written(attributes.get("id", ""))))
        if kind == "document":
            return _to_document(attributes.get("id", ""))
        href = check_url(attributes.get("href", ""))  # of a scheme that Wagtail's editor keeps
        return _plain(_kind_of(href), href) if href else None


def _kind_of(href: str) -> str:
    if href.startswith("#"):
        return "anchor"
    scheme = href.partition(":")[0].strip().lower()  # what follows may be no address at all
    return {"mailto": "email", "tel": "telephone"}.get(scheme, "external")


def _plain(kind: str, href: str) -> dict[str, Any]:
    return {"kind": kind, "href": href, "page": None, "language_note": ""}


def _to_document(pk: str) -> dict[str, Any] | None:
    document = get_document_model().objects.filter(pk=id_written(pk)).first()
    return _plain("document", urljoin(settings.SITE_URL, document.url)) if document else None
