"""English goes offline with Dutch that has expired."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision

from home.models import StandardPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def expire(page: Page) -> None:
    """Has a page's last day be over."""
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))


def test_english_expires_with_its_dutch(dutch, english, client: Client):
    expire(dutch)
    call_command("publish_scheduled")
    assert client.get(dutch.url).status_code == 404
    assert client.get(english.url).status_code == 404
    english.refresh_from_db()
    assert english.expired


def test_nothing_else_goes_offline(home, dutch, english, client: Client):
    other = make_page(StandardPage, home, title="Anders")
    expire(other)
    call_command("publish_scheduled")
    assert client.get(other.url).status_code == 404
    assert client.get(english.url).status_code == 200


def test_english_that_was_left_online_by_hand_stays(dutch, english, client: Client):
    dutch.unpublish()
    call_command("publish_scheduled")
    assert client.get(english.url).status_code == 200


def test_a_dry_run_changes_nothing(dutch, english, client: Client, capsys: Any):
    expire(dutch)
    call_command("publish_scheduled", dryrun=True)
    assert client.get(dutch.url).status_code == 200
    assert client.get(english.url).status_code == 200


def test_a_run_that_was_broken_off_is_mended_by_the_next(dutch, english, client: Client):
    dutch.unpublish(set_expired=True)
    assert client.get(english.url).status_code == 200
    call_command("publish_scheduled")
    assert client.get(english.url).status_code == 404


def test_english_follows_though_another_page_cannot_be_published(
    home, dutch, english, client: Client, monkeypatch
):
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("broken")

    revision = make_page(StandardPage, home, title="Anders").save_revision()
    Revision.objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    expire(dutch)
    monkeypatch.setattr(Revision, "publish", fail)
    with pytest.raises(RuntimeError):
        call_command("publish_scheduled")
    assert client.get(english.url).status_code == 404


def test_a_new_translation_has_no_dates_of_its_own(dutch, en, published):
    """It would keep them when those of the Dutch page change."""
    Page.objects.filter(pk=dutch.pk).update(expire_at=timezone.now() + timedelta(days=1))
    english = translate_to(en, dutch, published)
    assert english.expire_at is None
    assert english.get_latest_revision_as_object().expire_at is None
