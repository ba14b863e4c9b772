import functools
import http.server
import threading
from concurrent.futures import ThreadPoolExecutor

import find_chromium
import pytest
from bench.first_visit import visits

pytestmark = pytest.mark.skipif(
    find_chromium.find_chromium() is None,
    reason=f"Chromium is not installed ({find_chromium.HOW_TO_GET_IT})",
)
PAGE = (
    '<link rel=icon href="data:,"><link rel=stylesheet href=style.css><img src=far.svg loading=lazy '
    'style="margin-top: 20000px"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
)


@pytest.fixture
def url(tmp_path):
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "style.css").write_text("/*" + "a" * 10_000 + "*/")
    (tmp_path / "far.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_arguments):
            pass

    handler = functools.partial(Handler, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_every_visit_is_the_first_and_counts_what_came_over_the_wire(url):
    # In a thread of its own: Playwright's fixtures keep an event loop in this one until the session ends.
    with ThreadPoolExecutor(1) as thread:
        found = thread.submit(lambda: list(visits({"one": url, "again": url}))).result()
    for name, counts, sizes in found:
        assert name in ("one", "again")
        assert counts == {"document": 1, "stylesheet": 1}
        assert 10_000 < sizes["stylesheet"] < 10_500
