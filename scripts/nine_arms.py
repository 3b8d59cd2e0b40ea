#!/usr/bin/python3
"""The nine arms beside the design study's table (MODEL.md, section 16).

    scripts/nine_arms.py [PROGRAM] [--persons 200] [--seed N] [--set memory.assignment=map]

Runs scenarios/nine_arms.toml and prints every cell with its difference from the design study and the standard error of
that difference. Exit code 1 when a cell is more than three of them away: such a difference is to be traced to a
sentence of the specification and reported, never tuned away. Python's standard library only.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# edge before, edge after the year, its standard error, protective use before and after; the last column is edge after
# the year in a second program written from the specification alone (2,000 lives). Nothing here is a target.
TABLE = {
    "as written": (0.366, 0.341, 0.002, 0.526, 0.583, 0.345),
    "steady-nothing": (0.369, 0.366, 0.003, 0.498, 0.513, 0.373),
    "pursuing-nothing": (0.355, 0.306, 0.001, 0.696, 0.830, 0.307),
    "ordinary-insight-12": (0.366, 0.348, 0.002, 0.526, 0.543, 0.355),
    "ordinary-emdr-12": (0.366, 0.592, 0.017, 0.526, 0.342, 0.581),
    "ordinary-parts-12": (0.366, 0.521, 0.013, 0.526, 0.294, 0.534),
    "ordinary-parts-6-emdr-6": (0.366, 0.696, 0.018, 0.526, 0.212, 0.678),
    "ordinary-pressure-12": (0.366, 0.337, 0.002, 0.526, 0.588, 0.340),
    "steady-talk-4-parts-6-emdr-6": (0.369, 0.862, 0.015, 0.498, 0.073, 0.857),
}
STUDY_LIVES = 200


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=str(ROOT / "build/release/nearness"))
    parser.add_argument("--persons", default="200")
    parser.add_argument("--seed")
    parser.add_argument("--set", action="append", default=[], help="as of nearness run: what becomes of the arms then")
    arguments = parser.parse_args()
    command = [arguments.program, "run", str(ROOT / "scenarios/nine_arms.toml"), "--persons", arguments.persons]
    if arguments.seed:
        command += ["--seed", arguments.seed]
    for setting in arguments.set:
        command += ["--set", setting]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(command + ["--quiet", "--out", folder], check=True)
        summary = json.loads((pathlib.Path(folder) / "summary.json").read_text())
    arms = {arm["id"]: {c["id"]: c["quantities"] for c in arm["chapters"]} for arm in summary["arms"]}

    print(f"nine arms, {summary['persons']} lives, seed {summary['seed']}: here, study, difference (its standard error)")
    print(f"{'arm':30}" + "".join(f"{name:32}" for name in ("edge before", "edge after the year", "use before",
                                                              "use after")) + "second program, edge after")
    worst = 0.0
    for name, (edge0, edge1, error1, use0, use1, second) in TABLE.items():
        line = f"{name:30}"
        cells = (("before", "edge", edge0, None), ("year", "edge", edge1, error1), ("before", "protective_use", use0, None),
                 ("after", "protective_use", use1, None))
        for chapter, quantity, study, study_error in cells:
            here = arms[name][chapter][quantity]
            if study_error is None:  # the study prints it for one column only; its spread was that of our persons
                study_error = here["standard_deviation"] / math.sqrt(STUDY_LIVES)
            # half a unit of the last printed digit belongs to the study's number too
            error = math.hypot(math.hypot(here["standard_error"], study_error), 0.0005 / math.sqrt(3))
            difference = here["mean"] - study
            worst = max(worst, abs(difference) / error)
            mark = "!" if abs(difference) > 3 * error else " "
            line += f"{here['mean']:.3f} {study:.3f} {difference:+.3f} ({error:.3f}){mark:8}"
        print(line + f"{second:.3f}")
    print(f"largest difference: {worst:.2f} standard errors")
    return 1 if worst > 3 else 0


if __name__ == "__main__":
    sys.exit(main())
