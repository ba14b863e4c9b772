import json
import subprocess
from pathlib import Path

import pytest

from scripts import validate

URL = "http://127.0.0.1:8000/blog/"


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("een/", {"/blog/een/"}),
        ("?page=2", {"/blog/?page=2"}),
        ("#verder", {"/blog/"}),
        ("http://127.0.0.1:8000/en/", {"/en/"}),
        ("https://example.com/", set()),
        ("mailto:praktijk@example.com", set()),
        ("tel:+31612345678", set()),
        ("/admin/", set()),
        ("/media/images/doek.jpg", set()),
    ],
)
def test_only_pages_of_this_site_are_followed(link, found):
    assert validate.links_to_pages(f'<a href="{link}">x</a>', URL) == found


def message(text, file="0.html", line=3):
    return {"type": "error", "url": f"file:/tmp/{file}", "lastLine": line, "message": text}


def test_same_fault_is_told_once_with_every_place():
    found = validate.faults(
        [message("Stray tag."), message("Stray tag.", "1.html", 9)],
        {"0.html": "/", "1.html": "/en/"},
    )
    assert found == ["error: Stray tag.\n    /:3, /en/:9"]


def test_a_warning_counts():
    warning = message("Empty heading.") | {"type": "info", "subType": "warning"}
    assert validate.faults([warning], {})[0].startswith("warning: Empty heading.")


def test_what_is_expected_is_passed_over():
    expected = "CSS: “animation-range”: Property “animation-range” doesn't exist."
    assert validate.faults([message(expected), message("CSS: “colour”: Parse Error.")], {}) == [
        "error: CSS: “colour”: Parse Error.\n    0.html:3"
    ]


def test_a_checker_that_does_not_run_is_no_success(monkeypatch):
    failed = subprocess.CompletedProcess([], 1, "", "Unable to access jarfile")
    monkeypatch.setattr(validate.node_tools, "run_vnu", lambda *arguments: failed)
    with pytest.raises(RuntimeError, match="jarfile"):
        validate.check({"/": ""}, "")


def test_pages_reach_the_checker_under_their_own_names(monkeypatch):
    def run_vnu(*arguments):
        file = next(name for name in arguments if name.endswith("/0.html"))
        messages = [message(Path(file).read_text()) | {"url": f"file:{file}"}]
        return subprocess.CompletedProcess([], 1, json.dumps({"messages": messages}), "")

    monkeypatch.setattr(validate.node_tools, "run_vnu", run_vnu)
    assert validate.check({"/contact/": "stray"}, "") == ["error: stray\n    /contact/:3"]
