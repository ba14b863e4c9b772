"""Old addresses from a file: choose it, see what becomes of each line, then say yes."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from seo.redirects.csv_reading import Line, read_lines
from seo.redirects.importing import Judged, judge, save_new

MOST_BYTES = 512 * 1024
SALT = "seo.redirects.import"
SECONDS_TO_DECIDE = 24 * 60 * 60


class FileForm(forms.Form):
    """A file; its lines are in `cleaned_data["lines"]`."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy(
            "Two columns: the old address, then the new one. From Excel: “Save as”, then “CSV”."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned_data = super().clean() or self.cleaned_data
        if file := cleaned_data.get("file"):
            try:
                if file.size > MOST_BYTES:
                    sizes = {"size": filesizeformat(file.size), "limit": filesizeformat(MOST_BYTES)}
                    raise ValidationError(
                        _("The file is too large: %(size)s. It may have %(limit)s.") % sizes
                    )
                cleaned_data["lines"] = read_lines(file.read())
            except ValidationError as error:
                self.add_error("file", error)
        return cleaned_data


class RedirectImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Nothing is saved before the second answer; the lines travel in the page, signed, so nothing is kept either."""

    template_name = "seo/redirects/import.html"
    form_class = FileForm
    header_icon = "redirect"
    model = Redirect
    permission_required = "add"

    @property
    def permission_policy(self) -> Any:
        from wagtail.permissions import policy_registry

        return policy_registry.get_by_type(Redirect)

    def get_page_title(self) -> str:
        return _("Old addresses from a file")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("wagtailredirects:index"), "label": _("Redirects")}
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, index, here]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "lines" not in request.POST:
            return super().post(request, *args, **kwargs)
        try:
            written = signing.loads(request.POST["lines"], salt=SALT, max_age=SECONDS_TO_DECIDE)
        except signing.BadSignature:
            messages.error(request, _("Nothing was saved. Please choose the file once more."))
            return redirect("wagtailredirects:start_import")
        judged = judge([Line(*line) for line in written], self.site)
        if request.POST.get("new") != str(
            number_of_new(judged)
        ):  # something changed since she looked
            messages.warning(request, _("The site has changed meanwhile; please look once more."))
            return self.show(judged)
        return self.save(judged)

    @property
    def site(self) -> Site:
        return Site.objects.get(is_default_site=True)

    def form_valid(self, form: FileForm) -> HttpResponse:
        return self.show(judge(form.cleaned_data["lines"], self.site))

    def show(self, judged: list[Judged]) -> HttpResponse:
        """What would become of each line."""
        lines = [(each.line.number, each.line.old, each.line.new) for each in judged]
        context = self.get_context_data(
            judged=judged,
            problems=[each for each in judged if each.problem],
            known=[each for each in judged if each.is_known],
            new=[each for each in judged if each.is_new],
            lines=signing.dumps(lines, salt=SALT, compress=True),
        )
        return self.render_to_response(context)

    def save(self, judged: list[Judged]) -> HttpResponse:
        saved = save_new(judged)
        text = ngettext(
            "%(count)s old address leads on now.", "%(count)s old addresses lead on now.", saved
        )
        messages.success(self.request, text % {"count": saved})
        return redirect("wagtailredirects:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "action_url": self.request.path,
            "form_is_multipart": True,
            "submit_button_label": _("Look at what it does"),
            "submit_button_active_label": _("Reading…"),
        }


def number_of_new(judged: list[Judged]) -> int:
    return sum(each.is_new for each in judged)
