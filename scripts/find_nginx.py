"""Where nginx, its module for stored Brotli and openssl are; nothing is ever downloaded."""

import os
import shutil
from pathlib import Path

HOW_TO_GET_IT = "sudo apt-get install nginx libnginx-mod-http-brotli-static openssl"
BROTLI = "ngx_http_brotli_static_module.so"
MODULE_FOLDERS = ("/usr/lib/nginx/modules", "/usr/share/nginx/modules")


def find_nginx() -> str | None:
    """The path of nginx, which Debian keeps where only root looks; None without one."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def find_brotli_module() -> Path | None:
    return next((p for f in MODULE_FOLDERS if (p := Path(f) / BROTLI).exists()), None)


def what_is_missing() -> list[str]:
    """What a deployed site needs and is not installed."""
    found = {
        "nginx": find_nginx(),
        "nginx's module for stored Brotli": find_brotli_module(),
        "openssl": shutil.which("openssl"),
    }
    return [name for name, path in found.items() if not path]
