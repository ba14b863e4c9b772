"""From the outbox to a receiver: order, retries, two deliverers, what is remembered."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from django.utils import timezone

from home.models import HomePage
from publishing.models import Webhook, WebhookDelivery, WebhookEvent
from publishing.webhooks import delivering, sending
from publishing.webhooks.delivering import (
    AT_ONCE,
    BACK_OFF,
    PATIENCE,
    claim_due,
    deliver_due,
    pause,
    record,
)
from publishing.webhooks.outbox import send
from publishing.webhooks.payloads import SiteChange, SiteChanged, WebhookName, WebhookTest
from publishing.webhooks.purging import delete_old_events
from publishing.webhooks.sending import Answer, Problem
from tests.factories.home import StandardPageFactory
from tests.factories.webhooks import Receiver, WebhookFactory, answers, hangs, receiving

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
State = WebhookDelivery.State


@pytest.fixture(autouse=True)
def this_machine(settings: Any) -> None:
    settings.WEBHOOKS_ADMIT_LOOPBACK = True


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as started:
        yield started


@pytest.fixture
def webhook(receiver: Receiver) -> Webhook:
    return WebhookFactory(url=receiver.url)


def put(webhook: Webhook, changed: str = "menus") -> WebhookDelivery:
    delivery = send(webhook, SiteChanged(timestamp=NOON, data=SiteChange(changed=changed)))
    delivery.next_attempt_at = NOON
    delivery.save()
    return delivery


def deliver(moment: datetime = NOON) -> int:
    return deliver_due(lambda: moment)


def test_publication_arrives_signed(home: HomePage, receiver: Receiver, webhook: Webhook) -> None:
    page = StandardPageFactory(parent=home, live=False, title="Ademen", slug="ademen")
    page.save_revision().publish()
    assert receiver.requests == []  # the publication itself sends nothing

    assert deliver_due() == 1

    (request,) = receiver.requests
    assert request.event["data"]["page"]["title"] == "Ademen"
    headers = {name.lower(): value for name, value in request.headers.items()}
    assert headers["webhook-id"] == request.event["id"]
    sent_at = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    expected = webhook.sign(headers["webhook-id"], sent_at, request.body.decode())
    assert headers["webhook-signature"] == expected
    delivery = webhook.deliveries.get()
    assert (delivery.state, delivery.attempts, delivery.status_code) == (State.DELIVERED, 1, 204)
    assert deliver_due() == 0


def test_events_arrive_in_order(receiver: Receiver, webhook: Webhook) -> None:
    names = [f"app.Model{number}" for number in range(20)]
    for name in names:
        put(webhook, name)

    assert deliver() == 20
    assert [request.event["data"]["changed"] for request in receiver.requests] == names


def test_retries_come_later_and_later_until_it_has_failed(
    receiver: Receiver, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "JITTER", 0)
    receiver.answers = [answers(500, "Stuk")] * 9
    delivery = put(webhook)
    moment = NOON
    for seconds in BACK_OFF:
        assert deliver(moment) == 1
        assert deliver(moment + timedelta(seconds=seconds - 1)) == 0
        moment += timedelta(seconds=seconds)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.PENDING, 7)
    assert (delivery.status_code, delivery.problem, delivery.answer) == (
        500,
        Problem.STATUS,
        "Stuk",
    )

    assert deliver(moment) == 1
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.FAILED, 8)
    assert deliver(moment + timedelta(days=9)) == 0
    assert len({request.event["id"] for request in receiver.requests}) == 1


def test_pause_has_jitter_and_heeds_what_the_receiver_asks() -> None:
    pauses = {pause(2) for _ in range(200)}
    assert len(pauses) > 5
    assert timedelta(seconds=60) <= min(pauses)
    assert max(pauses) <= timedelta(seconds=72)
    assert pause(1, asked=900) >= timedelta(seconds=900)
    assert pause(1, asked=999_999) <= timedelta(seconds=3_600 * 1.2)


def test_later_events_wait_for_an_earlier_one_but_not_for_ever(
    receiver: Receiver, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "JITTER", 0)
    receiver.answers = [answers(500)] * 3
    put(webhook, "first")
    put(webhook, "second")

    moment = NOON
    for seconds in BACK_OFF[:2]:
        assert deliver(moment) == 1
        moment += timedelta(seconds=seconds)
    assert deliver(moment) == 2  # the third attempt at the first, and then the second

    names = [request.event["data"]["changed"] for request in receiver.requests]
    assert names == ["first", "first", "first", "second"]


def test_receiver_that_hangs_holds_up_no_other(
    receiver: Receiver, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SECONDS", 2)
    with receiving() as slow:
        slow.answers = [hangs]
        stuck = put(WebhookFactory(url=slow.url))
        for number in range(5):
            put(webhook, f"app.Model{number}")
        fast: list[datetime] = []
        recorded = delivering.record

        def remember(delivery: WebhookDelivery, answer: Answer, now: datetime) -> None:
            recorded(delivery, answer, now)
            fast.append(delivery)

        monkeypatch.setattr(delivering, "record", remember)
        assert deliver() == 6

    assert fast[-1] == stuck
    stuck.refresh_from_db()
    assert (stuck.state, stuck.problem) == (State.PENDING, Problem.TIMEOUT)
    assert webhook.deliveries.filter(state=State.DELIVERED).count() == 5


def past_patience(webhook: Webhook, moment: datetime = NOON) -> WebhookDelivery:
    """One that holds up no later one any more."""
    delivery = put(webhook)
    delivery.attempts, delivery.next_attempt_at = PATIENCE, moment
    delivery.save()
    return delivery


def test_receiver_that_hangs_holds_up_no_other_however_much_there_is_for_it(
    receiver: Receiver, webhook: Webhook
) -> None:
    arrived = threading.Event()
    seen: list[bool] = []

    def waits_for_the_other(handler: BaseHTTPRequestHandler) -> None:
        seen.append(arrived.wait(3))
        answers(500)(handler)

    def arrives(handler: BaseHTTPRequestHandler) -> None:
        arrived.set()
        answers(204)(handler)

    with receiving() as slow:
        slow.answers = [waits_for_the_other] * (AT_ONCE + 1)
        receiver.answers = [arrives]
        hanging = WebhookFactory(url=slow.url)
        for _number in range(AT_ONCE + 1):
            past_patience(hanging)
        put(webhook)

        assert deliver() == AT_ONCE + 2

    assert seen == [True] * (AT_ONCE + 1)


def test_webhook_has_one_delivery_under_way_at_a_time() -> None:
    one, other = WebhookFactory(), WebhookFactory()
    first, second = past_patience(one), past_patience(one)
    its = past_patience(other)

    assert claim_due(NOON) == [first, its]
    assert claim_due(NOON, busy={one.pk}) == []
    assert claim_due(NOON) == [second]


def test_webhook_that_waited_longest_comes_first() -> None:
    """However old what waits for the others is."""
    busy, patient = WebhookFactory(), WebhookFactory()
    past_patience(busy), past_patience(busy)
    new = put(patient)
    claim_due(NOON, most=1)

    assert claim_due(NOON, most=1) == [new]


def test_choice_costs_one_query_however_much_waits(django_assert_num_queries: Any) -> None:
    webhook = WebhookFactory()
    later = NOON + timedelta(days=1)
    with django_assert_num_queries(1):
        assert claim_due(NOON) == []
    for _number in range(20):
        past_patience(webhook, later)
    with django_assert_num_queries(1):
        assert claim_due(NOON) == []
    with django_assert_num_queries(2):
        assert len(claim_due(later)) == 1


def test_gone_for_good_turns_the_webhook_off(receiver: Receiver, webhook: Webhook) -> None:
    receiver.answers = [answers(410)]
    put(webhook)
    put(webhook)

    assert deliver() == 1

    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.gone_at) == (False, NOON)
    assert list(Webhook.objects.failing(NOON)) == [webhook]
    assert deliver(NOON + timedelta(days=2)) == 0


def test_nothing_is_sent_while_it_is_off_and_what_waits_when_it_is_on_again(
    receiver: Receiver, webhook: Webhook
) -> None:
    put(webhook)
    Webhook.objects.update(is_active=False)
    assert deliver() == 0

    Webhook.objects.update(is_active=True)
    assert deliver() == 1


def test_test_is_sent_at_once_whatever_waits(receiver: Receiver, webhook: Webhook) -> None:
    put(webhook)
    Webhook.objects.update(is_active=False)
    send(webhook, WebhookTest(data=WebhookName(webhook=webhook.name)))

    assert deliver_due() == 1
    assert receiver.types == ["webhook.test"]


def test_test_goes_before_all_that_waits(webhook: Webhook) -> None:
    past_patience(webhook)
    test = send(webhook, WebhookTest(data=WebhookName(webhook=webhook.name)))

    assert claim_due(timezone.now()) == [test]


def test_of_two_deliverers_one_sends(
    receiver: Receiver, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one has read the rows already when the first one claims them."""
    put(webhook)
    nested: list[list[WebhookDelivery]] = []
    update = type(WebhookDelivery.objects.all()).update

    def claimed_meanwhile(self: Any, **changes: Any) -> int:
        if "attempts" in changes and not nested:
            nested.append([])
            nested[0] = claim_due(NOON)
        return update(self, **changes)

    monkeypatch.setattr(type(WebhookDelivery.objects.all()), "update", claimed_meanwhile)

    assert claim_due(NOON) == []
    assert len(nested[0]) == 1
    assert claim_due(NOON) == []


def test_delivery_whose_deliverer_died_is_tried_by_the_next(webhook: Webhook) -> None:
    put(webhook)
    put(webhook)
    (lost,) = claim_due(NOON)

    assert claim_due(NOON + timedelta(seconds=30)) == []
    (again,) = claim_due(NOON + timedelta(seconds=61))

    assert (again, again.attempts) == (lost, 2)


def test_delivery_whose_deliverers_all_died_has_failed(
    receiver: Receiver, webhook: Webhook
) -> None:
    delivery = put(webhook)
    moment = NOON
    for _attempt in range(len(BACK_OFF) + 1):
        assert claim_due(moment) == [delivery]
        moment += timedelta(seconds=61)

    assert deliver(moment) == 0

    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.FAILED, 8)
    assert delivery.problem == Problem.TIMEOUT
    assert receiver.requests == []


def test_late_answer_does_not_undo_a_later_attempt(webhook: Webhook) -> None:
    put(webhook)
    (late,) = claim_due(NOON)
    (other,) = claim_due(NOON + timedelta(seconds=61))
    record(other, Answer(204), NOON)

    record(late, Answer(problem=Problem.TIMEOUT), NOON)

    other.refresh_from_db()
    assert other.state == State.DELIVERED


def test_sending_again_keeps_the_id(receiver: Receiver, webhook: Webhook) -> None:
    delivery = put(webhook)
    deliver()
    delivery.refresh_from_db()
    delivery.send_again(NOON)

    assert deliver() == 1
    first, second = receiver.requests
    assert first.event == second.event


def test_failing_is_known_while_it_lasts(receiver: Receiver, webhook: Webhook) -> None:
    receiver.answers = [answers(500)]
    put(webhook)
    deliver()
    assert list(Webhook.objects.failing(NOON + timedelta(minutes=14))) == []
    assert list(Webhook.objects.failing(NOON + timedelta(minutes=16))) == [webhook]

    deliver(NOON + timedelta(minutes=20))
    webhook.refresh_from_db()
    assert webhook.failing_since is None


def test_events_are_forgotten_after_a_month(webhook: Webhook) -> None:
    put(webhook)

    assert delete_old_events(NOON + timedelta(days=29)) == 0
    assert delete_old_events(NOON + timedelta(days=31)) == 1
    assert not WebhookEvent.objects.exists()
    assert not WebhookDelivery.objects.exists()
