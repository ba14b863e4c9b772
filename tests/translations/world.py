"""A site that is edited at random, and an oracle that says what its English may say."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.test import Client
from wagtail import blocks
from wagtail_localize.models import Translation

from tests.factories.marked_texts import MARKER, NUMBER, MarkedTexts
from tests.factories.translations import write_text
from tests.translations.dutch_segments import FIELDS, PARAGRAPH, Segment, dutch_segments, numbers
from tests.translations.raw_bodies import leaves_of, lists_of
from translations.confirmation import confirm, confirm_edit
from translations.models import LiveSegment
from translations.publication import publish_translation, usable_texts
from treatments.models import TreatmentPage


class World:
    """One site being worked on, and what its English may say."""

    def __init__(self, page: TreatmentPage, pictures: list[int], texts: MarkedTexts) -> None:
        self.page, self.pictures, self.texts = page, pictures, texts
        self.translation = Translation.objects.get(source__object_id=page.translation_key)
        self.live_dutch = dutch_segments(page)
        self.published_bodies = [self.raw()]
        # English that was published or confirmed, by the Dutch and place it was for; and what waits for publication.
        self.confirmed: dict[Segment, str] = dict(self.editor())
        self.waiting: dict[Segment, str] = {}
        # For each field of one text: the Dutch and the English of when that was last live and right.
        self.fields: dict[str, Segment] = {}
        self.note_fields()

    def note_fields(self) -> None:
        """A field keeps what it had while it is in the Dutch; what was confirmed for its Dutch now takes its place."""
        rich: set[str] = set()
        now = dict(dutch_segments(self.page_live(), rich))
        kept = {place: pair for place, pair in self.fields.items() if place in now}
        right = {
            place: (text, self.confirmed[place, text])
            for place, text in now.items()
            if place not in rich and (place, text) in self.confirmed
        }
        self.fields = kept | right

    def page_live(self) -> TreatmentPage:
        return TreatmentPage.objects.get(pk=self.page.pk)

    def raw(self) -> list[dict[str, Any]]:
        return json.loads(self.page._meta.get_field("body").value_to_string(self.page))

    def editor(self) -> dict[Segment, str]:
        """The usable texts of the translation editor, by Dutch and place."""
        source = self.translation.source
        rows = source.stringsegment_set.select_related("string", "context")
        usable = usable_texts(self.translation)
        return {
            (row.context.path, row.string.data): usable[row.context_id, row.string_id].data
            for row in rows
            if (row.context_id, row.string_id) in usable and row.context.path != "slug"
        }

    def set_body(self, body: list[dict[str, Any]]) -> None:
        self.page.body = json.dumps(body)

    # What she does in Dutch

    def edit_texts(self, change: Callable[[str], str], rich_text: Callable | None = None) -> None:
        """Changes one text of the body, wherever it stands."""
        body = self.raw()
        leaves: list[tuple[Any, Any, bool]] = []
        stream = self.page._meta.get_field("body").stream_block
        for child in body:
            leaves_of(stream.child_blocks[child["type"]], child, "value", leaves)
        if not leaves:
            return
        holder, key, is_rich_text = self.texts.random.choice(leaves)
        if is_rich_text and rich_text is not None:
            holder[key] = rich_text(holder[key])
        elif is_rich_text:
            paragraphs = PARAGRAPH.findall(holder[key])
            tag, chosen = self.texts.random.choice(paragraphs)
            holder[key] = holder[key].replace(
                f"<{tag}>{chosen}</{tag}>", f"<{tag}>{change(chosen)}</{tag}>", 1
            )
        else:
            holder[key] = change(holder[key])
        self.set_body(body)

    def edit_words(self) -> None:
        self.edit_texts(lambda text: MARKER.sub(self.texts.marker("nl"), text))

    def edit_number(self) -> None:
        def change(text: str) -> str:
            text = MARKER.sub(self.texts.marker("nl"), NUMBER.sub("", text).replace(" ()", ""))
            return f"{text} ({self.texts.random.randint(10, 99)})"

        self.edit_texts(change)

    def rewrite(self) -> None:
        self.edit_texts(lambda text: self.texts.short(), self._rewrite_paragraphs)

    def _rewrite_paragraphs(self, html: str) -> str:
        found = PARAGRAPH.findall(html)
        choice = self.texts.random.randrange(4)
        parts = [f"<p>{text}</p>" for _tag, text in found]
        if choice == 0:
            parts.insert(
                self.texts.random.randint(0, len(parts)), f"<p>{self.texts.sentence()}</p>"
            )
        elif choice == 1 and len(parts) > 1:
            parts.pop(self.texts.random.randrange(len(parts)))
        elif choice == 2:
            self.texts.random.shuffle(parts)
        else:
            parts[0] = f"<p>{self.texts.sentence()}</p>"
        return "".join(parts)

    def change_items(self) -> None:
        """Adds or removes an item of a list, or a part of a stream within a section."""
        body = self.raw()
        stream = self.page._meta.get_field("body").stream_block
        lists: list[tuple[list, blocks.Block]] = []
        for child in body:
            lists_of(stream.child_blocks[child["type"]], child["value"], lists)
        if not lists:
            return
        items, block = self.texts.random.choice(lists)
        if items and self.texts.random.random() < 0.5:
            items.pop(self.texts.random.randrange(len(items)))
        else:
            name, child_block = (
                ("item", block.child_block)
                if isinstance(block, blocks.ListBlock)
                else self.texts.random.choice(list(block.child_blocks.items()))
            )
            new = self.texts.child(name, child_block, self.pictures[0], self.page.pk)
            items.insert(self.texts.random.randint(0, len(items)), new)
        self.set_body(body)

    def change_blocks(self) -> None:
        body = self.raw()
        choice = self.texts.random.randrange(3)
        if choice == 0 or not body:
            stream = self.page._meta.get_field("body").stream_block
            name, block = self.texts.random.choice(list(stream.child_blocks.items()))
            new = self.texts.child(name, block, self.pictures[0], self.page.pk)
            body.insert(self.texts.random.randint(0, len(body)), new)
        elif choice == 1:
            body.pop(self.texts.random.randrange(len(body)))
        else:
            moved = body.pop(self.texts.random.randrange(len(body)))
            body.insert(self.texts.random.randint(0, len(body)), moved)
        self.set_body(body)

    def change_fields(self) -> None:
        name = self.texts.random.choice(FIELDS)
        setattr(self.page, name, self.texts.random.choice(["", self.texts.short()]))

    def change_facts(self) -> None:
        self.page.price = Decimal(self.texts.random.randint(50, 200))
        self.page.duration_from = self.texts.random.choice([60, 90, None])
        self.page.bookable_singly = not self.page.bookable_singly
        self.page.hero_image_id = self.texts.random.choice([None, *self.pictures])
        self.page.hero_decorative = True

    def change_picture(self) -> None:
        body = self.raw()
        for child in body:
            if child["type"] == "captioned_image":
                child["value"]["image"]["image"] = self.texts.random.choice(self.pictures)
                if self.texts.random.random() < 0.5:
                    child["value"]["image"]["alt_text"] = self.texts.short()
        self.set_body(body)

    def go_back(self) -> None:
        self.set_body(self.texts.random.choice(self.published_bodies))

    def save_draft(self) -> None:
        self.page.save_revision()

    def publish_dutch(self) -> None:
        self.confirmed |= self.waiting
        self.note_fields()  # for the Dutch that it was confirmed for
        self.waiting = {}
        self.page.save_revision().publish()
        self.page = self.page_live()
        self.note_fields()
        self.live_dutch = dutch_segments(self.page)
        self.published_bodies.append(self.raw())

    # What she does in English

    def segments(self) -> list[Any]:
        self.translation = Translation.objects.get(pk=self.translation.pk)
        rows = self.translation.source.stringsegment_set.exclude(context__path="slug")
        return list(rows.select_related("string", "context"))

    def write_some(self) -> None:
        """Leaves texts in the translation editor, by hand or by machine, translated before or not."""
        rows = self.segments()
        for row in self.texts.random.sample(rows, min(len(rows), 12)):
            kind = self.texts.random.choice(["manual", "machine"])
            text = self.english(row.string.data)
            write_text(self.translation, row, text, translation_type=kind)

    def write_missing(self) -> None:
        done = self.editor()
        for row in self.segments():
            if (row.context.path, row.string.data) not in done:
                write_text(self.translation, row, self.english(row.string.data))

    def english(self, dutch: str) -> str:
        said = numbers(dutch)
        return self.texts.marker("en") + (f" ({said[0]})" if said else "")

    def publish_english(self) -> None:
        self.segments()
        texts = self.editor()
        publish_translation(self.translation)
        self.confirmed |= texts
        self.waiting = {}
        self.note_fields()

    def behind(self) -> list[LiveSegment]:
        rows = self.translation.live_segments.filter(status__in=LiveSegment.BEHIND)
        return list(
            rows.select_related("string", "context", "confirmed_for", "translation__source")
        )

    def still_right(self) -> None:
        rows = [row for row in self.behind() if row.text]
        if rows:
            row = self.texts.random.choice(rows)
            confirm(row)
            self.confirmed[row.context.path, row.string.data] = row.text
            self.waiting.pop((row.context.path, row.string.data), None)
            self.note_fields()

    def review_edit(self) -> None:
        if rows := self.behind():
            row = self.texts.random.choice(rows)
            text = self.english(row.string.data)
            confirm_edit(row, text)
            self.waiting[row.context.path, row.string.data] = text

    # What has to hold

    def check(self, client: Client) -> None:
        english = TreatmentPage.objects.get(
            translation_key=self.page.translation_key, locale=self.translation.target_locale
        )
        dutch = TreatmentPage.objects.get(pk=self.page.pk)
        html = client.get(english.url).content.decode()
        # The draft title is for the admin's lists only.
        stored = json.dumps(json.loads(english.to_json()) | {"draft_title": ""})
        self.check_no_dutch(html + stored)
        self.check_nothing_unpublished(html + stored)
        self.check_what_stays(stored)
        self.check_facts(dutch, english)

    def check_no_dutch(self, said: str) -> None:
        assert [word for word in MARKER.findall(said) if word.startswith("nl")] == []

    def check_nothing_unpublished(self, said: str) -> None:
        """All English was published or confirmed, for Dutch that is still there with the same figures."""
        said_for: dict[str, list[Segment]] = {}
        for segment, text in self.confirmed.items():
            said_for.setdefault(MARKER.search(text)[0], []).append(segment)
        for marker in set(MARKER.findall(said)):
            assert marker in said_for, f"{marker} was never published"
            assert any(
                numbers(text) == numbers(text_now)
                for place, text in said_for[marker]
                for place_now, text_now in self.live_dutch
                if place == place_now or text == text_now
            ), f"{marker} is stale or removed"

    def check_what_stays(self, stored: str) -> None:
        """English of unchanged Dutch is shown; so is that of a field that changed, unless its figures did."""
        for place, text in self.live_dutch:
            if (place, text) in self.confirmed:
                assert MARKER.search(self.confirmed[place, text])[0] in stored, (place, text)
            elif place in self.fields:
                dutch, english = self.fields[place]
                shown = MARKER.search(english)[0] in stored
                # The words of a picture may have gone with it, when a figure in them changed before.
                if not place.endswith(".alt_text"):
                    assert shown == (numbers(dutch) == numbers(text)), (place, text)

    def check_facts(self, dutch: TreatmentPage, english: TreatmentPage) -> None:
        for name in ("price", "currency", "duration_from", "bookable_singly", "hero_image_id"):
            assert getattr(dutch, name) == getattr(english, name), name
        order = [block.id for block in dutch.body]
        shown = [block.id for block in english.body]
        assert shown == [each for each in order if each in set(shown)]
