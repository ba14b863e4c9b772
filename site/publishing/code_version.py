"""Which code makes the answers: who keeps one keeps this word beside it, and drops what other code has made."""

import hashlib
from functools import cache

from django.conf import settings

CODE = (
    ("site", "**/*.py"),
    ("site", "**/*.html"),
    ("static", "**/*.*"),
    ("locale", "**/*.po"),
    ("requirements", "base.txt"),
)
# What differs by machine and shows in an answer; of the key, that another one was given.
SHOWN = (
    "SITE_URL",
    "ADMITS_SEARCH_ENGINES",
    "CORS_ALLOWED_ORIGINS",
    "SECURE_HSTS_SECONDS",
    "SECRET_KEY",
)


@cache
def code_version() -> str:
    """Another word for other code, texts, packages or settings; the same in every process that runs these."""
    facts = [repr(getattr(settings, name)) for name in SHOWN]
    digest = hashlib.blake2b("\0".join(facts).encode(), digest_size=16)
    for folder, pattern in CODE:
        for path in sorted((settings.PROJECT_DIR / folder).glob(pattern)):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
