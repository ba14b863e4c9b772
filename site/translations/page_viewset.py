"""Wagtail's own page views, with the other languages in them."""

from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from translations.overview.explorer import EditWithStatesView, ExplorerWithStatesView
from translations.tree.views import (
    CopyWithinLanguageView,
    DeleteWithEnglishView,
    MoveWithEnglishView,
    PositionWithEnglishView,
    UnpublishWithEnglishView,
)


class TranslatedPageViewSet(PageViewSet):
    index_view_class = ExplorerWithStatesView
    edit_view_class = EditWithStatesView
    unpublish_view_class = UnpublishWithEnglishView
    delete_view_class = DeleteWithEnglishView
    move_confirm_view_class = MoveWithEnglishView
    copy_view_class = CopyWithinLanguageView
    set_page_position_view_class = PositionWithEnglishView


@hooks.register("register_admin_viewset")
def page_viewset() -> PageViewSet:
    return TranslatedPageViewSet()
