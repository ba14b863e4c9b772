"""Visitors get one stylesheet, made of the sources as they are now."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command


@pytest.fixture
def project(tmp_path: Path, settings) -> Path:
    """A tiny set of static files, collected by the storage that visitors get."""
    source = tmp_path / "source"
    (source / "css").mkdir(parents=True)
    (source / "css" / "main.css").write_text(
        '@layer tokens;\n@import url("tokens.css") layer(tokens);\n'
    )
    (source / "css" / "tokens.css").write_text(":root { --ink: black; }\n")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "core.staticfiles.OneStylesheetStorage"}
    }
    return tmp_path


def collected(project: Path) -> str:
    call_command("collectstatic", interactive=False, verbosity=0)
    manifest = json.loads((project / "collected" / "staticfiles.json").read_text())
    return (project / "collected" / manifest["paths"]["css/main.css"]).read_text()


def test_imports_stand_in_the_one_stylesheet(project):
    css = collected(project)
    assert "@import" not in css
    assert "@layer tokens {\n:root { --ink: black; }" in css


def test_it_is_stored_compressed(project):
    (project / "source" / "css" / "tokens.css").write_text(":root { --ink: black; }\n" * 50)
    collected(project)
    names = {path.name for path in (project / "collected" / "css").iterdir()}
    assert any(name.endswith(".css.br") for name in names)
    assert any(name.endswith(".css.gz") for name in names)


def test_what_no_page_links_to_is_not_compressed(project):
    source = project / "source" / "js"
    source.mkdir()
    (source / "menu.js").write_text("open();\n" * 50 + "//# sourceMappingURL=menu.js.map\n")
    (source / "menu.js.map").write_text('{"version": 3}' * 50)
    collected(project)
    found = (project / "collected" / "js").glob("*.br")
    names = [re.sub(r"\.[0-9a-f]{12}\.", ".HASH.", path.name) for path in found]
    assert names == ["menu.HASH.js.br"]


def test_a_change_of_an_imported_file_alone_reaches_visitors(project):
    collected(project)
    (project / "source" / "css" / "tokens.css").write_text(":root { --ink: brown; }\n")
    assert "--ink: brown" in collected(project)
