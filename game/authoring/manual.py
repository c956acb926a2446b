"""The manual's page on a kind of problem: one value, printed by `explain` and written out for the guide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from string import Formatter
from typing import Final

from game.authoring.explained import EXPLAINED
from game.authoring.rules import RULES
from game.language import _

_LEFT_OUT: Final = "…"
_IN_HINTS: Final = {"near": "", "run": "", "why": "", "way": "M"}
"""What stands for details that are whole sentences, or parts of one."""

_WIDTH: Final = 80


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say of a rule. Details that differ from case to case are `…` in `sentence` and `hint`."""

    name: str
    code: str
    severity: str
    sentence: str
    why: str
    hint: str
    wrong: str
    right: str


def page(name: str) -> Page:
    """Return the page on the rule called `name`, a key of `RULES`."""
    rule, why = RULES[name], EXPLAINED[name]
    hint = _without_details(_(rule.hint), _IN_HINTS) if rule.hint else ""
    hint = hint or (_("`check` names the nearest that there is.") if rule.hint else "")
    sentence = _without_details(_(rule.message), {})
    return Page(name, rule.code, rule.severity, sentence, _(why.why), hint, why.wrong, why.right)


def called(words: str) -> str | None:
    """Return the name of the rule that `words` mean: its code or its name, in letters of any size."""
    wanted = words.strip().lower()
    return next((name for name, rule in RULES.items() if wanted in (name, rule.code.lower())), None)


def nearest(words: str) -> str:
    """Return the code or name that is most like `words`."""
    wanted = words.strip().lower()
    known = {each.lower(): each for name, rule in RULES.items() for each in (rule.code, name)}
    return known[get_close_matches(wanted, known, 1, 0.0)[0]]


def lines(shown: Page) -> Iterator[str]:
    """Yield a page as lines for a terminal."""
    severity = _("an error: it keeps the story from being played")
    if shown.severity != "error":
        severity = _("a warning: the story plays all the same")
    yield from textwrap.wrap(f"{shown.code} ({shown.name}), {severity}.", _WIDTH)
    yield ""
    yield from textwrap.wrap(shown.sentence, _WIDTH)
    yield ""
    yield from textwrap.wrap(shown.why, _WIDTH)
    if shown.wrong:
        yield from ("", _("For example:"))
        yield from (f"    {line}" for line in shown.wrong.split("\n"))
        yield from ("", _("Instead:"))
        yield from (f"    {line}" for line in shown.right.split("\n"))
    if shown.hint:
        yield ""
        # A hint may show lines of its own, which have to stay as they are.
        for line in shown.hint.split("\n"):
            yield from textwrap.wrap(line, _WIDTH, drop_whitespace=not line.startswith(" "))


def _without_details(text: str, known: dict[str, str]) -> str:
    """Return a sentence of a rule with what stands for each of its details."""
    parts = []
    for words, detail, _spec, _conversion in Formatter().parse(text):
        parts += [words, "" if detail is None else known.get(detail, _LEFT_OUT)]
    return "".join(parts).strip()
