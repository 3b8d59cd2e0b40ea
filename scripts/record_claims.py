#!/usr/bin/python3
"""claims/record/: when each verdict was laid down, what came of it, and what the long commands found.

    scripts/record_claims.py --write PROGRAM [FOLDER]   runs `PROGRAM claims`, notes commits, takes regions.csv and
                                                        knockouts.csv from FOLDER/{regions,knockouts} (default: out)
    scripts/record_claims.py --check                    the register against the history; exit 1 when they disagree
    scripts/record_claims.py --smoke PROGRAM            some claims again, each digit as recorded, and with their rivals;
    scripts/record_claims.py --again PROGRAM            all claims again, each digit as recorded

A verdict is what a claim file expects ([[expect]] without its sentences). It was laid down with the last commit that changed
it. Its first result is recorded at the commit on which this script first wrote one for it, which has to be a later one.
Without a history (an archive, a shallow clone) --check says so and looks at the register alone.
"""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLAIMS = ROOT / "claims"
RECORD = CLAIMS / "record"
REGISTER = ["claim", "name", "verdict", "verdict_commit", "verdict_date", "result_commit", "result_date"]
RESULTS = ["claim", "name", "verdict", "found", "expectation", "value", "low", "high", "bound", "expectation_found"]


def git(*arguments):
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


def expects(text):
    try:
        claim = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    return [{key: value for key, value in one.items() if key != "says"} for one in claim.get("expect", [])]


def laid_down(path):
    """(commit, date) of the last commit that changed what the file expects."""
    now = expects(path.read_text(encoding="utf-8"))
    name = path.relative_to(ROOT).as_posix()
    found = None
    for line in (git("log", "--format=%h %cs", "--", name) or "").splitlines():
        commit, date = line.split()
        if expects(git("show", f"{commit}:{name}") or "") != now:
            break
        found = (commit, date)
    return found


def read(name):
    path = RECORD / name
    return list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []


def write(name, header, rows):
    RECORD.mkdir(exist_ok=True)
    with (RECORD / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def files():
    return {int(path.name.split("-")[0]): path for path in sorted(CLAIMS.glob("[0-9]*.toml"))}


def record(program, folder):
    changed = [line for line in (git("status", "--porcelain", "--", "claims", "src") or "").splitlines()
               if "claims/record/" not in line]
    if changed:
        sys.exit("commit first: a result belongs to a commit\n" + "\n".join(changed))
    said = json.loads(subprocess.run([program, "claims", "--json", "--quiet"], check=True, capture_output=True).stdout)
    head, today = git("log", "-1", "--format=%h %cs").split()
    before = {row["claim"]: row for row in read("register.csv")}
    register, results = [], []
    for claim in said["claims"]:
        path = files()[claim["claim"]]
        verdict = claim["verdict_fingerprint"]
        commit, date = laid_down(path)
        known = before.get(str(claim["claim"]))
        first = (known["result_commit"], known["result_date"]) if known and known["verdict"] == verdict else (head, today)
        register.append(dict(zip(REGISTER, [claim["claim"], claim["name"], verdict, commit, date, *first])))
        for number, one in enumerate(claim["expectations"], 1):
            low, high = one["interval"]
            results.append(dict(zip(RESULTS, [claim["claim"], claim["name"], verdict, claim["verdict"], number,
                                              one["value"], low, high, one["bound"], one["verdict"]])))
    write("register.csv", REGISTER, register)
    write("results.csv", RESULTS, results)
    for name in ["regions", "knockouts"]:
        found = folder / name / f"{name}.csv"
        if found.exists():
            shutil.copyfile(found, RECORD / f"{name}.csv")
    print(f"{len(register)} claims recorded at {head}")


def problems():
    numbers = {row["claim"] for row in read("register.csv")}
    for number, path in files().items():
        if str(number) not in numbers:
            yield f"{path.relative_to(ROOT)}:1: no result is recorded   (scripts/record_claims.py --write PROGRAM)"
    failing = {int(row["claim"]) for row in read("results.csv") if row["found"] == "fails"}
    for number in sorted(failing & set(files())):
        claim = tomllib.loads(files()[number].read_text(encoding="utf-8"))
        for key, what in (("remark", "why it fails"), ("tried", "what was tried")):
            if not claim.get(key):
                yield f"{files()[number].relative_to(ROOT)}:1: the claim fails, and does not say {what} (`{key}`)"
    shallow = git("rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() == "true":
        print("no history here: commits were not looked at")
        return
    for line, row in enumerate(read("register.csv"), 2):
        where = f"claims/record/register.csv:{line}"
        path = files().get(int(row["claim"]))
        if path is None:
            yield f"{where}: there is no claim {row['claim']}"
            continue
        for key in ["verdict_commit", "result_commit"]:
            if git("cat-file", "-e", row[key] + "^{commit}") is None:
                yield f"{where}: no commit {row[key]}"
        if git("merge-base", "--is-ancestor", row["verdict_commit"], row["result_commit"]) is None:
            yield f"{where}: claim {row['claim']}: the verdict ({row['verdict_commit']}) is not older than its first result"
        now = laid_down(path)
        if now and now[0] != row["verdict_commit"]:
            yield (f"{where}: claim {row['claim']} was laid down with {now[0]}, not {row['verdict_commit']}"
                   "   (scripts/record_claims.py --write PROGRAM)")


def said_by(program, numbers, *more):
    arguments = [program, "claims", *map(str, numbers), "--json", "--quiet", *more]
    return json.loads(subprocess.run(arguments, check=True, capture_output=True).stdout)["claims"]


def differences(program, numbers):
    """What is not as recorded; the same program gives the same digits on any machine."""
    recorded = {(row["claim"], row["expectation"]): row for row in read("results.csv")}
    for claim in said_by(program, numbers):
        for number, one in enumerate(claim["expectations"], 1):
            row = recorded.get((str(claim["claim"]), str(number)))
            now = [str(value) for value in (one["value"], *one["interval"])]
            if row is None:
                yield f"claim {claim['claim']}, expectation {number}: not recorded"
            elif now != [row["value"], row["low"], row["high"]]:
                yield f"claim {claim['claim']}, expectation {number}: {now}, recorded {row['value']} [{row['low']}, {row['high']}]"


# Claims whose lives are short, and what is recorded to fail them.
SMOKE = {20: "R7", 25: "R8", 33: "R7"}


def can_fail(program):
    for number, rival in SMOKE.items():
        row = next((row for row in read("knockouts.csv") if row["claim"] == str(number) and row["run"] == rival), None)
        if row is None or row["found"] != "fails":
            print(f"claim {number} is not recorded to fail with {rival}: not looked at")
            continue
        verdict = said_by(program, [number], "--as", rival, "--persons", "48")[0]["verdict"]
        if verdict != "fails":
            yield f"claim {number} with {rival} in everybody's place: {verdict}, recorded fails"


def tell(found, otherwise):
    print("\n".join(found) if found else otherwise)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"] and len(sys.argv) > 2:
        record(sys.argv[2], pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else ROOT / "out")
    elif sys.argv[1:] == ["--check"]:
        tell(list(problems()), f"{len(read('register.csv'))} verdicts are older than their first results")
    elif sys.argv[1:2] == ["--smoke"] and len(sys.argv) == 3:
        tell([*differences(sys.argv[2], SMOKE), *can_fail(sys.argv[2])], "as recorded, and with their rivals they fail")
    elif sys.argv[1:2] == ["--again"] and len(sys.argv) == 3:
        tell(list(differences(sys.argv[2], [])), "every digit as recorded")
    else:
        sys.exit(__doc__)
