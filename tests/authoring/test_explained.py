"""Each kind of problem is explained, and what its explanation puts in place of the mistake mends it."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from game.authoring.explained import EXPLAINED
from game.authoring.load import load
from game.authoring.plays.kept import kept
from game.authoring.promises import broken
from game.authoring.rules import RULES
from game.authoring.rules.promises import PROMISES

BROKEN = Path(__file__).parent.parent / "broken"
SHOWN = sorted(name for name, each in EXPLAINED.items() if each.wrong)

LATER = {RULES["scene-absent"].code, *(rule.code for rule in PROMISES.values())}
"""What is told only once the rest can be read: such small stories keep no promise, and one has no scene."""

NO_FEW_LINES = {
    # No story shows them: they are about files that no repository should keep, or tell of other problems.
    *("no-such-file", "not-a-file", "unreadable-file", "file-too-large", "too-many-values", "value-too-long"),
    *("rename-unfinished", "link", "story-absent", "story-kind", "story-id", "more-errors", "more-warnings"),
    *(name for name in RULES if name.startswith("pack-")),
    # The mistake lies in bytes, in a picture, or in what cannot be seen.
    *("document", "utf-16", "not-utf-8", "joined-files", "hidden-sign", "direction-mark", "marks-heaped", "odd-break"),
    *("picture-not-png", "picture-too-large", "picture-untold", "picture-absent", "story-file-absent"),
    "sound-unheard",
    # It takes more than a few lines, or a whole scene, to see it.
    *("too-deep", "no-fields", "percent-line", "condition-too-long", "paragraph-long", "same-words"),
    *("choose-in-ending", "scene-unlisted", "variable-unread", "variable-unset", "promise-undecided"),
    *("length-tells", "word-tells", "extreme-tells", "dynamics-few", "patterns-unshown"),
}
"""Rules whose explanation has no lines before and after."""


def codes(path: Path) -> Counter[str]:
    """Return how often `check` tells each code of a story."""
    loaded = load(path)
    found = (*loaded.problems, *broken(loaded), *kept(loaded, path).problems)
    return Counter(each.code for each in found)


def mended(text: str, wrong: str, right: str) -> list[str]:
    """Return the texts with `right` in place of `wrong`, as far in as it stands: one for each place."""
    lines, bad = text.split("\n"), wrong.split("\n")
    found = []
    for at in range(len(lines) - len(bad) + 1):
        inset = lines[at].removesuffix(bad[0])
        if not inset.strip() and lines[at : at + len(bad)] == [inset + each for each in bad]:
            good = [inset + each for each in right.split("\n")] if right else []
            found.append("\n".join([*lines[:at], *good, *lines[at + len(bad) :]]))
    return found


def test_every_rule_is_explained() -> None:
    """No rule is without its reason, and nothing else is explained."""
    assert set(EXPLAINED) == set(RULES)


def test_explanations_are_short() -> None:
    """One to three sentences of their own; none says the same as another."""
    for name, each in EXPLAINED.items():
        assert 60 < len(each.why) < 420, name
        assert each.why.endswith("."), name
    assert len({each.why for each in EXPLAINED.values()}) == len(EXPLAINED)


def test_what_can_be_shown_is_shown() -> None:
    """Each rule has lines before and after, but for those that a few lines cannot show."""
    assert set(RULES) - set(SHOWN) == NO_FEW_LINES


@pytest.mark.parametrize("name", SHOWN)
def test_what_stands_in_place_of_the_mistake_mends_it(name: str, tmp_path: Path) -> None:
    """In the story that shows it, the wrong lines stand once; the right ones leave a problem less, and no new error."""
    file, folder = BROKEN / f"{name}.yaml", BROKEN / name
    story = tmp_path / (file.name if file.exists() else name)
    if file.exists():
        shutil.copy(file, story)
    else:
        shutil.copytree(folder, story)
    before = codes(story)
    files = [story] if story.is_file() else sorted(story.glob("*.yaml"))
    shown = EXPLAINED[name]
    ways = [(each, text) for each in files for text in mended(each.read_text("utf-8"), shown.wrong, shown.right)]
    assert len(ways) == 1, "the wrong lines stand once"
    ways[0][0].write_text(ways[0][1], encoding="utf-8")
    after = codes(story)
    assert after[RULES[name].code] < before[RULES[name].code]
    assert {code for code in after - before if code.startswith("E") and code not in LATER} == set()
