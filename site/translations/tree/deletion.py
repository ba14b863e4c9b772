"""Deleting Dutch pages asks what becomes of the English.

Deleting English keeps its texts: translating the Dutch page again brings them back.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page

from translations.tree.counterparts import below, counterparts, sources_below
from translations.tree.follow_up import Choices, FollowUp, Staying, for_permission_checks

UNPUBLISH = "unpublish"
DELETE = "delete"
KEEP = "keep"


class DeleteFollowUp(FollowUp):
    below = gettext_lazy("And of the pages below:")

    def find(self) -> None:
        keys = sources_below(self.pages).values("translation_key")
        for page in for_permission_checks(counterparts(keys)):
            permissions = page.permissions_for_user(self.user)
            if permissions.can_delete() or permissions.can_unpublish():
                self.followers.append(page)
            else:
                self.staying.append(Staying(page, self.may_not(page)))

    def choices(self) -> Choices:
        if any(page.live for page in self.followers):
            return [
                (UNPUBLISH, _("Take the English offline and keep it as a draft (recommended)")),
                (DELETE, _("Delete the English as well")),
                (KEEP, _("Leave the English online, without Dutch beside it")),
            ]
        return [
            (KEEP, _("Keep the English draft (recommended)")),
            (DELETE, _("Delete the English as well")),
        ]

    def remember(self) -> None:
        self.keys = dict(sources_below(self.pages).values_list("pk", "translation_key"))

    def follow(self, choice: str) -> None:
        left = set(Page.objects.filter(pk__in=self.keys).values_list("pk", flat=True))
        keys = [key for pk, key in self.keys.items() if pk not in left]
        english = list(for_permission_checks(counterparts(keys)))
        if choice == KEEP:
            self.report_still_online([page for page in english if page.live])
            self.report_drafts([page for page in english if not page.live])
        elif choice == DELETE:
            self.delete(english)
        else:
            done, staying = self.take_offline(english)
            self.report_offline(done)
            self.report_drafts([page for page in english if not page.live and page not in done])
            self.report_staying(staying)

    def delete(self, pages: list[Page]) -> None:
        """Deletes pages with what is below them; one that would take others with it goes offline instead."""
        parents = self.parents_of_others(pages)
        free = {page.path: page for page in pages if page.path not in parents}
        deleted, staying = [], []
        for path, page in free.items():
            if path[: -Page.steplen] in free:
                continue  # goes with the page above it
            family = [child for at, child in free.items() if at.startswith(path)]
            if page.permissions_for_user(self.user).can_delete():
                DeletePageAction(page, user=self.user).execute(skip_permission_checks=True)
                deleted += family
            else:
                staying += [Staying(child, self.may_not(child)) for child in family]
        text = ngettext(
            "The English page %(pages)s was deleted too. Its texts are kept.",
            "These English pages were deleted too: %(pages)s. Their texts are kept.",
            len(deleted),
        )
        self.report_pages(text, deleted)
        # Fetched anew: deleting what was below them changed them.
        shared = Page.objects.filter(pk__in=[page.pk for page in pages if page.path in parents])
        for page in for_permission_checks(shared):
            _offline, locked = self.take_offline([page])
            staying += locked or [Staying(page, self.has_others(page))]
        self.report_staying(staying)

    def parents_of_others(self, pages: list[Page]) -> set[str]:
        """The paths above every page that is below one of these and not among them."""
        others = below(pages).exclude(pk__in=[page.pk for page in pages])
        return {
            path[:end]
            for path in others.values_list("path", flat=True)
            for end in range(Page.steplen, len(path), Page.steplen)
        }

    def has_others(self, page: Page) -> str:
        return _(
            "The English page “%(title)s” is kept as a draft: pages stand below it whose Dutch is still there. "
            "Move those first, then delete it."
        ) % {"title": page.get_admin_display_title()}

    def report_drafts(self, pages: list[Page]) -> None:
        text = ngettext(
            "The English draft %(pages)s is kept.",
            "These English drafts are kept: %(pages)s.",
            len(pages),
        )
        self.report_pages(text, pages)
