# SPDX-License-Identifier: GPL-3.0-or-later
# What the shell scripts share: the project's root, a quiet build, private folders, help. Sourced, not run.
# shellcheck shell=bash
set -euo pipefail

house_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

# Prints the comment block that opens the calling script, as its help.
house_help() {
  sed -n '/^# SPDX/d; /^# shellcheck/d; /^#!/d; /^#/!q; s/^# \{0,1\}//p' "$0"
}

# Only words in a known encoding reach the log, whatever the machine's locale is.
house_locale() {
  if [ -z "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ]; then export LANG=C.UTF-8; fi
}

# house_configure PRESET [-DNAME=VALUE…]: writes the build; the log is shown only on failure.
house_configure() {
  local preset=$1
  shift
  local options=("$@")
  if ! command -v ccache >/dev/null; then
    options+=(-DCMAKE_C_COMPILER_LAUNCHER= -DCMAKE_CXX_COMPILER_LAUNCHER=)
  elif [ -z "${CCACHE_DIR:-}" ] && [ ! -w "${HOME:-/nowhere}" ]; then
    export CCACHE_DIR="$house_root/build/ccache"
  fi
  mkdir -p "$house_root/build"
  local log="$house_root/build/$preset.log"
  if ! (cd "$house_root" && cmake --preset "$preset" "${options[@]}") >"$log" 2>&1; then
    cat "$log" >&2
    echo "build $preset: configuring failed; the log is $log" >&2
    return 1
  fi
}

# house_targets PRESET REGEX: names of the configured build's own targets that match the whole regex.
house_targets() {
  ninja -C "$house_root/build/$1" -t targets all | sed -nE "s/^($2): phony.*/\\1/p" | grep -v "_autogen" | sort -u
}

# house_programs [MORE]: builds the release's programs alone (and MORE), without tests and measurements.
house_programs() {
  local programs more=${1:-}
  house_configure release
  mapfile -t programs < <(house_targets release "yingda|yingda-admin${more:+|$more}")
  if [ ${#programs[@]} -eq 0 ]; then
    echo "the build has no program yingda" >&2
    return 1
  fi
  house_ninja release "${programs[@]}"
}

# house_ninja PRESET [TARGET…]: builds; on a terminal Ninja shows its progress, elsewhere a log keeps it.
house_ninja() {
  local preset=$1
  shift
  local log="$house_root/build/$preset.log" started=$SECONDS
  if [ -t 1 ] && [ -t 2 ]; then
    ninja -C "$house_root/build/$preset" "$@" || return 1
  elif ! ninja -C "$house_root/build/$preset" "$@" >>"$log" 2>&1; then
    # From the first failure on, without the long command lines and what went well.
    if ! sed -n '/^FAILED:/,$p' "$log" | grep -vE -- '^\[[0-9]+/[0-9]+\]| -o [^ ]* -c ' >&2; then tail -n 40 "$log" >&2; fi
    echo "build $preset: failed; the log is $log" >&2
    return 1
  fi
  echo "build $preset: ok, $((SECONDS - started)) s"
}

# Gives the programs we start folders of their own, gone when the script ends.
house_private_folders() {
  house_private=$(mktemp -d "${TMPDIR:-/tmp}/yingda.XXXXXX")
  mkdir -m 700 "$house_private/run" "$house_private/data" "$house_private/config" "$house_private/cache"
  export XDG_RUNTIME_DIR="$house_private/run" XDG_DATA_HOME="$house_private/data"
  export XDG_CONFIG_HOME="$house_private/config" XDG_CACHE_HOME="$house_private/cache"
  house_at_end rm -rf -- "$house_private"
}

# house_at_end COMMAND…: runs it when the script ends, however it ends; the newest first.
house_endings=()
house_at_end() {
  house_endings=("$(printf '%q ' "$@")" "${house_endings[@]}")
  trap 'for ending in "${house_endings[@]}"; do eval "$ending" || true; done' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}
