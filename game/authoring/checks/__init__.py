"""Checks of a story that could be built, one a file; each file's docstring is the manual page of its check.

1. A check takes a `Draft` and yields problems. It never changes anything.
2. What a check says of a file is kept only where it can be trusted: `ALWAYS` and `FIRST` of any file, `SCENES` of a
   file without errors, `STORY` when there is no error at all. A file of which `FIRST` tells something counts as one
   with errors: what is missing in it may be missing because of that.
3. `FAIR` are the checks of whether options give themselves away: advice for whoever writes, which playing can spare.
   So are those that go through every line or take trials: `FIRST`, and `ADVICE`, which can be trusted of any file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from game.authoring.checks.both_strong import both_strong
from game.authoring.checks.circle import circle
from game.authoring.checks.close_speech import close_speech
from game.authoring.checks.diagnosis import diagnosis
from game.authoring.checks.dominated import dominated
from game.authoring.checks.draft import Draft
from game.authoring.checks.few_dynamics import few_dynamics
from game.authoring.checks.foreign_braces import foreign_braces
from game.authoring.checks.foreign_stress import foreign_stress
from game.authoring.checks.forms import forms
from game.authoring.checks.impossible import impossible
from game.authoring.checks.long_option import long_option
from game.authoring.checks.long_paragraph import long_paragraph
from game.authoring.checks.may_close import may_close
from game.authoring.checks.missing_motive import missing_motive
from game.authoring.checks.name_as_verb import name_as_verb
from game.authoring.checks.number_of_options import number_of_options
from game.authoring.checks.out_of_reach import out_of_reach
from game.authoring.checks.recall import recall
from game.authoring.checks.same_words import same_words
from game.authoring.checks.sign import sign
from game.authoring.checks.speaker_in_prose import speaker_in_prose
from game.authoring.checks.step_in_prose import step_in_prose
from game.authoring.checks.step_without_colon import step_without_colon
from game.authoring.checks.telling_extremes import telling_extremes
from game.authoring.checks.telling_length import telling_length
from game.authoring.checks.telling_words import telling_words
from game.authoring.checks.uneven_options import uneven_options
from game.authoring.checks.unheld_word import unheld_word
from game.authoring.checks.unreached_passage import unreached_passage
from game.authoring.checks.unreached_step import unreached_step
from game.authoring.checks.unread_variable import unread_variable
from game.authoring.checks.unset_variable import unset_variable
from game.authoring.checks.unshown_pattern import unshown_pattern
from game.authoring.checks.used_up import used_up
from game.authoring.problems import Problem

Check = Callable[[Draft], Iterator[Problem]]

ALWAYS: Final[tuple[Check, ...]] = (
    both_strong,
    diagnosis,
    forms,
    long_option,
    long_paragraph,
    number_of_options,
    recall,
    same_words,
    sign,
    uneven_options,
)
FIRST: Final[tuple[Check, ...]] = (step_in_prose,)
SCENES: Final[tuple[Check, ...]] = (circle, may_close, unreached_passage, unreached_step, used_up)
STORY: Final[tuple[Check, ...]] = (unheld_word, unread_variable, unset_variable)
ADVICE: Final[tuple[Check, ...]] = (
    close_speech,
    foreign_braces,
    foreign_stress,
    impossible,
    name_as_verb,
    speaker_in_prose,
    step_without_colon,
)
FAIR: Final[tuple[Check, ...]] = (
    dominated,
    few_dynamics,
    missing_motive,
    out_of_reach,
    telling_extremes,
    telling_length,
    telling_words,
    unshown_pattern,
)


def check(draft: Draft, unsound: frozenset[str], *, fair: bool = True) -> Iterator[Problem]:
    """Yield what all checks find; `unsound` are the files that hold errors; `fair` asks for the advice on fairness."""
    for one in ALWAYS:
        yield from one(draft)
    slipped = [found for one in FIRST for found in one(draft)] if fair else []
    yield from slipped
    unsound |= {found.file for found in slipped}
    for one in SCENES:
        yield from (found for found in one(draft) if found.file not in unsound)
    for one in ADVICE if fair else ():
        yield from one(draft)
    if not unsound:
        for one in (*STORY, *FAIR) if fair else STORY:
            yield from one(draft)
