"""The pages on claims, made from claims/*.toml and claims/record/. scripts/check_docs.py compares and writes them."""
import csv
import tomllib

CLAIMS_PAGE = "docs/claims/index.md"
MARKS = {"supported": "●", "mixed": "◐", "contested": "○", "novel": "☆"}
FOUND = {"holds": "● holds", "fails": "✗ fails", "open": "? open", "unmeasured": "– not measurable"}


def claims(root):
    found = [tomllib.loads(path.read_text(encoding="utf-8")) | {"file": path.name}
             for path in (root / "claims").glob("[0-9]*.toml")]
    return sorted(found, key=lambda claim: claim["number"])


def record(root, name):
    path = root / "claims/record" / name
    return list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []


def bound(one):
    if "within" in one:
        return f"within ±{one['within']:g}"
    words = [f"{word} {one[key]:g}" for key, word in (("at_least", "at least"), ("at_most", "at most")) if key in one]
    return ", ".join(words).replace("-", "−")


def number(text):
    return f"{float(text):.3f}".replace("-", "−") if text not in ("", "None") else "–"


def arms(one):
    listed = ", ".join(f"`{arm}`" for arm in one.get("arms", ["as written"]))
    against = ", ".join(f"`{arm}`" for arm in one.get("against_arms", []))
    return listed + (f" against {against}" if against else "")


def page_of(claim, results):
    """Of one claim, line by line."""
    yield f"## {claim['number']} {claim['name']}"
    yield ""
    yield f"> “{claim['quote']}”"
    yield ""
    found = {row["expectation"]: row for row in results if row["claim"] == str(claim["number"])}
    verdict = next((FOUND[row["found"]] for row in found.values()), "not run yet")
    yield f"**{verdict}** · people's data {MARKS[claim['flag']]} {claim['flag']} · [`{claim['file']}`](../../claims/{claim['file']})"
    yield ""
    yield " ".join(claim["says"].split())
    yield ""
    yield "| expected | measure, chapter, arms | bound | found |"
    yield "|---|---|---|---|"
    for place, one in enumerate(claim["expect"], 1):
        row = found.get(str(place))
        seen = f"{number(row['value'])} [{number(row['low'])}, {number(row['high'])}]" if row else "–"
        mark = {"holds": "●", "fails": "✗", "open": "?", "unmeasured": "–"}[row["expectation_found"]] if row else ""
        yield (f"| {one['says']} | {one['effect']} of `{one['of']}` in `{one['at']}`: {arms(one)} | {bound(one)} "
               f"| {mark} {seen} |")
    yield ""
    yield "*Experiment.* " + " ".join(claim["experiment"].split())
    yield ""
    if claim.get("remark"):
        yield "*Remark.* " + " ".join(claim["remark"].split())
        yield ""
    if claim.get("tried"):
        yield "*Tried.* " + " ".join(claim["tried"].split()) + " ([additions](../theory/additions.md))"
        yield ""
    for one in claim.get("restated", []):
        yield f"*Restated.* It was: {one['was']} {one['why']}"
        yield ""
    if claim.get("contested"):
        yield "*Contested.* " + " ".join(claim["contested"].split())
        yield ""


def claims_page(root):
    results, regions = record(root, "results.csv"), {row["claim"]: row for row in record(root, "regions.csv")}
    kinds = {row["claim"]: row["kind"] for row in record(root, "knockouts.csv")}
    verdicts = {row["claim"]: row["found"] for row in results}
    every = claims(root)
    lines = ["| | claim | the model | kind | share of the prior | people's data |", "|---|---|---|---|---|---|"]
    for claim in every:
        key = str(claim["number"])
        region = regions.get(key)
        share = f"{100 * float(region['corrected']):.0f} % [{100 * float(region['low']):.0f}, {100 * float(region['high']):.0f}]" if region else "–"
        lines.append(f"| {key} | [{claim['name']}](#{key}-{claim['name']}) | {FOUND.get(verdicts.get(key), '–')} "
                     f"| {kinds.get(key) or '–'} | {share} | {MARKS[claim['flag']]} |")
    part = None
    for claim in every:
        if claim["part"] != part:
            part = claim["part"]
            lines += ["", f"# {part}"]
        lines += ["", *page_of(claim, results)]
        while lines[-1] == "":
            lines.pop()
    return "\n".join(lines)
