"""The teacher's guide: everything that a lesson needs, from the story's own forks."""

from __future__ import annotations

import pytest

from game.classroom.forks import forks
from game.classroom.guide import guide
from game.classroom.sheets import BadTableError, read_table, template
from game.insight.patterns import PATTERNS
from game.library import Library
from game.story.model import Story
from game.story.text import plain
from tests.classroom.words import Words
from tests.samples import STORY


def shipped() -> Story:
    """Return the main story."""
    library = Library("our-year")
    return library.story(library.first())[0]


def test_the_key_names_every_scored_answer_once() -> None:
    """Whatever passage it stands in."""
    story = shipped()
    told = [key for fork in forks(story) for keys in fork.choices for key in keys]
    assert len(told) == sum(option.scored for option in story.options.values())
    assert all(key.why and key.protects and key.costs for key in told)


def test_the_key_agrees_with_the_story() -> None:
    """Pattern and dynamic are those that the option shows."""
    phone = next(key for fork in forks(STORY) for keys in fork.choices for key in keys if key.words == "Pass it.")
    assert (phone.pattern, phone.dynamic) == (PATTERNS["hand_over_choice"].name, "Dependence")


def test_every_sheet_is_there_and_every_link_leads_to_one() -> None:
    """Plan, scripts, prompts, key, limits, five sheets, two forms, their key, the letter, support."""
    words = Words(guide(shipped(), "our-year", "# Where\n\nTo <somebody>."))
    assert set(words.targets) <= set(words.ids)
    wanted = {"quick", "plan", "say", "prompts", "key", "limits", "definitions", "patterns", "votes", "notes"}
    assert wanted | {"reflection", "form-A", "form-B", "form-key", "family", "support"} == set(words.ids)
    assert "To <somebody>." in words.text
    assert not {"script", "img", "link"} & set(words.tags)


def test_all_prompts_of_the_story_are_in_it() -> None:
    """They are kept in the scene files."""
    story = shipped()
    text = Words(guide(story, "our-year", "")).text
    for scene in story.scenes.values():
        for prompt in scene.prompts:
            assert " ".join(plain(prompt, {}).split()) in text


def test_a_short_story_fits_into_a_lesson() -> None:
    """And a long one is told to be long."""
    assert "It fits into one lesson." in Words(guide(STORY, "sample", "")).text
    assert "svg" in Words(guide(STORY, "sample", "")).tags


def test_the_empty_table_can_be_filled_in() -> None:
    """One row a sheet; blanks and small letters are taken; the separator is the program's own."""
    sheets, left = read_table((template() + "A,C2,B3,A1,c2,E1,D3,B2,,A3,A2\r\n").encode())
    assert (len(sheets), left) == (1, ())
    assert (sheets[0].marks[0], sheets[0].marks[3], sheets[0].marks[7]) == (("C", 2), ("C", 2), ("", 0))
    semicolons = "\ufeff" + template().replace(",", ";") + "b;" + ";".join(["D"] * 10) + "\n;;;;;;;;;;\n"
    assert read_table(semicolons.encode())[0][0].form == "B"


def test_wrong_rows_are_named_and_left_out() -> None:
    """All of them, each with its number and what to write."""
    rows = ("C" + ",A1" * 10, "A" + ",A1" * 9, "A" + ",A1" * 9 + ",F1", "A" + ",A1" * 9 + ",=1+1", "A" + ",E2" * 10)
    sheets, left = read_table((template() + "\r\n".join(rows)).encode())
    assert len(sheets) == 1
    assert [each.name for each in left] == ["row 2", "row 3", "row 4", "row 5"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfea", b"form,1\r\n", b"a" * 1_000_001, b'"' + b"x" * 200_000], ids=len)
def test_what_is_no_table_is_told(data: bytes) -> None:
    """In a sentence, or as a row that was left out; never with a traceback."""
    try:
        sheets, left = read_table(data)
    except BadTableError as trouble:
        assert str(trouble).endswith((".", "”.", "…"))  # noqa: PT017  # either is right
    else:
        assert not sheets
        assert left
