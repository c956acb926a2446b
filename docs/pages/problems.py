"""The pages on problems: one for each code, and the list of them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game.authoring.manual import Page, page
from game.authoring.rules import RULES
from pages.markdown import code, table, words

_PARTS = (
    ("Reading a file", range(100, 200)),
    ("Forms and names", range(200, 250)),
    ("Files around a story", range(250, 260)),
    ("Promises", range(260, 270)),
    ("Conditions and marks in prose", range(270, 290)),
    ("The way through a story", range(290, 300)),
    ("Packs", range(300, 320)),
    ("Plays", range(320, 330)),
)
"""The parts of the list of errors, by the numbers of their codes. Warnings from 200 on have a part of their own."""

_INTRODUCTION = """\
# Problems

Everything that `check` can say, by its code. A code that begins with E is an error: the story cannot be played before
it is mended. One that begins with W is a warning: it plays all the same. `me-and-we explain CODE` tells the same at a
prompt. The mistakes that everybody makes first are on a page of their own, [](../../guide/complaints.md).

"""
_LONGEST = 30
"""An example of more lines is told by its wrong lines alone."""


def pages(broken: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and Markdown of each page; `broken` is the folder of stories that show a problem each."""
    shown = sorted((page(name) for name in RULES), key=lambda each: (each.code[1:], each.code))
    yield "problems/index", _index(shown)
    for each in shown:
        yield f"problems/{each.code}", _page(each, broken)


def _index(shown: list[Page]) -> str:
    parts = [_INTRODUCTION]
    advice = [each for each in shown if each.severity == "warning"]
    groups = [(title, [each for each in shown if _number(each) in numbers]) for title, numbers in _PARTS]
    errors = [(title, [each for each in group if each not in advice]) for title, group in groups]
    for title, group in [*errors, ("Warnings", advice)]:
        rows = ((f"[{each.code}]({each.code}.md)", words(each.sentence)) for each in group)
        parts += [f"## {title}\n\n", table(("code", "what `check` says"), rows), "\n"]
    return "".join(parts)


def _number(shown: Page) -> int:
    return int(shown.code[1:])


def _page(shown: Page, broken: Path) -> str:
    told = "An error: the story cannot be played before it is mended."
    if shown.severity == "warning":
        told = "A warning: the story plays all the same."
    parts = [
        f"---\norphan: true\n---\n# {shown.code}: {shown.name.replace('-', ' ')}\n\n",
        f"> {words(shown.sentence)}\n\n{told}\n\n{words(shown.why)}\n\n",
    ]
    parts += _example(shown, broken)
    if shown.wrong:
        parts += ["## Mended\n\nIn place of\n\n", code(shown.wrong), "\nwrite\n\n", code(shown.right or " "), "\n"]
    if shown.hint:
        parts += ["## What to do\n\n", _hint(shown.hint), "\n"]
    parts.append("[All problems](index.md)\n")
    return "".join(parts)


def _hint(hint: str) -> str:
    """Return a hint; lines of a story in it stay as they are."""
    sentence, _, lines = hint.partition("\n")
    return words(sentence) + "\n" + (f"\n{code(lines)}" if lines else "")


def _example(shown: Page, broken: Path) -> Iterator[str]:
    """Yield the example: the file that shows the problem, if it can be printed, and what `check` prints."""
    printed = broken / f"{shown.name}.txt"
    if not printed.exists():
        return
    told = printed.read_text(encoding="utf-8")
    yield "## For example\n\n"
    place = re.match(r"([^:\n]+\.yaml):", told)
    text = _text(broken / place[1]) if place else None
    if place and text:
        yield f"With this in `{Path(place[1]).name}`\n\n{code(text)}\n"
    yield f"`check` prints\n\n{code(told)}\n"


def _text(file: Path) -> str | None:
    """Return what a file holds, if it is short and can be printed sign by sign."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
    fine = all(sign.isprintable() or sign in "\n\t" for sign in text)
    return text if fine and text.count("\n") <= _LONGEST else None
