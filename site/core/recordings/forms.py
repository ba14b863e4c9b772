"""The form for documents of the admin, with a refusal that says what to do."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from core.recordings.files import is_recording, minutes_of

LARGEST_FILE = 100  # MB; an hour and a half of speech


class DocumentForm(BaseDocumentForm):
    """Wagtail's form for documents, which takes a recording only where it is one."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not file:
            return file
        if file.size > LARGEST_FILE * 1024 * 1024:
            raise ValidationError(
                _("This file is larger than %(maximum)s MB. Save it smaller, and upload it again."),
                code="too_large",
                params={"maximum": LARGEST_FILE},
            )
        if is_recording(file.name) and not minutes_of(file, file.name):
            raise ValidationError(
                _(
                    "This file holds no sound that the site can play. Save the recording as MP3 or M4A, "
                    "and upload it again."
                ),
                code="no_sound",
            )
        return file
