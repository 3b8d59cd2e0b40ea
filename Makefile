# `make demo` and `make test` do everything on a fresh Debian 12, set-up included. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test test-long fuzz web build install format clean

JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 600
PREFIX ?= /usr/local
ifneq ($(shell command -v ninja),)
export CMAKE_GENERATOR ?= Ninja
endif
export CTEST_OUTPUT_ON_FAILURE := 1

# Test suites say in their name where they run: `long_…` in test-long only, `slow_…` not under the sanitizers, whose run
# is five to ten times slower. house/ and web/ are scripts: a sanitizer has nothing to find there.
LONG := /long_
NOT_QUICK := /long_|/slow_|^house/|^web/
CTEST := ctest --no-tests=error -j $(JOBS)

# What meets files that anybody wrote, and what shares memory between threads, is sanitized in every `make test`; all the
# rest, which takes half an hour, in `make test-long`.
SANITIZED := replay_scenario replay_diary replay_mapping replay_trials test_engine

# The sanitizers of g++ 12 cannot map their shadow where a kernel spreads addresses widely: keep addresses in place,
# where that is allowed.
STILL := $(shell setarch -R true 2>/dev/null && echo "setarch -R")

help:
	@echo "make demo       install what is missing, build, run the main scenario, say where the report is"
	@echo "make test       the same set-up, then everything that CI runs (under 15 minutes on 2 cores)"
	@echo "make test-long  every test under the sanitizers, clang-tidy, formatting, the long studies, benchmarks, fuzzing"
	@echo "make fuzz       each reader under libFuzzer for FUZZ_SECONDS ($(FUZZ_SECONDS))"
	@echo "make web        the report's script and style, from web/ into web/dist (then commit them)"
	@echo "make build      the program alone, build/release/nearness"
	@echo "make install    program, manual page, completions, scenarios, documents into PREFIX ($(PREFIX))"
	@echo "make format     clang-format on src, cli, tests, bench, fuzz"
	@echo "make clean      remove build/ and out/"
	@echo "SETUP=no        with any of them: install nothing"

# Tests need libraries that the program does not; warnings are errors in `make test` only, where the compiler is known.
build:
	@scripts/setup.sh core
	cmake --preset release -DNEARNESS_TESTS=OFF
	cmake --build build/release --parallel $(JOBS) --target nearness

demo: build
	build/release/nearness run scenarios/essay.toml --out out/essay
	@test -s out/essay/report.html
	@echo
	@echo "The report: $(CURDIR)/out/essay/report.html  (open it in a browser; it needs no network)"

test:
	@scripts/setup.sh test
	cmake --preset release -DNEARNESS_TESTS=ON -DNEARNESS_BENCH=OFF -DNEARNESS_BROWSER=ON -DNEARNESS_PRECOMPILE=ON -DNEARNESS_WERROR=ON
	cmake --build build/release --parallel $(JOBS)
	cmake --preset asan-ubsan
	$(STILL) cmake --build build/asan-ubsan --parallel $(JOBS) --target $(SANITIZED)
	$(STILL) $(CTEST) --test-dir build/asan-ubsan -R '^(fuzz|engine)/' -E '$(NOT_QUICK)'
	$(CTEST) --test-dir build/release -E '$(LONG)'

fuzz:
	@scripts/setup.sh long
	cmake --preset fuzz
	$(STILL) cmake --build build/fuzz --parallel $(JOBS) --target fuzz_scenario fuzz_diary fuzz_mapping fuzz_trials
	fuzz/run.sh $(FUZZ_SECONDS) $(JOBS)

test-long:
	@scripts/setup.sh long
	cmake --preset asan-ubsan
	$(STILL) cmake --build build/asan-ubsan --parallel $(JOBS)
	$(STILL) $(CTEST) --test-dir build/asan-ubsan -E '$(NOT_QUICK)'
	cmake --preset tsan
	$(STILL) cmake --build build/tsan --parallel $(JOBS)
	$(STILL) $(CTEST) --test-dir build/tsan -R '^(engine|cli|random)/' -E '$(NOT_QUICK)'
	cmake --preset release -DNEARNESS_TESTS=ON -DNEARNESS_BENCH=ON -DNEARNESS_WERROR=ON
	cmake --build build/release --parallel $(JOBS)
	clang-format --dry-run --Werror $$(find src cli tests bench fuzz -name '*.hpp' -o -name '*.cpp')
	find src cli -name '*.cpp' -print0 | xargs -0 -n 1 -P $(JOBS) clang-tidy --quiet -p build/release
	for bench in build/release/bench/bench_*; do [ ! -x "$$bench" ] || "$$bench"; done
	$(CTEST) --test-dir build/release
	$(MAKE) fuzz

# The committed web/dist from its sources.
web:
	cd web && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --loglevel=error; } && npx --no-install tsc --noEmit && node build.mjs

install: build
	cmake --install build/release --prefix '$(PREFIX)'

format:
	clang-format -i $$(find src cli tests bench fuzz -name '*.hpp' -o -name '*.cpp')

clean:
	rm -rf build out
