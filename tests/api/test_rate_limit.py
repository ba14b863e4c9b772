"""One client cannot ask for everything at once, and nothing is kept of who asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client, RequestFactory

from api import rate_limit
from api.rate_limit import RequestCounter, client_of

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.small_api")]

THING = "/api/v1/things/1"
NOON = 1_793_000_040.0  # seconds; the beginning of a minute


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What time it is, to be changed."""
    now = [NOON]
    monkeypatch.setattr(rate_limit.time, "time", lambda: now[0])
    return now


@pytest.fixture
def limited(settings, tmp_path: Path, clock: list[float]) -> list[float]:
    settings.API_RATE_LIMIT = 3
    settings.DATA_DIR = tmp_path
    return clock


def test_one_request_too_many_is_told_when_to_come_again(limited, client: Client):
    assert [client.get(THING).status_code for _turn in range(3)] == [200] * 3
    limited[0] += 20.5
    response = client.get(THING)
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "40"
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.json()["request_id"] == response.headers["X-Request-ID"]
    limited[0] += 40
    assert client.get(THING).status_code == 200


def test_what_is_refused_costs_no_query(limited, client: Client, django_assert_num_queries):
    for _turn in range(3):
        client.get(THING)
    with django_assert_num_queries(0):
        assert client.get(THING).status_code == 429


def test_a_304_counts_too(limited, client: Client):
    tag = client.get(THING).headers["ETag"]
    answers = [client.get(THING, headers={"if-none-match": tag}).status_code for _turn in range(3)]
    assert answers == [304, 304, 429]


def test_clients_do_not_count_for_each_other(limited, client: Client):
    for address in ("192.0.2.1", "192.0.2.2", "2001:db8:1::1", "2001:db8:1:1::1"):
        answers = [client.get(THING, REMOTE_ADDR=address).status_code for _turn in range(4)]
        assert answers == [200, 200, 200, 429], address


def test_pages_have_no_limit(limited, home, client: Client):
    assert {client.get("/").status_code for _turn in range(5)} == {200}


@pytest.mark.parametrize(
    ("one", "other", "are_the_same"),
    [
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "@", True),
    ],
)
def test_who_is_one_client(one, other, are_the_same):
    made = [client_of(RequestFactory().get("/", REMOTE_ADDR=address)) for address in (one, other)]
    assert (made[0] == made[1]) == are_the_same


def test_a_proxy_says_who_asks_where_the_settings_trust_it(settings):
    headers = {"x-forwarded-for": "203.0.113.9, 198.51.100.7", "x-real-ip": "198.51.100.7"}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="127.0.0.1")
    assert client_of(request) == bytes([127, 0, 0, 1])
    for name in ("X-Real-IP", "X-Forwarded-For"):
        settings.CLIENT_ADDRESS_HEADER = name
        assert client_of(request) == bytes([198, 51, 100, 7])
    settings.CLIENT_ADDRESS_HEADER = "X-Nothing"
    assert client_of(request) == bytes([127, 0, 0, 1])


def test_two_processes_count_together(tmp_path: Path):
    """Each counts a thousand times while the other does."""
    path = tmp_path / "counts"
    program = (
        "from pathlib import Path; import django; django.setup()\n"
        "from api.rate_limit import RequestCounter\n"
        f"counter = RequestCounter(Path({str(path)!r}))\n"
        f"for turn in range(1000): counter.count(b'abcd', {NOON})\n"
    )
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
    }
    running = [
        subprocess.Popen([sys.executable, "-c", program], env=environment) for _number in range(2)
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert RequestCounter(path).count(b"abcd", NOON) == 2001


def test_nothing_of_a_minute_outlives_it(tmp_path: Path):
    path = tmp_path / "counts"
    counter = RequestCounter(path)
    counter.count(b"\xc0\x00\x02\x01", NOON)
    during = path.read_bytes()
    assert b"\xc0\x00\x02\x01" not in during
    assert sum(during[rate_limit.HEAD.size :]) == 2
    counter.forget(NOON + 59)
    assert path.read_bytes() == during
    counter.forget(NOON + 60)
    after = path.read_bytes()
    assert sum(after[rate_limit.HEAD.size :]) == 0
    assert after[8:24] != during[8:24]  # what was drawn for the minute
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_periodic_loop_forgets_too(limited, tmp_path: Path, client: Client):
    client.get(THING)
    limited[0] += 60
    rate_limit.forget_clients()
    assert sum((tmp_path / "api_requests").read_bytes()[rate_limit.HEAD.size :]) == 0
