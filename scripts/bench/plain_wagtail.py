"""The project that `wagtail start` makes, with one simple page, served on the same terms as our own site."""

import itertools
import json
import secrets
import subprocess
import sys
from pathlib import Path

from application_server import IDLE_SECONDS, THREADS, WORKERS
from served_site import SECONDS_TO_START, free_port, plain_environment

from bench.server import Server

BLOCKS = 12
SLUG = "article"
# Added to what the template has for its home page.
MODEL = """
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField


class ArticlePage(Page):
    body = StreamField([("paragraph", RichTextBlock())])
"""
TEMPLATE = """{% extends "base.html" %}
{% load wagtailcore_tags %}
{% block content %}
<h1>{{ page.title }}</h1>
{% for block in page.body %}{% include_block block %}{% endfor %}
{% endblock %}
"""
# What its production settings leave to who installs it; connections are kept and looked after as ours are.
SETTINGS = """
import dj_database_url
SECRET_KEY = {secret!r}
ALLOWED_HOSTS = ["127.0.0.1"]
DATABASES = {{"default": dj_database_url.parse({database!r}, conn_max_age=60, conn_health_checks=True)}}
"""
MAKE_PAGE = """
from home.models import ArticlePage, HomePage
import json
body = [("paragraph", text) for text in json.loads({texts!r})]
HomePage.objects.get().add_child(instance=ArticlePage(title="Article", slug={slug!r}, body=body))
"""


def texts_of(words: list[str], wanted: int) -> list[str]:
    """So many words, from the first on and again, as the rich text of each of twelve blocks."""
    repeated = [words[number % len(words)] for number in range(wanted)]
    bounds = [round(wanted * number / BLOCKS) for number in range(BLOCKS + 1)]
    parts = [repeated[start:end] for start, end in itertools.pairwise(bounds)]
    return [f"<p>{' '.join(part)}</p>" for part in parts]


def make_project(folder: Path, database_url: str, texts: list[str]) -> None:
    """Makes it in this empty folder, on this empty database, with one page of these texts."""
    run(folder, sys.executable, "-m", "wagtail.bin.wagtail", "start", "plain", ".")
    with (folder / "home" / "models.py").open("a") as models:
        models.write(MODEL)
    (folder / "home" / "templates" / "home" / "article_page.html").write_text(TEMPLATE)
    settings = SETTINGS.format(secret=secrets.token_urlsafe(50), database=database_url)
    (folder / "plain" / "settings" / "local.py").write_text(settings)
    manage = (sys.executable, "manage.py")
    run(folder, *manage, "makemigrations", "home", "-v0")
    run(folder, *manage, "migrate", "-v0")
    run(folder, *manage, "collectstatic", "--no-input", "-v0")
    page = MAKE_PAGE.format(texts=json.dumps(texts), slug=SLUG)
    run(folder, *manage, "shell", "-v0", "-c", page)


def run(folder: Path, *command: str) -> None:
    """Runs this in the project; RuntimeError with what it said where it fails."""
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} failed:\n{done.stdout}{done.stderr}")


def environment() -> dict[str, str]:
    return plain_environment(
        DJANGO_SETTINGS_MODULE="plain.settings.production", PYTHONDONTWRITEBYTECODE="1"
    )


def serve_project(folder: Path) -> Server:
    """Serves it as our site is served: the same server, as many workers and threads."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface=wsgi", "--http=1", f"--port={port}"]
    command += [f"--workers={WORKERS}", f"--blocking-threads={THREADS}"]
    command += [f"--blocking-threads-idle-timeout={IDLE_SECONDS}", "--workers-kill-timeout=5"]
    command += ["--log-level=warning", "plain.wsgi:application"]
    server = Server(command, folder, f"http://127.0.0.1:{port}", environment())
    server.wait_for(f"/{SLUG}/", SECONDS_TO_START)
    return server
