"""However many answers are made, their files stay within bounds, and writing one does not look at all others."""

import os
from pathlib import Path

import pytest

from publishing.response_cache import files
from publishing.response_cache.files import AnswerFiles


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AnswerFiles:
    monkeypatch.setattr(files, "WRITTEN_BETWEEN", 2)
    return AnswerFiles(str(tmp_path), {"OPTIONS": {"MAX_ENTRIES": 12}})


def write(cache: AnswerFiles, number: int, size: int = 10) -> None:
    for each in range(number):
        cache.set(f"answer-{each}", os.urandom(size))
        path = cache._key_to_file(f"answer-{each}")
        os.utime(path, (each, each))  # else all are of one moment


def test_of_too_many_the_oldest_go(cache, tmp_path):
    write(cache, 60)
    assert 8 <= len(list(tmp_path.iterdir())) <= 14
    assert cache.get("answer-59") is not None
    assert cache.get("answer-0") is None


def test_of_large_ones_fewer_are_kept(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 100_000)
    write(cache, 60, size=20_000)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 150_000
    assert cache.get("answer-59") is not None


def test_all_files_are_looked_at_once_for_many_that_are_written(tmp_path, monkeypatch):
    looked: list[object] = []
    scandir = os.scandir
    monkeypatch.setattr(files.os, "scandir", lambda path: looked.append(path) or scandir(path))
    write(AnswerFiles(str(tmp_path), {}), 250)
    assert len(looked) == 3


def test_visitors_answers_are_kept_so(settings):
    assert settings.CACHES["responses"]["BACKEND"].endswith(".AnswerFiles")
