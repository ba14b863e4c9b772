"""The locks of the Node packages: complete, exact, and naming no host to fetch from."""

import json
from pathlib import Path

import pytest

from tests.scripts.served_site import PROJECT_DIR

FOLDERS = [PROJECT_DIR, PROJECT_DIR / "examples" / "astro"]
WANTED = [
    (folder, name, version)
    for folder in FOLDERS
    for package in [json.loads((folder / "package.json").read_text())]
    for kind in ("dependencies", "devDependencies")
    for name, version in package.get(kind, {}).items()
]
in_each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def packages(folder: Path) -> dict[str, dict]:
    return json.loads((folder / "package-lock.json").read_text())["packages"]


@in_each_folder
def test_lock_names_no_host(folder):
    found = packages(folder).items()
    assert [name for name, package in found if "://" in package.get("resolved", "")] == []


@in_each_folder
def test_every_package_of_the_lock_has_a_hash(folder):
    found = packages(folder).items()
    assert [name for name, package in found if name and "integrity" not in package] == []


@in_each_folder
def test_packages_are_fetched_the_same_way(folder):
    assert (folder / ".npmrc").read_text() == (PROJECT_DIR / ".npmrc").read_text()


@pytest.mark.parametrize(("folder", "name", "version"), WANTED, ids=[each[1] for each in WANTED])
def test_wanted_version_is_exact_and_the_locked_one(folder, name, version):
    assert packages(folder)[f"node_modules/{name}"]["version"] == version
