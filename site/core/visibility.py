"""Which pages and files a visitor may be shown in menus, lists and links."""

from collections.abc import Collection as CollectionOf
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.query import PageQuerySet


def visible(pages: PageQuerySet, opened: CollectionOf[int] = ()) -> PageQuerySet:
    """The live pages of a queryset that neither they nor a page above them keeps private.

    `opened` are the keys of restrictions that keep nothing from this visitor. One condition in the same query, where
    Wagtail's `public()` asks for all restrictions first.
    """
    return pages.live().filter(~is_private(opened))


def is_private(opened: CollectionOf[int] = ()) -> Exists:
    """The condition of a page that it, or a page above it, is kept from some; less the restrictions `opened`."""
    restrictions = PageViewRestriction.objects.alias(
        shown=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    ).filter(shown__startswith=F("page__path"))
    if opened:
        restrictions = restrictions.exclude(pk__in=opened)
    return Exists(restrictions)


def in_public_collections(files: QuerySet[Any]) -> QuerySet[Any]:
    """The pictures or documents of a queryset that neither their collection nor one above it keeps private."""
    private = (
        Collection.objects.alias(
            held=ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
        )
        .filter(held__startswith=F("path"))
        .filter(Exists(CollectionViewRestriction.objects.filter(collection=OuterRef("pk"))))
    )
    return files.filter(~Exists(private))
