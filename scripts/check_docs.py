#!/usr/bin/python3
"""Documentation and code say the same. Run by the tests.

    scripts/check_docs.py [ROOT]          every disagreement with its place; exit 1 if there is one
    scripts/check_docs.py --write [ROOT]  writes the tables that are made from the code into the pages
    scripts/check_docs.py --scenarios PROGRAM [ROOT]  lets PROGRAM check every whole scenario shown in a page
    scripts/check_docs.py --self-test     shows on a small made-up tree that each kind of disagreement is caught

What is checked: equation numbers (code and docs/theory name the same, each is written out once), the parameter and
error tables (made from the code), README (length, picture, two set-up commands), relative links, citations, error
codes (unique, explained, used), sources of parameters, that the gallery is whole, and file lengths.

Over 400 lines because each check stands beside the made-up tree that shows it can fail.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

# Over 400 lines because the made-up tree on which the checks are tried stands beside them.
LONGEST = 400  # lines of a source file that gives no such reason
README_BELOW = 80
SETUP_COMMANDS = ["make demo", "make test"]
MODULES = "memory|body|mind|protection|bond|others|encounter|therapy|measures|person|world|life"
EQUATION = re.compile(r"\b(" + MODULES + r")\.(\d+)\b(?!\.\d)")
CODE = re.compile(r"\b(E\d{4})\b")
KNOCK_OUTS_PAGE = "docs/theory/knock-outs.md"
PARAMETERS_PAGE = "docs/theory/parameters.md"
ERRORS_PAGE = "docs/guide/errors.md"
OUTPUTS_PAGE = "docs/guide/outputs.md"
GALLERY_PAGE = "docs/guide/gallery.md"
SCENES_PAGE = "docs/develop/scenes.md"
PRIORS = {"log_normal": "log-normal", "logit_normal": "logit-normal", "none": "not swept"}


def read(path):
    return path.read_text(encoding="utf-8")


def sources(root, *tops):
    for top in tops or ("src", "cli"):
        yield from sorted((root / top).rglob("*.[ch]pp"))


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
    in_code, in_docs, written_out = {}, {}, {}
    for path in sources(root, "src"):
        for number, line in enumerate(read(path).splitlines(), 1):
            comment = line.partition("//")[2]
            for match in EQUATION.finditer(comment):
                in_code.setdefault(match.group(0), f"{path.relative_to(root)}:{number}")
    theory = root / "docs" / "theory"
    for path in sorted(theory.glob("*.md")):
        text = read(path)
        for number, line in enumerate(text.splitlines(), 1):
            for match in EQUATION.finditer(line):
                in_docs.setdefault(match.group(0), f"{path.relative_to(root)}:{number}")
        for _, start, block in fenced(text):
            for offset, line in enumerate(block.splitlines()):
                for match in re.finditer(r"\((" + MODULES + r")\.(\d+)\)\s*$", line):
                    written_out.setdefault(match.group(0).strip("() "), []).append(
                        f"{path.relative_to(root)}:{start + offset}")
    for name in sorted(set(in_code) - set(in_docs)):
        yield f"{in_code[name]}: equation ({name}) is in no page of docs/theory"
    for name in sorted(set(in_docs) - set(in_code)):
        yield f"{in_docs[name]}: equation ({name}) is in no card of src"
    for name in sorted(set(in_docs) & set(in_code)):
        places = written_out.get(name, [])
        if not places:
            yield f"{in_docs[name]}: ({name}) is mentioned and nowhere written out (number at the end of a line of a block)"
        for place in places[1:]:
            yield f"{place}: ({name}) is written out a second time; first in {places[0]}"


# --- parameters ------------------------------------------------------------------------------------------------------

def field_arguments(text, start):
    """The arguments of `Field{` that opens before `start`, strings joined and unquoted."""
    arguments, current, depth, at = [], "", 0, start
    strings = None
    while at < len(text):
        char = text[at]
        if char == '"':
            end = at + 1
            while text[end] != '"':
                end += 2 if text[end] == "\\" else 1
            strings = (strings or "") + text[at + 1:end]
            at = end + 1
            continue
        if char in "({":
            depth += 1
        elif char in ")}":
            if char == "}" and depth == 0:
                arguments.append(strings if strings is not None else current.strip())
                return arguments
            depth -= 1
        if char == "," and depth == 0:
            arguments.append(strings if strings is not None else current.strip())
            current, strings = "", None
        else:
            current += char
        at += 1
    return arguments


def number(text, constants):
    """A default or limit as the compiler reads it: a literal, a quotient, or a named constant."""
    expression = re.sub(r"\b[a-z_]\w*\b", lambda m: constants.get(m.group(0), m.group(0)), text)
    if not re.fullmatch(r"[-+*/.() \deE]+", expression):
        raise ValueError(f"cannot read the number {text!r}")
    return float(eval(expression, {"__builtins__": {}}))  # digits and arithmetic only, checked above


def in_short(text, constants):
    """A number for the table: a quotient stays one, everything else is written with at most six digits."""
    if re.fullmatch(r"[\d.]+ / [\d.]+", text):
        return "/".join(f"{float(part):g}" for part in text.split(" / "))
    return f"{number(text, constants):.6g}".replace("e-0", "e-").replace("e+0", "e")


def fields(root):
    """(place, key, symbol, unit, default, range, prior, says, source, more of it) in the order of the code."""
    constants = {}
    for path in sources(root, "src"):
        for match in re.finditer(r"constexpr (?:int|double) (\w+) = ([\d.e-]+);", read(path)):
            constants[match.group(1)] = match.group(2)
    for path in sources(root, "src"):
        text = read(path)
        for match in re.finditer(r"\bField\{", text):
            arguments = field_arguments(text, match.end())
            if len(arguments) < 9:
                continue  # an example in a comment
            key, symbol, _, unit, standard, low, high, prior, says = arguments[:9]
            source = arguments[9].replace("design_choice", "design choice") if len(arguments) > 9 else ""
            place = f"{path.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}"
            moves, direction, when = (arguments[10:13] + [""] * 3)[:3]
            more = f"{moves} {direction.split('::')[-1]}" + (f", {when}" if when else "") if moves else "none"
            if len(arguments) > 13:  # a choice: words, of which the default is a number
                words = arguments[13].split()
                standard, span = words[int(standard)], ", ".join(words)
            else:
                standard, low, high = (in_short(x, constants) for x in (standard, low, high))
                span = f"{low} to {high}"
            yield place, key, symbol, unit, standard, span, PRIORS[prior.split("::")[-1]], says, source, more


MODULE_ORDER = ["memory", "body", "mind", "encounter", "bond", "protection", "therapy"]


def parameter_table(root):
    def order(field):
        module = field[1].split(".")[0]
        return MODULE_ORDER.index(module) if module in MODULE_ORDER else len(MODULE_ORDER)
    lines = ["| symbol | key | default | unit | range | prior | source | meaning | more of it |",
             "|---|---|---|---|---|---|---|---|---|"]
    for _, key, symbol, unit, standard, span, prior, says, source, more in sorted(fields(root), key=order):
        cited = source if source in ("", "design choice") else f"[@{source}]"
        lines.append(f"| {symbol} | `{key}` | {standard} | {unit} | {span} | {prior} | {cited} | {says} | {more} |")
    return "\n".join(lines)


# --- errors ----------------------------------------------------------------------------------------------------------

def catalogue(root):
    """(code, exit, title, explanation, line) of src/nearness/base/catalogue.cpp."""
    path = root / "src" / "nearness" / "base" / "catalogue.cpp"
    text = read(path) if path.exists() else ""
    entry = re.compile(r'\{\s*"(E\d{4})"\s*,\s*Exit::(\w+)\s*,((?:\s*"(?:[^"\\]|\\.)*")+)\s*,((?:\s*"(?:[^"\\]|\\.)*")*)')
    def joined(part):
        return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', part)).replace('\\"', '"')
    for match in entry.finditer(text):
        yield (match.group(1), match.group(2), joined(match.group(3)), joined(match.group(4)),
               text.count("\n", 0, match.start()) + 1)


def error_table(root):
    lines = ["| code | what is wrong | exit |", "|---|---|---|"]
    exits = dict(re.findall(r"^\s+(\w+) = (\d+),", read(root / "src/nearness/base/problem.hpp"), re.M))
    for code, exit_name, title, _, _ in sorted(catalogue(root)):
        lines.append(f"| {code} | {title} | {exits.get(exit_name, exit_name)} |")
    return "\n".join(lines)


# --- columns of the output files -------------------------------------------------------------------------------------

def columns(file):
    def table(root):
        path = root / file
        text = read(path) if path.exists() else ""
        lines = ["| column | unit | |", "|---|---|---|"]
        for match in re.finditer(r'Column\{\s*"([^"]+)",\s*"([^"]+)",\s*"([^"]+)"\}', text):
            name, unit, says = match.groups()
            lines.append(f"| `{name}` | {'' if unit == '1' else unit} | {says} |")
        return "\n".join(lines)
    return table


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

KNOCK_OUT = re.compile(r'\{"(\w+)", "([^"]+)", "([^"]+)"\},')


def knock_out_table(root):
    rows = KNOCK_OUT.findall(read(root / "src/nearness/person/knock_outs.hpp"))
    return "| module | instead | |\n|---|---|---|\n" + "".join(f"| `{name}` | {instead} | {says} |\n"
                                                            for name, instead, says in rows)


SCENE_RULE = re.compile(r'\{"([^"]+)",\s*"([^"]+)",\s*"([^"]+)",\s*(true|false),')


def scene_rule_table(root):
    rows = SCENE_RULE.findall(read(root / "src/nearness/engine/scene_rules.cpp"))
    return "| rule | | looks at |\n|---|---|---|\n" + "".join(
        f"| {name} | {says[0].upper() + says[1:]} | {'the last relationship' if lately == 'true' else 'the whole life'} |\n"
        for name, _, says, lately in rows)


TABLES = [(KNOCK_OUTS_PAGE, "knock-outs", knock_out_table), (PARAMETERS_PAGE, "parameters", parameter_table), (ERRORS_PAGE, "errors", error_table),
          (OUTPUTS_PAGE, "chapter columns", columns("src/nearness/life/summary.hpp")),
          (OUTPUTS_PAGE, "encounter columns", columns("src/nearness/engine/result.hpp")),
          (OUTPUTS_PAGE, "beat columns", columns("src/nearness/engine/beat_row.hpp")),
          (SCENES_PAGE, "scene rules", scene_rule_table)]


def marked(name):
    return re.compile(rf"(<!-- {name}: written by scripts/check_docs.py --write -->\n)(.*?)(<!-- end of {name} -->)", re.S)


def check_tables(root):
    for page, name, make in TABLES:
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


def write_tables(root):
    for page, name, make in TABLES:
        path = root / page
        text = read(path)
        path.write_text(marked(name).sub(lambda m: m.group(1) + make(root) + "\n" + m.group(3), text), encoding="utf-8")


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


CHECKS = [check_equations, check_tables, check_catalogue, check_readme, check_links, check_citations, check_gallery, check_lengths]


def check(root):
    return [problem for one in CHECKS for problem in one(root)]


def check_scenarios(program, root):
    """Whole scenarios shown in pages: ```toml blocks with a title and a chapter."""
    problems, count = [], 0
    for page in pages(root):
        for language, start, block in fenced(read(page)):
            if language != "toml" or not block.startswith("title") or "[[chapter]]" not in block:
                continue
            count += 1
            with tempfile.TemporaryDirectory() as name:
                file = pathlib.Path(name) / "shown.toml"
                file.write_text(block + "\n", encoding="utf-8")
                done = subprocess.run([program, "check", str(file)], capture_output=True, text=True, check=False)
            if done.returncode != 0:
                problems.append(f"{page.relative_to(root)}:{start}: the program refuses this scenario:\n"
                                f"{done.stdout}{done.stderr}")
    return problems, count


# --- the self-test ---------------------------------------------------------------------------------------------------

GOOD = {
    "src/nearness/memory/made_up.hpp": '// (memory.1) V = w\nvisit(Field{"memory.made_up", "μ", number, "s", 1.0 / 4, 0, '
                                       'most, log_normal,\n "how " "so", "role2019"}, self.x);\ninline constexpr int most = 16;\n',
    "src/nearness/base/problem.hpp": "enum class Exit : int {\n    usage = 64,\n};\n",
    "src/nearness/base/catalogue.cpp": '{"E0001", Exit::usage, "it is wrong",\n "Do " "this.\\n"},\n',
    "src/nearness/base/uses.cpp": 'problems.add("E0001");\n',
    "docs/theory/memory.md": "# Memory\n\nAs in [@key2017].\n\n```text\nV = w    (memory.1)\n```\n",
    PARAMETERS_PAGE: "<!-- parameters: written by scripts/check_docs.py --write -->\n<!-- end of parameters -->\n",
    KNOCK_OUTS_PAGE: "<!-- knock-outs: written by scripts/check_docs.py --write -->\n<!-- end of knock-outs -->\n",
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
    ("cited nowhere", spoiled("docs/theory/memory.md", "[@key2017]", "")),
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
        summary = f"docs: {count} scenarios shown, {len(problems)} refused"
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
