"""Pages in other languages stand in the order of the Dutch: menus and lists follow the order of the tree."""

from difflib import SequenceMatcher
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from core.languages import is_in_source_language
from translations.tree.counterparts import counterparts_of


@transaction.atomic
def follow_order(parent: Page) -> None:
    """Puts the pages in other languages in the order in which their Dutch pages stand under `parent`.

    A page whose Dutch stands elsewhere keeps its place among the others.
    """
    parent = Page.objects.get(pk=parent.pk)
    if not is_in_source_language(parent) or parent.is_root():
        return
    keys = parent.get_children().values_list("translation_key", flat=True)
    ranks = {key: rank for rank, key in enumerate(keys)}
    for translated in counterparts_of([parent]):
        _reorder(translated, ranks)


def _reorder(parent: Page, ranks: dict[UUID, int]) -> None:
    children = dict(parent.get_children().values_list("pk", "translation_key"))
    now = list(children)
    ordered = iter(
        sorted((pk for pk in now if children[pk] in ranks), key=lambda pk: ranks[children[pk]])
    )
    wanted = [next(ordered) if children[pk] in ranks else pk for pk in now]
    if wanted == now:
        return
    blocks = SequenceMatcher(None, now, wanted, autojunk=False).get_matching_blocks()
    kept = {pk for block in blocks for pk in now[block.a : block.a + block.size]}
    before = None
    for pk in wanted:
        if pk not in kept:
            page = Page.objects.get(pk=pk)
            if before is None:
                page.move(parent.get_children()[0], pos="left")
            else:
                page.move(Page.objects.get(pk=before), pos="right")
        before = pk
