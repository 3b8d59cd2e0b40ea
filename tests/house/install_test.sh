#!/bin/bash
# `cmake --install` into a fresh prefix: what is there, and that the program runs from there and finds its scenarios.
#
#   install_test.sh BUILD_FOLDER
set -euo pipefail
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix="$work/a prefix"

cmake --install "$build" --prefix "$prefix" >"$work/log"
for file in bin/nearness share/man/man1/nearness.1 share/bash-completion/completions/nearness \
    share/zsh/site-functions/_nearness share/fish/vendor_completions.d/nearness.fish \
    share/nearness/scenarios/essay.toml share/nearness/scenarios/mappings/made_up.toml \
    share/nearness/evidence/childhood.toml share/doc/nearness/docs/guide/evidence.md \
    share/doc/nearness/LICENSE share/doc/nearness/docs/theory/memory.md; do
    [ -s "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done

# Elsewhere, and moved: nothing may depend on where it was built or installed.
mv "$prefix" "$work/moved"
cd "$work"
nearness=$work/moved/bin/nearness
for said in "man:share/man/man1/nearness.1" "completion bash:share/bash-completion/completions/nearness" \
    "completion zsh:share/zsh/site-functions/_nearness" \
    "completion fish:share/fish/vendor_completions.d/nearness.fish"; do
    # shellcheck disable=SC2086
    "$nearness" ${said%%:*} | cmp - "moved/${said#*:}"
done
"$nearness" new life >/dev/null
"$nearness" run life.toml --quiet --persons 2
[ -s out/life/report.html ] && [ -s out/life/run.nc ]
"$nearness" scenarios copy made_up_diary >/dev/null
"$nearness" check made_up_diary.toml --quiet
cmp made_up_diary.toml moved/share/nearness/scenarios/made_up_diary.toml
"$nearness" run moved/share/nearness/scenarios/essay.toml --quiet --persons 1 --out out/essay
echo "install: OK"
