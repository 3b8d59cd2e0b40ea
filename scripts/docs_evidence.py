"""The tables of the page on evidence, made from evidence/*.toml. scripts/check_docs.py compares and writes them."""
import re
import tomllib

EVIDENCE_PAGE = "docs/guide/evidence.md"
MARKS = {"supported": "●", "mixed": "◐", "contested": "○", "novel": "☆"}


def evidence(root, verify=False):
    """(place, theme, row) of the rows of evidence/*.toml that may be printed, or of those that may not."""
    for path in sorted((root / "evidence").glob("*.toml")):
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in file["row"]:
            if row.get("verify", False) == verify:
                yield f"{path.relative_to(root)}:1", file["theme"], row


def finding(root, row):
    """As io::number_of writes it: effects, as the reader of the files lists them, before their number."""
    if "measure" not in row:
        return ""
    effect = re.search(rf'\{{"{row["measure"]}", [^{{}}]*, true\}}', (root / "src/nearness/io/evidence_file.cpp").read_text(encoding="utf-8"))
    def written(number):
        return (f"{number:.2f}" if effect else f"{number:g}").replace("-", "−")
    number = written(row["value"]) if "value" in row else " to ".join(map(written, row["range"]))
    if "interval" in row:
        number += " (" + " to ".join(map(written, row["interval"])) + ")"
    return f"{row['measure']} {number}" if effect else f"{number} {row['measure']}"


def evidence_table(root):
    lines, theme = [], None
    for _, theme_of_row, row in evidence(root):
        if theme_of_row != theme:
            theme = theme_of_row
            lines += ([""] if lines else []) + [f"### {theme}", "", "| | row | number | design | sample | grade | source |",
                                                "|---|---|---|---|---|---|---|"]
        sizes = [f"{row[key]:,} {key}" for key in ("studies", "people", "couples") if key in row]
        source = row["source"] + (f" [@{row['key']}]" if "key" in row else "")
        says = row["statement"] + (f" *{row['note']}*" if "note" in row else "")
        lines.append(f"| {MARKS[row['flag']]} | `{row['id']}` {says} | {finding(root, row)} | {row['design']} | "
                     f"{', '.join(sizes)} | {row.get('grade', '')} | {source} |")
    return "\n".join(lines + ["", f"Not printed, since they wait for a source: {len(list(evidence(root, True)))} rows."])


def evidence_by_claim(root):
    rows = [row for _, _, row in evidence(root)]
    def naming(key, claim):
        return ", ".join(f"`{row['id']}` {MARKS[row['flag']]}" for row in rows if claim in row.get(key, []))
    lines = ["| claim | supported by | contested by | assumed |", "|---|---|---|---|"]
    claims = int(re.search(r"int claims = (\d+);", (root / "src/nearness/io/evidence.hpp").read_text(encoding="utf-8")).group(1))
    for claim in range(1, claims + 1):
        lines.append(f"| {claim} | {naming('supports', claim)} | {naming('contests', claim)} | {naming('concerns', claim)} |")
    return "\n".join(lines)


EVIDENCE_TABLES = [(EVIDENCE_PAGE, "evidence", evidence_table), (EVIDENCE_PAGE, "evidence by claim", evidence_by_claim)]
