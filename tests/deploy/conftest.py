"""Sites from `deploy/`: with the application in it, and nginx alone in front of a stand-in."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.deployed_site import DeployedSite, being_deployed
from scripts.find_nginx import HOW_TO_GET_IT, what_is_missing
from tests.deploy.upstream import Upstream
from tests.scripts.served_site import Site, copied_database


@pytest.fixture(scope="session")
def installed() -> None:
    """Skips where nginx, its module or openssl is missing."""
    if missing := what_is_missing():
        pytest.skip(f"no {', no '.join(missing)} ({HOW_TO_GET_IT})")


@contextlib.contextmanager
def deployed_copy(original: Site, folder: Path) -> Iterator[DeployedSite]:
    shutil.copytree(original.data_dir, folder / "data")
    with (
        copied_database(original.environment.get("DATABASE_URL")) as url,
        being_deployed(DeployedSite(folder, folder / "data", url)) as site,
    ):
        yield site


@pytest.fixture(scope="module")
def deployed(
    installed: None, prepared_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeployedSite]:
    """The starter site as a server runs it."""
    with deployed_copy(prepared_site, tmp_path_factory.mktemp("deployed")) as site:
        yield site


@pytest.fixture(scope="module")
def nginx(installed: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeployedSite]:
    """nginx alone; what is in front of it is up to each test."""
    folder = tmp_path_factory.mktemp("nginx")
    site = DeployedSite(folder, folder / "data")
    site.prepare()
    site.start("nginx")
    yield site
    site.stop()


@pytest.fixture
def upstream(nginx: DeployedSite) -> Iterator[Upstream]:
    port = urlsplit(nginx.app_url).port
    assert port
    application = Upstream(port)
    yield application
    application.stop()
