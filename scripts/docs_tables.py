"""Tables of the documentation that are made from the code: parameters, errors, knock-outs, output columns.

scripts/check_docs.py compares them with the pages, and writes them.
"""
import re

from docs_claims import CLAIMS_PAGE, claims_page, record
from docs_evidence import EVIDENCE_TABLES
from docs_learners import LEARNER_TABLES

KNOCK_OUTS_PAGE = "docs/theory/knock-outs.md"
ADDITIONS_PAGE = "docs/theory/additions.md"
PARAMETERS_PAGE = "docs/theory/parameters.md"
ERRORS_PAGE = "docs/guide/errors.md"
OUTPUTS_PAGE = "docs/guide/outputs.md"
SCENES_PAGE = "docs/develop/scenes.md"
LEARNERS = "src/nearness/memory/learners"  # one page a learner in docs/models, its own parameters on it
STAND_INS = "src/nearness/memory/stand_ins"  # the same of what else can take the place of a memory
PRIORS = {"log_normal": "log-normal", "logit_normal": "logit-normal", "none": "not swept", "added": "off: not swept"}


def read(path):
    return path.read_text(encoding="utf-8")


def sources(root, *tops):
    for top in tops or ("src", "cli"):
        yield from sorted((root / top).rglob("*.[ch]pp"))


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


def learners(root):
    return sorted([*(root / LEARNERS).glob("*.hpp"), *(root / STAND_INS).glob("*.hpp")])


def parameter_table(root):
    return table_of([field for field in fields(root) if not field[0].startswith((LEARNERS, STAND_INS))])


def learner_tables(root):
    """(page, name, make) for each learner that has parameters of its own."""
    for path in learners(root):
        start = f"{path.relative_to(root)}:"
        if any(field[0].startswith(start) for field in fields(root)):
            yield (f"docs/models/{path.stem.replace('_', '-')}.md", "parameters",
                   lambda top, start=start: table_of([field for field in fields(top) if field[0].startswith(start)]))


def table_of(some):
    def order(field):
        module = field[1].split(".")[0]
        return MODULE_ORDER.index(module) if module in MODULE_ORDER else len(MODULE_ORDER)
    lines = ["| symbol | key | default | unit | range | prior | source | meaning | more of it |",
             "|---|---|---|---|---|---|---|---|---|"]
    for _, key, symbol, unit, standard, span, prior, says, source, more in sorted(some, key=order):
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


# --- knock-outs ------------------------------------------------------------------------------------------------------

KNOCK_OUT = re.compile(r'\{"(\w+)",\s*"([^"]+)",\s*"([^"]+)",')


def knock_out_table(root):
    rows = KNOCK_OUT.findall(read(root / "src/nearness/person/knock_outs.hpp"))
    return "| module | instead | |\n|---|---|---|\n" + "".join(f"| `{name}` | {instead} | {says} |\n"
                                                            for name, instead, says in rows)


# --- additions -------------------------------------------------------------------------------------------------------

ADDITION = re.compile(r'\{"(\w+)",\s*"([^"]+)",\s*"([^"]+)",\s*"([^"]+)",\s*([\d.e]+),\s*"([^"]+)"\}')


def additions(root):
    return ADDITION.findall(read(root / "src/nearness/person/additions.hpp"))


def addition_table(root):
    return "| addition | equation | | parameter | tried at | for claims |\n|---|---|---|---|---|---|\n" + "".join(
        f"| {link(root, name)} | {equation} | {says} | `{key}` | {strength} | {claims.replace(' ', ', ')} |\n"
        for name, equation, says, key, strength, claims in additions(root))


def link(root, name):
    """To an addition's card: its heading ends in its name."""
    for line in read(root / ADDITIONS_PAGE).splitlines():
        if line.startswith("## ") and line.endswith(f"`{name}`"):
            anchor = re.sub(r"[^\w\- ]", "", line[3:].lower()).replace(" ", "-")
            return f"[`{name}`](#{anchor})"
    return f"`{name}`"


def addition_changes(root):
    """What each addition does to the verdicts, from the record of the knock-outs."""
    found = {}
    for row in record(root, "knockouts.csv"):
        found.setdefault(row["run"], {})[int(row["claim"])] = row["found"]
    usual = found.get("everything in place", {})
    lines = ["| addition | now holds | no longer fails | no longer holds | now fails |", "|---|---|---|---|---|"]
    for name, *_ in additions(root):
        runs = found.get(f"with-{name}", {})

        if not runs:
            lines.append(f"| `{name}` | not run yet | | | |")
            continue

        def those(test):
            return ", ".join(str(claim) for claim in sorted(runs) if test(usual[claim], runs[claim])) or "–"
        lines.append(f"| `{name}` | " + " | ".join([
            those(lambda before, now: before != "holds" and now == "holds"),
            those(lambda before, now: before == "fails" and now == "open"),
            those(lambda before, now: before == "holds" and now == "open"),
            those(lambda before, now: before != "fails" and now == "fails")]) + " |")
    return "\n".join(lines)


# --- all of them -----------------------------------------------------------------------------------------------------

SCENE_RULE = re.compile(r'\{"([^"]+)",\s*"([^"]+)",\s*"([^"]+)",\s*(true|false),')


def scene_rule_table(root):
    rows = SCENE_RULE.findall(read(root / "src/nearness/engine/scene_rules.cpp"))
    return "| rule | | looks at |\n|---|---|---|\n" + "".join(
        f"| {name} | {says[0].upper() + says[1:]} | {'the last relationship' if lately == 'true' else 'the whole life'} |\n"
        for name, _, says, lately in rows)


TABLES = [*EVIDENCE_TABLES, *LEARNER_TABLES, (KNOCK_OUTS_PAGE, "knock-outs", knock_out_table),
          (ADDITIONS_PAGE, "additions", addition_table), (ADDITIONS_PAGE, "what additions change", addition_changes),
          (PARAMETERS_PAGE, "parameters", parameter_table),
          (ERRORS_PAGE, "errors", error_table),
          (OUTPUTS_PAGE, "chapter columns", columns("src/nearness/life/summary.hpp")),
          (OUTPUTS_PAGE, "encounter columns", columns("src/nearness/engine/result.hpp")),
          (OUTPUTS_PAGE, "beat columns", columns("src/nearness/engine/beat_row.hpp")),
          (SCENES_PAGE, "scene rules", scene_rule_table)]


def marked(name):
    return re.compile(rf"(<!-- {name}: written by scripts/check_docs.py --write -->\n)(.*?)(<!-- end of {name} -->)", re.S)


def all_tables(root):
    """(page, name, make) of every table, those of the learners included."""
    return [*TABLES, (CLAIMS_PAGE, "claims", claims_page), *learner_tables(root)]


def write_tables(root):
    for page, name, make in all_tables(root):
        path = root / page
        text = read(path)
        path.write_text(marked(name).sub(lambda m: m.group(1) + make(root) + "\n" + m.group(3), text), encoding="utf-8")
