#!/usr/bin/python3
"""Documentation and code say the same. Run by the tests.

    scripts/check_docs.py [ROOT]          every disagreement with its place; exit 1 if there is one
    scripts/check_docs.py --write [ROOT]  writes the tables that are made from the code into the pages
    scripts/check_docs.py --scenarios PROGRAM [ROOT]  lets PROGRAM run what pages show: scenarios, experiments
    scripts/check_docs.py --self-test     shows on a small made-up tree that each kind of disagreement is caught

What is checked: equation numbers (code, docs/theory and docs/models name the same, each is written out once), the
parameter and error tables (made from the code), the evidence (made from evidence/*.toml), README (length, picture, two
set-up commands), relative links, citations, error
codes (unique, explained, used), sources of parameters, that the gallery is whole, and file lengths.
"""
import pathlib
import re
import sys
import tempfile

from docs_claims import CLAIMS_PAGE
from docs_evidence import EVIDENCE_PAGE, evidence
from docs_shown import check_shown
from docs_learners import LEARNING_PAGE
from docs_tables import (ERRORS_PAGE, ADDITIONS_PAGE, KNOCK_OUTS_PAGE, LEARNERS, OUTPUTS_PAGE, PARAMETERS_PAGE, SCENES_PAGE, all_tables, catalogue,
                         fields, learners, marked, read, sources, write_tables)

LONGEST = 400  # lines of a source file that gives no such reason
README_BELOW = 80
SETUP_COMMANDS = ["make demo", "make test"]
MODULES = "memory|rival|body|mind|protection|bond|others|encounter|therapy|measures|person|world|life"
CODE = re.compile(r"\b(E\d{4})\b")
GALLERY_PAGE = "docs/guide/gallery.md"


def pages(root):
    skip = {"build", "out", ".git", "node_modules"}
    return [path for path in sorted(root.rglob("*.md")) if not skip & set(path.relative_to(root).parts[:-1])]


def fenced(text):
    """(language, first line number, content) of each fenced block."""
    blocks, language, start, lines = [], None, 0, []
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r"\s*```(\S*)", line)
        if match and language is None:
            language, start, lines = match.group(1), number + 1, []
        elif match:
            blocks.append((language, start, "\n".join(lines)))
            language = None
        elif language is not None:
            lines.append(line)
    return blocks


def prose(text):
    """The text without code, line numbers kept."""
    out, inside = [], False
    for line in text.splitlines():
        if re.match(r"\s*```", line):
            inside = not inside
            out.append("")
        else:
            out.append("" if inside else re.sub(r"`[^`]*`", "", line))
    return out


# --- equations -------------------------------------------------------------------------------------------------------

def check_equations(root):
    modules = "|".join([MODULES] + [path.stem for path in learners(root)])
    equation = re.compile(r"\b(" + modules + r")\.(\d+)\b(?!\.\d)")
    in_code, in_docs, written_out = {}, {}, {}
    for path in sources(root, "src"):
        for number, line in enumerate(read(path).splitlines(), 1):
            comment = line.partition("//")[2]
            for match in equation.finditer(comment):
                in_code.setdefault(match.group(0), f"{path.relative_to(root)}:{number}")
    for path in sorted([*(root / "docs/theory").glob("*.md"), *(root / "docs/models").glob("*.md")]):
        text = read(path)
        for number, line in enumerate(text.splitlines(), 1):
            for match in equation.finditer(line):
                in_docs.setdefault(match.group(0), f"{path.relative_to(root)}:{number}")
        for _, start, block in fenced(text):
            for offset, line in enumerate(block.splitlines()):
                for match in re.finditer(r"\((" + modules + r")\.(\d+)\)\s*$", line):
                    written_out.setdefault(match.group(0).strip("() "), []).append(
                        f"{path.relative_to(root)}:{start + offset}")
    for name in sorted(set(in_code) - set(in_docs)):
        yield f"{in_code[name]}: equation ({name}) is in no page of docs/theory or docs/models"
    for name in sorted(set(in_docs) - set(in_code)):
        yield f"{in_docs[name]}: equation ({name}) is in no card of src"
    for name in sorted(set(in_docs) & set(in_code)):
        places = written_out.get(name, [])
        if not places:
            yield f"{in_docs[name]}: ({name}) is mentioned and nowhere written out (number at the end of a line of a block)"
        for place in places[1:]:
            yield f"{place}: ({name}) is written out a second time; first in {places[0]}"


# --- error codes -----------------------------------------------------------------------------------------------------

def check_catalogue(root):
    place = "src/nearness/base/catalogue.cpp"
    seen = {}
    for code, _, title, explanation, line in catalogue(root):
        if code in seen:
            yield f"{place}:{line}: {code} is there twice; first in line {seen[code]}"
        seen.setdefault(code, line)
        if not title.strip() or not explanation.strip():
            yield f"{place}:{line}: {code} is not explained"
    used = {}
    for path in sources(root):
        if path.name == "catalogue.cpp":
            continue
        for number_of_line, line in enumerate(read(path).splitlines(), 1):
            for match in CODE.finditer(line.partition("//")[0]):
                used.setdefault(match.group(1), f"{path.relative_to(root)}:{number_of_line}")
    for code in sorted(set(used) - set(seen)):
        yield f"{used[code]}: {code} is not in the catalogue"
    for code in sorted(set(seen) - set(used)):
        yield f"{place}:{seen[code]}: {code} is raised nowhere"


# --- tables made from the code ---------------------------------------------------------------------------------------

def check_tables(root):
    for page, name, make in all_tables(root):
        path = root / page
        match = marked(name).search(read(path)) if path.exists() else None
        if not match:
            yield f"{page}:1: no place for the table of {name}"
        elif match.group(2).strip() != make(root).strip():
            have, want = match.group(2).strip().splitlines(), make(root).strip().splitlines()
            odd = [line for line in want if line not in have] or [line for line in have if line not in want] or ["the order"]
            line = read(path)[:match.start(2)].count("\n") + 1
            yield f"{page}:{line}: differs from the code: {odd[0]}   (scripts/check_docs.py --write)"
    keys = [field[1] for field in fields(root)]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"{PARAMETERS_PAGE}:1: {key} is described twice in the code"
    for field in fields(root):
        if not field[8].strip():
            yield f"{field[0]}: {field[1]} does not say its source: a key of docs/references.bib, or design_choice"
        elif field[8] not in bibliography(root) + ["design choice"]:
            yield f"{field[0]}: {field[1]} has the source {field[8]}, which is not in docs/references.bib"


# --- pages -----------------------------------------------------------------------------------------------------------

def check_readme(root):
    path = root / "README.md"
    if not path.exists():
        yield "README.md:1: there is none"
        return
    text = read(path)
    lines = text.splitlines()
    if len(lines) >= README_BELOW:
        yield f"README.md:{len(lines)}: {len(lines)} lines; fewer than {README_BELOW} are allowed"
    pictures = len(re.findall(r"!\[", text))
    if pictures != 1:
        yield f"README.md:1: {pictures} pictures; exactly one is wanted"
    setup = re.compile(r"^\s*\$?\s*((?:sudo|apt|apt-get|make|cmake|pip|pip3|npm|git|curl|wget|docker)\b.*?)\s*(?:#.*)?$")
    found = [m.group(1) for _, _, block in fenced(text) for line in block.splitlines() if (m := setup.match(line))]
    if found != SETUP_COMMANDS:
        yield f"README.md:1: set-up commands are {found}; exactly {SETUP_COMMANDS} are wanted"


def anchors(path):
    """GitHub's anchors of a page's headings."""
    result = set()
    for line in prose_with_code_spans(read(path)):
        match = re.match(r"#{1,6}\s+(.*)", line)
        if match:
            slug = re.sub(r"[^\w\- ]", "", match.group(1).strip().lower().replace("`", "")).replace(" ", "-")
            result.add(slug)
    return result


def prose_with_code_spans(text):
    inside = False
    for line in text.splitlines():
        if re.match(r"\s*```", line):
            inside = not inside
        elif not inside:
            yield line


def check_links(root):
    for page in pages(root):
        for number_of_line, line in enumerate(prose(read(page)), 1):
            for target in re.findall(r"\]\(([^)\s]+)\)", line):
                where = f"{page.relative_to(root)}:{number_of_line}"
                if re.match(r"[a-z]+:", target):
                    continue
                file, _, anchor = target.partition("#")
                goal = (page.parent / file).resolve() if file else page
                if not goal.exists():
                    yield f"{where}: dead link {target}"
                elif anchor and goal.suffix == ".md" and anchor not in anchors(goal):
                    yield f"{where}: no heading #{anchor} in {goal.name}"


def bibliography(root):
    path = root / "docs" / "references.bib"
    return re.findall(r"^@\w+\{([^,\s]+)", read(path), re.M) if path.exists() else []


def check_citations(root):
    known = bibliography(root)
    for key in sorted({key for key in known if known.count(key) > 1}):
        yield f"docs/references.bib:1: {key} is there twice"
    cited = {}
    for page in pages(root):
        for number_of_line, line in enumerate(prose(read(page)), 1):
            for group in re.findall(r"\[(@[^\]]+)\]", line):
                for key in re.findall(r"@([A-Za-z][\w:-]*)", group):
                    cited.setdefault(key, f"{page.relative_to(root)}:{number_of_line}")
    for key in sorted(set(cited) - set(known)):
        yield f"{cited[key]}: [@{key}] is not in docs/references.bib"
    for key in sorted(set(known) - set(cited)):
        yield f"docs/references.bib:1: {key} is cited nowhere"


def check_gallery(root):
    """Every shipped scenario stands in the gallery; scripts/gallery.py (a long test) compares the numbers."""
    path = root / GALLERY_PAGE
    text = read(path) if path.exists() else ""
    for scenario in sorted((root / "scenarios").glob("*.toml")):
        if f"scenarios/{scenario.name})" not in text:
            yield f"{GALLERY_PAGE}:1: {scenario.name} is not in it   (scripts/gallery.py --write PROGRAM)"


def check_lengths(root):
    for top, pattern in [("src", "*.[ch]pp"), ("cli", "*.[ch]pp"), ("tests", "*.[ch]pp"), ("bench", "*.[ch]pp"),
                         ("scripts", "*.py"), ("scripts", "*.sh"), ("cmake", "*")]:
        for path in sorted((root / top).rglob(pattern)):
            if not path.is_file():
                continue
            text = read(path)
            if text.count("\n") > LONGEST and f"Over {LONGEST} lines because" not in text:
                yield (f"{path.relative_to(root)}:{LONGEST + 1}: {text.count(chr(10))} lines; split it, or say "
                       f"\"Over {LONGEST} lines because …\" in a comment")


def check_evidence(root):
    known = bibliography(root)
    for verify in (False, True):
        for place, _, row in evidence(root, verify):
            if "key" in row and row["key"] not in known:
                yield f"{place}: {row['id']} has the key {row['key']}, which is not in docs/references.bib"


CHECKS = [check_equations, check_evidence, check_tables, check_catalogue, check_readme, check_links, check_citations, check_gallery, check_lengths]


def check(root):
    return [problem for one in CHECKS for problem in one(root)]


def check_scenarios(program, root):
    return check_shown(program, root, [(page, block) for page in pages(root) for block in fenced(read(page))])


# --- the self-test ---------------------------------------------------------------------------------------------------

GOOD = {
    "src/nearness/memory/made_up.hpp": '// (memory.1) V = w\nvisit(Field{"memory.made_up", "μ", number, "s", 1.0 / 4, 0, '
                                       'most, log_normal,\n "how " "so", "role2019"}, self.x);\ninline constexpr int most = 16;\n',
    "src/nearness/base/problem.hpp": "enum class Exit : int {\n    usage = 64,\n};\n",
    "src/nearness/base/catalogue.cpp": '{"E0001", Exit::usage, "it is wrong",\n "Do " "this.\\n"},\n',
    f"{LEARNERS}/made_up_rule.hpp": '// (made_up_rule.1) V = v\nvisit(Field{"made_up_rule.rate", "ρ", number, "", 0.5, 0, 1, '
                                    'logit_normal,\n "speed", design_choice}, self.rate);\n',
    f"{LEARNERS}/made_up.hpp": 'static constexpr std::string_view name = "made-up-rule";\nstatic void show_state(const S&) {\n'
                               'visit(Output{"weight", "w_i", "what a cue tells", Index::cue}.at(i), w);\n}\n',
    LEARNING_PAGE: "<!-- learner columns: written by scripts/check_docs.py --write -->\n<!-- end of learner columns -->\n",
    "docs/models/made-up-rule.md": "```text\nV = v    (made_up_rule.1)\n```\n"
                                   "<!-- parameters: written by scripts/check_docs.py --write -->\n<!-- end of parameters -->\n",
    "evidence/one.toml": 'theme = "Couples"\n[[row]]\nid = "support"\nstatement = "It helps."\nvalue = -0.1\n'
                         'interval = [-0.25, 0.05]\nmeasure = "r"\ndesign = "diary"\ngrade = "B"\nflag = "mixed"\n'
                         'source = "Key 2017"\nkey = "key2017"\nsupports = [3]\n',
    "src/nearness/io/evidence.hpp": "inline constexpr int claims = 3;\n",
    "src/nearness/io/evidence_file.cpp": '{"r", -1, 1, true},\n',
    EVIDENCE_PAGE: "".join(f"<!-- {name}: written by scripts/check_docs.py --write -->\n<!-- end of {name} -->\n"
                           for name in ("evidence", "evidence by claim")),
    "src/nearness/base/uses.cpp": 'problems.add("E0001");\n',
    "docs/theory/memory.md": "# Memory\n\nAs in [@key2017].\n\n```text\nV = w    (memory.1)\n```\n",
    PARAMETERS_PAGE: "<!-- parameters: written by scripts/check_docs.py --write -->\n<!-- end of parameters -->\n",
    CLAIMS_PAGE: "<!-- claims: written by scripts/check_docs.py --write -->\n<!-- end of claims -->\n",
    KNOCK_OUTS_PAGE: "<!-- knock-outs: written by scripts/check_docs.py --write -->\n<!-- end of knock-outs -->\n",
    ADDITIONS_PAGE: "".join(f"<!-- {name}: written by scripts/check_docs.py --write -->\n<!-- end of {name} -->\n"
                            for name in ("additions", "what additions change")),
    "src/nearness/person/additions.hpp": '    {"ahead", "memory.1", "listens ahead", "memory.width", 60, "29"},\n',
    "src/nearness/person/knock_outs.hpp": '    {"trust", "trust = 0", "nobody comes to trust"},\n',
    ERRORS_PAGE: "<!-- errors: written by scripts/check_docs.py --write -->\n<!-- end of errors -->\n",
    "src/nearness/life/summary.hpp": 'visit(Column{"edge", "1", "where it starts"}, x);\n',
    OUTPUTS_PAGE: "".join(f"<!-- {name}: written by scripts/check_docs.py --write -->\n<!-- end of {name} -->\n"
                          for name in ("chapter columns", "encounter columns", "beat columns")),
    SCENES_PAGE: "<!-- scene rules: written by scripts/check_docs.py --write -->\n<!-- end of scene rules -->\n",
    "src/nearness/engine/scene_rules.cpp": '    {"first alarm", "An alarm",\n "it rang.", true,\n',
    "docs/references.bib": "@article{key2017,\n}\n@article{role2019,\n}\n",
    "README.md": "# It\n\n![p](docs/p.png)\n\n```sh\nmake demo   # runs\nmake test\n```\n\n[m](docs/theory/memory.md#memory)\n",
    "docs/p.png": "",
    "scenarios/one.toml": "",
    GALLERY_PAGE: "[`one`](../../scenarios/one.toml)\n",
}


def spoiled(file, old, new):
    return lambda root: (root / file).write_text(read(root / file).replace(old, new), encoding="utf-8")


SPOILERS = [
    ("is in no page", spoiled("src/nearness/memory/made_up.hpp", "(memory.1)", "(memory.1) (memory.2)")),
    ("is in no card", spoiled("docs/theory/memory.md", "As in", "By (body.3), as in")),
    ("nowhere written out", spoiled("docs/theory/memory.md", "(memory.1)", "(memory.1) so")),
    ("a second time", spoiled("docs/theory/memory.md", "    (memory.1)", "    (memory.1)\nV = w    (memory.1)")),
    ("differs from the code", spoiled(PARAMETERS_PAGE, "| 1/4 |", "| 0.3 |")),
    ("differs from the code", spoiled(PARAMETERS_PAGE, "how so", "so how")),
    ("does not say its source", spoiled("src/nearness/memory/made_up.hpp", ', "role2019"', "")),
    ("not in docs/references", spoiled("src/nearness/memory/made_up.hpp", ', "role2019"', ', "role2018"')),
    ("differs from the code", spoiled(PARAMETERS_PAGE, "[@role2019]", "design choice")),
    ("differs from the code", spoiled(ERRORS_PAGE, "it is wrong", "it is right")),
    ("differs from the code", spoiled(OUTPUTS_PAGE, "where it starts", "where it ends")),
    ("differs from the code", spoiled(SCENES_PAGE, "It rang.", "It did not ring.")),
    ("is there twice", spoiled("src/nearness/base/catalogue.cpp", "},\n", '},\n{"E0001", Exit::usage, "a", "b"},\n')),
    ("is not explained", spoiled("src/nearness/base/catalogue.cpp", '"Do " "this.\\n"', '""')),
    ("not in the catalogue", spoiled("src/nearness/base/uses.cpp", ";", '; problems.add("E0002");')),
    ("raised nowhere", spoiled("src/nearness/base/uses.cpp", "E0001", "")),
    ("lines; fewer", spoiled("README.md", "# It\n", "# It\n" + "\n" * 80)),
    ("pictures", spoiled("README.md", "# It\n", "# It ![q](docs/p.png)\n")),
    ("set-up commands", spoiled("README.md", "make test\n", "make test\nsudo apt-get install x\n")),
    ("dead link", spoiled("README.md", "memory.md#memory", "memories.md")),
    ("no heading", spoiled("README.md", "#memory", "#memories")),
    ("not in docs/references", spoiled("docs/theory/memory.md", "[@key2017]", "[@key2017; @other2018]")),
    ("one.toml is not in it", spoiled(GALLERY_PAGE, "one.toml", "two.toml")),
    ("docs/models/made-up-rule.md:5: differs", spoiled(f"{LEARNERS}/made_up_rule.hpp", "speed", "haste")),
    ("learning.md:2: differs from the code", spoiled(f"{LEARNERS}/made_up.hpp", "a cue tells", "a cue says")),
    ("is in no page", spoiled("docs/models/made-up-rule.md", "made_up_rule.1", "made_up_rule.2")),
    ("key2016, which is not in docs/references", spoiled("evidence/one.toml", "key2017", "key2016")),
    ("differs from the code", spoiled("evidence/one.toml", "-0.25", "-0.26")),
    ("Not printed, since they wait for a source: 1 rows", spoiled("evidence/one.toml", "[3]", "[3]\nverify = true")),
    ("| 3 | `support` ◐ |  |", spoiled(EVIDENCE_PAGE, "| 3 | `support`", "| 3 | `supports`")),
    ("cited nowhere", spoiled("docs/references.bib", "@article{key2017,", "@article{old2001,\n}\n@article{key2017,")),
    ("lines; split it", spoiled("src/nearness/base/uses.cpp", ";\n", ";\n" * 401)),
]


def self_test():
    wrong = 0
    for expected, spoil in [(None, lambda root: None)] + SPOILERS:
        with tempfile.TemporaryDirectory() as name:
            root = pathlib.Path(name)
            for file, text in GOOD.items():
                (root / file).parent.mkdir(parents=True, exist_ok=True)
                (root / file).write_text(text, encoding="utf-8")
            write_tables(root)
            spoil(root)
            found = check(root)
        if (expected is None and found) or (expected is not None and not any(expected in problem for problem in found)):
            wrong += 1
            print(f"self-test: expected {expected!r}, found {found}")
    print(f"self-test: {len(SPOILERS) + 1} cases, {wrong} wrong")
    return 1 if wrong else 0


def main():
    arguments = sys.argv[1:]
    here = pathlib.Path(__file__).resolve().parent.parent
    if arguments == ["--self-test"]:
        return self_test()
    if arguments[:1] == ["--scenarios"] and len(arguments) >= 2:
        problems, count = check_scenarios(arguments[1], pathlib.Path(arguments[2]) if len(arguments) > 2 else here)
        summary = f"docs: {count} scenarios and experiments shown, {len(problems)} refused"
    else:
        write = arguments[:1] == ["--write"]
        root = pathlib.Path(arguments[-1]) if len(arguments) > write else here
        if write:
            write_tables(root)
        problems = check(root)
        summary = f"docs: {len(pages(root))} pages, {len(problems)} disagreements"
    for problem in problems:
        print(problem)
    print(summary)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
