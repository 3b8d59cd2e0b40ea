#!/usr/bin/python3
"""Runs the pieces of code that docs/guide/analysis.md shows, and compares what they print with what the page says.

    snippets.py PROGRAM LANGUAGE            LANGUAGE is python or r; exit 1 when something fails or differs
    snippets.py --write PROGRAM LANGUAGE    writes what they print into the page

All pieces of a language are one session, from top to bottom, in a fresh folder in which the page's own shell commands have
been run. A ```text block after a piece is its output. Then they are run once more on a run of one person: whatever they
print there, they must not fail.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "guide" / "analysis.md"
PIECE = re.compile(r"```(sh|python|r)\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.S)
MARK = "--- end of a piece ---"
RUN = {"python": ["/usr/bin/python3", "-"], "r": ["Rscript", "-"], "sh": ["bash", "-eu"]}
SAY_MARK = {"python": f"print({MARK!r}, flush=True)\n", "r": f"cat('{MARK}\\n')\n", "sh": ""}
SILENT = {"python": "", "sh": "", "r": "dev.off <- function(...) invisible(grDevices::dev.off(...))\n"}


def ran(language, pieces, folder, program):
    source = SILENT[language] + "".join(piece + SAY_MARK[language] for piece in pieces)
    path = f"{pathlib.Path(program).resolve().parent}:{os.environ['PATH']}"
    done = subprocess.run(RUN[language], input=source, cwd=folder, text=True, capture_output=True, check=False,
                          env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        sys.exit(f"a piece of {language} failed:\n{done.stdout}{done.stderr}")
    return [re.sub(r"[ \t]+$", "", text, flags=re.M).strip("\n") for text in done.stdout.split(MARK)[:len(pieces)]]


def main():
    write = sys.argv[1:2] == ["--write"]
    program, language = sys.argv[1 + write:]
    page = PAGE.read_text(encoding="utf-8")
    pieces = [match for match in PIECE.finditer(page) if match.group(1) == language]
    assert len(pieces) >= 3, "the page has lost its pieces of code"
    with tempfile.TemporaryDirectory() as folder:
        ran("sh", [match.group(2) for match in PIECE.finditer(page) if match.group(1) == "sh"], folder, program)
        said = ran(language, [match.group(2) for match in pieces], folder, program)
        figures = sorted(path.name for path in pathlib.Path(folder).glob("*.png") if path.stat().st_size > 2000)
    with tempfile.TemporaryDirectory() as folder:
        commands = [match.group(2) for match in PIECE.finditer(page) if match.group(1) == "sh"]
        assert any("nearness run " in command for command in commands)
        ran("sh", [command.replace("nearness run ", "nearness run --persons 1 ") for command in commands], folder, program)
        ran(language, [match.group(2) for match in pieces], folder, program)
    shown = set(re.findall(r'png\("([^"]+)"', "".join(match.group(2) for match in pieces)))
    wrong = 0
    if set(figures) != shown:
        wrong += 1
        print(f"figures: {figures} drawn, {sorted(shown)} promised")
    out, at = "", 0
    for match, text in zip(pieces, said):
        line = page[:match.start()].count("\n") + 1
        if match.group(3) is None and text:
            wrong += 1
            print(f"{PAGE.name}:{line}: prints what the page does not show:\n{text}")
        if match.group(3) is not None:
            out += page[at:match.start(3)] + text + "\n"
            at = match.end(3)
            if match.group(3).strip("\n") != text and not write:
                wrong += 1
                print(f"{PAGE.name}:{line}: the page shows\n{match.group(3)}\nand it prints\n{text}\n")
    if write:
        PAGE.write_text(out + page[at:], encoding="utf-8")
    print(f"{len(pieces)} pieces of {language}, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
