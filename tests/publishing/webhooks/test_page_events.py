"""What webhooks are told when pages come, go, move or become private, through the actions that she has."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage, StandardPage
from publishing.models import Webhook
from publishing.periodic import publish_scheduled_pages
from publishing.webhooks import page_signals
from tests.factories.home import StandardPageFactory
from tests.factories.tree import anew
from tests.factories.webhooks import WebhookFactory, forget_told, told, told_of_pages

pytestmark = pytest.mark.django_db


def test_first_publication_is_told_with_what_a_router_needs(
    home: HomePage, webhook: Webhook, settings: Any, client: Client
) -> None:
    page = StandardPageFactory(parent=home, live=False, title="Ademen", slug="ademen")
    assert told() == []

    page.save_revision().publish()

    (event,) = told()
    assert event["type"] == "page.published"
    assert event["id"].startswith("evt_")
    assert event["data"] == {
        "page": {
            "id": page.pk,
            "type": "home.StandardPage",
            "locale": "nl",
            "title": "Ademen",
            "path": "/ademen/",
            "url": "http://testserver/ademen/",
            "api_url": f"{settings.SITE_URL}/api/v1/pages/{page.pk}",
        }
    }
    document = client.get(urlsplit(event["data"]["page"]["api_url"]).path).json()
    assert document | event["data"]["page"] == document


def test_draft_is_not_told_and_its_words_are_nowhere(page: StandardPage, webhook: Webhook) -> None:
    page.title = "Geheim"
    page.save_revision()
    assert told() == []

    anew(page).unpublish()

    (event,) = told()
    assert event["type"] == "page.unpublished"
    assert event["data"]["page"]["title"] == "Ademen"


def test_publishing_again_is_told_with_the_new_words(page: StandardPage, webhook: Webhook) -> None:
    page.title = "Rustig ademen"
    page.save_revision().publish()

    (event,) = told()
    assert event["type"] == "page.published"
    assert event["data"]["page"]["title"] == "Rustig ademen"


def test_unpublishing_with_what_is_below(
    page: StandardPage, child: StandardPage, webhook: Webhook, admin_client: Client
) -> None:
    admin_client.post(
        reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"include_descendants": "on"}
    )

    assert told_of_pages() == [
        ("page.unpublished", "/ademen/"),
        ("page.unpublished", "/ademen/diep/"),
    ]


def test_alias_is_no_page_of_the_api(home: HomePage, page: StandardPage, webhook: Webhook) -> None:
    anew(page).create_alias(update_slug="nog-eens")
    anew(page).save_revision().publish()

    assert told_of_pages() == [("page.published", "/ademen/")]


def test_deletion_tells_of_what_was_public(
    page: StandardPage, child: StandardPage, webhook: Webhook, admin_client: Client
) -> None:
    StandardPageFactory(parent=page, live=False, slug="concept")
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert not Page.objects.filter(pk=page.pk).exists()
    assert sorted(told_of_pages()) == [
        ("page.deleted", "/ademen/"),
        ("page.deleted", "/ademen/diep/"),
    ]


def test_deletion_of_a_private_page_tells_nothing(
    page: StandardPage, child: StandardPage, webhook: Webhook
) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    forget_told()

    anew(page).delete()

    assert told() == []


def test_copy_of_a_live_page_is_told(home: HomePage, page: StandardPage, webhook: Webhook) -> None:
    anew(page).copy(update_attrs={"slug": "ademen-2"})

    assert told_of_pages() == [("page.published", "/ademen-2/")]


def test_scheduled_page_is_told_when_it_goes_live(
    page: StandardPage, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew(page).unpublish()
    forget_told()
    page = anew(page)
    moment = timezone.now() + timedelta(days=1)
    page.go_live_at = moment
    page.save_revision().publish()
    assert told() == []

    monkeypatch.setattr(timezone, "now", lambda: moment + timedelta(minutes=1))
    publish_scheduled_pages()

    assert told_of_pages() == [("page.published", "/ademen/")]


def test_rolled_back_change_is_not_told(page: StandardPage, webhook: Webhook) -> None:
    with transaction.atomic():
        anew(page).unpublish()
        assert told("page.unpublished")
        transaction.set_rollback(True)

    assert told() == []


def test_failure_of_the_webhooks_is_logged_and_publishes_all_the_same(
    page: StandardPage,
    webhook: Webhook,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(page_signals, "tell_difference", fail)
    page.title = "Toch"
    page.save_revision().publish()

    assert anew(page).title == "Toch"
    assert "The webhooks were not told of a change." in caplog.text


def test_webhook_is_told_what_it_asked_for(page: StandardPage) -> None:
    WebhookFactory(events=["page.deleted"])
    WebhookFactory(is_active=False)
    deletions = WebhookFactory(events=["page.unpublished"])

    anew(page).unpublish()

    assert deletions.deliveries.count() == 1
    assert len(told()) == 1


def test_one_query_without_webhooks_and_as_many_with_ten_as_with_one(page: StandardPage) -> None:
    def publish() -> list[str]:
        draft = anew(page).save_revision()
        with CaptureQueriesContext(connection) as counted:
            draft.publish()
        return [query["sql"] for query in counted]

    without = len(publish())
    assert len([sql for sql in publish() if "publishing_" in sql]) == 1

    WebhookFactory()
    with_one = len(publish())
    WebhookFactory.create_batch(9)
    assert len(publish()) == with_one
    assert with_one - without <= 12
