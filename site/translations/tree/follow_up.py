"""Asks what should happen to the English when something happens to the Dutch, and does it.

wagtail-localize leaves the translations of a page that is unpublished, moved or deleted as they are
(https://github.com/wagtail/wagtail-localize/issues/469).
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page
from wagtail.query import PageQuerySet

# How many pages a message or a question names; it counts the others.
NAMED = 10

Choices = list[tuple[str, str | Promise]]


@dataclass(frozen=True)
class Staying:
    """A page in another language that cannot follow, and why, as a sentence."""

    page: Page
    reason: str


class EnglishForm(forms.Form):
    """What should happen to the English; the first choice is the one to recommend."""

    english = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose what should happen to the English."),
            "invalid_choice": gettext_lazy("Choose what should happen to the English."),
        },
    )

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["english"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 for the type checker
        field.choices = choices
        field.initial = choices[0][0]


class FollowUp(ABC):
    """The question that belongs to one action on `pages`, and what is done once it is answered.

    `followers` are the pages in other languages that the question is about: with none there is no question. `staying`
    are those that cannot follow.
    """

    # What introduces the followers of pages below.
    below: str | Promise = ""

    def __init__(self, pages: Iterable[Page], request: HttpRequest) -> None:
        self.pages = list(pages)
        self.user = request.user
        self.request = request
        self.followers: list[Page] = []
        self.staying: list[Staying] = []
        self.find()
        self.reports: list[tuple[int, str]] = []
        self.form = None
        if self.followers:
            data = request.POST if request.method == "POST" else None
            self.form = EnglishForm(data, choices=self.choices())

    @abstractmethod
    def find(self) -> None:
        """Fills `followers` and `staying` for the question."""

    @abstractmethod
    def choices(self) -> Choices: ...

    @abstractmethod
    def remember(self) -> None:
        """Notes what the action is about to change."""

    @abstractmethod
    def follow(self, choice: str) -> None:
        """Does what was chosen ("" where nothing was asked) for what the action changed, and reports it."""

    def is_answered(self) -> bool:
        return self.form is None or self.form.is_valid()

    @property
    def followers_beside(self) -> list[Page]:
        """The followers of the pages themselves."""
        keys = {page.translation_key for page in self.pages}
        return [page for page in self.followers if page.translation_key in keys]

    @property
    def followers_below(self) -> list[Page]:
        """The followers of pages below them."""
        beside = {page.pk for page in self.followers_beside}
        return [page for page in self.followers if page.pk not in beside]

    @property
    def more_staying(self) -> int:
        """How many of `staying` are counted instead of named."""
        return len(self.staying[NAMED:])

    @contextmanager
    def along(self) -> Iterator[None]:
        """Wraps the action: it and its follow-up happen together or not at all."""
        with transaction.atomic():
            self.remember()
            yield
            self.follow(self.form.cleaned_data["english"] if self.form else "")

    def tell(self) -> None:
        """Shows what has been done, after Wagtail's own message."""
        for level, text in self.reports:
            messages.add_message(self.request, level, text)

    def report_staying(self, staying: list[Staying]) -> None:
        reasons = [stay.reason for stay in staying[:NAMED]]
        if more := len(staying[NAMED:]):
            reasons.append(
                ngettext(
                    "The same goes for %(count)s more English page.",
                    "The same goes for %(count)s more English pages.",
                    more,
                )
                % {"count": more}
            )
        self.reports += [(messages.WARNING, reason) for reason in reasons]

    def report_pages(self, text: str, pages: list[Page]) -> None:
        """Reports `text` with the titles of the pages as its `%(pages)s`, unless there are none."""
        if pages:
            self.reports.append((messages.SUCCESS, text % {"pages": titles(pages)}))

    def report_offline(self, pages: list[Page]) -> None:
        text = ngettext(
            "The English page %(pages)s was taken offline too.",
            "These English pages were taken offline too: %(pages)s.",
            len(pages),
        )
        self.report_pages(text, pages)

    def report_still_online(self, pages: list[Page]) -> None:
        text = ngettext(
            "The English page %(pages)s is still online.",
            "These English pages are still online: %(pages)s.",
            len(pages),
        )
        self.report_pages(text, pages)

    def take_offline(self, pages: Iterable[Page]) -> tuple[list[Page], list[Staying]]:
        """Unpublishes the live ones; returns those, and those that the user may not unpublish."""
        done, staying = [], []
        for page in pages:
            if not page.live:
                continue
            if not page.permissions_for_user(self.user).can_unpublish():
                staying.append(Staying(page, self.may_not(page)))
                continue
            UnpublishPageAction(page, user=self.user).execute(skip_permission_checks=True)
            done.append(page)
        return done, staying

    def may_not(self, page: Page) -> str:
        return _(
            "The English page “%(title)s” stays as it is: you may not change it, or it is locked."
        ) % {"title": page.get_admin_display_title()}


def titles(pages: list[Page]) -> str:
    """The titles of pages for a sentence: “A”, “B” and 3 more."""
    named = ", ".join(f"“{page.get_admin_display_title()}”" for page in pages[:NAMED])
    if more := len(pages[NAMED:]):
        return _("%(titles)s and %(count)s more") % {"titles": named, "count": more}
    return named


def for_permission_checks(pages: PageQuerySet) -> PageQuerySet:
    """Fetches with the pages what asking for permissions needs, so that it costs no query for each of them."""
    return pages.annotate_approved_schedule().defer_streamfields().specific()
