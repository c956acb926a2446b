"""Me & We beside inkjs on the same machine: loading a story, random plays a second, and what is known in the end.

    npm install --prefix /tmp/ink inkjs@2.4 && NODE_PATH=/tmp/ink/node_modules python tests/bench/ink.py

The same story in both languages: so many choices in a row, of three answers each that move two numbers, and at every
tenth one of them open only under a condition. inkjs has no tester, so one is written here, as short as it can be; what
it counts is a sample. The census is exact.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from game.authoring.load import load  # noqa: E402  # the tree has to be found first
from game.insight.census import census  # noqa: E402
from game.insight.exact.limits import Limits  # noqa: E402
from game.story import engine  # noqa: E402
from game.story.model import Choose, Story  # noqa: E402

POINTS: Final = (12, 200)
SECONDS: Final = 5
ANSWERS: Final = (("decide_together", 2, 3), ("decide_solo", 3, -2), ("swallow_preference", -3, 2))

TESTER: Final = """
const {Compiler, Story} = require("inkjs/full");
const source = require("fs").readFileSync(0, "utf8");
const begun = performance.now();
const compiled = new Compiler(source).Compile().ToJson();
const loading = performance.now() - begun;
let plays = 0, end = performance.now() + %d;
while (performance.now() < end) {
  const story = new Story(compiled);
  for (;;) {
    while (story.canContinue) story.Continue();
    if (!story.currentChoices.length) break;
    story.ChooseChoiceIndex(Math.floor(Math.random() * story.currentChoices.length));
  }
  plays += 1;
}
console.log(JSON.stringify({loading: loading / 1000, plays: plays / %d}));
"""


class Found(NamedTuple):
    """Seconds to load a story from its source, random plays a second."""

    loading: float
    plays: float


def ink(points: int) -> str:
    """Return the story in ink."""
    return "".join(["VAR me = 0\nVAR we = 0\n-> p0\n", *_ink(points), f"== p{points}\nThe end.\n-> END\n"])


def _ink(points: int) -> Iterator[str]:
    for point in range(points):
        yield f"== p{point}\nIt is evening {point}, and the table has one short leg.\n"
        for number, (_shows, me, we) in enumerate(ANSWERS):
            only = "{me > 0} " if point % 10 == 9 and number == 1 else ""
            words = f"Do thing {number} with the leg of evening {point}."
            yield f"* {only}[{words}]\n  ~ me = me + {me}\n  ~ we = we + {we}\n  It is done.\n  -> p{point + 1}\n"


def ours(points: int, folder: Path) -> None:
    """Write the story as a story of ours: a scene of one passage after the other."""
    (folder / "story.yaml").write_text("title: Bench\nscenes: [evenings]\n", encoding="utf-8")
    (folder / "evenings.yaml").write_text("".join(_ours(points)), encoding="utf-8")


def _ours(points: int) -> Iterator[str]:
    yield "title: Evenings\nplace: kitchen\npassages:\n"
    for point in range(points):
        yield f"  p{point}:\n    - It is evening {point}, and the table has one short leg.\n    - choose:\n"
        for number, (shows, _me, _we) in enumerate(ANSWERS):
            yield f"        a{point}_{number}:\n          do: Do thing {number} with the leg of evening {point}.\n"
            yield f"          shows: {shows}\n          recall: you did thing {number} on evening {point}\n"
            if point % 10 == 9 and number == 1:
                yield "          when: me > 0\n"
            yield "          then:\n            - It is done.\n"
        if point + 1 < points:
            yield f"    - go: p{point + 1}\n"


def of_inkjs(points: int) -> Found:
    """Return what inkjs takes."""
    words = ["node", "-e", TESTER % (SECONDS * 1000, SECONDS)]
    done = subprocess.run(words, input=ink(points), capture_output=True, text=True, check=True)  # noqa: S603
    found = json.loads(done.stdout)
    return Found(found["loading"], found["plays"])


def of_ours(points: int) -> tuple[Found, Story]:
    """Return what the game takes, and the story."""
    with tempfile.TemporaryDirectory() as place:
        ours(points, Path(place))
        begin = time.perf_counter()
        loaded = load(Path(place), fair=False)
        loading = time.perf_counter() - begin
    if loaded.story is None:
        sys.exit(f"The story of {points} choices cannot be played: {loaded.problems[0].message}")
    plays, chance, end = 0, Random(1), time.perf_counter() + SECONDS  # noqa: S311  # no secret hangs on it
    while time.perf_counter() < end:
        _play(loaded.story, chance)
        plays += 1
    return Found(loading, plays / SECONDS), loaded.story


def _play(story: Story, chance: Random) -> None:
    state, _events = engine.begin(story)
    while isinstance(node := story.nodes[state.place], Choose):
        state, _events = engine.step(story, state, chance.choice(list(engine.open_options(story, state, node))).id)


def _found() -> bool:
    """Tell whether inkjs can be run."""
    node = shutil.which("node")
    words = [str(node), "-e", 'require("inkjs/full")']
    return bool(node) and not subprocess.run(words, capture_output=True, check=False).returncode  # noqa: S603


def main() -> None:
    """Print the table."""
    if not _found():
        sys.exit("This needs node, and inkjs where NODE_PATH says.")
    print("| choices | inkjs: loading, plays a second | Me & We: loading, plays a second | census, exact |")
    print("| --- | --- | --- | --- |")
    for points in POINTS:
        theirs, (mine, story) = of_inkjs(points), of_ours(points)
        begin = time.perf_counter()
        census(story, Limits(states=None))
        took = time.perf_counter() - begin
        cells = (f"{each.loading:.2f} s, {each.plays:,.0f}" for each in (theirs, mine))
        print(f"| {points} | {' | '.join(cells)} | {took:.2f} s |", flush=True)


if __name__ == "__main__":
    main()
