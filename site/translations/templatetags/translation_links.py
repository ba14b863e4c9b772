"""Links between the languages, for templates."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from translations.alternates import LanguageLink, home_language_links, language_links

register = template.Library()


@register.filter
def title_in_its_language(link: LanguageLink) -> SafeString:
    """The title of the page that a link leads to, marked as being in that language."""
    return format_html('<span lang="{}">{}</span>', link.code, link.title)


@register.simple_tag
def translations_of_section(links: list[LanguageLink], block_id: str) -> SafeString:
    """Links to the same section of the page in the other languages; every section of a long page has them."""
    return format_html_join(
        "",
        '<a class="running-head__language" href="{}#s-{}" hreflang="{}" lang="{}">{}</a>',
        (
            (link.url, block_id, link.code, link.code, link.name)
            for link in links
            if link.is_translation
        ),
    )


@register.simple_tag(takes_context=True, name="language_links")
def language_links_tag(context: dict[str, Any]) -> list[LanguageLink]:
    """The language switch's links: `{% language_links as links %}`.

    An answer that is not just its page gives them as `alternates`.
    """
    if (links := context.get("alternates")) is not None:
        return links
    request, page = context.get("request"), context.get("page")
    if page is not None and page.pk:
        return language_links(page, request)
    if request is not None and (navigation := context.get("navigation")):
        return home_language_links(request, navigation.home)
    return []
