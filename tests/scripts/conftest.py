import signal
from collections.abc import Iterator

import pytest

from tests.scripts.served_site import Site, empty_database


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """A site that was started on nothing, and what that first start printed."""
    with empty_database() as url:
        site = Site(tmp_path_factory.mktemp("site"), url)
        try:
            site.start()
            yield site, site.output
        finally:
            if site.process and site.process.poll() is None:
                site.stop(signal.SIGKILL)
                site.wait_for_processes_to_end()


@pytest.fixture
def site(first_run: tuple[Site, str]) -> Site:
    """That site, being served; started again where a test before this one stopped it."""
    site, _ = first_run
    assert site.process
    if site.process.poll() is not None:
        site.start()
    return site
