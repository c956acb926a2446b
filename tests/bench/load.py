"""How long loading a large story takes, as a multiple of what PyYAML's C loader takes for the same files.

`python tests/bench/load.py` makes a story of 1,000 scenes (about 1.5 MB, always the same one) in a folder of its own,
loads it both ways in turn, and prints the medians and their ratio. Loading means everything: reading, building, and
every check; the C loader's part is reading alone.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from game.authoring.load import load
from game.authoring.problems import show

SCENES = 1000
ROUNDS = 5
ENDINGS = ("interdependence", "independence", "dependence", "codependence", "in_between")
SCENE = """\
title: The evening of day {n}
at: on day {n}
place: kitchen
season: spring
prompts:
  - What did each answer protect on day {n}?
passages:
  fridge:
    - |
      Ten past seven on day {n}. Neither of you has eaten since noon, and the fridge hums as if it had news.

      {{sam.They}} {{sam.lean}} on the door. *Thunk.* {{tired ? Nobody laughs. | You laugh.}}

      Sam: I could eat anything. No, that is a lie. I could eat anything warm, and twice.
    - choose:
        noodles:
          do: Say you crave noodles, ask what {{sam}} would love, and settle on something.
          shows: decide_together
          recall: you said what you wanted and asked what {{sam}} did
          protects: two appetites at one table
          costs: an hour, and soup at nine
          lands: "{{sam}} had to think, and was glad to be asked."
          add: {{spoons: 1}}
          then: |
            Sam: Soup. So, noodle soup? It takes longer than either. You chop.
        usual:
          do: Order your usual now, since {{sam}} can pick something later on.
          when: spoons < 5 or not tired
          shows: decide_solo
          recall: you ordered for yourself and left {{sam.them}} to it
          set: {{tired: true}}
          then: |
            Your dumplings come at eight. {{sam}} makes toast.
        phone:
          do: Pass {{sam}} the phone, because whenever you choose it turns out wrong.
          shows: hand_over_choice
          recall: you passed {{sam}} the phone and let {{sam.them}} choose
          go: takeaway
    - You eat late, at the table with the wobbling leg.
  takeaway:
    - Sam: Two of the usual, then.
    - cases:
        - when: day_{n}.phone and shown.hand_over_choice > 1
          then: "{{sam.They}} {{sam.pick}} for two, again."
        - then: It comes in paper bags, and steams.
"""


def write(folder: Path) -> list[Path]:
    """Write the story; returns its files."""
    scenes = "".join(f"  - day_{n}\n" for n in range(SCENES))
    endings = "".join(f"  {ending}: The table still wobbles.\n" for ending in ENDINGS)
    variables = "variables:\n  tired: false\n  spoons: {start: 0, low: 0, high: 5}\n"
    (folder / "story.yaml").write_text(f"title: Days\n{variables}scenes:\n{scenes}endings:\n{endings}")
    for n in range(SCENES):
        (folder / f"day_{n}.yaml").write_text(SCENE.format(n=n))
    return sorted(folder.glob("*.yaml"))


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "days"
        folder.mkdir()
        files = write(folder)
        loaded = load(folder)
        if loaded.problems:
            sys.exit("".join(show(each, loaded.sources) + "\n" for each in loaded.problems[:5]))
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(timed(lambda: load(folder)))
            theirs.append(timed(lambda: [yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) for file in files]))
        size = sum(file.stat().st_size for file in files) / 1e6
        mine, yamls = statistics.median(ours), statistics.median(theirs)
        print(
            f"{len(files)} files, {size:.2f} MB: load {mine:.2f} s, yaml.load {yamls:.2f} s, ratio {mine / yamls:.2f}"
        )


if __name__ == "__main__":
    main()
