"""Blocks made of pictures."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments import StringSegmentValue


class CaptionedImageBlock(blocks.StructBlock):
    """A picture with its alternative text and, if wanted, a caption."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with a caption. Describe it for people who cannot see it.")
        template = "core/blocks/captioned_image.html"

    def get_translatable_segments(self, value: blocks.StructValue) -> list[StringSegmentValue]:
        """The words that go with the picture, for wagtail-localize; the picture itself is shared by all languages.

        wagtail-localize's own way fails on a picture that has been deleted (1.14.5, `handle_image_block`).
        """
        image = value.get("image")
        words = image.contextual_alt_text if image is not None and not image.decorative else ""
        return [
            StringSegmentValue("image.alt_text", words or ""),
            StringSegmentValue("caption", value.get("caption") or ""),
        ]

    def restore_translated_segments(
        self, value: blocks.StructValue, segments: list[StringSegmentValue]
    ) -> blocks.StructValue:
        """Puts translated words in; the reverse of `get_translatable_segments`."""
        for segment in segments:
            if segment.path == "caption":
                value["caption"] = segment.render_text()
            elif segment.path == "image.alt_text" and value.get("image") is not None:
                value["image"].contextual_alt_text = segment.render_text()
        return value

    def get_preview_value(self) -> Any:
        image = get_image_model().objects.order_by("-pk").first()
        if image is not None:
            image.contextual_alt_text, image.decorative = image.title, False
        return self.normalize({"image": image, "caption": _("A quiet corner of the practice")})
