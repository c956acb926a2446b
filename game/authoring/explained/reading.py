"""Why a file cannot be read: the file itself, odd signs, things that YAML has and stories have not."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

FILES_AND_SIGNS: Final[dict[str, Why]] = {
    "no-such-file": Why(
        N_(
            "Nothing was read, because nothing lies there. Most often the name has a letter too many, or the"
            " terminal is in another folder than you think: `ls` (on Windows `dir`) shows what is in this one."
        ),
    ),
    "cut-off": Why(
        N_(
            "In YAML a space and a # begin a note, and a note is not part of the words. Here the # was meant to"
            " be read, so the rest of the sentence would be missing on the page, and nobody would notice until a"
            " reader wondered."
        ),
        "- Flat # 4 is locked.",
        "- |\n  Flat # 4 is locked.",
    ),
    "not-a-file": Why(
        N_(
            "A scene is one text file. A folder, or a device of the computer, cannot be read as one; a whole"
            " story is named by its folder."
        ),
    ),
    "unreadable-file": Why(
        N_(
            "The file is there, and the computer refuses to open it. It may belong to another user, or another"
            " program may hold it open at this moment."
        ),
    ),
    "file-too-large": Why(
        N_(
            "A scene of ten minutes has some 10,000 characters. A file so large is almost always something else"
            " by mistake, or many scenes in one; a limit keeps the game quick and safe with files from anywhere."
        ),
    ),
    "document": Why(
        N_(
            "A word processor writes a file of its own kind, with fonts and margins in it, whatever its name says."
            " A story is plain text, as any plain editor writes it."
        ),
    ),
    "utf-16": Why(
        N_(
            "Text can be put into bytes in several ways, and stories use the common one, UTF-8. Some older"
            " editors choose UTF-16 by themselves, and then every second byte means nothing to the game."
        ),
    ),
    "not-utf-8": Why(
        N_(
            "A byte here is no part of any UTF-8 letter. The file was probably saved in an older encoding of"
            " Windows, which shows first where an accent or a curly quotation mark stands."
        ),
    ),
    "joined-files": Why(
        N_(
            "Some editors put an invisible mark at the beginning of a file. In the middle of one it shows that"
            " two files were copied together; it is not a letter, and would sit in your words or in a name unseen."
        ),
    ),
    "control-sign": Why(
        N_(
            "Signs such as the bell or “escape” steer a terminal and are never part of a text. They come along"
            " when words are copied from a program, and could make a terminal show something other than what is"
            " there."
        ),
        '- "Red: \\x1b[31m."',
        '- "Red: stop."',
    ),
    "hidden-sign": Why(
        N_(
            "This sign takes no room or looks like a space, but is none, so two names that look alike are"
            " different to the game. It often comes with words copied from a web page or a word processor."
        ),
    ),
    "direction-mark": Why(
        N_(
            "Such a mark turns the direction of writing around, so that what you see is not what is stored. In"
            " words it can hide what a line says; readers of right-to-left languages need none, since their"
            " letters know their direction."
        ),
    ),
    "marks-heaped": Why(
        N_(
            "Accents can be put on a letter one by one, and each makes the line higher. Many of them on one letter"
            " reach over the whole page; no language needs more than a few."
        ),
    ),
    "odd-break": Why(
        N_(
            "This sign ends a line for some programs and not for others, so the lines that you see are not the"
            " lines that are counted. It usually comes from a word processor’s “line break inside a paragraph”."
        ),
    ),
    "half-sign": Why(
        N_(
            "Some signs, such as emoji, are written as two halves by other programs; here neither half, nor both of"
            " them, stand for one. Type the sign itself; words may hold any sign there is."
        ),
        '- "You smile \\ud83d."',
        '- "You smile 🙂."',
    ),
    "tabs": Why(
        N_(
            "YAML measures how far in a line stands by its spaces, and a tab has no agreed width. That is why"
            " tabs cannot indent, even where they look right in your editor; its setting “insert spaces” or “soft"
            " tabs” ends the matter for good."
        ),
        "\t- It rains.\n\t- Somebody knocks.",
        "    - It rains.\n    - Somebody knocks.",
    ),
    "tab-between": Why(
        N_("A tab looks like a few spaces and is none. After a name’s colon, or a dash, one plain space is enough."),
        "title:\tThe door",
        "title: The door",
    ),
    "too-deep": Why(
        N_(
            "Each thing in a thing adds a level, and no story that people can read needs so many. If you did not"
            " write this many brackets, a choice inside a choice inside a choice has grown beyond its passage."
        ),
    ),
    "too-many-values": Why(
        N_(
            "There are many more things in this file than a scene can hold. The limit keeps a broken or hostile"
            " file from taking all of the computer’s memory."
        ),
    ),
    "value-too-long": Why(
        N_(
            "One piece of prose here is longer than a whole scene. Most often a quotation mark or a block was"
            " never ended, and swallowed what follows."
        ),
    ),
    "nothing-here": Why(
        N_(
            "The file is empty or has nothing but notes in it. A scene needs a title and a passage, and the hint"
            " shows the smallest that plays."
        ),
        "# A scene about a door.",
        "title: A door\npassages:\n  door: It opens.",
    ),
    "no-fields": Why(
        N_(
            "A scene file begins with names and their values, `title:` first. Here it begins with a list or with"
            " plain words, so nothing says what is what."
        ),
    ),
    "two-files": Why(
        N_(
            "A line of three dashes or dots ends a YAML file, and what follows would be another one. A story has"
            " one file for each scene; to part two moments inside a scene, simply write on."
        ),
        "---\ntitle: The door\nat: at the door\npassages:\n  porch:",
        "    - An hour passes.",
    ),
    "percent-line": Why(
        N_(
            "A line with % in front is an instruction to YAML itself, and no scene needs one. They come along"
            " with examples from elsewhere."
        ),
    ),
    "tag": Why(
        N_(
            "In YAML a word with ! in front is an instruction on how to read the rest, and stories have none. To"
            " the game it is a trap; to a reader it is probably just a cry."
        ),
        "- !rain falls.",
        '- "!rain falls."',
    ),
    "shortcut": Why(
        N_(
            "& and * name a piece of a file and repeat it elsewhere. A few such lines can unfold into millions,"
            " so that files from strangers could choke a computer; and in prose they are nearly always a stress or"
            " an “and”."
        ),
        "- &rain It rains.\n- *rain",
        "- It rains.\n- It rains.",
    ),
    "merge": Why(
        N_(
            "`<<` copies the lines of one place into another, and the next person to read your file would not see"
            " what is there. It is switched off together with & and *."
        ),
        "- {<<: {place: hall}}",
        "- {place: kitchen}",
    ),
    "name-twice": Why(
        N_(
            "Each name may stand once at its level. Most programs would silently keep the last one and drop the"
            " other; here nothing that you wrote is ever lost without a word."
        ),
        "at: at the door\nplace: station",
        "at: at the door",
    ),
    "odd-name": Why(
        N_(
            "Names in front of a colon are how the game and you speak of a thing, so they are simple words. A"
            " sign, a number or a list cannot be one."
        ),
        "~:",
        "terrace:",
    ),
    "curly-quotes": Why(
        N_(
            "An editor or word processor has turned straight quotes into typographic ones. They are fine in"
            " prose, but around a name they become part of it, and no name has them."
        ),
        "“title”: The door",
        "title: The door",
    ),
    "space-after-colon": Why(
        N_(
            "Without the space, YAML does not see a name and its value but one long word. This is the smallest"
            " mistake with the largest effect."
        ),
        "- go:hall",
        "- go: end",
    ),
    "name-without-value": Why(
        N_(
            "Braces at the beginning of a value open a little list of names and values to YAML, and this one has"
            " a name alone. Usually it is a person’s name in your prose, such as {sam}, and the line needs quotes."
        ),
        "- {sam}",
        '- "{sam}"',
    ),
    "note-instead": Why(
        N_(
            "You began a line with a name and put only a note behind it, so the name has no value. Either the"
            " note was meant as text, or the line was left for later."
        ),
        "then: # todo",
        "then: A minute passes.",
    ),
}
"""The explanations by the names of the rules."""
