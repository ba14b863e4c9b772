"""The files of `deploy/` with the values of one installation, which `write` puts where Debian wants them.

    sudo python3 scripts/deployment.py www.example.nl

needs nothing but Python, and leaves an existing `/etc/psoas-release/environment` as it is.
"""

import re
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PROJECT_DIR = Path(__file__).resolve().parents[1]
TEMPLATES = PROJECT_DIR / "deploy"
PLACE = re.compile(r"@([A-Z_]+)@")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
SITE = "etc/nginx/sites-available/psoas-release"
UNIT = "etc/systemd/system/psoas-release.service"
ENVIRONMENT = "etc/psoas-release/environment"
COMMAND = "usr/local/sbin/psoas-release"
MODES = {ENVIRONMENT: 0o600, COMMAND: 0o755}


@dataclass(frozen=True)
class Deployment:
    """What differs between installations; the defaults are those of a Debian server."""

    host: str
    site_url: str
    certificate: str
    certificate_key: str
    listen_http: str = "listen 80;\n    listen [::]:80;"
    listen_https: str = "listen 443 ssl http2;\n    listen [::]:443 ssl http2;"
    port: str = "8000"  # of the application, on 127.0.0.1
    user: str = "psoas-release"
    project_dir: str = str(PROJECT_DIR)
    python: str = str(PROJECT_DIR / ".venv/bin/python")
    data_dir: str = "/var/lib/psoas-release"
    cache_dir: str = "/var/lib/nginx/psoas-release"
    nginx_dir: str = "/etc/nginx"
    access_log: str = "/var/log/nginx/access.log"
    environment_file: str = f"/{ENVIRONMENT}"

    @classmethod
    def on_debian(cls, host: str) -> "Deployment":
        """For a server of its own, with a certificate that certbot keeps."""
        folder = f"/etc/letsencrypt/live/{host}"
        return cls(host, f"https://{host}", f"{folder}/fullchain.pem", f"{folder}/privkey.pem")

    def rendered(self, name: str) -> str:
        """The text of a file of `deploy/`; KeyError for a place that nothing is known for."""
        values = {key.upper(): value for key, value in vars(self).items()}
        values["SECRET_KEY"] = secrets.token_urlsafe(50)
        values["NETLOC"] = urlsplit(self.site_url).netloc
        return PLACE.sub(lambda match: values[match[1]], (TEMPLATES / name).read_text())

    def write(self, root: Path) -> list[Path]:
        """Writes everything under this folder; returns what was written."""
        written = []
        templates = [path for top in ("etc", "usr") for path in (TEMPLATES / top).rglob("*")]
        for template in sorted(path for path in templates if path.is_file()):
            name = str(template.relative_to(TEMPLATES))
            target = root / name
            if name == ENVIRONMENT and target.exists():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.touch(mode=0o600)
            target.write_text(self.rendered(name))
            target.chmod(MODES.get(name, 0o644))
            written.append(target)
        return written


def main(arguments: list[str]) -> None:
    if len(arguments) != 1 or not HOST.fullmatch(arguments[0]):
        sys.exit("Say under which name visitors come: python3 scripts/deployment.py www.example.nl")
    try:
        for path in Deployment.on_debian(arguments[0]).write(Path("/")):
            print(f"Wrote {path}")
    except PermissionError as error:
        sys.exit(f"{error.filename} may not be written: run this with sudo.")


if __name__ == "__main__":
    main(sys.argv[1:])
