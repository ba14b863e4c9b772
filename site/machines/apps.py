from django.apps import AppConfig


class MachinesConfig(AppConfig):
    name = "machines"

    def ready(self) -> None:
        """Keeps pages off the name that the Markdown of a first page has: theirs would be at the same address."""
        from core.models.pages import RESERVED_SLUGS
        from machines.addresses import INDEX

        RESERVED_SLUGS.add(INDEX)
