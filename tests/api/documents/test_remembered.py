"""What is kept of the surroundings of documents, and for how long."""

import pytest
from django.test import RequestFactory

from api.documents.remembered import remembered
from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.django_db


def asked(value):
    return remembered(RequestFactory().get("/"), "what is kept", lambda: value)


def test_it_is_kept_while_the_content_is_the_same_and_gone_after_a_change(home):
    StandardPageFactory(parent=home)
    assert asked("before") == "before"
    assert asked("later") == "before"
    home.title = "Anders"
    home.save_revision().publish()
    assert asked("later") == "later"


def test_nothing_is_not_kept(home):
    assert asked(None) is None
    assert asked("now there is") == "now there is"
