"""The numbers below a long list: few enough for a phone, and none that leads nowhere."""

import pytest
from django.core.paginator import Paginator

from core.templatetags.pagination import page_numbers


@pytest.mark.parametrize(
    ("pages", "current", "shown"),
    [
        (1, 1, [1]),
        (5, 3, [1, 2, 3, 4, 5]),
        (17, 1, [1, 2, None, 17]),
        (17, 9, [1, None, 8, 9, 10, None, 17]),
        (17, 17, [1, None, 16, 17]),
    ],
)
def test_first_last_and_neighbours_are_shown(pages, current, shown):
    page = Paginator(range(pages), 1).page(current)
    assert page_numbers(page) == shown
