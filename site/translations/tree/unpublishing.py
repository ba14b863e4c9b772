"""Unpublishing Dutch pages asks whether the English goes offline too."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from translations.tree.counterparts import counterparts, sources_below
from translations.tree.follow_up import Choices, FollowUp, Staying, for_permission_checks

UNPUBLISH = "unpublish"
KEEP = "keep"


class UnpublishFollowUp(FollowUp):
    below = gettext_lazy("Only if the pages below go offline as well:")

    def find(self) -> None:
        live = sources_below(self.pages).live()
        for page in for_permission_checks(counterparts(live.values("translation_key")).live()):
            if page.permissions_for_user(self.user).can_unpublish():
                self.followers.append(page)
            else:
                self.staying.append(Staying(page, self.may_not(page)))

    def choices(self) -> Choices:
        return [
            (UNPUBLISH, _("Also take the English offline (recommended)")),
            (KEEP, _("Leave the English online, without Dutch beside it")),
        ]

    def remember(self) -> None:
        self.live = list(sources_below(self.pages).live().values_list("pk", flat=True))

    def follow(self, choice: str) -> None:
        unpublished = Page.objects.filter(pk__in=self.live, live=False)
        english = counterparts(unpublished.values("translation_key")).live()
        if choice == KEEP:
            self.report_still_online(list(english))
            return
        done, staying = self.take_offline(for_permission_checks(english))
        self.report_offline(done)
        self.report_staying(staying)
