"""The image form of the admin and the API: one decoding, and refusals that say what to do."""

from django import forms
from django.core.files.base import File
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.image_uploads.cleaning import CleanImageFile, clean_image, unsupported


class CleanImageFormField(WagtailImageField):
    """Checks the size in bytes as Wagtail does; what the contents are, `clean_image` decides."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # The uploader's script shows this one for a file it refuses by its extension.
        self.error_messages["invalid_image_extension"] = unsupported().message

    def to_python(self, data: File | None) -> CleanImageFile | None:
        """Return the cleaned picture, None without an upload; raises ValidationError."""
        upload = forms.FileField.to_python(self, data)
        if upload is None:
            return None
        self.check_image_file_size(upload)
        return clean_image(upload, upload.name)


class ImageForm(BaseImageForm):
    """Wagtail's image form with the field above in the place of its own."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail's form factory names its own field class, so it can only be replaced here.
        if wagtails_field := self.fields.get("file"):
            self.fields["file"] = CleanImageFormField(
                label=wagtails_field.label,
                required=wagtails_field.required,
                widget=wagtails_field.widget,
            )
