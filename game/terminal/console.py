"""The prompt itself: plain lines out, one answer a line in. No colour, no cursor, at most 80 columns.

Letters that the terminal cannot show become replacement signs; a closed output ends the game quietly.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Final, TextIO

PLAINER: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "…": "...", "é": "e", "ï": "i"}
)
"""What stands for typographic signs where a terminal has none."""

WIDTH: Final = 78
"""Columns that a line of prose may take."""


class Console:
    """Writes to `output` and reads from `source`, each a text stream."""

    def __init__(self, source: TextIO, output: TextIO) -> None:
        self._source = source
        self._output = output
        self.at_terminal = source.isatty()

    def say(self, text: str = "", *, first: str = "", then: str = "") -> None:
        """Write one paragraph, wrapped; `first` and `then` indent its first and its further lines.

        Lines in it that begin with two spaces, such as a command, stay as they are.
        """
        words, *whole = text.split("\n  ")
        lines = textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)
        self._write("\n".join([*lines, *(f"  {line}" for line in whole)]) + "\n")

    def paragraphs(self, paragraphs: Iterable[str]) -> None:
        """Write paragraphs, a blank line after each."""
        for paragraph in paragraphs:
            self.say(paragraph)
            self.say()

    def ask(self, prompt: str) -> str | None:
        """Ask for a line; returns it without surrounding space, or None at the end of the input.

        An answer that was piped in is written too, so that what comes out reads as a whole.
        """
        self._write(f"{prompt} ")
        line = self._source.readline()
        if not line:
            self._write("\n")
            return None
        answer = line.strip()
        if not self.at_terminal:
            self._write(f"{answer}\n")
        return answer

    def _write(self, text: str) -> None:
        encoding = getattr(self._output, "encoding", None) or "utf-8"
        try:
            text.encode(encoding)
        except UnicodeEncodeError:
            text = text.translate(PLAINER).encode(encoding, "replace").decode(encoding)
        self._output.write(text)
        self._output.flush()
