"""What opens a page behind a password: a signed pass, for a front end that has asked its visitor for the password.

A pass names the restrictions it opens and a fingerprint of their passwords, so it works no longer once the password
is another one or the page is restricted in another way. Nothing of it is stored.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core import signing
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from wagtail.models import PageViewRestriction

PREFIX = "pass_"
LIFETIME = timedelta(hours=1)
_SALT = "api.page_pass"


def make(restrictions: Iterable[PageViewRestriction]) -> tuple[str, datetime]:
    """A pass for these restrictions, and until when it works."""
    content = {str(restriction.pk): _fingerprint(restriction) for restriction in restrictions}
    return PREFIX + signing.dumps(content, salt=_SALT), timezone.now() + LIFETIME


def opened_by(secret: str) -> frozenset[int] | None:
    """The keys of the restrictions that a pass opens; None for what is no working pass. One query for a pass."""
    if not secret.startswith(PREFIX):
        return None
    try:
        content = signing.loads(secret.removeprefix(PREFIX), salt=_SALT, max_age=LIFETIME)
    except signing.BadSignature:
        return None
    restrictions = PageViewRestriction.objects.filter(
        pk__in=content, restriction_type=PageViewRestriction.PASSWORD
    )
    opened = frozenset(
        restriction.pk
        for restriction in restrictions
        if constant_time_compare(content[str(restriction.pk)], _fingerprint(restriction))
    )
    return opened if len(opened) == len(content) else None


def _fingerprint(restriction: PageViewRestriction) -> str:
    """Of the password, under the site's secret: it can neither be read back nor guessed at outside."""
    value = f"{restriction.pk}:{restriction.password}"
    return salted_hmac(_SALT, value, algorithm="sha256").hexdigest()
