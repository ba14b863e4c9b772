"""“Translate this page” in the menus of a page, in place of wagtail-localize's own buttons.

Its “Sync translated pages” is not needed here, since publishing Dutch is enough
(https://github.com/wagtail/wagtail-localize/issues/789); it also offers to translate English into Dutch, and asks the
database several times for each row of the page explorer.
"""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from core.languages import is_in_source_language
from translations.overview.states import annotate_states, other_locales

HOOKS = ("register_page_header_buttons", "register_page_listing_more_buttons")


def translate_button(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """The button, for a page in the source language that is not translated into every language yet."""
    if page.is_root() or not is_in_source_language(page):
        return
    if not user.has_perm("wagtail_localize.submit_translation"):
        return
    if not hasattr(page, "translated_pk"):
        for locale in other_locales()[:1]:
            page = annotate_states(Page.objects.filter(pk=page.pk), locale).get()
    if getattr(page, "translated_pk", 0) is None:
        url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        yield Button(
            _("Translate this page"), url, priority=60, icon_name="wagtail-localize-language"
        )


def replace_buttons() -> None:
    """Wagtail has no way to take a hook back but its own list of them."""
    for name in HOOKS:
        registered = hooks._hooks.get(name, [])
        registered[:] = [entry for entry in registered if entry[0] is not page_listing_more_buttons]
        hooks.register(name, translate_button)
