"""The Dutch VAT identification number (btw-id).

Its form is set by the Belastingdienst: `NL`, nine digits, `B`, two digits. Since 2020 it holds no citizen service
number, so it may stand on a site.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_FORM = re.compile(r"NL[0-9]{9}B[0-9]{2}", re.ASCII)


def normalise_vat_number(text: str) -> str:
    """Without spaces and dots, in capitals: `nl 0012.34.567.b01` is `NL001234567B01`."""
    return re.sub(r"[\s.]", "", text).upper()


def validate_vat_number(text: str) -> None:
    """Raises ValidationError for what is no Dutch number, however it is spaced."""
    if not _FORM.fullmatch(normalise_vat_number(text)):
        raise ValidationError(
            _("A btw-id looks like NL001234567B01: NL, nine digits, B, two digits."), code="invalid"
        )
