"""The files that an installation gets, as `scripts/deployment.py` writes them."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from granian.http import HTTP1Settings

from core.recordings.forms import LARGEST_FILE
from scripts.deployed_site import PROJECT_DIR
from scripts.deployment import COMMAND, ENVIRONMENT, PLACE, SITE, UNIT, Deployment
from scripts.find_nginx import find_nginx

HOST = "www.example.nl"


def test_every_place_is_filled_in(tmp_path):
    for path in Deployment.on_debian(HOST).write(tmp_path):
        assert not PLACE.search(path.read_text()), path
    site = (tmp_path / SITE).read_text()
    assert f"server_name {HOST};" in site
    assert f"return 301 https://{HOST}$request_uri;" in site
    assert "listen [::]:443 ssl http2;" in site


def test_secrets_are_nobody_elses_to_read_and_never_overwritten(tmp_path):
    deployment = Deployment.on_debian(HOST)
    deployment.write(tmp_path)
    environment = tmp_path / ENVIRONMENT
    assert environment.stat().st_mode & 0o777 == 0o600
    [secret] = [line for line in environment.read_text().splitlines() if "SECRET_KEY" in line]
    assert len(secret.partition("=")[2]) >= 50
    environment.write_text("SECRET_KEY=mine\n")
    deployment.write(tmp_path)
    assert environment.read_text() == "SECRET_KEY=mine\n"


def test_nginx_takes_the_files_without_a_warning(nginx):
    command = [find_nginx(), "-t", "-c", nginx.nginx_conf, "-e", "stderr"]
    said = subprocess.run(command, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    # nginx 1.25 would rather have `http2 on;`, which Debian 12's 1.22 does not know
    warnings = [line for line in said.stderr.splitlines() if "[warn]" in line]
    assert not [line for line in warnings if '"listen ... http2" directive' not in line]


def test_nginx_lets_in_all_that_the_application_takes(tmp_path):
    Deployment.on_debian(HOST).write(tmp_path)
    locations = (tmp_path / "etc/nginx/snippets/psoas-release-locations.conf").read_text()
    [largest] = re.findall(r"client_max_body_size (\d+)m;", locations)
    taken = (LARGEST_FILE, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE // 1024**2)
    assert int(largest) > max(taken)


def test_nginx_lets_go_of_an_idle_connection_before_the_application_does(tmp_path):
    """Else what she saves in that very moment gets a 502."""
    Deployment.on_debian(HOST).write(tmp_path)
    [seconds] = re.findall(r"keepalive_timeout (\d+)s;", (tmp_path / SITE).read_text())
    assert int(seconds) * 1000 < HTTP1Settings().header_read_timeout


def test_systemd_takes_the_unit(tmp_path):
    """Where there is no systemd, only that it runs what is there, and as nobody else than its own user."""
    deployment = replace(
        Deployment.on_debian(HOST),
        python=sys.executable,
        environment_file="/dev/null",
    )
    deployment.write(tmp_path)
    unit = (tmp_path / UNIT).read_text()
    assert "User=psoas-release\n" in unit
    [command] = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
    assert all(Path(part).exists() for part in command.partition("=")[2].split())
    if shutil.which("systemd-analyze"):
        said = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", tmp_path / UNIT],
            capture_output=True,
            text=True,
        )
        ours = [line for line in said.stderr.splitlines() if "psoas-release" in line]
        assert not ours


def test_the_command_for_the_technician_is_a_program(tmp_path):
    Deployment.on_debian(HOST).write(tmp_path)
    command = tmp_path / COMMAND
    assert os.access(command, os.X_OK)
    assert subprocess.run(["sh", "-n", command]).returncode == 0


@pytest.mark.parametrize("arguments", [[], ["https://www.example.nl"], ["www"], [HOST, HOST]])
def test_a_name_that_is_none_ends_in_a_sentence(arguments):
    said = subprocess.run(
        [sys.executable, PROJECT_DIR / "scripts" / "deployment.py", *arguments],
        capture_output=True,
        text=True,
    )
    assert said.returncode == 1
    assert said.stderr.startswith("Say under which name visitors come")
    assert said.stderr.count("\n") == 1
