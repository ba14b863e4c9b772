"""A copy is a page of its own, in Dutch; English comes from translating it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from core.languages import is_in_source_language
from translations.tree.counterparts import source_of


class SameLanguageCopyForm(CopyForm):
    """A copy keeps its language, and is a page of its own.

    A Dutch page copied below an English one would be Dutch under `/en/`; an alias would have no English ever.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)

    def clean(self) -> dict[str, Any]:
        cleaned_data = super().clean()
        parent = cleaned_data.get("new_parent_page")
        if parent is not None and not parent.is_root() and parent.locale_id != self.page.locale_id:
            text = _(
                "“%(title)s” was not copied: “%(parent)s” is in another language. "
                "Choose a page in the same language, or translate the page."
            )
            names = {
                "title": self.page.get_admin_display_title(),
                "parent": parent.get_admin_display_title(),
            }
            # Wagtail has put its own “no permission” there.
            self.errors.pop("new_parent_page", None)
            self.add_error("new_parent_page", ValidationError(text, "language", names))
        return cleaned_data


@hooks.register("before_copy_page")
def refuse_copy_of_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A copied English page would have no Dutch page that it translates."""
    if is_in_source_language(page):
        return None
    title = page.get_admin_display_title()
    source = source_of(page)
    if source is None:
        text = _(
            "“%(title)s” was not copied: English pages are translations. "
            "Make the new page in Dutch, then translate it."
        ) % {"title": title}
    else:
        text = _(
            "“%(title)s” was not copied: English pages are translations. "
            "Copy the Dutch page “%(source)s”, then translate the copy."
        ) % {"title": title, "source": source.get_admin_display_title()}
    messages.error(request, text)
    return redirect("wagtailadmin_explore", page.get_parent().pk)
