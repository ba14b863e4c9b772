import pytest
from wagtail.models import get_page_models

from core.models import BasePage
from scripts.describe_site import page_name
from scripts.screenshots import SHOTS, chosen_shots

PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_every_page_type_is_shown(model):
    assert page_name(model.__name__) in {shot.page for shot in SHOTS}


def test_names_of_shots_are_names_of_files():
    names = [shot.name for shot in SHOTS]
    assert len(set(names)) == len(names)
    assert not [name for name in names if not name.replace("-", "").isalnum()]


def test_some_can_be_picked_by_type_or_by_name():
    assert chosen_shots("") == list(SHOTS)
    assert {shot.name for shot in chosen_shots("404,contact-errors")} == {"404", "contact-errors"}
    assert {shot.page for shot in chosen_shots("treatment")} == {"treatment"}
    assert len(chosen_shots("treatment")) > 1


def test_unknown_name_ends_in_a_sentence_with_the_known_ones():
    with pytest.raises(SystemExit, match=r"PAGES=hom is not known(.|\n)*treatment-index-9"):
        chosen_shots("hom")
