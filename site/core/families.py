"""Pages together with those above them and with their translations, as menus, links and language switches need them.

Looked up for a whole page at once, and kept while the content is the same.
"""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from wagtail.models import Locale, Page

from core.remembered import keep, kept_for
from core.visibility import visible

HOME_DEPTH = 2  # of a home page in the tree, below the root
# What a link needs of a page; the rest of a page's many columns would be fetched for nothing.
LINK_FIELDS = (
    "title",
    "slug",
    "path",
    "depth",
    "url_path",
    "live",
    "show_in_menus",
    "last_published_at",
    "translation_key",
    "content_type",
    "locale__language_code",
)
# Of pages whose language is known.
OWN_FIELDS = [name for name in LINK_FIELDS if not name.startswith("locale__")] + ["locale"]


class Family(NamedTuple):
    """A page and those above it up to its home page, the nearest first; and all of these in the other languages.

    `translations` has those that visitors may see, by translation key and code of the language. An alias is none: it
    repeats the Dutch.
    """

    lineage: list[Page]
    translations: dict[tuple[object, str], Page]


def families(asked: Q) -> list[Page]:
    """The pages for which `asked` is so, and their translations; `is_shown` where visitors see one. One query."""
    keys = Page.objects.filter(asked).order_by().values("translation_key")
    shown = Exists(visible(Page.objects.filter(pk=OuterRef("pk"))))
    found = Page.objects.filter(translation_key__in=keys).annotate(is_shown=shown)
    return list(found.select_related("locale").only(*LINK_FIELDS, "alias_of"))


def leads(page_ids: set[int], pages: list[Page], locale: Locale) -> dict[int, Page | None]:
    """As `resolve_page_links`, of pages that `families` found."""

    def preference(page: Page) -> tuple[bool, bool]:
        return page.locale_id == locale.pk, page.locale.language_code == settings.LANGUAGE_CODE

    best_last = sorted((page for page in pages if page.is_shown), key=preference)
    shown = {page.translation_key: page for page in best_last}
    keys_by_id = {page.pk: page.translation_key for page in pages}
    return {page_id: shown.get(keys_by_id.get(page_id)) for page_id in page_ids}


def look_around(
    page: Page, linked: set[int], request: HttpRequest | None
) -> dict[int, Page | None]:
    """What links to those pages lead to from `page`. With them its family is looked up: one query for both.

    None while the content is the same; kept is no page with its body.
    """
    kept = kept_for(request) if page.pk else {}
    family_key = ("family", *place_in_tree(page))
    leads_key = ("leads", page.locale_id, frozenset(linked))
    family: Family | None = kept.get(family_key)
    found_leads: dict[int, Page | None] | None = kept.get(leads_key) if linked else {}
    asked = Q() if found_leads is not None else Q(pk__in=linked)
    if family is None:
        asked |= with_those_above(page)
    found = families(asked) if asked else []
    if family is None:
        family = family_among(page, found)
        keep(kept, family_key, family)
    if found_leads is None:
        found_leads = leads(linked, found, page.locale)
        keep(kept, leads_key, found_leads)
    page._family = family._replace(lineage=[page, *family.lineage])
    return found_leads


def place_in_tree(page: Page) -> tuple[Hashable, ...]:
    """What the family of a page follows from."""
    return page.pk, page.path, page.locale_id, page.translation_key


def lineage(page: Page) -> list[Page]:
    """The page and those above it up to its home page, the nearest first."""
    return family_of(page).lineage


def family_of(page: Page, request: HttpRequest | None = None) -> Family:
    """One query for each page object, where nothing is kept for the request."""
    if not hasattr(page, "_family"):
        look_around(page, set(), request)
    return page._family


def with_those_above(page: Page) -> Q:
    """The condition of a page and of those above it up to its home page."""
    path, step = page.path or "", Page.steplen
    return Q(path__in=[path[:end] for end in range(HOME_DEPTH * step, len(path) + 1, step)])


def family_among(page: Page, pages: Iterable[Page]) -> Family:
    """The family of a page, less the page itself, out of what `families` found for those above it and for others."""
    ancestors, translations = [], {}
    for each in pages:
        if each.locale_id != page.locale_id:
            if each.is_shown and each.alias_of_id is None:
                translations[each.translation_key, each.locale.language_code] = each
        elif len(each.path) < len(page.path) and page.path.startswith(each.path):
            each.locale = page.locale
            ancestors.append(each)
    return Family(sorted(ancestors, key=lambda each: -each.depth), translations)
