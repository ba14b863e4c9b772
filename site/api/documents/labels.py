"""The words that the site itself puts on a page of each type, beside what she wrote: the texts of its templates."""

from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from home.models import HomePage
from treatments.models import TreatmentIndexPage, TreatmentPage


def with_places(text: Any, *names: str) -> Any:
    """A lazy text whose `%(name)s` are written `{name}`, for who fills them in."""
    return lazy(lambda: str(text) % {name: f"{{{name}}}" for name in names}, str)()


FACTS = {
    "price": _("Your investment"),
    "duration": _("Duration"),
    "massage": _("of which massage"),
    "booking": _("Booking"),
}
SHARE = {
    "share_question": _("Know someone who would like to read this?"),
    "share_email": _("Send it by e-mail"),
    "share_button": _("Share or copy the link"),
    "share_copied": _("The link is copied."),
}
TREATMENTS = {"treatments_heading": _("What you can come for")}

LABELS: dict[type[Page], dict[str, object]] = {
    HomePage: {**TREATMENTS, "posts_heading": _("Newest posts")},
    TreatmentIndexPage: {
        "empty": _("The treatments are being written. Until then you can always ask me.")
    },
    TreatmentPage: {
        "facts_heading": _("In short"),
        **FACTS,
        "on_this_page": _("On this page"),
        **SHARE,
    },
    BlogIndexPage: {
        "categories": _("Categories"),
        "all_posts": _("All posts"),
        "topics_heading": _("By topic"),
        "years_heading": _("By year"),
        "follow_heading": _("Follow along"),
        "follow_text": _("New posts in your own feed reader, without an account:"),
        "pages": _("Pages of posts"),
        "page": with_places(_("Page %(number)s"), "number"),
        "newer": _("Newer"),
        "older": _("Older"),
        "empty": _("The first post is still being written. You are welcome to look in again."),
    },
    BlogPage: {
        "topics_heading": _("This post is also about"),
        "neighbours": _("Earlier and later posts"),
        "previous": _("Previous post"),
        "next": _("Next post"),
        "related_heading": _("Read on"),
        **TREATMENTS,
        **SHARE,
    },
    ContactPage: {
        "practice": _("The practice"),
        "reach_heading": _("Rather call or write?"),
        "where_heading": _("Where the practice is"),
        "route_text": _("The route, on OpenStreetMap"),
        "hours_heading": _("Opening hours"),
    },
}
