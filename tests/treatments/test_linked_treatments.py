"""`live_treatments_of`, which the block of related treatments uses."""

from wagtail.models import Page

from treatments.models import TreatmentPage
from treatments.templatetags.linked_treatments import live_treatments_of


def test_chosen_treatments_come_in_the_chosen_order_and_the_language_of_the_page(db):
    first, second = TreatmentPage(pk=11, title="One"), TreatmentPage(pk=12, title="Two")
    context = {
        "linked_pages": {1: Page(pk=11), 2: Page(pk=12)},
        "linked_treatments": {11: first, 12: second},
    }
    assert live_treatments_of(context, [Page(pk=2), Page(pk=1)]) == [second, first]


def test_treatment_that_is_not_live_in_the_language_is_left_out():
    context = {"linked_pages": {1: None}, "linked_treatments": {}}
    assert live_treatments_of(context, [Page(pk=1), None]) == []


def test_preview_without_resolved_links_has_no_treatments():
    assert live_treatments_of({}, [Page(pk=1)]) == []
