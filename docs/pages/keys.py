"""The pages on keys: one for each key of each place, and the list of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent

from game.authoring.explained import EXPLAINED
from game.authoring.keys import PLACES, Key
from game.authoring.rules import RULES
from pages.markdown import code, table, words
from pages.uses import Use, uses

_KINDS: Mapping[str, str] = {
    "words": "words, as they stand",
    "text": "words, with marks such as `{sam}` and `*stress*`",
    "condition": "a condition",
    "flag": "`true` or `false`",
    "whole": "a whole number",
    "meter": "-2, -1, 1 or 2",
    "percent": "a share, such as `10%`",
    "id": "a name of `a-z`, `0-9` and `_` that begins with a letter",
    "go": "the name of a passage of this scene, or `end`",
    "pattern": "one of the [24 patterns](../patterns.md)",
    "picture": "the name of a picture",
    "one of": "one of a few words",
    "ids": "a name, or a list of names",
    "lines": "an id or words, or a list of such",
    "moments": "a list of moments",
    "leads": "options, each with an ending or a list of endings",
    "steps": "steps, or one piece of prose",
    "ending": "steps without choices, or one piece of prose",
    "cases": "a list of cases",
    "passages": "passages by name, each a list of steps",
    "texts": "a list of lines, or one line",
    "listed": "a list of scenes",
    "point": "two numbers in brackets",
    "names": "names of yours, each with its value",
    "held": "names that there are, each with its value",
    "fields": "the keys below",
}
"""What each kind of value is, in Markdown."""

_INTRODUCTION = """\
# Keys

Every name that a file may hold, by the place where it stands. Each has a page, with an example from a
[story that uses them all](../example.md). What is **bold** has to be there.

"""
_SLUGS = str.maketrans({" ": "-", ".": "-"})


def slug(place: str, key: str) -> str:
    """Return the name of the page on a key."""
    return f"{place.removeprefix('a ').removeprefix('an ').translate(_SLUGS)}-{key.replace('_', '-')}"


def pages(example: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and Markdown of each page; `example` is the folder of a story that uses every key."""
    found = uses(example)
    yield "keys/index", _index()
    for place, known in PLACES.items():
        for key in known:
            yield f"keys/{slug(place, key.name)}", _page(place, key, found.get((place, key.name)))
    files = (f"## {file.name}\n\n{code(file.read_text(encoding='utf-8'), 'yaml')}" for file in _ordered(example))
    yield "example", "# A story with every key in it\n\n" + "\n".join(files)


def _ordered(example: Path) -> list[Path]:
    return sorted(example.glob("*.yaml"), key=lambda file: (file.stem != "story", file.stem in ("pictures", "plays")))


def _index() -> str:
    parts = [_INTRODUCTION]
    for place, known in PLACES.items():
        rows = ((_linked(place, key), words(key.what)) for key in known)
        title = place if place.endswith(".yaml") else place.capitalize()
        parts += [f"## {title}\n\n", table(("key", "what it is for"), rows), "\n"]
    return "".join(parts)


def _linked(place: str, key: Key) -> str:
    link = f"[`{key.name}`]({slug(place, key.name)}.md)"
    return f"**{link}**" if key.required else link


def _page(place: str, key: Key, use: Use | None) -> str:
    parts = [
        f"---\norphan: true\n---\n# {key.name} in {place}\n\n{words(key.what[0].upper() + key.what[1:])}.\n\n",
        table(("", ""), _facts(place, key)),
    ]
    if use:
        parts += [f"\n## For example\n\nIn `{use.file}`:\n\n", code(dedent(use.text), "yaml")]
    about = [rule for name, rule in RULES.items() if _speaks_of(name, key.name)]
    if about:
        links = ", ".join(f"[{rule.code}](../problems/{rule.code}.md)" for rule in sorted(about, key=lambda r: r.code))
        parts.append(f"\n## When `check` speaks of it\n\n{links}\n")
    elsewhere = [(other, each) for other, known in PLACES.items() for each in known if each.name == key.name]
    if len(elsewhere) > 1:
        links = ", ".join(f"[{other}]({slug(other, key.name)}.md)" for other, _ in elsewhere if other != place)
        parts.append(f"\nA key of this name stands in other places too: {links}.\n")
    parts.append("\n[All keys](index.md)\n")
    return "".join(parts)


def _facts(place: str, key: Key) -> Iterator[tuple[str, str]]:
    """Yield what the table of keys knows of a key, as rows."""
    yield "where", words(place)
    yield "takes", _KINDS[key.kind]
    if key.among:
        yield "among", ", ".join(f"`{each}`" for each in key.among)
    if key.inside in PLACES:
        inside = PLACES[key.inside]
        yield f"in it: {words(key.inside)}", ", ".join(_linked(key.inside, each) for each in inside)
    if key.least is not None:
        yield "at least", str(key.least)
    if key.most is not None:
        yield "at most", str(key.most)
    yield "needed", "yes" if key.required else "no"
    if key.default:
        yield "without it", f"`{key.default}`"
    if key.needs:
        yield "goes with", f"`{key.needs}`"
    if key.apart:
        yield "not beside", ", ".join(f"`{each}`" for each in key.apart)


def _speaks_of(name: str, key: str) -> bool:
    """Tell whether a rule's sentences or its example name a key."""
    rule, why = RULES[name], EXPLAINED[name]
    named = any(f"`{key}`" in text or f"`{key}:" in text for text in (rule.message, rule.hint, why.why))
    return named or any(line.strip(" -").startswith(f"{key}:") for line in why.wrong.split("\n"))
