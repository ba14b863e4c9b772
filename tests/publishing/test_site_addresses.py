"""The addresses of sites after a change of them."""

from typing import Any

import pytest
from wagtail.models import Site

from home.models import HomePage
from publishing import generation

pytestmark = pytest.mark.django_db


def test_who_looked_before_the_commit_keeps_the_old_address_for_nobody(
    home: HomePage, django_capture_on_commit_callbacks: Any
) -> None:
    site = Site.objects.get()
    with django_capture_on_commit_callbacks() as callbacks:
        site.hostname = "www.example.nl"
        site.save()
    Site.objects.update(hostname="testserver")
    assert Site.get_site_root_paths()[0].root_url == "http://testserver"
    Site.objects.update(hostname="www.example.nl")
    before = generation.current()
    for callback in callbacks:
        callback()
    assert Site.get_site_root_paths()[0].root_url == "http://www.example.nl"
    assert generation.current() != before
