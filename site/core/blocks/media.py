"""Blocks made of pictures, also where a picture leads to something on another site."""

from typing import Any

from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

from core.blocks.text import ProseBlock


class PicturedBlock(blocks.StructBlock):
    """A picture, named `image`, and words that go with it; the picture itself is shared by all languages.

    wagtail-localize's own way fails on a picture that has been deleted (1.14.5, `handle_image_block`).
    """

    def get_translatable_segments(self, value: blocks.StructValue) -> list[Any]:
        """The words of the block, for wagtail-localize: those of the picture, then of every other field."""
        image = value.get("image")
        words = image.contextual_alt_text if image is not None and not image.decorative else ""
        segments = [StringSegmentValue("image.alt_text", words or "")]
        extractor = StreamFieldSegmentExtractor(None, include_overridables=True)
        for name, block in self._other_blocks():
            found = extractor.handle_block(block, value.get(name))
            segments += [segment.wrap(name) for segment in found]
        return segments

    def restore_translated_segments(
        self, value: blocks.StructValue, segments: list[Any]
    ) -> blocks.StructValue:
        """Puts translated words in; the reverse of `get_translatable_segments`."""
        by_field: dict[str, list[Any]] = {}
        for segment in segments:
            name, rest = segment.unwrap()
            by_field.setdefault(name, []).append(rest)
        image, words = value.get("image"), by_field.get("image")
        if image is not None and words:
            image.contextual_alt_text = words[0].render_text()
        writer = StreamFieldSegmentsWriter(None, None, None)
        for name, block in self._other_blocks():
            if name in by_field:
                value[name] = writer.handle_block(block, value.get(name), by_field[name])
        return value

    def get_preview_value(self) -> Any:
        """The preview value of the block's Meta, with the newest picture."""
        image = get_image_model().objects.order_by("-pk").first()
        if image is not None:
            image.contextual_alt_text, image.decorative = image.title, False
        return self.normalize(self.meta.preview_value | {"image": image})

    def _other_blocks(self) -> list[tuple[str, blocks.Block]]:
        return [(name, block) for name, block in self.child_blocks.items() if name != "image"]


class CaptionedImageBlock(PicturedBlock):
    """A picture with its alternative text and, if wanted, a caption."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with a caption. Describe it for people who cannot see it.")
        template = "core/blocks/captioned_image.html"
        preview_value = {"caption": _("A quiet corner of the practice")}


class VideoBlock(PicturedBlock):
    """A video on another site: nothing is loaded from there until a visitor follows the link."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    image = ImageBlock(label=_("Picture"), required=False)
    url = blocks.URLBlock(
        label=_("Address of the video"),
        help_text=_("It opens on its own site, which your visitors choose to go to."),
        validators=[
            URLValidator(
                schemes=["https"], message=_("Give the whole address, beginning with https://.")
            )
        ],
    )
    minutes = blocks.IntegerBlock(
        label=_("Length in minutes"), required=False, min_value=1, max_value=600
    )
    prose = ProseBlock(
        label=_("What is said and shown"),
        required=False,
        help_text=_("For people who cannot see or hear it, or would rather not leave your site."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _(
            "A picture that leads to a video on another site, with its words beside it."
        )
        template = "core/blocks/video.html"
        preview_value = {
            "heading": _("Breathing together"),
            "url": "https://video.example/adem",
            "minutes": 4,
            "prose": _("<p>I show how you breathe down to your pelvis.</p>"),
        }


class MapBlock(PicturedBlock):
    """Where the practice is: its address, and a link to the route on OpenStreetMap."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    image = ImageBlock(
        label=_("Picture"),
        required=False,
        help_text=_("A drawn map, or a photo of the door."),
    )
    prose = ProseBlock(
        label=_("How to find it"), required=False, help_text=_("Parking, the bus stop, the bell.")
    )

    class Meta:
        icon = "globe"
        label = _("Map and route")
        description = _("The address from your practice details, with a link to the route.")
        template = "core/blocks/map.html"
        preview_value = {
            "heading": _("How to find me"),
            "prose": _("<p>The bus stops around the corner; you can park at the door.</p>"),
        }
