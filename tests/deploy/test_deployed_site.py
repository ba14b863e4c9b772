"""The starter site behind nginx, all parts started from `deploy/`."""

import http.cookiejar
import re
import shutil
import ssl
import subprocess
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from scripts.deployed_site import DeployedSite
from tests.deploy.asking import Answer, ask
from tests.served_sites import PASSWORD

pytestmark = pytest.mark.looks  # on PostgreSQL alone, as a server has it
RETITLE = """
from home.models import HomePage
home = HomePage.objects.get(locale__language_code="nl")
home.seo_title = "{title}"
home.save_revision().publish()
"""


def from_nginx(answer: Answer) -> bool:
    """The application never gives a file this form of an entity tag."""
    return bool(re.fullmatch('"[0-9a-f]+-[0-9a-f]+"', answer.headers.get("ETag", "")))


def first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, pattern
    return found[0]


def test_pages_in_both_languages_come_by_https(deployed):
    assert '<html lang="nl' in ask(deployed, "/").text
    english = ask(deployed, "/en/")
    assert '<html lang="en' in english.text
    assert english.headers["Strict-Transport-Security"]


def test_a_visit_by_http_is_led_to_https(deployed):
    answer = ask(deployed, "/blog/?page=2", at=deployed.http_url)
    assert (answer.status, answer.headers["Location"]) == (301, f"{deployed.url}/blog/?page=2")


def test_http_2_is_spoken(deployed):
    if not shutil.which("curl"):
        pytest.skip("no curl (sudo apt-get install curl)")
    command = ["curl", "-sS", "--cacert", deployed.certificate, "-o", "/dev/null"]
    command += ["-w", "%{http_version} %{http_code}", f"{deployed.url}/"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout == "2 200"


@pytest.mark.parametrize("form", ["br", "gzip"])
def test_static_files_come_from_nginx_as_they_lie_ready_compressed(deployed, form):
    path = first(r"/static/css/main\.[0-9a-f]{12}\.css", ask(deployed, "/").text)
    answer = ask(deployed, path, accept_encoding=form)
    assert from_nginx(answer)
    assert answer.headers["Content-Encoding"] == form
    assert answer.headers["Content-Type"] == "text/css"
    assert "immutable" in answer.headers["Cache-Control"]
    ending = {"br": ".br", "gzip": ".gz"}[form]
    assert answer.body == (deployed.data_dir / f"{path[1:]}{ending}").read_bytes()


def test_a_static_file_without_a_hash_is_not_kept_for_long(deployed):
    answer = ask(deployed, "/static/css/main.css")
    assert from_nginx(answer)
    assert "immutable" not in answer.headers["Cache-Control"]


@pytest.mark.parametrize("kind", ["images", "original_images"])
def test_pictures_come_from_nginx_and_can_only_be_looked_at(deployed, kind):
    picture = next(p for p in sorted((deployed.data_dir / "media" / kind).iterdir()))
    answer = ask(deployed, f"/media/{kind}/{picture.name}")
    assert from_nginx(answer)
    assert answer.body == picture.read_bytes()
    assert answer.headers["Content-Type"].startswith("image/")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "immutable" in answer.headers["Cache-Control"]


def test_what_would_run_is_not_served_as_such(deployed):
    sly = deployed.data_dir / "media" / "images" / "sly.svg"
    sly.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    assert (
        ask(deployed, "/media/images/sly.svg").headers["Content-Type"] == "application/octet-stream"
    )


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/private.pdf",
        "/media/images/../documents/private.pdf",
        "/media/images/%2e%2e/documents/private.pdf",
        "/static/../media/documents/private.pdf",
        "/static../media/documents/private.pdf",
        "/media/images../documents/private.pdf",
        "/db.sqlite3",
        "/static/../secret_key",
        "/static/%2e%2e/secret_key",
    ],
)
def test_nothing_else_of_the_data_can_be_reached(deployed, path):
    folder = deployed.data_dir / "media" / "documents"
    folder.mkdir(exist_ok=True)
    (folder / "private.pdf").write_text("private")
    answer = ask(deployed, path)
    assert answer.status in (301, 400, 404)
    assert answer.body != b"private"


def test_a_file_that_is_not_there_gets_the_page_of_the_site(deployed):
    for path in ("/static/nothing.css", "/media/images/nothing.jpg"):
        answer = ask(deployed, path)
        assert answer.status == 404
        assert '<html lang="nl' in answer.text


def test_a_page_is_compressed_once(deployed):
    for form in ("gzip", "br, gzip"):
        answer = ask(deployed, "/", accept_encoding=form)
        direct = ask(
            deployed, "/", at=deployed.app_url, accept_encoding=form.split(",")[0],
            host=urllib.parse.urlsplit(deployed.url).netloc, x_forwarded_proto="https",
        )  # fmt: skip
        assert answer.headers.get_all("Content-Encoding") == direct.headers.get_all(
            "Content-Encoding"
        )


def test_what_is_published_is_seen_within_a_second(deployed):
    for title in ("Eerste titel", "Tweede titel"):
        ask(deployed, "/")
        deployed.manage("shell", "-c", RETITLE.format(title=title))
        time.sleep(1)
        assert title in ask(deployed, "/").text


def logged_in(site: DeployedSite) -> str:
    """The cookies of the practitioner, who came in by the form of the admin."""
    cookies = http.cookiejar.CookieJar()
    https = urllib.request.HTTPSHandler(
        context=ssl.create_default_context(cafile=str(site.certificate))
    )
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies), https)
    login = f"{site.url}/admin/login/"
    with opener.open(login, timeout=30) as page:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.read().decode())
    assert token
    fields = {"csrfmiddlewaretoken": token[1], "username": "praktijk", "password": PASSWORD}
    data = urllib.parse.urlencode(fields | {"next": "/admin/"}).encode()
    with opener.open(
        urllib.request.Request(login, data, headers={"Referer": login}),  # noqa: S310
        timeout=30,
    ) as answer:
        assert answer.url == f"{site.url}/admin/"
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in cookies)


def test_an_editor_sees_her_own_bar_and_a_visitor_never_does(deployed):
    cookies = logged_in(deployed)
    for _ in range(2):
        assert "wagtail-userbar" not in ask(deployed, "/").text
        assert "wagtail-userbar" in ask(deployed, "/", cookie=cookies).text
    assert "wagtail-userbar" not in ask(deployed, "/").text


def test_a_picture_of_forty_megabytes_gets_past_nginx(deployed):
    answer = ask(deployed, "/admin/images/add/", method="POST", body=b"x" * 40 * 1024 * 1024)
    assert answer.status != 413


def test_parts_of_a_document_can_be_asked_for(deployed):
    """A recording is played from anywhere in it."""
    answer = ask(deployed, "/documents/999/nothing.mp3", range="bytes=0-10")
    assert answer.status == 404  # the application's to say
    assert '<html lang="nl' in answer.text


def test_the_site_comes_back_when_postgresql_has_ended_its_connections(deployed):
    if not deployed.chosen.get("DATABASE_URL"):
        pytest.skip("no PostgreSQL (sudo apt-get install postgresql)")
    ask(deployed, "/admin/login/")
    deployed.manage(
        "shell",
        "-c",
        "from django.db import connection as c\n"
        "c.cursor().execute('SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()')",
    )
    assert {ask(deployed, f"/blog/?page=1&n={n}").status for n in range(8)} == {200}


def test_all_of_it_fits_a_small_server(deployed):
    for path in ("/", "/en/", "/blog/", "/behandelingen/", "/admin/login/") * 3:
        ask(deployed, f"{path}?n=1")
    memory = deployed.memory()
    assert set(memory) == {"server", "worker", "background", "nginx"}
    assert sum(memory.values()) < 350 * 1024, memory


def test_visitors_get_the_last_good_page_while_the_application_is_stopped(deployed):
    good = ask(deployed, "/").text
    deployed.stop("application")
    try:
        assert ask(deployed, "/").text == good
        answer = ask(deployed, "/never-asked-for/")
        assert (answer.status, "Even niet bereikbaar" in answer.text) == (502, True)
    finally:
        deployed.start("application")
    assert ask(deployed, "/never-asked-for/").status == 404


def test_its_log_holds_no_traceback(deployed):
    assert "Traceback" not in deployed.output("application")
    assert "[emerg]" not in Path(deployed.folder / "nginx.log").read_text()
