"""The pages of the admin about webhooks, and who may see them."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from publishing.models import Webhook, WebhookDelivery
from publishing.models.webhooks import all_events
from publishing.webhooks.delivering import claim_due
from publishing.webhooks.outbox import send
from publishing.webhooks.payloads import SiteChange, SiteChanged, WebhookName, WebhookTest
from tests.factories.webhooks import WebhookFactory, told

pytestmark = pytest.mark.django_db
FILLED_IN = {
    "name": "Bouwer",
    "url": "https://builder.example/hook",
    "events": ["page.published", "site.changed"],
    "is_active": "on",
}


@pytest.fixture
def delivery(webhook: Webhook) -> WebhookDelivery:
    made = send(webhook, SiteChanged(data=SiteChange(changed="menus")))
    made.state, made.attempts, made.status_code = WebhookDelivery.State.FAILED, 8, 500
    made.problem, made.answer = WebhookDelivery.Problem.STATUS, "<b>Stuk</b>"
    made.save()
    return made


def words(response: Any) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return re.sub(r"\s+", " ", soup.get_text())


def connection(webhook: Webhook) -> str:
    return reverse("webhooks:connection", args=[webhook.pk])


def test_webhook_is_made_and_leads_to_its_secret(admin_client: Client) -> None:
    empty = admin_client.get(reverse("webhooks:add"))
    ticked = BeautifulSoup(empty.content, "html.parser").select("[name=events][checked]")
    assert [box["value"] for box in ticked] == all_events()

    response = admin_client.post(reverse("webhooks:add"), FILLED_IN)

    webhook = Webhook.objects.get()
    assert response.headers["Location"] == connection(webhook)
    assert (webhook.name, webhook.events) == ("Bouwer", ["page.published", "site.changed"])
    assert webhook.is_active


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "http://builder.example/"},
        {"url": "https://10.0.0.1/"},
        {"events": []},
        {"events": ["webhook.test"]},
        {"events": ["page.eaten"]},
    ],
)
def test_what_cannot_be_is_refused(admin_client: Client, wrong: dict[str, Any]) -> None:
    response = admin_client.post(reverse("webhooks:add"), FILLED_IN | wrong)

    assert response.status_code == 200
    assert not Webhook.objects.exists()


def test_secret_is_shown_once(admin_client: Client, webhook: Webhook) -> None:
    assert webhook.secret not in admin_client.get(connection(webhook)).content.decode()

    shown = admin_client.post(connection(webhook), {"action": "show"})
    assert f'value="{webhook.secret}"' in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]

    again = admin_client.post(connection(webhook), {"action": "show"}, follow=True)
    assert webhook.secret not in again.content.decode()


def test_new_secret(admin_client: Client, webhook: Webhook) -> None:
    shown = admin_client.post(connection(webhook), {"action": "rotate"})

    changed = Webhook.objects.get()
    assert changed.secret != webhook.secret
    assert f'value="{changed.secret}"' in shown.content.decode()
    assert webhook.secret not in shown.content.decode()
    assert len(changed.sign("evt_1", timezone.now(), "{}").split()) == 2


def test_test_event(admin_client: Client) -> None:
    webhook = WebhookFactory(is_active=False, events=[])

    admin_client.post(connection(webhook), {"action": "test"}, follow=True)

    (event,) = told("webhook.test")
    assert event["data"] == {"webhook": webhook.name}
    assert webhook.deliveries.count() == 1


def test_log_says_how_it_went_and_can_be_filtered(
    admin_client: Client, webhook: Webhook, delivery: WebhookDelivery
) -> None:
    other = WebhookFactory(name="Ander")
    send(other, SiteChanged(data=SiteChange(changed="menus")))
    address = reverse("webhook_deliveries:index")

    everything = words(admin_client.get(address))
    assert "500: de gebeurtenis werd niet aangenomen" in everything
    assert "8 pogingen" in everything

    def rows(**filters: Any) -> int:
        soup = BeautifulSoup(admin_client.get(address, filters).content, "html.parser")
        return len(soup.select("tbody tr"))

    assert rows() == 2
    assert rows(state="failed") == rows(webhook=other.pk) == 1
    assert rows(type="page.moved") == 0


def test_log_costs_as_many_queries_with_many_as_with_few(
    admin_client: Client, webhook: Webhook, django_assert_max_num_queries: Any
) -> None:
    def cost() -> int:
        with django_assert_max_num_queries(100) as counted:
            admin_client.get(reverse("webhook_deliveries:index"))
        return len(counted)

    send(webhook, SiteChanged(data=SiteChange(changed="menus")))
    cost()
    few = cost()
    for _number in range(20):
        send(webhook, SiteChanged(data=SiteChange(changed="menus")))
    assert cost() == few


def test_delivery_shows_what_was_sent_and_is_sent_again(
    admin_client: Client, delivery: WebhookDelivery
) -> None:
    address = reverse("webhook_deliveries:delivery", args=[delivery.pk])
    page = BeautifulSoup(admin_client.get(address).content, "html.parser")
    answer, sent = page.select("pre")
    assert answer.get_text() == "<b>Stuk</b>"
    assert json.loads(sent.get_text()) == json.loads(delivery.event.payload)

    admin_client.post(address, follow=True)

    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (WebhookDelivery.State.PENDING, 0)
    assert delivery.next_attempt_at <= timezone.now()


WAITS = "zodra de webhook aan staat"


def test_sending_again_while_the_webhook_is_off_waits_for_it_to_be_on(
    admin_client: Client, delivery: WebhookDelivery
) -> None:
    Webhook.objects.update(is_active=False)
    address = reverse("webhook_deliveries:delivery", args=[delivery.pk])

    answer = words(admin_client.post(address, follow=True))

    assert "De webhook staat uit" in answer
    assert "opnieuw onderweg" not in answer
    assert WAITS in answer
    assert WAITS in words(admin_client.get(reverse("webhook_deliveries:index")))
    assert claim_due(timezone.now()) == []

    Webhook.objects.update(is_active=True)
    assert WAITS not in words(admin_client.get(address))
    assert claim_due(timezone.now()) == [delivery]


def test_test_is_sent_again_while_the_webhook_is_off(admin_client: Client) -> None:
    webhook = WebhookFactory(is_active=False)
    test = send(webhook, WebhookTest(data=WebhookName(webhook=webhook.name)))
    address = reverse("webhook_deliveries:delivery", args=[test.pk])

    answer = words(admin_client.post(address, follow=True))

    assert "opnieuw onderweg" in answer
    assert WAITS not in answer
    assert claim_due(timezone.now()) == [test]


def test_webhook_that_is_turned_on_again_is_not_gone(admin_client: Client) -> None:
    webhook = WebhookFactory(is_active=False, gone_at=timezone.now(), failing_since=timezone.now())
    assert "de ontvanger zegt niet meer te bestaan" in words(
        admin_client.get(reverse("webhooks:index"))
    )

    admin_client.post(reverse("webhooks:edit", args=[webhook.pk]), FILLED_IN)

    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.gone_at, webhook.failing_since) == (True, None, None)


def test_note_on_the_home_of_the_admin_while_nothing_gets_through(
    admin_client: Client, practitioner_client: Client, webhook: Webhook
) -> None:
    home = reverse("wagtailadmin_home")
    note = "Webhooks die niet aankomen"
    assert note not in words(admin_client.get(home))

    Webhook.objects.update(failing_since=timezone.now() - timedelta(hours=1))

    assert note in words(admin_client.get(home))
    assert note not in words(practitioner_client.get(home))


def test_only_for_who_may(
    practitioner_client: Client, client: Client, webhook: Webhook, delivery: WebhookDelivery
) -> None:
    addresses = [
        reverse("webhooks:index"),
        reverse("webhooks:add"),
        reverse("webhooks:edit", args=[webhook.pk]),
        reverse("webhook_deliveries:index"),
        reverse("webhook_deliveries:delivery", args=[delivery.pk]),
        connection(webhook),
    ]
    for address in addresses:
        for who in (practitioner_client, client):
            assert who.get(address).status_code == 302, address
            assert who.post(address, {"action": "rotate"}).status_code == 302, address

    assert Webhook.objects.get().key == webhook.key
    delivery.refresh_from_db()
    assert delivery.state == WebhookDelivery.State.FAILED
