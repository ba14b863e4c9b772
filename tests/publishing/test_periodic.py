"""Timed work: when it runs, and that nothing stops it but being told to."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from home.models import HomePage
from publishing import periodic
from publishing.management.commands import run_periodic_jobs
from tests.factories.home import StandardPageFactory

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[periodic.Job]:
    """Only the jobs that a test registers."""
    registered: list[periodic.Job] = []
    monkeypatch.setattr(periodic, "_jobs", registered)
    return registered


@pytest.fixture
def signal_handlers() -> Iterator[None]:
    """Gives the test runner its own handlers back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def test_job_runs_at_the_start_and_then_once_in_its_interval() -> None:
    runs: list[int] = []
    periodic.periodic(minutes=60)(lambda: runs.append(1))

    for after, expected in [(0, 1), (30, 1), (59.9, 1), (60, 2), (61, 2), (600, 3)]:
        periodic.run_due_jobs(NOON + minutes(after))
        assert len(runs) == expected


def test_a_clock_that_is_put_back_holds_up_no_job() -> None:
    runs: list[int] = []
    periodic.periodic(minutes=1)(lambda: runs.append(1))
    periodic.run_due_jobs(NOON)
    periodic.run_due_jobs(NOON - minutes(600))
    assert len(runs) == 2


def test_failing_job_is_logged_and_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    runs: list[int] = []

    @periodic.periodic(minutes=1)
    def break_down() -> None:
        raise RuntimeError("broken")

    periodic.periodic(minutes=1)(lambda: runs.append(1))

    periodic.run_due_jobs(NOON)
    periodic.run_due_jobs(NOON + minutes(1))

    assert len(runs) == 2
    assert "break_down" in caplog.text
    assert "RuntimeError: broken" in caplog.text


def test_job_that_takes_long_holds_up_no_other_and_is_not_begun_twice(
    jobs: list[periodic.Job],
) -> None:
    runs: list[str] = []
    done = threading.Event()

    @periodic.periodic(seconds=2, beside=True)
    def take_long() -> None:
        runs.append("long")
        done.wait(10)

    periodic.periodic(seconds=2)(lambda: runs.append("short"))

    for after in (0, 0.1, 0.2):
        periodic.run_due_jobs(NOON + minutes(after))
    assert runs == ["long", "short", "short", "short"]

    done.set()
    thread = jobs[0].thread
    assert thread is not None
    thread.join(10)
    periodic.run_due_jobs(NOON + minutes(1))
    assert runs.count("long") == 2


def test_who_runs_them_once_waits_for_all() -> None:
    runs: list[int] = []

    @periodic.periodic(seconds=2, beside=True)
    def take_long() -> None:
        time.sleep(0.2)
        runs.append(1)

    periodic.run_due_jobs(NOON, wait=True)

    assert runs == [1]


def test_failure_beside_is_logged(
    jobs: list[periodic.Job], caplog: pytest.LogCaptureFixture
) -> None:
    @periodic.periodic(seconds=2, beside=True)
    def break_down() -> None:
        raise RuntimeError("broken")

    periodic.run_due_jobs(NOON)
    thread = jobs[0].thread
    assert thread is not None
    thread.join(10)

    assert "RuntimeError: broken" in caplog.text


def test_page_goes_live_when_its_moment_has_come(home: HomePage) -> None:
    page = StandardPageFactory(parent=home, live=False)
    page.go_live_at = timezone.now() - minutes(1)
    page.save_revision(approved_go_live_at=page.go_live_at)

    periodic.publish_scheduled_pages()

    page.refresh_from_db()
    assert page.live


def test_once_does_what_is_due_and_ends() -> None:
    runs: list[int] = []
    periodic.periodic(minutes=60)(lambda: runs.append(1))

    call_command("run_periodic_jobs", "--once")

    assert runs == [1]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_ends_the_loop_at_once(
    number: signal.Signals, signal_handlers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_periodic_jobs, "STEP_SECONDS", 30)
    periodic.periodic(minutes=60)(
        lambda: threading.Timer(0.2, os.kill, (os.getpid(), number)).start()
    )

    started = timezone.now()
    call_command("run_periodic_jobs")

    assert timezone.now() - started < timedelta(seconds=5)


@pytest.mark.django_db
def test_loop_goes_on_after_a_failure_and_ends_with_its_parent(
    signal_handlers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_periodic_jobs, "STEP_SECONDS", 0.01)
    rounds = fail_every_time(monkeypatch)
    parents = iter([100, 100, 100, 100, 1])
    monkeypatch.setattr(run_periodic_jobs.os, "getppid", lambda: next(parents))

    call_command("run_periodic_jobs")

    assert len(rounds) == 3


def fail_every_time(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A job that is always due and always fails; counts its turns."""
    turns: list[int] = []

    def fail() -> None:
        turns.append(1)
        raise RuntimeError

    register: Callable = periodic.periodic(minutes=0)
    register(fail)
    return turns


def test_job_without_a_reason_is_not_run() -> None:
    runs: list[int] = []
    answers = iter([False, True, RuntimeError("broken"), True])

    def reason() -> bool:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    periodic.periodic(minutes=1, reason=reason)(lambda: runs.append(1))

    for after, expected in [(0, 0), (1, 1), (1.5, 1), (2, 1), (3, 2)]:
        periodic.run_due_jobs(NOON + minutes(after))
        assert len(runs) == expected
