"""Whether rows that stand beside each other ask for the same thing, each in the way that it says."""

import contextlib
import http.client
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bench import rows
from bench.answers import Answer
from bench.installations import start
from bench.speed import rows_of, words_of
from deployed_site import DeployedSite
from find_nginx import HOW_TO_GET_IT, what_is_missing

from tests.scripts.served_site import Site, copied_database, drop_database, make_database

pytestmark = [
    pytest.mark.looks,
    pytest.mark.skipif(bool(what_is_missing()), reason=f"nginx is not installed ({HOW_TO_GET_IT})"),
]


class Copies:
    """Installations that are copies of the site which the tests share, on the database under test."""

    def __init__(self, original: Site, folder: Path, stack: contextlib.ExitStack) -> None:
        self.original, self.folder, self.stack = original, folder, stack

    def copied(self, name: str, **environment: str) -> DeployedSite:
        folder = self.folder / name
        shutil.copytree(self.original.data_dir, folder / "data")
        url = self.stack.enter_context(
            copied_database(self.original.environment.get("DATABASE_URL"))
        )
        site = DeployedSite(folder, folder / "data", url, https=False, **environment)
        site.prepare()
        return site

    def empty_database(self, name: str) -> str:
        url = make_database()
        self.stack.callback(drop_database, url)
        return url or f"sqlite:///{self.folder / name}.sqlite3"


@pytest.fixture(scope="module")
def measured_rows(prepared_site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench")
    with contextlib.ExitStack() as stack:
        copies = Copies(prepared_site, folder, stack)
        site = copies.copied("small")
        start(site, stack)
        yield {row.key: row for row in rows_of(site, copies, folder, stack)}


def answer(row):
    """Status, encoding and body; asked twice, since a cache has nothing to give at first."""
    parts = urlsplit(row.url)
    for _turn in range(2):
        connection = http.client.HTTPConnection(parts.netloc, timeout=60)
        connection.request("GET", row.url.split(parts.netloc)[1], headers=row.headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
    return response.status, response.getheader("Content-Encoding"), body


def test_file_and_caches_give_the_same_bytes_plain_and_compressed(measured_rows):
    names = (rows.STATIC, rows.PROXY_CACHE, rows.CACHE)
    for way, encoding in ((rows.PLAIN, None), (rows.COMPRESSED, "br")):
        found = [answer(measured_rows[name, way]) for name in names]
        assert found == [(200, encoding, found[0][2])] * len(names)
        behind_nginx = answer(measured_rows[rows.NGINX, way])
        assert behind_nginx[:2] == (200, encoding)
        # Its links name another port.
        assert abs(len(behind_nginx[2]) - len(found[0][2])) < 50


def test_uncached_page_is_the_same_page(measured_rows):
    _status, _encoding, kept = answer(measured_rows[rows.CACHE, rows.PLAIN])
    status, _encoding, made = answer(measured_rows[rows.UNCACHED, rows.PLAIN])
    assert status == 200
    assert words_of(Answer(made, "", "")) == words_of(Answer(kept, "", ""))


def test_plain_wagtail_has_as_many_of_its_words_as_are_promised(measured_rows):
    words = words_of(Answer(answer(measured_rows[rows.CACHE, rows.PLAIN])[2], "", ""))
    _status, _encoding, plain = answer(measured_rows[rows.WAGTAIL, rows.PLAIN])
    text = plain.decode().replace("<p>", " ").replace("</p>", " ").split()
    assert not Counter(words[:1300]) - Counter(text)


def test_api_is_asked_for_that_page_whole_and_for_its_304(measured_rows):
    for whole, unchanged in (
        (rows.API_CACHE, rows.API_304),
        (rows.API_UNCACHED, rows.API_UNCACHED_304),
    ):
        assert answer(measured_rows[whole, rows.PLAIN])[0] == 200
        assert answer(measured_rows[unchanged, rows.PLAIN])[::2] == (304, b"")
    ours = answer(measured_rows[rows.API_UNCACHED, rows.PLAIN])[2]
    theirs = answer(measured_rows[rows.WAGTAIL_API, rows.PLAIN])[2]
    assert b"psoas-release" in ours
    assert b"psoas-release" in theirs


def test_costs_are_those_of_the_side_that_answers(measured_rows):
    of = {name: set(row.processes()) for (name, _way), row in measured_rows.items()}
    assert of[rows.CACHE] < of[rows.NGINX]
    assert not of[rows.UNCACHED] & (of[rows.CACHE] | of[rows.WAGTAIL] | of[rows.STATIC])
    assert all(of.values())
