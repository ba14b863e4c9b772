"""Links between the languages, for templates."""

from typing import Any

from django import template

from translations.alternates import LanguageLink, home_language_links, language_links

register = template.Library()


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
