"""Forgetting addresses that nobody asks for any more."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from publishing.periodic import periodic
from seo.models import NotFoundAddress
from seo.not_found.recording import MOST_ADDRESSES

DAYS_FOR_A_FEW = (
    30  # days without a visit, for what was asked for less often than it takes to be shown
)
DAYS = 365
ROOM = MOST_ADDRESSES // 10  # addresses
SHOWN_FROM = 3  # times; what a robot or a slip of the finger asked for once is no work for her


@periodic(minutes=60)
def forget_old_addresses() -> int:
    """Deletes what is too old, and of a full list what was asked for least; returns how many.

    What she took off the list goes last, and only from a full list: forgotten sooner, it would come back.
    """
    today = timezone.localdate()
    old = Q(last_asked__lt=today - timedelta(days=DAYS))
    rare = Q(times__lt=SHOWN_FROM, last_asked__lt=today - timedelta(days=DAYS_FOR_A_FEW))
    deleted, _by_model = NotFoundAddress.objects.filter(old | rare, is_dismissed=False).delete()
    excess = NotFoundAddress.objects.count() - (MOST_ADDRESSES - ROOM)
    if excess > 0:
        least = NotFoundAddress.objects.order_by(
            "is_dismissed", "times", "last_asked", "pk"
        ).values("pk")[:excess]
        deleted += NotFoundAddress.objects.filter(
            pk__in=list(least.values_list("pk", flat=True))
        ).delete()[0]
    return deleted
