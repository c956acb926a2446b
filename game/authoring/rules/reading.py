"""The rules of files and YAML: what keeps a file from being read."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.lines import LINES
from game.authoring.rules.rule import Rule

READING: Final[dict[str, Rule]] = {
    # The file itself
    "no-such-file": Rule("E101", "There is no file here.", "Look at the name, and at the folder you are in."),
    "not-a-file": Rule("E102", "This is {what}, not a file with words in it.", "Name a scene file that ends in .yaml."),
    "unreadable-file": Rule(
        "E103", "The computer will not let this file be read: {why}.", "Look at who may read it, or copy it elsewhere."
    ),
    "file-too-large": Rule(
        "E104", "This file is larger than {limit} MB, which is the limit.", "Split it: one file for each scene."
    ),
    "utf-16": Rule(
        "E105",
        'This file was saved as {encoding} (Windows Notepad calls UTF-16 "Unicode").',
        "Save it again with the encoding UTF-8.",
    ),
    "not-utf-8": Rule(
        "E106",
        "This file was not saved as UTF-8: byte {byte} stands here{windows}.",
        "Save the file again with the encoding UTF-8.",
    ),
    "document": Rule(
        "E162",
        "This was saved by a word processor ({kind}), and not as plain text.",
        "Save it as plain text, in UTF-8, under a name that ends in .yaml; a plain editor does nothing else.",
    ),
    # Signs that may not stand anywhere
    "joined-files": Rule(
        "E107",
        "A sign that only begins a file (U+FEFF) stands inside this one. Were two files joined here?",
        "Delete it: remove what stands before the cursor here and type it again.",
    ),
    "control-sign": Rule("E108", "A control character, {code}, stands here.", "Delete it."),
    "hidden-sign": Rule(
        "E109", "An invisible character, {code}, stands here.", "Delete it, and type a plain space if one belongs here."
    ),
    "direction-mark": Rule(
        "E110", "A hidden direction mark, {code}, stands here; it can make words look like other words.", "Delete it."
    ),
    "odd-break": Rule(
        "E111",
        "An odd line break, {code}, stands here.",
        "Delete it and press Enter; or save the file again with plain line ends (LF).",
    ),
    "half-sign": Rule("E112", "{code} is {what}.", "Type the real one: {better} needs no code."),
    "tabs": Rule(
        "E113",
        "Tabs cannot indent here{others}.",
        "{instead}; most editors can turn tabs into spaces.",
    ),
    "tab-between": Rule("E114", "A tab stands after `{before}`.", "Put a space there: {line}"),
    # Limits
    "too-deep": Rule(
        "E115", "Things stand in things here, more than {limit} deep.", "Use more passages, and `go` between them."
    ),
    "too-many-values": Rule(
        "E116", "This file holds more than {limit} names and values.", "Split it: one file for each scene."
    ),
    "value-too-long": Rule(
        "E117", "This text has {count} characters; {limit} are the limit.", "Split it into several pieces of prose."
    ),
    # What a file is
    "nothing-here": Rule(
        "E118",
        "This file has no scene yet.",
        "The smallest one that works is three lines:\n    title: A door\n    passages:\n      door: It opens.",
    ),
    "no-fields": Rule(
        "E119",
        "A file holds lines like `name: value`; this one holds {what}.",
        "Begin with:\n    title: A door\n    passages:",
    ),
    "two-files": Rule(
        "E120",
        "A line `{sign}` ends the file here, and more follows.",
        "Delete the line, or make two files, split at line {line}.",
    ),
    "percent-line": Rule("E121", "A line that starts with % means nothing here.", "Delete it: {line}"),
    # What is switched off
    "tag": Rule("E122", "Words may not start with !.", "If it is meant as text, use quotes or a `|` block: {quoted}"),
    "shortcut": Rule(
        "E123",
        "Shortcuts with & * and << are switched off, because they can hide huge files ({lines}).",
        "Write the lines out again. If & or * begins a sentence, use quotes or a `|` block.",
    ),
    "merge": Rule("E124", "The shortcut << is switched off.", "Write the lines out again here."),
    # Names and values
    "name-twice": Rule("E125", "`{name}` is given twice: here and in line {line}.", "Keep one of them, or rename one."),
    "odd-name": Rule(
        "E126", "A name, in front of a colon, must be a simple word.", "Write it like this: `the_door: …`"
    ),
    "curly-quotes": Rule(
        "E127", "The quotes around this name are typographic ones.", "Names need no quotes: {name}: …"
    ),
    "space-after-colon": Rule("E128", "A space is missing after `{name}:`.", "Write instead: {name}: {rest}"),
    "name-without-value": Rule(
        "E129",
        "`{name}` stands in braces without a value.",
        "If this is text, put quotes around all of it; if it is a field, write {instead}",
    ),
    "note-instead": Rule(
        "E130",
        "Nothing stands after `{name}`: what follows # is only a note.",
        'If it is text, use quotes: {name} "{note}"',
    ),
    "block-not-indented": Rule(
        "E131",
        "The block that `{sign}` begins is empty.",
        "Put its words on the next lines, further in than this line.",
    ),
    # How words begin, end and go on
    "first-sign": Rule(
        "E132", "Words that start with {sign} need quotes or a `|` block.", "Put quotes around all of it: {quoted}"
    ),
    "first-brace": Rule(
        "E133", "A line that starts with {{ needs quotes or a `|` block.", "Put quotes around all of it: {quoted}"
    ),
    "first-bracket": Rule(
        "E134", "A line that starts with [ needs quotes or a `|` block.", "Put quotes around all of it: {quoted}"
    ),
    "words-after-bar": Rule(
        "E135", "Words stand on the same line after {sign}.", "A block's words begin on the next line, further in."
    ),
    "words-after-quotes": Rule(
        "E136",
        "Words go on after the closing {sign}.",
        "A line that starts with a quote has to end with it. Use a `|` block: it needs no quoting at all.",
    ),
    "quote-in-quotes": Rule(
        "E137",
        'Quotes stand inside "...", which ends them early.',
        'Inside "..." write \\" for a quote, or use a `|` block.',
    ),
    "apostrophe": Rule(
        "E138",
        "An apostrophe stands inside '...', which ends the quotes early.",
        "Inside '...' write '' for an apostrophe, or use \"...\" or a `|` block.",
    ),
    "quote-never-closed": Rule(
        "E139",
        "The quote {sign} is opened here and never closed.",
        "Put {sign} at the end of the words; or, if they only begin with it, use a `|` block.",
    ),
    "bracket-never-closed": Rule(
        "E140",
        "The bracket {sign} is opened here and never closed.",
        "Put {close} at its end; or, if this is text, put quotes around all of it.",
    ),
    "list-split-words": Rule(
        "E141", "These words were read as a list, because they stand in [ ].", "Put quotes around all of it: {quoted}"
    ),
    "bad-escape": Rule(
        "E142", '{code} means nothing inside "...".', "Write \\\\ for a backslash, or use '...' or a `|` block."
    ),
    "colon-in-words": Rule(
        "E143",
        "A colon and a space inside words need quotes or a `|` block.",
        "Put quotes around all of it: {quoted}",
    ),
    # How lines stand
    "columns": Rule(
        "E144",
        "This line starts at column {column}, its neighbour, line {line}, at {other}.",
        "Line them up: let both start at the same column.",
    ),
    "dash-among-names": Rule(
        "E145",
        "This line starts with a dash; the ones beside it, from line {line}, are names with a colon.",
        "Give it a name in place of the dash, or move it further in if it belongs to the line above.",
    ),
    "name-among-dashes": Rule(
        "E146",
        "This line has no dash; the ones beside it, from line {line}, have one.",
        "Write: - {words}",
    ),
    "no-name": Rule(
        "E147",
        "These words have no name and colon in front.",
        "Write `name: words`; if they go on with the prose above, put all of it in a `|` block, further in.",
    ),
    "name-under-words": Rule(
        "E148",
        "A name with a colon stands below words, as if it went on with them.",
        "Begin the line with a dash of its own: - {line}",
    ),
    "colon-below-words": Rule(
        "E149",
        "Prose that goes on over several lines holds a colon and a space, which makes a name of what stands before it.",
        "Use a `|` block, which needs no quoting:{instead}",
    ),
    "options-outdented": Rule(
        "E150",
        "Options stand two spaces further in than `choose`.",
        "Move this option, and all that belongs to it, to column {column}; and so any other that stands here.",
    ),
    "shallow-prose": Rule(
        "E151",
        "This line starts at column {column}, but the first one of its `|` block, line {line}, at {other}.",
        "Let all lines of a block start at the same column: two spaces further in than the line with the `|`.",
    ),
    "marks-heaped": Rule(
        "E164",
        "On one letter stand {count} marks; {limit} are the limit.",
        "Delete them, or spread them over several letters.",
    ),
    "unreadable": Rule(
        "E159",
        "This line cannot be understood.",
        "If it is prose, use a block: a line that ends with |, and the words below it, further in.",
    ),
    "cut-off": Rule(
        "W101",
        "Everything after # is left out here: {lost}",
        "If you meant it, use quotes or a `|` block; if it is a note, put two spaces before #.",
    ),
    # Lines that were lost
    **LINES,
}
