#!/usr/bin/python3
"""The other findings of the design study (MODEL.md, section 16) beside this program: knock-outs, secure histories, onset of
adversity, single adversities, doses of pressure.

    scripts/design_study.py [PROGRAM] [--persons 200]

Prints each number beside the study's. The study's lines come from 24 to 60 lives, to be read as +/- 0.03 or so; nothing
is judged here. Takes a few minutes. Python's standard library only.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

AV = dict(attention=0.68, responsive=0.7, steady=0.2, escape=0.5, onset=0.35, unavailable=0.6, unpredictable=0.3,
          critical=0.5, enmeshed=0.2, harm=0.1)
PARTNER = '{ kind = "partner", preset = "ordinary", identity = [0.7, 0.6] }'


def inline(values):
    return "{ kind = \"caregiver\", " + ", ".join(f"{key} = {value}" for key, value in values.items()) + " }"


def life(caregiver, *chapters):
    text = f"""[[chapter]]
id = "childhood"
from = "6 months"
until = "16 years"
encounters = "1.75 per week"
with = {caregiver}
[[chapter]]
id = "quiet"
lasts = "4 years"
"""
    for chapter in chapters:
        text += "[[chapter]]\n" + chapter + "\n"
    return text


class Runner:
    def __init__(self, program, persons):
        self.program, self.persons = program, persons

    def __call__(self, scenario, *options):
        with tempfile.TemporaryDirectory() as folder:
            path = scenario
            if not isinstance(scenario, pathlib.Path):
                path = pathlib.Path(folder) / "life.toml"
                path.write_text('title = "design study"\nseed = 1\n' + scenario)
            command = [self.program, "run", str(path), "--persons", str(self.persons), "--quiet", "--out", folder + "/out"]
            subprocess.run(command + list(options), check=True)
            summary = json.loads((pathlib.Path(folder) / "out/summary.json").read_text())
        return {arm["id"]: {c["id"]: c["quantities"] for c in arm["chapters"]} for arm in summary["arms"]}


def shown(quantity, study):
    return f"{quantity['mean']:.3f} ({quantity['standard_error']:.3f}) study {study:5}"


def knock_outs(run):
    print("knock-outs for the whole life: edge after the year, rows 1, 2, 9")
    cases = {
        "nothing knocked out": ("knock_out=[]", ".34 .37 .86"),
        "self and overwhelm confirmation": ('knock_out=["self_confirmation", "overwhelm_confirmation"]', ".46 .53 .95"),
        "protection_credit": ('knock_out=["protection_credit"]', ".54 .67 .96"),
        "overwhelm_learning": ('knock_out=["overwhelm_learning"]', ".93 .95 1"),
        "integration": ('knock_out=["integration"]', ".37 .45 .92"),
        "working_model": ('knock_out=["working_model"]', ".34 .37 .88"),
        "insight rules (rho = 1)": ("mind.insight_authority=1", ".34 .37 1"),
    }
    for module in ("self_confirmation", "overwhelm_confirmation", "verbal_access", "guard", "numbing", "reflection",
                   "repertoire_learning", "trust", "care", "need", "context"):  # not in the study
        cases[module] = (f'knock_out=["{module}"]', "- - -")
    for name, (setting, study) in cases.items():
        options = ["--set", setting]
        arms = run(ROOT / "scenarios/nine_arms.toml", *options)
        rows = ("as written", "steady-nothing", "steady-talk-4-parts-6-emdr-6")
        line = "  ".join(shown(arms[row]["year"]["edge"], value) for row, value in zip(rows, study.split()))
        print(f"  {name:36} {line}")
        if "rho" in name:
            alone = arms["ordinary-insight-12"]
            print(f"  {'':36} insight alone: edge {shown(alone['year']['edge'], '1')}, "
                  f"use {shown(alone['after']['protective_use'], '0')}")


def secure_history(run):
    print("secure history: edge after six years, V at the end's area in brackets")
    for name, partner, study in (("ordinary", 'preset = "ordinary"', "1"), ("steady", 'preset = "steady"', "1"),
                                 ("poor", "responsive = 0.5, steady = 0.1", ".85")):
        together = ('id = "together"\nlasts = "6 years"\nencounters = "3 per week"\n'
                    f'with = {{ kind = "partner", {partner}, identity = [0.7, 0.6] }}')
        end = run(life('{ kind = "caregiver", preset = "secure" }', together))["as written"]["together"]
        at_one = 100 * end["edge"]["share_at_one"]
        print(f"  {name:10} {shown(end['edge'], study)}  at one {at_one:.0f} %  area {end['area']['mean']:.3f}")


def onset(run):
    print("edge at 20, after AV with adversity setting in at")
    for value, study in ((0.2, ".31"), (0.35, ".35"), (0.5, ".45"), (0.7, ".65")):
        end = run(life(inline({**AV, "onset": value}), meeting()))["as written"]["meeting"]
        print(f"  {value:4}  {shown(end['edge'], study)}")


def meeting():
    # An instant after the quiet years: the edge is measured with the partner before anything is learned of them.
    return f'id = "meeting"\nlasts = "1 day"\nencounters = "none"\nwith = {PARTNER}'


def single_adversities(run):
    print("edge at 20 after one adversity of 0.9")
    for name, study in (("unavailable", ".50"), ("unpredictable", ".35"), ("critical", ".48"), ("enmeshed", ".41"),
                        ("harm", ".26")):
        caregiver = dict(attention=0.96 if name == "enmeshed" else 0.6, responsive=0.7, steady=0.2, escape=0.5,
                         onset=0.35, **{name: 0.9})
        end = run(life(inline(caregiver), meeting()))["as written"]["meeting"]
        print(f"  {name:14} {shown(end['edge'], study)}")


def pressure(run):
    print("pressure in twelve weekly sessions: use during the twelve weeks, and in the next three months")
    for dose, during, after in ((0, ".52", ".52"), (0.25, ".54", ".53"), (0.5, ".56", ".54"), (1, ".59", ".55")):
        chapters = [f'id = "before"\nlasts = "26 encounters"\nencounters = "3 per week"\nwith = "sam"',
                    f'id = "sessions"\nlasts = "12 weeks"\nencounters = "3 per week"\nwith = "sam"\n[[chapter.plan]]\n'
                    f'therapy = "pressure"\nsessions = 12\nevery = "1 week"\npressure = {dose}',
                    f'id = "later"\nlasts = "3 months"\nencounters = "3 per week"\nwith = "sam"']
        others = '[others.sam]\nkind = "partner"\npreset = "ordinary"\nidentity = [0.7, 0.6]\n'
        arms = run(others + life(inline(AV), *chapters))["as written"]
        print(f"  {dose:4}  {shown(arms['sessions']['protective_use'], during)}  {shown(arms['later']['protective_use'], after)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=str(ROOT / "build/release/nearness"))
    parser.add_argument("--persons", type=int, default=200)
    arguments = parser.parse_args()
    run = Runner(arguments.program, arguments.persons)
    print(f"{arguments.persons} lives; mean (standard error), and the study's number")
    for part in (onset, single_adversities, secure_history, pressure, knock_outs):
        part(run)


if __name__ == "__main__":
    main()
