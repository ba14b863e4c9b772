"""The colours that more than the stylesheet has to know, as `#rrggbb`: for the admin's choice and for drawn pictures.

`static/css/tokens.css` has the same values, the accents by `data-accent`; a test compares the two, and measures the
contrast of each accent on every ground.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The ground of a page, in the light and in the dark scheme.
PAPER = "#fbf7f0"
PAPER_DARK = "#2a211b"
# The grounds below paper, one step deeper each, and what is written on them; all of the light scheme.
DEEPER_GROUNDS = ("#f5ecde", "#efe2cf", "#e7d5bd", "#ddc6a9")
INK = "#2c2019"
INK_SOFT = "#594738"


@dataclass(frozen=True)
class Accent:
    """One colour for links, buttons and the line; `colour` is the one of the light scheme."""

    label: Promise
    colour: str


ACCENTS = {
    "clay": Accent(_("clay"), "#853a1e"),
    "plum": Accent(_("plum"), "#72344f"),
    "moss": Accent(_("moss"), "#3f5426"),
    "lake": Accent(_("lake"), "#26546a"),
    "ochre": Accent(_("ochre"), "#6b4708"),
}
DEFAULT_ACCENT = "clay"


def accent_named(name: str) -> Accent:
    """The accent of that name, or the first one where there is none."""
    return ACCENTS.get(name, ACCENTS[DEFAULT_ACCENT])
