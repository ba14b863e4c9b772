"""What a person sees of `make run`. One site serves several tests, in any order."""

import http.cookiejar
import os
import re
import signal
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.scripts.served_site import Site, free_port, run_script

PASSWORD = re.compile(r"Password: +(\S+)")


def logs_in(site: Site, password: str) -> bool:
    """Whether the admin lets `admin` in with this password, asked through its own form."""
    cookies = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    login = f"{site.url}/admin/login/"
    with opener.open(login, timeout=30) as page:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.read().decode())
    assert token
    fields = {
        "csrfmiddlewaretoken": token[1],
        "username": "admin",
        "password": password,
        "next": "/admin/",
    }
    request = urllib.request.Request(  # noqa: S310
        login, urllib.parse.urlencode(fields).encode(), headers={"Referer": login}
    )
    with opener.open(request, timeout=30) as answer:
        return answer.url == f"{site.url}/admin/"


def test_both_languages_are_served_in_their_style(site):
    assert '<html lang="nl' in site.get("/")
    english = site.get("/en/")
    assert '<html lang="en' in english
    style = re.search(r'href="(/static/[^"]+\.css)"', english)
    assert style
    assert site.get(style[1])


def test_what_is_for_developers_is_not_served(site):
    with pytest.raises(urllib.error.HTTPError) as refused:
        site.get("/patterns/")
    with refused.value as answer:  # an answer, which stays open until it is closed
        assert answer.code == 404


def test_first_run_says_what_to_open(first_run):
    for address in ("/", "/en/", "/admin/"):
        assert f"{first_run.url}{address}\n" in first_run.output.replace("  (log", "\n")


def test_secret_is_readable_by_its_owner_only(site):
    assert (site.data_dir / "secret_key").stat().st_mode & 0o777 == 0o600


def test_password_of_the_first_run_logs_in_until_a_new_one_replaces_it(first_run, site):
    [first] = PASSWORD.findall(first_run.output)
    assert logs_in(site, first)
    assert not logs_in(site, "not-the-password")
    variables = {k: site.environment[k] for k in ("DATA_DIR", "PORT", "DATABASE_URL")
                 if k in site.environment}  # fmt: skip
    [new] = PASSWORD.findall(run_script("admin_account.py", **variables).stdout)
    assert logs_in(site, new)
    assert not logs_in(site, first)


def test_second_run_keeps_an_edit_and_prints_no_password(site):
    site.manage(
        "shell",
        "-c",
        "from wagtail.models import Site; home = Site.objects.get().root_page.specific; "
        "home.seo_title = 'Edited by hand'; home.save_revision().publish()",
    )
    assert site.stop() == 0
    site.wait_for_processes_to_end()
    site.start()
    assert "Edited by hand" in site.get("/")
    assert not PASSWORD.findall(site.output)
    assert "The site is running." in site.output


def name_of(process: int) -> str:
    return Path(f"/proc/{process}/comm").read_text().strip()


@pytest.mark.parametrize("name", ["worker", "background"])
def test_a_process_that_dies_is_replaced(site, name):
    [first, *_] = [number for number in site.processes() if name_of(number) == name]
    count = len(site.processes())
    os.kill(first, signal.SIGKILL)
    end = time.monotonic() + 30
    while first in site.processes() or len(site.processes()) < count:
        assert time.monotonic() < end, site.output
        time.sleep(0.1)
    assert '<html lang="nl' in site.get("/")


def test_a_request_that_is_being_answered_is_finished_when_the_server_stops(site):
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as visitor:
        visitor.sendall(
            b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\na"
        )
        time.sleep(0.5)  # the application waits for the rest by now
        assert site.process
        site.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        visitor.sendall(b"=b")
        assert visitor.recv(1000).startswith(b"HTTP/1.1 ")
    assert site.process.wait(20) == 0
    assert "Traceback" not in site.output


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_no_process_outlives_the_server(site, how):
    assert "background" in {name_of(number) for number in site.processes()}
    site.stop(how)
    site.wait_for_processes_to_end()
    assert "Traceback" not in site.output


def assert_one_sentence(result, *words: str) -> None:
    assert result.returncode != 0
    assert result.stdout.count("\n") == 1, result.stdout
    assert "Traceback" not in result.stdout
    for word in words:
        assert word in result.stdout


def test_taken_port_ends_in_a_sentence_that_names_another(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = run_script("serve.py", PORT=str(port), DATA_DIR=str(tmp_path))
    assert_one_sentence(result, f"Port {port} is taken", "make run PORT=")


@pytest.mark.parametrize("port", ["eight", "0", "65536", "-1"])
def test_port_that_is_none_ends_in_a_sentence(tmp_path, port):
    assert_one_sentence(run_script("serve.py", PORT=port, DATA_DIR=str(tmp_path)), f"PORT={port}")


def test_unreachable_database_ends_in_a_sentence_without_its_password(tmp_path):
    url = f"postgres://site:verysecret@127.0.0.1:{free_port()}/site"
    result = run_script("serve.py", PORT=str(free_port()), DATA_DIR=str(tmp_path), DATABASE_URL=url)
    assert_one_sentence(result, "cannot be reached", "correct DATABASE_URL")
    assert "verysecret" not in result.stdout


def test_data_folder_that_is_a_file_ends_in_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    result = run_script("serve.py", PORT=str(free_port()), DATA_DIR=str(tmp_path / "file"))
    assert_one_sentence(result, "set DATA_DIR to another folder")


def test_new_password_before_the_first_run_says_to_run_first(tmp_path):
    assert_one_sentence(run_script("admin_account.py", DATA_DIR=str(tmp_path)), "`make run`")
