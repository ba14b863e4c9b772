"""Takes the texts of a PO file into the translation editor: all of them or none.

Nothing goes live by it; that takes a publication.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from translations.places import Places
from translations.po.earlier import EarlierSegments
from translations.po.file_format import plain
from translations.po.matching import NamedEntry, PoContent, content_of, unknown_reason
from translations.po.reading import PoError, RefusedFileError, read_po
from translations.po.segments import PoSegment, load_segments
from translations.po.targets import editable_targets
from translations.po.text_checks import faults

TOOL_NAME = "PO"


@dataclass
class ImportResult:
    """`imported` counts the texts taken for each target page or snippet, the other numbers what was left out."""

    imported: list[tuple[Any, int]] = field(default_factory=list)
    unchanged: int = 0
    fuzzy: int = 0
    empty: int = 0
    outdated: int = 0

    @property
    def total(self) -> int:
        return sum(number for _target, number in self.imported)


def import_po(
    data: bytes, user: Any, *, only: Translation | None = None, skip_outdated: bool = False
) -> ImportResult:
    """Reads, checks and saves a file, in one transaction.

    `only` refuses a file with texts of any other translation. `skip_outdated` leaves out what was changed here since
    the file was made, instead of refusing the file. Raises RefusedFileError with every error there is.
    """
    content = content_of(read_po(data))
    with transaction.atomic():
        return _Import(content, user, only, skip_outdated).run()


class _Import:
    def __init__(
        self, content: PoContent, user: Any, only: Translation | None, skip_outdated: bool
    ) -> None:
        self.content = content
        self.user = user
        self.skip_outdated = skip_outdated
        self.result = ImportResult()
        self.errors: list[PoError] = []
        self.accepted: list[tuple[PoSegment, str]] = []
        self.translations = self._translations(only)
        self.locale = self._locale()
        self.targets = self._targets()
        everything = Translation.objects.filter(
            pk__in=[translation.pk for translation in self.translations.values()]
        ).select_related("source")
        self.segments = {
            segment.name: segment for segment in load_segments(everything, self.locale)
        }
        self.earlier = EarlierSegments(content, self.segments, self.locale)
        self.places = {
            translation.pk: Places(translation.source) for translation in self.translations.values()
        }

    def run(self) -> ImportResult:
        for entry in self.content.entries:
            self._consider(entry)
        if self.errors:
            raise RefusedFileError(self.errors)
        self._save()
        numbers = Counter(segment.translation.pk for segment, _text in self.accepted)
        self.result.imported = [(self.targets[pk], number) for pk, number in numbers.items()]
        return self.result

    def _translations(self, only: Translation | None) -> dict[Any, Translation]:
        """By their uuid; their sources stay locked, so that the Dutch is the same until all is saved."""
        found = Translation.objects.filter(uuid__in=self.content.translations, enabled=True)
        sources = list(found.values_list("source_id", flat=True))
        list(TranslationSource.objects.select_for_update().filter(pk__in=sources).order_by("pk"))
        translations = {
            translation.uuid: translation
            for translation in found.select_related("source", "target_locale")
        }
        if gone := self.content.translations - set(translations):
            reason = _("The page of this text is not on this site, or no longer translated.")
            raise RefusedFileError(self._first_of_each(gone, reason))
        if only is not None and (others := set(translations) - {only.uuid}):
            reason = _("This text is of another page. Import a file with several pages at once.")
            raise RefusedFileError(self._first_of_each(others, reason))
        return translations

    def _locale(self) -> Locale:
        locales = {translation.target_locale for translation in self.translations.values()}
        language = self.content.language.replace("-", "_").partition("_")[0].lower()
        for locale in locales:
            code = locale.language_code.partition("-")[0]
            if len(locales) > 1 or (language and language != code):
                reason = _(
                    "The header of the file says its language is “%(language)s”, but it is for pages in %(expected)s."
                )
                names = ", ".join(sorted(locale.get_display_name() for locale in locales))
                words = {"language": self.content.language, "expected": names}
                raise RefusedFileError([PoError(reason % words, 1)])
        return locales.pop()

    def _targets(self) -> dict[int, Any]:
        targets = editable_targets(self.translations.values(), self.user)
        closed = {
            number
            for number, translation in self.translations.items()
            if translation.pk not in targets
        }
        if closed:
            reason = _("You may not change the page of this text, or it was deleted.")
            raise RefusedFileError(self._first_of_each(closed, reason))
        return targets

    def _first_of_each(self, numbers: set[Any], reason: str) -> list[PoError]:
        """One error for each translation, at its first entry."""
        first: dict[Any, NamedEntry] = {}
        for entry in self.content.entries:
            if entry.name.translation in numbers:
                first.setdefault(entry.name.translation, entry)
        return [entry.error(reason) for entry in first.values()]

    def _consider(self, entry: NamedEntry) -> None:
        segment = self.segments.get(entry.name)
        if segment is None and not self.earlier.knows(entry.name):
            self.errors.append(entry.error(unknown_reason()))
        elif segment is not None and plain(entry.entry.msgid) != plain(segment.segment.string.data):
            reason = _("The Dutch (msgid) was changed in the file. Put it back as it was.")
            self.errors.append(entry.error(reason))
        elif not entry.text:
            self.result.empty += 1
        elif entry.is_fuzzy:
            self.result.fuzzy += 1
        elif segment is None:
            if entry.text == self.earlier.text(entry.name):
                self.result.unchanged += 1
            else:
                self._leave_out(
                    entry, _("The Dutch was changed or removed since the file was made.")
                )
        elif self._is_unchanged(segment, entry.text):
            self.result.unchanged += 1
        elif self._was_changed_here(segment):
            self._leave_out(entry, _("The text was changed here since the file was made."))
        else:
            place = self.places[segment.translation.pk].find(segment.segment.context.path)
            reasons = faults(segment.segment.string.data, entry.text, place)
            self.errors += [entry.error(reason) for reason in reasons]
            self.accepted.append((segment, entry.text))

    def _leave_out(self, entry: NamedEntry, reason: str) -> None:
        """Not without being told to."""
        if self.skip_outdated:
            self.result.outdated += 1
        else:
            self.errors.append(entry.error(reason))

    def _is_unchanged(self, segment: PoSegment, text: str) -> bool:
        """A text that needed work is confirmed by taking its mark off; wagtail-localize's files have no marks."""
        stored = segment.editor_text
        if stored is None or plain(stored.data) != text:
            return False
        return segment.is_done or self.content.is_upstream

    def _was_changed_here(self, segment: PoSegment) -> bool:
        """Whether somebody wrote another text since the file was made; an earlier version of this file is nobody."""
        stored = segment.editor_text
        return (
            stored is not None
            and segment.is_done
            and stored.tool_name != TOOL_NAME
            and stored.updated_at > self.content.exported_at
        )

    def _save(self) -> None:
        StringTranslation.objects.bulk_create(
            [
                StringTranslation(
                    translation_of_id=segment.segment.string_id,
                    locale=self.locale,
                    context_id=segment.segment.context_id,
                    data=text,
                    translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                    tool_name=TOOL_NAME,
                    last_translated_by=self.user,
                )
                for segment, text in self.accepted
            ],
            update_conflicts=True,
            unique_fields=["locale", "translation_of", "context"],
            update_fields=[
                "data",
                "translation_type",
                "tool_name",
                "last_translated_by",
                "has_error",
                "field_error",
                "updated_at",
            ],
        )
        # What wagtail-localize does when it saves a title by itself.
        titles = [
            Page(pk=target.pk, draft_title=text)
            for segment, text in self.accepted
            if segment.segment.context.path == "title"
            and isinstance(target := self.targets[segment.translation.pk], Page)
        ]
        Page.objects.bulk_update(titles, ["draft_title"])
