"""Printing whole texts: what the terminal cannot show becomes a replacement sign, never an error."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Write `text` to the standard output."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
