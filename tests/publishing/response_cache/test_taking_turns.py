"""Several readers at once ask for what nobody has kept."""

import threading
import time
from typing import Any

import pytest
from django.http import HttpResponse

pytestmark = pytest.mark.django_db


def test_one_makes_it_and_the_others_wait(site, about, monkeypatch):
    asked, go_on = threading.Event(), threading.Event()
    django = site.django

    def slow(environ: Any, start_response: Any) -> Any:
        asked.set()
        assert go_on.wait(10)
        start_response("200 OK", [("Content-Type", "text/html")])
        return HttpResponse("Langzaam")

    site.django = slow
    monkeypatch.setattr(site.cache.state, "read", lambda: "1")
    replies: list[Any] = []
    readers = [
        threading.Thread(target=lambda: replies.append(site.get("/over-mij/"))) for _ in range(5)
    ]
    readers[0].start()
    assert asked.wait(10)
    for reader in readers[1:]:
        reader.start()
    time.sleep(0.2)
    go_on.set()
    for reader in readers:
        reader.join(10)
    site.django = django
    assert [reply.body for reply in replies] == [b"Langzaam"] * 5
    assert len(site.asked) == 1
