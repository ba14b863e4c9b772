from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

# Translators: an address; letters without accents
ADDRESS = _("search/")


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Keeps pages off the addresses of the search, in every language, and begins to keep its index."""
        from core.models.pages import RESERVED_SLUGS
        from search import keeping, missed_terms  # noqa: F401

        for code, _name in settings.LANGUAGES:
            with override(code):
                RESERVED_SLUGS.add(str(ADDRESS).strip("/"))
