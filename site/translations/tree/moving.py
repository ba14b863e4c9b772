"""Moving Dutch pages asks whether the English moves along."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

from translations.tree.counterparts import counterparts_of
from translations.tree.follow_up import Choices, FollowUp, Staying
from translations.tree.order import follow_order

MOVE = "move"
KEEP = "keep"


class MoveFollowUp(FollowUp):
    """`destination` is the new parent of the Dutch pages; None while that has not been chosen."""

    def __init__(
        self, pages: Iterable[Page], request: HttpRequest, destination: Page | None = None
    ) -> None:
        self.destination = destination
        super().__init__(pages, request)

    @cached_property
    def new_parents(self) -> dict[int, Page]:
        """Where the pages in each other language would go, by locale."""
        assert self.destination is not None  # noqa: S101 for the type checker
        return {page.locale_id: page for page in counterparts_of([self.destination])}

    def find(self) -> None:
        for page in counterparts_of(self.pages):
            if self.destination is not None and self.is_there(page):
                continue
            if obstacle := self.obstacle(page):
                self.staying.append(Staying(page, obstacle))
            else:
                self.followers.append(page)

    def is_there(self, page: Page) -> bool:
        parent = self.new_parents.get(page.locale_id)
        return parent is not None and page.is_child_of(parent)

    def obstacle(self, page: Page) -> str:
        """Why a page cannot move along, as a sentence; "" where it can."""
        permissions = page.permissions_for_user(self.user)
        if not permissions.can_move():
            return self.may_not(page)
        if self.destination is None:
            return ""
        names = {
            "title": page.get_admin_display_title(),
            "parent": self.destination.get_admin_display_title(),
            "slug": page.slug,
        }
        parent = self.new_parents.get(page.locale_id)
        if parent is None:
            text = _(
                "The English page “%(title)s” stays where it is: “%(parent)s” has no English page to move it under. "
                "Translate “%(parent)s”, then move the English page yourself."
            )
            return text % names
        names["parent"] = parent.get_admin_display_title()
        if not permissions.can_move_to(parent):
            text = _(
                "The English page “%(title)s” stays where it is: it cannot stand under “%(parent)s”, or you may "
                "not put it there."
            )
            return text % names
        if not Page._slug_is_available(page.slug, parent, page=page):
            text = _(
                "The English page “%(title)s” stays where it is: another page under “%(parent)s” has the same "
                "address, “%(slug)s”. Change one of the two addresses, then move the English page yourself."
            )
            return text % names
        return ""

    def choices(self) -> Choices:
        along = _("Move the English along, under the English of the new parent (recommended)")
        if self.destination is not None and len(self.new_parents) == 1:
            (parent,) = self.new_parents.values()
            along = _("Move the English along, under “%(parent)s” (recommended)") % {
                "parent": parent.get_admin_display_title()
            }
        return [(MOVE, along), (KEEP, _("Leave the English where it is"))]

    def remember(self) -> None:
        pass

    def follow(self, choice: str) -> None:
        assert self.destination is not None  # noqa: S101 for the type checker
        moved = Page.objects.child_of(self.destination).filter(
            pk__in=[page.pk for page in self.pages]
        )
        english = [page for page in counterparts_of(moved) if not self.is_there(page)]
        if choice == KEEP:
            text = ngettext(
                "The English page %(pages)s stays where it was.",
                "These English pages stay where they were: %(pages)s.",
                len(english),
            )
            self.report_pages(text, english)
            return
        done, staying = [], []
        for page in english:
            page.refresh_from_db()  # the move before may have changed its path
            if obstacle := self.obstacle(page):
                staying.append(Staying(page, obstacle))
                continue
            parent = Page.objects.get(pk=self.new_parents[page.locale_id].pk)
            MovePageAction(page, parent, pos="last-child", user=self.user).execute(
                skip_permission_checks=True
            )
            done.append(page)
        follow_order(self.destination)
        text = ngettext(
            "The English page %(pages)s moved along.",
            "These English pages moved along: %(pages)s.",
            len(done),
        )
        self.report_pages(text, done)
        self.report_staying(staying)
