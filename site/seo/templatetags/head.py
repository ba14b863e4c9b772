"""What a page says of itself to those who list it."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from core.models import PracticeSettings
from seo.alternates import with_default
from seo.descriptions import description_of
from seo.structured_data import as_json, graph_at, translations_of
from translations.alternates import LanguageLink

register = template.Library()

# As Open Graph wants them: a language with a country.
OPEN_GRAPH_LOCALES = {"nl": "nl_NL", "en": "en_GB"}


@register.simple_tag(takes_context=True)
def page_description(context: dict[str, Any]) -> str:
    """What the page, or the list below it that gives a `meta_description`, is about."""
    return description_of(context.get("page"), str(context.get("meta_description") or ""))


@register.filter
def open_graph_locale(language: str) -> str:
    """`nl_NL` for `nl`."""
    return OPEN_GRAPH_LOCALES.get(language, language)


@register.simple_tag
def hreflang_links(
    language: str, canonical: str, links: list[LanguageLink]
) -> list[tuple[str, str]]:
    """Pairs of a code and an absolute address: the page itself, its translations, and who reads none of them."""
    return with_default([(language, canonical), *translations_of(links).items()])


@register.simple_tag(takes_context=True)
def structured_data(
    context: dict[str, Any], canonical: str, links: list[LanguageLink], description: str
) -> SafeString | str:
    """The graph of the address as JSON for a `<script>`; empty for a page that is not in the database."""
    page, home, request = context["page"], context["navigation"].home, context["request"]
    if not (page.pk and home):
        return ""
    graph = graph_at(
        page,
        canonical,
        links=links,
        description=description,
        practice=PracticeSettings.for_request(request),
        words=context["practice_words"],
        home=home,
        request=request,
        list_title=str((context.get("head") or {}).get("title") or ""),
    )
    return mark_safe(as_json(graph)) if graph else ""  # noqa: S308 (escaped for a script element)
