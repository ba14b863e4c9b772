"""Pictures: Wagtail's own model, with originals that are clean before they are stored."""

import secrets
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to
from wagtail.models import UploadedFile

from core.image_uploads import placeholders
from core.image_uploads.cleaning import clean_image
from core.image_uploads.fields import CleanImageField


class CustomImage(AbstractImage):
    """A picture that is upright and says nothing of where or with what it was taken.

    A newly set file is cleaned by `full_clean` or `save`, whichever comes first; both raise
    ValidationError on `file` for a picture that must be refused, before anything is stored.
    """

    file = CleanImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )

    placeholder = models.CharField(
        max_length=12,
        choices=[(name, name) for name in placeholders.NAMES],  # nobody sees or sets it
        default=placeholders.NONE,
        editable=False,
    )

    # The files that it is shown by: of which original and focal point they were made, and each by its filter, as
    # [name, width, height]. Written by `core.rendition_making` alone.
    renditions_of = models.CharField(max_length=200, default="", editable=False)
    rendition_files = models.JSONField(default=dict, editable=False)

    admin_form_fields = Image.admin_form_fields

    @property
    def placeholder_class(self) -> str:
        """The classes for every `<img>` that shows this picture; see static/css/blocks/placeholder.css."""
        return f"placeholder placeholder--{self.placeholder}"

    @property
    def has_been_tried(self) -> bool:
        """Whether `rendition_files` are of the original as it is now; its focal point may have moved."""
        return self.renditions_of.startswith(f"{self.file.name}|")

    @property
    def is_unusable(self) -> bool:
        """Whether nothing could be made of it: its file is gone or cannot be read."""
        return not self.rendition_files and self.has_been_tried

    def get_upload_to(self, filename: str) -> str:
        """A path that no other picture had or will have: browsers keep pictures for a year under their name."""
        name = Path(filename)
        return super().get_upload_to(f"{name.stem[:60]}-{secrets.token_hex(4)}{name.suffix}")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def clean_fields(self, exclude=None) -> None:
        """Clean a new file first: the required width and height are only known then."""
        if "file" not in (exclude or ()):
            self._clean_file()
        super().clean_fields(exclude=exclude)

    def save(self, *args, **kwargs) -> None:
        """Store the row, and a newly set file with it; raises ValidationError."""
        self._clean_file()
        super().save(*args, **kwargs)

    def generate_rendition_file(self, filter, *, source=None) -> ContentFile:
        """Return the rendition in memory; Wagtail's leaves a temporary file open."""
        with super().generate_rendition_file(filter, source=source) as temporary:
            temporary.seek(0)
            return ContentFile(temporary.read(), temporary.name)

    def _set_image_file_metadata(self) -> None:
        """Size and hash come with cleaning; Wagtail's way leaves the stored file open."""
        self._clean_file()

    def _clean_file(self) -> None:
        if "file" in self.get_deferred_fields():
            return
        try:
            self.file.clean()
        except ValidationError as error:
            raise ValidationError({"file": error}) from error


class CustomRendition(AbstractRendition):
    """A picture scaled, cropped or converted for its place on a page."""

    image = models.ForeignKey(CustomImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]


@receiver(pre_save, sender=UploadedFile)
def clean_pending_upload(instance: UploadedFile, **kwargs) -> None:
    """A picture that waits in the multiple uploader for a missing title is cleaned as well."""
    if instance.for_content_type.model_class() is CustomImage and not instance.file._committed:
        instance.file = clean_image(instance.file.file, instance.file.name)
