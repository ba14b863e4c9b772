"""Sends what is due, from the loop of timed work, and tries again what did not arrive."""

import secrets
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from publishing.models import Webhook, WebhookDelivery
from publishing.models.webhooks import EventType
from publishing.periodic import periodic
from publishing.webhooks.sending import Answer, Message, post

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
            for delivery in claim_due(clock(), room):
                on_their_way[pool.submit(post, message_of(delivery, clock()))] = delivery
            if not on_their_way:
                return attempts
            done, _still = wait(on_their_way, timeout=1, return_when=FIRST_COMPLETED)
            for future in done:
                record(on_their_way.pop(future), future.result(), clock())
                attempts += 1


def claim_due(now: datetime, most: int = AT_ONCE) -> list[WebhookDelivery]:
    """The next deliveries, which nobody else tries meanwhile; oldest first. A test waits for nothing.

    The claim is the UPDATE: of two that see the same row, one finds it changed.
    """
    older = WebhookDelivery.objects.filter(
        webhook=OuterRef("webhook"),
        state=State.PENDING,
        attempts__lt=PATIENCE,
        pk__lt=OuterRef("pk"),
    )
    its_turn = Q(webhook__is_active=True) & ~Exists(older)
    due = (
        WebhookDelivery.objects.filter(
            its_turn | Q(event__type=EventType.TEST), state=State.PENDING, next_attempt_at__lte=now
        )
        .select_related("webhook", "event")
        .order_by("pk")[:most]
    )
    claimed = []
    for delivery in due:
        mine = WebhookDelivery.objects.filter(
            pk=delivery.pk,
            state=State.PENDING,
            attempts=delivery.attempts,
            next_attempt_at__lte=now,
        ).update(attempts=F("attempts") + 1, next_attempt_at=now + LEASE, last_attempt_at=now)
        if mine:
            delivery.attempts += 1
            claimed.append(delivery)
    return claimed


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
