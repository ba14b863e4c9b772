"""What serves visitors: `make run` and a real server alike; HTTPS follows from `SITE_URL`."""

from config import environment
from config.settings.base import *  # noqa: F403

SECRET_KEY = environment.secret_key()

_https = SITE_URL.startswith("https://")  # noqa: F405
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
