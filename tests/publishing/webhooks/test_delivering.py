"""From the outbox to a receiver: order, retries, what is remembered."""

from datetime import UTC, datetime, timedelta

import pytest

from home.models import HomePage
from publishing.models import Webhook, WebhookDelivery, WebhookEvent
from publishing.webhooks import delivering
from publishing.webhooks.delivering import (
    BACK_OFF,
    deliver_due,
    pause,
)
from publishing.webhooks.purging import delete_old_events
from publishing.webhooks.sending import Problem
from tests.factories.home import StandardPageFactory
from tests.factories.webhooks import Receiver, answers
from tests.publishing.webhooks.sent_at_noon import NOON, deliver, put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("this_machine")]
State = WebhookDelivery.State


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
