from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

# Translators: an address; letters without accents
DRAFTS = _("draft/")


class PublishingConfig(AppConfig):
    name = "publishing"

    def ready(self) -> None:
        """Registers the timed work, has changes noted and told of, and keeps pages off the addresses of drafts."""
        from core.models.pages import RESERVED_SLUGS
        from core.remembered import tell_state_by
        from publishing import draft_purge, edge_caches, generation, picture_making  # noqa: F401
        from publishing.webhooks import delivering, page_signals, purging, site_signals  # noqa: F401

        post_migrate.connect(generation.watch, sender=self, dispatch_uid="generation")
        tell_state_by(generation.current)

        for code, _name in settings.LANGUAGES:
            with override(code):
                RESERVED_SLUGS.add(str(DRAFTS).strip("/"))
        site_signals.connect()
