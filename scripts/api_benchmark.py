"""`make apibenchmark`: a page by its path from the content API, beside the same page from Wagtail's own API, v2.

Both answer in one process on one fresh site (PostgreSQL where there is one), asked in turn through all middleware, so
that a busy machine slows both. Nothing keeps an answer: each is made anew. Fails where ours makes fewer than 2.5 times
as many in the same time, or fewer than five times as many 304s. `ROUNDS=` changes how often is asked.
"""

import contextlib
import json
import os
import sys

import temporary_postgres
from served_site import temporary_site

ROUNDS = int(os.environ.get("ROUNDS", "300"))
LEAST = {"whole": 2.5, "not modified": 5.0}
ASK = """
import json, statistics, time
from urllib.parse import urlsplit
from django.conf import settings
from django.test import Client
from django.urls import clear_url_caches, path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page
import config.urls
settings.API_RATE_LIMIT = None
router = WagtailAPIRouter("v2")
router.register_endpoint("pages", PagesAPIViewSet)
config.urls.urlpatterns.insert(0, path("v2/", router.urls))
clear_url_caches()
page = Page.objects.get(url_path__endswith="/treatments/psoas-release/", locale__language_code="en")
ours, theirs = "/api/v1/pages/by-path?path=/en/treatments/psoas-release/", f"/v2/pages/{page.pk}/"
client = Client(SERVER_NAME=urlsplit(settings.SITE_URL).hostname, SERVER_PORT=urlsplit(settings.SITE_URL).port)
etag = client.get(ours)["ETag"]
kinds = {
    "theirs": (theirs, {}, 200),
    "ours": (ours, {}, 200),
    "ours, 304": (ours, {"HTTP_IF_NONE_MATCH": etag}, 304),
}
times = {kind: [] for kind in kinds}
for turn in range(ROUNDS + 5):
    for kind, (address, headers, status) in kinds.items():
        start = time.perf_counter()
        answer = client.get(address, **headers)
        taken = time.perf_counter() - start
        assert answer.status_code == status, (kind, answer.status_code)
        if turn >= 5:
            times[kind].append(taken)
sizes = {kind: len(client.get(address, **headers).content) for kind, (address, headers, _status) in kinds.items()}
print(json.dumps({"medians": {kind: statistics.median(each) for kind, each in times.items()}, "sizes": sizes}))
"""


def main() -> int:
    temporary_postgres.end_on_sigterm()
    with contextlib.ExitStack() as stack:
        server = os.environ.get("TEST_DATABASE_URL")
        binaries = temporary_postgres.find_binaries()
        if not server and binaries:
            server = stack.enter_context(temporary_postgres.temporary_postgres(binaries))
        print("On PostgreSQL." if server else "On SQLite.")
        site = stack.enter_context(temporary_site(server))
        output = site.manage("shell", "-v0", "-c", ASK.replace("ROUNDS", str(ROUNDS)))
    found = json.loads(output.strip().splitlines()[-1])
    medians = found["medians"]
    for kind, median in medians.items():
        print(
            f"{kind:12}{median * 1000:8.2f} ms{1 / median:8.0f} a second{found['sizes'][kind]:8} bytes"
        )
    ratios = {
        "whole": medians["theirs"] / medians["ours"],
        "not modified": medians["theirs"] / medians["ours, 304"],
    }
    faults = [kind for kind, ratio in ratios.items() if ratio < LEAST[kind]]
    for kind, ratio in ratios.items():
        print(f"{kind}: {ratio:.1f} times as many, at least {LEAST[kind]:g}")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
