"""A small story as files, for tests of what authors do with stories: two scenes, variables, a pot of tea."""

from __future__ import annotations

from pathlib import Path

STORY = """\
# Two evenings
format: 1
title: Tea
cast:
  sam: {name: Sam, pronouns: they}   # the one who pours
  kim:
    name: Kim
variables:
  cup: none          # black, white
  rested: false
  savings: {start: 1, low: 0, high: 3}
scenes:
  - dinner
  - {scene: porch, when: "dinner.pour or rested"}
dead_zone: {me: 0, we: 0}
endings:
  interdependence: "{sam} pours for two."
  independence: Two cups.
  dependence: One cup.
  codependence: "{dinner.pour ? A full pot. | An empty pot.}"
  in_between: A kettle.
"""

DINNER = """\
title: What’s for dinner?   # the first evening
at: at dinner
passages:
  fridge:
    - |
      The kettle hums. {sam.They} {sam.lean} on the door.

      Sam: I could drink anything, {kim} says so too.
    - choose:
        pour:
          do: Pour two cups and ask {sam} which, because both of you are cold.
          shows: decide_together
          recall: you poured for two
          set: {cup: white}
          then: The cups steam.
        alone:
          do: 'Pour your own cup now, since {sam} can''t be asked.'
          shows: decide_solo
          recall: you poured your own
          add: {savings: 1}
          go: hall
        wait:
          do: Wait for {sam}, whoever may be the first to move.
          again: true
          set: {cup: white}
          go: fridge
    - when: dinner.pour and not rested
      then:
        - You sit down.   # and stay
        - set: {rested: true}
  hall:
    - "{cup == white ? Steam | Nothing} rises in the hall."
"""

PORCH = """\
title: The porch
passages:
  steps:
    - Sam (low): Sit down, {dinner.pour ? you have earned it | it is late}.
    - choose:
        sit: {do: Sit down beside them and say how the day was., shows: ask_openly, recall: you sat down}
        stand:
          say: I’d rather stand and be quiet for a while.
          when: savings > 0 and (cup == white or me >= 1)
          shows: handle_alone
          recall: you stood
    - The light goes.
"""

PLAYS = """\
# How it is played
plays:
  both:
    moments:
      - tells: The kettle hums.
        open: [dinner.pour, dinner.alone, dinner.wait]   # all of them
        pick: dinner.pour
      - tells:
          - The cups steam.
          - you have earned it   # behind the steam
        omits: Steam rises in
        has: {cup: white, rested: true, we: 2}
      - porch.sit
      - tells: The light goes.
    ends: interdependence
  own:
    moments:
      - dinner.wait
      - dinner.alone
    ends: independence
"""


def story(folder: Path, **texts: str) -> Path:
    """Write the story into a folder and return it; `texts` replace or add files by their names without .yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"story": STORY, "dinner": DINNER, "porch": PORCH, "plays": PLAYS, **texts}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_bytes(text.encode())
    return folder
