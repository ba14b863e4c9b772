"""Treatments that a body links to, for templates."""

from collections.abc import Iterable
from typing import Any

from django import template
from wagtail.models import Page

from core.page_links import foreign_language
from core.templatetags.page_links import page_for
from treatments.models import TreatmentPage

register = template.Library()


@register.simple_tag(takes_context=True)
def live_treatments_of(
    context: dict[str, Any], chosen: Iterable[Page | None]
) -> list[TreatmentPage]:
    """The live treatments behind the chosen pages, in the language of the page they stand on.

    In the block chooser's preview nothing is resolved: then the chosen treatments themselves.
    """
    if "linked_pages" not in context:
        return [page for page in chosen if isinstance(page, TreatmentPage)]
    linked_treatments = context.get("linked_treatments")
    targets = [page_for(context.get("linked_pages"), page) for page in chosen]
    treatments = [page_for(linked_treatments, target) for target in targets]
    return [treatment for treatment in treatments if treatment is not None]


@register.simple_tag(takes_context=True)
def foreign_pages_of(context: dict[str, Any], chosen: Iterable[Page | None]) -> list[Page]:
    """The pages behind the chosen ones that are live in another language only."""
    targets = [page_for(context.get("linked_pages"), page) for page in chosen]
    return [target for target in targets if target is not None and foreign_language(target)]
