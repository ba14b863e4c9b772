"""The pages of the admin for a translator outside: download and import."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Locale
from wagtail_localize.models import Translation, get_edit_url

from translations.po.export import make_po
from translations.po.importing import ImportResult, import_po
from translations.po.reading import PoError, RefusedFileError
from translations.po.segments import PoSegment, count_behind, load_segments
from translations.po.targets import editable_targets

MAX_BYTES = 5 * 1024 * 1024
SHOWN_ERRORS = 50
SHOWN_PAGES = 20


def translations_into(locale: Locale) -> QuerySet[Translation]:
    return Translation.objects.filter(target_locale=locale, enabled=True).select_related(
        "source", "target_locale"
    )


def editable_translation(user: Any, translation_id: int) -> Translation:
    """Raises Http404 where there is none, and PermissionDenied where `user` may not edit its page."""
    translation = get_object_or_404(
        Translation.objects.select_related("source", "target_locale"),
        pk=translation_id,
        enabled=True,
    )
    if translation.pk not in editable_targets([translation], user):
        raise PermissionDenied
    return translation


def other_locales() -> QuerySet[Locale]:
    return Locale.objects.exclude(pk=Locale.get_default().pk).order_by("language_code")


@require_GET
def export_page(request: HttpRequest, translation_id: int) -> HttpResponse:
    """All texts of one page."""
    translation = editable_translation(request.user, translation_id)
    locale = translation.target_locale
    segments = load_segments(translations_into(locale).filter(pk=translation.pk), locale)
    return po_response(segments, locale, slugify(translation.source.object_repr))


@require_GET
def export_behind(request: HttpRequest) -> HttpResponse:
    """Everything that is behind in the language of `?language=`; without it, in the first other one."""
    locale = other_locales().first()
    if language := request.GET.get("language"):
        locale = other_locales().filter(language_code=language).first()
    if locale is None:
        raise Http404
    translations = translations_into(locale)
    found = load_segments(translations, locale, only_behind=True)
    may_edit = editable_targets({segment.translation for segment in found}, request.user)
    segments = [segment for segment in found if segment.translation.pk in may_edit]
    if not segments:
        messages.info(request, _("Nothing is behind: there is nothing to translate."))
        return redirect("translations_po:import")
    return po_response(segments, locale, _("behind"))


def po_response(segments: list[PoSegment], locale: Locale, name: str) -> HttpResponse:
    day = timezone.localdate().isoformat()
    return HttpResponse(
        str(make_po(segments, locale)),
        content_type="text/x-gettext-translation; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}-{locale.language_code}-{day}.po"'
        },
    )


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("PO file"),
        help_text=gettext_lazy("The file that the translator sent back."),
        widget=forms.FileInput(attrs={"accept": ".po"}),
    )
    skip_outdated = forms.BooleanField(
        label=gettext_lazy("Leave out texts that were changed here since the file was made"),
        help_text=gettext_lazy("Without this, such a file is refused, and you see which texts."),
        required=False,
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise ValidationError(
                _("The file is too large: %(size)s. A PO file has at most %(limit)s.")
                % {"size": filesizeformat(file.size), "limit": filesizeformat(MAX_BYTES)}
            )
        return file


class ImportView(WagtailAdminTemplateMixin, FormView):
    """Takes in a file; with a `translation_id`, only one with texts of that page."""

    template_name = "translations/po/import.html"
    header_icon = "upload"
    form_class = ImportForm
    file_errors: list[PoError]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.file_errors = []
        self.only = (
            editable_translation(request.user, kwargs["translation_id"])
            if "translation_id" in kwargs
            else None
        )
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Import a PO file")

    def get_page_subtitle(self) -> str:
        return self.only.source.object_repr if self.only else ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_header_title()}]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        try:
            result = import_po(
                form.cleaned_data["file"].read(),
                self.request.user,
                only=self.only,
                skip_outdated=form.cleaned_data["skip_outdated"],
            )
        except RefusedFileError as error:
            self.file_errors = error.errors
            return self.render_to_response(self.get_context_data(form=form))
        tell(self.request, result)
        return redirect(self.next_url or "translations_po:import")

    @cached_property
    def next_url(self) -> str:
        return get_valid_next_url_from_request(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "translation": self.only,
            "next_url": self.next_url,
            "file_errors": self.file_errors[:SHOWN_ERRORS],
            "more_errors": len(self.file_errors[SHOWN_ERRORS:]),
            "languages": [] if self.only else self.languages(),
            "action_url": self.request.path,
            "form_is_multipart": True,
            "submit_button_label": _("Import"),
            "submit_button_active_label": _("Importing…"),
            "media": kwargs["form"].media if "form" in kwargs else self.get_form().media,
        }

    def languages(self) -> list[dict[str, Any]]:
        """What there is to download in each language: how many texts are behind, on which pages."""
        languages = []
        for locale in other_locales():
            behind = count_behind(translations_into(locale), locale)
            translations = list(translations_into(locale).filter(source__in=behind))
            may_edit = editable_targets(translations, self.request.user)
            pages = [
                {"translation": translation, "number": behind[translation.source_id]}
                for translation in translations
                if translation.pk in may_edit
            ]
            pages.sort(key=lambda page: (-page["number"], page["translation"].source.object_repr))
            languages.append(
                {
                    "locale": locale,
                    "number": sum(page["number"] for page in pages),
                    "pages": pages[:SHOWN_PAGES],
                    "more_pages": len(pages[SHOWN_PAGES:]),
                }
            )
        return languages


def tell(request: HttpRequest, result: ImportResult) -> None:
    """Says what an import did, page by page, and what it left out."""
    pages = [
        {"title": str(target), "url": get_edit_url(target), "number": number}
        for target, number in result.imported
    ]
    message = render_to_string(
        "translations/po/result.html",
        {
            "result": result,
            "pages": pages[:SHOWN_PAGES],
            "more_pages": len(pages[SHOWN_PAGES:]),
        },
    )
    level = messages.SUCCESS if result.total else messages.INFO
    messages.add_message(request, level, message)
