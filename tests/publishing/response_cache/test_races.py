"""Readers of a served site, while it is being changed: nobody sees what was over before they asked.

Two workers serve it, each with its own memory of what it has answered.
"""

import http.client
import json
import os
import re
import threading
import time
from dataclasses import dataclass
from typing import Any

import pytest

from tests.publishing.response_cache.changes import ABOUT, PARENTS
from tests.scripts.served_site import Site

CHANGES = int(os.environ.get("CHANGES", "60"))
SEED = int(os.environ.get("CHANGES_SEED", "1"))
READERS = 6
FIRST = {"version": 0, "live": True, "parent": PARENTS[0], "menu": 0, "practice": 0}
WRITER = "from tests.publishing.response_cache import changes; changes."


@dataclass
class Seen:
    """One answer: what was asked and when, and what it said; `version` is None where there was no page."""

    parent: str
    asked: float
    got: float
    version: int | None
    menu: int | None
    practice: int | None


class Reader(threading.Thread):
    """Asks for the page at both its addresses, in turn, as fast as it is answered."""

    def __init__(self, site: Site, kind: str) -> None:
        super().__init__(daemon=True)
        self.site, self.kind = site, kind
        self.seen: list[Seen] = []
        self.failures: list[str] = []
        self.over = threading.Event()

    def run(self) -> None:
        turn = 0
        while not self.over.is_set():
            # A new connection every few requests, so that both workers are asked.
            connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
            for _request in range(5):
                turn += 1
                self.ask(connection, PARENTS[turn % 2])
            connection.close()

    def ask(self, connection: http.client.HTTPConnection, parent: str) -> None:
        page = f"/{parent}/{ABOUT}/"
        path = page if self.kind == "page" else f"/api/v1/pages/by-path?path={page}"
        asked = time.monotonic()
        connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        response = connection.getresponse()
        text, got = response.read().decode(), time.monotonic()
        if response.status >= 500:
            self.failures.append(f"{response.status} {path}")
        is_page = response.status == 200 and (
            self.kind == "page" or json.loads(text)["type"] != "redirect"
        )
        numbers = {name: number_in(text, word) for name, word in WORDS.items()}
        if not is_page:
            numbers["version"] = None
        self.seen.append(Seen(parent, asked, got, **numbers))


WORDS = {"version": "Versie", "menu": "Keuze", "practice": "Praktijk"}


def number_in(text: str, word: str) -> int | None:
    found = re.search(rf"{word} (\d+)\.", text)
    return int(found[1]) if found else None


def possible(changes: list[dict[str, Any]], seen: Seen) -> list[dict[str, Any]]:
    """The states that this reader may have met: the last that was done when it asked, and all that began since."""
    states = [FIRST]
    for each in changes:
        if each["done"] <= seen.asked:
            states = [each["state"]]
        elif each["began"] <= seen.got:
            states.append(each["state"])
    return states


def is_right(states: list[dict[str, Any]], seen: Seen) -> bool:
    expected = {
        state["version"] if state["live"] and state["parent"] == seen.parent else None
        for state in states
    }
    return seen.version in expected and all(
        number is None or number in {state[name] for state in states}
        for name, number in (("menu", seen.menu), ("practice", seen.practice))
    )


@pytest.mark.parametrize("kind", ["page", "document"])
def test_no_reader_sees_what_was_over_before_they_asked(edited_site: Site, kind: str) -> None:
    edited_site.manage("shell", "-v0", "-c", WRITER + "make_pages()")
    readers = [Reader(edited_site, kind) for _number in range(READERS)]
    for reader in readers:
        reader.start()
    output = edited_site.manage("shell", "-v0", "-c", f"{WRITER}change({CHANGES}, {SEED})")
    for reader in readers:
        reader.over.set()
    for reader in readers:
        reader.join(30)
    changes = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    seen = [each for reader in readers for each in reader.seen]
    wrong = [each for each in seen if not is_right(possible(changes, each), each)]
    assert len(changes) == CHANGES
    assert not [failure for reader in readers for failure in reader.failures]
    differing = {(each.parent, each.version, each.menu, each.practice) for each in seen}
    assert len(differing) > CHANGES // 10
    assert not wrong, (
        f"{len(wrong)} of {len(seen)}, such as {wrong[0]} of {possible(changes, wrong[0])}"
    )
