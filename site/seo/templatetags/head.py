"""What a page says of itself to those who list it."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from core.models import PracticeSettings
from seo.alternates import with_default
from seo.structured_data import Listing, Subject, as_json, graph_of, translations_of
from translations.alternates import LanguageLink

register = template.Library()

DESCRIPTION_LENGTH = 200  # characters; those who list pages cut off what is longer
# As Open Graph wants them: a language with a country.
OPEN_GRAPH_LOCALES = {"nl": "nl_NL", "en": "en_GB"}


@register.simple_tag(takes_context=True)
def page_description(context: dict[str, Any]) -> str:
    """The first that says something.

    `meta_description` of a list, and the page's search description, its summary, introduction, and strapline.
    """
    page = context.get("page")
    texts = [context.get("meta_description")]
    texts += [
        getattr(page, name, "")
        for name in ("search_description", "summary", "introduction", "strapline")
    ]
    text = next((str(text) for text in texts if text), "")
    return Truncator(" ".join(text.split())).chars(DESCRIPTION_LENGTH)


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
    address = page.get_url_parts(request) if page.pk and home else None
    if address is None:
        return ""
    practice = PracticeSettings.for_request(request)
    list_title = (context.get("head") or {}).get("title")
    subject = Subject(
        url=canonical,
        language=page.locale.language_code,
        source_language=settings.LANGUAGE_CODE,
        root_url=address[1],
        description=description,
        translations=translations_of(links),
        has_practitioner=bool(practice.practitioner_name),
    )
    graph = graph_of(
        page,
        subject,
        Listing(str(list_title or page.seo_title or page.title), is_page=not list_title),
        practice=practice,
        words=context["practice_words"],
        home=home,
        request=request,
    )
    return mark_safe(as_json(graph))  # noqa: S308 (escaped for a script element)
