import http.server
import threading

import pytest
from bench.load import HOW_TO_GET_IT, is_missing, read_report, wrk

REPORT = (
    "Running 3s test @ http://127.0.0.1/\nRequests/sec: 20.00\n"
    'RESULT {"requests": 60, "microseconds": 3000000, "bytes": 1200, "faults": 0, "p50": 2500, "p99": 40000}\n'
)


def test_report_is_read_in_seconds_and_bytes_an_answer():
    load = read_report(REPORT, "/")
    assert (load.requests, load.seconds, load.bytes_each) == (60, 3, 20)
    assert (load.p50, load.p99) == (0.0025, 0.04)


@pytest.mark.parametrize(
    "wrong",
    [
        REPORT.replace('"faults": 0', '"faults": 1'),
        REPORT.replace('"requests": 60', '"requests": 0'),
        "unable to connect",
    ],
)
def test_run_with_failed_answers_or_none_is_no_measurement(wrong):
    with pytest.raises(RuntimeError, match="/page"):
        read_report(wrong, "/page")


@pytest.fixture
def server():
    """Answers /page with six bytes to who sends `X-Asked`; everything else is not found."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            found = self.path == "/page" and self.headers["X-Asked"] == "so: and so"
            self.send_response(200 if found else 404)
            self.send_header("Content-Length", "6")
            self.end_headers()
            self.wfile.write(b"found\n")

        def log_message(self, *_arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda *_arguments: None  # wrk leaves when its time is over
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.skipif(is_missing(), reason=f"wrk is not installed ({HOW_TO_GET_IT})")
def test_wrk_sends_the_headers_and_its_report_can_be_read(server):
    load = wrk(f"{server}/page", 1, {"X-Asked": "so: and so"})
    assert load.requests > 16
    assert 6 < load.bytes_each < 1000
    assert 0 < load.p50 <= load.p99
    with pytest.raises(RuntimeError, match="failed"):
        wrk(f"{server}/page", 1, {})
