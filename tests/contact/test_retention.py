"""Messages do not outlive their term."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contact.messages import unread_messages
from contact.models import ContactMessage, ContactPage, ContactSettings
from contact.retention import delete_expired_messages
from publishing import periodic
from tests.factories.contact import make_message

pytestmark = pytest.mark.django_db


def keep_for(days: int) -> None:
    settings = ContactSettings.load()
    settings.retention_days = days
    settings.save()


def test_messages_are_deleted_after_ninety_days_by_default() -> None:
    make_message(days_old=90.01)
    younger = make_message(days_old=89.99)

    assert delete_expired_messages() == 1
    assert ContactMessage.objects.get() == younger


def test_term_is_the_one_that_the_practitioner_set() -> None:
    keep_for(7)
    make_message(days_old=6)

    assert delete_expired_messages() == 0
    assert delete_expired_messages(timezone.now() + timedelta(days=2)) == 1


def test_new_message_takes_the_expired_ones_away(send: Callable, contact_page: ContactPage) -> None:
    expired = make_message(days_old=91)

    send(contact_page, message="Nieuw")

    assert not ContactMessage.objects.filter(pk=expired.pk).exists()


def test_periodic_jobs_delete_expired_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    for job in periodic._jobs:
        monkeypatch.setattr(job, "last_started", None)
    make_message(days_old=91)

    call_command("run_periodic_jobs", "--once")

    assert not ContactMessage.objects.exists()


def test_expired_message_is_out_of_sight_before_it_is_deleted(practitioner_client: Client) -> None:
    expired = make_message(days_old=91, name="Verlopen")

    listing = practitioner_client.get(reverse("contact_messages:index"))

    assert "Verlopen" not in listing.content.decode()
    for view in ("inspect", "delete"):
        url = reverse(f"contact_messages:{view}", args=[expired.pk])
        assert practitioner_client.get(url).status_code == 404
    assert unread_messages().count() == 0


def test_practitioner_sets_the_term_in_the_admin(practitioner_client: Client) -> None:
    ContactSettings.load()
    url = reverse("wagtailsettings:edit", args=["contact", "contactsettings"])
    url = practitioner_client.get(url).headers.get("Location", url)

    practitioner_client.post(url, {"retention_days": "30", "notification_email": ""})

    assert ContactSettings.load().retention_days == 30


@pytest.mark.parametrize("days", [0, 3651])
def test_term_that_makes_no_sense_is_refused(days: int) -> None:
    with pytest.raises(ValidationError):
        ContactSettings(retention_days=days).full_clean()
