#!/bin/bash
# Installs the Debian packages that a make target needs and that are missing. Nothing else is changed.
#
#   scripts/setup.sh core    what `make demo` needs: compiler, CMake, libraries
#   scripts/setup.sh test    core and what the tests need
#   scripts/setup.sh long    test and what `make test-long` needs
#   scripts/setup.sh --list SET    prints the packages of a set, changes nothing
#
# Lists the packages and what there is to fetch before it installs. Uses sudo when not root; without rights it prints the
# command and stops. With SETUP=no it does nothing: for systems other than Debian 12, where the libraries come otherwise.
set -euo pipefail

core=(g++ cmake make pkg-config libcli11-dev libtomlplusplus-dev nlohmann-json3-dev libfmt-dev libnetcdf-c++4-dev)
# R reads the shipped NetCDF files back with its own library, as Python's xarray does.
test=(libgtest-dev librapidcheck-dev libmpfr-dev netcdf-bin python3 python3-xarray python3-netcdf4
      r-base-core r-cran-ncdf4 ccache)
# Reports are tested in a real browser. These are asked for as command:package, as a machine may carry another node, with
# whose package Debian's npm conflicts.
browser=(node:nodejs npm:npm chromium:chromium)
# libFuzzer and the sanitizers' run-time of clang 14 come in a package of their own, which clang only recommends.
long=(clang libclang-rt-14-dev clang-tidy clang-format libbenchmark-dev)

usage() {
    sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
    exit 64
}

list=no
if [ "${1:-}" = --list ]; then
    list=yes
    shift
fi
case "${1:-}" in
    core) wanted=("${core[@]}") ;;
    test) wanted=("${core[@]}" "${test[@]}" "${browser[@]}") ;;
    long) wanted=("${core[@]}" "${test[@]}" "${browser[@]}" "${long[@]}") ;;
    *) usage ;;
esac
if [ $list = yes ]; then
    printf '%s\n' "${wanted[@]#*:}"
    exit 0
fi
if [ "${SETUP:-yes}" = no ]; then
    echo "set-up: skipped (SETUP=no)"
    exit 0
fi
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "set-up: this is no Debian. The tested system is Debian 12; there the packages are:" >&2
    echo "    ${wanted[*]#*:}" >&2
    echo "Install their equivalents and call make again with SETUP=no." >&2
    exit 1
fi

missing=()
for package in "${wanted[@]}"; do
    if [[ $package == *:* ]]; then
        command -v "${package%%:*}" >/dev/null || missing+=("${package#*:}")
        continue
    fi
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "set-up: nothing to install for '$1'"
    exit 0
fi
echo "set-up: these Debian packages are missing for '$1':"
printf '    %s\n' "${missing[@]}"

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    # A password can be asked for only where somebody can type it.
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        as_root=(sudo)
    else
        echo "Installing needs root. Run this, then the same make command again:" >&2
        echo "    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
fi

"${as_root[@]}" apt-get update -q
size=$(apt-get install --no-install-recommends --print-uris -qq "${missing[@]}" |
       awk '$1 ~ /^\047/ { n++; bytes += $3 } END { printf "%d packages with what they depend on, %.0f MB", n, bytes / 1e6 }')
echo "set-up: to fetch: $size"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
