"""Offers pages in the source language to link to.

Pages are written in it, and a link leads each reader to the page in their own language (`core/page_links.py`), so that
the Dutch page is always the one to choose; Wagtail offers those of all languages beside each other
(https://github.com/wagtail/wagtail-localize/issues/718).
"""

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Locale
from wagtail.query import PageQuerySet


@hooks.register("construct_page_chooser_queryset")
def offer_source_language(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    asked_for = request.GET.get("locale") or settings.LANGUAGE_CODE
    # Another language is asked for, or a page is moved, perhaps an English one.
    if asked_for != settings.LANGUAGE_CODE or request.GET.getlist("target_pages[]"):
        return pages
    return pages.filter(Q(locale=Locale.get_default()) | Q(depth=1))
