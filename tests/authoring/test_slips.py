"""Lines that stand too far in or out, and what is still told of a file in which some could not be read."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from game.authoring.load import load
from game.authoring.problems import Problem
from game.insight.patterns import PATTERNS

STORY = "title: The tent\nscenes: [tent]\n"

TENT = """\
title: One dry sleeping bag
at: at the river
passages:
  bank:
    - |
      The river has come up by a hand since supper.
    - choose:
        share_bag:
          do: Unzip the dry bag, and ask which side of it {sam} wants.
          shows: decide_together
          recall: you unzipped the dry bag
          then: |
            Sam: The side without the zip, please.
        go_barn:
          do: Walk up to the barn, because the light will be gone.
          shows: decide_solo
          recall: you walked up to the barn
          go: barn
        give_bag:
          do: Say you are never cold, and push the bag over.
          shows: swallow_preference
          recall: you gave {sam} the dry bag
          then: |
            Sam: You're blue.
    - go: morning
  barn:
    - It is hay, then.
    - go: morning
  morning:
    - when: tent.give_bag
      then: You have counted the church bell.
    - The bus comes at four.
"""


def told(folder: Path, tent: str, **others: str) -> list[Problem]:
    """Return what is wrong with a story of this scene, without the endings that it lacks."""
    home = folder / "the-tent"
    home.mkdir(exist_ok=True)
    for name, text in {"story": STORY, "tent": tent, **others}.items():
        (home / f"{name}.yaml").write_text(text)
    return [each for each in load(home, fair=True).problems if each.code not in ("W202", "W242", "W247", "W243")]


def shown(folder: Path, tent: str, **others: str) -> list[tuple[int, str]]:
    """Return the lines and codes of what is wrong."""
    return [(each.line, each.code) for each in told(folder, tent, **others)]


def changed(*changes: tuple[str, str]) -> str:
    """Return the scene with each change made once."""
    text = TENT
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


def test_the_scene_is_good(tmp_path: Path) -> None:
    """Whatever is told below comes from the change."""
    assert shown(tmp_path, TENT) == []


class TestStepsInProse:
    """A step too far in, below a block, is told as prose; no other line of prose is taken for one."""

    @pytest.mark.parametrize(
        ("line", "column"),
        [("            - go: morning", 5), ("            go: morning", 11), ("            - |", 5)],
    )
    def test_below_the_prose_of_an_option(self, line: str, column: int, tmp_path: Path) -> None:
        """It belongs to the steps around the choice, or, without a dash, to the option's own keys."""
        found = told(tmp_path, changed(("    - go: morning\n  barn", f"{line}\n  barn")))
        assert [(each.line, each.code) for each in found] == [(25, "W234")]
        assert f"to column {column}," in found[0].hint

    def test_a_whole_choice(self, tmp_path: Path) -> None:
        """What it held came along, and is told once."""
        inside = TENT[TENT.index("    - choose") : TENT.index("    - go: morning\n  barn")]
        slipped = textwrap.indent(inside.replace("- choose", "choose", 1), "  ").replace("    choose", "choose", 1)
        found = told(tmp_path, changed((inside, "      " + slipped.lstrip()), ("when: tent.give_bag", "when: me > 0")))
        assert [(each.line, each.code) for each in found] == [(7, "W234")]
        assert found[0].hint.endswith("- choose:")

    def test_below_a_case_it_belongs_to_the_steps_outside(self, tmp_path: Path) -> None:
        """The dashes of cases are no steps."""
        cases = (
            "    - cases:\n        - when: tent.give_bag\n          then: |\n            Bim.\n            - go: end\n"
        )
        when = "    - when: tent.give_bag\n      then: You have counted the church bell.\n"
        found = told(tmp_path, changed((when, cases)))
        assert [each.code for each in found] == ["W234"]
        assert "to column 5," in found[0].hint

    @pytest.mark.parametrize(
        "prose",
        [
            "Sam: go: that was the word.",
            "go: now, while it rains, or stay.",
            "place: at the river\n      time: after supper",
            "when: tomorrow, or never.",
            "- and then it rains.",
            "costs: five pounds",
            "The list says\n      then: nothing.",
        ],
    )
    def test_prose_stays_prose(self, prose: str, tmp_path: Path) -> None:
        """Words that a key does not take are no step."""
        assert shown(tmp_path, changed(("The river has come up by a hand since supper.", prose))) == []


class TestSpeakersInProse:
    """A line like speech of somebody who is not in the cast."""

    @pytest.mark.parametrize("line", ["Farmer: The barn's open until nine!", "Sma: anything warm", "Mira (low): Tea?"])
    def test_is_told(self, line: str, tmp_path: Path) -> None:
        """Whether it is nearly a name, or whole sentences follow."""
        found = shown(tmp_path, changed(("The river has come up by a hand since supper.", line)))
        assert found == [(6, "W235")]

    @pytest.mark.parametrize(
        "line",
        [
            "Note: The key is under the mat.",
            "Milk: none",
            "Sam: Tea?",
            "You: Tea?",
            "Two signs say: Keep out.",
            "10: It rains.",
        ],
    )
    def test_labels_and_the_cast_are_not(self, line: str, tmp_path: Path) -> None:
        """Nobody is called Note; and of milk nobody says a sentence."""
        assert shown(tmp_path, changed(("The river has come up by a hand since supper.", line))) == []


class TestColumns:
    """Lines that do not stand under their neighbours."""

    @pytest.mark.parametrize(("inset", "column"), [(5, 6), (6, 7), (3, 4)])
    def test_the_neighbour_of_a_step_is_a_step(self, inset: int, column: int, tmp_path: Path) -> None:
        """Prose of a block that happens to be above is nobody's neighbour."""
        found = told(tmp_path, changed(("    - go: morning\n  barn", f"{' ' * inset}- go: morning\n  barn")))
        assert [(each.line, each.code) for each in found] == [(25, "E144")]
        assert found[0].message == f"This line starts at column {column}, its neighbour, line 7, at 5."

    @pytest.mark.parametrize("options", [["share_bag"], ["go_barn"], ["give_bag"], ["share_bag", "give_bag"]])
    @pytest.mark.parametrize("inset", [4, 6, 7])
    def test_options_out_of_line_are_told_once(self, options: list[str], inset: int, tmp_path: Path) -> None:
        """One message a choice, at the first; what asks for the options still knows them."""
        moved = [(f"        {option}:", f"{' ' * inset}{option}:") for option in options]
        first = {"share_bag": 8, "go_barn": 14, "give_bag": 19}[options[0]]
        assert shown(tmp_path, changed(*moved)) == [(first, "E150")]

    def test_a_choice_without_indentation_is_told_once(self, tmp_path: Path) -> None:
        """All of it stands two spaces too far out."""
        inside = TENT[TENT.index("        share_bag") : TENT.index("    - go: morning\n  barn")]
        assert shown(tmp_path, changed((inside, textwrap.indent(textwrap.dedent(inside), "      ")))) == [(8, "E150")]


class TestTabs:
    """What a tab stands for."""

    @pytest.mark.parametrize(
        ("line", "spaces", "beside"),
        [
            ("    - go: morning\n  barn", 4, 7),
            ("    - It is hay, then.", 4, 28),
            ("          shows: decide_solo", 10, 15),
            ("        go_barn:", 8, None),
            ("  barn:", 2, None),
            ("      The river has come up", 6, None),
            ("            Sam: You're blue.", 12, None),
            ("at: at the river", 0, 1),
        ],
    )
    def test_it_is_told_in_spaces(self, line: str, spaces: int, beside: int | None, tmp_path: Path) -> None:
        """As many as the lines around have; and then nothing else seems wrong."""
        found = told(tmp_path, changed((f"\n{line}", f"\n\t{line.lstrip()}")))
        assert [each.code for each in found] == ["E113"]
        assert found[0].hint.startswith(f"Put {spaces} spaces here" if spaces else "Begin at the edge")
        assert beside is None or f"as on line {beside};" in found[0].hint


MISTAKES: Mapping[str, tuple[str, str]] = {
    "E125": ("at: at the river", "at: at the river\nat: at the lake"),
    "E144": ("          shows: swallow_preference", "           shows: swallow_preference"),
    "E223": ("shows: decide_solo", "shows: decide_alone"),
    "E229": ("go: barn", "go: bran"),
    "W215": ("when: tent.give_bag", "when: tent.give_bag and not tent.give_bag"),
    "E113": ("    - It is hay, then.", "\t- It is hay, then."),
    "E136": ("then: You have counted the church bell.", 'then: "Bim," says the bell.'),
    "E143": ("- The bus comes at four.", "- The driver says: at four."),
    "E150": ("        go_barn:", "      go_barn:"),
    "E207": ("recall: you gave {sam} the dry bag", "again: no"),
}


class TestAllAtOnce:
    """No mistake hides another, and none is told twice."""

    def test_all_are_told(self, tmp_path: Path) -> None:
        """Ten mistakes, ten messages; and one that the tenth brings, for the words that it took the place of."""
        codes = sorted({code for _, code in shown(tmp_path, changed(*MISTAKES.values()))} - {"W222"})
        assert codes == sorted(MISTAKES)

    @pytest.mark.parametrize("mended", sorted(MISTAKES))
    def test_each_is_told_for_itself(self, mended: str, tmp_path: Path) -> None:
        """With one of them mended, the others are told, and that one is not."""
        others = [change for code, change in MISTAKES.items() if code != mended]
        codes = [code for _, code in shown(tmp_path, changed(*others)) if code != "W222"]
        assert sorted(codes) == sorted(set(MISTAKES) - {mended})

    @pytest.mark.parametrize("line", ["  bran\n", "  bran:: x\n", '  "bran: x\n'])
    def test_a_passage_that_may_be_lost_is_not_missed(self, line: str, tmp_path: Path) -> None:
        """A word that stands anywhere else may be the name that could not be read."""
        found = shown(tmp_path, changed(("  barn:\n", line), ("go: barn", "go: bran")))
        assert found
        assert "E229" not in {code for _, code in found}

    def test_an_unknown_option_of_a_file_with_mistakes(self, tmp_path: Path) -> None:
        """It is told if no line can hold it, and not if one may."""
        driver = ("- The bus comes at four.", "- The driver says: at four.")
        asked = ("when: tent.give_bag", "when: tent.gave_bag")
        assert [code for _, code in shown(tmp_path, changed(driver, asked))] == ["E279", "E143"]
        may = ("        give_bag:", "        gave_bag;")
        assert "E279" not in {code for _, code in shown(tmp_path, changed(asked, may))}

    def test_a_condition_on_variables_waits_for_them(self, tmp_path: Path) -> None:
        """What a broken story.yaml declares is not known."""
        asked = changed(("when: tent.give_bag", "when: cups > 9"))
        good = STORY + "variables: {cups: {low: 0, high: 3}}\n"
        assert "W215" in {code for _, code in shown(tmp_path, asked, story=good)}
        assert "W215" not in {code for _, code in shown(tmp_path, asked, story=good + "about: a: b\n")}

    @pytest.mark.parametrize("words", ['do: "Never," you say.', "do: Say this: never."])
    def test_words_that_could_not_be_read_are_not_measured(self, words: str, tmp_path: Path) -> None:
        """What stands in for them is short, and no option of the author's."""
        found = shown(tmp_path, changed(("do: Say you are never cold, and push the bag over.", words)))
        assert [code for _, code in found] in (["E136"], ["E143"])


class TestHints:
    """What is said of names that nothing has."""

    def test_somebody_new_is_added_to_the_cast(self, tmp_path: Path) -> None:
        """A person in braces who is not near anybody is told how to be there; a slip is told the name."""
        found = told(tmp_path, changed(("It is hay, then.", "'{mira} is early.'")))
        assert "`mira: {name: Mira}`" in found[0].hint
        assert "under `cast:`" in found[0].hint
        found = told(tmp_path, changed(("It is hay, then.", "'{smam} is early.'")))
        assert "cast" not in found[0].hint

    def test_all_patterns_are_named(self, tmp_path: Path) -> None:
        """A pattern that is near to none gets the whole list."""
        found = told(tmp_path, changed(("decide_solo", "independence")))
        assert all(f"`{pattern}`" in found[0].hint for pattern in PATTERNS)

    @pytest.mark.parametrize("word", ["no", "yes"])
    def test_no_is_no_condition(self, word: str, tmp_path: Path) -> None:
        """What means false elsewhere is told what it is here."""
        found = told(tmp_path, changed(("when: tent.give_bag", f"when: {word}")))
        assert [each.code for each in found] == ["E279"]
        assert "`false`" in found[0].hint

    def test_prose_over_several_lines_gets_a_block(self, tmp_path: Path) -> None:
        """A colon in its second line is no step without a dash."""
        prose = "- The bus comes at four, and the driver\n      says: every seat is dry."
        assert shown(tmp_path, changed(("- The bus comes at four.", prose))) == [(33, "E149")]


class TestLostLines:
    """A line that fell out of what it belongs to: one message, at its own line, whatever follows from it."""

    @pytest.mark.parametrize("by", [2, 4])
    @pytest.mark.parametrize(
        ("line", "number"),
        [
            ("do: Walk up", 15),
            ("shows: decide_solo", 16),
            ("recall: you walked", 17),
            ("go: barn", 18),
            ("do: Say you", 20),
            ("then: |\n            Sam: You're", 23),
        ],
    )
    def test_a_key_of_an_option(self, line: str, number: int, by: int, tmp_path: Path) -> None:
        """It is told with the column of its neighbours, and nothing else of the option is missed."""
        found = told(tmp_path, changed((f"          {line}", f"{' ' * (10 - by)}{line}")))
        assert [(each.line, each.column, each.code) for each in found] == [(number, 11 - by, "E154")]
        assert "to column 11;" in found[0].hint

    def test_what_stands_under_set(self, tmp_path: Path) -> None:
        """A variable beside its `set` is no key of the option."""
        story = STORY + "variables: {late: false}\n"
        asked = ("when: tent.give_bag", "when: late")
        text = changed(("          go: barn", "          set:\n          late: true\n          go: barn"), asked)
        assert shown(tmp_path, text, story=story) == [(19, "E154")]

    @pytest.mark.parametrize("inset", [0, 4, 8, 10])
    @pytest.mark.parametrize("words", ["Sam: You're blue.", "You are blue, both of you."])
    def test_words_of_an_empty_block(self, words: str, inset: int, tmp_path: Path) -> None:
        """Not the block is told, which only seems to be empty, but the words that stand in front of it."""
        found = told(tmp_path, changed(("            Sam: You're blue.", f"{' ' * inset}{words}")))
        assert [(each.line, each.code) for each in found] == [(24, "E152")]
        assert "Begin it at column 13" in found[0].hint

    @pytest.mark.parametrize("inset", [0, 2, 4])
    def test_a_paragraph_of_a_block(self, inset: int, tmp_path: Path) -> None:
        """The ones after it that fell out, too, are not told again."""
        more = "".join(
            f"\n\n{' ' * inset}{words}" for words in ("Sam: It was dry at noon.", "Nobody was there at noon.")
        )
        found = told(tmp_path, changed(("since supper.", f"since supper.{more}")))
        assert [(each.line, each.code) for each in found] == [(8, "E152")]

    @pytest.mark.parametrize("inset", [0, 4])
    def test_a_passage_in_the_middle(self, inset: int, tmp_path: Path) -> None:
        """It is no key of the scene, and what leads to it still does."""
        found = told(tmp_path, changed(("\n  barn:\n", f"\n{' ' * inset}barn:\n")))
        assert [(each.line, each.code) for each in found] == [(26, "E155")]
        assert "to column 3," in found[0].hint

    def test_sentences_over_several_lines_are_shown_whole(self, tmp_path: Path) -> None:
        """With the colon in the second line, as in the first."""
        for first, second in (("at four, and", "this: says the sign."), ("at this hour: four,", "says the sign.")):
            found = told(tmp_path, changed(("- The bus comes at four.", f"- The bus comes {first}\n      {second}")))
            assert [each.code for each in found] == ["E149"]
            assert f"    - |\n      The bus comes {first}\n      {second}" in found[0].hint

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("title: One dry", "title = One dry"),
            ("    - choose:\n", "    - choose\n"),
            ("        go_barn:\n", "        go_barn\n"),
            ("          do: Walk up", "          do Walk up"),
            ("          then: |\n            Sam: You're", "          then |\n            Sam: You're"),
            ("  barn:\n", "  barn;\n"),
            ("passages:\n", "passages\n"),
        ],
    )
    def test_a_missing_colon(self, before: str, after: str, tmp_path: Path) -> None:
        """The line that lacks it is written out, and what stands below it belongs to it as before."""
        found = told(tmp_path, changed((before, after)))
        assert [each.code for each in found] == ["E157"]
        assert found[0].hint.startswith(f"Write: {before.splitlines()[0].strip()}")

    @pytest.mark.parametrize(
        ("before", "after", "code"),
        [
            ("      then: You have", "      You have", "E215"),
            ("      then: You have", "        You have", "E215"),
            ("      then: You have", "    - then: You have", "E216"),
            (
                "    - when: tent.give_bag\n      then: You have counted the church bell.",
                "    - when: tent.give_bag\n      go: end",
                "E215",
            ),
            ("    - It is hay, then.", "    -It is hay, then.", "E160"),
            ("        go_barn:", "        - go_barn:", "E163"),
            ("title: One", "// the last one\ntitle: One", "E161"),
            ("    - |\n      The river", "    |\n      The river", "E158"),
            ("passages:\n", "", "E156"),
            ("when: tent.give_bag", "if: tent.give_bag", "E201"),
            ("    - choose:", "    - Choose:", "E201"),
        ],
    )
    def test_one_message_for_one_mistake(self, before: str, after: str, code: str, tmp_path: Path) -> None:
        """No noise follows it, in this file or in those that ask for what stands below."""
        asks = "title: After\npassages:\n  start:\n    - when: tent.go_barn\n      then: Hay.\n    - It rains.\n"
        story = STORY.replace("[tent]", "[tent, after]")
        assert [each.code for each in told(tmp_path, changed((before, after)), story=story, after=asks)] == [code]


AFTER = "title: After\npassages:\n  start:\n    - when: {asked}\n      then: Hay.\n    - It rains.\n"


class TestOutOfReach:
    """Conditions that no way through the story fulfils, told without a promise and without a census."""

    @pytest.mark.parametrize(
        ("asked", "why"),
        [
            ("tent.go_barn and tent.give_bag", "whoever picks `tent.go_barn` cannot pick `tent.give_bag` any more"),
            ("me > 99", "`me` goes from -2 to 2 at most"),
            ("we < -3 or me > 40", "goes from"),
            ("after.none and me > 0", ""),
        ],
    )
    def test_is_told_with_its_reason(self, asked: str, why: str, tmp_path: Path) -> None:
        """The range, or the answers that exclude each other; what is unknown stays unknown."""
        story = STORY.replace("[tent]", "[tent, after]")
        found = told(tmp_path, TENT, story=story, after=AFTER.format(asked=asked))
        assert [each.code for each in found] == (["W216"] if why else ["E279"])
        assert why in found[0].message

    def test_an_answer_that_is_yet_to_come(self, tmp_path: Path) -> None:
        """In a later scene, or in the choice whose option asks for it."""
        story = STORY.replace("[tent]", "[after, tent]")
        assert shown(tmp_path, TENT, story=story, after=AFTER.format(asked="tent.go_barn")) == [(4, "W216")]
        own = changed(("          shows: swallow", "          when: tent.go_barn\n          shows: swallow"))
        assert shown(tmp_path, own, after=AFTER.format(asked="me > 0"))[1:] == [(21, "W216")]

    @pytest.mark.parametrize(
        "asked", ["tent.go_barn or tent.give_bag", "me > 1", "not (tent.go_barn and tent.give_bag)", "me < 99"]
    )
    def test_what_can_be_is_not(self, asked: str, tmp_path: Path) -> None:
        """Bounds are kept by every playthrough, so nothing possible is told."""
        story = STORY.replace("[tent]", "[tent, after]")
        assert shown(tmp_path, TENT, story=story, after=AFTER.format(asked=asked)) == []

    def test_a_choice_that_is_met_again_has_several_answers(self, tmp_path: Path) -> None:
        """A way back to it lets both be picked, one after the other."""
        again = changed(
            ("          go: barn", "          go: bank"), ("            Sam: You're blue.", "            Blue.")
        )
        both = again.replace("when: tent.give_bag", "when: tent.give_bag and tent.go_barn")
        assert [code for _line, code in shown(tmp_path, both) if code == "W216"] == []

    def test_a_lone_scene_knows_of_no_others(self, tmp_path: Path) -> None:
        """What other scenes move is not known there."""
        (tmp_path / "after.yaml").write_text(AFTER.format(asked="me > 99"))
        assert load(tmp_path / "after.yaml").problems == ()


class TestNothingIsHidden:
    """Where names may be lost, nothing is said of them; but nothing that keeps a story from being played is hidden."""

    @pytest.mark.parametrize(
        ("before", "after", "code"),
        [
            ("It is hay, then.", "It is hay, {tent.go_barn}.", "E282"),
            ("when: tent.give_bag", "when: tent.barn", "E279"),
            ("when: tent.give_bag", "when: tent.bank and tent.give_bag", "E279"),
        ],
    )
    def test_the_only_mistake_is_told(self, before: str, after: str, code: str, tmp_path: Path) -> None:
        """A word that stands elsewhere in its file is no excuse for it."""
        assert [each.code for each in told(tmp_path, changed((before, after)))] == [code]

    def test_a_story_without_errors_can_be_played(self, tmp_path: Path) -> None:
        """And one that cannot be played has one: of each line left out, or moved in or out by two."""
        lines = TENT.split("\n")
        for at, line in enumerate(lines):
            for new in (
                [],
                [f"  {line}"],
                [line.removeprefix("  ")],
                [line.replace(":", "", 1)],
                [line.replace("- ", "", 1)],
            ):
                text = "\n".join([*lines[:at], *new, *lines[at + 1 :]])
                (tmp_path / "tent.yaml").write_text(text)
                loaded = load(tmp_path / "tent.yaml")
                errors = [each for each in loaded.problems if each.severity == "error"]
                assert (loaded.story is None) == bool(errors), (at, new)


FRONT = """\
title: The tent
cast:
  sam: {name: Sam, pronouns: they}
  kit:
    name: Kit
    pronouns: she
variables:
  late: false
  cups: {start: 0, low: 0, high: 5}
scenes:
  - tent
  - {scene: after, when: cups > 1}
dead_zone: {me: 1, we: 1}
endings:
  interdependence: The bell again.
  independence: |
    The road.
  dependence: A coat.
"""

AFTER_IT = """\
title: After
prompts:
  - What was lost?
  - What was won?
passages:
  start:
    - when: tent.go_barn
      then:
        - Hay.
        - set: {late: true}
      else: |
        No hay.
    - Kit (low): It rains, said the bell.
    - add: {cups: 1}
    - when: not late
      then: You eat.
"""

SLIPS: Mapping[str, Callable[[str], str]] = {
    "one further in": lambda line: f" {line}",
    "two further in": lambda line: f"  {line}",
    "one further out": lambda line: line.removeprefix(" "),
    "two further out": lambda line: line.removeprefix("  "),
    "four further out": lambda line: line.removeprefix("    "),
    "without its colon": lambda line: line.replace(":", "", 1),
    "without a space": lambda line: line.replace(": ", ":", 1),
    "with a semicolon": lambda line: line.replace(":", ";", 1),
    "with a sign of equality": lambda line: line.replace(":", " =", 1),
    "without its dash": lambda line: line.replace("- ", "", 1),
    "with a close dash": lambda line: line.replace("- ", "-", 1),
    "without its bar": lambda line: line.replace(" |", "", 1),
    "with a lone quote": lambda line: line.replace(": ", ': "', 1),
    "with a tab": lambda line: line.replace("  ", "\t", 1),
}
"""What fingers do to a line."""


class TestOneSlip:
    """A slip in one line, whichever, is told by one message at most."""

    @pytest.mark.parametrize("slip", SLIPS)
    def test_in_a_scene(self, slip: str, tmp_path: Path) -> None:
        """Of every line of a scene."""
        assert _told_twice(TENT, SLIPS[slip], lambda text: told(tmp_path, text)) == []

    @pytest.mark.parametrize("slip", SLIPS)
    def test_in_a_story(self, slip: str, tmp_path: Path) -> None:
        """Of every line of story.yaml, with people, variables and endings."""
        look = lambda text: told(tmp_path, TENT, story=text, after=AFTER_IT)  # noqa: E731
        assert _told_twice(FRONT, SLIPS[slip], look) == []

    @pytest.mark.parametrize("slip", SLIPS)
    def test_in_conditions(self, slip: str, tmp_path: Path) -> None:
        """Of every line of a scene with lists in steps: at most one line in twenty is still told twice."""
        look = lambda text: told(tmp_path, TENT, story=FRONT, after=text)  # noqa: E731
        assert len(_told_twice(AFTER_IT, SLIPS[slip], look)) <= 1


def _told_twice(text: str, slip: Callable[[str], str], look: Callable[[str], list[Problem]]) -> list[tuple[int, str]]:
    """Return the lines of a text, with the slip made in one at a time, that get more than one message."""
    lines = text.split("\n")
    changed_ = [(at, slip(line)) for at, line in enumerate(lines) if line.strip() and slip(line) != line]
    return [(at + 1, new) for at, new in changed_ if len(look("\n".join([*lines[:at], new, *lines[at + 1 :]]))) > 1]


class TestNamesTogether:
    """Names and values that share a line, and lines that lack what keeps them apart."""

    @pytest.mark.parametrize(
        ("line", "better"),
        [
            ("cast:\n  sam {name: Sam, pronouns: they}", "sam: {name: Sam, pronouns: they}"),
            ("cast:\n  sam: name: Sam, pronouns: they", "sam: {name: Sam, pronouns: they}"),
            ("variables:\n  late: false\n  cups {low: 0, high: 3}", "cups: {low: 0, high: 3}"),
            ("variables:\n  late: false\n  dry = true", "dry: true"),
            ("variables: late: false", "variables: {late: false}"),
            ("dead_zone: me: 1, we: 1", "dead_zone: {me: 1, we: 1}"),
        ],
    )
    def test_in_a_story(self, line: str, better: str, tmp_path: Path) -> None:
        """The line is written out as it was meant."""
        found = told(tmp_path, TENT, story=f"title: The tent\n{line}\nscenes: [tent]\n")
        assert [each.hint for each in found if each.severity == "error"] == [f"Write: {better}"]

    @pytest.mark.parametrize("entry", ["after, when: late", "scene: after, when: late", "after when: late"])
    def test_a_scene_with_its_condition(self, entry: str, tmp_path: Path) -> None:
        """It is an entry in braces."""
        front = f"title: The tent\nvariables: {{late: false}}\nscenes:\n  - tent\n  - {entry}\n"
        found = told(tmp_path, TENT, story=front, after=AFTER.format(asked="me > 0"))
        errors = [each.hint for each in found if each.severity == "error"]
        assert errors == ["Write: - {scene: after, when: late}"]


class TestHalves:
    """Escapes that are half a character each."""

    def test_a_pair_is_the_character_that_it_stands_for(self, tmp_path: Path) -> None:
        """One message for all in a line, and its hint mends the pair, not a half of it."""
        words = '- "It is hay, \\ud83d\\ude00 and \\ud83d\\ude01."'
        found = told(tmp_path, changed(("- It is hay, then.", words)))
        assert [(each.code, each.length, each.hint) for each in found] == [
            ("E112", 12, "Type the real one: 😀 needs no code.")
        ]


class TestWordsThatWereMeantOtherwise:
    """Prose that YAML and the game take, and the author did not mean; and what is left alone."""

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("'{{sam}} is early.'", "W236"),
            ("'{{sam.They}} {sam.are} early.'", "W236"),
            ("'${sam} is early, <sam> too.'", "W236"),
            ("Nobody is **dry**.", "W248"),
            ("Nobody is <em>dry</em>.", "W248"),
            ("'{sam.name} is early.'", "W237"),
            ("'{sam.They} {sam.are} early. {sam.Name} is.'", "W237"),
            ("'Sam:The barn.'", "W238"),
            ("You (low):\u201cThe barn.\u201d", "W238"),
            ("go morning", "W239"),
            ("go = morning", "W239"),
            ("season spring", "W239"),
        ],
    )
    def test_is_told(self, line: str, code: str, tmp_path: Path) -> None:
        """With what to write."""
        found = told(tmp_path, changed(("It is hay, then.", line)))
        assert {each.code for each in found} == {code}
        assert all(each.hint for each in found)

    @pytest.mark.parametrize(
        "line",
        [
            "'A brace is {{ and }}, and {{nobody}} is no person.'",
            "'{sam.They} {sam.name} three rivers, {sam.are} right, and {sam.name} a fourth.'",
            "'[sighs] It costs $5, or 5%.'",
            "'Two * three * four.'",
            "'https://example.org:80/Sam:The'",
            "It is 10:30, and Sam is dry.",
            "go on",
            "time flies",
            "go to the barn",
        ],
    )
    def test_is_left_alone(self, line: str, tmp_path: Path) -> None:
        """Prose stays prose."""
        assert shown(tmp_path, changed(("It is hay, then.", line))) == []

    @pytest.mark.parametrize(
        ("asked", "better"),
        [("!tent.give_bag", "not tent.give_bag"), ("tent.give_bag:", "tent.give_bag"), ('"we" > 0', "we > 0")],
    )
    def test_a_condition_in_other_signs(self, asked: str, better: str, tmp_path: Path) -> None:
        """It is written out."""
        found = told(tmp_path, changed(("when: tent.give_bag", f"when: {asked}")))
        assert [(each.code, each.hint) for each in found] == [("E169", f"Write: - when: {better}")]
