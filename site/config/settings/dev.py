"""A developer's own machine: runserver, tracebacks in the browser, files served as they are."""

from config.settings.base import *  # noqa: F403

DEBUG = True
RESPONSE_CACHE = False  # a template that was just saved shows at once
WEBHOOKS_ADMIT_LOOPBACK = True
INSTALLED_APPS = ["patterns", *INSTALLED_APPS]  # noqa: F405
SECRET_KEY = "for-development-only-never-for-a-site-that-others-can-reach"  # noqa: S105
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
# Runserver answers each request in a thread of its own: a connection that is kept would be of use to nobody, and a page
# that loads its many files at once would soon take all that PostgreSQL has.
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
