"""Makes the files that pictures are shown by, all of one picture at a time; only ever called from the background.

Which pictures lack them is asked of the database, so nothing is lost if a process ends, and whoever asks may make them:
of two that make those of one picture at once, one has them kept.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import Any

import willow
from django.db import transaction
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.db.models.signals import post_delete
from django.dispatch import Signal, receiver
from wagtail.images.image_operations import ImageTransform
from wagtail.images.models import Filter

from core.models import CustomImage, CustomRendition
from core.renditions import CUTS, FORMATS, SPECS, spec_of

logger = logging.getLogger(__name__)

renditions_made = Signal()  # with the picture as `instance`, in the transaction that keeps them

LIST = sha256(" ".join(SPECS).encode()).hexdigest()[
    :8
]  # with another list, all are looked at again
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


class _Scaled(Filter):
    """A filter of which only the format is left to do, as the picture was cut and scaled for all formats at once."""

    def __init__(self, spec: str, picture: Any) -> None:
        super().__init__(spec)
        self.picture = picture

    @contextmanager
    def get_willow_image(self, image: CustomImage, source: Any = None) -> Iterator[Any]:
        yield self.picture

    def get_transform(self, image: CustomImage, size: Any = None) -> ImageTransform:
        return ImageTransform(size)


def _made(image: CustomImage, specs: list[str]) -> Iterator[CustomRendition]:
    """Rows that are not stored, with their files in memory. The original is read once, and scaled once for each cut."""
    original = _read(image) if specs else None
    if original is None:
        return
    for cut in CUTS:
        wanted = [spec for spec in (spec_of(each, cut) for each in FORMATS) if spec in specs]
        scaled = None
        for spec in wanted:
            try:
                scaled = scaled or _scaled(image, original, cut)
                yield image.generate_rendition_instance(_Scaled(spec, scaled), BytesIO())
            except Exception:  # encoders may raise anything
                logger.exception("No %s could be made of the picture %s.", spec, image.file.name)


def _read(image: CustomImage) -> Any:
    """The whole picture in memory; None for one that cannot be had."""
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
        opened = willow.Image.open(content)
        picture = opened.auto_orient()
        picture.format_name = opened.format_name  # which Wagtail asks for
        return picture
    except Exception:  # decoders raise anything from struct.error to RuntimeError
        return _refused(image)


def _refused(image: CustomImage) -> None:
    if not image.is_unusable:  # else it has been told
        logger.exception("The picture %s cannot be read, so it is not shown.", image.file.name)


def _scaled(image: CustomImage, original: Any, cut: str) -> Any:
    transform = Filter(cut).get_transform(image, original.get_size())
    rect = transform.get_rect().round()
    is_whole = tuple(rect) == (0, 0, *original.get_size())
    part = original if is_whole else original.crop(rect)  # which would be a copy
    scaled = part.resize(transform.size)
    scaled.format_name = original.format_name
    return scaled


@receiver(post_delete, sender=CustomRendition)
def forget_deleted(instance: CustomRendition, **kwargs: Any) -> None:
    """Names no file that is gone; they are made again."""
    if instance.filter_spec in SPECS:
        rows = CustomImage.objects.filter(pk=instance.image_id).exclude(renditions_of="")
        rows.update(renditions_of="", rendition_files={})
