"""Wagtail's bulk actions of the page explorer, with the English keeping step."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpResponse
from wagtail.admin.views.pages.bulk_actions import (
    DeleteBulkAction,
    MoveBulkAction,
    UnpublishBulkAction,
)
from wagtail.models import Page

from translations.tree.deletion import DeleteFollowUp
from translations.tree.follow_up import FollowUp
from translations.tree.moving import MoveFollowUp
from translations.tree.unpublishing import UnpublishFollowUp


class FollowedBulkAction:
    """Asks the question of `follow_up` on the confirmation page, and does nothing until it is answered."""

    request: Any
    cleaned_form: forms.Form | None
    follow_up: FollowUp | None = None

    @abstractmethod
    def make_follow_up(self, pages: list[Page]) -> FollowUp: ...

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        pages = [item["item"] for item in context["items"]]
        return context | {"follow_up": self.follow_up or self.make_follow_up(pages)}

    def prepare_action(self, objects: list[Page], without_access: dict) -> HttpResponse | None:
        response = super().prepare_action(objects, without_access)  # type: ignore[misc]
        if response is not None:
            return response
        self.follow_up = self.make_follow_up(objects)
        if self.follow_up.is_answered():
            return None
        return self.render_to_response(self.get_context_data())  # type: ignore[attr-defined]

    def get_execution_context(self) -> dict[str, Any]:
        context = super().get_execution_context()  # type: ignore[misc]
        return context | {"follow_up": self.follow_up}

    @classmethod
    def execute_action(
        cls, objects: Iterable[Page], *, follow_up: FollowUp, **kwargs: Any
    ) -> tuple[int, int]:
        with follow_up.along():
            return super().execute_action(objects, **kwargs)  # type: ignore[misc]

    def form_valid(self, form: forms.Form) -> HttpResponse:
        response = super().form_valid(form)  # type: ignore[misc]
        if self.follow_up is not None:
            self.follow_up.tell()
        return response


class UnpublishWithEnglish(FollowedBulkAction, UnpublishBulkAction):
    template_name = "translations/tree/confirm_bulk_unpublish.html"

    def make_follow_up(self, pages: list[Page]) -> FollowUp:
        return UnpublishFollowUp(pages, self.request)


class DeleteWithEnglish(FollowedBulkAction, DeleteBulkAction):
    template_name = "translations/tree/confirm_bulk_delete.html"

    def make_follow_up(self, pages: list[Page]) -> FollowUp:
        return DeleteFollowUp(pages, self.request)


class MoveWithEnglish(FollowedBulkAction, MoveBulkAction):
    template_name = "translations/tree/confirm_bulk_move.html"

    def make_follow_up(self, pages: list[Page]) -> FollowUp:
        # The new parent is chosen in the same form as the answer.
        destination = self.cleaned_form and self.cleaned_form.cleaned_data["chooser"]
        return MoveFollowUp(pages, self.request, destination)
