"""Follows a document literally: writes the files it shows, types the commands it shows, and keeps what is printed.

A block of YAML says in its first line what becomes of it: `# FILE` is a whole file, `# FILE, at the end` goes below
what the file has, `# FILE, below: WORDS` goes below the one line that holds these words, and `# FILE, in place of:
WORDS` replaces it. A `console` block types what stands behind its `$`, and shows what is printed; a line `…` stands
for any lines. In an `sh` block `mkdir` and `cp -r` are done, and everything else is for a window or a network: it
has to be a command that exists.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.cli import VERBS

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a document: what is typed, what the document shows, and what was printed."""

    typed: str
    shown: str
    printed: str


def follow(text: str, folder: Path, run: Callable[[list[str]], str]) -> Iterator[Command]:
    """Do what the document `text` says, in `folder`; yields each command that was run, in order."""
    for kind, block in BLOCK.findall(text):
        if kind == "yaml":
            write(block, folder)
        elif kind == "console":
            typed, _, shown = block.removeprefix("$ ").partition("\n")
            yield Command(typed, shown, run(shlex.split(typed)[1:]))
        elif kind == "sh":
            for line in block.splitlines():
                type_plain(shlex.split(line), folder)


def write(block: str, folder: Path) -> None:
    """Write a block of YAML to the file that its first line names."""
    first, _, body = block.partition("\n")
    name, _, how = first.removeprefix("# ").partition(", ")
    file = folder / name
    before = file.read_text(encoding="utf-8") if how else ""
    place, _, words = how.partition(": ")
    if words:
        assert place in ("below", "in place of"), first
        (line,) = (line for line in before.splitlines() if words in line)
        after = before.replace(f"{line}\n", f"{line}\n{body}" if place == "below" else body)
    else:
        # A whole file keeps its first line, which is a note there: lines are counted as in what a reader copies.
        assert how in ("", "at the end"), first
        after = before + (body if how else block)
    file.parent.mkdir(exist_ok=True)
    file.write_text(after, encoding="utf-8")


def type_plain(words: list[str], folder: Path) -> None:
    """Do a command of the system; one of the game's or of pip's only has to be there."""
    match words:
        case ["mkdir", place]:
            (folder / place).mkdir()
        case ["cp", "-r", old, new]:
            shutil.copytree(folder / old, folder / new)
        case ["me-and-we", verb, *_]:
            assert verb in VERBS
        case _:
            assert words[:2] == ["pip", "install"], words


def agrees(shown: str, printed: str) -> bool:
    """Tell whether a document shows what was printed; `…` on a line of its own stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(f"{line}\n") for line in shown.splitlines())
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None
