"""How a file is read: each rule on its own fixture, inputs made to harm, and anything at all."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.authoring.descent import MOST_EVENTS
from game.authoring.marks import LONGEST
from game.authoring.nodes import Fields, Listing, Node, Scalar
from game.authoring.parse import parse
from game.authoring.places import Source
from game.authoring.problems import Problem, show
from game.authoring.read import LARGEST, decode, read
from game.authoring.rules import RULES
from game.authoring.rules.reading import READING
from game.authoring.tree import DEEPEST

BROKEN = Path(__file__).parent.parent / "broken"

MADE_HERE = {
    "no-such-file",
    "not-a-file",
    "unreadable-file",
    "file-too-large",
    "too-many-values",
    "value-too-long",
}
"""Rules about files that no repository should keep; the tests below make them."""

GOOD = """\
title: What's for dinner?
at: at dinner                # a note
prompts:
  - What did each answer protect?
passages:
  fridge:
    - |
      Ten past seven: the "fridge" hums.

      {sam.They} {sam.lean} on it. *Thunk.* # 4
    - choose:
        noodles:
          do: Say you crave noodles, and settle on something.
          set: {ate: takeaway, 'it''s': "a \\"b\\""}
          then: >
            Sam: Soup.
            So, noodle soup?
    - Sam: Two of the usual, then.
    - "{sam.They} {sam.pick}
      for two, again."
    - plain words that
      go on here
"""


def at_fault(data: bytes, name: str = "scene.yaml") -> tuple[Node | None, tuple[Problem, ...], Source]:
    """Read and parse bytes."""
    source, problems = decode(data, name)
    if source is None:
        return None, problems, Source(name)
    root, more = parse(source)
    return root, tuple(sorted(problems + more)), source


def codes(text: str) -> list[str]:
    """Return the codes of all problems in a text."""
    return [each.code for each in at_fault(text.encode("utf-8", "surrogatepass"))[1]]


@pytest.mark.parametrize("rule", sorted(set(READING) - MADE_HERE))
def test_each_rule_has_a_file_that_breaks_it_and_no_other(rule: str, expect_text: Callable[[Path, str], None]) -> None:
    """One mistake gives one message, and the message is the one that was agreed on."""
    file = BROKEN / f"{rule}.yaml"
    _, problems, source = at_fault(file.read_bytes(), file.name)
    assert {each.code for each in problems} == {READING[rule].code}
    sources = {file.name: source} if source.text else {}
    shown = "\n".join(show(each, sources) for each in problems)
    expect_text(file.with_suffix(".txt"), shown + "\n")


def test_codes_are_unique_and_say_what_they_are() -> None:
    """Codes of reading lie between 100 and 199; no two rules of all share one."""
    assert all(re.fullmatch(r"[EW]1\d\d", rule.code) for rule in READING.values())
    assert len({rule.code for rule in RULES.values()}) == len(RULES)


def test_a_good_file_has_no_problems() -> None:
    """Everything that a scene may hold is read without a word."""
    assert codes(GOOD) == []


def test_words_stay_as_they_were_typed() -> None:
    """Nothing is converted: no truth, no numbers, no dates."""
    root = at_fault(b"a: no\nb: 1.10\nc: 2024-01-01\nd: 0x1F\nno: ~\n")[0]
    assert isinstance(root, Fields)
    assert [(key.text, value.text) for key, value in root.entries if isinstance(value, Scalar)] == [
        ("a", "no"),
        ("b", "1.10"),
        ("c", "2024-01-01"),
        ("d", "0x1F"),
        ("no", "~"),
    ]


def scalars(node: Node) -> list[Scalar]:
    """Return all words in a tree."""
    if isinstance(node, Scalar):
        return [node]
    inside = node.items if isinstance(node, Listing) else [each for entry in node.entries for each in entry]
    return [scalar for each in inside for scalar in scalars(each)]


def test_every_character_knows_its_place() -> None:
    """The letter at an offset of a text is the letter at its place in the file, whatever the style."""
    root, _, source = at_fault(GOOD.encode())
    assert root is not None
    checked = 0
    for scalar in scalars(root):
        for offset, sign in enumerate(scalar.text):
            if sign.isalpha():
                place = scalar.place(offset)
                assert source.lines[place.line - 1][place.column - 1] == sign, (scalar, offset)
                checked += 1
    assert checked > 250


def test_all_mistakes_are_told_at_once() -> None:
    """A file with ten mistakes that each stop YAML gives ten messages."""
    lines = ["passages:", "  porch:"]
    bad = ["- {sam} knocks", "- *Thunk.*", "- a: b: c", "- [sighs] no", "- @home", "- 'it's'", '- "a" b', "- `x", "- %"]
    for each in bad:
        lines += [f"    {each}", "    - Fine."]
    assert len(codes("\n".join([*lines, 'title: "\\q"']))) == len(bad) + 1


HARMFUL = {
    "billion laughs": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(9)),
    "merge bomb": "a: &a {x: 1}\nb: &b\n  <<: [*a, *a, *a, *a]\nc:\n  <<: [*b, *b, *b, *b]\n",
    "nested brackets": "[" * 100_000,
    "nested braces": "{a: " * 100_000,
    "nested dashes": "- " * 100_000,
    "nested questions": "? " * 100_000,
    "deep blocks": "\n".join(" " * depth + "a:" for depth in range(1000)),
    "many anchors": "".join(f"- &a{n} x\n" for n in range(60_000)),
    "many aliases": "- &a x\n" + "- *a\n" * 150_000,
    "many values": "a: [" + "x," * (MOST_EVENTS + 1) + "]\n",
    "many tags": "- !a x\n" * 100_000,
    "many double names": "".join(f"a{n}: x\n" for n in range(20_000)) * 2,
    "long value": "a: " + "x" * (LONGEST + 1),
    "long name": "x" * (LARGEST - 10) + ": a",
    "large": "x" * (LARGEST + 1),
    "many mistakes": "- {a} b\n" * 100_000,
    "many open quotes": 'a: "x\n' * 100_000,
    "many tabs in a block": "a: |\n" + "  \tx\n" * 150_000,
    "hidden spaces": "a\u00a0" + "\u00a0" * 400_000 + "b: c",
    "spaces": "a:" + " " * 900_000 + "x",
    "bad bytes": "\udcff" * 900_000,
}


@pytest.mark.parametrize("name", HARMFUL)
def test_files_made_to_harm_are_refused(name: str) -> None:
    """A few sentences, soon, and no harm."""
    _, problems, _ = at_fault(HARMFUL[name].encode("utf-8", "surrogateescape"))
    assert problems or name in {"many tabs in a block", "spaces"}


def test_depth_is_counted() -> None:
    """The deepest thing allowed is read; one more is refused."""
    assert codes("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)) == []
    assert codes("a: " + "[" * DEEPEST + "]" * DEEPEST) == [READING["too-deep"].code]


def test_limits_have_their_own_sentences() -> None:
    """Files too large, with too many values, or with too long a value say so and nothing else."""
    assert codes(HARMFUL["many values"]) == [READING["too-many-values"].code]
    assert codes(HARMFUL["long value"]) == [READING["value-too-long"].code]
    assert codes(HARMFUL["large"]) == [READING["file-too-large"].code]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """Folders, pipes, devices, links and names that cannot be are told, and never waited for."""
    (tmp_path / "link.yaml").symlink_to(tmp_path / "nowhere.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    for path, rule in (
        (tmp_path, "not-a-file"),
        (tmp_path / "pipe.yaml", "not-a-file"),
        (Path(os.devnull), "not-a-file"),
        (tmp_path / "link.yaml", "link"),
        (tmp_path / "nowhere.yaml", "no-such-file"),
        (Path("a\0b"), "no-such-file"),
    ):
        source, problems = read(path, "scene.yaml")
        assert source is None
        assert [each.code for each in problems] == [RULES[rule].code]


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is passed on."""
    file = tmp_path / "scene.yaml"
    file.write_text(GOOD)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "Permission denied" in read(file)[1][0].message


def test_a_mark_at_the_beginning_is_accepted() -> None:
    """Windows Notepad puts U+FEFF in front of UTF-8, and ends lines with two signs."""
    assert codes("\ufeff" + GOOD.replace("\n", "\r\n")) == []


MISTAKES = [
    "{",
    "[",
    '"',
    "'",
    ": ",
    " #",
    "\t",
    "- ",
    "&a ",
    "*a",
    "!",
    "|",
    ">",
    "%",
    "? ",
    "\n",
    "\r",
    "\x00",
    "---\n",
    "\\",
]


@given(st.text())
@example("\x85")
@example("? ")
@example("...\n...")
@example("\\ud800")
def test_any_text_gives_a_tree_or_problems(text: str) -> None:
    """Nothing raises, and nothing is refused without a word."""
    root, problems = parse(Source("scene.yaml", text))
    assert root is not None or problems


@given(st.binary())
def test_any_bytes_give_lines_or_problems(data: bytes) -> None:
    """Nothing raises, and nothing is refused without a word."""
    source, problems = decode(data, "scene.yaml")
    assert source is not None or problems


@given(
    st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 6), st.sampled_from(MISTAKES) | st.text(max_size=3)))
)
def test_good_files_with_mistakes_give_a_tree_or_problems(edits: list[tuple[int, int, str]]) -> None:
    """A place for every problem lies in the file, or right behind it."""
    text = GOOD
    for at, cut, put in edits:
        text = text[:at] + put + text[at + cut :]
    root, problems, source = at_fault(text.encode("utf-8", "surrogatepass"))
    assert root is not None or problems
    for each in problems:
        assert 1 <= each.line <= len(source.lines)
        assert each.column >= 1


def test_s62_marks_on_one_letter_are_counted() -> None:
    """Four are taken; more, as they are or as escapes, are told where they stand and with their number."""
    assert codes("a: Z" + "\u0301" * 4) == []
    for words in ("Z" + "\u0301" * 5, '"Z' + r"\u0301" * 5 + '"'):
        _, (found,), _ = at_fault(f"a: {words}".encode())
        assert (found.code, found.line) == (READING["marks-heaped"].code, 1)
        assert found.message == "On one letter stand 5 marks; 4 are the limit."
