"""`make screenshots`: every type of page, at three widths, light and dark, in both languages, to be looked at.

`var/screenshots/<language>/<type>-<width>-<scheme>.png` are whole pages; `var/screenshots/sheets/` has all of one
type and language together. `PAGES=home,treatment` picks some types; `make screenshots PAGES=help` lists them.
"""

import io
import json
import os
import sys
import urllib.parse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import find_chromium
from contact_sheet import make_sheet
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from served_site import PROJECT_DIR, Site, temporary_site

FOLDER = PROJECT_DIR / "var" / "screenshots"
LANGUAGES = ("nl", "en")
WIDTHS = (375, 768, 1440)  # CSS pixels
SCHEMES = ("light", "dark")
PAPER_WIDTH = 718  # CSS pixels: A4 without margins of one centimetre
TALLEST = 8000  # pixels; Chromium repeats itself in pictures that are much taller
NOWHERE = {"nl": "/nergens/", "en": "/en/nowhere/"}
FOUND = {"nl": "adem", "en": "breath"}
PAGE = {"nl": "pagina", "en": "page"}  # in the address of a page of a list
NOT_FOUND = "zzyzx"
DEVELOPMENT = {"DJANGO_SETTINGS_MODULE": "config.settings.dev"}
# Waits until every picture is there, those below the fold included.
LOAD_PICTURES = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await document.fonts.ready;
}"""


@dataclass(frozen=True)
class Shot:
    """One type of page: which address, on a site with how much content, and how it is looked at.

    `page` is its name in `describe_site.py`; `query` stands behind its address; `content` the number of treatments and
    posts, None for the starter site.
    """

    name: str
    page: str = ""
    query: str = ""
    content: tuple[int, int] | None = None
    media: dict[str, str] = field(default_factory=dict)
    development: bool = False

    @property
    def is_print(self) -> bool:
        return self.media.get("media") == "print"


SHOTS = (
    Shot("home", "home"),
    Shot("treatment-index-1", "treatment-index"),
    Shot("treatment", "treatment"),
    Shot("treatment-forced-colours", "treatment", media={"forced_colors": "active"}),
    Shot("treatment-print", "treatment", media={"media": "print"}),
    Shot("blog-index-3", "blog-index"),
    Shot("post", "post"),
    Shot("post-print", "post", media={"media": "print"}),
    Shot("category", "category"),
    Shot("topic", "topic"),
    Shot("year", "year"),
    Shot("standard", "standard"),
    Shot("contact", "contact"),
    Shot("contact-errors", "contact"),
    Shot("contact-thanks", "contact", "?sent=1"),
    Shot("search", "search"),
    Shot("search-results", "search", "?q={found}"),
    Shot("search-mended", "search", "?q=psaos"),
    Shot("search-no-results", "search", f"?q={NOT_FOUND}"),
    Shot("404", "nowhere"),
    Shot("500", "server-error"),
    Shot("treatment-index-3", "treatment-index", content=(3, 0)),
    Shot("blog-index-0", "blog-index", content=(3, 0)),
    Shot("home-0", "home", content=(3, 0)),
    Shot("treatment-index-9", "treatment-index", content=(9, 1)),
    Shot("blog-index-1", "blog-index", content=(9, 1)),
    Shot("blog-index-200", "blog-index", content=(9, 200)),
    Shot("blog-index-200-page-9", "blog-index", "{page}/9/", content=(9, 200)),
    Shot("patterns", "patterns", development=True),
)


def chosen_shots(wanted: str) -> list[Shot]:
    """The shots with these names, or whose page has that name; all for no name.

    Ends with a sentence that lists them for a name that is not known.
    """
    names = [name for name in wanted.split(",") if name]
    known = {shot.name for shot in SHOTS} | {shot.page for shot in SHOTS}
    for name in names:
        if name not in known:
            listed = " ".join(shot.name for shot in SHOTS)
            sys.exit(f"PAGES={name} is not known: choose from these, with commas.\n{listed}")
    return [shot for shot in SHOTS if not names or shot.name in names or shot.page in names]


def addresses(facts: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The path of each kind of page by language, from what `describe_site.py` says."""
    return {
        **facts["pages"],
        **facts["routes"],
        **{name: facts[name] for name in ("category", "topic", "year")},
        "nowhere": NOWHERE,
        "server-error": {"nl": "/500/", "en": "/en/500/"},
    }


def shoot(browser: Browser, site: Site, shots: Iterable[Shot]) -> Iterator[str]:
    """Makes these shots of the site as it is; the names of those for which it has no page."""
    facts = json.loads(site.run_script("describe_site.py"))
    paths = addresses(facts)
    for shot in shots:
        for language in LANGUAGES:
            path = paths.get(shot.page, {}).get(language)
            if path is None:
                yield f"{shot.name} ({language})"
                continue
            query = shot.query.format(
                found=urllib.parse.quote(FOUND[language]), page=PAGE[language]
            )
            with browser.new_context(locale=language, reduced_motion="reduce") as context:
                page = context.new_page()
                if shot.page == "server-error":
                    _answer_with(page, site.url + path, facts["server_error"][language])
                page.goto(site.url + path + query, wait_until="load")
                if shot.name == "contact-errors":
                    page.fill("input[name=name]", "Noor")
                    page.locator("main form [type=submit], main form button").first.click()
                    page.locator("[aria-invalid=true]").first.wait_for()
                _keep(page, shot, language)


def _answer_with(page: Page, url: str, text: str) -> None:
    """Has the browser get this text at `url`: nobody can ask a site that works to be broken."""
    page.route(url, lambda route: route.fulfill(status=500, body=text, content_type="text/html"))


def _keep(page: Page, shot: Shot, language: str) -> None:
    """Pictures of a loaded page at every width and in each scheme, and a sheet of them."""
    folder = FOLDER / language
    folder.mkdir(parents=True, exist_ok=True)
    if shot.is_print:  # paper has one width and is never dark
        looks = [(PAPER_WIDTH, "light", f"{shot.name}.png")]
    else:
        looks = [
            (width, scheme, f"{shot.name}-{width}-{scheme}.png")
            for width in WIDTHS
            for scheme in SCHEMES
        ]
    for width, scheme, file in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce", **shot.media)  # type: ignore[arg-type]
        page.evaluate(LOAD_PICTURES)
        _whole_page(page).save(folder / file, compress_level=1)
    if shot.is_print:
        page.pdf(path=folder / f"{shot.name}.pdf", format="A4", print_background=False)
    else:
        sheet = FOLDER / "sheets" / f"{shot.name}-{language}.png"
        make_sheet([folder / file for _, _, file in looks], sheet)
    print(f"  {shot.name} ({language})", flush=True)


def _whole_page(page: Page) -> Image.Image:
    """A picture of the page from top to bottom, made of parts when it is long."""
    width, height = page.evaluate(
        "[document.documentElement.clientWidth, document.documentElement.scrollHeight]"
    )
    whole = Image.new("RGB", (width, height))
    for top in range(0, height, TALLEST):
        clip = {"x": 0, "y": top, "width": width, "height": min(TALLEST, height - top)}
        part = page.screenshot(full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]
        whole.paste(Image.open(io.BytesIO(part)), (0, top))
    return whole


def shoot_all(browser: Browser, site: Site, shots: list[Shot]) -> list[str]:
    """Makes all these shots, changing the site's content and settings on the way; what it could not show."""
    missing = list(shoot(browser, site, (s for s in shots if not s.content and not s.development)))
    for content in sorted({shot.content for shot in shots if shot.content}):
        site.run_script("screenshot_content.py", *map(str, content))
        missing += shoot(browser, site, (shot for shot in shots if shot.content == content))
    if any(shot.development for shot in shots):
        site.stop()
        site.environment |= DEVELOPMENT
        site.start()
        missing += shoot(browser, site, (shot for shot in shots if shot.development))
    return missing


def main() -> None:
    shots = chosen_shots(os.environ.get("PAGES", ""))
    path = find_chromium.find_chromium()
    if path is None:
        sys.exit(f"Screenshots need Chromium: {find_chromium.HOW_TO_GET_IT}.")
    with temporary_site() as site, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        missing = shoot_all(browser, site, shots)
        browser.close()
    print(f"They are in {FOLDER}; begin with the sheets.")
    if missing:
        print(f"This site has no page for {', '.join(missing)}.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped: not every page was shown.")
    except RuntimeError as failure:
        sys.exit(str(failure))
