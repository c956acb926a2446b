"""The rules inside words: conditions, and the marks of prose (E270-E289). Their faults come from `story/`."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule
from game.language import N_

WORDS: Final[dict[str, Rule]] = {
    "condition-too-long": Rule(
        "E270",
        N_("A condition has at most 200 characters, and this one has {found}."),
        N_("Set a variable, and ask for that."),
    ),
    "condition-empty": Rule("E271", N_("Here a condition is missing."), N_("Write one, such as `booked` or `me > 1`.")),
    "condition-syntax": Rule(
        "E272",
        N_("`{found}` cannot stand here in a condition."),
        N_(
            "{near}A condition has names, whole numbers, words, `== != < <= > >=`, `and`, `or`, `not` and brackets. No"
            " sums."
        ),
    ),
    "condition-unfinished": Rule(
        "E273", N_("The condition stops too early."), N_("Something has to follow, or the last word has to go.")
    ),
    "condition-bracket": Rule("E274", N_("This bracket is never closed."), N_("Write `)` where it ends.")),
    "condition-too-deep": Rule(
        "E275",
        N_("Brackets and `not` stand in one another more than 16 times."),
        N_("Split the condition in two steps."),
    ),
    "condition-kinds": Rule(
        "E276",
        N_("The two sides are of different kinds, and one of them is a {found}."),
        N_("Compare a number with a number, and a word with a word."),
    ),
    "condition-order": Rule(
        "E277", N_("`{found}` compares numbers, and here are no numbers."), N_("Write `==` or `!=`.")
    ),
    "condition-compared": Rule(
        "E287",
        N_("`{found}` is true or false already, and cannot be compared."),
        N_("Let it stand alone, or with `not` in front; `and` and `or` join it to something else."),
    ),
    "condition-not-a-flag": Rule(
        "E278",
        N_("A {found} is neither true nor false by itself."),
        N_("Compare it: `savings > 2`, `shown.kind_limit >= 1`, `ate == soup`."),
    ),
    "condition-unknown-name": Rule(
        "E279", N_("Nothing is called `{found}`, so nothing can be asked of it."), N_("{near}")
    ),
    "brace-open": Rule(
        "E280", N_("This brace is never closed."), N_("Write `}}` where it ends, or `{{{{` for a brace itself.")
    ),
    "brace-stray": Rule("E281", N_("This brace closes nothing."), N_("Delete it, or write `}}}}` for a brace itself.")),
    "brace-unknown": Rule(
        "E282",
        N_(
            "`{found}` means nothing in braces: there stand a person of the cast, a pronoun, a verb, or `this ? a | b`."
        ),
        N_("{near} For a brace itself, write `{{{{`."),
    ),
    "alternative-nested": Rule(
        "E283",
        N_("One `{{… ? … | …}}` stands inside another."),
        N_("Use `cases:` with a whole paragraph for each, or two in a row."),
    ),
    "alternative-one-sided": Rule(
        "E284",
        N_("`{{… ? … | …}}` has two sides with `|` in between, and here is one."),
        N_("Write the other side too; it may be empty: `{{booked ? today | }}`."),
    ),
    "step-lost": Rule(
        "E286",
        N_("This looks like a step, but is told as prose: {found}"),
        N_("Move it to column {column}, with what belongs to it: {line}"),
    ),
    "emphasis-open": Rule(
        "E285",
        N_("This `*` begins a stress that never ends."),
        N_("Write the second `*`, or `\\*` for the sign itself."),
    ),
}
