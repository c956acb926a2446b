"""Which pictures the gallery has, section by section."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.gallery.stage import TALKED, YEAR, Shot

SMALL: Final = (640, 360)
LARGE: Final = (1920, 1080)
SQUARE: Final = (1024, 768)
BAND: Final = (1280, 1024)
TALL: Final = (720, 1080)

TITLE: Final = (
    Shot("title", "The first screen.", "title"),
    Shot("title-sepia", "Sepia.", "title", "sepia"),
    Shot("title-dark", "Dark.", "title", "dark"),
    Shot("title-contrast", "High contrast.", "title", "contrast"),
    Shot("title-200", "Text of 200 %.", "title", text=200),
    Shot("title-small", "A window of 640 by 360.", "title", size=SMALL),
    Shot("title-square", "1024 by 768.", "title", size=SQUARE),
    Shot("title-band", "1280 by 1024: the page lies below the picture.", "title", size=BAND),
    Shot("title-scan", "With one switch: the frame goes from line to line.", "title", settings={"one_switch": True}),
    Shot("stories", "Which story?", "stories"),
    Shot("names", "Names and pronouns, before the first line.", "names"),
    Shot("names-sepia-140", "The same in sepia, with text of 140 %.", "names", "sepia", 140),
)

PLAY: Final = (
    Shot("play-kitchen", "A morning in spring; a scene begins.", "play"),
    Shot("play-choice", "A choice, with the focus on the second answer.", "play", do=("end", "focus key.alone")),
    Shot("play-station", "A day in summer, on the platform.", "play", "sepia", picks=YEAR[:1], do=("last",)),
    Shot("play-river", "An evening in summer, by the river.", "play", picks=YEAR[:2], do=("last",)),
    Shot("play-rain", "A night in autumn, with rain; dark.", "play", "dark", picks=YEAR[:3], do=("last",)),
    Shot("play-ice", "A day in winter, in the yard; large window.", "play", size=LARGE, picks=YEAR[:4], do=("last",)),
    Shot("play-answer", "What came of an answer.", "play", picks=YEAR[:2], do=("last", "answer oars.row")),
    Shot("play-choice-dark", "The choice, dark.", "play", "dark", do=("end", "focus key.alone")),
    Shot("play-choice-contrast", "The choice, high contrast.", "play", "contrast", do=("end", "focus key.alone")),
    Shot("play-contrast-200", "High contrast, text of 200 %.", "play", "contrast", 200, do=("end",)),
    Shot("play-sepia-140", "Sepia, text of 140 %.", "play", "sepia", 140),
    Shot("play-small", "A window of 640 by 360.", "play", size=SMALL, do=("end",)),
    Shot("play-small-200", "The same, with text of 200 %.", "play", size=SMALL, text=200),
    Shot("play-square", "1024 by 768.", "play", size=SQUARE, do=("end",)),
    Shot("play-band", "1280 by 1024.", "play", size=BAND, do=("end",)),
    Shot("play-tall", "A tall window, 720 by 1080.", "play", size=TALL, do=("end",)),
    Shot("play-serif", "Alegreya.", "play", settings={"font": "serif"}, do=("end",)),
    Shot("play-hyperlegible", "Atkinson Hyperlegible.", "play", settings={"font": "hyperlegible"}, do=("end",)),
    Shot("play-dyslexic", "OpenDyslexic.", "play", settings={"font": "dyslexic"}, do=("end",)),
    Shot("play-confirm", "Asked once more.", "play", settings={"confirm": True}, do=("end", "answer key.both")),
    Shot("play-scan", "With one switch.", "play", "contrast", 140, settings={"one_switch": True}, do=("end",)),
)

MENUS: Final = (
    Shot("pause", "The menu of a play, over its place.", "pause", picks=YEAR[:2]),
    Shot("pause-dark", "Dark.", "pause", "dark", picks=YEAR[:3]),
    Shot("pause-band", "1280 by 1024.", "pause", size=BAND, picks=YEAR[:2]),
    Shot("history", "Everything so far.", "history", picks=YEAR[:3]),
    Shot("history-contrast-140", "High contrast, 140 %.", "history", "contrast", 140, picks=YEAR[:3]),
    Shot("settings", "Settings.", "settings"),
    Shot("settings-contrast", "High contrast.", "settings", "contrast"),
    Shot("settings-reading", "Reading, with a sample of the page.", "settings reading"),
    Shot("settings-reading-contrast-200", "The same at 200 %.", "settings reading", "contrast", 200),
    Shot("settings-reading-band", "1280 by 1024.", "settings reading", size=BAND),
    Shot("settings-sound", "Sound; captions tell of it in words.", "settings sound", settings={"captions": True}),
    Shot("settings-comfort-dark-140", "Comfort, dark, 140 %.", "settings comfort", "dark", 140),
    Shot("players", "Who plays?", "players"),
    Shot("file", "A copy of a run.", "file"),
    Shot("keys", "Every key can be another one.", "keys"),
    Shot("buttons", "Every button of a gamepad, too.", "buttons"),
    Shot("buttons-asked", "One that has another meaning already.", "buttons", do=("choose history", "button y")),
    Shot("help", "What the keys do.", "help"),
    Shot("credits", "Who made it.", "credits"),
    Shot("runs", "The journal of runs.", "runs"),
    Shot("runs-dark-140", "Dark, 140 %.", "runs", "dark", 140),
    Shot("run", "One of them.", "runs", do=("look year",)),
    Shot("compare", "Two runs side by side.", "compare", do=("with own way",)),
    Shot("compare-200", "Text of 200 %.", "compare", text=200, do=("with own way",)),
    Shot("message", "Something to know.", "message", "sepia"),
    Shot("calm", "A calm screen.", "calm", "dark"),
)

CLASS: Final = (
    Shot("lesson", "For a class.", "lesson"),
    Shot("classroom", "Each alone, in class mode.", "classroom"),
    Shot("lines", "Spot the pattern, line by line.", "lines"),
    Shot("before", "What everybody is told first.", "before"),
    Shot("pair", "Two at a computer: one has proposed.", "pair", do=("focus key.both", "answer key.both")),
    Shot("ballot", "Hands are counted.", "ballot"),
    Shot("ballot-contrast-200", "The same, high contrast, 200 %.", "ballot", "contrast", 200),
    Shot("split", "What the class answered.", "split"),
    Shot("split-dark-140", "Dark, 140 %.", "split", "dark", 140),
    Shot("split-contrast-200", "High contrast, 200 %.", "split", "contrast", 200),
    Shot("talk", "Time to talk.", "talk", "sepia", 140),
    Shot("sheet", "The sheet before.", "sheet", "contrast", 200),
)

_ON: Final = tuple(("forward",) * turns for turns in range(9))

REVEAL: Final = (
    Shot("reveal-end", "The story’s own last page.", "reveal", picks=YEAR),
    Shot("reveal-name-half", "The circles on their way, half a second in.", "reveal", picks=YEAR, do=_ON[1], since=0.5),
    Shot("reveal-name", "The dynamic, in plain words.", "reveal", picks=YEAR, do=_ON[1]),
    Shot("reveal-path", "The way.", "reveal", picks=YEAR, do=_ON[2]),
    Shot("reveal-moment-half", "The path draws itself.", "reveal", picks=YEAR, do=_ON[4], since=0.6),
    Shot("reveal-moment", "A moment that carried it.", "reveal", picks=YEAR, do=_ON[4]),
    Shot("reveal-against", "The moment that pulled the other way.", "reveal", picks=YEAR, do=_ON[6]),
    Shot("reveal-roads", "Roads not taken; the first one is lit.", "reveal", picks=YEAR, do=(*_ON[7], "focus road 0")),
    Shot("reveal-roads-dark", "The second.", "reveal", "dark", picks=YEAR, do=(*_ON[7], "focus road 1")),
    Shot("reveal-question", "A question to talk about.", "reveal", "sepia", picks=YEAR, do=_ON[8]),
    Shot("reveal-next", "And now?", "reveal", picks=YEAR, do=("again", "rewind")),
    Shot("reveal-again", "Once more, from where?", "reveal", picks=YEAR, do=("again",)),
    Shot("reveal-talked", "A year of talking.", "reveal", "dark", picks=TALKED, do=_ON[1]),
    Shot("reveal-contrast-160", "High contrast, 160 %.", "reveal", "contrast", 160, picks=YEAR, do=_ON[4]),
    Shot("reveal-name-200", "Text of 200 %.", "reveal", text=200, picks=YEAR, do=_ON[1]),
    Shot("reveal-moment-200", "The same, a moment.", "reveal", text=200, picks=YEAR, do=_ON[4]),
    Shot("reveal-roads-200", "The same, a road.", "reveal", text=200, picks=YEAR, do=(*_ON[7], "focus road 2")),
    Shot("reveal-name-small", "A window of 640 by 360.", "reveal", size=SMALL, picks=YEAR, do=_ON[1]),
    Shot("reveal-moment-small", "The same, a moment.", "reveal", size=SMALL, picks=YEAR, do=_ON[4]),
    Shot("reveal-square", "1024 by 768.", "reveal", size=SQUARE, picks=YEAR, do=_ON[4]),
    Shot("reveal-band", "1280 by 1024.", "reveal", size=BAND, picks=YEAR, do=_ON[4]),
    Shot("reveal-large", "1920 by 1080.", "reveal", size=LARGE, picks=YEAR, do=(*_ON[7], "focus road 2")),
)

GREY: Final = (
    Shot("grey-choice", "The choice: the sign and the wash tell the focus.", "play", do=("end",), grey=True),
    Shot("grey-history", "Answers that were given bear the sign.", "history", picks=YEAR[:3], grey=True),
    Shot("grey-name", "Hatching tells the other’s circle.", "reveal", picks=YEAR, do=_ON[1], grey=True),
    Shot("grey-moment", "A moment has a ring and a name.", "reveal", "dark", picks=YEAR, do=_ON[4], grey=True),
    Shot("grey-roads", "The lit road is whole, others dashed.", "reveal", picks=YEAR, do=(*_ON[7],), grey=True),
    Shot("grey-ballot", "A vote has letters, strokes and numbers.", "split", "contrast", grey=True),
)

WATCH: Final = (
    Shot("watch-play", "A story is watched while it is written.", "watch play"),
    Shot("watch-panel-dark-140", "The panel, dark, 140 %.", "watch panel", "dark", 140),
    Shot("watch-panel-contrast-200", "High contrast, 200 %.", "watch panel", "contrast", 200),
    Shot("watch-hidden", "Without the panel.", "watch hidden"),
    Shot("watch-flaws", "What is wrong.", "watch flaws"),
    Shot("watch-flaws-contrast-160", "High contrast, 160 %.", "watch flaws", "contrast", 160),
    Shot("watch-spots-sepia", "Where to go.", "watch spots", "sepia"),
)

SECTIONS: Final[Mapping[str, tuple[Shot, ...]]] = {
    "The title, and how a story begins": TITLE,
    "Playing": PLAY,
    "The reveal": REVEAL,
    "Menus, settings, the journal": MENUS,
    "In a class": CLASS,
    "Without colour": GREY,
    "For authors": WATCH,
}
"""The pictures of screens, in the order of the page."""

SHOTS: Final = tuple(shot for section in SECTIONS.values() for shot in section)
