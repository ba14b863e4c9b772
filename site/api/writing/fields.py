"""Which fields of a page Wagtail's API shows and takes: all that an editor fills in.

The `api_fields` of our models name what is a document's as it stands; a price and a picture are other things there.
Wagtail's API looks at the same list, once, before our apps are ready, and has no other place to ask.
"""

from typing import Any

from django.db.models import Model
from wagtail.api import APIField


def writable_fields(model: type[Model], **kwargs: Any) -> list[APIField]:
    """The fields of a page type itself, besides those that every page of Wagtail has; none of any other model."""
    parents = {parent._meta.label for parent in model._meta.parents}
    if "wagtailcore.Page" not in parents:
        return []
    return [
        APIField(field.name, writable=True)
        for field in model._meta.local_fields
        if field.editable and not getattr(field.remote_field, "parent_link", False)
    ]


def open_fields() -> None:
    """Lets Wagtail's API ask here; before anything imports it."""
    APIField.get_fields_for_model = APIField.get_writable_fields_for_model = staticmethod(
        writable_fields
    )
