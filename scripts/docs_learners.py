"""The table of the columns that `nearness learn` writes, made from what the learners show. scripts/check_docs.py compares
and writes it; tests/cli/learn_test.cpp looks whether the program writes these columns.
"""
import re

LEARNING_PAGE = "docs/guide/learning.md"
OUTPUT = re.compile(r'Output(?:\s+(\w+))?\s*\{((?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}')
# Families that are shown by a function of their own.
CALLS = {"show_associabilities": "associability"}
WORDS = {"cue": "CUE", "stimulus": "STIMULUS", "period": "PERIOD", "cause": "CAUSE", "level": "LEVEL"}


def read(path):
    return path.read_text(encoding="utf-8")


def output(arguments):
    """(column, symbol, meaning, whether every row shows it after its trial) of what stands between the braces."""
    texts = re.findall(r'"((?:[^"\\]|\\.)*)"', arguments)
    indices = [WORDS[word] for word in re.findall(r"Index::(\w+)", arguments) if word in WORDS]
    name, symbol = texts[0], texts[1]
    return "_".join([name, *indices]), symbol, "".join(texts[2:]), bool(re.search(r",\s*true\s*$", arguments))


def body(text, function):
    """What stands between the braces of a function."""
    start = re.search(rf"static void {function}\([^{{]*\{{", text)
    if not start:
        return ""
    depth, at = 1, start.end()
    while depth > 0:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return text[start.end():at]


def shown(text, function, shared):
    """The outputs that a function of a learner shows, in its order."""
    found = []
    for match in re.finditer(OUTPUT.pattern + r"|shown::(\w+)|\b(show_\w+)\(", body(text, function)):
        if match.group(2) is not None:
            one = output(match.group(2))
        else:
            name = match.group(3) or CALLS.get(match.group(4))
            one = shared.get(name)
        if one and one not in found:
            found.append(one)
    return found


def column_table(root):
    folder = root / "src/nearness/memory/learners"
    shared = {}
    for path in sorted(folder.glob("*.hpp")):
        for match in re.finditer(r"inline constexpr " + OUTPUT.pattern, read(path)):
            shared[match.group(1)] = output(match.group(2))
    lines = ["| learner | column | holds | symbol | |", "|---|---|---|---|---|"]
    for path in sorted(folder.glob("*.hpp")):
        text = read(path)
        if "static constexpr std::string_view name" not in text:
            continue
        model = re.search(r'string_view name = "([^"]+)"', text).group(1)
        first = f"[`{model}`](../models/{model}.md)"
        states = shown(text, "show_state", shared)
        rows = [(column, "before", symbol, says) for column, symbol, says, _ in shown(text, "show", shared)
                if column not in ("prediction", "response")]
        rows += [(column, "after", symbol, says) for column, symbol, says, result in states if result]
        rows += [(f"{column}_before`, `{column}_after", "*both*", symbol, f"*{says}*") for column, symbol, says, _ in states]
        for column, when, symbol, says in rows:
            lines.append(f"| {first} | `{column}` | {when} | {symbol} | {says} |")
            first = ""
    return "\n".join(lines)


LEARNER_TABLES = [(LEARNING_PAGE, "learner columns", column_table)]
