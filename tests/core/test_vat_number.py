"""The btw-id, however it is typed."""

import pytest
from django.core.exceptions import ValidationError

from core.vat_number import normalise_vat_number, validate_vat_number


@pytest.mark.parametrize(
    "typed", ["NL001234567B01", "nl001234567b01", "NL 0012.34.567.B01", " NL 001 234 567 B 01 "]
)
def test_a_number_is_taken_and_stored_in_one_form(typed):
    validate_vat_number(typed)
    assert normalise_vat_number(typed) == "NL001234567B01"


@pytest.mark.parametrize(
    "typed", ["001234567B01", "NL00123456B01", "NL001234567B1", "BE0123456789", "NL001234567B01x"]
)
def test_another_form_is_refused(typed):
    with pytest.raises(ValidationError):
        validate_vat_number(typed)
