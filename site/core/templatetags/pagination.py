"""Numbers of pages, for templates."""

from typing import Any

from django import template
from django.core.paginator import Page

register = template.Library()


@register.filter
def page_numbers(page: Page) -> list[int | None]:
    """The first and the last number, this one and its neighbours; None stands for those left out between them."""
    paginator = page.paginator
    numbers = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]


@register.simple_tag(takes_context=True)
def page_address(context: dict[str, Any], number: int) -> str:
    """Where page `number` of the list is: what `address_of_page` gives, else in the query, after `page_query`."""
    address_of_page = context.get("address_of_page")
    if address_of_page is not None:
        return address_of_page(number)
    return f"?{context.get('page_query', '')}page={number}"
