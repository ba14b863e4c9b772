"""Reads the environment variables; those of databases and caches are in `stores.py`.

Every function returns a ready value or raises `ImproperlyConfigured` with a sentence that says what to set.
"""

import os
import re
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PROJECT_DIR = Path(__file__).resolve().parents[2]
EMAIL_QUERIES = {"", "tls=1", "ssl=1"}


def data_dir() -> Path:
    """`DATA_DIR`: where the embedded database, uploads and collected static files live (default `var/`)."""
    return Path(os.environ.get("DATA_DIR") or PROJECT_DIR / "var").resolve()


def secret_key() -> str:
    """`SECRET_KEY`: at least 32 characters, kept secret; raises without it."""
    key = os.environ.get("SECRET_KEY", "")
    if len(key) < 32:
        raise ImproperlyConfigured(
            "Set SECRET_KEY to a secret of at least 32 random characters; "
            "`make run` makes one and keeps it in the data directory."
        )
    return key


def site_url() -> str:
    """`SITE_URL`: scheme and host visitors use, without a path, e.g. `https://www.example.nl`."""
    url = os.environ.get("SITE_URL") or "http://127.0.0.1:8000"
    try:
        parts = urlsplit(url)
        plain = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    except ValueError:
        plain = ""
    if not plain.startswith(("http://", "https://")) or plain != url.rstrip("/").lower():
        raise ImproperlyConfigured(
            f"SITE_URL is “{url}”; set it to the site's address without a path, "
            "such as https://www.example.nl."
        )
    return plain


def admits_search_engines() -> bool:
    """`SEARCH_ENGINES`: `admit` or `refuse`; without it they are let in where visitors come by HTTPS, nowhere else."""
    wish = os.environ.get("SEARCH_ENGINES") or (
        "admit" if site_url().startswith("https://") else "refuse"
    )
    if wish not in ("admit", "refuse"):
        raise ImproperlyConfigured(
            f"SEARCH_ENGINES is “{wish}”; set it to admit for the site itself, to refuse for a copy to try things on."
        )
    return wish == "admit"


def headless_preview_urls() -> dict[str, str]:
    """`HEADLESS_PREVIEW_URL`: one address, or `hostname=address` for more sites, separated by spaces.

    Returns the addresses by the hostname of their site; that of every other site by `""`.
    """
    urls: dict[str, str] = {}
    for part in os.environ.get("HEADLESS_PREVIEW_URL", "").split():
        host, equals, url = part.partition("=")
        if not equals or "/" in host:
            host, url = "", part
        if not _is_front_end(url) or host.lower() in urls:
            raise ImproperlyConfigured(
                f"HEADLESS_PREVIEW_URL has “{part}”; set it to the address of the front end that shows drafts, such "
                "as https://www.example.nl/preview, or for more sites to each hostname with its own: "
                "www.example.nl=https://front.example.nl/preview, separated by spaces."
            )
        urls[host.lower()] = url
    return urls


def _is_front_end(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _port = parts.port  # raises where it is none
    except ValueError:
        return False
    is_plain = not parts.fragment and "@" not in parts.netloc
    # Its host stands in the policy for editors, where a `;` or `,` would begin another.
    return (
        is_plain
        and parts.scheme in ("http", "https")
        and re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", parts.netloc) is not None
    )


def api_allowed_origins() -> list[str]:
    """`API_ALLOWED_ORIGINS`: other sites whose pages may read the API in a browser, separated by commas."""
    given = os.environ.get("API_ALLOWED_ORIGINS", "")
    origins = [part.strip().lower() for part in given.split(",") if part.strip()]
    for origin in origins:
        if not re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]+)?", origin):
            raise ImproperlyConfigured(
                f"API_ALLOWED_ORIGINS has “{origin}”; write each as scheme and host without a path, such as "
                "https://www.example.nl, with commas between them."
            )
    return origins


def api_rate_limit() -> int | None:
    """`API_RATE_LIMIT`: how many requests a minute one address may make of the API (default 600); None for `off`."""
    limit = os.environ.get("API_RATE_LIMIT") or "600"
    if limit == "off":
        return None
    if not re.fullmatch("[1-9][0-9]{0,8}", limit):
        raise ImproperlyConfigured(
            f"API_RATE_LIMIT is “{limit}”; set it to a number of requests a minute, such as 600, or to off."
        )
    return int(limit)


def client_address_header() -> str:
    """`CLIENT_ADDRESS_HEADER`: the header in which a proxy in front says who asks, e.g. `X-Real-IP`; none without."""
    header = os.environ.get("CLIENT_ADDRESS_HEADER", "")
    if header and not re.fullmatch("[A-Za-z][A-Za-z0-9-]*", header):
        raise ImproperlyConfigured(
            f"CLIENT_ADDRESS_HEADER is “{header}”; set it to the name of a header, such as X-Real-IP."
        )
    return header


def edge_caches() -> dict[str, dict[str, str]]:
    """`CLOUDFLARE_ZONE_ID` with `CLOUDFLARE_API_TOKEN`, `CLOUDFRONT_DISTRIBUTION_ID`: caches in front; none without."""
    zone, token = os.environ.get("CLOUDFLARE_ZONE_ID"), os.environ.get("CLOUDFLARE_API_TOKEN")
    distribution = os.environ.get("CLOUDFRONT_DISTRIBUTION_ID")
    caches = {}
    if bool(zone) != bool(token):
        raise ImproperlyConfigured(
            "Of CLOUDFLARE_ZONE_ID and CLOUDFLARE_API_TOKEN only one is set; set both to have Cloudflare's cache "
            "emptied after a change, or neither."
        )
    if zone and token:
        if not re.fullmatch("[0-9a-f]{32}", zone):
            raise ImproperlyConfigured(
                f"CLOUDFLARE_ZONE_ID is “{zone}”; set it to the 32 letters and digits that Cloudflare shows on the "
                "page of the domain."
            )
        backend = "publishing.edge_caches.Cloudflare"
        caches["cloudflare"] = {"BACKEND": backend, "ZONEID": zone, "BEARER_TOKEN": token}
    if distribution:
        if not re.fullmatch("[A-Z0-9]{8,20}", distribution):
            raise ImproperlyConfigured(
                f"CLOUDFRONT_DISTRIBUTION_ID is “{distribution}”; set it to the identity of the distribution, such as "
                "E2QWRUHAPOMQZL."
            )
        if find_spec("boto3") is None:
            raise ImproperlyConfigured(
                "CLOUDFRONT_DISTRIBUTION_ID is set, and the package that speaks to AWS is not there: "
                "pip install boto3, or unset CLOUDFRONT_DISTRIBUTION_ID."
            )
        backend = "publishing.edge_caches.CloudFront"
        caches["cloudfront"] = {"BACKEND": backend, "DISTRIBUTION_ID": distribution}
    return caches


def admits_local_webhooks() -> bool:
    """`LOCAL_WEBHOOKS`: `admit` or `refuse` (default): whether webhooks may be sent to this machine itself."""
    wish = os.environ.get("LOCAL_WEBHOOKS") or "refuse"
    if wish not in ("admit", "refuse"):
        raise ImproperlyConfigured(
            f"LOCAL_WEBHOOKS is “{wish}”; set it to admit where what receives webhooks runs on this machine, "
            "else to refuse."
        )
    return wish == "admit"


def email() -> dict:
    """`EMAIL_URL`: `smtp://user:password@host:587/?tls=1` (or `ssl=1`); without it mail goes to the console."""
    url = os.environ.get("EMAIL_URL")
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        parts = urlsplit(url)
        port = parts.port or 25
    except ValueError:
        port = 0
    # Anything else could send the password in clear where encryption was meant.
    if not port or parts.scheme != "smtp" or not parts.hostname or parts.query not in EMAIL_QUERIES:
        raise ImproperlyConfigured(
            "EMAIL_URL cannot be read; write it as smtp://user:password@host:587/?tls=1 "
            "(or ?ssl=1, or neither)."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.query == "tls=1",
        "EMAIL_USE_SSL": parts.query == "ssl=1",
        "EMAIL_TIMEOUT": 10,
    }


def sender() -> str:
    """`EMAIL_FROM`: the address mail is sent from (default `noreply@` the site's host)."""
    host = (urlsplit(site_url()).hostname or "localhost").removeprefix("www.")
    address = os.environ.get("EMAIL_FROM") or f"noreply@{host}"
    if "@" not in parseaddr(address)[1]:
        raise ImproperlyConfigured(f"EMAIL_FROM is “{address}”; set it to an e-mail address.")
    return address


def machine_translator() -> dict | None:
    """`DEEPL_AUTH_KEY`, or `LIBRETRANSLATE_URL` with `LIBRETRANSLATE_API_KEY` if it asks for one; neither for none."""
    deepl, libretranslate = os.environ.get("DEEPL_AUTH_KEY"), os.environ.get("LIBRETRANSLATE_URL")
    if deepl and libretranslate:
        raise ImproperlyConfigured(
            "DEEPL_AUTH_KEY and LIBRETRANSLATE_URL are both set; keep the one that should translate, unset the other."
        )
    if deepl:
        return {
            "CLASS": "translations.machine.deepl.DeepLTranslator",
            "OPTIONS": {"AUTH_KEY": deepl},
        }
    if not libretranslate:
        return None
    if (
        not libretranslate.startswith(("http://", "https://"))
        or not urlsplit(libretranslate).hostname
    ):
        raise ImproperlyConfigured(
            f"LIBRETRANSLATE_URL is “{libretranslate}”; set it to the server's address, "
            "such as https://translate.example.nl."
        )
    return {
        "CLASS": "translations.machine.libretranslate.LibreTranslateTranslator",
        "OPTIONS": {
            "URL": libretranslate,
            "API_KEY": os.environ.get("LIBRETRANSLATE_API_KEY", ""),
        },
    }
