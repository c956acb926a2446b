"""A screen as a value: boxes with text, roles, names and commands. One layout serves eye, voice and test.

1. Everything is in pixels of the window, whole numbers, the origin at the top left.
2. A box says what it is (`role`), what a voice reads (`name`), and which command picking it gives (`gives`).
3. The order of boxes is the order of reading, of focus and of painting.
4. Boxes that are `scrolled` are painted, and can be hit, only inside the layout's scroll view.
5. A box that keeps its id and its name while the same screen is shown is the same box: a voice does not tell it again.
6. Nothing here knows pygame; text is measured through `Measure`, so that a test needs no display.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from game.drawing.rect import Rect
from game.settings import Settings
from game.window.commands import Command
from game.window.compose import View
from game.window.letters import Font, Letters, Measure, letters

ROLES: Final = (
    *("picture", "page", "heading", "paragraph", "speech", "answer", "note"),
    *("option", "button", "field", "setting", "art"),
)
"""What a box can be. Option, button, field and setting are targets: they give a command and can hold the focus."""

TARGET: Final = 44
"""Pixels that a target is high, at least; at more than 1080 lines in proportion."""

APART: Final = 8
"""Pixels between two targets, at least."""

SMALLEST: Final = (160, 120)
"""A window smaller than this is laid out as if it were this big, and shows a part."""


AT_REST: Final = 60.0
"""Seconds after which every motion is over."""


class Piece(NamedTuple):
    """Letters of one look on one line: `x` is their left end, `y` their baseline; `ink` is a field of `Theme`.

    Both count from the top left corner of the box that the piece is in.
    """

    x: int
    y: int
    words: str
    font: Font
    ink: str


class Box(NamedTuple):
    """One thing on the screen. `id` is unique in its layout.

    `mark` is where the sign of focus is drawn. `art` is the inside of an SVG element of the box's size, in which `@ink`
    stands for a colour of the theme (any field of `Theme`). A picture has a `view`; a field that is being
    written on has a `caret`. What is `for_pointer` can be picked by nothing else, and never holds the focus.
    """

    id: str
    role: str
    rect: Rect
    name: str = ""
    text: tuple[Piece, ...] = ()
    gives: Command | None = None
    mark: Rect | None = None
    art: str = ""
    view: View | None = None
    scrolled: bool = False
    caret: Rect | None = None
    for_pointer: bool = False

    def moved(self, dx: int, dy: int) -> Box:
        """Return the box, with all that is in it, somewhere else."""
        return self._replace(
            rect=self.rect.moved(dx, dy),
            mark=self.mark and self.mark.moved(dx, dy),
            caret=self.caret and self.caret.moved(dx, dy),
        )


class Scroll(NamedTuple):
    """The part of the window in which boxes scroll: `length` is how high they are together, `at` what is above."""

    view: Rect
    length: int
    at: int

    @property
    def furthest(self) -> int:
        """The greatest `at`."""
        return max(0, self.length - self.view.h)


class Layout(NamedTuple):
    """A whole screen. `focus` is a box's id or ""; another `key` than before is drawn with a slow change.

    The first word of a key is the screen's own: it stays while its pages are turned.
    While `moving`, the screen is laid out anew for each frame, with `Look.since` growing; it must come to rest soon.
    `beside` is another layout, in a part of the window that this one leaves free; only one of the two has a focus.
    One that `listens` waits for a key or a button: it names the command that tells which one was pressed.
    While one is `paced`, text is still to come, and whatever is asked for only lets all of it come. One that looks
    different by itself after so many seconds of `Look.since` says so by `due`. One that `scans` is for a single switch:
    whatever is pressed picks what has the focus.
    """

    size: tuple[int, int]
    boxes: tuple[Box, ...]
    focus: str = ""
    scroll: Scroll | None = None
    key: str = ""
    moving: bool = False
    beside: Layout | None = None
    listens: str = ""
    paced: bool = False
    due: float | None = None
    scans: bool = False

    @property
    def timed(self) -> bool:
        """Whether it may look different after more or fewer seconds."""
        return self.moving or self.paced or self.due is not None

    @property
    def targets(self) -> tuple[Box, ...]:
        """The boxes that can hold the focus, in its order."""
        return tuple(box for box in self.boxes if box.gives)

    def box(self, box_id: str) -> Box | None:
        """Return a box by its id."""
        return next((box for box in self.boxes if box.id == box_id), None)

    def shown(self, box: Box) -> bool:
        """Tell whether a box is in view, whole or as much of it as fits."""
        if not box.scrolled or self.scroll is None:
            return True
        view = self.scroll.view
        return box.rect.y >= view.y and (box.rect.bottom <= view.bottom or box.rect.y <= view.y + view.h // 8)

    def hit(self, x: int, y: int) -> Box | None:
        """Return the target at a point, if one is in view there; it may be one of the layout beside this one."""
        if self.beside and (found := self.beside.hit(x, y)):
            return found
        for box in reversed(self.targets):
            inside = not box.scrolled or (self.scroll is not None and self.scroll.view.holds(x, y))
            if inside and box.rect.holds(x, y):
                return box
        return None

    @property
    def words(self) -> str:
        """Everything that can be read on the screen, a line a box: what a voice says and a test looks for."""
        boxes = (*self.boxes, *(self.beside.boxes if self.beside else ()))
        return "\n".join(box.name for box in boxes if box.name)


class Look(NamedTuple):
    """What a layout depends on beside its screen: the window's size, the letters, and the player's settings.

    `troubles` are sentences about the machine, such as a missing font; the settings show them. `since` is how many
    seconds the screen's present key has been shown; with reduced motion it is `AT_REST` from the start.
    """

    size: tuple[int, int]
    measure: Measure
    settings: Settings
    troubles: tuple[str, ...] = ()
    since: float = AT_REST

    @property
    def letters(self) -> Letters:
        """The letters that the player has chosen."""
        return letters(self.measure, self.settings)

    @property
    def scale(self) -> float:
        """How big things are against a window of 1920 by 1080."""
        return min(self.size[1] / 1080, self.size[0] / 1400)

    @property
    def base(self) -> int:
        """The size of prose in pixels: 32 at 1080 lines, in proportion, by the player's text size; at least 20."""
        return round(max(20, 32 * self.scale) * self.settings.text_size / 100)

    @property
    def target(self) -> int:
        """How high a target is at least."""
        return max(TARGET, round(TARGET * self.scale))

    @property
    def foot(self) -> int:
        """How high the row of controls at the foot of a page is: a target, or more where its letters are large."""
        return max(self.target, round(1.3 * self.base))

    def px(self, at_1080: float) -> int:
        """Return a length in pixels from what it is at 1080 lines."""
        return max(1, round(at_1080 * self.scale))
