"""Whose turn it is, among many webhooks and several deliverers."""

import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from django.utils import timezone

from publishing.models import Webhook, WebhookDelivery
from publishing.webhooks import delivering, sending
from publishing.webhooks.delivering import (
    AT_ONCE,
    BACK_OFF,
    PATIENCE,
    claim_due,
    deliver_due,
    record,
)
from publishing.webhooks.outbox import send
from publishing.webhooks.payloads import WebhookName, WebhookTest
from publishing.webhooks.sending import Answer, Problem
from tests.factories.webhooks import Receiver, WebhookFactory, answers, hangs, receiving
from tests.publishing.webhooks.sent_at_noon import NOON, deliver, put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("this_machine")]
State = WebhookDelivery.State


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
