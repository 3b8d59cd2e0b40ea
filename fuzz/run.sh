#!/bin/bash
# Runs the fuzz targets of build/fuzz, a few at a time; what they start from is put together from tests/museum, scenarios
# and fuzz/regressions. `make test-long` calls this.
#
#   fuzz/run.sh SECONDS [JOBS]    each target for so long; JOBS targets at a time (1 when left out)
#   fuzz/run.sh seeds FOLDER      only writes the inputs to start from
#
# Finds are left in build/fuzz/finds; docs/develop/reliability.md says what to do with one.
set -euo pipefail
cd "$(dirname "$0")/.."

seeds() { # folder
    mkdir -p "$1"/{scenario,diary,mapping,trials}
    local file mapping name number=0
    for file in tests/museum/scenario/*.toml scenarios/*.toml; do
        name=$(basename "$file")
        cp "$file" "$1/scenario/$name"
        # The same with settings of the command line behind it, parted by a byte that no text has.
        { cat "$file"; printf '\xFFmemory.concentration=0.05\xFFtogether.lasts="2 years"\xFFtogether.plan=[]'; } \
            >"$1/scenario/set_$name"
    done
    for file in tests/museum/diary/*.csv scenarios/diaries/*.csv; do
        mapping=${file%.csv}.toml
        [ -e "$mapping" ] || mapping=tests/museum/diary/usual.toml
        [ "$file" != scenarios/diaries/made_up.csv ] || mapping=scenarios/mappings/made_up.toml
        # A diary of megabytes would only slow the search down.
        { cat "$mapping"; printf '\xFF'; head -c 4000 "$file"; } >"$1/diary/with_$(basename "$file")"
        head -c 4000 "$file" >"$1/diary/$(basename "$file")"
    done
    for file in tests/museum/trials/*.csv; do
        name=$(basename "$file")
        head -c 4000 "$file" >"$1/trials/$name"
        { head -c 400 "$file"; printf '\xFFsalience=0.3\xFFalpha.A=0.1\xFFcauses=2'; } >"$1/trials/set_$name"
    done
    cp tests/museum/diary/*.toml scenarios/mappings/*.toml "$1/mapping/"
    for name in scenario diary mapping trials; do
        for file in fuzz/regressions/"$name"/*; do
            [ ! -f "$file" ] || cp "$file" "$1/$name/kept_$((number += 1))"
        done
    done
}

fuzz() { # target, seconds
    local dictionary=recorded
    [ "$1" != scenario ] || dictionary=scenario
    mkdir -p "build/fuzz/finds" "build/fuzz/corpus/$1"
    # What was learned in earlier runs is kept in corpus/ and comes on top of the seeds.
    local log=build/fuzz/$1.log status=0
    build/fuzz/fuzz/fuzz_"$1" -max_total_time="$2" -timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=1024 -max_len=8000 \
        -dict="fuzz/$dictionary.dict" -artifact_prefix="build/fuzz/finds/$1-" -print_final_stats=1 \
        "build/fuzz/corpus/$1" "build/fuzz/seeds/$1" >"$log" 2>&1 || status=$?
    if [ $status -ne 0 ]; then
        echo "fuzz $1: a finding"
        grep -E 'ERROR|runtime error|what\(\)|SUMMARY|Test unit written' "$log" || tail -20 "$log"
        return 1
    fi
    echo "fuzz $1: no finding in $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs"
}

if [ "${1:-}" = seeds ] && [ $# -eq 2 ]; then
    seeds "$2"
    exit 0
fi
[[ "${1:-}" =~ ^[0-9]+$ ]] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 64; }
jobs=${2:-1}
rm -rf build/fuzz/seeds
seeds build/fuzz/seeds
export -f fuzz
# The sanitizers cannot map their shadow where a kernel spreads addresses widely.
still=()
if setarch -R true 2>/dev/null; then still=(setarch -R); fi
printf '%s\n' scenario diary mapping trials | "${still[@]}" xargs -P "$jobs" -I '{}' bash -c 'fuzz "$@"' _ '{}' "$1"
