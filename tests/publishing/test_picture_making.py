"""Pictures get their files from the loop of timed work: soon, all of them, and without being tried for ever."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core.models import CustomImage, CustomRendition
from core.rendition_making import lacking
from publishing import generation, picture_making
from publishing.picture_making import look_at_unusable_pictures, make_pictures, may_lack
from tests.core.test_renditions import painted
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_making, "_looked_at", "")
    monkeypatch.setattr(picture_making, "_resting", {})


@pytest.fixture
def other(picture: CustomImage) -> CustomImage:
    image = CustomImage(title="Ander", file=painted((80, 60)))
    image.save()
    return image


def test_a_page_with_a_new_picture_shows_its_files_after_the_next_round(
    home: Any, picture: CustomImage, client: Client
) -> None:
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    assert "<source" not in client.get(page.url).content.decode()
    assert may_lack()
    make_pictures()
    assert "image/avif" in client.get(page.url).content.decode()


def test_nothing_is_looked_for_until_content_changes(
    picture: CustomImage, django_assert_num_queries: Callable[..., Any]
) -> None:
    make_pictures()
    with django_assert_num_queries(1):
        assert not may_lack()
    CustomImage.objects.filter(pk=picture.pk).update(focal_point_x=3)
    assert may_lack()


def test_the_newest_is_made_first_and_each_is_one_change_of_content(
    picture: CustomImage, other: CustomImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    states, made = [generation.current()], []
    make = picture_making.make_renditions

    def made_one(image: CustomImage) -> bool:
        made.append(image.pk)
        states.append(generation.current())
        return make(image)

    monkeypatch.setattr(picture_making, "make_renditions", made_one)
    make_pictures()
    assert made == [other.pk, picture.pk]
    assert len({*states, generation.current()}) == 3


def test_the_admins_thumbnails_are_no_change_of_content(picture: CustomImage) -> None:
    make_pictures()
    state = generation.current()
    picture.get_rendition("max-165x165")
    assert generation.current() == state


def test_one_that_cannot_be_kept_stops_no_other_and_is_tried_again_later(
    picture: CustomImage,
    other: CustomImage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    save = CustomRendition._meta.get_field("file").attr_class.save

    def refuse(self: Any, name: str, content: Any, save_row: bool = True, **kwargs: Any) -> None:
        if self.instance.image_id == other.pk:
            raise OSError("full")
        save(self, name, content, **kwargs)

    monkeypatch.setattr(CustomRendition._meta.get_field("file").attr_class, "save", refuse)
    make_pictures()
    assert list(lacking()) == [other]
    assert not may_lack()
    assert len(caplog.records) == 1
    monkeypatch.undo()
    monkeypatch.setattr(
        picture_making,
        "_resting",
        {key: timezone.now() - timedelta(seconds=1) for key in picture_making._resting},
    )
    assert may_lack()
    make_pictures()
    assert not lacking()


def test_one_that_cannot_be_read_is_looked_at_again(
    picture: CustomImage, caplog: pytest.LogCaptureFixture
) -> None:
    with picture.file.storage.open(picture.file.name) as file:
        content = file.read()
    picture.file.storage.delete(picture.file.name)
    make_pictures()
    state = generation.current()
    look_at_unusable_pictures()
    assert generation.current() == state
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    with picture.file.storage.open(picture.file.name, "wb") as file:
        file.write(content)
    look_at_unusable_pictures()
    assert CustomImage.objects.get(pk=picture.pk).rendition_files
