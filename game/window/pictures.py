"""Pictures on hand: drawn ahead, one piece at a time, so that no key press waits for one.

1. `ready` never works; `prepare` does the work, which takes a tenth of a second and more; `begin` has it done beside
   everything else, one picture at a time; `want` queues pictures, and `work` begins the next.
2. What is kept never holds more than `BUDGET` bytes, save two pictures that are larger: the one that is shown and the
   one before it. The oldest goes first.
3. A picture that is missing or damaged is a quiet plain ground, and `trouble` says so in a sentence.
4. Pictures of a story's own are read by us and shown to pygame only behind `gate`.
"""

from __future__ import annotations

import io
import threading
from collections import OrderedDict, deque
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

import pygame

from game.host import Picture
from game.language import N_, _
from game.shipped import ASSETS
from game.window.compose import View, compose, pose_file
from game.window.gate import gate

Size: TypeAlias = tuple[int, int]

CANVAS: Final = (1600, 900)
"""The canvas that every shipped place is drawn on."""

FOCUS: Final = (446, 360)
"""The point of `CANVAS` that stays in sight when a picture is cut that names none: where the two people are."""

BUDGET: Final = 40 * 1024 * 1024
"""Bytes of surfaces that are kept: at 1080 lines nine pictures beside a page."""

_LEAST: Final = 2

_UNREADABLE: Final = N_("The picture “{name}” could not be shown, so the page goes without it.")


class Pictures:
    """The pictures of one play. `own` names what each shows, and its file where the story brings one.

    All of them lie under a `veil`: red, green, blue, and how much of it, from 0 to 255.
    """

    def __init__(
        self,
        own: Mapping[str, Picture],
        ground: tuple[int, int, int],
        budget: int = BUDGET,
        *,
        veil: tuple[int, int, int, int] = (0, 0, 0, 0),
    ) -> None:
        self._own = own
        self._ground = ground
        self._veil = veil
        self._budget = budget
        self._kept: OrderedDict[tuple[View, Size], pygame.Surface] = OrderedDict()
        self._wanted: deque[tuple[View, Size]] = deque()
        self._texts: dict[Path, str] = {}
        self._troubles: dict[str, str] = {}
        self._lock = threading.Lock()
        self._maker: threading.Thread | None = None

    @property
    def held(self) -> int:
        """How many bytes of surfaces are kept."""
        return sum(_bytes(surface) for surface in self._kept.values())

    @property
    def trouble(self) -> str | None:
        """What could not be shown, in a sentence."""
        return " ".join([*self._troubles.values()]) or None

    def ready(self, view: View, size: Size) -> pygame.Surface | None:
        """Return the picture if it is on hand."""
        with self._lock:
            surface = self._kept.get((view, size))
            if surface is not None:
                self._kept.move_to_end((view, size))
            return surface

    def want(self, views: Iterable[View], size: Size) -> None:
        """Ask for these pictures, most urgent first; what was asked before and not yet begun is forgotten."""
        self._wanted = deque(dict.fromkeys((view, size) for view in views))

    def work(self) -> bool:
        """Begin the next picture that was asked for; tells whether any is asked for or being made."""
        if self.busy:
            return True
        while self._wanted:
            key = self._wanted.popleft()
            if self.ready(*key) is None:
                self.begin(*key)
                return True
        return False

    @property
    def busy(self) -> bool:
        """Whether a picture is being made."""
        return self._maker is not None and self._maker.is_alive()

    def begin(self, view: View, size: Size) -> None:
        """Have a picture made beside everything else, unless one is being made: then this has to be asked again."""
        if not self.busy:
            self._maker = threading.Thread(target=self.prepare, args=(view, size), daemon=True)
            self._maker.start()

    def prepare(self, view: View, size: Size) -> pygame.Surface:
        """Return the picture, made now if it is not on hand."""
        surface = self.ready(view, size)
        return surface if surface is not None else self._keep(view, size, self._veiled(self._drawn(view, size)))

    def _keep(self, view: View, size: Size, surface: pygame.Surface) -> pygame.Surface:
        with self._lock:
            self._kept[view, size] = surface
            while self.held > self._budget and len(self._kept) > _LEAST:
                self._kept.popitem(last=False)
        return surface

    def _veiled(self, surface: pygame.Surface) -> pygame.Surface:
        if self._veil[3]:
            veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
            veil.fill(self._veil)
            surface.blit(veil, (0, 0))
        return surface

    def _drawn(self, view: View, size: Size) -> pygame.Surface:
        try:
            return self._placed(view, size)
        except (OSError, ValueError, pygame.error, MemoryError):
            name = str(view.place)
            self._troubles[name] = _(_UNREADABLE).format(name=name)
            return self._empty(size)

    def _placed(self, view: View, size: Size) -> pygame.Surface:
        if view.place is None:
            return self._empty(size)
        own = self._own.get(view.place)
        focus = own.focus if own and own.focus else FOCUS
        if own and own.file:
            with own.file.open("rb") as file:
                return cut(pygame.image.load(io.BytesIO(gate(file)), "picture.png"), size, focus)
        svg = compose(self._text("places", f"{view.place}.svg"), self._figures(view.pose), view)
        return cut(pygame.image.load_sized_svg(io.BytesIO(svg.encode()), covering(CANVAS, size)), size, focus)

    def _figures(self, pose: str) -> str:
        name = pose_file(pose)
        return self._text("figures", name) if name else ""

    def _text(self, folder: str, name: str) -> str:
        path = ASSETS / folder / name
        if path not in self._texts:
            self._texts[path] = path.read_text(encoding="utf-8")
        return self._texts[path]

    def _empty(self, size: Size) -> pygame.Surface:
        surface = pygame.Surface(size)
        surface.fill(self._ground)
        return surface


def covering(inner: Size, outer: Size) -> Size:
    """Return the smallest size in the shape of `inner` that covers `outer`."""
    scale = max(outer[0] / inner[0], outer[1] / inner[1])
    return max(outer[0], round(inner[0] * scale)), max(outer[1], round(inner[1] * scale))


def corner(whole: Size, size: Size, focus: Size) -> tuple[int, int]:
    """Return where `size` begins in a picture of `whole`, with a point of `CANVAS` as near the middle as it can be."""
    left, top = (
        round(min(max(0.0, have * point / side - want / 2), have - want))
        for have, want, point, side in zip(whole, size, focus, CANVAS, strict=True)
    )
    return left, top


def cut(surface: pygame.Surface, size: Size, focus: Size = FOCUS) -> pygame.Surface:
    """Return `surface` scaled to cover `size` and cut to it, with `focus` as near the middle as it can be."""
    whole = covering(surface.get_size(), size)
    if surface.get_size() != whole:
        surface = pygame.transform.smoothscale(surface, whole)
    left, top = corner(whole, size, focus)
    result = pygame.Surface(size)
    result.blit(surface, (-left, -top))
    return result


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()
