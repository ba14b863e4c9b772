"""Messages in the admin."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import ModelLogEntry

from contact.messages import unread_messages
from contact.models import ContactMessage
from tests.factories.contact import TYPED, make_message

pytestmark = pytest.mark.django_db

INDEX = "/admin/messages/"


def url_of(view: str, message: ContactMessage) -> str:
    return reverse(f"contact_messages:{view}", args=[message.pk])


def user_client(*codenames: str) -> Client:
    """Someone who may enter the admin and has these permissions besides."""
    user = get_user_model().objects.create_user("helper", "helper@example.com", "x" * 16)
    wanted = Permission.objects.filter(codename__in=["access_admin", *codenames])
    assert wanted.count() == len(codenames) + 1
    user.user_permissions.add(*wanted)
    client = Client()
    client.force_login(user)
    return client


def test_menu_leads_to_the_messages(practitioner_client: Client) -> None:
    assert f'"{INDEX}"' in practitioner_client.get("/admin/").content.decode()


def test_messages_are_listed_newest_first_with_what_is_unread(practitioner_client: Client) -> None:
    make_message(days_old=2, name="Oudste", read_at=timezone.now())
    make_message(days_old=0, name="Nieuwste", language="en")
    make_message(days_old=1, name="Middelste", read_at=timezone.now())

    page = BeautifulSoup(practitioner_client.get(INDEX).content, "html.parser")

    rows = page.select("table.listing tbody tr")
    names = [row.select_one("td.title a").text.strip() for row in rows]
    assert names == ["Nieuwste", "Middelste", "Oudste"]
    assert [bool(row.select_one(".w-status")) for row in rows] == [True, False, False]
    assert "Engels" in rows[0].text


def test_opening_a_message_shows_its_text_and_marks_it_read(practitioner_client: Client) -> None:
    message = make_message(message="Eerste regel\nTweede <b>regel</b>")
    before = timezone.now()

    text = practitioner_client.get(url_of("inspect", message)).content.decode()

    assert "Eerste regel<br>Tweede &lt;b&gt;regel&lt;/b&gt;" in text
    message.refresh_from_db()
    assert before <= message.read_at <= timezone.now()
    assert unread_messages().count() == 0


def test_opening_it_again_keeps_the_first_moment(practitioner_client: Client) -> None:
    first = timezone.now() - timedelta(days=1)
    message = make_message(read_at=first, days_old=2)

    practitioner_client.get(url_of("inspect", message))

    message.refresh_from_db()
    assert message.read_at == first


def test_message_is_answered_by_mail_to_its_sender_only(practitioner_client: Client) -> None:
    message = make_message(email="a&b?bcc=c@visitor.example", language="en")

    page = BeautifulSoup(practitioner_client.get(url_of("inspect", message)).content, "html.parser")

    link = page.select_one('a[href^="mailto:"]')
    assert link["href"] == "mailto:a%26b%3Fbcc%3Dc@visitor.example?subject=Your%20message"
    assert link.text == message.email


def test_deleting_asks_first_and_leaves_no_trace_of_the_sender(practitioner_client: Client) -> None:
    message = make_message()

    question = practitioner_client.get(url_of("delete", message))
    assert question.status_code == 200
    assert ContactMessage.objects.exists()
    practitioner_client.post(url_of("delete", message))

    assert not ContactMessage.objects.exists()
    entry = ModelLogEntry.objects.get(action="wagtail.delete")
    for private in TYPED.values():
        assert private not in f"{entry.label} {entry.data}"


def test_nobody_adds_or_changes_messages(admin_client: Client) -> None:
    message = make_message()

    listing = admin_client.get(INDEX).content.decode()
    reading = admin_client.get(url_of("inspect", message)).content.decode()

    for absent in ("/new/", "/edit/", "/copy/", "/history/"):
        assert f"{INDEX}{absent.strip('/')}" not in listing + reading
        assert f"{INDEX}{message.pk}{absent}" not in listing + reading
    for view in ("add", "edit", "copy", "history", "usage"):
        with pytest.raises(NoReverseMatch):
            reverse(f"contact_messages:{view}", args=[message.pk])


def test_reports_know_of_no_way_to_change_a_message(admin_client: Client) -> None:
    """Reports link what a superuser may edit, and would fail on a view that is not there."""
    superuser = get_user_model().objects.get(is_superuser=True)

    assert AdminURLFinder(superuser).get_edit_url(make_message()) is None


def test_who_may_only_read_is_not_offered_to_delete() -> None:
    message = make_message()
    client = user_client("view_contactmessage")

    listing = client.get(INDEX).content.decode()

    assert url_of("inspect", message) in listing
    assert url_of("delete", message) not in listing
    client.post(url_of("delete", message))
    assert ContactMessage.objects.exists()


def test_who_may_not_read_messages_sees_none() -> None:
    message = make_message()
    client = user_client()

    assert INDEX not in client.get("/admin/").content.decode()
    for url in (INDEX, url_of("inspect", message), url_of("delete", message)):
        assert TYPED["name"] not in client.get(url, follow=True).content.decode()
    message.refresh_from_db()
    assert message.is_unread
