"""The rules of lines that are not where they belong, or lack a sign (E152-E163)."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule

LINES: Final[dict[str, Rule]] = {
    "fell-out": Rule(
        "E152",
        "This line fell out of the `|` block of line {line}: the words of a block stand further in than that line.",
        "Begin it at column {column}, like all words of that block{other}",
    ),
    "words-outdented": Rule(
        "E153",
        "These words go on with `{found}` in line {line}, and do not stand further in than it.",
        "Move this line to column {column}; or write `{found}: |`, and all of the words below it, further in.",
    ),
    "outdented": Rule(
        "E154",
        "`{found}` belongs to `{home}` in line {line}, and does not stand further in than it.",
        "Move this line, and all that belongs to it, to column {column}; and so any other that stands here.",
    ),
    "passage-adrift": Rule(
        "E155",
        "The passage `{found}` starts at column {own}; under `passages:` they start at column {column}.",
        "Move this line to column {column}, and let its steps stand further in.",
    ),
    "passages-line-missing": Rule(
        "E156",
        "Passages begin here, and no line `passages:` stands above them.",
        "Write `passages:` on a line of its own above this one, and let the passages stand two spaces further in.",
    ),
    "colon-missing": Rule("E157", "A colon is missing after `{name}`.", "Write: {line}"),
    "dash-missing": Rule("E158", "A dash is missing here: every step begins with one.", "Write: {line}"),
    "space-after-dash": Rule("E160", "A space is missing after the dash.", "Write: {line}"),
    "note-sign": Rule("E161", "{sign} does not begin a note here.", "Notes to yourself begin with a #: # {words}"),
    "braces-missing": Rule("E168", "Names with values share a line only inside braces.", "Write: {line}"),
    "condition-spelling": Rule(
        "E169", "A condition has neither `!` nor quotes around a name nor a colon at its end.", "Write: {line}"
    ),
    "option-dashed": Rule(
        "E163", "Options have names and no dashes; the ones beside this one have none.", "Write: {line}"
    ),
}
"""The rules by name."""
