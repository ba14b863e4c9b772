"""Tests: `TEST_DATABASE_URL` or SQLite in memory; files go where each test says."""

import tempfile
from pathlib import Path

from config import stores
from config.settings.base import *  # noqa: F403

SECRET_KEY = "for-tests-only-0123456789-abcdefghijkl"  # noqa: S105
DATABASES = {"default": stores.test_database()}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
ADMITS_SEARCH_ENGINES = True  # as the site that visitors see
_files = tempfile.TemporaryDirectory(prefix="psoas-release-tests-")  # gone when the tests end
DATA_DIR = Path(_files.name)
for _name, _cache in CACHES.items():  # noqa: F405
    _cache["LOCATION"] = DATA_DIR / "cache" / _name
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir()  # WhiteNoise warns about a missing folder, and warnings are errors
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# The admin's own search is Wagtail's; a test that uses it fills it first.
WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False  # noqa: F405
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
HEADLESS_PREVIEW_URLS = {}
WAGTAILFRONTENDCACHE = {}
CORS_ALLOWED_ORIGINS = []
API_RATE_LIMIT = None  # all tests come from one address
CLIENT_ADDRESS_HEADER = ""
INSTALLED_APPS = ["patterns", *INSTALLED_APPS, "tests.categories_app"]  # noqa: F405
