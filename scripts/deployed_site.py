"""A site as a server runs it, on loopback: nginx, the application server and the background worker, from `deploy/`."""

import contextlib
import os
import shlex
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from deployment import ENVIRONMENT, SITE, UNITS, Deployment
from find_nginx import HOW_TO_GET_IT, find_brotli_module, find_nginx, what_is_missing
from served_site import (
    PROJECT_DIR,
    SECONDS_TO_START,
    SECONDS_TO_STOP,
    Site,
    free_port,
    plain_environment,
)
from temporary_postgres import stop_with_parent

# What Debian's nginx.conf says around the site, as far as it could change how that is served.
AROUND = """
{modules}
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log stderr;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
    ssl_prefer_server_ciphers on;
    access_log {folder}/access.log;
    gzip on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {site};
    {plain_server}
}}
"""
# For measuring without TLS: nothing else differs.
PLAIN_SERVER = """
    server {{
        listen 127.0.0.1:{port};
        include {nginx_dir}/snippets/psoas-release-locations.conf;
    }}
"""


class DeployedSite:
    """`url` is where visitors come, `app_url` the application without nginx; `https` decides how they come.

    `data_dir` may hold a site already; `environment` adds to what `/etc/psoas-release/environment` says.
    """

    def __init__(
        self,
        folder: Path,
        data_dir: Path,
        database_url: str | None = None,
        *,
        https: bool = True,
        **environment: str,
    ) -> None:
        self.folder, self.data_dir = folder, data_dir
        application, plain, tls = free_port(), free_port(), free_port()
        self.app_url = f"http://127.0.0.1:{application}"
        self.http_url = f"http://127.0.0.1:{plain}"  # leads to HTTPS, unless visitors come by HTTP
        self.url = f"https://127.0.0.1:{tls}" if https else self.http_url
        self.certificate = folder / "certificate.pem"
        listen_http = f"listen 127.0.0.1:{plain if https else free_port()};"
        self.deployment = Deployment(
            host="127.0.0.1",
            site_url=self.url,
            certificate=str(self.certificate),
            certificate_key=str(folder / "key.pem"),
            listen_http=listen_http,
            listen_https=f"listen 127.0.0.1:{tls} ssl http2;",
            port=str(application),
            user="",
            python=sys.executable,
            data_dir=str(data_dir),
            cache_dir=str(folder / "cache"),
            nginx_dir=str(folder / "etc/nginx"),
            environment_file=str(folder / ENVIRONMENT),
        )
        self.plain_server = (
            "" if https else PLAIN_SERVER.format(port=plain, nginx_dir=folder / "etc/nginx")
        )
        self.chosen = {"API_RATE_LIMIT": "off", "SEARCH_ENGINES": "admit"} | environment
        if database_url:
            self.chosen["DATABASE_URL"] = database_url
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def nginx_conf(self) -> Path:
        return self.folder / "nginx.conf"

    def prepare(self) -> None:
        """Writes every file; RuntimeError where something is not installed."""
        if missing := what_is_missing():
            raise RuntimeError(f"Not installed: {', '.join(missing)} ({HOW_TO_GET_IT}).")
        self.deployment.write(self.folder)
        environment = Path(self.deployment.environment_file)
        lines = environment.read_text().splitlines(keepends=True)  # names PostgreSQL's socket
        environment.write_text(
            "".join(line for line in lines if not line.startswith("DATABASE_URL="))
        )
        subprocess.run(
            [
                "openssl",
                "req",
                "-x509",
                "-nodes",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
            ]
            + ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
            + ["-out", self.certificate, "-keyout", self.deployment.certificate_key],
            check=True,
            capture_output=True,
        )
        self.nginx_conf.write_text(
            AROUND.format(
                modules=f"load_module {find_brotli_module()};",
                user="user root;" if os.geteuid() == 0 else "",
                folder=self.folder,
                site=self.folder / SITE,
                plain_server=self.plain_server,
            )
        )

    def environment_of(self, part: str) -> dict[str, str]:
        """The variables that systemd would give this part."""
        found: dict[str, str] = {}
        for line in (self.folder / UNITS[part]).read_text().splitlines():
            if line.startswith("Environment="):
                found |= dict(pair.split("=", 1) for pair in shlex.split(line.partition("=")[2]))
        for line in Path(self.deployment.environment_file).read_text().splitlines():
            if "=" in line and not line.startswith("#"):
                found |= dict([line.split("=", 1)])
        return plain_environment(**found | self.chosen)

    def command_of(self, part: str) -> list[str]:
        """What systemd would start for this part; nginx as Debian's own unit does."""
        if part == "nginx":
            return [find_nginx() or "nginx", "-c", str(self.nginx_conf), "-e", "stderr"]
        unit = (self.folder / UNITS[part]).read_text().splitlines()
        [command] = [line.partition("=")[2] for line in unit if line.startswith("ExecStart=")]
        return shlex.split(command)

    def start(self, *parts: str) -> None:
        """Starts these, or everything; returns when they answer. RuntimeError with what was printed if they do not."""
        for part in parts or ("application", "background", "nginx"):
            with (self.folder / f"{part}.log").open("w") as log:
                self._running[part] = subprocess.Popen(
                    self.command_of(part),
                    cwd=PROJECT_DIR,
                    env=self.environment_of(part) if part in UNITS else None,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                    preexec_fn=stop_with_parent,
                )
            address = {"application": f"{self.app_url}/robots.txt", "nginx": self.http_url}.get(
                part
            )
            if address:
                self._wait_for(part, address)

    def _wait_for(self, part: str, address: str) -> None:
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end and self._running[part].poll() is None:
            try:
                urllib.request.build_opener(_Stay()).open(address, timeout=30).close()  # noqa: S310
            except urllib.error.HTTPError as answer:
                answer.close()
                return
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError(f"{part} does not answer:\n{self.output(part)}")

    def output(self, part: str) -> str:
        """What this part has written since its last start."""
        return (self.folder / f"{part}.log").read_text()

    def stop(self, *parts: str, how: signal.Signals = signal.SIGTERM) -> None:
        """Stops these, or everything, as systemd would; RuntimeError if one does not end in time."""
        for part in parts or tuple(reversed(self._running)):
            process = self._running.pop(part)
            process.send_signal(how)
            try:
                process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                raise RuntimeError(f"{part} did not stop:\n{self.output(part)}") from None

    def processes(self) -> dict[str, list[int]]:
        """The process ids of each part that runs, its children included."""
        return {part: _with_children(process.pid) for part, process in self._running.items()}

    def memory(self) -> dict[str, int]:
        """Proportional set size of each part, in KiB: memory that processes share is counted once."""
        return {part: sum(map(_pss, numbers)) for part, numbers in self.processes().items()}

    def get(self, path: str) -> str:
        """The body at this path through nginx; raises `HTTPError` unless it is a 200."""
        context = ssl.create_default_context(cafile=self.certificate)
        with urllib.request.urlopen(self.url + path, timeout=30, context=context) as answer:  # noqa: S310
            return answer.read().decode()

    def manage(self, *arguments: str) -> str:
        """Runs manage.py on this site's data with its settings; what it printed."""
        return subprocess.run(
            [sys.executable, PROJECT_DIR / "manage.py", *arguments],
            env=self.environment_of("application"),
            capture_output=True,
            text=True,
            check=True,
        ).stdout


class _Stay(urllib.request.HTTPRedirectHandler):
    """Takes a redirect for an answer."""

    def redirect_request(self, *_args: object) -> None:
        return None


def _with_children(number: int) -> list[int]:
    found = [number]
    for task in Path(f"/proc/{number}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                found += _with_children(int(child))
    return found


def _pss(number: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


@contextlib.contextmanager
def being_deployed(site: DeployedSite) -> Iterator[DeployedSite]:
    """Runs all parts of the site as long as the block lasts."""
    try:
        site.prepare()
        site.start()
        yield site
    finally:
        site.stop()


@contextlib.contextmanager
def deployed_site(
    database_url: str | None = None, *, https: bool = True, **environment: str
) -> Iterator[DeployedSite]:
    """A fresh site with the starter content, running; all of it but its database is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="deployed-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        site = DeployedSite(folder, folder / "data", database_url, https=https, **environment)
        with being_deployed(site):
            yield site
