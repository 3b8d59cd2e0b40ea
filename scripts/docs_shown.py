"""What pages show is run: whole scenarios and experiments, and commands of `nearness experiment`.

scripts/check_docs.py --scenarios PROGRAM calls it.
"""
import pathlib
import shlex
import subprocess
import tempfile


def refusal(program, arguments, folder):
    """What PROGRAM says against these arguments, or nothing."""
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"the program refuses this:\n{done.stdout}{done.stderr}"


def shown_calls(language, block):
    """(a file's text or None, arguments) of what a block shows: whole scenarios, whole experiments, commands of experiments."""
    if language == "toml" and block.startswith("title") and "[[chapter]]" in block:
        yield block, ["check", "shown.toml"]
    elif language == "toml" and "[groups]" in block:
        yield block, ["experiment", "shown.toml", "--quiet"]
    elif language == "sh":
        for line in block.splitlines():
            if line.startswith("nearness experiment "):
                yield None, [*shlex.split(line)[1:], "--quiet"]


def check_shown(program, root, blocks):
    """Problems, and how many things were tried; `blocks` are pairs of a page and (language, first line, content)."""
    problems, count = [], 0
    program = str(pathlib.Path(program).resolve())
    for page, (language, start, block) in blocks:
        for text, arguments in shown_calls(language, block):
            count += 1
            with tempfile.TemporaryDirectory() as name:
                if text is not None:
                    (pathlib.Path(name) / "shown.toml").write_text(text + "\n", encoding="utf-8")
                if said := refusal(program, arguments, name):
                    problems.append(f"{page.relative_to(root)}:{start}: {said}")
    return problems, count
