#!/bin/sh
# Makes or brings up to date the virtual environment `.venv` from a lock with hashes.
#
#   sh scripts/setup.sh base|dev
#
# `base` is what serves the site; `dev` adds the tools and tests. `PYTHON=` names the Python to build
# with. The stamp in `.venv` is written last, so an environment without one is half-made and is made anew.
set -eu

cd "$(dirname "$0")/.."
wanted=$1
environment=$PWD/.venv
stamp=$environment/stamp
advice=""

stop() {
    echo "$1" >&2
    exit 1
}

# Two verbs at once take turns, of whatever kind, instead of removing each other's half-made environment.
if command -v flock >/dev/null; then
    exec 9<scripts/setup.sh
    flock -n 9 || { echo "Waiting for another make to finish the environment ..."; flock 9; }
fi

# What a complete environment of this kind has in its stamp; a moved project or another Python differs.
expected_stamp() {
    version=$("$environment/bin/python" -c 'import sys; print(*sys.version_info[:3])' 2>/dev/null) || version=none
    echo "$1|$(cksum <"requirements/$1.txt")|$version|$environment"
}

found=$(cat "$stamp" 2>/dev/null || true)
if [ -n "$found" ]; then
    # Whoever once asked for the tools keeps them.
    case $found in dev*) wanted=dev ;; esac
    [ "$found" != "$(expected_stamp "$wanted")" ] || exit 0
fi

# An activated `.venv` cannot build its own replacement.
path=:$PATH:
case $path in
*":$environment/bin:"*)
    path=${path%%":$environment/bin:"*}:${path#*":$environment/bin:"}
    path=${path#:}
    PATH=${path%:}
    ;;
esac

# Whether this Python can be used; `advice` keeps the first thing that would help.
usable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || return 1
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
    : "${advice:="$1 cannot make a virtual environment: run \`sudo apt-get install $(basename "$1")-venv\`, then try again."}"
    return 1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        if usable "$PYTHON"; then python=$PYTHON; return; fi
        stop "${advice:-PYTHON=$PYTHON is not a Python 3.11 or newer that runs: name another, or leave PYTHON out.}"
    fi
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if usable "$python"; then return; fi
    done
    stop "${advice:-Python 3.11 or newer is needed and was not found: run \`sudo apt-get install python3 python3-venv\` (Debian 12, Ubuntu 24.04 or newer), or name one with PYTHON=/path/to/python3.}"
}

# Same Python, same place: only the lock changed, and pip can bring it up to date.
rest=${found#*|*|}
if [ -z "$found" ] || [ "$rest" != "$(expected_stamp "$wanted" | cut -d'|' -f3-)" ]; then
    find_python
    rm -rf "$environment"
    fresh=yes
else
    fresh=no
fi

trap 'stop "Stopped before .venv was complete: run the same command again, it starts afresh."' INT TERM HUP
echo "Installing the Python packages into .venv (takes about a minute the first time) ..."
rm -f "$stamp"
if [ "$fresh" = yes ]; then
    # Held back, because Ctrl-C would show a traceback here.
    said=$("$python" -m venv "$environment" 2>&1) || {
        echo "$said" >&2
        stop "Python could not make .venv here (see above): make sure that this folder is writable and the disk is not full, then try again."
    }
fi
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --require-hashes -r "requirements/$wanted.txt" ||
    stop "The packages could not be installed (see above): check the connection to the internet, then run the same command again."
expected_stamp "$wanted" >"$stamp"
