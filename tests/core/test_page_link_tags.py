"""`page_for`, which templates use where a block leads to a page."""

from django.template import Context, Template
from wagtail.models import Page

LINK = Template("{% load page_links %}{{ linked_pages|page_for:chosen|default:'nowhere' }}")


def test_page_for_gives_the_page_in_the_language_of_the_reader():
    chosen, translated = Page(pk=1, title="Over mij"), Page(pk=2, title="About me")
    assert LINK.render(Context({"linked_pages": {1: translated}, "chosen": chosen})) == "About me"


def test_page_for_gives_nothing_for_a_page_that_is_not_live_in_that_language():
    chosen = Page(pk=1, title="Over mij")
    assert LINK.render(Context({"linked_pages": {1: None}, "chosen": chosen})) == "nowhere"


def test_page_for_survives_a_preview_that_has_resolved_no_links():
    assert LINK.render(Context({"chosen": Page(pk=1)})) == "nowhere"
    assert LINK.render(Context({"linked_pages": {}, "chosen": None})) == "nowhere"
