"""Which pages a visitor may be shown in menus, lists and links."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def visible(pages: PageQuerySet) -> PageQuerySet:
    """The live pages of a queryset that neither they nor a page above them keeps private.

    One condition in the same query, where Wagtail's `public()` asks for all restrictions first.
    """
    restrictions = PageViewRestriction.objects.alias(
        shown=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    ).filter(shown__startswith=F("page__path"))
    return pages.live().filter(~Exists(restrictions))
