"""What Wagtail asks this part at its start."""

from wagtail import hooks

from translations.tree import copying, orphans  # noqa: F401
from translations.tree.admin_api import close_actions
from translations.tree.bulk_actions import (
    DeleteWithEnglish,
    MoveWithEnglish,
    UnpublishWithEnglish,
)

# After Wagtail's own of the same names, which they replace.
for action in (UnpublishWithEnglish, DeleteWithEnglish, MoveWithEnglish):
    hooks.register("register_bulk_action", action, order=1)

close_actions()
