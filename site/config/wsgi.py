"""`config.wsgi:application`; the server is started with `site/` on its path."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 (Django reads them when it is set up)

from publishing.response_cache import ResponseCache  # noqa: E402

application = ResponseCache(django_application) if settings.RESPONSE_CACHE else django_application
