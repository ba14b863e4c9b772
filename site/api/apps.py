from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "api"
    verbose_name = _("Content API")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Imported here, since Django must have begun.
        from api.writing.fields import open_fields

        open_fields()

    def ready(self) -> None:
        """Keeps pages off the address of the API, registers its timed work, and shows previews on a front end."""
        from api import rate_limit  # noqa: F401
        from api.front_end import preview_on_front_end
        from core.models.pages import PREVIEW_SERVERS, RESERVED_SLUGS

        RESERVED_SLUGS.add("api")
        PREVIEW_SERVERS.append(preview_on_front_end)
