from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "api"
    verbose_name = _("Content API")

    def ready(self) -> None:
        """Keeps pages off the address of the API, and registers its timed work."""
        from api import rate_limit  # noqa: F401
        from core.models.pages import RESERVED_SLUGS

        RESERVED_SLUGS.add("api")
