"""What Wagtail asks this part at its start."""

from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from translations.tree import copying, orphans  # noqa: F401
from translations.tree.admin_api import close_actions
from translations.tree.bulk_actions import (
    DeleteWithEnglish,
    MoveWithEnglish,
    UnpublishWithEnglish,
)
from translations.tree.views import TreePageViewSet

# After Wagtail's own of the same names, which they replace.
for action in (UnpublishWithEnglish, DeleteWithEnglish, MoveWithEnglish):
    hooks.register("register_bulk_action", action, order=1)

close_actions()


@hooks.register("register_admin_viewset")
def page_viewset() -> PageViewSet:
    return TreePageViewSet()
