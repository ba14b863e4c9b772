"""Takes out of wagtail-localize's admin what would put Dutch on a live English page.

- “Sync translated pages” publishes untranslated text (https://github.com/wagtail/wagtail-localize/issues/789); here
  publishing Dutch brings the translation editor up to date by itself (`sync.py`).
- “Convert to alias page” shows the Dutch page under the English address.
- “Stop synced translation” lets a page be published with whatever is still Dutch in it.
- Translating a page whose parents are not translated makes those parents live aliases in Dutch.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Locale, Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView

from core.languages import is_in_source_language


@require_admin_access
def not_needed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Says why an action is not there, and changes nothing."""
    messages.warning(
        request,
        _(
            "Nothing was changed. English follows by itself when you publish Dutch; "
            "translate what is new and publish the English page."
        ),
    )
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def untranslated_parent(page: Page) -> Page | None:
    """The topmost page above `page` that is not translated into every language; None if all are."""
    locales = Locale.objects.exclude(pk=page.locale_id).count()
    for ancestor in page.get_ancestors().filter(depth__gt=1):
        if ancestor.get_translations().filter(alias_of__isnull=True).count() < locales:
            return ancestor
    return None


class ParentsFirstView(SubmitPageTranslationView):
    """Leads to the page above that has to be translated first."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        page = self.get_object()
        if not is_in_source_language(page):
            messages.warning(
                request, _("Pages are written in Dutch; translate the Dutch page into English.")
            )
            return redirect("wagtailadmin_explore", page.get_parent().pk)
        parent = untranslated_parent(page)
        if parent is None:
            return super().dispatch(request, *args, **kwargs)
        messages.warning(
            request,
            _(
                "Translate “%(parent)s” first: “%(page)s” stands under it. "
                "Tick the pages below it to translate them together."
            )
            % {"parent": parent.title, "page": page.title},
        )
        return redirect("wagtail_localize:submit_page_translation", parent.pk)


@hooks.register("register_admin_urls", order=-1)
def safe_urls() -> list[URLPattern]:
    """Stands before wagtail-localize's own, at the same addresses."""
    submit = require_admin_access(ParentsFirstView.as_view())
    return [
        path("localize/submit/page/<int:page_id>/", submit),
        path("localize/update/<int:translation_source_id>/", not_needed),
        path("localize/page/<int:page_id>/convert_to_alias/", not_needed),
        path("localize/translate/<int:translation_id>/disable/", not_needed),
    ]


@hooks.register("construct_page_action_menu")
def remove_alias_action(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]
