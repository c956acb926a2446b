"""Me & We: a game of choices whose endings explain themselves.

cli.py        the verbs, and what each of them wires together (one file each in verbs/)
session.py    the one mutable object: a playthrough while it is played
story/        what can happen: the pure core (model, conditions, text, state, events, engine)
insight/      what it meant: patterns, verdict, the reveal
authoring/    for writers: YAML to a Story, with every problem told at once
terminal/     for readers at a prompt
window/       for players: the pygame window
runs/         what is kept: run files, settings
language.py   interface strings; shipped.py: where stories and assets lie
"""

__version__ = "0.1.0"
