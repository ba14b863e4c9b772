"""What a page says to machines: one linked graph of schema.org's nodes (https://schema.org, JSON-LD 1.1).

The practice and the practitioner have one `@id` in both languages, so that machines join what the pages say of them.
Facts come from the practice details and the typed fields of pages, never from prose. Questions and answers are not said
to be an FAQPage: they are a part of a page about something else.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.images.models import AbstractImage

from core.families import lineage, place_in_tree
from core.models import BasePage, PracticeSettings, PracticeWords
from core.remembered import remembered
from core.renditions import shown_url
from core.sites import host_of
from seo.nodes import practice_node, practitioner_node, website_node
from seo.pruning import pruned
from translations.alternates import LanguageLink

Node = dict[str, Any]


@dataclass(frozen=True)
class Subject:
    """What the nodes of one page have in common. Addresses are absolute; `translations` has them by language code."""

    url: str
    language: str
    source_language: str
    root_url: str
    description: str
    translations: dict[str, str]
    has_practitioner: bool

    def id(self, name: str, url: str = "") -> str:
        return f"{url or self.url}#{name}"

    @property
    def practice(self) -> Node:
        return {"@id": f"{self.root_url}/#practice"}

    @property
    def practitioner(self) -> Node:
        return {"@id": f"{self.root_url}/#practitioner"}

    @property
    def author(self) -> Node:
        """Who wrote it: the practitioner, or the practice where she has given no name."""
        return self.practitioner if self.has_practitioner else self.practice

    @property
    def page(self) -> Node:
        return {"@id": self.id("webpage")}

    def image(self, picture: AbstractImage | None) -> str:
        return shown_url(picture, self.root_url) if picture is not None else ""

    def translated(self, name: str) -> Node:
        """The properties that tie the work with the id `name` to its translations, or to its original."""
        works = {
            code: {
                "@type": "CreativeWork",
                "@id": self.id(name, url),
                "url": url,
                "inLanguage": code,
            }
            for code, url in self.translations.items()
        }
        if self.language == self.source_language:
            return {"workTranslation": list(works.values())}
        return {"translationOfWork": works.get(self.source_language)}


@dataclass(frozen=True)
class Listing:
    """A page, or a list below it: its name and whether it is the page itself."""

    title: str
    is_page: bool


def graph_of(
    page: BasePage,
    subject: Subject,
    listing: Listing,
    *,
    practice: PracticeSettings,
    words: PracticeWords,
    home: BasePage,
    request: HttpRequest,
) -> Node:
    """The graph of one address."""
    website, of_site = remembered(
        request,
        ("nodes of the site", subject.root_url, host_of(request), home.pk, words.pk),
        lambda: _nodes_of_site(subject, practice=practice, words=words, home=home, request=request),
    )
    trail = list(
        remembered(
            request,
            ("trail", host_of(request), *place_in_tree(page)),
            lambda: _trail_to(page, request),
        )
    )
    if page.live:
        trail.append((page.title, subject.url if listing.is_page else page.get_full_url(request)))
    if not listing.is_page:
        trail.append((listing.title, subject.url))
    breadcrumb = {
        "@type": "BreadcrumbList",
        "@id": subject.id("breadcrumb"),
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": url}
            for number, (name, url) in enumerate(trail, start=1)
        ]
        if len(trail) > 1
        else [],
    }
    picture = subject.image(getattr(page, "hero_image", None)) if listing.is_page else ""
    webpage = {
        "@type": page.schema_type if listing.is_page else "CollectionPage",
        **subject.page,
        "url": subject.url,
        "name": listing.title,
        "description": subject.description,
        "inLanguage": subject.language,
        "isPartOf": website,
        "about": subject.practice,
        "breadcrumb": {"@id": breadcrumb["@id"]},
        "dateModified": page.last_published_at if listing.is_page else None,
        "primaryImageOfPage": {"@type": "ImageObject", "url": picture},
    }
    own = page.get_structured_data(subject) if listing.is_page else []
    nodes = [*of_site, *pruned([webpage, breadcrumb, *own], beside=of_site)]
    return {"@context": "https://schema.org", "@graph": nodes}


def _trail_to(page: BasePage, request: HttpRequest) -> list[tuple[str, str | None]]:
    """The live pages above a page, from the home page down: title and address."""
    above = [each for each in reversed(lineage(page)[1:]) if each.live]
    return [(each.title, each.get_full_url(request)) for each in above]


def _nodes_of_site(
    subject: Subject,
    *,
    practice: PracticeSettings,
    words: PracticeWords,
    home: BasePage,
    request: HttpRequest,
) -> tuple[Node, list[Node]]:
    """What every page of a language says, as it is printed: the site, the practice, and who works there.

    First how other nodes refer to the site.
    """
    home_url = home.get_full_url(request) or ""
    website = website_node(home_url, subject.root_url, subject.language, practice)
    nodes = [
        website,
        practice_node(subject.practice["@id"], subject.root_url, practice, subject.practitioner),
        practitioner_node(
            subject.practitioner["@id"], subject.root_url, practice, words, subject.practice
        ),
    ]
    return {"@id": website["@id"]}, pruned(nodes)


def graph_at(
    page: BasePage,
    url: str,
    *,
    links: Iterable[LanguageLink],
    description: str,
    practice: PracticeSettings,
    words: PracticeWords,
    home: BasePage,
    request: HttpRequest,
    list_title: str = "",
) -> Node | None:
    """The graph of a page's address, or of a list below it that has a title of its own; None for a page without one."""
    address = page.get_url_parts(request)
    if address is None:
        return None
    subject = Subject(
        url=url,
        language=page.locale.language_code,
        source_language=settings.LANGUAGE_CODE,
        root_url=address[1],
        description=description,
        translations=translations_of(links),
        has_practitioner=bool(practice.practitioner_name),
    )
    title = list_title or page.seo_title or page.title
    return graph_of(
        page,
        subject,
        Listing(title, is_page=not list_title),
        practice=practice,
        words=words,
        home=home,
        request=request,
    )


def translations_of(links: Iterable[LanguageLink]) -> dict[str, str]:
    return {link.code: link.absolute_url for link in links if link.is_translation}


# So that nothing in a text can end the element, or begin a comment or an entity, that the JSON stands in.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_json(graph: Node) -> str:
    """JSON that may stand in a `<script>` as it is."""
    return json.dumps(graph, default=_plain, ensure_ascii=False).translate(_ESCAPES)


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal | Promise):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON-LD")
