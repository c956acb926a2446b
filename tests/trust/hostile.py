"""Everything that was ever made to harm, in one place: files for the harnesses, and folders that lead outside.

`KILL` are inputs of a few bytes that end a process, fill the memory or never come back where a library sees them.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from tests.authoring.test_packs import HOSTILE as PACKS
from tests.authoring.test_reading import HARMFUL
from tests.fuzz.bundle import bundled
from tests.fuzz.targets import NAMES
from tests.fuzz.targets.picture_target import chunk
from tests.runs.kept import DATA, changed
from tests.runs.test_run import REFUSED
from tests.shelf import story

CORPUS: Final = Path(__file__).parents[1] / "fuzz" / "corpus"
SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"

SCENE: Final = "title: Tea\npassages:\n  start:\n    - {prose}\n"


def png(width: int, height: int, *, depth: int = 8, colour: int = 6, rows: bytes = b"") -> bytes:
    """Return a PNG of a size, whatever it holds."""
    about = chunk(b"IHDR", struct.pack(">2I5B", width, height, depth, colour, 0, 0, 0))
    return SIGNATURE + about + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PICTURES: Final[dict[str, Callable[[], bytes]]] = {
    "PNG of 30,000 squared, nothing in it": lambda: png(30_000, 30_000),
    "PNG of 30,000 squared, whole": lambda: png(30_000, 30_000, depth=1, colour=0, rows=bytes(3_751 * 30_000)),
    "PNG without a pixel": lambda: png(0, 0),
    "PNG, the first bytes alone": lambda: png(9, 9)[:20],
    "PNG whose chunk is longer than the file": lambda: SIGNATURE + struct.pack(">I", 0x7FFFFFFF) + b"IHDR" + bytes(20),
    "GIF of 65,535 squared": lambda: b"GIF89a" + struct.pack("<2H", 65_535, 65_535) + b"\x80\0\0" + bytes(22),
    "BMP of 30,000 squared": lambda: (
        b"BM" + struct.pack("<IIIIiiHHIIiiII", 54, 0, 54, 40, 30_000, 30_000, 1, 24, *[0] * 6)
    ),
    "TGA that lies": lambda: struct.pack("<3B2HB4H2B", 0, 1, 9, 0, 0xFFFF, 32, 0, 0, 0xFFFF, 0xFFFF, 32, 0) + bytes(50),
    "XCF of 30,000 squared": lambda: b"gimp xcf v011\0" + struct.pack(">3I", 30_000, 30_000, 0) + bytes(100),
    "SVG, 30,000 wide": lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect/></svg>',
    "SVG with a page elsewhere": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    ),
    "a font of seven bytes": lambda: b"OTTO\0\1\0",
    "FLAC, a beginning": lambda: b"fLaC\0\0\0\x22" + bytes(34) + b"\xff" * 200,
    "ICO with a huge entry": lambda: struct.pack("<3H4B2H2I", 0, 1, 1, 0, 0, 0, 0, 1, 32, 0xFFFFFFFF, 22),
    "WEBP that lies": lambda: b"RIFF\xff\xff\xff\x7fWEBPVP8L" + bytes(60),
}
CONDITIONS: Final[dict[str, str]] = {
    "10,000 brackets": "(" * 10_000,
    "10,000 nots": "not " * 10_000,
    "deep within the limit": "(" * 99 + "me" + ")" * 99,
    "5,000 digits": "me > " + "9" * 5_000,
    "digits within the limit": "me > " + "9" * 150,
    "a call": "__import__('os').system('true')",
    "a chain of dots": "me.__class__.__base__.__subclasses__",
    "a power": "9 ** 9 ** 9 > 1",
}
PROSE: Final[dict[str, str]] = {
    "a width of two thousand million": "{me:>2000000000}",
    "an attribute": "{0.__class__.__init__.__globals__}",
    "40,000 braces": "{" * 40_000,
    "a brace and 40,000 letters": "{" + "a" * 40_000,
    "20,000 pairs of braces": "{}" * 20_000,
    "40,000 stars": "*" * 40_000,
    "40,000 strokes": "\\" * 40_000,
    "20,000 alternatives": "{me > 1 ? a | b}" * 2_000,
    "20,000 lines": "\n" * 20_000,
    "20,000 speakers": "Sam: \n" * 5_000,
    "1,000 marks on a letter": "a" + "\u0301" * 1_000,
    "spaces and colons": " :" * 20_000,
}


def kills() -> Iterator[tuple[str, str, bytes]]:
    """Yield a name, the harness and the bytes of what would kill a process, were it handed on to a library."""
    yield from ((name, "yaml", text.encode("utf-8", "surrogateescape")) for name, text in HARMFUL.items())
    yield from ((name, "picture", made()) for name, made in PICTURES.items())
    yield from ((name, "condition", words.encode()) for name, words in CONDITIONS.items())
    yield from ((name, "prose", words.encode()) for name, words in PROSE.items())


def inputs() -> Iterator[tuple[str, str, bytes]]:
    """Yield the same of every input that was made to harm, by each way on which it may come in."""
    yield from kills()
    for name, text in HARMFUL.items():
        data = text.encode("utf-8", "surrogateescape")
        yield f"{name}, as a story", "story", bundled({"story.yaml": data, "start.yaml": SCENE.encode()})
    for name, (_rule, made) in PACKS.items():
        yield name, "pack", made()
    for name, (data, _sentence) in REFUSED.items():
        yield name, "run", data
        yield f"{name}, in a class", "classroom", bundled({"m.json": data, "m1.json": DATA})
        yield f"{name}, as settings", "settings", data.replace(b"me-and-we run", b"me-and-we settings")
    for name, picture in PICTURES.items():
        files = {"story.yaml": b"title: Tea\nscenes: [start]\n", "start.yaml": SCENE.encode()}
        yield f"{name}, in a story", "story", bundled({**files, "pictures/pond.png": picture()})
    for name, condition in CONDITIONS.items():
        scene = f"title: Tea\npassages:\n  start:\n    - when: {condition!r}\n      then: Hm.\n"
        yield f"{name}, in a scene", "yaml", scene.encode()
        yield f"{name}, in a story", "story", scene.encode()
    for name, prose in PROSE.items():
        block = "\n".join(f"      {line}" for line in prose.split("\n"))
        yield f"{name}, in a story", "story", SCENE.format(prose=f"|\n{block}").encode()
    for target in NAMES:
        for file in sorted((CORPUS / target).iterdir()):
            yield f"corpus {file.name}", target, file.read_bytes()


TAG: Final = "title: !!python/object/apply:os.system [touch {canary}]\npassages: {{start: [Tea.]}}\n"
SHORTCUT: Final = (
    "title: Tea\nplace: ../../canary\npassages:\n  start:\n    - sound: ../../canary.ogg\n    - {{sam}} hums.\n"
)


def traps(folder: Path, canary: Path) -> Iterator[tuple[str, list[str]]]:
    """Make folders in which something leads to `canary`, and yield for each what it is and a command to type."""
    links = ("story.yaml", "dinner.yaml", "plays.yaml", "pictures.yaml", "support.md")
    for name in links:
        tea = story(folder / f"link-{name.partition('.')[0]}" / "tea", support="")
        (tea / name).unlink(missing_ok=True)
        (tea / name).symlink_to(canary)
        for verb in ("check", "read", "stats"):
            yield f"{name} is a link, {verb}", [verb, str(tea)]
        yield f"{name} is a link, test", ["test", str(tea), "--accept"]
        yield f"{name} is a link, pack", ["pack", str(tea), "-o", str(folder / f"{name}.zip")]
    yield from _linked_folders(folder, canary)
    yield from _words(folder, canary)
    yield from _class(folder, canary)


def _linked_folders(folder: Path, canary: Path) -> Iterator[tuple[str, list[str]]]:
    for name in ("pictures", "plays"):
        plays = "plays:\n  own:\n    moments: [dinner.alone]\n    transcript: canary.txt\n"
        tea = story(folder / f"folder-{name}" / "tea", plays=plays)
        (tea / name).symlink_to(canary.parent, target_is_directory=True)
        yield f"{name} is a link, check", ["check", str(tea)]
        yield f"{name} is a link, test", ["test", str(tea), "--accept"]
        yield f"{name} is a link, pack", ["pack", str(tea), "-o", str(folder / f"{name}.zip")]
    tea = story(folder / "transcript" / "tea", plays="plays:\n  own: {moments: [dinner.alone], transcript: own.txt}\n")
    (tea / "plays").mkdir()
    (tea / "plays" / "own.txt").symlink_to(canary)
    yield "a transcript is a link", ["test", str(tea), "--accept"]
    tea = story(folder / "pictures-linked" / "tea")
    (tea / "pictures").mkdir()
    (tea / "pictures" / "pond.png").symlink_to(canary)
    yield "a picture is a link", ["check", str(tea)]
    yield "a picture is a link, packed", ["pack", str(tea), "-o", str(folder / "picture.zip")]


def _words(folder: Path, canary: Path) -> Iterator[tuple[str, list[str]]]:
    for name, words in {"tag": TAG, "shortcut": SHORTCUT}.items():
        scene = folder / f"{name}.yaml"
        scene.write_text(words.format(canary=canary), encoding="utf-8")
        yield f"{name}, check", ["check", str(scene)]
        yield f"{name}, read", ["read", str(scene)]
    tea = story(folder / "listed" / "tea", story="title: Tea\nscenes: [../../canary, /etc/passwd, dinner]\n")
    yield "a scene outside", ["check", str(tea)]
    out = "plays:\n  own: {moments: [dinner.alone], transcript: ../../canary.txt}\n"
    yield "a transcript outside", ["test", str(story(folder / "outside" / "tea", plays=out)), "--accept"]
    for name, (_rule, made) in PACKS.items():
        if name in ("up and out", "up in the middle", "from the root", "a link", "a device"):
            pack = folder / f"{name.replace(' ', '-')}.zip"
            pack.write_bytes(made())
            yield f"pack: {name}", ["check", str(pack)]


def _class(folder: Path, canary: Path) -> Iterator[tuple[str, list[str]]]:
    lesson = folder / "lesson"
    lesson.mkdir()
    (lesson / "one.json").write_bytes(changed(story={"id": "flatmates", "hash": "0" * 64}, choices=[]))
    (lesson / "linked.json").symlink_to(canary)
    (lesson / "linked").symlink_to(canary.parent, target_is_directory=True)
    for when in ("before", "after"):
        (lesson / f"{when}-maple.csv").write_text("A,C2,B1,,A3,E,B,C,D,A,A1\r\n", encoding="utf-8")
        (lesson / f"{when}-linked.csv").symlink_to(canary)
    os.mkfifo(lesson / "pipe.json")
    yield "a class with links", ["class", str(lesson), "-o", str(folder / "page.html")]
    page = DATA.replace(b"sample", b"../../x")
    (folder / "odd.json").write_bytes(page)
    yield "a run of a story outside", ["reveal", str(folder / "odd.json")]
