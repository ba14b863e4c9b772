import pytest

from scripts.find_chromium import find_chromium


@pytest.fixture(autouse=True)
def forget_what_was_found():
    find_chromium.cache_clear()
    yield
    find_chromium.cache_clear()


def add_program(folder, name, code):
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {code}\n")
    path.chmod(0o755)
    return str(path)


def test_named_browser_goes_first(tmp_path, monkeypatch):
    add_program(tmp_path, "chromium", 0)
    mine = add_program(tmp_path, "mine", 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", mine)
    assert find_chromium() == mine


def test_browser_that_does_not_start_is_passed_over(tmp_path, monkeypatch):
    add_program(tmp_path, "chromium", 1)
    good = add_program(tmp_path, "google-chrome", 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert find_chromium() == good


def test_no_browser_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert find_chromium() is None
