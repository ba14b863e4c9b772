"""What Wagtail asks every app at its start."""

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.ui.menus.pages import PageMenuItem

from publishing.draft_sharing import ShareDraftView
from publishing.webhooks import hooks as webhooks_hooks  # noqa: F401


@hooks.register("register_admin_urls")
def draft_sharing_urls() -> list[URLPattern]:
    view = require_admin_access(ShareDraftView.as_view())
    return [path("pages/<int:page_id>/share-draft/", view, name="share_draft")]


class ShareDraftButton(PageMenuItem):
    label = _("Share the draft")
    icon_name = "link"
    url_name = "share_draft"

    def is_shown(self, user: Any) -> bool:
        return not self.page.is_root() and self.page.permissions_for_user(user).can_edit()


@hooks.register("register_page_header_buttons")
def share_draft_in_the_header(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[ShareDraftButton]:
    yield ShareDraftButton(page=page, priority=35)


@hooks.register("register_page_listing_more_buttons")
def share_draft_in_the_list(
    page: Any, user: Any, next_url: str | None = None
) -> Iterator[ShareDraftButton]:
    yield ShareDraftButton(page=page, priority=25)


@hooks.register("insert_global_admin_css")
def draft_sharing_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/share_draft.css"))
