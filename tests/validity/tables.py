"""The study's tables, made from what its readers answered.

    python tests/validity/tables.py            print them
    python tests/validity/tables.py --write    put them into docs/validity.md, between its two marks

Raw answers are in `data/`, a file for each way of asking; `round` tells which state of a story was read:

| file | a line is |
| --- | --- |
| readers.csv | a reader, and what kind of reader |
| cover.csv | the answer that a reader of options alone held for the right one |
| tags.csv | the dynamic and the pattern that a reader saw in an option, and a mark of the words that were read |
| plays.csv | a play by a reader who was told one dynamic, or to please everybody, or to play as themselves |
| audit.csv | the why that a reader held for the true one of a play |

Tags are counted in a story's newest round, and only where the option's words are still those that were read. Plays are
played again through the story as it is now; those that no longer fit are told and left out.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from statistics import fmean
from typing import Final, NamedTuple

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from game.authoring.load import load  # noqa: E402  # it runs without being installed, too
from game.insight.dynamics import verdict  # noqa: E402
from game.insight.patterns import PATTERNS  # noqa: E402
from game.session import Session  # noqa: E402
from game.story.model import Option, Story  # noqa: E402
from game.story.names import DYNAMICS, ENDINGS, IN_BETWEEN  # noqa: E402

DATA: Final = HERE / "data"
PAGE: Final = ROOT / "docs" / "validity.md"
MARKS: Final = ("<!-- tables: begin -->", "<!-- tables: end -->")
STORIES: Final = ("our-year", "six-evenings", "flatmates", "standing-by")
MAIN: Final = "our-year"
AGREED: Final = 2 / 3
"""The share of readers who must name an option's dynamic as it is scored."""

Row = Mapping[str, str]


class Gate(NamedTuple):
    """A figure beside its limit; with `least` it must not fall under it, otherwise not pass it."""

    told: str
    figure: float
    limit: float
    least: bool = True

    @property
    def met(self) -> bool:
        """Whether the limit holds."""
        return self.figure >= self.limit if self.least else self.figure <= self.limit


def rows(name: str, story: str = "") -> list[Row]:
    """Return the lines of a file of answers, those of one story if asked for, of its newest round."""
    with (DATA / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        every = [row for row in csv.DictReader(file) if not story or row["story"] == story]
    newest = max((int(row.get("round", "0")) for row in every), default=0)
    return [row for row in every if int(row.get("round", "0")) == newest]


def read_as(option: Option) -> str:
    """Return a short mark of an option's words, which is another one once they change."""
    return sha256(repr(option.text).encode()).hexdigest()[:8]


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two judges, from what each said of the same things."""
    seen = fmean(one == other for one, other in pairs)
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ours[each] * theirs[each] for each in ours) / len(pairs) ** 2
    return (seen - by_chance) / (1 - by_chance)


def table(head: Sequence[str], body: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def plays(story: Story) -> tuple[str, list[Gate]]:
    """Return the matrix of a story's plays, with what each was told to be against what it ended in."""
    ended: defaultdict[str, Counter[str]] = defaultdict(Counter)
    lost = 0
    for row in rows("plays", story.id):
        label = replayed(story, row)
        lost += not label
        ended[row["as"]].update([label] if label else [])
    if not ended:
        return "", []
    told = [*DYNAMICS, *sorted(set(ended) - set(DYNAMICS))]
    body = [
        [who, *(ended[who][label] or "·" for label in ENDINGS), _right(ended[who], who)] for who in told if ended[who]
    ]
    note = f"\n\n{lost} plays no longer fit the story and are left out." if lost else ""
    return table(["played as", *ENDINGS, "as told"], body) + note, _play_gates(story, ended)


def replayed(story: Story, row: Row) -> str:
    """Return what a kept play ends in, or "" if the story no longer has it."""
    session = Session(story, int(row["seed"]))
    for pick in row["picks"].split():
        if not session.offered or pick not in {offer.id for offer in session.offered.options}:
            return ""
        session.pick(pick)
    return verdict(session.state.me, session.state.we, story.dead_zone) if session.finished else ""


def _right(ended: Counter[str], who: str) -> str:
    return f"{ended[who] / ended.total():.0%}" if who in DYNAMICS else ""


def _play_gates(story: Story, ended: Mapping[str, Counter[str]]) -> list[Gate]:
    rows = [(who, ended[who]) for who in DYNAMICS if ended.get(who)]
    if not rows:
        return []
    whole = sum(row.total() for _, row in rows)
    limits = (0.95, 0.90, 0.05) if story.id == MAIN else (0.85, 0.75, 0.15)
    return [
        Gate("plays that end as they were told to be", sum(row[who] for who, row in rows) / whole, limits[0]),
        Gate("the same, the worst of the four", min(row[who] / row.total() for who, row in rows), limits[1]),
        Gate("of them in between", sum(row[IN_BETWEEN] for _, row in rows) / whole, limits[2], least=False),
    ]


def tags(story: Story) -> tuple[str, list[Gate]]:
    """Return how readers' tags agree with the scores, reader by reader, and the options that they do not agree with."""
    every = rows("tags", story.id)
    now = [row for row in every if (option := story.options.get(row["option"])) and read_as(option) == row["words"]]
    if not now:
        return "", []
    by_reader: defaultdict[str, list[Row]] = defaultdict(list)
    by_option: defaultdict[str, list[Row]] = defaultdict(list)
    for row in now:
        by_reader[row["reader"]].append(row)
        by_option[row["option"]].append(row)
    kappas = {reader: _kappas(story, said) for reader, said in by_reader.items()}
    body = [[reader, len(by_reader[reader]), *(f"{each:.2f}" for each in both)] for reader, both in kappas.items()]
    doubtful = [line for option, said in by_option.items() if (line := _doubtful(story, option, said))]
    scored = sum(1 for option in story.options.values() if option.shows)
    stale = f"{len(by_option)} of {scored} scored options were read as they are now."
    parts = [table(["reader", "options", "kappa, dynamics", "kappa, patterns"], body), stale]
    parts += ["Under two thirds:", table(["option", "scored as", "read as"], doubtful)] if doubtful else []
    means = [fmean(column) for column in zip(*kappas.values(), strict=True)]
    gates = [
        Gate("mean kappa on the dynamics", means[0], 0.8),
        Gate("mean kappa on the patterns", means[1], 0.7),
        Gate("options under two thirds agreement", len(doubtful), 0, least=False),
    ]
    return "\n\n".join(parts), gates


def _kappas(story: Story, said: Iterable[Row]) -> tuple[float, float]:
    shown = [(row, PATTERNS[story.options[row["option"]].shows or ""]) for row in said]
    dynamics = [(row["dynamic"], pattern.dynamic) for row, pattern in shown]
    return kappa(dynamics), kappa([(row["pattern"], pattern.id) for row, pattern in shown])


def _doubtful(story: Story, option: str, said: Sequence[Row]) -> tuple[str, str, str] | None:
    meant = PATTERNS[story.options[option].shows or ""].dynamic
    if fmean(row["dynamic"] == meant for row in said) >= AGREED:
        return None
    return f"`{option}`", meant, ", ".join(row["dynamic"] for row in said)


def cover(story: Story) -> tuple[str, list[Gate]]:
    """Return how often readers of options alone held the interdependent one for the right one."""
    by_reader: defaultdict[str, list[tuple[bool, float]]] = defaultdict(list)
    for row in rows("cover", story.id):
        dynamics = [PATTERNS[story.options[each].shows or ""].dynamic for each in row["options"].split()]
        if "interdependence" in dynamics:
            named = PATTERNS[story.options[row["picked"]].shows or ""].dynamic == "interdependence"
            by_reader[row["reader"]].append((named, dynamics.count("interdependence") / len(dynamics)))
    if not by_reader:
        return "", []
    body = [
        [reader, len(said), sum(named for named, _ in said), f"{sum(chance for _, chance in said):.1f}"]
        for reader, said in by_reader.items()
    ]
    every = [each for said in by_reader.values() for each in said]
    rate, chance = fmean(named for named, _ in every), fmean(chance for _, chance in every)
    return table(["reader", "choices", "named", "by chance"], body), [
        Gate(
            "interdependent options named from options alone, at most chance and a half",
            rate,
            chance * 1.5,
            least=False,
        )
    ]


def audit(story: Story) -> tuple[str, list[Gate]]:
    """Return how often readers told the true why of a play from three others."""
    said = rows("audit", story.id)
    if not said:
        return "", []
    right = fmean(row["picked"] == row["true"] for row in said)
    worst = Counter((row["true"], row["picked"]) for row in said if row["picked"] != row["true"])
    note = ", ".join(f"{true} taken for {picked}: {times}" for (true, picked), times in worst.items())
    told = f"{sum(row['picked'] == row['true'] for row in said)} of {len(said)} found." + (f" {note}." if note else "")
    return told, [Gate("true whys found", right, 0.8)]


def tables() -> Iterator[str]:
    """Yield the whole page of tables, a paragraph each."""
    parts = {"Plays in a part": plays, "Tags": tags, "Options alone": cover, "Whys": audit}
    for name in STORIES:
        story = load(ROOT / "scenes" / name, fair=False).story
        if story is None:
            sys.exit(f"{name} cannot be played.")
        made = {title: part(story) for title, part in parts.items()}
        yield f"### {story.title}"
        yield table(["gate", "figure", "limit", ""], [_line(gate) for _, gates in made.values() for gate in gates])
        for title, (text, _) in made.items():
            if text:
                yield f"#### {story.title}: {title.lower()}"
                yield text


def _line(gate: Gate) -> list[str]:
    whole = gate.limit == 0
    figures = [f"{each:.0f}" if whole else f"{each:.2f}" for each in (gate.figure, gate.limit)]
    return [gate.told, figures[0], f"{'≥' if gate.least else '≤'} {figures[1]}", "met" if gate.met else "**not met**"]


def main() -> None:
    """Print the tables, or put them into the page."""
    made = "\n\n".join(tables())
    if sys.argv[1:] == ["--write"]:
        before, rest = PAGE.read_text(encoding="utf-8").split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        PAGE.write_text(f"{before}{MARKS[0]}\n\n{made}\n\n{MARKS[1]}{after}", encoding="utf-8")
    else:
        print(made)


if __name__ == "__main__":
    main()
