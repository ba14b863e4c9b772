"""The project that our site is measured beside, made and served as the benchmark does."""

import re

import pytest
from bench.answers import ask
from bench.plain_wagtail import SLUG, make_project, serve_project, texts_of

WORDS = ["een", "twee", "drie", "vier", "vijf"]


def test_words_are_divided_over_twelve_blocks_and_begin_again():
    texts = texts_of(WORDS, 26)
    assert len(texts) == 12
    assert texts[0] == "<p>een twee</p>"
    assert len(re.findall(r"\w+", re.sub("<.*?>", " ", " ".join(texts)))) == 26


@pytest.fixture
def url(tmp_path):
    folder = tmp_path / "plain"
    folder.mkdir()
    make_project(folder, f"sqlite:///{tmp_path / 'db.sqlite3'}", texts_of(WORDS, 1300))
    server = serve_project(folder)
    yield f"{server.url}/{SLUG}/"
    server.stop()


def test_page_has_all_its_words_and_no_error_page_of_development(url):
    text = ask(url).body.decode()
    assert len(re.findall(r"\b(?:een|twee|drie|vier|vijf)\b", text)) == 1300
    with pytest.raises(RuntimeError, match="404"):
        ask(f"{url}nowhere/")
