"""`llms.txt`: what there is to read on the site, for reading machines, in one language (https://llmstxt.org/)."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from blog.models import BlogIndexPage, live_posts
from core.models import PracticeSettings
from core.models.words import live_words
from core.visibility import visible
from machines.addresses import markdown_address
from machines.serving import is_offered
from navigation.menus import build_navigation
from translations.alternates import home_language_links
from treatments.models import TreatmentIndexPage, live_treatments

NEWEST_POSTS = 20
LONGEST_LINE = 200  # characters of what is said about a page


@require_safe
def llms_txt(request: HttpRequest) -> HttpResponse:
    """The list in the language of the address; 404 where that has no site, or where Markdown is switched off."""
    home = build_navigation(request).home
    if home is None or not is_offered(request):
        raise Http404
    home = home.specific
    practice = PracticeSettings.for_request(request)
    words = live_words(get_language() or "")
    about = [
        home.search_description,
        home.introduction,
        words.about if words else "",
        practice.address,
    ]
    parts = [f"# {practice.practice_name or home.title}"]
    if summary := first_line(about):
        parts.append(f"> {summary}")
    for heading, pages in sections(home):
        lines = [line(page, request) for page in pages]
        parts.append(f"## {heading}\n\n" + "\n".join(lines))
    if others := list(other_languages(request, home)):
        parts.append(f"## {_('Other languages')}\n\n" + "\n".join(others))
    return HttpResponse("\n\n".join(parts) + "\n", content_type="text/plain; charset=utf-8")


def sections(home: Page) -> Iterable[tuple[str, list[Page]]]:
    """The pages to name under each heading: treatments and posts under those of their lists, the rest together."""
    rest = [home]
    for page in visible(home.get_children()).specific():
        page.locale = home.locale
        if isinstance(page, TreatmentIndexPage):
            yield page.title, [page, *live_treatments(home.locale)]
        elif isinstance(page, BlogIndexPage):
            yield page.title, [page, *live_posts(home.locale)[:NEWEST_POSTS]]
        else:
            rest.append(page)
    yield _("The practice"), rest


def line(page: Page, request: HttpRequest) -> str:
    """`- [Title](address): what it is about`."""
    title = page.title.replace("[", "(").replace("]", ")")
    entry = f"- [{title}]({markdown_address(page.get_full_url(request) or '')})"
    about = first_line(
        getattr(page, name, "") for name in ("search_description", "introduction", "strapline")
    )
    return f"{entry}: {about}" if about else entry


def first_line(texts: Iterable[Any]) -> str:
    """The first text that says something, on one line."""
    text = next((str(text) for text in texts if text), "")
    return Truncator(" ".join(text.split())).chars(LONGEST_LINE)


def other_languages(request: HttpRequest, home: Page) -> Iterable[str]:
    """Where the list is in the other languages, said in this one."""
    names = {"nl": _("This list in Dutch"), "en": _("This list in English")}
    for link in home_language_links(request, home):
        yield f"- [{names[link.code]}]({link.absolute_url}llms.txt)"
