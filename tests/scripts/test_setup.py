"""`scripts/setup.sh` in a project with empty locks, so that nothing is fetched."""

import shutil
import subprocess
import sys

import pytest

from tests.scripts.served_site import PROJECT_DIR

TOOLS = ("basename", "cat", "cksum", "cut", "dirname", "flock", "rm", "sh")
TOO_OLD = '#!/bin/sh\ncase "$2" in *version_info*) exit 1 ;; esac\n'
WITHOUT_ENSUREPIP = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n'
BROKEN = "#!/bin/sh\nexit 127\n"  # as a version manager's stand-in for a Python it does not have


@pytest.fixture(scope="module")
def real_python(tmp_path_factory):
    """This Python, except that it copies one environment instead of making each anew, for speed."""
    made = tmp_path_factory.mktemp("made") / "environment"
    subprocess.run([sys.executable, "-m", "venv", made], check=True)
    return (
        f'#!/bin/sh\n[ "$1 $2" != "-m venv" ] || exec {shutil.which("cp")} -a "{made}" "$3"\n'
        f'exec "{sys.executable}" "$@"\n'
    )


class Project:
    def __init__(self, folder):
        self.folder = folder
        self.bin = folder / "bin"
        for name in ("bin", "scripts", "requirements"):
            (folder / name).mkdir()
        for kind in ("base", "dev"):
            (folder / "requirements" / f"{kind}.txt").touch()
        shutil.copy(PROJECT_DIR / "scripts" / "setup.sh", folder / "scripts")
        for tool in TOOLS:
            if path := shutil.which(tool):
                (self.bin / tool).symlink_to(path)

    def add_python(self, name, script):
        (self.bin / name).write_text(script)
        (self.bin / name).chmod(0o755)

    def start(self, kind, **variables):
        return subprocess.Popen(
            ["sh", self.folder / "scripts" / "setup.sh", kind],
            env={"PATH": str(self.bin), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def setup(self, kind="base", **variables):
        process = self.start(kind, **variables)
        output, _ = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, output)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("python", "advice"),
    [
        (TOO_OLD, "Python 3.11 or newer is needed"),
        (BROKEN, "Python 3.11 or newer is needed"),
        (WITHOUT_ENSUREPIP, "sudo apt-get install python3-venv"),
    ],
)
def test_unusable_python_ends_in_a_sentence(project, python, advice):
    project.add_python("python3", python)
    result = project.setup()
    assert result.returncode != 0
    assert advice in result.stdout
    assert result.stdout.count("\n") == 1
    assert not (project.folder / ".venv").exists()


def test_named_python_that_is_too_old_ends_in_a_sentence(project, real_python):
    project.add_python("python3", real_python)
    project.add_python("mine", TOO_OLD)
    result = project.setup(PYTHON="mine")
    assert result.returncode != 0
    assert "PYTHON=mine" in result.stdout
    assert result.stdout.count("\n") == 1


def test_environment_is_made_once_from_the_first_usable_python(project, real_python):
    project.add_python("python3", BROKEN)
    project.add_python("python3.12", real_python)
    first, second = project.setup(), project.setup()
    assert first.returncode == second.returncode == 0, first.stdout
    assert "Installing" in first.stdout
    assert second.stdout == ""
    assert (project.folder / ".venv" / "bin" / "python").exists()


def test_half_made_environment_is_made_anew(project, real_python):
    project.add_python("python3", real_python)
    leftover = project.folder / ".venv" / "lib" / "half"
    leftover.mkdir(parents=True)
    assert project.setup().returncode == 0
    assert not leftover.exists()
    assert project.setup().stdout == ""


def test_activated_half_made_environment_is_made_anew_from_another_python(project, real_python):
    project.add_python("python3", real_python)
    project.setup()
    (project.folder / ".venv" / "stamp").unlink()
    active = f"{project.folder}/.venv/bin:{project.bin}"
    assert "Installing" in project.setup(PATH=active).stdout
    assert project.setup().stdout == ""


def test_changed_lock_is_installed_into_the_same_environment(project, real_python):
    project.add_python("python3", real_python)
    project.setup()
    kept = project.folder / ".venv" / "kept"
    kept.touch()
    (project.folder / "requirements" / "base.txt").write_text("# changed\n")
    assert "Installing" in project.setup().stdout
    assert kept.exists()
    assert project.setup().stdout == ""


def test_environment_with_the_tools_serves_the_site_too(project, real_python):
    project.add_python("python3", real_python)
    project.setup("dev")
    assert project.setup("base").stdout == ""
    assert project.setup("dev").stdout == ""


@pytest.mark.skipif(
    shutil.which("flock") is None, reason="flock is not installed (sudo apt-get install util-linux)"
)
def test_two_kinds_at_once_make_one_environment_in_turn(project, real_python):
    busy = project.folder / "busy"
    mkdir, sleep, rmdir = (shutil.which(tool) for tool in ("mkdir", "sleep", "rmdir"))
    alone = f'{mkdir} "{busy}" && {sleep} 1 && {rmdir} "{busy}" || exit 1'
    project.add_python(
        "python3", f'#!/bin/sh\nif [ "$1 $2" = "-m venv" ]; then {alone}; fi\n{real_python}'
    )
    together = [project.start(kind) for kind in ("base", "dev")]
    outputs = [process.communicate()[0] for process in together]
    assert [process.returncode for process in together] == [0, 0], outputs
    assert project.setup("base").stdout == project.setup("dev").stdout == ""


def test_package_that_cannot_be_installed_ends_in_a_sentence(project, real_python):
    project.add_python("python3", real_python)
    lock = project.folder / "requirements" / "base.txt"
    lock.write_text(f"nothing==1.0 --hash=sha256:{'0' * 64}\n")
    result = project.setup(PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert result.returncode != 0
    assert "could not be installed" in result.stdout.splitlines()[-1]
    lock.write_text("")
    assert "Installing" in project.setup().stdout
