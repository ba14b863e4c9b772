"""The example front end: what it builds of the API alone says what the site itself says, page by page."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from pprint import pformat
from typing import Any
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, Playwright, expect

from scripts import node_tools
from scripts.find_chromium import HOW_TO_GET_IT, find_chromium
from scripts.temporary_postgres import stop_with_parent
from tests.api.built_pages import ASPECTS, page_at, soup_of, words_of
from tests.scripts.served_site import PROJECT_DIR, Site, being_served, copied_database, free_port
from tests.served_sites import addresses_of

pytestmark = pytest.mark.looks  # the database makes no difference, and a build takes a while
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # see tests/e2e/conftest.py

FRONT_END = PROJECT_DIR / "examples" / "astro"
NOT_FOUND = {"404.html": "/nergens/", "en/404/index.html": "/en/nowhere/"}
SECONDS_TO_START = 30
# More posts than a page of a list has, none of them in English, whose lists show them too. The newest has a section of
# every type: what a new one is, and a heading with what may stand under it.
MAKE_POSTS = """
import datetime
from wagtail.models import Locale, Site
from blog.models import BlogIndexPage, BlogPage
from blog.subjects import Category
from core.models import PracticeSettings
practice = PracticeSettings.for_site(Site.objects.get(is_default_site=True))
practice.lists_untranslated_posts = True
practice.save()
blog = BlogIndexPage.objects.get(locale__language_code="nl")
translated = Category.objects.filter(locale__language_code="nl", live=True).first()
other = Category(name="Alleen hier", locale=Locale.get_default())
other.full_clean()
other.save()
EMPTY = [{"type": name, "value": {}} for name in BlogPage.body.field.stream_block.child_blocks]
FILLED = [
    {"type": "heading", "value": {"heading": "Wat je merkt"}},
    {"type": "text", "value": {"heading": "", "prose": "<h3>Warmte</h3><p>Het wordt warm.</p>"}},
    {"type": "points", "value": {"heading": "", "points": ["<p>Sokken.</p>", ""]}},
    {"type": "quote", "value": {"quote": "", "attribution": "Noor"}},
    {"type": "captioned_image", "value": {"caption": "Zonder beeld"}},
    {"type": "heading", "value": {"heading": "Tot slot"}},
]
for day in range(1, 14):
    post = BlogPage(
        title=f"Kort bericht {day}", date=datetime.date(2020, 1, day), category=other if day == 13 else translated
    )
    if day == 13:
        post.body = BlogPage.body.field.to_python([*EMPTY, *FILLED, *EMPTY])
    blog.add_child(instance=post)
"""
MAKE_DRAFT = """
from django.contrib.auth import get_user_model
from api.models import PreviewSnapshot
from treatments.models import TreatmentPage
page = TreatmentPage.objects.get(locale__language_code="nl", slug="psoas-release")
page.title = "Nog niet af"
print(PreviewSnapshot.of(page, get_user_model().objects.get(username="praktijk")).token)
"""
READ_MESSAGES = """
from contact.models import ContactMessage
for message in ContactMessage.objects.all():
    print(message.name, message.message)
"""


@dataclass(frozen=True)
class Built:
    """What was built in `folder` of what `site` said; `url` is where it is to be served."""

    folder: Path
    site: Site
    url: str

    @property
    def pages(self) -> dict[str, Path]:
        """The file of each address."""
        client = self.folder / "client"
        return {_address(file.relative_to(client)): file for file in client.rglob("*.html")}


def _address(file: Path) -> str:
    folder = file.parent.as_posix()
    return NOT_FOUND.get(file.as_posix()) or ("/" if folder == "." else f"/{folder}/")


@pytest.fixture(scope="module")
def site(prepared_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The starter site with more posts, which knows of a front end."""
    folder = tmp_path_factory.mktemp("headless")
    shutil.copytree(prepared_site.data_dir, folder, dirs_exist_ok=True)
    with copied_database(prepared_site.environment.get("DATABASE_URL")) as database:
        site = Site(folder, database)
        front_end = f"http://127.0.0.1:{free_port()}"
        site.environment["API_ALLOWED_ORIGINS"] = front_end
        site.environment["HEADLESS_PREVIEW_URL"] = f"{front_end}/preview/"
        with being_served(site):
            site.manage("shell", "-v", "0", "-c", MAKE_POSTS)
            yield site


@pytest.fixture(scope="module")
def front_end() -> Path:
    """The folder of the example, with its packages."""
    try:
        node_tools.install(FRONT_END)
    except SystemExit as problem:
        pytest.skip(str(problem))
    return FRONT_END


@pytest.fixture(scope="module")
def types(front_end: Path, site: Site) -> str:
    """What the front end makes of the API's description, without the comments."""
    run("types", site)
    written = (front_end / "src" / "lib" / "schema.d.ts").read_text()
    return re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)


@pytest.fixture(scope="module")
def built(front_end: Path, site: Site) -> Iterator[Built]:
    # Inside the example, where its server finds its packages.
    folder = front_end / "dist" / f"tested-{site.port}"
    run("build", site, "--outDir", str(folder))
    yield Built(folder, site, site.environment["API_ALLOWED_ORIGINS"])
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def served(built: Built) -> Iterator[Built]:
    """What was built, being served by its own server."""
    port = built.url.rsplit(":", 1)[1]
    server = subprocess.Popen(
        ["node", built.folder / "server" / "entry.mjs"],
        env=node_tools.environment(HOST="127.0.0.1", PORT=port),
        stdin=subprocess.DEVNULL,
        preexec_fn=stop_with_parent,
    )
    try:
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            with contextlib.suppress(OSError), urlopen(built.url, timeout=5):  # noqa: S310
                break
            time.sleep(0.2)
        yield built
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def page(playwright: Playwright) -> Iterator[Page]:
    if find_chromium() is None:
        pytest.skip(f"no Chromium ({HOW_TO_GET_IT})")
    arguments = ["--no-sandbox", "--disable-background-networking"]
    with playwright.chromium.launch(executable_path=find_chromium(), args=arguments) as browser:
        yield browser.new_page()


def run(name: str, site: Site, *arguments: str) -> str:
    """Runs a script of the example's package.json; what it printed, with which it fails too."""
    variables = {"API_URL": site.url, "ASTRO_TELEMETRY_DISABLED": "1"}
    try:
        return node_tools.run_script(FRONT_END, name, *arguments, **variables)
    except subprocess.CalledProcessError as failure:
        pytest.fail(f"npm run {name}:\n{failure.output}")


@pytest.fixture(scope="module")
def both(built: Built) -> dict[str, tuple[BeautifulSoup, BeautifulSoup]]:
    """Each address with the page that was built for it, and the one that the site serves."""
    return {
        path: (soup_of(file.read_text()), page_at(built.site.url + path))
        for path, file in built.pages.items()
    }


@pytest.mark.parametrize("aspect", ASPECTS)
def test_pages_agree_with_those_of_the_site(both: Any, aspect: str) -> None:
    look = ASPECTS[aspect]
    differing = {
        path: {"front end": look(ours), "site": look(theirs)}
        for path, (ours, theirs) in both.items()
        if look(ours) != look(theirs)
    }
    assert not differing, pformat(differing, width=150)


def test_every_address_of_the_sitemap_is_built(built: Built) -> None:
    listed = addresses_of(built.site)
    assert len(listed) > 20
    assert [path for path in listed if path not in built.pages] == []


def test_long_lists_go_on_in_both_languages(built: Built) -> None:
    for path, words in {"/blog/": "1 2 Ouder", "/en/blog/": "1 2 Older"}.items():
        pages = soup_of(built.pages[path].read_text()).select_one("main nav:has([rel=next])")
        assert words_of(pages) == words
        assert f"{path}pagina/2/" in built.pages or f"{path}page/2/" in built.pages


def test_page_without_a_translation_says_where_its_language_link_leads(built: Built) -> None:
    page = soup_of(built.pages["/blog/kort-bericht-1/"].read_text())
    link = page.select_one("header [hreflang=en]")
    assert link is not None
    assert link["href"] == "/en/blog/"
    assert words_of(link) == "English (niet deze pagina, maar ‘Blog’)"


@pytest.mark.parametrize(
    "path", ["/", "/en/treatments/psoas-release/", "/blog/een-beweging-afmaken/"]
)
def test_search_engines_are_told_the_same(built: Built, path: str) -> None:
    def told(html: str) -> Any:
        script = BeautifulSoup(html, "html.parser").select_one("[type='application/ld+json']")
        return script and json.loads(script.get_text())

    theirs = told(built.site.get(path))
    assert theirs["@graph"]
    assert told(built.pages[path].read_text()) == theirs


def test_the_description_gives_types_that_the_front_end_compiles_with(
    types: str, site: Site
) -> None:
    run("check", site)


def test_content_has_a_type_to_the_last_field(types: str) -> None:
    schemas = types.split("schemas: {", 1)[1].split("\n    responses: ", 1)[0]
    assert "TreatmentPage: {" in schemas
    assert re.findall(r".*\b(?:any|unknown)\b.*", schemas) == []


def test_preview_shows_a_draft_as_the_page_it_becomes(served: Built) -> None:
    token = served.site.manage("shell", "-v", "0", "-c", MAKE_DRAFT).split()[-1]
    with urlopen(f"{served.url}/preview/?token={token}", timeout=30) as answer:  # noqa: S310
        assert answer.headers["Cache-Control"] == "private, no-store"
        draft = soup_of(answer.read().decode())
    page = soup_of(served.pages["/behandelingen/psoas-release/"].read_text())
    assert draft.h1 is not None
    assert draft.h1.get_text() == "Nog niet af"
    for heading in (draft.h1, page.h1):
        heading.decompose()  # type: ignore[union-attr]
    assert words_of(draft.article) == words_of(page.article)
    assert draft.select("link[rel=canonical]") == []


def test_preview_says_so_when_there_is_no_such_draft(served: Built) -> None:
    answer = page_at(f"{served.url}/preview/?token=none")
    assert answer.select_one("main p") is not None
    assert answer.select_one("meta[name=robots][content=noindex]") is not None


def test_message_is_sent_by_the_api(served: Built, page: Page) -> None:
    page.goto(f"{served.url}/contact/")
    page.fill("[name=name]", "Noor")
    page.click("form button")
    mistakes = page.locator(".form-summary li")
    expect(mistakes).to_have_count(2)
    expect(page.locator("[name=email][aria-invalid]")).to_be_visible()
    page.fill("[name=email]", "noor@example.com")
    page.fill("[name=message]", "Mag ik langskomen?")
    page.click("form button")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Dank je wel, je bericht is aangekomen"
    )
    assert "Noor Mag ik langskomen?" in served.site.manage("shell", "-v", "0", "-c", READ_MESSAGES)
