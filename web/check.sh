#!/bin/bash
# The committed bundle is what its sources build: type check, build again, compare bytes. Needs node 18 or newer and npm.
set -euo pipefail
cd "$(dirname "$0")"
# Modules of the committed lock file that are there already are not fetched again.
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-fund --no-audit --loglevel=error
npx --no-install tsc --noEmit
to=$(mktemp -d)
trap 'rm -r "$to"' EXIT
node build.mjs "$to"
for file in report.js report.css report.js.sha256; do
    cmp "$to/$file" "dist/$file" || { echo "dist/$file is not what web/ builds: run 'npm run build' in web/ and commit"; exit 1; }
done
echo "the bundle is what web/ builds ($(stat -c %s dist/report.js) bytes of script)"
