"""Which old segment an edited one came from."""

from translations.alignment import SourceSegment, align

TITLE, PROSE, OTHER = 1, 2, 3


def segments(*texts: tuple[int, str]) -> list[SourceSegment]:
    """Segments from `(place, text)`, in order; the same text has the same string."""
    return [
        SourceSegment(place, hash(text), f"field{place}", text, order, "{}", place != TITLE)
        for order, (place, text) in enumerate(texts)
    ]


def pairs(old: list[SourceSegment], new: list[SourceSegment]) -> dict[str, str]:
    """`{new text: old text}`."""
    texts = {segment.key: segment.text for segment in [*old, *new]}
    return {texts[later]: texts[earlier] for later, earlier in align(old, new).items()}


def test_a_full_stop_more_is_the_same_paragraph():
    old = segments((PROSE, "Je ademt rustig mee"), (PROSE, "Daarna blijf je liggen"))
    new = segments((PROSE, "Je ademt rustig mee."), (PROSE, "Daarna blijf je liggen"))
    assert pairs(old, new) == {
        "Je ademt rustig mee.": "Je ademt rustig mee",
        "Daarna blijf je liggen": "Daarna blijf je liggen",
    }


def test_paragraphs_that_change_places_stay_who_they_are():
    old = segments((PROSE, "Eerst lig je."), (PROSE, "Dan sta je op."))
    new = segments((PROSE, "Dan sta je op."), (PROSE, "Eerst lig je."))
    assert pairs(old, new) == {
        "Eerst lig je.": "Eerst lig je.",
        "Dan sta je op.": "Dan sta je op.",
    }


def test_a_new_paragraph_between_two_edited_ones_came_from_none():
    old = segments((PROSE, "Ik masseer zacht en diep."), (PROSE, "Je hoeft niets te doen."))
    new = segments(
        (PROSE, "Ik masseer zacht en heel diep."),
        (PROSE, "Welkom!"),
        (PROSE, "Je hoeft hier niets te doen."),
    )
    assert pairs(old, new) == {
        "Ik masseer zacht en heel diep.": "Ik masseer zacht en diep.",
        "Je hoeft hier niets te doen.": "Je hoeft niets te doen.",
    }


def test_a_paragraph_that_is_wholly_rewritten_is_a_new_one():
    old = segments((PROSE, "Parkeren kan voor de deur, gratis."))
    new = segments((PROSE, "Mijn handen luisteren."))
    assert pairs(old, new) == {}


def test_a_field_of_one_text_is_the_same_field_whatever_it_says():
    assert pairs(segments((TITLE, "Praktisch")), segments((TITLE, "Jouw investering"))) == {
        "Jouw investering": "Praktisch"
    }


def test_words_that_move_to_another_field_take_their_translation_along():
    old = segments((PROSE, "Neem iets warms mee."), (OTHER, "Tot dan."))
    new = segments((OTHER, "Tot dan."), (OTHER, "Neem iets warms mee."))
    assert pairs(old, new)["Neem iets warms mee."] == "Neem iets warms mee."


def test_the_same_words_copied_to_another_field_are_new_there():
    old = segments((PROSE, "Adem."))
    new = segments((PROSE, "Adem."), (OTHER, "Adem."))
    assert align(old, new) == {old[0].key: old[0].key}


def test_each_old_paragraph_is_taken_once():
    old = segments((PROSE, "Je ligt op je rug en ademt."))
    new = segments(
        (PROSE, "Je ligt op je rug en ademt uit."), (PROSE, "Je ligt op je rug en kijkt.")
    )
    assert pairs(old, new) == {"Je ligt op je rug en ademt uit.": "Je ligt op je rug en ademt."}
