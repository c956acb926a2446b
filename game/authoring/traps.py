"""Traps: what YAML reads without complaint and the author did not mean.

Each function looks at one node and yields findings; the rules' sentences are in `rules/reading.py`. Looking takes as
long as reading does, and in most files nothing can be found: `are_possible` and `are_plain` tell so from the text and
the names as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from game.authoring import places
from game.authoring.nodes import Fields, Listing, Node, Scalar
from game.authoring.places import Span
from game.authoring.schema import NAMES


class Finding(NamedTuple):
    """A mistake: the rule it breaks, where, and the details that the rule's sentences ask for."""

    rule: str
    span: Span
    details: dict[str, object]


_FIELDS: Final = frozenset[str]().union(*NAMES.values())
"""Names that an author writes before a colon: `go:hall` without a space is surely one of them."""

_NO_SPACE: Final = re.compile(r"([a-z_]+):(?=[^\s/:])")
_CLOSE_COLON: Final = re.compile(r":(?![ \n])")
_ID: Final = re.compile(r"[a-z0-9_.+-]*")
_NOTE: Final = re.compile(r"\s*#")
_NAME: Final = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*)*(?: \([^()]*\))?")
_HIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_DIRECTION: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_BREAK: Final = re.compile(r"[\x85\u2028\u2029]")
_LONGEST_QUOTED: Final = 200
HEAPED: Final = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,}")
"""More marks on one letter than any language has; each makes its line higher (Unicode's blocks of combining marks)."""

_MOST_MARKS: Final = 4
_CURLY: Final = "“”„‟«»‘’‚‛"


def are_possible(text: str) -> bool:
    """Tell whether a file may hold a note after words, a colon without a space, or an escape."""
    return "\\" in text or ("#" in text and " #" in text) or _CLOSE_COLON.search(text) is not None


def are_plain(names: set[str]) -> bool:
    """Tell whether nothing can be wrong with names as such."""
    return all(map(str.isidentifier, names - _FIELDS))


def in_nodes(nodes: Iterable[Node], lines: Sequence[str]) -> Iterator[Finding]:
    """Yield what is wrong anywhere in some trees, the innermost first."""
    for node in nodes:
        match node:
            case Scalar():
                yield from _in_words(node, lines)
            case Listing():
                yield from in_nodes(node.items, lines)
                yield from _in_list(node, lines)
            case _:
                yield from in_nodes((each for entry in node.entries for each in entry), lines)
                for key, value in node.entries:
                    yield from _in_field(key, value, lines, flow=node.flow)


def _in_words(scalar: Scalar, lines: Sequence[str]) -> Iterator[Finding]:
    if scalar.style == '"':
        yield from _escaped(scalar)
    elif scalar.style:
        if scalar.style != "'" and (not scalar.text or scalar.text.isspace()):
            yield Finding("block-not-indented", scalar.span, {"sign": scalar.style})
    elif scalar.text:
        last = places.last_line(scalar.written)
        if ":" in scalar.text or last > scalar.span.line:
            yield from _plain(scalar, last, lines)
        if " #" in lines[last - 1]:
            yield from _cut_off(scalar, last, lines[last - 1])


def _in_list(node: Listing, lines: Sequence[str]) -> Iterator[Finding]:
    if node.flow and _is_split_sentence(node):
        yield Finding("list-split-words", node.span, {"quoted": in_quotes(_rest(node.span, lines))})
    for item in node.items:
        if isinstance(item, Listing) and not item.flow and _before(item.span, lines).endswith("-"):
            yield _sign("-", item.span, lines)
        elif not node.flow:
            yield from _note_instead(item, "-", lines)


def _in_field(key: Scalar, value: Node, lines: Sequence[str], *, flow: bool) -> Iterator[Finding]:
    if key.style in ("|", ">") or key.text in ("", "~"):
        yield Finding("odd-name", key.span, {})
        return
    if not key.text.isidentifier() and not _before(key.span, lines).endswith("?"):
        yield from _odd_name(key, value, lines, flow=flow)
    if isinstance(value, Scalar) and not value.text and not value.style:
        yield from _empty(key, value, lines, flow=flow)


def _odd_name(key: Scalar, value: Node, lines: Sequence[str], *, flow: bool) -> Iterator[Finding]:
    if key.text == "<<" and not key.style:
        yield Finding("merge", key.span, {})
    elif _is_in_curly(key.text):
        yield Finding("curly-quotes", key.span, {"name": key.text.strip(_CURLY)})
    elif not flow and not key.style and isinstance(value, Scalar) and _is_sentence(key):
        yield Finding("colon-in-words", key.span, {"quoted": in_quotes(_rest(key.span, lines))})


def _empty(key: Scalar, value: Scalar, lines: Sequence[str], *, flow: bool) -> Iterator[Finding]:
    if _before(key.span, lines).endswith("?"):
        yield _sign("?", Span(key.span.line, key.span.column - 2), lines)
    elif flow and value.span.column == key.span.column + key.span.length:
        name, sign, rest = key.text.replace("=", ":", 1).partition(":")
        instead = f"{name.strip()}: {rest.strip() or '…'}" if sign else f"{name}: …"
        yield Finding("name-without-value", key.span, {"name": key.text, "instead": f"{{{instead}}}"})
    else:
        yield from _note_instead(value, f"{key.text}:", lines)


def _is_in_curly(name: str) -> bool:
    """Tell whether typographic quotes stand around a name, and not in a sentence that a colon cut in two."""
    around = name[0] in _CURLY, name[-1] in _CURLY[:6]
    return all(around) or (any(around) and " " not in name)


def _is_sentence(key: Scalar) -> bool:
    """Tell whether a name is the beginning of a sentence, and not a misspelt one beside others."""
    beside = isinstance(key.home, Fields) and not _FIELDS.isdisjoint(key.home.raw)
    return looks_like_prose(key.text) and not (beside and key.text.replace(" ", "_").isidentifier())


def looks_like_prose(text: str) -> bool:
    """Tell whether text before a colon is the beginning of a sentence: neither an id nor the name of a speaker."""
    return " " in text and not _NAME.fullmatch(text)


def _plain(scalar: Scalar, last: int, lines: Sequence[str]) -> Iterator[Finding]:
    yield from _no_space(_rest(scalar.span, lines), scalar.span)
    for number in range(scalar.span.line + 1, last + 1):
        words = lines[number - 1].lstrip()
        yield from _no_space(words, Span(number, len(lines[number - 1]) - len(words) + 1))
        if words.startswith("- "):
            yield columns(number, scalar.span.line, lines)


def _no_space(words: str, span: Span) -> Iterator[Finding]:
    found = _NO_SPACE.match(words)
    if found and found[1] in _FIELDS:
        length = len(found[1]) + 1
        details: dict[str, object] = {"name": found[1], "rest": words[length:].strip()}
        yield Finding("space-after-colon", Span(span.line, span.column, length), details)


def columns(number: int, neighbour: int, lines: Sequence[str]) -> Finding:
    """Return the finding that line `number` does not stand under the line `neighbour`."""
    column, other = (len(lines[at - 1]) - len(lines[at - 1].lstrip()) + 1 for at in (number, neighbour))
    return Finding("columns", Span(number, column), {"column": column, "other": other, "line": neighbour})


def _cut_off(scalar: Scalar, last: int, line: str) -> Iterator[Finding]:
    """Notes stand well apart from the words, or after a name or number; prose with one space was meant whole."""
    end = scalar.span.column - 1 + len(scalar.text) if last == scalar.span.line else line.index(" #")
    one_space = line[end : end + 2] == " #"
    if one_space and not _ID.fullmatch(scalar.text):
        yield Finding("cut-off", Span(last, end + 2, len(line) - end - 1), {"lost": line[end + 1 :].strip()})


def _note_instead(node: Node, before: str, lines: Sequence[str]) -> Iterator[Finding]:
    if isinstance(node, Scalar) and not node.text and not node.style and node.span.line <= len(lines):
        rest = lines[node.span.line - 1][node.span.column - 1 :]
        if _NOTE.match(rest):
            yield Finding("note-instead", node.span, {"name": before, "note": rest.strip()})


def _escaped(scalar: Scalar) -> Iterator[Finding]:
    """Only an escape can bring these signs here: as they are, they were taken out before."""
    for rule, signs in (("control-sign", _HIDDEN), ("direction-mark", _DIRECTION), ("odd-break", _BREAK)):
        found = signs.search(scalar.text)
        if found:
            yield Finding(rule, scalar.place(found.start()), {"code": f"U+{ord(found[0]):04X}"})
    heaped = HEAPED.search(scalar.text)
    if heaped:
        yield heap(heaped, scalar.place(heaped.start()))


def heap(found: re.Match[str], span: Span) -> Finding:
    """Return what is to be said of marks that are heaped at a place."""
    return Finding("marks-heaped", span, {"count": len(found[0]), "limit": _MOST_MARKS})


def _is_split_sentence(node: Listing) -> bool:
    """Sentences in a list begin with capitals; a part of a sentence after its comma does not."""
    words = [item.text for item in node.items if isinstance(item, Scalar) and not item.style]
    if len(words) < len(node.items) or not any(" " in each for each in words):
        return False
    return len(words) == 1 or any(each[:1].islower() for each in words[1:])


def _before(span: Span, lines: Sequence[str]) -> str:
    return lines[span.line - 1][: span.column - 1].rstrip() if span.line <= len(lines) else ""


def _sign(sign: str, span: Span, lines: Sequence[str]) -> Finding:
    return Finding("first-sign", span, {"sign": sign, "quoted": in_quotes(_rest(span, lines))})


def _rest(span: Span, lines: Sequence[str]) -> str:
    return lines[span.line - 1][span.column - 1 :].strip()


def in_quotes(words: str) -> str:
    """Return the words in quotes that they do not hold themselves; of many, those at either end."""
    if len(words) > _LONGEST_QUOTED:
        words = f"{words[: _LONGEST_QUOTED // 2].rstrip()} … {words[-_LONGEST_QUOTED // 4 :].lstrip()}"
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    doubled = words.replace("'", "''")
    return f"'{doubled}'"
