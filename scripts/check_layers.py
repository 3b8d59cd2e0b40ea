#!/usr/bin/python3
"""Includes point down, and the core stays clean. Run by the tests; see docs/develop/design.md.

    scripts/check_layers.py [ROOT]       every violation with file:line and what is allowed there; exit 1 if there is one
    scripts/check_layers.py --self-test  shows on small made-up trees that each kind of violation is caught
"""
import pathlib
import re
import sys
import tempfile

# Bottom up. A folder may include itself and every folder of a lower row.
ROWS = [
    ["base"],
    ["random"],
    ["memory", "body", "mind", "protection", "bond"],  # the model row: its members meet in person and world
    ["person"],
    ["world"],
    ["therapy", "life"],
    ["engine"],
    ["observe", "account", "experiment"],
    ["infer", "claims", "study"],
    ["io", "report", "capi"],
]
# Within a row nothing more is allowed than this.
SIDEWAYS = {("life", "therapy"), ("study", "claims"), ("study", "infer"), ("claims", "infer"),
            ("report", "io"), ("capi", "io"), ("capi", "report")}
RANK = {folder: rank for rank, row in enumerate(ROWS) for folder in row}
MODEL_ROW = ROWS[2]
CORE = [folder for row in ROWS[:-1] for folder in row]

FORBIDDEN_IN_CORE = {
    "iostream": "input and output", "fstream": "files", "filesystem": "files", "ostream": "output",
    "istream": "input", "cstdio": "files", "stdio.h": "files", "fcntl.h": "files", "unistd.h": "the system",
    "chrono": "a clock", "ctime": "a clock", "time.h": "a clock", "sys/time.h": "a clock",
    "random": "random numbers that differ between platforms (use nearness/random/stream.hpp)",
}
CLOCK = re.compile(r"\b(steady_clock|system_clock|high_resolution_clock|clock_gettime|gettimeofday)\b|\bstd::time\s*\(")
# Durations for condition variables; never the time of day.
DURATIONS = {"engine"}
# What a folder of the core may use beside the standard library: header files that compile to WebAssembly too.
LIBRARIES = {("account", "fmt/format.h")}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def allowed(folder):
    """What a folder may include, in words."""
    below = [name for row in ROWS[:RANK[folder]] for name in row]
    below += [to for source, to in sorted(SIDEWAYS) if source == folder]
    return "itself" + (", " + ", ".join(below) if below else "")


def check_line(where, folder, line):
    """Problems of one line of a file in src/nearness/FOLDER."""
    core = folder in CORE
    if core and CLOCK.search(line.split("//")[0]):
        yield f"{where}: the core reads no clock: the same input gives the same bytes at any time of day"
    match = INCLUDE.match(line)
    if not match:
        return
    bracket, target = match.groups()
    parts = target.split("/")
    if bracket == "<":
        standard = "/" not in target and not target.endswith((".h", ".hpp"))
        if (core and folder == "engine" and target == "chrono") or (folder, target) in LIBRARIES:
            return
        if core and target in FORBIDDEN_IN_CORE:
            yield (f"{where}: <{target}> brings {FORBIDDEN_IN_CORE[target]} into the core; "
                   f"allowed in {' '.join(ROWS[-1])} and cli")
        elif core and not standard:
            yield f"{where}: <{target}> is another library; the core uses the standard library only"
        return
    if parts[0] != "nearness":
        yield f"{where}: \"{target}\" does not start with nearness/, so nobody sees which layer it is in"
    elif target == "nearness/version.hpp":
        if core:
            yield f"{where}: the core does not know which build it is; hand the version in from above"
    elif len(parts) == 2:
        yield f"{where}: {target} is in no layer; sources live in a folder of src/nearness"
    elif parts[1] not in RANK:
        yield f"{where}: the layer {parts[1]} is not known; rows are listed in scripts/check_layers.py"
    elif parts[1] != folder and RANK[parts[1]] >= RANK[folder] and (folder, parts[1]) not in SIDEWAYS:
        sort = "sideways" if RANK[parts[1]] == RANK[folder] else "upward"
        yield f"{where}: {folder} includes {target}: {sort}. {folder} may include {allowed(folder)}"


def check(root):
    problems = []
    sources = root / "src" / "nearness"
    for path in sorted(sources.rglob("*.[ch]pp")):
        relative = path.relative_to(sources)
        folder = relative.parts[0]
        if folder not in RANK:
            problems.append(f"{path.relative_to(root)}:1: the layer {folder} is not known; "
                            "rows are listed in scripts/check_layers.py")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            problems += check_line(f"{path.relative_to(root)}:{number}", folder, line)
    # Programs and tests stand above everything; nothing includes a test, and tests do not include the command line.
    for top, allowed_tops in [("cli", ("nearness", "cli")), ("tests", None), ("bench", None)]:
        for path in sorted((root / top).rglob("*.[ch]pp")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match or match.group(1) != '"':
                    continue
                first = match.group(2).split("/")[0]
                where = f"{path.relative_to(root)}:{number}"
                if allowed_tops and first not in allowed_tops and not (path.parent / match.group(2)).exists():
                    problems.append(f"{where}: {top} may include {' and '.join(allowed_tops)} only")
                elif top != "cli" and first == "cli":
                    problems.append(f"{where}: {top} runs the command line as a program; it does not include it")
    return problems


def self_test():
    cases = [  # folder, line, words of the message, or None where it is fine
        ("memory", '#include "nearness/base/math.hpp"', None),
        ("memory", '#include "nearness/memory/cues.hpp"', None),
        ("random", '#include "nearness/base/math.hpp"', None),
        ("life", '#include "nearness/therapy/therapy.hpp"', None),
        ("engine", "#include <chrono>", None),
        ("report", '#include "nearness/io/provenance.hpp"', None),
        ("io", "#include <toml++/toml.h>", None),
        ("account", "#include <fmt/format.h>", None),
        ("account", '#include "nearness/engine/scene.hpp"', None),
        ("account", "#include <toml++/toml.h>", "another library"),
        ("account", "#include <fstream>", "files"),
        ("account", '#include "nearness/observe/diary.hpp"', "sideways"),
        ("account", '#include "nearness/io/number.hpp"', "upward"),
        ("memory", "// once there was a steady_clock here", None),
        ("memory", '#include "nearness/body/arousal.hpp"', "sideways"),
        ("body", '#  include "nearness/mind/reflection.hpp"', "sideways"),
        ("bond", '#include "nearness/person/person.hpp"', "upward"),
        ("base", '#include "nearness/random/stream.hpp"', "upward"),
        ("therapy", '#include "nearness/life/scenario.hpp"', "sideways"),
        ("engine", '#include "nearness/io/run_file.hpp"', "upward"),
        ("observe", '#include "nearness/infer/score.hpp"', "upward"),
        ("io", '#include "nearness/report/page.hpp"', "sideways"),
        ("memory", "#include <iostream>", "input and output"),
        ("engine", "#include <fstream>", "files"),
        ("life", "#include <filesystem>", "files"),
        ("memory", "#include <chrono>", "a clock"),
        ("person", "#include <random>", "differ between platforms"),
        ("world", "    auto t = std::chrono::steady_clock::now();", "no clock"),
        ("engine", "    auto t = std::chrono::steady_clock::now();", "no clock"),
        ("engine", "#include <toml++/toml.h>", "another library"),
        ("observe", "#include <fmt/format.h>", "another library"),
        ("mind", '#include "field.hpp"', "does not start with nearness/"),
        ("engine", '#include "nearness/version.hpp"', "which build"),
        ("world", '#include "nearness/secret/thing.hpp"', "not known"),
    ]
    wrong = 0
    for folder, line, expected in cases:
        with tempfile.TemporaryDirectory() as name:
            root = pathlib.Path(name)
            path = root / "src" / "nearness" / folder / "made_up.hpp"
            path.parent.mkdir(parents=True)
            path.write_text("#pragma once\n" + line + "\n", encoding="utf-8")
            found = check(root)
        good = not found if expected is None else (
            len(found) == 1 and expected in found[0] and f"{folder}/made_up.hpp:2: " in found[0])
        if not good:
            wrong += 1
            print(f"self-test: in {folder}: {line}\n    expected {expected!r}, found {found}")
    for top, line in [("tests", '#include "cli/run.hpp"'), ("cli", '#include "tests/help.hpp"')]:
        with tempfile.TemporaryDirectory() as name:
            root = pathlib.Path(name)
            (root / top).mkdir()
            (root / top / "made_up.cpp").write_text(line + "\n", encoding="utf-8")
            if len(check(root)) != 1:
                wrong += 1
                print(f"self-test: in {top}: {line} was not caught")
    print(f"self-test: {len(cases) + 2} cases, {wrong} wrong")
    return 1 if wrong else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    problems = check(root)
    for problem in problems:
        print(problem)
    files = len(list((root / "src" / "nearness").rglob("*.[ch]pp")))
    print(f"layers: {files} files, {len(problems)} violations")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
