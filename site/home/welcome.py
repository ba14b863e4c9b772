"""The first panel of the admin: the four things the practitioner does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.models import Locale

from blog.models import BlogIndexPage
from contact.messages import unread_messages
from contact.notifications import announcement_recipients
from treatments.models import TreatmentIndexPage, TreatmentPage


@dataclass(frozen=True)
class Task:
    """One thing to do: an icon name of Wagtail's, a title that links to `url`, and a line about it."""

    icon: str
    title: str
    url: str
    description: str


def welcome_tasks(request: HttpRequest) -> list[Task]:
    """The tasks this user may do; one whose page does not exist yet is left out."""
    locale = Locale.get_default()
    tasks = []
    treatments = list(TreatmentPage.objects.filter(locale=locale)[:2])
    if len(treatments) == 1:
        treatment_url = reverse("wagtailadmin_pages:edit", args=[treatments[0].pk])
    else:
        index = TreatmentIndexPage.objects.filter(locale=locale).first()
        treatment_url = index and reverse("wagtailadmin_explore", args=[index.pk])
    if treatment_url:
        tasks.append(
            Task(
                "edit",
                _("Edit the treatment"),
                treatment_url,
                _("The text, the price and the pictures of your treatment page."),
            )
        )
    blog = BlogIndexPage.objects.filter(locale=locale).first()
    if blog:
        tasks.append(
            Task(
                "doc-empty",
                _("Write a post"),
                reverse("wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk]),
                _("A new post on your blog, in Dutch."),
            )
        )
    if request.user.has_perm("wagtail_localize.submit_translation"):
        tasks.append(
            Task(
                "wagtail-localize-language",
                _("Update the English"),
                reverse("translations_overview:report"),
                _("Each page with how much of it is in English; open one to translate it."),
            )
        )
    if request.user.has_perm("contact.view_contactmessage"):
        unread = unread_messages().count()
        waiting = (
            ngettext("%(number)d unread message.", "%(number)d unread messages.", unread)
            % {"number": unread}
            if unread
            else _("No unread messages.")
        )
        if not announcement_recipients():
            waiting += " " + _(
                "Fill in your e-mail address under Settings, Practice details, to hear of new ones."
            )
        tasks.append(
            Task(
                "mail",
                _("Read messages"),
                reverse("contact_messages:index"),
                waiting,
            )
        )
    return tasks


class WelcomePanel(Component):
    name = "welcome"
    template_name = "home/admin/welcome_panel.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"tasks": welcome_tasks(parent_context["request"])}
