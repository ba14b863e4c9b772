from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from wagtail.models import Site

DEFAULT_PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    help = "Gives Wagtail's default site the address in SITE_URL, which full links are made of."

    def handle(self, *args: Any, **options: Any) -> None:
        parts = urlsplit(settings.SITE_URL)
        address = {
            "hostname": parts.hostname,
            "port": parts.port or DEFAULT_PORTS[parts.scheme],
        }
        site = Site.objects.filter(is_default_site=True).exclude(**address).first()
        if site is None:
            return
        site.hostname, site.port = address["hostname"], address["port"]
        site.save()
        self.stdout.write(f"The site's address is now {settings.SITE_URL}.")
