"""Wagtail's `publish_scheduled`, with the other languages following what has expired.

Stands before Wagtail's command of the same name, so that a run that was broken off is mended by the next one.
"""

from typing import Any

from wagtail.management.commands.publish_scheduled import Command as PublishScheduled

from translations.tree.expiry import follow_expired


class Command(PublishScheduled):
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            super().handle(*args, **options)
        finally:
            if not options["dryrun"]:
                follow_expired()
