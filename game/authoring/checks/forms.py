"""A pronoun that is misspelt or not in the they-form, or a verb that has its ending already.

In braces after a person and a dot stands a pronoun in the they-form or a verb as it goes with "they"; whatever is no
known pronoun is a verb.

Passes:

    title: Tea
    passages:
      start:
        - "{sam.They} {sam.drink} {sam.their} tea."

Fails:

    title: Tea
    passages:
      start:
        - "{sam.They} {sam.drinks} {sam.thier} tea."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem
from game.language import _
from game.story.pronouns import FORMS, is_pronoun

_FORM: Final = re.compile(r"\{(\w+)\.([A-Za-z'’]+)\}")
_THEY: Final[Mapping[str, str]] = {
    "she": "they",
    "he": "they",
    "it": "they",
    "her": "them their",
    "him": "them",
    "his": "their theirs",
    "its": "their",
    "hers": "theirs",
    "herself": "themself",
    "himself": "themself",
}
_VERBS: Final[Mapping[str, str]] = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go"}
_BASES: Final = ("ss", "us", "as", "is")
_LIKE: Final = 0.8


def forms(draft: Draft) -> Iterator[Problem]:
    """Yield the forms in braces that would come out wrong."""
    wrong = {form: found for form in {form for _, form in _FORM.findall(draft.words)} if (found := _better(form))[0]}
    for prose in draft.notes.prose if wrong else ():
        for match in _FORM.finditer(prose.scalar.text):
            if match[2] in wrong:
                rule, better = wrong[match[2]]
                near = _(" or ").join(f"`{{{match[1]}.{each}}}`" for each in better.split())
                origin = prose.origin(match.start(), len(match[0]))
                yield draft.problem(rule, origin, found=match[0], near=near)


def _better(form: str) -> tuple[str, str]:
    """Return the rule that a form breaks, and what was meant; no rule for a good form."""
    small = form.lower().replace("’", "'")
    if is_pronoun(small):
        return "", ""
    near = _THEY.get(small) or next(iter(get_close_matches(small, FORMS, 1, _LIKE)), "")
    rule = "pronoun-form" if near else "verb-form"
    better = near or _VERBS.get(small, "") or _without_ending(small)
    return (rule, better.title() if form[0].isupper() else better) if better else ("", "")


def _without_ending(verb: str) -> str:
    if not verb.endswith("s") or verb.endswith(_BASES):
        return ""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("ches", "shes", "sses", "xes", "zzes")) else verb[:-1]
