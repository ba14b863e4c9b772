"""The lock of the Node tools: complete, exact, and naming no host to fetch from."""

import json

import pytest

from tests.scripts.served_site import PROJECT_DIR

PACKAGE = json.loads((PROJECT_DIR / "package.json").read_text())
LOCK = json.loads((PROJECT_DIR / "package-lock.json").read_text())["packages"]


def test_lock_names_no_host():
    assert [name for name, package in LOCK.items() if "://" in package.get("resolved", "")] == []


def test_every_package_of_the_lock_has_a_hash():
    assert [name for name, package in LOCK.items() if name and "integrity" not in package] == []


@pytest.mark.parametrize(("name", "version"), PACKAGE["devDependencies"].items())
def test_wanted_version_is_exact_and_the_locked_one(name, version):
    assert LOCK[f"node_modules/{name}"]["version"] == version
