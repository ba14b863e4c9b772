"""Every text and every line stands out from what really lies under it, in both schemes and in forced colours.

axe gives up where a text lies over something that is not its ancestor, over a gradient, or in a pseudo-element. This
does not: it asks the browser what it paints below each text. WCAG 2.2: 1.4.3 (text) and 1.4.11 (lines and borders).
"""

import pytest
from playwright.sync_api import Page

from tests.e2e.public_pages import DESK, PHONE, in_dutch, in_page, show

pytestmark = pytest.mark.looks

LOOKS = [
    pytest.param(PHONE, {"scheme": "light"}, id="phone-light"),
    pytest.param(PHONE, {"scheme": "dark"}, id="phone-dark"),
    pytest.param(DESK, {"scheme": "light"}, id="desk-light"),
    pytest.param(DESK, {"scheme": "dark"}, id="desk-dark"),
    pytest.param(DESK, {"scheme": "light", "forced_colors": "active"}, id="forced-light"),
    pytest.param(DESK, {"scheme": "dark", "forced_colors": "active"}, id="forced-dark"),
]
WHOLE_HEIGHT = "() => document.documentElement.scrollHeight"


@in_dutch
@pytest.mark.parametrize(("width", "look"), LOOKS)
def test_text_and_lines_stand_out_from_their_ground(
    width: int, look: dict[str, str], visited: Page
) -> None:
    for script in ("colours", "texts"):
        visited.evaluate(in_page(script))
    show(visited, width, **look)
    show(visited, width, height=visited.evaluate(WHOLE_HEIGHT), **look)
    visited.evaluate("() => scrollTo(0, 0)")
    assert visited.evaluate(in_page("faint_texts")) == []
    assert visited.evaluate(in_page("faint_marks")) == []
