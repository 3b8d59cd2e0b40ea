#!/usr/bin/python3
"""Claim 44 whole: {safe partner, protection relaxed, curiosity, processing, no pressure, time}, all 64 cells.

    scripts/unlearning_factorial.py PROGRAM [PERSONS]

Prints the mean edge of each cell and the smallest sets that bring it to 0.8. The life and its elements are those of
claims/lives/healing.toml. A study, not a test: about a minute with 200 persons.
"""
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENOUGH = 0.8
RELAXED = "{ trust = 0.6 }"
ELEMENTS = ["safe", "relaxed", "curious", "processed", "unpressed", "time"]
SESSIONS = {"curious": '{ therapy = "parts", sessions = 6, every = "1 week" }',
            "processed": '{ therapy = "emdr", sessions = 6, every = "1 week", starts = "6 weeks" }',
            "pressed": '{ therapy = "pressure", sessions = 12, every = "1 week" }'}


def arm(present):
    settings = []
    if "safe" in present:
        settings.append('"partner.preset" = "steady"')
    if "relaxed" in present:
        settings += [f'"{chapter}.hold" = {RELAXED}' for chapter in ("sessions", "rest")]
    held = [SESSIONS[name] for name in ("curious", "processed") if name in present]
    if "unpressed" not in present:
        held.append(SESSIONS["pressed"])
    settings.append(f'"sessions.plan" = [{", ".join(held)}]')
    name = "-".join(one for one in ELEMENTS if one in present) or "nothing"
    return name, f'[[arm]]\nid = "{name}"\n[arm.set]\n' + "\n".join(settings) + "\n"


def cells(program, persons):
    """{set of elements: mean edge}: of 32 arms, each after twelve weeks and after the year."""
    whole = (ROOT / "claims/lives/healing.toml").read_text(encoding="utf-8")
    strayed = [one for one in [*SESSIONS.values(), RELAXED] if one not in whole]
    if strayed:
        sys.exit("claims/lives/healing.toml says otherwise than " + "; ".join(strayed))
    life = whole.split("[[arm]]")[0]
    arms = [(frozenset(present), *arm(present)) for n in range(6)
            for present in itertools.combinations(ELEMENTS[:-1], n)]
    with tempfile.TemporaryDirectory() as folder:
        file, out = pathlib.Path(folder, "factorial.toml"), pathlib.Path(folder, "out")
        file.write_text(life + "\n".join(text for *_, text in arms), encoding="utf-8")
        subprocess.run([program, "run", str(file), "--persons", str(persons), "--quiet", "--out", str(out)], check=True)
        lived = {one["id"]: one for one in json.loads((out / "summary.json").read_text(encoding="utf-8"))["arms"]}
    found = {}
    for present, name, _ in arms:
        edge = {one["id"]: one["quantities"]["edge"]["mean"] for one in lived[name]["chapters"]}
        found[present] = edge["sessions"]
        found[present | {"time"}] = edge["rest"]
    return found


def in_words(present):
    return ", ".join(one for one in ELEMENTS if one in present) or "nothing"


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    found = cells(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 200)
    for present, edge in sorted(found.items(), key=lambda one: -one[1]):
        print(f"{edge:.3f}  {in_words(present)}")
    enough = [present for present, edge in found.items() if edge >= ENOUGH]
    smallest = [one for one in enough if not any(other < one for other in enough)]
    print(f"\nSmallest sets with a mean edge of {ENOUGH} or more:")
    for one in sorted(smallest, key=len):
        print(f"  {found[one]:.3f}  {in_words(one)}")
