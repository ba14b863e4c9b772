"""The form of one redirect."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminPageChooser
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from seo.redirects.addresses import LONGEST, normal, pages_at, redirects_from
from seo.redirects.destinations import Destination, Destinations, why_no_old_address


class RedirectForm(WagtailAdminModelForm):
    """An old address, and a page or another address. It is for good, and for the one site there is."""

    old_path = forms.CharField(
        label=gettext_lazy("Old address"),
        max_length=2_000,
        help_text=gettext_lazy(
            "What came after the name of the site, such as “/about-me.html”, or all of it."
        ),
    )
    redirect_page = forms.ModelChoiceField(
        label=gettext_lazy("Leads to this page"),
        queryset=Page.objects.filter(depth__gt=1),
        required=False,
        widget=AdminPageChooser(),
        help_text=gettext_lazy("If the page moves, the old address moves along."),
    )
    redirect_link = forms.CharField(
        label=gettext_lazy("or to this address"),
        max_length=2_000,
        required=False,
        help_text=gettext_lazy("Only if it is not a page: another site, a PDF."),
    )

    class Meta(WagtailAdminModelForm.Meta):
        model = Redirect
        fields = ("old_path", "redirect_page", "redirect_link")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = Site.objects.get(is_default_site=True)

    def clean_old_path(self) -> str:
        try:
            address = normal(self.cleaned_data["old_path"])
        except ValueError:
            address = ""
        if not 0 < len(address) <= LONGEST:
            raise ValidationError(_("This cannot be an address, or it is too long."))
        at = pages_at([address], self.site).get(address)
        if reason := why_no_old_address(address, at):
            raise ValidationError(reason)
        known = redirects_from([address], self.site).get(address)
        if known is not None and known.pk != self.instance.pk:
            target = known.redirect_page or known.redirect_link
            raise ValidationError(
                format_html(
                    '{} <a href="{}">{}</a>',
                    _("This address leads to “%(target)s” already.") % {"target": target},
                    reverse("wagtailredirects:edit", args=[known.pk]),
                    _("Change that redirect"),
                )
            )
        return address

    def clean(self) -> dict[str, Any]:
        cleaned_data = super().clean() or self.cleaned_data
        page, link = cleaned_data.get("redirect_page"), cleaned_data.get("redirect_link")
        if page is not None and link:
            self.add_error("redirect_link", _("Choose a page or write an address, not both."))
        elif page is None and not link and not self.errors:
            self.add_error("redirect_page", _("Choose the page that this address leads to."))
        elif link:
            try:
                self.destination = Destinations([link], self.site).find(
                    link, {cleaned_data.get("old_path", ""): link}
                )
            except ValidationError as error:
                self.add_error("redirect_link", error)
        else:
            route = (
                self.instance.redirect_page_route_path
                if page == self.instance.redirect_page
                else ""
            )
            self.destination = Destination(page, route)
        if page is not None and not page.live and "redirect_page" not in self.errors:
            self.add_error(
                "redirect_page", _("This page is not online; publish it first, or choose another.")
            )
        return cleaned_data

    def _get_validation_exclusions(self) -> set[str]:
        """The link may begin at the root of this site, which Wagtail's field takes for a mistake."""
        return super()._get_validation_exclusions() | {"redirect_link"}

    def save(self, commit: bool = True) -> Redirect:
        self.destination.put_on(self.instance)
        self.instance.is_permanent = True
        return super().save(commit)
