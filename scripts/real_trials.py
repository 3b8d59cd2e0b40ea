#!/usr/bin/python3
"""Every learner on recorded trials, prediction beside behaviour; nothing is fitted.

    scripts/real_trials.py PROGRAM [--data FOLDER] [--subjects N]   prints the table
    scripts/real_trials.py --write PROGRAM                          writes it into docs/guide/learning.md
    scripts/real_trials.py --check PROGRAM                          on a few subjects: what has to hold, does

The data do not come with nearness; FOLDER (default: ../shared/data beside the sources) holds
    gado2024_gaze_avoidance/trials.csv              52 people learn which pictures to look away from
    zaman_yu_generalization/exp2_differential.csv   40 people expect a shock after circles between two sizes
Without them the script ends with 77, which the tests count as skipped.

Behaviour is avoidance (did not look: 1) and expectancy of the shock (1 to 10). A number of the table is the mean over
people of the correlation, over a person's trials, between what a learner with its default parameters would do and what
the person did; behind ± the half of its 95 % interval over people. "Beyond the stimulus" is the same after the mean of
each stimulus is taken off both: what is left is how behaviour changes from trial to trial, which a constant for each
stimulus cannot say anything about. The last column is the mean over people of the difference to r of the person's own mean
of each stimulus, which is fitted to the very trials. People whose behaviour, or a learner whose response, does not vary are left out.
"""
import csv
import io
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/guide/learning.md"
MARK = re.compile(r"(<!-- real trials: written by scripts/real_trials.py --write -->\n)(.*?)(<!-- end of real trials -->)", re.S)
SKIPPED = 77


class Study:
    """A file of trials as `nearness learn` takes it, and of each row: person, stimulus, behaviour (or None)."""

    def __init__(self, title, rows, arguments):
        self.title, self.rows, self.arguments = title, rows, arguments

    def csv(self):
        columns = list(self.rows[0]["trial"])
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row["trial"][name] for name in columns] for row in self.rows)
        return out.getvalue()


def read(path, subjects):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = list(dict.fromkeys(row["subject"] for row in rows))[:subjects]
    return [row for row in rows if row["subject"] in set(kept)]


def avoidance(folder, subjects):
    """What would have come is known only to those who looked: for those who did not, the outcome was not recorded.
    The learner that knows avoidance is told of it instead, and of the harm that was met: none."""
    rows = []
    for row in read(folder / "gado2024_gaze_avoidance/trials.csv", subjects):
        if row["phase"] == "test":
            continue
        looked = row["looked"] == "1"
        stimulus = row["cs"] + "_" + row["domain"]
        rows.append({"person": row["subject"], "stimulus": stimulus, "sign": 1.0 if row["cs"] == "CSp" else 0.0,
                     "behaviour": 0.0 if looked else 1.0,
                     "trial": {"subject": row["subject"], "stimulus": stimulus,
                               "us": row["us"] if looked else "NA", "harm": row["us"], "looked_away": 0 if looked else 1}})
    return [Study("avoidance", rows, ["--category", "stimulus"])]


def generalisation(folder, subjects):
    levels, graded = [], []
    for row in read(folder / "zaman_yu_generalization/exp2_differential.csv", subjects):
        expected = row["us_expectancy"]
        plus, minus = float(row["csp_size"]), float(row["csm_size"])
        share = (float(row["size_physical"]) - minus) / (plus - minus)
        common = {"person": row["subject"], "stimulus": row["stimulus"], "sign": share,
                  "behaviour": float(expected) if expected not in ("", "NA") else None}
        start = {"subject": row["subject"], "us": row["us"]}
        levels.append({**common, "trial": {**start, "stimulus": row["stimulus"]}})
        graded.append({**common, "trial": {**start, "like_plus": share, "like_minus": 1 - share}})
    return [Study("expectancy, each circle a cue", levels, ["--category", "stimulus"]),
            Study("expectancy, likeness to both", graded, ["--cues", "like_plus,like_minus"])]


def correlation(pairs):
    n = len(pairs)
    if n < 3:
        return None
    mean_x, mean_y = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    sxx = sum((x - mean_x) ** 2 for x, _ in pairs)
    syy = sum((y - mean_y) ** 2 for _, y in pairs)
    if sxx < 1e-18 * n or syy < 1e-18 * n:
        return None
    return sum((x - mean_x) * (y - mean_y) for x, y in pairs) / math.sqrt(sxx * syy)


def without_means(pairs, groups):
    """Both numbers of each pair less their mean in its group."""
    sums = defaultdict(lambda: [0, 0.0, 0.0])
    for (x, y), group in zip(pairs, groups):
        entry = sums[group]
        entry[0] += 1
        entry[1] += x
        entry[2] += y
    return [(x - sums[group][1] / sums[group][0], y - sums[group][2] / sums[group][0])
            for (x, y), group in zip(pairs, groups)]


class Result:
    def __init__(self, study, predictions):
        of_person = defaultdict(list)
        for row, predicted in zip(study.rows, predictions, strict=True):
            if row["behaviour"] is not None and predicted is not None:
                of_person[row["person"]].append((predicted, row["behaviour"], row["stimulus"]))
        self.by_person, beyond = {}, []
        for person, trials in of_person.items():
            pairs = [(x, y) for x, y, _ in trials]
            self.by_person[person] = correlation(pairs)
            beyond.append(correlation(without_means(pairs, [group for _, _, group in trials])))
        self.whole = [r for r in self.by_person.values() if r is not None]
        self.beyond = [r for r in beyond if r is not None]

    def less(self, other):
        """Paired differences, of those who have both correlations."""
        both = [(r, other.by_person[person]) for person, r in self.by_person.items()]
        return [r - s for r, s in both if r is not None and s is not None]


def in_words(values):
    n = len(values)
    if n < 2:
        return "–"
    mean = sum(values) / n
    error = math.sqrt(sum((r - mean) ** 2 for r in values) / (n - 1) / n)
    return f"{mean:.2f} ± {1.96 * error:.2f}".replace("-", "−")


def learn(program, model, study):
    arguments = list(study.arguments)
    if "looked_away" in study.rows[0]["trial"]:
        knows_avoidance = model == "two-process-avoidance"
        arguments += ["--outcome", "harm", "--avoided", "looked_away"] if knows_avoidance else ["--outcome", "us"]
    else:
        arguments += ["--outcome", "us"]
    with tempfile.TemporaryDirectory() as name:
        trials = pathlib.Path(name) / "trials.csv"
        trials.write_text(study.csv(), encoding="utf-8")
        done = subprocess.run([program, "learn", "--model", model, "--trials", str(trials), "--quiet", *arguments],
                              capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{model}, {study.title}: {done.stderr}")
    return [float(row["response"]) for row in csv.DictReader(io.StringIO(done.stdout))]


def own_means(study):
    sums = defaultdict(lambda: [0, 0.0])
    for row in study.rows:
        if row["behaviour"] is not None:
            entry = sums[row["person"], row["stimulus"]]
            entry[0] += 1
            entry[1] += row["behaviour"]
    return [sums[row["person"], row["stimulus"]][1] / max(1, sums[row["person"], row["stimulus"]][0]) for row in study.rows]


def results(program, folder, subjects):
    """(name, result) of each learner and of each constant, by the title of each study."""
    listed = json.loads(subprocess.run([program, "describe", "learners", "--json"], capture_output=True, text=True,
                                       check=True).stdout)
    table = {}
    for study in avoidance(folder, subjects) + generalisation(folder, subjects):
        rows = [(f"[{one['title']}](../models/{one['name']}.md)", Result(study, learn(program, one["name"], study)))
                for one in listed]
        rows.append(("*constant: likeness to the shocked stimulus*", Result(study, [row["sign"] for row in study.rows])))
        rows.append(("*constant: the person's own mean, fitted*", Result(study, own_means(study))))
        table[study.title] = rows
    return table


def page_table(table):
    blocks = []
    for title, rows in table.items():
        own = rows[-1][1]
        people = max(len(result.whole) for _, result in rows)
        lines = [f"### {title[0].upper()}{title[1:]} (n = {people})", "",
                 "| | r | beyond the stimulus | r less that of the own mean |", "|---|---|---|---|"]
        for name, result in rows:
            paired = in_words(result.less(own)) if result is not own else "–"
            lines.append(f"| {name} | {in_words(result.whole)} | {in_words(result.beyond)} | {paired} |")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def check(table):
    """What has to hold if trials reach the learners as they were recorded."""
    problems = []
    for title, rows in table.items():
        means = {name: sum(result.whole) / len(result.whole) if result.whole else None for name, result in rows}
        by_name = {re.sub(r".*models/(.*)\.md.*", r"\1", name): value for name, value in means.items()}
        if len(by_name) != 15:
            problems.append(f"{title}: {len(by_name)} rows in place of 13 learners and 2 constants")
        for name in ("rescorla-wagner", "kalman-filter", "two-process-avoidance"):
            if by_name[name] is None or by_name[name] < 0.1:
                problems.append(f"{title}: {name} goes with behaviour at {by_name[name]}, below 0.1")
        constant = [result for name, result in rows if "likeness" in name][0]
        if constant.beyond:
            problems.append(f"{title}: a constant says something beyond the stimulus")
    return problems


def main(arguments):
    def option(name, otherwise):
        if name not in arguments:
            return otherwise
        at = arguments.index(name)
        value = arguments[at + 1]
        del arguments[at:at + 2]
        return value
    folder = pathlib.Path(option("--data", ROOT.parent / "shared/data"))
    checking = "--check" in arguments
    subjects = int(option("--subjects", 4 if checking else 10 ** 9))
    words = [word for word in arguments if not word.startswith("--")]
    if len(words) != 1:
        raise SystemExit(__doc__)
    if not (folder / "gado2024_gaze_avoidance").is_dir() or not (folder / "zaman_yu_generalization").is_dir():
        print(f"not run: the data are not in {folder}")
        return SKIPPED
    table = results(words[0], folder, subjects)
    if checking:
        problems = check(table)
        print("\n".join(problems) or "prediction and behaviour go together as they should")
        return 1 if problems else 0
    text = page_table(table)
    if "--write" in arguments:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(MARK.sub(lambda m: m.group(1) + text + "\n" + m.group(3), page), encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
