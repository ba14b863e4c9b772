"""Whatever a page is made of is on the pattern page."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from patterns.content import LENGTHS
from patterns.views import all_patterns
from tests.contracts.test_blocks import OURS

pytestmark = pytest.mark.django_db

SITE = Path(settings.PROJECT_DIR) / "site"
# Templates that no pattern can show, each with the reason.
LEFT_OUT: dict[str, str] = {}
PARTS = sorted(
    path.as_posix().rsplit("/templates/", 1)[1]
    for folder in ("blocks", "partials")
    for path in SITE.glob(f"**/templates/**/{folder}/*.html")
)


@pytest.fixture
def shown(client: Client, picture) -> set[str]:
    """The templates that were used for any of the patterns."""
    names = set()
    for path in ["", *(f"{pattern.name}/" for pattern in all_patterns() if pattern.is_page)]:
        response = client.get(f"/patterns/{path}?content=long")
        assert response.status_code == 200, path
        names |= {template.name for template in response.templates}
    return names


def test_every_block_and_every_partial_template_is_shown(shown):
    assert len(PARTS) > 30
    assert [name for name in PARTS if name not in shown | LEFT_OUT.keys()] == []


def test_every_block_has_its_bar():
    assert {pattern.code for pattern in all_patterns()} >= OURS.keys()


def test_no_two_patterns_have_the_same_address():
    names = [pattern.name for pattern in all_patterns()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("length", LENGTHS)
def test_every_pattern_renders_in_both_languages_without_a_picture(prefix, length, client: Client):
    assert client.get(f"{prefix}/patterns/?content={length}").status_code == 200
    for pattern in all_patterns():
        if pattern.is_page:
            path = f"{prefix}/patterns/{pattern.name}/?content={length}"
            assert client.get(path).status_code == 200, path
