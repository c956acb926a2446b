"""Small drawings as SVG, in the theme's own inks (`@me` and so on): the game's sign, arrows, the page's edge. Pure."""

from __future__ import annotations

import re
from typing import Final

from game.window.theme import Theme

_INK: Final = re.compile(r"@([a-z]+)")

SIGN: Final = (
    '<circle cx="{l}" cy="{y}" r="{r}" fill="none" stroke="@{me}" stroke-width="{s}"/>'
    '<circle cx="{m}" cy="{y}" r="{r}" fill="none" stroke="@{we}" stroke-width="{s}"/>'
)
_FULL: Final = (
    '<circle cx="{l}" cy="{y}" r="{r}" fill="@me"/><circle cx="{m}" cy="{y}" r="{r}" fill="@we" fill-opacity="0.88"/>'
    '<path d="{lens}" fill="@both"/>'
)


def sign(width: int, height: int, *, full: bool, quiet: bool = False) -> str:
    """Return the game's sign, two overlapping circles, in the middle of a box: outlined, or full where the focus is."""
    r = min(height / 2, width / 3.2) - 1
    y, left, right = height / 2, width / 2 - r * 0.56, width / 2 + r * 0.56
    up = r * 0.8285
    lens = f"M{width / 2} {y - up}A{r} {r} 0 0 1 {width / 2} {y + up}A{r} {r} 0 0 1 {width / 2} {y - up}Z"
    inks = {"me": "quiet", "we": "quiet"} if quiet else {"me": "me", "we": "we"}
    broad = max(1.0, r / 9) if quiet else max(1.4, r / 6)
    return (_FULL if full else SIGN).format(l=left, m=right, y=y, r=r, s=broad, lens=lens, **inks)


def given(width: int, height: int, *, focused: bool) -> str:
    """Return the sign of an answer that was given: full, and in a frame where the focus is."""
    if not focused:
        inner = sign(round(width * 0.72), round(height * 0.72), full=True)
        return f'<g transform="translate({width * 0.14} {height * 0.14})">{inner}</g>'
    high = min(height, width / 1.25) - 2
    frame = f'x="1" y="{(height - high) / 2}" width="{width - 2}" height="{high}" rx="{high / 2}"'
    stroke = f'stroke="@focus" stroke-width="{max(2.0, height / 14)}"'
    inner = sign(round(width * 0.72), round(height * 0.72), full=True)
    return f'<rect {frame} fill="none" {stroke}/><g transform="translate({width * 0.14} {height * 0.14})">{inner}</g>'


def chevron(width: int, height: int, way: str) -> str:
    """Return an arrowhead that points left, right, up or down, in the ink of quiet text."""
    x, y, d = width / 2, height / 2, min(width, height) * 0.2
    points = {
        "left": ((x + d / 2, y - d), (x - d / 2, y), (x + d / 2, y + d)),
        "right": ((x - d / 2, y - d), (x + d / 2, y), (x - d / 2, y + d)),
        "up": ((x - d, y + d / 2), (x, y - d / 2), (x + d, y + d / 2)),
        "down": ((x - d, y - d / 2), (x, y + d / 2), (x + d, y - d / 2)),
    }[way]
    path = "L".join(f"{px} {py}" for px, py in points)
    stroke = f'stroke="@quiet" stroke-width="{max(2.0, d / 3.2)}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="M{path}" fill="none" {stroke}/>'


WASH: Final = 0.33
"""How much of the ink `rule` a wash holds; text on it has the contrast that `theme` promises on paper."""


def leader(left: int, right: int, y: int, base: int) -> str:
    """Return dots on a baseline that lead the eye across a gap, the same distance apart on every line."""
    apart = max(6, round(base * 0.36))
    dots = range(-(-left // apart) * apart, right, apart)
    return "".join(f'<circle cx="{x}" cy="{y - 1}" r="{max(0.8, base / 26):.1f}" fill="@quiet"/>' for x in dots)


def wash(width: int, height: int) -> str:
    """Return a stroke of a broad brush, a little uneven along its edges, as wide and high as its box."""
    top, low, end = height * 0.02, height * 0.98, max(1.0, width - min(height, 40) * 0.3)
    near, middle = min(5.0, height * 0.1), height / 2
    points = (
        ("M", near, top + 2),
        ("C", width * 0.3, top - 1),
        (" ", width * 0.6, top + 3),
        (" ", end, top),
        ("Q", width, middle * 0.6),
        (" ", width - 2, middle * 1.24),
        ("Q", width - 3, low),
        (" ", end, low),
        ("C", width * 0.7, low - 3),
        (" ", width * 0.35, low + 1),
        (" ", near * 0.75, low - 1),
        ("Q", -2, middle),
        (" ", near, top + 2),
    )
    edges = "".join(f"{how}{x:.1f} {y:.1f}" for how, x, y in points)
    return f'<path d="{edges}" fill="@rule" fill-opacity="{WASH}"/>'


def frame(width: int, height: int) -> str:
    """Return a frame with round corners, as wide and high as its box."""
    inner = f'x="2" y="2" width="{max(1, width - 4)}" height="{max(1, height - 4)}" rx="{min(12, height / 4)}"'
    return f'<rect {inner} fill="none" stroke="@focus" stroke-width="3"/>'


def page_edge(width: int, height: int, *, beside: bool) -> str:
    """Return the shade that a page throws on the picture `beside` it, or above it."""
    ends = f'x1="{width}" y1="0" x2="0" y2="0"' if beside else f'x1="0" y1="{height}" x2="0" y2="0"'
    stops = ((0, 0.34), (0.25, 0.17), (0.6, 0.05), (1, 0))
    inner = "".join(f'<stop offset="{at}" stop-color="@shade" stop-opacity="{much}"/>' for at, much in stops)
    return (
        f'<defs><linearGradient id="s" gradientUnits="userSpaceOnUse" {ends}>{inner}</linearGradient></defs>'
        f'<rect width="{width}" height="{height}" fill="url(#s)"/>'
    )


def fold(width: int, height: int, *, beside: bool) -> str:
    """Return the shade in which a page turns down into the fold: its left side, or its upper one."""
    ends = f'x1="0" y1="0" x2="{width}" y2="0"' if beside else f'x1="0" y1="0" x2="0" y2="{height}"'
    stops = ((0, 0.15), (0.2, 0.08), (0.55, 0.025), (1, 0))
    inner = "".join(f'<stop offset="{at}" stop-color="@shade" stop-opacity="{much}"/>' for at, much in stops)
    return (
        f'<defs><linearGradient id="f" gradientUnits="userSpaceOnUse" {ends}>{inner}</linearGradient></defs>'
        f'<rect width="{width}" height="{height}" fill="url(#f)"/>'
    )


def veil(width: int, height: int, *, top: bool) -> str:
    """Return paper that thins out downwards (at the `top` of what scrolls) or upwards."""
    ends = f'y1="0" y2="{height}"' if top else f'y1="{height}" y2="0"'
    stops = '<stop offset="0" stop-color="@paper"/><stop offset="1" stop-color="@paper" stop-opacity="0"/>'
    return (
        f'<defs><linearGradient id="v" gradientUnits="userSpaceOnUse" x1="0" x2="0" {ends}>{stops}</linearGradient>'
        f'</defs><rect width="{width}" height="{height}" fill="url(#v)"/>'
    )


def rule(width: int, height: int) -> str:
    """Return a thin line with the sign in the middle, as between two parts of a chapter."""
    y = height / 2
    gap = height * 1.4
    line = '<path d="M{a} {y}H{b}" stroke="@rule" stroke-width="1.5"/>'
    half = sign(width, height, full=False, quiet=True)
    return line.format(a=0, b=width / 2 - gap, y=y) + line.format(a=width / 2 + gap, b=width, y=y) + half


def coloured(art: str, theme: Theme, width: int, height: int) -> str:
    """Return a whole SVG from a drawing, with the theme's colours for its inks."""

    def ink(match: re.Match[str]) -> str:
        red, green, blue = getattr(theme, match.group(1))
        return f"#{red:02x}{green:02x}{blue:02x}"

    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return f"{head}{_INK.sub(ink, art)}</svg>"
