#!/bin/sh
# needed.sh python COMMAND, needed.sh node: says in a sentence what this machine lacks, or nothing.
# The versions are those that pyproject.toml and package.json ask for.
set -eu

stop() {
  echo "$1" >&2
  exit 1
}

# 3.11.7 or v20.19.2 as one number that can be compared.
as_number() {
  echo "$1" | sed 's/^v//' | awk -F. '{ print $1 * 1000 + $2 }'
}

compare() {
  [ "$(as_number "$2")" -ge "$(as_number "$3")" ] ||
    stop "youthvoice needs $1 $3 or newer, and $4 is $1 $2. $5"
}

for_python() {
  wanted=$(sed -n 's/^requires-python = ">=\(.*\)"$/\1/p' pyproject.toml)
  other="Install it, or name another: make PYTHON=python$wanted"
  command -v "$1" > /dev/null ||
    stop "youthvoice needs Python $wanted or newer, and there is no $1. $other"
  found=$("$1" -c 'import platform; print(platform.python_version())') ||
    stop "youthvoice needs Python $wanted or newer, and $1 does not run. $other"
  compare Python "$found" "$wanted" "$1" "$other"
  "$1" -c 'import ensurepip, venv' > /dev/null 2>&1 ||
    stop "$1 cannot make a virtual environment. On Debian, install python3-venv."
}

for_node() {
  wanted=$(sed -n 's/^ *"node": ">=\(.*\)"$/\1/p' package.json)
  other="Install it from https://nodejs.org or from your system."
  for one in node npm; do
    command -v $one > /dev/null ||
      stop "youthvoice needs Node $wanted or newer with npm, and there is no $one. $other"
  done
  found=$(node --version) ||
    stop "youthvoice needs Node $wanted or newer, and node does not run. $other"
  compare Node "${found#v}" "$wanted" node "$other"
}

what=$1
shift
"for_$what" "$@"
