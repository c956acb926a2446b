"""For players: the pygame window.

app.py        the loop: events in, frames out; the only one that knows time
stack.py      the stack of screens, and what their moves do; moves.py the moves; rooms.py makes screens by name
screens/      the screens, one a file: `layout(look)` gives a value, `handle(command)` a move
layout.py     a screen as a value: boxes with text, roles, names, commands
letters.py    styles, families of letters, and the room between them; sample.py what the settings do to them
typeset.py    lines from words; column.py boxes one below the other; page.py picture, paper, column and controls
spread.py     where picture and page lie in a window of any size; prose.py from a session's events to paragraphs
scan.py       playing with one switch; pacing.py text that comes line by line; reader.py where a reader is in a play
focus.py      what keys and the pointer mean on a layout; commands.py the tables of keys and buttons
theme.py      every colour; art.py small drawings; compose.py and gate.py pictures before they are drawn
voice.py      what is said, from one layout to the next; speech.py, speaker.py and mouth.py say it, on a thread
tree.py       a layout for screen readers; access.py and adapter.py let them in
senses.py     all that is not for the eye: sounds (heard.py, signs.py, sound.py), the voice, screen readers
paint.py, fonts.py, pictures.py, motion.py, devices.py, display.py   what pygame does

A new screen is a file in `screens/` with a class, and a line in `rooms.py`. It builds a `Column`, gives it to `page`,
and answers commands; it never sees a key, a pixel's colour, or another screen.
"""
