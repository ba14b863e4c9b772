"""The proof that a form was given out by this site, recently, without a cookie."""

from datetime import timedelta

from django.core import signing
from wagtail.models import Page

MAX_AGE = timedelta(hours=12)
SALT = "contact.form"


def make_token(page: Page) -> str:
    """A signed, dated token that only fits the form of this page in its language."""
    return signing.dumps(_subject(page), salt=SALT)


def is_valid_token(token: str, page: Page) -> bool:
    """False for a token that is missing, altered, of another page, or older than `MAX_AGE`."""
    try:
        return signing.loads(token, salt=SALT, max_age=MAX_AGE) == _subject(page)
    except signing.BadSignature:
        return False


def _subject(page: Page) -> list:
    return [page.pk, page.locale.language_code]
