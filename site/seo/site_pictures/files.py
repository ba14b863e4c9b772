"""The files of the drawn pictures: which there should be, by what visitors may see, and which there are.

They stand in the storage of uploads under names that have their version in them, so what is there needs no row: a file
of that name is the picture as it should look now. `making.py` writes them, requests read them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Page, Site, get_page_models
from wagtail.query import PageQuerySet

from core.models import BasePage, PracticeSettings
from seo.listed import homes_of
from seo.site_pictures.icons import icon_ico, touch_icon_png
from seo.site_pictures.looks import IconLook, Look, icon_look, language_look, page_look, version
from seo.site_pictures.share import share_png

FOLDER = "site-pictures"
ICONS: dict[str, Callable[[str], bytes]] = {
    "favicon.ico": icon_ico,
    "apple-touch-icon.png": touch_icon_png,
}


def language_picture(language: str) -> str:
    """The name of the picture of a language."""
    return f"share-{language}.png"


def page_picture(pk: int) -> str:
    """The name of the picture of a page."""
    return f"share-{pk}.png"


def wanted() -> Iterator[tuple[str, Look]]:
    """Name and look of every picture that a visitor may be shown: icons, languages, pages, the last published first."""
    for site in Site.objects.select_related("root_page"):
        practice = PracticeSettings.for_site(site)
        for icon in ICONS:
            yield icon, icon_look(practice)
        homes = homes_of(site)
        for home in homes:
            yield language_picture(home.locale.language_code), language_look(practice, home)
        with_photos = _pages_with_photos()
        for home in homes:
            for pk, title in _all_listed(home).exclude(pk=home.pk).values_list("pk", "title"):
                if pk not in with_photos:
                    yield page_picture(pk), page_look(practice, title)


def _all_listed(home: Page) -> PageQuerySet:
    """As `listed_pages`, whose condition takes SQLite milliseconds for each of many pages; the last published first."""
    pages = Page.objects.live().public().filter(path__startswith=home.path, alias_of=None)
    return pages.filter(locale_id=home.locale_id).order_by("-last_published_at", "-pk")


def _pages_with_photos() -> set[int]:
    return {
        pk
        for model in get_page_models()
        if issubclass(model, BasePage)
        for pk in model.objects.exclude(share_image=None).values_list("pk", flat=True)
    }


def draw(name: str, look: Look) -> bytes:
    if isinstance(look, IconLook):
        return ICONS[name](look.accent)
    return share_png(**asdict(look))


def file_name(name: str, look: Look) -> str:
    """What the file is called in its folder: `share-12-0123456789ab.png`."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}-{version(look)}.{ending}"


def stored() -> set[str]:
    """The names of all files that are there."""
    try:
        return set(default_storage.listdir(FOLDER)[1])
    except FileNotFoundError:  # before the first
        return set()


def read(name: str, look: Look) -> bytes | None:
    """The picture; None where it has not been drawn yet."""
    return _read(file_name(name, look))


def read_older(name: str) -> bytes | None:
    """The picture of another look, if any is there; for the second or so until the one of today is drawn."""
    stem, _, ending = name.rpartition(".")
    pattern = re.compile(rf"{re.escape(stem)}-[0-9a-f]{{12}}\.{ending}")
    older = next(filter(pattern.fullmatch, stored()), None)
    return _read(older) if older else None


def _read(stored_name: str) -> bytes | None:
    try:
        with default_storage.open(f"{FOLDER}/{stored_name}") as file:
            content: bytes = file.read()
            return content
    except FileNotFoundError:
        return None


def write(name: str, look: Look, picture: bytes) -> None:
    default_storage.save(f"{FOLDER}/{file_name(name, look)}", ContentFile(picture))


def delete(stored_name: str) -> None:
    default_storage.delete(f"{FOLDER}/{stored_name}")
