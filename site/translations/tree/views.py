"""Wagtail's views of the page tree, with the English keeping step."""

from abc import abstractmethod
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.views.pages.ordering import SetPagePositionView
from wagtail.admin.views.pages.unpublish import UnpublishView

from translations.tree.copying import SameLanguageCopyForm
from translations.tree.deletion import DeleteFollowUp
from translations.tree.follow_up import FollowUp
from translations.tree.moving import MoveFollowUp
from translations.tree.unpublishing import UnpublishFollowUp


class FollowedView:
    """Asks the question of `follow_up` on a confirmation page, and does nothing until it is answered."""

    request: HttpRequest

    @abstractmethod
    def make_follow_up(self) -> FollowUp: ...

    @cached_property
    def follow_up(self) -> FollowUp:
        return self.make_follow_up()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"follow_up": self.follow_up}  # type: ignore[misc]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.follow_up.is_answered():
            return self.render_to_response(self.get_context_data())  # type: ignore[attr-defined]
        with self.follow_up.along():
            response = super().post(request, *args, **kwargs)  # type: ignore[misc]
        self.follow_up.tell()
        return response


class UnpublishWithEnglishView(FollowedView, UnpublishView):
    template_name = "translations/tree/confirm_unpublish.html"

    def make_follow_up(self) -> UnpublishFollowUp:
        return UnpublishFollowUp([self.object], self.request)


class DeleteWithEnglishView(FollowedView, DeleteView):
    template_name = "translations/tree/confirm_delete.html"

    def make_follow_up(self) -> DeleteFollowUp:
        return DeleteFollowUp([self.page], self.request)


class MoveWithEnglishView(FollowedView, MoveConfirmView):
    template_name = "translations/tree/confirm_move.html"

    def make_follow_up(self) -> MoveFollowUp:
        return MoveFollowUp([self.page_to_move], self.request, self.destination)


class CopyWithinLanguageView(CopyView):
    def get_form_class(self) -> type[SameLanguageCopyForm]:
        return SameLanguageCopyForm


@method_decorator(transaction.atomic, name="post")
class PositionWithEnglishView(SetPagePositionView):
    """The Dutch page and its English take their new places together (`order.py`)."""
