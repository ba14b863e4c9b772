"""One page and its JSON from every server that it is measured on: which rows there are, and what serves them."""

import contextlib
import html
import re
from collections.abc import Callable
from pathlib import Path

from deployed_site import DeployedSite

from bench import rows
from bench.answers import COMPRESSED, Answer, ask
from bench.bare_nginx import BareNginx
from bench.installations import Installations, start
from bench.plain_wagtail import SLUG, make_project, serve_project, texts_of
from bench.rounds import Row

TREATMENT = "/behandelingen/psoas-release/"
BY_PATH = f"/api/v1/pages/by-path?path={TREATMENT}"
WORDS = 1300
WITH_WAGTAIL_API = "bench.with_wagtail_api"
PAGE_NUMBER = f"""
from wagtail.models import Page
print(Page.objects.get(url_path__endswith="{TREATMENT}", locale__language_code="nl").pk)
"""

Processes = Callable[[], list[int]]


def rows_of(
    site: DeployedSite, installations: Installations, folder: Path, stack: contextlib.ExitStack
) -> list[Row]:
    """Starts what is needed beside this site, which runs, until `stack` ends."""
    uncached = installations.copied(
        "uncached", RESPONSE_CACHE="off", DJANGO_SETTINGS_MODULE=WITH_WAGTAIL_API
    )
    start(uncached, stack, "application")
    page = site.app_url + TREATMENT
    answers = [ask(page), ask(page, COMPRESSED)]
    nginx = BareNginx(folder / "nginx", site.app_url, answers)
    stack.callback(nginx.server.stop)
    plain = folder / "plain_wagtail"
    plain.mkdir()
    texts = texts_of(words_of(answers[0]), WORDS)
    make_project(plain, installations.empty_database("plain_wagtail"), texts)
    wagtail = serve_project(plain)
    stack.callback(wagtail.stop)
    return [
        *_both_ways(rows.STATIC, nginx.static_url, nginx.server.processes),
        *_both_ways(rows.PROXY_CACHE, nginx.cached_url + TREATMENT, nginx.server.processes),
        *_both_ways(rows.NGINX, site.url + TREATMENT, _of(site, with_nginx=True)),
        *_both_ways(rows.CACHE, page, _of(site)),
        *_both_ways(rows.UNCACHED, uncached.app_url + TREATMENT, _of(uncached)),
        *_both_ways(rows.WAGTAIL, f"{wagtail.url}/{SLUG}/", wagtail.processes),
        *_api(rows.API_CACHE, rows.API_304, site),
        *_api(rows.API_UNCACHED, rows.API_UNCACHED_304, uncached),
        Row(
            rows.WAGTAIL_API,
            f"{uncached.app_url}/v2/pages/{_page_number(site)}/",
            _of(uncached),
        ),
    ]


def _both_ways(name: str, url: str, processes: Processes) -> list[Row]:
    return [Row(name, url, processes), Row(name, url, processes, COMPRESSED, rows.COMPRESSED)]


def _api(whole: str, not_modified: str, site: DeployedSite) -> list[Row]:
    url, processes = site.app_url + BY_PATH, _of(site)
    etag = ask(url).etag
    return [Row(whole, url, processes), Row(not_modified, url, processes, {"If-None-Match": etag})]


def _of(site: DeployedSite, *, with_nginx: bool = False) -> Processes:
    def numbers() -> list[int]:
        parts = site.processes().items()
        return [one for name, each in parts if with_nginx or name != "nginx" for one in each]

    return numbers


def _page_number(site: DeployedSite) -> int:
    return int(site.manage("shell", "-v0", "-c", PAGE_NUMBER))


def words_of(answer: Answer) -> list[str]:
    """What a reader of a page's main part reads, word by word."""
    main = re.search(r"<main.*?</main>", answer.body.decode(), re.DOTALL)
    return html.escape(html.unescape(re.sub(r"<[^>]+>", " ", main[0] if main else ""))).split()
