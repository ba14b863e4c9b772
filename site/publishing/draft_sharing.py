"""Where she makes a link to a draft, sees until when it works, and revokes it."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from publishing.models import DraftLink

DAYS = [(1, gettext_lazy("one day")), (7, gettext_lazy("a week")), (30, gettext_lazy("a month"))]


class DraftLinkForm(forms.Form):
    days = forms.TypedChoiceField(
        label=gettext_lazy("How long it works"),
        choices=DAYS,
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
    )


class ShareDraftView(WagtailAdminTemplateMixin, TemplateView):
    """The links to the draft of one page; for who may edit it."""

    template_name = "publishing/admin/share_draft.html"
    page_title = gettext_lazy("Share the draft")
    header_icon = "view"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"], depth__gt=1).specific
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context.setdefault("form", DraftLinkForm())
        links = DraftLink.objects.working().filter(page_id=self.page.pk)
        return context | {
            "links": links.select_related("page__locale"),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """`revoke` holds the number of a link of this page; without it, a new one is made."""
        if revoked := request.POST.get("revoke", ""):
            if revoked.isdecimal():
                DraftLink.objects.filter(page_id=self.page.pk, pk=int(revoked)).delete()
            messages.success(request, _("The link works no longer."))
            return redirect("share_draft", self.page.pk)
        form = DraftLinkForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        DraftLink.make(self.page, days=form.cleaned_data["days"], user=request.user)
        messages.success(request, _("The link is ready: copy it, and send it to your reader."))
        return redirect("share_draft", self.page.pk)
