"""Me & We: a game of choices whose endings explain themselves.

cli.py        finds the verb; verbs/ has one file for each, which wires together what it needs
ballot.py     the hands of a class at one choice, and what follows from them; classmode.py a play that is only handed in
library.py    the one host of the front ends (host.py says what they may ask for); plays.py opens runs, keeper.py keeps
              them, copies.py and sharing.py make files of the player's choice
session.py    the one mutable object: a playthrough while it is played; trial.py starts one in its middle, foresight.py
              finds out what could have followed
story/        what can happen: the pure core (model, conditions, text, state, events, engine)
insight/      what it meant: patterns, verdict, reveal, why; census and what_if over all playthroughs (exact/)
authoring/    for writers: YAML to a Story, with every problem told at once; census report, promises, map, packs,
              statistics, validity, watching; plays/ that test a story, rename/ an id, compare/ two versions
bench.py      the host of a window whose story is watched; author.py says what that window may ask for
terminal/     for readers at a prompt
classroom/    for teachers: pages of runs
drawing/      what is drawn of a run: the plane, the path, the two circles (pure)
window/       for players: the pygame window
runs/         what is kept: run files, the journal of runs, what was read, settings
settings.py   what a player chose; keys.py which key does what; naming.py cleans names
support.py    reads the page of support
language.py   interface strings; shipped.py: where stories and assets lie
"""

__version__ = "0.1.0"
