"""The tree of a file, grown event by event on a stack of its own, so that depth can be refused and never recurses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeAlias

from game.authoring import rows, traps
from game.authoring.nodes import Fields, Listing, Node, Scalar, Span
from game.authoring.traps import Finding

DEEPEST: Final = 32
"""Lists and fields may stand in one another this many times."""

LONGEST: Final = 20_000
"""A value may have this many characters."""

MOST_REFUSED: Final = 50
"""After this many tags or shortcuts nobody needs to know of more."""

MOST_NAMED: Final = 8
"""A sentence names this many lines."""


class TooMuchError(Exception):
    """The file breaks a limit that ends the reading: what is left is not worth the time."""


_Open: TypeAlias = tuple[Span, bool, bool, list[Node]]
"""A list or a group of fields that is not yet closed: where it begins, whether it stands in brackets, whether it is
fields, and what stands in it; keys and values in turn for fields."""


@dataclass(slots=True)
class Tree:
    """What has been read so far of `lines`; the first of `roots` is the whole tree when all is read."""

    lines: tuple[str, ...]
    roots: list[Node] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    inside: list[Node] = field(init=False)
    notes: frozenset[int] = field(init=False)
    _open: list[_Open] = field(default_factory=list)
    _shortcuts: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the lines on which a note may cut words off."""
        self.inside = self.roots
        self.notes = frozenset(number for number, line in enumerate(self.lines, 1) if " #" in line)

    def open(self, span: Span, *, flow: bool, fields: bool) -> None:
        """Begin a list, or a group of fields."""
        if len(self._open) >= DEEPEST:
            self.refuse("too-deep", span, DEEPEST)
        self.inside = []
        self._open.append((span, flow, fields, self.inside))

    def close(self) -> None:
        """End the innermost list or group of fields."""
        span, flow, fields, inside = self._open.pop()
        self.inside = self._open[-1][-1] if self._open else self.roots
        if fields:
            keys, values = inside[::2], inside[1::2]
            pairs = traps.plain_fields(keys, values)
            if pairs is None:
                self.findings += traps.in_fields(keys, values, self.lines, flow=flow)
                pairs = traps.unique(keys, values)
            self.inside.append(Fields(pairs, span, flow))
        else:
            listing = Listing(tuple(inside), span, flow)
            if flow or not traps.is_plain_list(inside):
                self.findings += traps.in_list(listing, self.lines)
            self.inside.append(listing)

    def words(self, text: str, style: str, span: Span, last: int) -> None:
        """Add words that end on line `last`; most are plain and stand on one line."""
        if len(text) > LONGEST:
            self.findings.append(Finding("value-too-long", span, {"count": len(text), "limit": LONGEST}))
            text = text[:LONGEST]
        if not style and last == span[0]:
            scalar = Scalar(text, span)
            if last in self.notes or ":" in text:
                self.findings += traps.in_words(scalar, last, self.lines, self.notes)
        else:
            scalar = self._shaped(text, style, span, last)
            self.findings += traps.in_words(scalar, last, self.lines, self.notes)
        self.inside.append(scalar)

    def _shaped(self, text: str, style: str, span: Span, last: int) -> Scalar:
        if style in ("|", ">"):
            return rows.block(text, style, span, self.lines)
        if style:
            return rows.quoted(text, style, span, last, self.lines)
        return rows.folded(text, style, span, span.line, self.lines)

    def begin(self, span: Span, *, directives: bool) -> None:
        """Begin a document; a file has one."""
        if directives:
            line = next((at for at, each in enumerate(self.lines, 1) if each.startswith("%")), span.line)
            self.findings.append(Finding("percent-line", Span(line, 1), {"line": self.lines[line - 1]}))
        if self.roots:
            self.findings.append(Finding("two-files", span, {"sign": "---", "line": span.line}))
            raise TooMuchError

    def refuse_shortcut(self, span: Span) -> None:
        """Keep in mind that `&` or `*` stands at a place; all of them are told at once."""
        self._shortcuts.append(span)
        self._stop_after(len(self._shortcuts))

    def refuse_tag(self, span: Span) -> None:
        """Tell that a value begins with `!`."""
        words = self.lines[span.line - 1][span.column - 1 :].strip()
        self.findings.append(Finding("tag", span, {"quoted": traps.in_quotes(words)}))
        self._stop_after(len(self.findings))

    def refuse(self, rule: str, span: Span, limit: int) -> NoReturn:
        """Tell that a limit is broken, and read no further."""
        self.findings.append(Finding(rule, span, {"limit": limit}))
        self.roots.clear()
        raise TooMuchError

    def _stop_after(self, count: int) -> None:
        if count > MOST_REFUSED:
            self.roots.clear()
            raise TooMuchError

    def found(self) -> list[Finding]:
        """Return everything that was found."""
        if not self._shortcuts:
            return self.findings
        lines = sorted({span.line for span in self._shortcuts})
        where = ", ".join(map(str, lines[:MOST_NAMED])) + (", …" if len(lines) > MOST_NAMED else "")
        others = [each for each in self.findings if each.rule != "merge"]
        return [Finding("shortcut", self._shortcuts[0], {"lines": where}), *others]
