"""A webhook with a receiver on this machine, and pages that were published."""

from collections.abc import Iterator
from typing import Any

import pytest

from home.models import HomePage, StandardPage
from publishing.models import Webhook
from tests.factories.home import StandardPageFactory
from tests.factories.webhooks import Receiver, WebhookFactory, receiving


@pytest.fixture
def this_machine(settings: Any) -> None:
    settings.WEBHOOKS_ADMIT_LOOPBACK = True


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as started:
        yield started


@pytest.fixture
def webhook(request: pytest.FixtureRequest) -> Webhook:
    """Leads to the receiver, in a test that has one."""
    if "receiver" not in request.fixturenames:
        return WebhookFactory()
    return WebhookFactory(url=request.getfixturevalue("receiver").url)


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    """A live page, published the way Wagtail does it."""
    made = StandardPageFactory(parent=home, live=False, title="Ademen", slug="ademen")
    made.save_revision().publish()
    return made


@pytest.fixture
def child(page: StandardPage) -> StandardPage:
    made = StandardPageFactory(parent=page, live=False, title="Diep", slug="diep")
    made.save_revision().publish()
    return made
