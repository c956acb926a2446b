"""The tree of a file while it grows: the nodes that are finished, and what has to be refused or looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn

from game.authoring import traps
from game.authoring.nodes import Node, Scalar
from game.authoring.places import Source, Span
from game.authoring.traps import Finding
from game.language import ngettext

DEEPEST: Final = 32
"""Lists and fields may stand in one another this many times."""

MOST_REFUSED: Final = 50
"""After this many tags, shortcuts or clashing names nobody needs to know of more."""

MOST_NAMED: Final = 8
"""A sentence names this many lines."""


class TooMuchError(Exception):
    """The file breaks a limit that ends the reading: what is left is not worth the time."""


@dataclass(slots=True)
class Tree:
    """What has been read so far of `page`; the first of `roots` is the whole tree when all is read.

    `odd` tells that something in it may be a trap, so that all of it has to be looked at again: few files need that.
    """

    page: Source
    odd: bool = False
    roots: list[Node] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    _clashes: list[Finding] = field(default_factory=list)
    _dropped: list[Node] = field(default_factory=list)
    _shortcuts: list[Span] = field(default_factory=list)
    _found: list[Finding] | None = None

    def clash(self, key: Node, value: Node, lines: Mapping[str, int]) -> None:
        """Leave out a field whose name is no words, or is there already: `lines` are those of the names so far."""
        if isinstance(key, Scalar):
            self._clashes.append(Finding("name-twice", key.span, {"name": key.text, "line": lines[key.text]}))
            self._dropped.append(value)
        else:
            self._clashes.append(Finding("odd-name", key.span, {}))
            self._dropped += key, value
        self.odd = True
        self._stop_after(len(self._clashes))

    def begin(self, span: Span, *, directives: bool) -> None:
        """Begin a document; a file has one."""
        if directives:
            line = next((at for at, each in enumerate(self.page.lines, 1) if each.startswith("%")), span.line)
            self.findings.append(Finding("percent-line", Span(line, 1), {"line": self.page.lines[line - 1]}))
        if self.roots:
            self.findings.append(Finding("two-files", span, {"sign": "---", "line": span.line}))
            raise TooMuchError

    def refuse_shortcut(self, span: Span) -> None:
        """Keep in mind that `&` or `*` stands at a place; all of them are told at once."""
        self._shortcuts.append(span)
        self._stop_after(len(self._shortcuts))

    def refuse_tag(self, span: Span) -> None:
        """Tell that a value begins with `!`."""
        words = self.page.lines[span.line - 1][span.column - 1 :].strip()
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
        """Return everything that was found; it is looked for once, when the tree has grown."""
        if self._found is None:
            self._found = self._looked_for()
        return self._found

    def _looked_for(self) -> list[Finding]:
        found = list(self.findings)
        if self.roots and (self.odd or not traps.are_plain(self.names)):
            found += traps.in_nodes((self.roots[0], *self._dropped), self.page.lines)
        found += self._clashes
        if not self._shortcuts:
            return found
        lines = sorted({span.line for span in self._shortcuts})
        where = ", ".join(map(str, lines[:MOST_NAMED])) + (", …" if len(lines) > MOST_NAMED else "")
        where = ngettext("line {lines}", "lines {lines}", len(lines)).format(lines=where)
        others = [each for each in found if each.rule != "merge"]
        return [Finding("shortcut", self._shortcuts[0], {"lines": where}), *others]
