"""The model field through which every original passes on its way to the storage."""

from django.core.files.base import File
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile
from wagtail.utils.file import hash_filelike

from core.image_uploads.cleaning import CleanImageFile, clean_image


class CleanImageFieldFile(WagtailImageFieldFile):
    """Stores nothing but what `clean_image` returned, and describes it on the row."""

    def clean(self) -> None:
        """Put the cleaned picture in the place of a newly set one; raises ValidationError."""
        if not self or self._committed:
            return
        content = self.file
        if not isinstance(content, CleanImageFile):
            content = clean_image(content, self.name)
            setattr(self.instance, self.field.name, content)
        self._describe(content)

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store `content`, cleaned, also where code calls it without saving the row."""
        if not isinstance(content, CleanImageFile):
            content = clean_image(content, name)
            name = content.name
        super().save(name, content, save=False)
        self._describe(content)
        if save:
            self.instance.save()

    def get_image_dimensions(self) -> tuple[int | None, int | None]:
        """(width, height) in pixels; unknown until a newly set file has been cleaned."""
        if self._committed:
            return super().get_image_dimensions()
        return self.file.dimensions if isinstance(self.file, CleanImageFile) else (None, None)

    def _describe(self, content: CleanImageFile) -> None:
        self.instance.file_size = content.size
        self.instance.file_hash = hash_filelike(content)
        self.instance.placeholder = content.placeholder


class CleanImageField(WagtailImageField):
    """An image field whose files are upright and carry no metadata."""

    attr_class = CleanImageFieldFile
