"""What receivers are told when pages get another address, or may be seen by others."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from home.models import HomePage, StandardPage
from publishing.models import Webhook
from tests.factories.home import StandardPageFactory
from tests.factories.tree import anew
from tests.factories.webhooks import forget_told, told, told_of_pages

pytestmark = pytest.mark.django_db


def test_new_slug_moves_the_page_and_everything_below(
    page: StandardPage, child: StandardPage, webhook: Webhook
) -> None:
    draft = StandardPageFactory(parent=child, live=False, slug="concept")
    page.slug = "adem"
    page.save_revision().publish()

    moved = told("page.moved")
    assert [(each["data"]["old_path"], each["data"]["page"]["path"]) for each in moved] == [
        ("/ademen/", "/adem/"),
        ("/ademen/diep/", "/adem/diep/"),
    ]
    assert moved[1]["data"]["old_url"] == "http://testserver/ademen/diep/"
    assert [event["data"]["page"]["id"] for event in told("page.published")] == [page.pk]
    assert anew(draft).url_path.endswith("/adem/diep/concept/")


def test_new_slug_of_an_offline_page_moves_what_is_live_below(
    page: StandardPage, child: StandardPage, webhook: Webhook
) -> None:
    anew(page).unpublish()
    forget_told()
    page = anew(page)
    page.slug = "adem"
    page.save()

    assert told_of_pages() == [("page.moved", "/adem/diep/")]


def test_new_slug_of_the_home_page_moves_nothing(
    home: HomePage, page: StandardPage, webhook: Webhook
) -> None:
    home = anew(home)
    home.slug = "begin"
    home.save_revision().publish()

    assert told_of_pages() == [("page.published", "/")]


def test_home_page_opens_and_closes_all_below_it(
    home: HomePage, page: StandardPage, child: StandardPage, webhook: Webhook
) -> None:
    home = anew(home)
    home.unpublish()
    everything = ["/", "/ademen/", "/ademen/diep/"]
    assert told_of_pages() == [("page.unpublished", path) for path in everything]

    forget_told()
    page = anew(page)
    page.save_revision().publish()
    assert told() == []

    anew(home).save_revision().publish()
    assert told_of_pages() == [("page.published", path) for path in everything]


def test_move_tells_of_the_page_and_everything_below(
    home: HomePage, page: StandardPage, child: StandardPage, webhook: Webhook, admin_client: Client
) -> None:
    other = StandardPageFactory(parent=home, slug="elders")
    admin_client.post(
        reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other.pk]), follow=True
    )

    moved = told()
    assert [event["type"] for event in moved] == ["page.moved", "page.moved"]
    assert [(each["data"]["old_path"], each["data"]["page"]["path"]) for each in moved] == [
        ("/ademen/", "/elders/ademen/"),
        ("/ademen/diep/", "/elders/ademen/diep/"),
    ]


def test_another_order_changes_the_menus(
    home: HomePage, page: StandardPage, webhook: Webhook
) -> None:
    first = StandardPageFactory(parent=home)
    anew(first).move(anew(page), pos="left")

    assert [(event["type"], event["data"]) for event in told()] == [
        ("site.changed", {"changed": "menus"})
    ]


def test_move_under_a_private_page_is_unpublishing_and_back_is_publishing(
    home: HomePage, page: StandardPage, child: StandardPage, webhook: Webhook
) -> None:
    private = StandardPageFactory(parent=home, slug="besloten")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    forget_told()

    anew(page).move(anew(private), pos="last-child")
    assert told_of_pages() == [
        ("page.unpublished", "/ademen/"),
        ("page.unpublished", "/ademen/diep/"),
    ]

    forget_told()
    anew(page).move(anew(home), pos="last-child")
    assert told_of_pages() == [("page.published", "/ademen/"), ("page.published", "/ademen/diep/")]


def test_page_that_becomes_private_is_unpublished_with_what_is_below(
    page: StandardPage, child: StandardPage, webhook: Webhook, admin_client: Client
) -> None:
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    admin_client.post(address, {"restriction_type": "login"})
    assert told_of_pages() == [
        ("page.unpublished", "/ademen/"),
        ("page.unpublished", "/ademen/diep/"),
    ]

    forget_told()
    child = anew(child)
    child.title = "Heel diep"
    child.save_revision().publish()
    assert told() == []

    admin_client.post(address, {"restriction_type": "none"})
    assert told_of_pages() == [("page.published", "/ademen/"), ("page.published", "/ademen/diep/")]
