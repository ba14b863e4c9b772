"""The language switch on the list of a category."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import override

from blog.categories import Category
from translations.alternates import LanguageLink, language_links

if TYPE_CHECKING:
    from blog.models import BlogIndexPage


def category_links(
    category: Category, index: "BlogIndexPage", request: HttpRequest
) -> list[LanguageLink]:
    """Links to the same category in the other languages, or to the blog where the category is not live."""
    translations = category.get_translations().filter(live=True).select_related("locale")
    by_code = {translation.locale.language_code: translation for translation in translations}
    links = []
    for link in language_links(index, request):
        translation = by_code.get(link.code)
        if translation is None or not link.is_translation:
            links.append(replace(link, is_translation=False))
            continue
        with override(link.code):
            end = index.category_path(translation)
        links.append(
            replace(
                link,
                url=link.url + end,
                absolute_url=link.absolute_url + end,
                title=translation.name,
            )
        )
    return links
