"""A developer's own machine: runserver, tracebacks in the browser, files served as they are."""

from config.settings.base import *  # noqa: F403

DEBUG = True
WEBHOOKS_ADMIT_LOOPBACK = True
INSTALLED_APPS = ["patterns", *INSTALLED_APPS]  # noqa: F405
SECRET_KEY = "for-development-only-never-for-a-site-that-others-can-reach"  # noqa: S105
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
