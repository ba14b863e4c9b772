"""An English page whose Dutch page was deleted is edited as a page of its own.

wagtail-localize offers to start its translation again, and then fails for want of the Dutch page.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from core.languages import is_in_source_language
from translations.tree.counterparts import source_of

RESTART = "localize-restart-translation"


def is_orphan(page: Page) -> bool:
    return not is_in_source_language(page) and source_of(page) is None


@hooks.register("construct_page_action_menu")
def remove_restart(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    page = context.get("page")
    if any(item.name == RESTART for item in menu_items) and page is not None and is_orphan(page):
        menu_items[:] = [item for item in menu_items if item.name != RESTART]


@hooks.register("before_edit_page", order=-1)
def refuse_restart(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Stands before wagtail-localize's own hook, which would start the translation."""
    if request.method != "POST" or RESTART not in request.POST or not is_orphan(page):
        return None
    messages.error(
        request,
        _("“%(title)s” has no Dutch page any more to translate from. Edit it here.")
        % {"title": page.get_admin_display_title()},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)
