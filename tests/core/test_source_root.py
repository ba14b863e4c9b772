"""`site/` is a source root, never a package."""

import site
from pathlib import Path

from django.conf import settings


def test_site_has_no_init_file():
    assert not (Path(settings.PROJECT_DIR) / "site" / "__init__.py").exists()


def test_the_standard_library_keeps_its_own_site_module():
    assert hasattr(site, "getsitepackages")
