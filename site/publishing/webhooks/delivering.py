"""Sends what is due, from the loop of timed work, and tries again what did not arrive."""

import secrets
from collections.abc import Callable, Collection
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone

from publishing.models import Webhook, WebhookDelivery
from publishing.models.webhooks import EventType
from publishing.periodic import periodic
from publishing.webhooks.sending import Answer, Message, Problem, post

# Seconds until each next attempt; after the last one a delivery has failed.
BACK_OFF = (10, 60, 300, 1_800, 7_200, 21_600, 86_400)
JITTER = 20  # percent at most, so that not everything comes back at once
LONGEST_ASKED = 3_600  # seconds that a receiver may ask for
LEASE = timedelta(
    seconds=60
)  # what an attempt takes at most, and more; then its deliverer has died
PATIENCE = 3  # attempts during which later events of the webhook wait, so that they arrive in order
AT_ONCE = 8

State = WebhookDelivery.State
Clock = Callable[[], datetime]


@periodic(seconds=2, beside=True)
def deliver_due(clock: Clock = timezone.now) -> int:
    """Sends everything that is due, one at a time to each webhook; returns how many attempts there were.

    A receiver that hangs holds up nobody else, for as long as fewer than `AT_ONCE` do.
    """
    attempts = 0
    on_their_way: dict[Future[Answer], WebhookDelivery] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while True:
            room = AT_ONCE - len(on_their_way)
            busy = {delivery.webhook_id for delivery in on_their_way.values()}
            for delivery in claim_due(clock(), room, busy):
                on_their_way[pool.submit(post, message_of(delivery, clock()))] = delivery
            if not on_their_way:
                return attempts
            done, _still = wait(on_their_way, timeout=1, return_when=FIRST_COMPLETED)
            for future in done:
                record(on_their_way.pop(future), future.result(), clock())
                attempts += 1


def claim_due(
    now: datetime, most: int = AT_ONCE, busy: Collection[int] = ()
) -> list[WebhookDelivery]:
    """The next delivery of each webhook that is not `busy` (by id), which nobody else tries meanwhile.

    The webhook that was tried longest ago comes first, so that all have their turn. The claim is the UPDATE: of two
    that see the same row, one finds it changed. One whose last attempt never ended has failed.
    """
    claimed = []
    for delivery in _due(now, busy)[:most]:
        mine = WebhookDelivery.objects.filter(
            pk=delivery.pk,
            state=State.PENDING,
            attempts=delivery.attempts,
            next_attempt_at__lte=now,
        )
        if delivery.attempts > len(BACK_OFF):
            mine.update(state=State.FAILED, status_code=None, problem=Problem.TIMEOUT, answer="")
        elif mine.update(
            attempts=F("attempts") + 1, next_attempt_at=now + LEASE, last_attempt_at=now
        ):
            delivery.attempts += 1
            claimed.append(delivery)
    return claimed


def _due(now: datetime, busy: Collection[int]) -> QuerySet[WebhookDelivery]:
    """One of each webhook at most: a test, which waits for nothing, or the oldest."""
    older = WebhookDelivery.objects.filter(
        webhook=OuterRef("webhook"),
        state=State.PENDING,
        attempts__lt=PATIENCE,
        pk__lt=OuterRef("pk"),
    )
    its_turn = Q(webhook__is_active=True) & ~Exists(older)
    is_test = Q(event__type=EventType.TEST)
    of_webhook = WebhookDelivery.objects.filter(webhook=OuterRef("pk"))
    next_one = of_webhook.filter(
        its_turn | is_test, state=State.PENDING, next_attempt_at__lte=now
    ).order_by(Case(When(is_test, then=0), default=1), "pk")
    webhooks = Webhook.objects.exclude(pk__in=busy).annotate(
        next_one=Subquery(next_one.values("pk")[:1])
    )
    last_tried = WebhookDelivery.objects.filter(
        webhook=OuterRef("webhook"), last_attempt_at__isnull=False
    ).order_by("-last_attempt_at")
    return (
        WebhookDelivery.objects.filter(pk__in=webhooks.order_by().values("next_one"))
        .select_related("webhook", "event")
        .order_by(Subquery(last_tried.values("last_attempt_at")[:1]).asc(nulls_first=True), "pk")
    )


def message_of(delivery: WebhookDelivery, now: datetime) -> Message:
    webhook, event = delivery.webhook, delivery.event
    signature = webhook.sign(event.id, now, event.payload)
    return Message(webhook.url, event.id, event.payload, signature, now)


def record(delivery: WebhookDelivery, answer: Answer, now: datetime) -> None:
    """Writes down how an attempt went, unless somebody else has made another one since."""
    changes: dict[str, object] = {
        "status_code": answer.status,
        "problem": answer.problem,
        "answer": answer.text,
    }
    is_gone = answer.status == 410
    if not answer.problem:
        changes["state"] = State.DELIVERED
    elif is_gone or delivery.attempts > len(BACK_OFF):
        changes["state"] = State.FAILED
    else:
        changes["next_attempt_at"] = now + pause(delivery.attempts, answer.retry_after)
    mine = WebhookDelivery.objects.filter(pk=delivery.pk, attempts=delivery.attempts)
    if not mine.filter(state=State.PENDING).update(**changes):
        return
    webhook = Webhook.objects.filter(pk=delivery.webhook_id)
    if is_gone:
        webhook.update(is_active=False, gone_at=now)
    elif answer.problem:
        webhook.filter(failing_since=None).update(failing_since=now)
    else:
        webhook.exclude(failing_since=None).update(failing_since=None)


def pause(attempts: int, asked: int = 0) -> timedelta:
    """How long to wait after so many attempts: at least what the receiver asked for, within reason."""
    seconds = max(BACK_OFF[attempts - 1], min(asked, LONGEST_ASKED))
    return timedelta(seconds=seconds * (1 + secrets.randbelow(JITTER + 1) / 100))
