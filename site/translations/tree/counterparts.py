"""Dutch pages, and the pages that stand for them in the other languages."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from core.languages import is_in_source_language


def below(pages: Iterable[Page]) -> PageQuerySet:
    """These pages and every page below them, in any language."""
    above = Page.objects.filter(pk__in=[page.pk for page in pages]).alias(
        inside=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    )
    return Page.objects.filter(Exists(above.filter(inside__startswith=F("path"))), depth__gt=1)


def sources_below(pages: Iterable[Page]) -> PageQuerySet:
    """The pages in the source language among these pages and below them."""
    return below(pages).filter(locale_id=Locale.get_default().pk)


def counterparts(translation_keys: Iterable[UUID] | QuerySet) -> PageQuerySet:
    """The pages in the other languages with these translation keys, in the order of the tree."""
    return (
        Page.objects.filter(translation_key__in=translation_keys, alias_of__isnull=True)
        .exclude(locale_id=Locale.get_default().pk)
        .order_by("path")
    )


def counterparts_of(pages: Iterable[Page]) -> PageQuerySet:
    """The pages in the other languages of those among `pages` that are in the source language."""
    source = Locale.get_default().pk
    return counterparts([page.translation_key for page in pages if page.locale_id == source])


def source_of(page: Page) -> Page | None:
    """The page in the source language that `page` translates; None for such a page itself, or where there is none."""
    if is_in_source_language(page):
        return None
    return Page.objects.filter(
        translation_key=page.translation_key, locale_id=Locale.get_default().pk
    ).first()


def source_not_live(page: Page) -> bool:
    """Whether `page` is a translation of a page that visitors cannot see.

    False for a page in the source language, and for one whose source has been deleted.
    """
    source = source_of(page)
    return source is not None and not source.live
