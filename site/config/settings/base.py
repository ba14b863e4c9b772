"""What holds everywhere. Values that differ by machine come from `config.environment`."""

from typing import Any
from urllib.parse import urlsplit

from config import environment, stores

PROJECT_DIR = environment.PROJECT_DIR
DATA_DIR = environment.data_dir()
SITE_URL = environment.site_url()
ADMITS_SEARCH_ENGINES = environment.admits_search_engines()

SECRET_KEY: str
DEBUG = False
ALLOWED_HOSTS = sorted({urlsplit(SITE_URL).hostname or "", "127.0.0.1", "localhost"})

INSTALLED_APPS = [
    "wagtail.contrib.redirects",  # first, so that `seo` hears of a move after it has made its redirects
    "starter",
    "api",
    "search",
    "machines",
    "home",
    "blog",
    "treatments",
    "contact",
    "seo",
    "navigation",
    "publishing",
    "translations",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "corsheaders",
    "ninja",  # the files of the API's browsable documentation
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "seo.robots.UnlistedMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # answers for static files; what is below does not see them
    "core.head_requests.HeadMiddleware",
    "core.compression.PageGZipMiddleware",
    "core.content_security.ContentSecurityPolicyMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "api.middleware.ApiMiddleware",  # answers itself what needs nothing that is below
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.PathLocaleMiddleware",
    "seo.redirects.middleware.OldAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "core.context_processors.practice_words",
                "navigation.context_processors.navigation",
                "publishing.context_processors.draft_link",
            ],
        },
    }
]

DATABASES = {"default": stores.database()}
# Shared by all processes: Wagtail keeps the addresses of home pages here, and each must see a change of them.
CACHES = stores.caches()
RESPONSE_CACHE = stores.keeps_responses()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Languages: Dutch is the source and lives at `/`, English at `/en/`.
LANGUAGE_CODE = "nl"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [PROJECT_DIR / "locale"]
FORMAT_MODULE_PATH = "config.formats"
TIME_ZONE = "Europe/Amsterdam"
WAGTAIL_USER_TIME_ZONES = ["Europe/Amsterdam"]
WAGTAIL_I18N_ENABLED = True
# Without this, submitting a page for translation publishes its Dutch text under `/en/`.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Without this, deleting the English page erases its translated strings.
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
# None unless chosen: only then is a text sent to anybody.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = environment.machine_translator()

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [PROJECT_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.staticfiles.OneStylesheetStorage"},
}
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"

# Images: what comes in is cleaned by `core.image_uploads`
WAGTAILIMAGES_IMAGE_MODEL = "core.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.image_uploads.forms.ImageForm"
# No "svg": it would be stored with its scripts.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024  # bytes; a phone's 40 megapixels are 25 MB
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 128_000_000
# What a visitor gets, out of 100. A phone asks for three pixels where the eye sees one, so that a photograph as wide as
# its screen still fits a page of 150 kB. AVIF needs less for the same looks.
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 72
WAGTAILIMAGES_JPEG_QUALITY = 78

# Mail
globals().update(environment.email())
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.sender()

# Webhooks: to hosts on the internet, by HTTPS; to this machine itself only where that is chosen
WEBHOOKS_ADMIT_LOOPBACK = environment.admits_local_webhooks()

# Caches of others in front: emptied after a change of the content, where one is chosen
WAGTAILFRONTENDCACHE = environment.edge_caches()

# Wagtail
WAGTAIL_SITE_NAME = "Psoas-release"
WAGTAILADMIN_BASE_URL = SITE_URL
HEADLESS_PREVIEW_URLS = environment.headless_preview_urls()
# The admin's own search; visitors have `search`. Whole words, whatever the language: PostgreSQL would take Dutch for
# that of its installation.
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # nothing is sent to third parties
WAGTAIL_ENABLE_UPDATE_CHECK = False  # nor does the admin call out
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_WORKFLOW_ENABLED = WAGTAILADMIN_COMMENTS_ENABLED = False  # she writes alone
WAGTAILDOCS_EXTENSIONS = ["pdf", "mp3", "m4a"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.recordings.forms.DocumentForm"
WAGTAILDOCS_CONTENT_TYPES = {"mp3": "audio/mpeg", "m4a": "audio/mp4"}
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf", "audio/mpeg", "audio/mp4"]
TAGGIT_CASE_INSENSITIVE = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page has many fields

# Safety
X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin previews pages in a frame
SECURE_REFERRER_POLICY = "same-origin"  # where a visitor came from is nobody else's
SECURE_CONTENT_TYPE_NOSNIFF = True
# No page asks for any of these, nor lets a visitor be followed.
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "local-fonts",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "screen-wake-lock",
        "serial",
        "storage-access",
        "usb",
        "xr-spatial-tracking",
    )
}
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# The content API: which other sites' pages may read it, without cookies, and how much one client may ask in a minute.
CORS_URLS_REGEX = r"^/api/v1/"
CORS_ALLOWED_ORIGINS = environment.api_allowed_origins()
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS", "POST"]
CORS_ALLOW_HEADERS = ["accept", "authorization", "content-type", "if-none-match", "x-request-id"]
CORS_EXPOSE_HEADERS = ["Allow", "ETag", "Link", "Retry-After", "X-Request-ID"]
CORS_PREFLIGHT_MAX_AGE = 3600  # seconds
API_RATE_LIMIT = environment.api_rate_limit()
CLIENT_ADDRESS_HEADER = environment.client_address_header()

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"with_request_id": {"()": "core.request_ids.RequestIdFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "with_request_id"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
