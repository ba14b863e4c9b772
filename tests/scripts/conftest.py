import signal
from collections.abc import Iterator

import pytest

from tests.scripts.served_site import Site, empty_database


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that was started on nothing and is being served."""
    with empty_database() as url:
        site = Site(tmp_path_factory.mktemp("site"), url)
        try:
            site.start()
            yield site
        finally:
            if site.process and site.process.poll() is None:
                site.stop(signal.SIGKILL)
                site.wait_for_processes_to_end()
