"""A line of prose that looks like a step: it slipped too far in, below a block, and readers are told it.

A line counts when it begins with a key of steps or options, and what follows is what that key takes: `go` and one word,
`choose` and nothing, `shows` and a pattern. One is told for each piece of prose; the others came along with it.

Passes:

    title: Tea
    passages:
      start:
        - |
          The kettle sings.

          Sam: go: that is what it sings.
        - go: kitchen
      kitchen: It is warm here.

Fails:

    title: Tea
    passages:
      start:
        - |
          The kettle sings.
          - go: kitchen
        - go: kitchen
      kitchen: It is warm here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from game.authoring import schema
from game.authoring.build.graph import Prose
from game.authoring.checks.draft import Draft
from game.authoring.keys import Key
from game.authoring.kinds import FLAGS, METERS, NEW_ID
from game.authoring.problems import Problem
from game.insight.patterns import PATTERNS
from game.story import grammar

_KEYS: Final[Mapping[str, Key]] = {**schema.KEYS["an option"], **schema.KEYS["a step"]}
_LIKE: Final = re.compile(
    rf"\n[ \t]*(?:(?P<dash>- +)?(?P<key>{'|'.join(_KEYS)}):(?:[ \t]+(?P<value>[^\n]*))?(?=\n)|- +\|(?=\n)"
    r"|[a-z][a-z0-9_]*:[ \t]*\n[ \t]*(?:do|say): )"
)
"""What may be a step: a key with its value, a dash with a block, the name of an option with its words."""

_ITEM: Final = re.compile(r" *- +")
_OPENS: Final = ("", "|", "{", "[")


def step_in_prose(draft: Draft) -> Iterator[Problem]:
    """Yield the first line of each piece of prose that looks like a step."""
    if not any(_is_step(found, draft) for found in _LIKE.finditer(f"\n{draft.words}\n")):
        return
    for prose in draft.notes.prose:
        text = f"\n{prose.scalar.text}\n"
        found = next((each for each in _LIKE.finditer(text) if prose.key == "prose" and _is_step(each, draft)), None)
        if found:
            words = found[0].split("\n")[1].strip()
            origin = prose.origin(found.end() - len(found[0].lstrip()) - 1, len(words))
            column, line = _place(prose, words)
            yield draft.problem("step-in-prose", origin, found=words, column=column, line=line)


def _is_step(found: re.Match[str], draft: Draft) -> bool:
    """Tell whether what follows a key is what the key takes; what takes any words cannot be told from prose."""
    if not found["key"]:
        return True
    key, value = _KEYS[found["key"]], (found["value"] or "").strip()
    takes = _TAKES.get(key.kind)
    return takes is not None and takes(value, key, draft)


def _holds(value: str, _key: Key, _draft: Draft) -> bool:
    return value[:1] in _OPENS


def _condition(value: str, _key: Key, draft: Draft) -> bool:
    return grammar.parse(value, draft.names.scope)[0] is not None


_TAKES: Final[Mapping[str, Callable[[str, Key, Draft], bool]]] = {
    "names": _holds,
    "cases": _holds,
    "steps": _holds,
    "condition": _condition,
    "go": lambda value, _key, _draft: bool(NEW_ID.fullmatch(value)) or value == "end",
    "id": lambda value, _key, _draft: bool(NEW_ID.fullmatch(value)),
    "picture": lambda value, _key, draft: value in draft.names.places,
    "one of": lambda value, key, _draft: value in key.among,
    "pattern": lambda value, _key, _draft: value in PATTERNS,
    "meter": lambda value, _key, _draft: value in METERS,
    "flag": lambda value, _key, _draft: value in FLAGS,
}
"""Whether some words are a value of a kind."""


def _place(prose: Prose, words: str) -> tuple[int, str]:
    """Return the column at which the steps around some prose begin, or the keys beside it, and the line for it."""
    lines, at = prose.scalar.page.lines, prose.scalar.span.line - 1
    head = lines[at]
    if not words.startswith("- "):
        if not _ITEM.match(head):
            return _indent(head) + 1, words
        words = f"- {words}"
    inset = _indent(head) + (0 if _ITEM.match(head) else 1)
    for above in range(at, -1, -1):
        if _ITEM.match(lines[above]) and _indent(lines[above]) <= inset:
            inset = _indent(lines[above])
            if not _is_case(above, lines):
                break
    return inset + 1, words


def _is_case(at: int, lines: Sequence[str]) -> bool:
    """Tell whether the item in a line stands under `cases:`."""
    inset = _indent(lines[at])
    outer = next((line for line in lines[at::-1] if line.strip() and _indent(line) < inset), "")
    return _ITEM.sub("", outer).strip() == "cases:"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
