"""What Wagtail asks this part at its start."""

from django.urls import URLPattern, path
from wagtail import hooks

from translations.machine.views import translate_with_machine


@hooks.register("register_admin_urls", order=-1)
def machine_urls() -> list[URLPattern]:
    """Stands before wagtail-localize's own, at the same address."""
    return [
        path("localize/translate/<int:translation_id>/machine_translate/", translate_with_machine)
    ]
