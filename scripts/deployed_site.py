"""A site as a server runs it, on loopback: nginx and the application with its background worker, from `deploy/`."""

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

from deployment import ENVIRONMENT, SITE, UNIT, Deployment
from find_nginx import HOW_TO_GET_IT, find_brotli_module, find_nginx, what_is_missing
from served_site import (
    PROJECT_DIR,
    SECONDS_TO_START,
    SECONDS_TO_STOP,
    free_port,
    plain_environment,
)
from temporary_postgres import stop_with_parent

PARTS = ("application", "nginx")
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
            access_log=str(folder / "access.log"),
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
        request = "req -x509 -nodes -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -subj /CN=127.0.0.1"
        files = ["-out", str(self.certificate), "-keyout", self.deployment.certificate_key]
        subprocess.run(
            ["openssl", *request.split(), "-addext", "subjectAltName=IP:127.0.0.1", *files],
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

    def _unit(self, key: str) -> list[str]:
        """The values of this key in the unit of systemd."""
        lines = (self.folder / UNIT).read_text().splitlines()
        return [line.partition("=")[2] for line in lines if line.startswith(f"{key}=")]

    @property
    def environment(self) -> dict[str, str]:
        """The variables that systemd would give the application."""
        pairs = [pair for line in self._unit("Environment") for pair in shlex.split(line)]
        lines = Path(self.deployment.environment_file).read_text().splitlines()
        pairs += [line for line in lines if "=" in line and not line.startswith("#")]
        return plain_environment(**dict(pair.split("=", 1) for pair in pairs) | self.chosen)

    def _command(self, part: str) -> list[str]:
        """What systemd would start; nginx as Debian's own unit does."""
        if part == "nginx":
            return [find_nginx() or "nginx", "-c", str(self.nginx_conf), "-e", "stderr"]
        return shlex.split(self._unit("ExecStart")[0])

    def start(self, *parts: str) -> None:
        """Starts `application`, `nginx`, or both; returns when they answer, raises RuntimeError else."""
        for part in parts or PARTS:
            with (self.folder / f"{part}.log").open("w") as log:
                self._running[part] = subprocess.Popen(
                    self._command(part),
                    cwd=PROJECT_DIR,
                    env=self.environment if part == "application" else None,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                    preexec_fn=stop_with_parent,
                )
            self._wait_for(
                part, f"{self.app_url if part == 'application' else self.http_url}/robots.txt"
            )

    def _wait_for(self, part: str, address: str) -> None:
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end and self._running[part].poll() is None:
            try:
                urllib.request.build_opener(_Stay()).open(address, timeout=30).close()
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
        """The ids of what runs: the `server` that has the workers, each `worker`, the `background` worker, `nginx`."""
        found: dict[str, list[int]] = {}
        for part, process in self._running.items():
            for number in with_children(process.pid):
                name = part if part == "nginx" else "server"
                if part != "nginx" and number != process.pid:
                    name = Path(f"/proc/{number}/comm").read_text().strip()
                found.setdefault(name, []).append(number)
        return found

    def memory(self) -> dict[str, int]:
        """Proportional set size by kind of process, in KiB: what processes share is counted once."""
        return {name: sum(map(_pss, numbers)) for name, numbers in self.processes().items()}

    def get(self, path: str) -> str:
        """The body at this path through nginx; raises `HTTPError` unless it is a 200."""
        context = ssl.create_default_context(cafile=self.certificate)
        with urllib.request.urlopen(self.url + path, timeout=30, context=context) as answer:  # noqa: S310
            return answer.read().decode()

    def manage(self, *arguments: str) -> str:
        """Runs manage.py on this site's data with its settings; what it printed."""
        return subprocess.run(
            [sys.executable, PROJECT_DIR / "manage.py", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout


class _Stay(urllib.request.HTTPRedirectHandler):
    """Takes a redirect for an answer."""

    def redirect_request(self, *_args: object) -> None:
        return None


def with_children(number: int) -> list[int]:
    """This process and all that descend from it."""
    found = [number]
    for task in Path(f"/proc/{number}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                found += with_children(int(child))
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
