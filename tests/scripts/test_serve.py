"""What a person sees of `make run`. The tests of one site are in the order they happen to it."""

import http.cookiejar
import re
import signal
import socket
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


class TestOneSite:
    def test_first_run_serves_both_languages_and_their_style(self, first_run):
        assert '<html lang="nl' in first_run.get("/")
        english = first_run.get("/en/")
        assert '<html lang="en' in english
        style = re.search(r'href="(/static/[^"]+\.css)"', english)
        assert style
        assert first_run.get(style[1])

    def test_first_run_says_what_to_open_and_prints_a_password_that_logs_in(self, first_run):
        for address in ("/", "/en/", "/admin/"):
            assert f"{first_run.url}{address}\n" in first_run.output.replace("  (log", "\n")
        passwords = PASSWORD.findall(first_run.output)
        assert len(passwords) == 1
        assert logs_in(first_run, passwords[0])
        assert not logs_in(first_run, "not-the-password")

    def test_secret_is_readable_by_its_owner_only(self, first_run):
        assert (first_run.data_dir / "secret_key").stat().st_mode & 0o777 == 0o600

    def test_second_run_keeps_an_edit_and_prints_no_password(self, first_run):
        first_run.manage(
            "shell",
            "-c",
            "from wagtail.models import Site; home = Site.objects.get().root_page.specific; "
            "home.seo_title = 'Edited by hand'; home.save_revision().publish()",
        )
        assert first_run.stop() == 0
        first_run.wait_for_processes_to_end()
        first_run.start()
        assert "Edited by hand" in first_run.get("/")
        assert not PASSWORD.findall(first_run.output)
        assert "The site is running." in first_run.output

    def test_new_password_replaces_the_old_one(self, first_run):
        variables = {k: first_run.environment[k] for k in ("DATA_DIR", "PORT", "DATABASE_URL")
                     if k in first_run.environment}  # fmt: skip
        old = PASSWORD.findall(run_script("admin_account.py", **variables).stdout)[0]
        new = PASSWORD.findall(run_script("admin_account.py", **variables).stdout)[0]
        assert logs_in(first_run, new)
        assert not logs_in(first_run, old)

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
    def test_no_process_outlives_the_server(self, first_run, how):
        if first_run.process.poll() is not None:
            first_run.start()
        commands = [Path(f"/proc/{number}/cmdline") for number in first_run.processes()]
        assert any("run_periodic_jobs" in command.read_text() for command in commands)
        first_run.stop(how)
        first_run.wait_for_processes_to_end()
        assert "Traceback" not in first_run.output


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
