"""The translation editor's “Translate with …” button."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from translations.machine import service
from translations.machine.errors import MachineTranslationError


@require_admin_access
@require_POST
def translate_with_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Translates what has no text yet; a failure half-way keeps what was done before it."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    if not user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    if not service.available(translation):
        raise Http404
    try:
        tell(request, service.translate_missing(translation, request.user))
    except MachineTranslationError as error:
        messages.error(request, f"{error} " + _("What was translated before that is kept."))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def tell(request: HttpRequest, result: service.MachineResult) -> None:
    """Says what was translated, and which terms of the glossary are not in it."""
    if not result.translated:
        messages.info(request, _("There is nothing left to translate."))
        return
    messages.success(
        request,
        ngettext(
            "%(number)d text was translated by machine. Read it before you publish.",
            "%(number)d texts were translated by machine. Read them before you publish.",
            result.translated,
        )
        % {"number": result.translated},
    )
    if result.missed_terms:
        terms = ", ".join(f"{dutch} → {english}" for dutch, english in sorted(result.missed_terms))
        messages.warning(
            request,
            _("The machine did not use these words of your list: %(terms)s") % {"terms": terms},
        )
