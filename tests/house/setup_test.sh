#!/bin/bash
# scripts/setup.sh against made-up package tools: nothing is installed here.
set -euo pipefail
setup=$(cd "$(dirname "$0")/../.." && pwd)/scripts/setup.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
export CALLS=$folder/calls PATH=$folder/bin:$PATH

fake() { # name, body
    printf '#!/bin/bash\n%s\n' "$2" >"$folder/bin/$1"
    chmod +x "$folder/bin/$1"
}
fail() {
    echo "$1"
    cat "$folder/out"
    exit 1
}
# shellcheck disable=SC2016
fake apt-get 'echo "apt-get $*" >>"$CALLS"
case "$*" in *--print-uris*) printf "\047http://a/x.deb\047 x.deb 1500000 h\n\047http://a/y.deb\047 y.deb 500000 h\n" ;; esac'
# shellcheck disable=SC2016
fake sudo 'case "$1" in -n) exit 1 ;; esac; exec "$@"'
# shellcheck disable=SC2016
fake id 'echo "$FAKE_USER"'
export FAKE_USER=0
unset SETUP

fake dpkg-query 'printf installed'
"$setup" core >"$folder/out" 2>&1
[ ! -e "$CALLS" ] || fail "nothing is missing, and apt-get was called"

# shellcheck disable=SC2016
fake dpkg-query 'case "${@: -1}" in cmake | libfmt-dev) exit 1 ;; *) printf installed ;; esac'
"$setup" core >"$folder/out" 2>&1
grep -q '^    libfmt-dev$' "$folder/out" || fail "missing packages are not listed"
grep -q '2 packages with what they depend on, 2 MB' "$folder/out" || fail "the size is not said"
tail -1 "$CALLS" | grep -q 'install -y .* cmake libfmt-dev$' || fail "the wrong packages were installed"

# A command that is there, whatever package it came from, is not installed again; one that is not, is.
rm "$CALLS"
fake dpkg-query 'printf installed'
fake node ''
fake npm ''
fake chromium ''
"$setup" test >"$folder/out" 2>&1
[ ! -e "$CALLS" ] || fail "node, npm and chromium are there, and apt-get was called"
"$setup" --list test | grep -x nodejs >/dev/null || fail "--list names packages, not commands"
# shellcheck disable=SC2016
fake dpkg-query 'case "${@: -1}" in cmake | libfmt-dev) exit 1 ;; *) printf installed ;; esac'
"$setup" core >"$folder/out" 2>&1

rm "$CALLS"
FAKE_USER=1000 "$setup" core >"$folder/out" 2>&1 </dev/null && fail "without rights it should fail"
grep -q 'apt-get update && apt-get install -y --no-install-recommends cmake libfmt-dev' "$folder/out" ||
    fail "without rights the command is not printed"
[ ! -e "$CALLS" ] || fail "without rights apt-get was called"

SETUP=no "$setup" core >"$folder/out" 2>&1 || fail "SETUP=no should do nothing and succeed"
"$setup" nonsense >"$folder/out" 2>&1 && fail "an unknown set should be refused"
echo "setup.sh: as expected"
