"""Signs that may not stand in a file, or not where they stand: told, and taken out before the YAML is read.

Hidden spaces are free to stand in prose; beside a name they make YAML see another name, or none. Tabs may stand in
prose too; in front of a line YAML cannot tell how far in it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from game.authoring import tabs
from game.authoring.places import Source, Span
from game.authoring.traps import HEAPED, Finding, heap
from game.language import _

_ANYWHERE: Final = (
    ("joined-files", re.compile("\ufeff")),
    ("half-sign", re.compile("[\ud800-\udfff]")),
    ("control-sign", re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")),
    ("direction-mark", re.compile(r"[\u202a-\u202e\u2066-\u2069]")),
    ("odd-break", re.compile(r"[\r\x85\u2028\u2029]")),
)
_ANY: Final = re.compile(f"[{''.join(signs.pattern.strip('[]') for _, signs in _ANYWHERE)}]")

_PLAIN: Final = bytes([0x0A, *range(0x20, 0x7F)])
"""All that stands in a file in plain English: asking for these takes least."""

_HIDDEN: Final = r"[\xa0\xad\u180e\u2000-\u200f\u202f\u205f\u2060\u3000]"
_LOOK: Final = re.compile(_HIDDEN.replace("[", r"[\t"))
_BESIDE_NAME: Final = re.compile(
    rf"[ \t]*(?:- +)*(?:-?{_HIDDEN}+[ ]*(?:- +)*[\w\"'-]|[\w\"']+(?:{_HIDDEN}+ *:|: *{_HIDDEN}))"
)
_HIDDEN_ONE: Final = re.compile(_HIDDEN)
_ZERO_WIDTH: Final = re.compile(r"[\xad\u180e\u200b-\u200f\u2060]")
_TAB_FIRST: Final = re.compile(r" *\t[ \t]*(?=\S)")
_TAB_BETWEEN: Final = re.compile(r" *(?:- +)*(-|[\w\"']+:) *\t\s*(?=\S)")
OPENS_BLOCK: Final = re.compile(r"(?:^|[\s:-])[|>][-+0-9]*(?: +#.*)?$")


def cleaned(source: Source) -> tuple[Source, list[Finding]]:
    """Return the file without signs that may not stand there, and what was found."""
    text = source.text
    if text.isascii() and not text.encode().translate(None, _PLAIN):
        return source, []
    if text.replace("\n", "").isprintable() and not HEAPED.search(text):
        return source, []
    clean = ["" if line.isspace() and "\t" in line else line for line in source.lines]
    found = list(_take_off(clean))
    if _ANY.search(text):
        found += _take_out(clean)
    if _LOOK.search(text):
        free = in_blocks(clean)
        found += _take_out_hidden(clean, free)
        found += _take_out_first_tabs(clean, free)
        found += _take_out_tabs(clean, free)
    return Source(source.name, "\n".join(clean)), found


def half(code: str, meant: str = "") -> dict[str, object]:
    """Return what is to be said of a code for half a sign, or for the two halves of the one that is `meant`."""
    what = _("a character in two halves") if meant else _("half a character")
    return {"code": code, "what": what, "better": meant or "🙂"}


def _take_out(lines: list[str]) -> Iterator[Finding]:
    for at, line in enumerate(lines):
        if not _ANY.search(line):
            continue
        for rule, signs in _ANYWHERE:
            found = signs.search(line)
            if found:
                code = f"U+{ord(found[0]):04X}"
                details: dict[str, object] = half(code) if rule == "half-sign" else {"code": code}
                yield Finding(rule, Span(at + 1, found.start() + 1), details)
                break
        lines[at] = _ANY.sub("", line)


def _take_off(lines: list[str]) -> Iterator[Finding]:
    """Take heaped marks off their letters."""
    for at, line in enumerate(lines):
        found = HEAPED.search(line)
        if found:
            yield heap(found, Span(at + 1, found.start() + 1))
            lines[at] = HEAPED.sub("", line)


def _take_out_hidden(lines: list[str], free: frozenset[int]) -> Iterator[Finding]:
    for at, line in enumerate(lines):
        if line.isascii() or not _BESIDE_NAME.match(line) or at in free:
            continue
        found = _HIDDEN_ONE.search(line)
        if found:
            yield Finding("hidden-sign", Span(at + 1, found.start() + 1), {"code": f"U+{ord(found[0]):04X}"})
            lines[at] = _HIDDEN_ONE.sub(" ", _ZERO_WIDTH.sub("", line))


def _take_out_first_tabs(lines: list[str], free: frozenset[int]) -> Iterator[Finding]:
    first = [at for at, line in enumerate(lines) if _TAB_FIRST.match(line) and at not in free]
    if first:
        span = Span(first[0] + 1, lines[first[0]].index("\t") + 1)
        insets = tabs.insets(lines, first, free)
        yield tabs.finding(span, insets[first[0]], first[1:])
        for at in first:
            lines[at] = " " * insets[at][0] + lines[at].lstrip()


def _take_out_tabs(lines: list[str], free: frozenset[int]) -> Iterator[Finding]:
    for at, line in enumerate(lines):
        found = _TAB_BETWEEN.match(line) if "\t" in line else None
        if found and at not in free:
            lines[at] = f"{line[: found.end(1)]} {line[found.end() :]}"
            yield Finding(
                "tab-between", Span(at + 1, line.index("\t") + 1), {"before": found[1], "line": lines[at].strip()}
            )


def in_blocks(lines: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines that are words of a `|` block: they stand further in than its beginning."""
    inside, found = None, []
    for at, line in enumerate(lines):
        blank = not line.strip()
        if inside is not None and (blank or _indent(line) > inside):
            found.append(at)
        else:
            inside = _indent(line) if OPENS_BLOCK.search(line) else None
    return frozenset(found)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
