"""“Duplicate as new”: a post that begins as another one did."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.actions.copy_page import CopyPageAction
from wagtail.admin import messages
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.wagtail_hooks import PageListingCopyButton
from wagtail.coreutils import find_available_slug

from blog.models import BlogPage
from core.languages import is_in_source_language

# What comes by itself comes anew, and nothing is planned yet.
ANEW: dict[str, Any] = {
    "date": None,
    "reading_time": None,
    "seo_title": "",
    "search_description": "",
    "share_image": None,
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
}


def duplicate(post: BlogPage, title: str, user: Any) -> BlogPage:
    """A draft beside `post` with all that it holds now under another title, and no translation.

    Raises CopyPagePermissionError where the user may not add posts.
    """
    parent = post.get_parent()
    slug = find_available_slug(parent, slugify(title) or post.slug)
    action = CopyPageAction(
        post.get_latest_revision_as_object(),
        to=parent,
        update_attrs=ANEW | {"title": title, "draft_title": title, "slug": slug},
        copy_revisions=False,
        keep_live=False,
        user=user,
    )
    return action.execute()


class TitleForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Title of the new post"),
        max_length=255,
        widget=forms.TextInput(attrs={"autofocus": True}),
    )


def may_duplicate(page: Any, user: Any) -> bool:
    """Whether it is a post that was written, not translated, and the user may add another."""
    return (
        page.specific_class is BlogPage
        and is_in_source_language(page)
        and page.permissions_for_user(user).can_copy()
        and page.get_parent().permissions_for_user(user).can_add_subpage()
    )


class DuplicateView(WagtailAdminTemplateMixin, FormView):
    template_name = "wagtailadmin/generic/form.html"
    page_title = gettext_lazy("Duplicate as new")
    header_icon = "copy"
    form_class = TitleForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.post_page = get_object_or_404(BlogPage, pk=kwargs["page_id"])
        if not may_duplicate(self.post_page, request.user):
            raise PermissionDenied

    def get_page_subtitle(self) -> str:
        return self.post_page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def get_initial(self) -> dict[str, Any]:
        return {"title": self.post_page.get_admin_display_title()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "submit_button_label": _("Make a draft of it"),
            "media": self.get_form().media,
        }

    def form_valid(self, form: TitleForm) -> HttpResponse:
        with transaction.atomic():
            copy = duplicate(self.post_page, form.cleaned_data["title"], self.request.user)
        text = _(
            "A copy of “%(title)s” is ready as a draft. It is not on the site yet, and has no English."
        )
        messages.success(self.request, text % {"title": self.post_page.get_admin_display_title()})
        return redirect(reverse("wagtailadmin_pages:edit", args=[copy.pk]))


class DuplicateButton(PageMenuItem):
    label = gettext_lazy("Duplicate as new")
    icon_name = "copy"
    url_name = "duplicate_post"

    def is_shown(self, user: Any) -> bool:
        return may_duplicate(self.page, user)


class CopyButtonOfOtherPages(PageListingCopyButton):
    """Wagtail's own button, which for a post would be a second one for the same."""

    def is_shown(self, user: Any) -> bool:
        return self.page.specific_class is not BlogPage and super().is_shown(user)
