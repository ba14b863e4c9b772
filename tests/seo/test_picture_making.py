"""Drawn pictures are made by the loop of timed work: soon after a change, each once, and none that nobody needs."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.models import CustomImage
from home.models import StandardPage
from seo.site_pictures import files, making
from seo.site_pictures.making import draw_pictures, may_lack
from tests.factories.practice import fill_practice
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

ICONS_AND_LANGUAGE = ["apple-touch-icon", "favicon", "share-nl"]


@pytest.fixture(autouse=True)
def _new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_looked_at", "")
    monkeypatch.setattr(making, "_rests_until", None)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is drawn, in its order."""
    names: list[str] = []
    draw = files.draw

    def noted(name: str, look: Any) -> bytes:
        names.append(name)
        return draw(name, look)

    monkeypatch.setattr(files, "draw", noted)
    return names


def there() -> list[str]:
    """What is stored, without versions."""
    return sorted(name.rpartition("-")[0] for name in files.stored())


def test_each_page_has_one_file_and_only_what_has_changed_is_drawn_anew(
    home: Any, drawn: list[str]
) -> None:
    pages = [make_page(StandardPage, home, slug=slug) for slug in ("een", "twee")]
    everything = sorted([*ICONS_AND_LANGUAGE, *(f"share-{page.pk}" for page in pages)])
    draw_pictures()
    assert there() == everything
    drawn.clear()
    pages[0].title = "Anders"
    pages[0].save_revision().publish()
    assert may_lack()
    draw_pictures()
    assert drawn == [f"share-{pages[0].pk}.png"]
    assert there() == everything


def test_another_accent_has_all_drawn_anew_the_last_published_page_first(
    home: Any, drawn: list[str]
) -> None:
    first, second = (make_page(StandardPage, home, slug=slug) for slug in ("een", "twee"))
    first.save_revision().publish()
    draw_pictures()
    before = files.stored()
    drawn.clear()
    fill_practice(home, accent="plum")
    draw_pictures()
    assert drawn[-2:] == [f"share-{first.pk}.png", f"share-{second.pk}.png"]
    assert len(files.stored()) == len(before) == len(drawn)
    assert not files.stored() & before


def test_another_name_has_the_shared_pictures_drawn_anew(home: Any, drawn: list[str]) -> None:
    page = make_page(StandardPage, home)
    draw_pictures()
    drawn.clear()
    fill_practice(home, practice_name="Praktijk De Wit")
    draw_pictures()
    assert drawn == ["share-nl.png", f"share-{page.pk}.png"]


def test_a_translation_that_goes_live_gets_a_picture(home: Any, en: Any, published: Any) -> None:
    page = make_page(StandardPage, home)
    translate_to(en, home, published)
    english = translate_to(en, page, published)
    draw_pictures()
    assert {"share-en", f"share-{english.pk}"} <= set(there())


def test_what_visitors_may_not_see_any_more_is_deleted(home: Any, picture: CustomImage) -> None:
    withdrawn, private, own, deleted = (
        make_page(StandardPage, home, slug=slug) for slug in ("een", "twee", "drie", "vier")
    )
    draw_pictures()
    assert len(there()) == len(ICONS_AND_LANGUAGE) + 4
    withdrawn.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    own.share_image = picture
    own.save_revision().publish()
    deleted.delete()
    draw_pictures()
    assert there() == ICONS_AND_LANGUAGE


def test_nothing_is_looked_for_until_content_changes(
    home: Any, django_assert_num_queries: Callable[..., Any]
) -> None:
    draw_pictures()
    with django_assert_num_queries(1):
        assert not may_lack()
    fill_practice(home, accent="moss")
    assert may_lack()


def test_what_changes_meanwhile_is_drawn_in_the_next_turn(
    home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_page(StandardPage, home)
    draw = files.draw

    def change(name: str, look: Any) -> bytes:
        StandardPage.objects.filter(pk=page.pk).update(title="Anders")
        return draw(name, look)

    monkeypatch.setattr(files, "draw", change)
    draw_pictures()
    assert len(there()) == 1
    monkeypatch.undo()
    assert may_lack()
    draw_pictures()
    assert there() == sorted([*ICONS_AND_LANGUAGE, f"share-{page.pk}"])


def test_one_that_cannot_be_drawn_stops_no_other_and_is_not_tried_for_ever(
    home: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = make_page(StandardPage, home)
    draw = files.draw

    def refuse(name: str, look: Any) -> bytes:
        if name == "share-nl.png":
            raise ValueError("no letters")
        return draw(name, look)

    monkeypatch.setattr(files, "draw", refuse)
    draw_pictures()
    assert there() == ["apple-touch-icon", "favicon", f"share-{page.pk}"]
    assert not may_lack()
    assert len(caplog.records) == 1


def test_after_a_failure_of_the_storage_it_rests(
    home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> str:
        raise OSError("full")

    monkeypatch.setattr(type(default_storage._wrapped), "save", refuse)
    with pytest.raises(OSError, match="full"):
        draw_pictures()
    assert not may_lack()
    monkeypatch.undo()
    monkeypatch.setattr(making, "_rests_until", timezone.now() - timedelta(seconds=1))
    assert may_lack()
    draw_pictures()
    assert there() == ICONS_AND_LANGUAGE
    assert not may_lack()
