"""Fixtures for every test: the two languages, a home page, clients that are logged in."""

import gc
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test import Client
from PIL import Image
from wagtail.documents.models import AbstractDocument
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from core.models import CustomImage
from home.models import HomePage
from starter.practitioner import ensure_group
from tests.factories.commits import with_commit
from tests.factories.recordings import make_recording
from tests.factories.tree import make_home
from tests.served_sites import edited_site, prepared_site, served_site  # noqa: F401 (fixtures)

LONG_WITHOUT_SITE = Path(__file__).parent / "contracts" / "test_queries.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what never meets the database, so that `make test` runs it on one; puts first what takes longest."""
    files: dict[Path, int] = {}
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if not (
            fixtures & {"db", "transactional_db", "prepared_site"}
            or item.get_closest_marker("django_db")
        ):
            item.add_marker("once")
        if "prepared_site" in fixtures:
            files.setdefault(item.path, len(files))
    places: dict[Path, float] = dict(files)
    places[LONG_WITHOUT_SITE] = (
        0.5  # for the second worker, while the first prepares the site that the others wait for
    )
    items.sort(key=lambda item: places.get(item.path, len(files)))


def pytest_collection_finish() -> None:
    """Leaves out of every garbage collection what stays until the end: it takes a sixth of the time of a test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Ends what still holds the test database, which PostgreSQL would otherwise refuse to drop.

    Django keeps one connection outside Playwright's event loop and another one inside it.
    """
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )


@pytest.fixture(autouse=True)
def _no_index_of_references() -> Iterator[None]:
    """Where something is used is Wagtail's to know, and takes a tenth of the time of a test; served sites keep it."""
    with disable_reference_index_auto_update():
        yield


@pytest.fixture(autouse=True)
def _own_media(settings: Any, tmp_path: Path) -> None:
    """Uploads of a test go where no other test looks, and what is cached of them is not another's either."""
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()  # renditions are kept by the key of their picture, and each test begins at the first


@pytest.fixture
def nl(db: None) -> Locale:
    return Locale.objects.get(language_code="nl")


@pytest.fixture
def en(nl: Locale) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def root(nl: Locale) -> Page:
    return Page.get_first_root_node()


@pytest.fixture
def home(root: Page) -> HomePage:
    return make_home()


@pytest.fixture
def practitioners(db: None) -> Group:
    return ensure_group()


@pytest.fixture
def practitioner(practitioners: Group) -> Any:
    """The practitioner's own account."""
    user = get_user_model().objects.create_user(
        username="praktijk", email="praktijk@example.com", password="a-long-passphrase"
    )
    user.groups.add(practitioners)
    return user


@pytest.fixture
def practitioner_client(practitioner: Any) -> Client:
    client = Client()
    client.force_login(practitioner)
    return client


@pytest.fixture
def admin_client(db: None) -> Client:
    user = get_user_model().objects.create_superuser("beheer", "beheer@example.com", "x" * 16)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def published(db: None) -> Callable:
    return with_commit


@pytest.fixture(scope="module")
def content_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """For what all tests of a module begin with, made once: what a test changes of it is undone after that test.

    A test gets the rows of the database anew, never the objects of another test.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def picture(db: None) -> CustomImage:
    """A small picture; the block chooser's preview of a picture shows the newest one."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "#b08968").save(buffer, "JPEG")
    image = CustomImage(title="Doek", file=ContentFile(buffer.getvalue(), name="doek.jpg"))
    image.save()
    return image


@pytest.fixture
def recording(db: None) -> AbstractDocument:
    """A minute of silence; the block chooser's preview of a recording plays the newest one."""
    return make_recording()
