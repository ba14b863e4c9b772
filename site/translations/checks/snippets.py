"""Publishes the translation of a snippet from its editor: whole, or not at all the first time.

wagtail-localize would fill what is missing with Dutch (https://github.com/wagtail/wagtail-localize/issues/502).
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import TranslatableMixin

from translations.checks.publishing import may_publish
from translations.publication import IncompleteTranslationError, publish_translation, translation_of


@hooks.register("before_edit_snippet", order=-1)
def publish_snippet_translation(request: HttpRequest, instance: Model) -> HttpResponse | None:
    """Stands before wagtail-localize's editor, as `publish_translation_with_checks` does for pages."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(instance) if isinstance(instance, TranslatableMixin) else None
    if translation is None:
        return None
    if not may_publish(request.user, instance):
        raise PermissionDenied
    try:
        behind = publish_translation(translation, request.user)
    except IncompleteTranslationError as error:
        messages.error(
            request,
            ngettext(
                "“%(title)s” was not published: %(number)s text still has no translation. "
                "Visitors see what they saw before. Translate it, then publish.",
                "“%(title)s” was not published: %(number)s texts still have no translation. "
                "Visitors see what they saw before. Translate them, then publish.",
                error.missing,
            )
            % {"title": instance, "number": error.missing},
        )
    except ValidationError as error:
        reasons = " ".join(error.messages)
        messages.error(
            request,
            _(
                "“%(title)s” was not published. Visitors see what they saw before. "
                "Mend the texts that are marked below, then publish. %(reasons)s"
            )
            % {"title": instance, "reasons": reasons},
        )
    else:
        text = _("“%(title)s” is published.") % {"title": translation.get_target_instance()}
        if behind:
            text += " " + ngettext(
                "%(number)d text is still behind.", "%(number)d texts are still behind.", behind
            ) % {"number": behind}
        messages.success(request, text)
    return redirect(request.get_full_path())
