"""nginx as plainly as it can be set up: a file, and an answer that it keeps; what our site is held against."""

import os
from pathlib import Path

from find_nginx import find_brotli_module, find_nginx
from served_site import free_port

from bench.answers import Answer
from bench.server import Server

PAGE = "/page.html"
ENDINGS = {"br": "br", "gzip": "gz"}
CONF = """
load_module {brotli};
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log stderr;
events {{ worker_connections 768; }}
http {{
    access_log off;
    sendfile on;
    types {{ text/html html; }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    proxy_cache_path {folder}/cache keys_zone=kept:1m;
    server {{
        listen 127.0.0.1:{static};
        root {folder}/files;
        gzip_static on;
        brotli_static on;
    }}
    server {{
        listen 127.0.0.1:{cached};
        location / {{
            proxy_pass {behind};
            proxy_cache kept;
            proxy_cache_valid 200 1h;
            proxy_ignore_headers Cache-Control Expires X-Accel-Expires Vary;
            proxy_cache_key $request_uri$http_accept_encoding;
            proxy_buffers 16 16k;
            proxy_buffer_size 16k;
        }}
    }}
}}
"""


class BareNginx:
    """`static_url` serves the bytes of these answers as files, `cached_url` keeps what `behind` answers."""

    def __init__(self, folder: Path, behind: str, answers: list[Answer]) -> None:
        files = folder / "files"
        files.mkdir(parents=True)
        os.chmod(folder, 0o755)  # noqa: S103 (its workers are another account's where we are root)
        for answer in answers:
            ending = f".{ENDINGS[answer.encoding]}" if answer.encoding else ""
            (files / f"{PAGE[1:]}{ending}").write_bytes(answer.body)
        static, cached = free_port(), free_port()
        self.static_url = f"http://127.0.0.1:{static}{PAGE}"
        self.cached_url = f"http://127.0.0.1:{cached}"
        (folder / "nginx.conf").write_text(
            CONF.format(
                brotli=find_brotli_module(),
                user="user root;" if os.geteuid() == 0 else "",
                folder=folder,
                static=static,
                cached=cached,
                behind=behind,
            )
        )
        command = [find_nginx() or "nginx", "-c", str(folder / "nginx.conf"), "-e", "stderr"]
        self.server = Server(command, folder, f"http://127.0.0.1:{static}")
        self.server.wait_for(PAGE, seconds=10)
