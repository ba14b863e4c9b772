"""Pictures as a browser takes them: as wide as they stand, the first one at once, the others when they are near."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

PAGES = [
    "/",
    "/behandelingen/",
    "/behandelingen/psoas-release/",
    "/blog/",
    "/blog/waar-je-psoas-ligt/",
    "/en/treatments/psoas-release/",
]
WIDTHS = [320, 375, 600, 768, 900, 1024, 1280, 1440, 1920]
# By the `sizes` attribute a browser chooses before it knows the layout. This is how far it may be beside the truth.
NARROWEST, WIDEST = 0.8, 1.25
# A picture that was chosen by widths has for its natural width what `sizes` said.
MEASURE = """async () => {
  const found = [];
  for (const image of document.querySelectorAll('main img')) {
    image.loading = 'eager';
    await image.decode();
    found.push([image.currentSrc, image.naturalWidth / image.getBoundingClientRect().width]);
  }
  return found;
}"""
ATTRIBUTES = """() => [...document.querySelectorAll('main img')].map(image => ({
  fetched: image.getAttribute('fetchpriority'),
  loading: image.getAttribute('loading'),
  decoding: image.getAttribute('decoding'),
  ratio: image.getAttribute('width') / image.getAttribute('height'),
  classes: image.className,
  formats: [...image.parentElement.querySelectorAll('source')].map(source => source.type),
  top: image.getBoundingClientRect().top,
}))"""


@pytest.mark.parametrize("path", PAGES)
def test_sizes_say_how_wide_a_picture_stands(path: str, served_site: Site, page: Page) -> None:
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(served_site.url + path)
        pictures = page.evaluate(MEASURE)
        assert pictures
        wrong += [
            f"{width}: {ratio:.2f} × {source}"
            for source, ratio in pictures
            if not NARROWEST <= ratio <= WIDEST
        ]
    assert wrong == []


@pytest.mark.parametrize("path", PAGES)
def test_the_first_picture_is_fetched_first_and_the_others_wait(
    path: str, served_site: Site, page: Page
) -> None:
    page.goto(served_site.url + path)
    first, *others = page.evaluate(ATTRIBUTES)
    assert (first["fetched"], first["loading"]) == ("high", None)
    assert all(each["fetched"] is None for each in others)
    assert all((each["loading"], each["decoding"]) == ("lazy", "async") for each in others)


@pytest.mark.parametrize("path", PAGES)
def test_every_picture_has_its_place_before_it_is_there(
    path: str, served_site: Site, page: Page
) -> None:
    page.route("**/media/**", lambda route: route.abort())
    page.goto(served_site.url + path)
    pictures: list[dict[str, Any]] = page.evaluate(ATTRIBUTES)
    for each in pictures:
        assert each["ratio"] > 0
        assert each["formats"] == ["image/avif", "image/webp"]
        assert each["classes"].startswith("placeholder placeholder--")
    ground = "getComputedStyle(document.querySelector('main img')).backgroundColor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    assert "rgba(0, 0, 0, 0)" not in (light, page.evaluate(ground))
    assert light != page.evaluate(ground)
