"""What stood on a page once and no longer does."""

from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation, Translation, TranslationContext

from translations.po.file_format import SegmentName, plain
from translations.po.matching import PoContent
from translations.po.segments import PoSegment


class EarlierSegments:
    """Those that a file still has; wagtail-localize keeps their words and texts."""

    def __init__(
        self, content: PoContent, current: dict[SegmentName, PoSegment], locale: Locale
    ) -> None:
        names = [entry.name for entry in content.entries if entry.name not in current]
        uuids = {name.translation for name in names}
        objects = dict(
            Translation.objects.filter(uuid__in=uuids).values_list("uuid", "source__object_id")
        )
        contexts = TranslationContext.objects.filter(object_id__in=objects.values())
        self._objects = objects
        self._places = set(contexts.values_list("object_id", "path")) if names else set()
        self._words = set(
            String.objects.filter(data_hash__in={name.words for name in names}).values_list(
                "data_hash", flat=True
            )
        )
        self._texts = {
            (text.context.object_id, text.context.path, text.translation_of.data_hash): text.data
            for text in StringTranslation.objects.filter(
                locale=locale,
                context__object_id__in=objects.values(),
                translation_of__data_hash__in=self._words,
            ).select_related("context", "translation_of")
        }

    def knows(self, name: SegmentName) -> bool:
        object_id = self._objects.get(name.translation)
        return (object_id, name.path) in self._places and name.words in self._words

    def text(self, name: SegmentName) -> str | None:
        text = self._texts.get((self._objects[name.translation], name.path, name.words))
        return None if text is None else plain(text)
