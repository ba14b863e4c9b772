import signal
from collections.abc import Iterator

import pytest

from tests.scripts.served_site import Site
from tests.served_sites import FirstRun, copied_site, first_run_of


@pytest.fixture(scope="module")
def first_run(prepared_site: Site) -> FirstRun:
    """Of the site that this module has a copy of: it was started on nothing."""
    return first_run_of(prepared_site)


@pytest.fixture(scope="module")
def started(prepared_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with copied_site(prepared_site, tmp_path_factory.mktemp("site")) as site:
        try:
            site.start()
            yield site
        finally:
            if site.process and site.process.poll() is None:
                site.stop(signal.SIGKILL)
                site.wait_for_processes_to_end()


@pytest.fixture
def site(started: Site) -> Site:
    """That copy, being served; started again where a test before this one stopped it."""
    assert started.process
    if started.process.poll() is not None:
        started.start()
    return started
