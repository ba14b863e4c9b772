"""What Wagtail asks every app at its start."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin import wagtail_hooks as wagtails_own
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.auth import require_admin_access
from wagtail.snippets.models import register_snippet

from blog.duplicating import CopyButtonOfOtherPages, DuplicateButton, DuplicateView
from blog.models import BlogIndexPage, BlogPage
from blog.viewsets import CategoryViewSet, TopicViewSet

register_snippet(CategoryViewSet)
register_snippet(TopicViewSet)

# No hook takes a button out of the menus of a page again.
wagtails_own.PageListingCopyButton = CopyButtonOfOtherPages


@hooks.register("register_admin_urls")
def duplicating_urls() -> list[URLPattern]:
    view = require_admin_access(DuplicateView.as_view())
    return [path("pages/<int:page_id>/duplicate/", view, name="duplicate_post")]


@hooks.register("register_page_header_buttons")
def duplicate_in_the_header(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[DuplicateButton]:
    yield DuplicateButton(page=page, priority=30)


@hooks.register("register_page_listing_more_buttons")
def duplicate_in_the_list(
    page: Any, user: Any, next_url: str | None = None
) -> Iterator[DuplicateButton]:
    yield DuplicateButton(page=page, priority=20)


@hooks.register("construct_page_action_menu")
def publish_first(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """On a post, publishing is the button that shows: a draft of it is saved by itself while she writes."""
    page = context.get("page")
    is_post = (
        page.specific_class is BlogPage
        if page is not None
        else context["parent_page"].specific_class is BlogIndexPage
    )
    if is_post:
        menu_items.sort(key=lambda item: item.name != "action-publish")
