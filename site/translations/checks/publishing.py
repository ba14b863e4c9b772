"""Publishes a translation and says what came of it."""

from typing import Any

from django.contrib import messages as plain_messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail_localize.models import Translation

from translations.publication import IncompleteTranslationError, publish_translation
from translations.tree.counterparts import source_not_live


def may_publish(user: Any, instance: Any) -> bool:
    """Whether `user` may publish a page or snippet."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    return ModelPermissionPolicy(type(instance)).user_has_permission(user, "publish")


def refuse_incomplete(request: HttpRequest, page: Page, missing: int) -> None:
    plain_messages.error(
        request,
        ngettext(
            "“%(title)s” was not published: %(number)s text still has no translation. "
            "Visitors see what they saw before. Translate it, then publish.",
            "“%(title)s” was not published: %(number)s texts still have no translation. "
            "Visitors see what they saw before. Translate them, then publish.",
            missing,
        )
        % {"title": page.get_admin_display_title(), "number": missing},
    )


def refuse_before_dutch(request: HttpRequest, page: Page) -> bool:
    """Says so and returns True when a first publication would come before that of the Dutch page."""
    if page.live or not source_not_live(page):
        return False
    plain_messages.error(
        request,
        _("“%(title)s” was not published: its Dutch page is not live. Publish the Dutch first.")
        % {"title": page.get_admin_display_title()},
    )
    return True


def refuse_invalid(request: HttpRequest, page: Page, error: ValidationError) -> None:
    plain_messages.error(
        request,
        _(
            "“%(title)s” was not published. Visitors see what they saw before. "
            "Mend the texts that are marked below, then publish. %(reasons)s"
        )
        % {"title": page.get_admin_display_title(), "reasons": _reasons(page, error)},
    )


def _reasons(page: Page, error: ValidationError) -> str:
    """What is wrong, with the name of the field it is wrong with."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    fields = {field.name: field for field in page._meta.get_fields()}
    return " ".join(
        f"{capfirst(str(getattr(fields.get(name), 'verbose_name', name)))}: {' '.join(reasons)}"
        for name, reasons in error.message_dict.items()
    )


def publish_and_tell(request: HttpRequest, translation: Translation) -> bool:
    """Publishes a translation for the user of a request, who may; returns whether it was published."""
    page = translation.get_target_instance()
    if refuse_before_dutch(request, page):
        return False
    try:
        behind = publish_translation(translation, request.user)
    except IncompleteTranslationError as error:
        refuse_incomplete(request, page, error.missing)
        return False
    except ValidationError as error:
        refuse_invalid(request, page, error)
        return False
    page = translation.get_target_instance()
    buttons = [messages.button(page.get_url(request), _("View live"), new_window=False)]
    text = _("“%(title)s” is published.") % {"title": page.title}
    if behind:
        buttons.append(
            messages.button(
                reverse("translations_review:segments", args=[translation.pk]), _("Review")
            )
        )
        text += " " + ngettext(
            "%(number)d text is still behind.", "%(number)d texts are still behind.", behind
        ) % {"number": behind}
    messages.success(request, text, buttons=buttons)
    return True
