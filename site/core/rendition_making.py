"""Makes the files that pictures are shown by, all of one picture at a time; only ever called from the background.

Which pictures lack them is asked of the database, so nothing is lost if a process ends, and whoever asks may make them:
of two that make those of one picture at once, one has them kept.
"""

import logging
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from math import ceil
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.db.models.signals import post_delete
from django.dispatch import Signal, receiver
from PIL import Image
from wagtail.images.image_operations import ImageTransform
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

from core.image_uploads.cleaning import STORED_FORMATS
from core.models import CustomImage, CustomRendition
from core.renditions import FORMATS, SPECS, spec_of

logger = logging.getLogger(__name__)

renditions_made = Signal()  # with the picture as `instance`, in the transaction that keeps them

LIST = sha256(" ".join(SPECS).encode()).hexdigest()[
    :8
]  # with another list, all are looked at again
STORED = sorted(set(STORED_FORMATS.values()))  # Pillow's names of what an original may be
FOCUS = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


def lacking() -> QuerySet[CustomImage]:
    """The pictures whose files are not of their original and focal point as these are now, the newest first."""
    parts: list[Any] = [F("file")]
    for name in FOCUS:
        parts += [Value("|"), Cast(name, CharField())]  # nothing for none
    wanted = Concat(*parts, Value(f"|{LIST}"), output_field=CharField())
    return CustomImage.objects.exclude(renditions_of=wanted).order_by("-pk")


def wanted_of(image: CustomImage) -> str:
    """What `lacking` looks for in its row."""
    focus = [getattr(image, name) for name in FOCUS]
    parts = ["" if value is None else str(value) for value in focus]
    return "|".join([image.file.name, *parts, LIST])


def unusable() -> QuerySet[CustomImage]:
    """Those of which nothing could be made."""
    return CustomImage.objects.exclude(renditions_of="").filter(rendition_files={})


def make_renditions(image: CustomImage) -> bool:
    """Makes the files that a picture lacks, and has its row name all of them; whether that changed the row.

    Of a picture that cannot be read nothing is made, and a file that cannot be made is left out; both are logged.
    Raises what a storage or the database raises.
    """
    usable = _usable_rows(image)
    stored: list[CustomRendition] = []
    kept: set[str] = set()
    try:
        for rendition in _made(image, [spec for spec in SPECS if spec not in usable]):
            rendition.file.save(rendition.file.name, rendition.file.file, save=False)
            del rendition.file.file  # from memory
            stored.append(rendition)
        is_changed, kept = _keep(image, usable, stored)
    finally:
        for rendition in stored:
            if rendition.file.name not in kept:  # nothing else would ever delete it
                rendition.file.delete(save=False)
    return is_changed


def _usable_rows(image: CustomImage) -> dict[str, CustomRendition]:
    """The renditions of the original and the focal point as they are, by their filter."""
    if image.renditions_of and not image.has_been_tried:  # they are of another original
        return {}
    return {
        row.filter_spec: row
        for row in image.renditions.filter(filter_spec__in=SPECS)
        if row.focal_point_key == Filter(row.filter_spec).get_cache_key(image)
    }


def _keep(
    image: CustomImage, usable: dict[str, CustomRendition], stored: list[CustomRendition]
) -> tuple[bool, set[str]]:
    """Whether the row was written, and the names of the files it has now; in one transaction, so one change of content.

    The first UPDATE has others wait who made the same, and finds nothing if they came first, or if the picture has
    another original or focal point since.
    """
    wanted = wanted_of(image)
    if image.renditions_of == wanted and not usable and not stored:  # still unusable
        return False, set()
    focus = {name: getattr(image, name) for name in FOCUS}
    row = CustomImage.objects.filter(pk=image.pk, file=image.file.name, **focus)
    with transaction.atomic():
        is_done = Q(renditions_of=wanted) & ~Q(rendition_files={})
        if not row.exclude(is_done).update(renditions_of=wanted):
            return False, set()
        if not usable:
            image.renditions.filter(filter_spec__in=SPECS).delete()
        image.renditions.filter(filter_spec__startswith="format-").exclude(
            filter_spec__in=SPECS
        ).delete()  # of another list
        CustomRendition.objects.bulk_create(stored, ignore_conflicts=True)
        image.renditions_of, image.rendition_files = wanted, {}
        files = {
            spec: [each.file.name, each.width, each.height]
            for spec, each in _usable_rows(image).items()
        }
        row.update(renditions_of=wanted, rendition_files=files)
        renditions_made.send(CustomImage, instance=image)
    image.rendition_files = files
    return True, {name for name, _width, _height in files.values()}


def _made(image: CustomImage, specs: list[str]) -> Iterator[CustomRendition]:
    """Rows that are not stored, with their files in memory. The original is read once, and scaled once for each cut.

    Encoding the largest takes more memory than all else; by then the original is gone.
    """
    cuts = sorted({spec.partition("|")[2] for spec in specs}, key=lambda cut: _pixels(image, cut))
    original = _read(image, cuts) if cuts else None
    for cut in cuts if original else ():
        scaled = _scaled(image, original, cut)
        if cut == cuts[-1]:
            original = None
        for spec in (spec for spec in (spec_of(each, cut) for each in FORMATS) if spec in specs):
            try:
                yield image.generate_rendition_instance(_Scaled(spec, scaled), BytesIO())
            except Exception:  # encoders may raise anything
                logger.exception("No %s could be made of the picture %s.", spec, image.file.name)


def _read(image: CustomImage, cuts: list[str]) -> Any:
    """The whole picture in memory, as large as these cuts need; None for one that cannot be had."""
    try:
        with image.open_file() as file:
            content = BytesIO(file.read())
    except FileNotFoundError:
        return _refused(image)
    except OSError as error:
        if isinstance(error.__context__, FileNotFoundError):
            return _refused(image)
        raise
    try:
        picture = Image.open(content, formats=STORED)
        picture.draft(None, _needed(image, cuts))  # a JPEG can be read at a half, and so on
        picture.load()
        if picture.mode in ("1", "P"):
            return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
        return picture
    except Exception:  # decoders raise anything from struct.error to RuntimeError
        return _refused(image)


def _refused(image: CustomImage) -> None:
    if not image.is_unusable:  # else it has been told
        logger.exception("The picture %s cannot be read, so it is not shown.", image.file.name)


def _transform(image: CustomImage, cut: str) -> ImageTransform:
    """What a cut does to the original: `get_rect()` is cut out of it, `size` is what becomes of that, in pixels."""
    return Filter(cut).get_transform(image, (image.width, image.height))


def _pixels(image: CustomImage, cut: str) -> int:
    width, height = _transform(image, cut).size
    return int(width * height)


def _needed(image: CustomImage, cuts: list[str]) -> tuple[int, int]:
    """The size of the original at which none of the cuts has to be enlarged."""
    transforms = [_transform(image, cut) for cut in cuts]
    scales = [each.size[0] / (each.get_rect().right - each.get_rect().left) for each in transforms]
    scale = min(max(scales), 1)
    return ceil(image.width * scale), ceil(image.height * scale)


def _scaled(image: CustomImage, original: Any, cut: str) -> PillowImage:
    """`original` may have been read smaller than it is."""
    transform = _transform(image, cut)
    left, top, right, bottom = transform.get_rect().round()
    x, y = original.width / image.width, original.height / image.height
    box = (
        max(left * x, 0),
        max(top * y, 0),
        min(right * x, original.width),
        min(bottom * y, original.height),
    )
    return PillowImage(original.resize(transform.size, Image.Resampling.LANCZOS, box))


class _Scaled(Filter):
    """A filter of which only the format is left to do, as the picture was cut and scaled for all formats at once."""

    def __init__(self, spec: str, picture: PillowImage) -> None:
        super().__init__(spec)
        self.picture = picture

    def run(self, image: CustomImage, output: BytesIO, source: Any = None) -> Any:
        """As Wagtail's, which would copy the picture three times."""
        picture = self.picture
        if self.spec.startswith("format-avif"):
            return picture.save_as_avif(output, quality=settings.WAGTAILIMAGES_AVIF_QUALITY)
        if self.spec.startswith("format-webp"):
            return picture.save_as_webp(output, quality=settings.WAGTAILIMAGES_WEBP_QUALITY)
        on_white = picture.set_background_color_rgb((255, 255, 255))  # where it is transparent
        return on_white.save_as_jpeg(
            output, quality=settings.WAGTAILIMAGES_JPEG_QUALITY, progressive=True, optimize=True
        )


@receiver(post_delete, sender=CustomRendition)
def forget_deleted(instance: CustomRendition, **kwargs: Any) -> None:
    """Names no file that is gone; they are made again."""
    if instance.filter_spec in SPECS:
        rows = CustomImage.objects.filter(pk=instance.image_id).exclude(renditions_of="")
        rows.update(renditions_of="", rendition_files={})
