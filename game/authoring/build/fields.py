"""Typed readers: from a node of the tree to a value, or None and a problem that says what was expected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from game.authoring import schema
from game.authoring.build.report import Report, nearest
from game.authoring.keys import PLACES
from game.authoring.kinds import FLAGS, METERS, NEW_ID, PERCENT, WHOLE
from game.authoring.nodes import Fields, Listing, Node, Scalar
from game.language import _
from game.story.names import RESERVED

_SUCH: Final[Mapping[str, str]] = {
    "cast": "sam: {name: Sam, pronouns: they}",
    "variables": "booked: false",
    "set": "booked: true",
    "add": "savings: 1",
    "dead_zone": "me: 1",
    "endings": "in_between: The evening is long.",
    "choose": "stay: {do: Stay for another cup.}",
}
"""A line that may stand under a key that takes names."""

_ELSEWHERE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("if", "condition", "requires"), "when"),
    **dict.fromkeys(("elif", "elseif", "else if", "switch"), "cases"),
    **dict.fromkeys(("text", "label", "option", "button", "act", "action"), "do"),
    **dict.fromkeys(("choice", "choices", "options", "menu"), "choose"),
    **dict.fromkeys(("next", "goto", "go to", "jump", "target", "link", "divert"), "go"),
    **dict.fromkeys(("image", "picture", "background", "location"), "place"),
    **dict.fromkeys(("effects", "effect", "variables"), "set"),
    **dict.fromkeys(("name", "heading"), "title"),
    **dict.fromkeys(("steps", "scenes", "passage"), "passages"),
    **dict.fromkeys(("outcome", "result", "response", "reply", "else"), "then"),
    "otherwise": "else",
}
"""What other engines call a key."""

_UNSEEN: Final = re.compile(
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164\ufeff\uffa0]*"
)
"""Words of which nothing would be seen on a page."""


def opened(report: Report, node: Node | None, place: str, key: str) -> Fields | None:
    """Return the mapping at `place`, after telling of each key that is not known there."""
    group = mapping(report, node, key)
    if group is None:
        return None
    if not group.raw.keys() <= schema.NAMES[place]:
        for name in group.keys:
            if name.text not in schema.NAMES[place]:
                _stray(report, name, place)
    return group


def names(report: Report, node: Node | None, key: str) -> tuple[tuple[Scalar, Node], ...]:
    """Return the entries of a mapping; one that is missing has none."""
    group = mapping(report, node, key)
    return group.entries if group else ()


def mapping(report: Report, node: Node | None, key: str) -> Fields | None:
    """Return the mapping that `key` holds."""
    if isinstance(node, Fields):
        return node
    if node is not None and not _blank(report, node, key):
        such = _(", such as `{line}`").format(line=_SUCH[key]) if key in _SUCH else ""
        report.add("names-expected", node.span, key=key, found=named(node), such=such)
    return None


def items(report: Report, node: Node | None, key: str) -> tuple[Node, ...]:
    """Return the items of a list; one that is missing has none."""
    if isinstance(node, Listing):
        return node.items
    if node is not None and not _blank(report, node, key):
        report.add("list-expected", node.span, key=key, found=named(node))
    return ()


def words(report: Report, node: Node | None, key: str) -> Scalar | None:
    """Return the scalar that `key` holds, which is not blank."""
    if isinstance(node, Scalar):
        seen = "!" <= node.text[:1] <= "~" or not _UNSEEN.fullmatch(node.text)
        return node if seen or not _blank(report, node, key) else None
    if node is not None:
        report.add("words-expected", node.span, key=key, found=named(node))
    return None


def several(report: Report, node: Node | None, key: str) -> tuple[Scalar, ...]:
    """Return the words that `key` holds: one value, or a list of them."""
    inside = node.items if isinstance(node, Listing) else () if node is None else (node,)
    return tuple(scalar for each in inside if (scalar := words(report, each, key)))


def string(report: Report, node: Node | None, key: str) -> str:
    """Return the words that `key` holds on one line, or "" without them."""
    scalar = words(report, node, key)
    return " ".join(scalar.text.split()) if scalar else ""


def flag(report: Report, node: Node | None, key: str) -> bool:
    """Return whether `key` says true."""
    scalar = words(report, node, key)
    if scalar and scalar.text not in FLAGS:
        report.add("flag-expected", scalar.span, key=key, found=scalar.text)
    return scalar is not None and scalar.text == "true"


def whole(report: Report, node: Node | None, key: str) -> int | None:
    """Return the whole number that `key` holds."""
    scalar = words(report, node, key)
    if scalar is None:
        return None
    if not WHOLE.fullmatch(scalar.text):
        report.add("number-expected", scalar.span, key=key, found=brief(scalar.text))
        return None
    return int(scalar.text)


def meter(report: Report, node: Node | None, key: str) -> int | None:
    """Return the move of a meter."""
    scalar = words(report, node, key)
    if scalar is None:
        return None
    if scalar.text not in METERS:
        report.add("meter-range", scalar.span, key=key, found=brief(scalar.text))
    return METERS.get(scalar.text)


def percent(report: Report, node: Node | None, key: str) -> float | None:
    """Return a share in percent."""
    scalar = words(report, node, key)
    if scalar is None:
        return None
    match = PERCENT.fullmatch(scalar.text)
    if not match:
        report.add("percent-expected", scalar.span, key=key, found=brief(scalar.text))
        return None
    return float(match[1])


def one_of(report: Report, node: Node | None, place: str, key: str) -> str | None:
    """Return a word that the table of `place` knows for `key`."""
    scalar = words(report, node, key)
    if scalar is None:
        return None
    known = schema.among(place, key)
    if scalar.text not in known:
        hint = nearest(scalar.text, known)
        report.add("not-among", scalar.span, key=key, found=brief(scalar.text), near=hint)
        return None
    return scalar.text


def good_id(report: Report, scalar: Scalar, what: str) -> bool:
    """Tell whether `scalar` can name something, after telling of the problem if it cannot."""
    text = scalar.text
    if NEW_ID.fullmatch(text):
        return True
    rule = "id-reserved" if text in RESERVED else "id-form"
    report.add(rule, scalar.span, what=what, found=brief(text), better=as_id(text, RESERVED))
    return False


def as_id(text: str, taken: Iterable[str] = ()) -> str:
    """Return the id that is most like `text` and not in `taken`."""
    text = re.sub(r"\.ya?ml$", "", text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:40] or "name"
    return f"the_{found}" if found in taken else found


def lacks(found: Iterable[str], place: str, *keys: str, loose: bool = False) -> bool:
    """Tell whether none of `keys` is in `found`, nor any stray that was meant for one of them.

    A stray is a key that is not known in `place`. With `loose` one that resembles nothing was meant for them too.
    """
    names = set(found)
    if not names.isdisjoint(keys):
        return False
    known = schema.NAMES[place]
    near = [[_ELSEWHERE[stray]] if _ELSEWHERE.get(stray) in keys else _like(stray, known) for stray in names - known]
    return not any(each[0] in keys if each else loose for each in near)


def _like(stray: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(stray.lower(), known, 1, 0.6)


def missing(report: Report, node: Fields, rule: str, **details: object) -> None:
    """Tell that something is missing from a mapping, at its first key."""
    span = node.keys[0].span if node.keys else node.span
    report.add(rule, span, **details)


def brief(text: str) -> str:
    """Return at most 40 characters of `text` on one line, for a message."""
    return shorten(" ".join(text.split()), 40)


def shorten(line: str, longest: int) -> str:
    """Return `line`, cut to `longest` characters if it has more."""
    return line if len(line) <= longest else line[: longest - 1] + "…"


def named(node: Node) -> str:
    """Return what a node is, in an author's words."""
    match node:
        case Fields():
            return _("`name: value` lines")
        case Listing():
            return _("a list")
        case _:
            return _("words")


def _blank(report: Report, node: Node, key: str) -> bool:
    if not isinstance(node, Scalar) or not _UNSEEN.fullmatch(node.text):
        return False
    report.add("value-missing", node.span, key=key)
    return True


def _stray(report: Report, name: Scalar, place: str) -> None:
    home = schema.homes(name.text)
    if home and not (place == "a case" and name.text == "else"):
        report.add("misplaced-key", name.span, found=name.text, place=place, home=_(" or ").join(home))
        return
    known = [key.name for key in PLACES[place]]
    meant = _ELSEWHERE.get(name.text.lower())
    near = nearest(meant, [meant]) if meant in known else nearest(name.text, known)
    report.add("unknown-key", name.span, found=brief(name.text), place=place, near=near)
