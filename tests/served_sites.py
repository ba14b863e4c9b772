"""The site as `make run` serves it, with the starter content: made once, then copied for who needs one."""

import contextlib
import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.scripts.served_site import (
    Site,
    being_served,
    copied_database,
    drop_database,
    make_database,
)

FIRST_RUN = "first_run.json"
PASSWORD = "een-lange-wachtzin"
MAKE_PRACTITIONER = f"""
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
user = get_user_model().objects.create_user("praktijk", "praktijk@example.com", "{PASSWORD}")
user.groups.add(Group.objects.get(name="Praktijkhouder"))
"""
# The details that are empty on a new site, so that every page is looked at with all it can show.
FILL_IN_DETAILS = """
from datetime import time
from wagtail.models import Locale, Site
from core.models import CustomImage, PracticeSettings, PracticeWords
practice = PracticeSettings.for_site(Site.objects.get(is_default_site=True))
facts = dict(
    practitioner_name="Noor van Dijk", portrait=CustomImage.objects.order_by("pk").first(), accent="plum",
    email="noor@example.com", telephone="+31 6 00 00 00 00",
    street="Kerkstraat 1", postal_code="1234 AB", city="Zeist",
    kvk_number="12345678", vat_number="NL001234567B01",
    association_name="Beroepsvereniging", association_website="https://example.com/b", membership_number="4321",
    complaints_name="Geschillencommissie", complaints_website="https://example.com/k",
    opening_hours=[("hours", {"weekday": "monday", "opens": time(9), "closes": time(17)})],
    social_links=[("link", {"label": "Instagram", "url": "https://example.com/i"})],
)
for name, value in facts.items():
    setattr(practice, name, value)
practice.full_clean()
practice.save()
words = PracticeWords(locale=Locale.get_default(), live=False, portrait_alt="Noor, lachend.",
    about="Ik ben Noor.", hours_note="Op afspraak.", route="De bus stopt om de hoek.")
words.save()
words.save_revision().publish()
"""


@dataclass(frozen=True)
class FirstRun:
    """What a first start printed, and where it served the site then."""

    url: str
    output: str


@pytest.fixture(scope="session")
def prepared_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A starter site with its pictures that is not being served, the same for every worker of pytest-xdist.

    Making it takes half a minute, a copy a second. The first who asks makes it, the last removes it.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent  # each worker has a folder in here
    folder, users = shared / "prepared", shared / "prepared.json"
    first_run = folder / FIRST_RUN
    with _alone(shared):
        state = json.loads(users.read_text()) if users.exists() else {"users": 0}
        if not state["users"]:
            state["url"] = make_database()
            try:
                first = _prepare(Site(folder, state["url"]))
            except BaseException:
                _remove(folder, state["url"])
                raise
            first_run.write_text(json.dumps(asdict(first)))
        users.write_text(json.dumps(state | {"users": state["users"] + 1}))
    yield Site(folder, state["url"])
    with _alone(shared):
        state = json.loads(users.read_text())
        users.write_text(json.dumps(state | {"users": state["users"] - 1}))
        if state["users"] == 1:
            _remove(folder, state["url"])


def _remove(folder: Path, url: str | None) -> None:
    drop_database(url)
    shutil.rmtree(folder)


@contextlib.contextmanager
def _alone(shared: Path) -> Iterator[None]:
    """Of all workers, one at a time."""
    with (shared / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _prepare(site: Site) -> FirstRun:
    site.data_dir.mkdir()
    with being_served(site):
        first_run = FirstRun(site.url, site.output)
        site.manage("shell", "-c", MAKE_PRACTITIONER + FILL_IN_DETAILS)
        site.wait_for_pictures()  # which every copy has from then on
    return first_run


def first_run_of(prepared: Site) -> FirstRun:
    return FirstRun(**json.loads((prepared.data_dir / FIRST_RUN).read_text()))


def addresses_of(site: Site) -> list[str]:
    """Every address of the sitemap, without its host."""

    def listed(path: str) -> list[str]:
        return [urlsplit(found).path for found in re.findall("<loc>([^<]+)", site.get(path))]

    return [found for part in listed("/sitemap.xml") for found in listed(part)]


@contextlib.contextmanager
def copied_site(original: Site, data_dir: Path) -> Iterator[Site]:
    """A site of one's own in that folder, not being served yet."""
    shutil.copytree(original.data_dir, data_dir, dirs_exist_ok=True)
    with copied_database(original.environment.get("DATABASE_URL")) as url:
        yield Site(data_dir, url)


@contextlib.contextmanager
def served_copy(original: Site, data_dir: Path) -> Iterator[Site]:
    with copied_site(original, data_dir) as copied, being_served(copied) as site:
        yield site


@pytest.fixture(scope="session")
def served_site(prepared_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The starter site; tests that use this one only read it."""
    with served_copy(prepared_site, tmp_path_factory.mktemp("served")) as site:
        yield site


@pytest.fixture
def edited_site(prepared_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A starter site of the test's own, to change at will."""
    with served_copy(prepared_site, tmp_path_factory.mktemp("edited")) as site:
        yield site
