"""How long loading a large story takes, as a multiple of what PyYAML's C loader takes for the same files.

    python tests/bench/load.py

It makes a story of 1,000 scenes (about 2 MB, always the same one) in a folder of its own, loads it both ways in turn,
and prints the medians and their ratio, which part takes how much of it, and the ratio with the advice on fairness, as
`check` gives it without a census. A story of half the size comes first, to show how the cost grows. Loading means
everything: reading, building, and every check that playing asks for; the C loader's part is reading alone. No text
comes twice in the story, so that nothing is gained by remembering what was read before.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from unittest import mock

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from game.authoring import desk, load, shelf  # noqa: E402  # it runs without being installed, too
from game.authoring.problems import show  # noqa: E402

SCENES = 1000
ROUNDS = 9
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

      {{sam.They}} {{sam.lean}} on door {n}. *Thunk.* {{tired ? Nobody laughs. | You laugh.}}

      Sam: I could eat anything. No, that is a lie. I could eat all {n} of them warm, and twice.
    - choose:
        noodles:
          do: Say you crave {n} noodles, ask what {{sam}} would love, and settle on something.
          shows: decide_together
          recall: you said what you wanted on day {n} and asked what {{sam}} did
          protects: two appetites at table {n}
          costs: an hour, and soup at {n}
          lands: "{{sam}} had to think {n} times, and was glad to be asked."
          add: {{spoons: 1}}
          then: |
            Sam: Soup. So, noodle soup {n}? It takes longer than either. You chop.
        usual:
          do: Order your usual number {n} now, since {{sam}} can pick something later on.
          when: spoons < 5 or not tired
          shows: decide_solo
          recall: you ordered number {n} for yourself and left {{sam.them}} to it
          set: {{tired: true}}
          then: |
            Your {n} dumplings come at eight. {{sam}} makes toast.
        phone:
          do: Pass {{sam}} phone {n}, because whenever you choose it turns out wrong.
          shows: hand_over_choice
          recall: you passed {{sam}} phone {n} and let {{sam.them}} choose
          go: takeaway
    - You eat late, at table {n} with the wobbling leg.
  takeaway:
    - Sam: Two of number {n}, then.
    - cases:
        - when: day_{n}.phone and shown.hand_over_choice > 1
          then: "{{sam.They}} {{sam.pick}} for {n}, again."
        - then: It comes in {n} paper bags, and steams.
"""


def write(folder: Path, size: int) -> list[Path]:
    """Write the story of so many scenes; returns its files."""
    scenes = "".join(f"  - day_{n}\n" for n in range(size))
    endings = "".join(f"  {ending}: The table still wobbles.\n" for ending in ENDINGS)
    variables = "variables:\n  tired: false\n  spoons: {start: 0, low: 0, high: 5}\n"
    (folder / "story.yaml").write_text(f"title: Days\n{variables}scenes:\n{scenes}endings:\n{endings}")
    for n in range(size):
        (folder / f"day_{n}.yaml").write_text(SCENE.format(n=n))
    return sorted(folder.glob("*.yaml"))


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def by_yaml(files: Iterable[Path]) -> None:
    """Load the files as PyYAML does it fastest."""
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def parts(folder: Path) -> defaultdict[str, float]:
    """Return the seconds that each part of loading takes."""
    spent: defaultdict[str, float] = defaultdict(float)

    def watched(part: str, work: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object, **options: object) -> object:
            start = time.process_time()
            result = work(*args, **options)
            result = result if part != "checks" else list(result)  # type: ignore[call-overload]
            spent[part] += time.process_time() - start
            return result

        return run

    def watch(part: str, module: object, name: str) -> mock._patch[Callable[..., object]]:
        return mock.patch.object(module, name, watched(part, getattr(module, name)))

    reading, parsing = watch("read", shelf, "read"), watch("parse", desk, "parse")
    building, checking = watch("build", load, "compiled_of"), watch("checks", load, "check")
    with reading, parsing, building, checking:
        whole = timed(lambda: load.load(folder, fair=False))
    spent["rest"] = whole - sum(spent.values())
    return spent


def measure(size: int) -> tuple[float, float]:
    """Print what a story of so many scenes takes; returns its seconds, and PyYAML's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "days"
        folder.mkdir()
        files = write(folder, size)
        loaded = load.load(folder, fair=False)
        if not loaded.story:
            sys.exit("".join(show(each, loaded.sources) + "\n" for each in loaded.problems[:5]))
        ours, checked, theirs, split = [], [], [], []
        for _ in range(ROUNDS):
            ours.append(timed(lambda: load.load(folder, fair=False)))
            checked.append(timed(lambda: load.load(folder, fair=True)))
            theirs.append(timed(lambda: by_yaml(files)))
            split.append(parts(folder))
        megabytes = sum(file.stat().st_size for file in files) / 1e6
        mine, yamls = statistics.median(ours), statistics.median(theirs)
        print(f"{len(files)} files, {megabytes:.2f} MB: load {mine:.2f} s, yaml.load {yamls:.2f} s")
        shares = (f"{part} {statistics.median(each[part] for each in split) / yamls:.2f}" for part in split[0])
        print(f"ratio {mine / yamls:.2f} (at most 1.5): {', '.join(shares)}")
        print(f"with the advice on fairness {statistics.median(checked) / yamls:.2f} (at most 3)")
        return mine, yamls


def main() -> None:
    """Measure the story and one of half its size, and print how the cost grows."""
    half, whole = measure(SCENES // 2), measure(SCENES)
    mine, yamls = (after / before for before, after in zip(half, whole, strict=True))
    print(f"twice the size takes {mine:.2f} times as long, and yaml.load {yamls:.2f} times")


if __name__ == "__main__":
    main()
