#!/usr/bin/python3
"""docs/guide/gallery.md from the scenarios themselves: what each says, and what the model predicts in it.

    scripts/gallery.py PROGRAM            compares the page with what PROGRAM says; exit 1 if they differ
    scripts/gallery.py --write PROGRAM    writes the page

Every shipped scenario that has its data is run as written, about half a minute in all. The same version gives the same
numbers everywhere, so the page can be compared to the letter.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "guide" / "gallery.md"
START = "<!-- written by scripts/gallery.py --write -->\n"
SHOWN = [("edge", "edge"), ("protective_use", "protective use"), ("felt_closeness", "felt closeness"), ("pain", "pain")]


def said(program, *arguments):
    return json.loads(subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout)


def cell(quantity):
    if quantity is None:
        return "–"
    return f"{quantity['mean']:.2f} ± {1.96 * quantity['standard_error']:.2f}"


def table(summary, chapters_with_encounters):
    """The last chapter with encounters, arm by arm."""
    last = chapters_with_encounters[-1]
    yield f"At the end of `{last}`, or over it (edge: at its end):\n"
    yield "| arm | " + " | ".join(title for _, title in SHOWN) + " | edge at 1 |"
    yield "|---|" + "---|" * (len(SHOWN) + 1)
    for arm in summary["arms"]:
        quantities = next(chapter["quantities"] for chapter in arm["chapters"] if chapter["id"] == last)
        cells = [cell(quantities[name]) for name, _ in SHOWN]
        cells.append(f"{100 * quantities['edge']['share_at_one']:.0f} %")
        yield f"| {arm['id']} | " + " | ".join(cells) + " |"


def entry(program, shipped):
    path = ROOT / "scenarios" / f"{shipped['name']}.toml"
    scenario = tomllib.loads(path.read_text(encoding="utf-8"))
    yield f"## {shipped['title']}\n"
    yield f"[`{shipped['name']}`](../../scenarios/{path.name})\n"
    yield scenario["description"].strip() + "\n"
    if shipped["not_shipped"]:
        yield f"The diary may not be passed on; the mapping (`{scenario_mapping(scenario)}`) names where to get it.\n"
        return
    if shipped["needs"]:
        yield "Its comparison with the diary is read as [comparing the model with a diary](diary-comparison.md) says.\n"
        return
    with tempfile.TemporaryDirectory() as out:
        summary = said(program, "run", str(path), "--json", "--out", out)
    lived = [chapter["id"] for chapter in summary["arms"][0]["chapters"] if chapter["quantities"]["protective_use"]]
    yield f"{summary['persons']} simulated persons an arm; mean ± half of the 95 % interval. " + "\n".join(
        table(summary, lived)) + "\n"


def scenario_mapping(scenario):
    return next(chapter["diary"]["mapping"] for chapter in scenario["chapter"] if "diary" in chapter)


def page(program):
    lines = [line for shipped in said(program, "scenarios", "--json") for line in entry(program, shipped)]
    return "\n".join(lines)


def main():
    write = sys.argv[1:2] == ["--write"]
    if len(sys.argv) != 2 + write:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[-1]).resolve())
    have = PAGE.read_text(encoding="utf-8")
    introduction = have.partition(START)[0]
    want = introduction + START + "\n" + page(program)
    if write:
        PAGE.write_text(want, encoding="utf-8")
        return 0
    odd = [line for line in want.splitlines() if line not in have.splitlines()]
    if have != want:
        print(f"{PAGE.relative_to(ROOT)} differs from what the program says: {odd[0] if odd else 'the order'}"
              "   (scripts/gallery.py --write PROGRAM)")
        return 1
    print("gallery: the page says what the program says")
    return 0


if __name__ == "__main__":
    sys.exit(main())
