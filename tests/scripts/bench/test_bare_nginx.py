"""What our site is held against answers with the same bytes as our site."""

import http.server
import threading
from collections import Counter

import pytest
from bench.answers import COMPRESSED, Answer, ask
from bench.bare_nginx import BareNginx
from find_nginx import HOW_TO_GET_IT, what_is_missing

pytestmark = pytest.mark.skipif(
    bool(what_is_missing()), reason=f"nginx is not installed ({HOW_TO_GET_IT})"
)


@pytest.fixture
def asked():
    """How often the site behind nginx was asked, by the encoding that was accepted."""
    return Counter()


@pytest.fixture
def nginx(tmp_path, asked):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            accepted = self.headers["Accept-Encoding"] or ""
            asked[accepted] += 1
            self.send_response(200)
            self.send_header("Cache-Control", "public, no-cache")
            self.send_header("Vary", "Accept-Encoding")
            self.end_headers()
            self.wfile.write(b"small" if "br" in accepted else b"a whole page")

        def log_message(self, *_arguments):
            pass

    answers = [Answer(b"a whole page", "", ""), Answer(b"small", "br", "")]
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as site:
        threading.Thread(target=site.serve_forever).start()
        nginx = BareNginx(tmp_path / "nginx", f"http://127.0.0.1:{site.server_port}", answers)
        yield nginx
        nginx.server.stop()
        site.shutdown()


def test_file_comes_plain_or_as_it_was_compressed(nginx):
    assert ask(nginx.static_url) == Answer(b"a whole page", "", ask(nginx.static_url).etag)
    compressed = ask(nginx.static_url, COMPRESSED)
    assert (compressed.body, compressed.encoding) == (b"small", "br")


def test_site_is_asked_once_for_each_way(nginx, asked):
    for _turn in range(3):
        assert ask(f"{nginx.cached_url}/page/").body == b"a whole page"
        assert ask(f"{nginx.cached_url}/page/", COMPRESSED).body == b"small"
    assert list(asked.values()) == [1, 1]
