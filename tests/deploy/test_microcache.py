"""What nginx keeps for a second, what never, and what it gives when the application cannot answer."""

import contextlib
import datetime
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.deployed_site import DeployedSite
from tests.deploy.asking import ask
from tests.deploy.upstream import KEPT, Upstream, kept_briefly

FRESH = 1.1  # seconds after which nothing is


def texts_at_once(nginx, path, times):
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(lambda _number: ask(nginx, path).text, range(times)))


def test_many_who_ask_at_once_are_one_request_to_the_application(nginx, upstream):
    def slow(headers, count):
        time.sleep(0.3)
        return 200, KEPT, "page"

    upstream.answer = slow
    assert texts_at_once(nginx, "/at-once/", 8) == ["page"] * 8
    assert len(upstream.asked) == 1


def test_who_asks_at_once_for_what_is_nobodys_to_keep_does_not_wait_for_the_others(nginx, upstream):
    """nginx cannot know before that a page asks for a password, and lets one after the other through."""
    both = threading.Barrier(2)

    def slow(headers, count):
        with contextlib.suppress(threading.BrokenBarrierError):
            both.wait(5)
        return 200, {"Content-Type": "text/html"}, "alone" if both.broken else "together"

    upstream.answer = slow
    assert texts_at_once(nginx, "/password/", 2) == ["together"] * 2


def test_what_changed_is_seen_after_a_second(nginx, upstream):
    upstream.answer = lambda _, count: (200, kept_briefly(), f"answer {count}")
    assert ask(nginx, "/change/").text == "answer 1"
    time.sleep(FRESH)
    assert ask(nginx, "/change/").text == "answer 2"


def test_what_the_application_does_not_mark_is_never_kept(nginx, upstream):
    for caching in ("public, max-age=3600", "no-store", ""):
        headers = {"Cache-Control": caching, "Expires": "Thu, 01 Jan 2099 00:00:00 GMT"}
        upstream.answer = lambda _, count, headers=headers: (200, headers, str(count))
        first, second = (ask(nginx, "/unmarked/").text for _ in range(2))
        assert first != second


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": "sessionid=abc"},
        {"cookie": "a=b; sessionid=abc"},
        {"cookie": "messages=abc"},
        {"authorization": "Bearer abc"},
        {"accept": "text/markdown, text/html"},
        {"range": "bytes=0-3"},
        {"x-request-id": "abc"},
    ],
)
def test_who_is_somebody_reaches_the_application_with_all_they_said(nginx, upstream, headers):
    path = f"/somebody/{abs(hash(str(headers)))}/"
    ask(nginx, path)
    own = ask(nginx, path, if_none_match='"mine"', **headers)
    assert own.text == "answer 2"
    _, _, seen = upstream.asked[1]
    assert seen["if-none-match"] == '"mine"'
    assert headers.items() <= seen.items()
    upstream.answer = lambda *_: (200, KEPT, "theirs")
    ask(nginx, path, **headers)
    assert ask(nginx, path).text == "answer 1", "what was theirs is given to a visitor"


def test_a_post_reaches_the_application_as_it_is(nginx, upstream):
    ask(nginx, "/post/")
    ask(nginx, "/post/", method="POST", body=b"a=b")
    assert [method for method, _, _ in upstream.asked] == ["GET", "POST"]


def test_an_answer_that_sets_a_cookie_is_not_kept(nginx, upstream):
    upstream.answer = lambda _, count: (200, KEPT | {"Set-Cookie": f"a={count}"}, str(count))
    assert [ask(nginx, "/cookie/").text for _ in range(2)] == ["1", "2"]


def test_an_answer_that_depends_on_something_else_is_not_kept(nginx, upstream):
    upstream.answer = lambda _, count: (200, KEPT | {"Vary": "Cookie, Accept"}, str(count))
    assert [ask(nginx, "/vary/").text for _ in range(2)] == ["1", "2"]


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip;q=0.8", "br"),
        ("gzip", "gzip"),
        ("gzip, br;q=0", "gzip"),
        ("gzip;q=0", None),
        ("identity", None),
        ("zebra", None),
    ],
)
def test_the_application_is_asked_for_one_of_three_forms(nginx, upstream, asked, seen):
    ask(nginx, f"/forms/{asked.replace(' ', '')}", accept_encoding=asked)
    assert upstream.asked[0][2].get("accept-encoding") == seen


def test_each_form_is_kept_and_none_is_compressed_again(nginx, upstream):
    def by_form(headers, count):
        form = headers.get("accept-encoding", "")
        return 200, KEPT | ({"Content-Encoding": form} if form else {}), f"{form} {'x' * 5000}"

    upstream.answer = by_form
    for _ in range(2):
        for asked, form in (("gzip, br", "br"), ("gzip", "gzip"), ("identity", "")):
            answer = ask(nginx, "/kept-forms/", accept_encoding=asked)
            assert answer.headers.get("Content-Encoding", "") == form
            assert answer.text.startswith(f"{form} xxx")
    assert len(upstream.asked) == 3


def test_a_plain_answer_is_not_compressed_by_nginx(nginx, upstream):
    upstream.answer = lambda *_: (200, KEPT, "x" * 5000)
    answer = ask(nginx, "/plain/", accept_encoding="gzip")
    assert answer.headers.get("Content-Encoding") is None


def test_one_who_has_it_already_is_told_so(nginx, upstream):
    ask(nginx, "/again/")
    assert ask(nginx, "/again/", if_none_match='"one"').status == 304
    assert len(upstream.asked) == 1


def test_the_api_answers_each_site_that_asks_for_itself(nginx, upstream):
    upstream.answer = lambda headers, _: (
        200,
        KEPT | {"Vary": "Origin", "Access-Control-Allow-Origin": headers.get("origin", "none")},
        "{}",
    )
    for origin in ("https://a.example", "https://b.example"):
        answer = ask(nginx, "/api/v1/pages/", origin=origin)
        assert answer.headers["Access-Control-Allow-Origin"] == origin


def test_what_a_visitor_pretends_about_themselves_is_overwritten(nginx, upstream):
    ask(nginx, "/pretend/", x_real_ip="192.0.2.1", x_forwarded_proto="http")
    seen = upstream.asked[0][2]
    assert (seen["x-real-ip"], seen["x-forwarded-proto"]) == ("127.0.0.1", "https")


def test_however_the_name_of_the_site_is_written_it_is_one_answer(nginx, upstream):
    name = urlsplit(nginx.url).netloc
    for host in (name, "127.0.0.1", "127.0.0.1.", "127.0.0.1:9"):
        assert ask(nginx, "/one-name/", host=host).text == "answer 1"
    assert upstream.asked[0][2]["host"] == name


def test_who_looks_for_another_site_does_not_reach_the_application(nginx, upstream):
    for host in ("other.example", "localhost"):
        assert ask(nginx, "/", host=host).status == 421
    assert not upstream.asked


def test_the_longest_address_that_the_application_takes_arrives(nginx, upstream):
    path = "/api/v1/page/?path=" + "a" * (8190 - len("GET /api/v1/page/?path= HTTP/1.1"))
    ask(nginx, path)
    assert upstream.asked[0][1] == path


def keys_of(path: Path) -> list[str]:
    lines = path.read_bytes().splitlines()
    return [line.decode() for line in lines if line.startswith(b"KEY: ")]


def stopped(nginx: DeployedSite, upstream: Upstream, path: str) -> None:
    """Asked once, and then gone."""
    upstream.answer = lambda *_: (200, kept_briefly(), "last good")
    ask(nginx, path)
    time.sleep(FRESH)
    upstream.stop()


def test_the_last_good_answer_is_given_while_the_application_is_away(nginx, upstream):
    stopped(nginx, upstream, "/away/")
    answer = ask(nginx, "/away/")
    assert (answer.status, answer.text) == (200, "last good")
    assert answer.headers["Content-Security-Policy"] == KEPT["Content-Security-Policy"]


def test_the_last_good_answer_is_given_instead_of_an_error(nginx, upstream):
    path = "/error/"
    upstream.answer = lambda *_: (200, kept_briefly(), "last good")
    ask(nginx, path)
    time.sleep(FRESH)
    upstream.answer = lambda *_: (500, {}, "error")
    assert ask(nginx, path).text == "last good"
    upstream.answer = lambda *_: (200, KEPT, "well again")
    assert ask(nginx, path).text == "well again"


def test_what_was_made_private_is_not_shown_again_while_the_database_is_away(nginx, upstream):
    upstream.answer = lambda *_: (200, kept_briefly(), "still public")
    ask(nginx, "/private/")
    time.sleep(FRESH)
    upstream.answer = lambda *_: (503, {"Retry-After": "30"}, "come back in a minute")
    answer = ask(nginx, "/private/")
    assert (answer.status, answer.text) == (503, "come back in a minute")


def test_no_answer_is_kept_longer_than_the_day(nginx, upstream):
    """Nobody waits for midnight here: another day is another key."""
    before = datetime.date.today()
    ask(nginx, "/day/")
    files = [path for path in Path(nginx.deployment.cache_dir).rglob("*") if path.is_file()]
    [key] = [line for path in files for line in keys_of(path) if "/day/" in line]
    day = datetime.date.fromisoformat(key.removeprefix("KEY: ").partition("|")[0])
    assert before <= day <= datetime.date.today()


def test_nobody_gets_the_old_answer_while_a_new_one_is_made(nginx, upstream):
    upstream.answer = lambda *_: (200, kept_briefly(), "old")
    ask(nginx, "/updating/")
    time.sleep(FRESH)
    begun = threading.Event()

    def slow(headers, count):
        begun.set()
        time.sleep(0.5)
        return 200, KEPT, "new"

    upstream.answer = slow
    first = threading.Thread(target=ask, args=(nginx, "/updating/"))
    first.start()
    assert begun.wait(10)
    assert ask(nginx, "/updating/").text == "new"
    first.join()


def test_who_is_somebody_gets_no_old_answer_but_a_plain_page_in_both_languages(nginx, upstream):
    stopped(nginx, upstream, "/own-page/")
    answer = ask(nginx, "/own-page/", cookie="sessionid=abc")
    assert answer.status == 502
    assert "Even niet bereikbaar" in answer.text
    assert "Back in a moment" in answer.text
    assert "http" not in answer.text, "it asks another address for something"
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Strict-Transport-Security"):
        assert answer.headers[name]
    assert answer.headers["Cache-Control"] == "no-store"
