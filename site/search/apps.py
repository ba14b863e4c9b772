from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

# Translators: an address; letters without accents
ADDRESS = _("search/")


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        """Keeps pages off the addresses of the search, in every language."""
        from core.models.pages import RESERVED_SLUGS

        for code, _name in settings.LANGUAGES:
            with override(code):
                RESERVED_SLUGS.add(str(ADDRESS).strip("/"))
