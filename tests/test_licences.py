"""LICENSES.md: every file of the wheel, every library and every part of a library has its licence there.

And two builds of the same sources are the same bytes, so that anybody can check what a wheel was made of.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatchcase
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LIST = (ROOT / "LICENSES.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
HANDED_ON = ("author", "census", "voice", "screen-reader")
"""The extras that players and authors install; the others are for whoever works on the game."""

BUILDS = pytest.mark.skipif(importlib.util.find_spec("hatchling") is None, reason="nothing here builds a wheel")


def table(heading: str) -> dict[str, str]:
    """Return the first two columns of the table under a heading."""
    _before, part = LIST.split(f"\n## {heading}\n")
    rows = re.findall(r"^\| `?([^|`]+?)`? \| ([^|]+?) \|", part.split("\n## ")[0], re.MULTILINE)
    return {name: licence for name, licence in rows if not name.startswith("---") and licence != "Licence"}


def built(kind: str, sources: Path, place: Path, **environment: str) -> Path:
    """Build a wheel or an sdist of some sources."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(place)]
    subprocess.run(  # noqa: S603  # our own builder
        command, cwd=sources, check=True, capture_output=True, env={**os.environ, **environment}
    )
    return next(place.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel of these sources."""
    with zipfile.ZipFile(built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))) as opened:
        yield opened


@BUILDS
def test_every_file_of_the_wheel_has_a_licence(wheel: zipfile.ZipFile) -> None:
    """Its own row, of a licence that the project names; and no row is without a file."""
    rows = table("What the wheel holds")
    used = set()
    for name in wheel.namelist():
        row = next((pattern for pattern in rows if fnmatchcase(name, pattern)), None)
        assert row, name
        used.add(row)
    assert set(rows) == used
    assert set(rows.values()) == set(PROJECT["license"].split(" AND "))


@BUILDS
def test_the_texts_of_the_licences_lie_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    """Where PEP 639 has them, and named in the metadata; one for each family of letters, and this list."""
    names = [name for name in wheel.namelist() if ".dist-info/licenses/" in name]
    inside = {name.split("/licenses/")[1] for name in names}
    about = wheel.read(next(name for name in wheel.namelist() if name.endswith("/METADATA"))).decode()
    assert set(re.findall(r"^License-File: (.+)$", about, re.MULTILINE)) == inside
    assert f"License-Expression: {PROJECT['license']}" in about
    families = {name.split("/")[-1].split("-")[0] for name in wheel.namelist() if fnmatchcase(name, "*/fonts/*.[ot]tf")}
    assert {f"assets/fonts/OFL-{family}.txt" for family in families} < inside
    assert {"LICENSE", "LICENSES.md", "LICENSE-PROSE-AND-ART.md"} < inside


def test_every_library_has_a_licence() -> None:
    """Each that the game or an extra asks for has a row, and where it is installed it says the same of itself."""
    rows = {name.lower(): licence for name, licence in table("Libraries").items()}
    extras = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *(each for extra in HANDED_ON for each in extras[extra])]
    wanted = {re.split(r"[^\w-]", each)[0].lower() for each in asked}
    assert wanted <= set(rows)
    for name, licence in rows.items():
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        fields = ("License-Expression", "License", "Classifier", "License-File")
        said = " ".join(words for field in fields for words in about.get_all(field, []))
        families = {each.split("-")[0] for each in licence.split(" OR ")}
        assert any(re.search(family, said, re.IGNORECASE) for family in families), (name, said)


def test_every_part_of_pygame_has_a_licence() -> None:
    """Whatever its wheel brings along, where it is a wheel that keeps its parts beside it."""
    rows = table("What a build in one file holds besides")
    pygame = importlib.util.find_spec("pygame")
    assert pygame
    assert pygame.origin
    parts = Path(pygame.origin).parents[1] / "pygame_ce.libs"
    found = {re.sub(r"^lib|[-.].*$", "", part.name) for part in parts.glob("lib*")}
    assert found <= set(rows), found - set(rows)


@BUILDS
@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """Of two clones, in folders of other names, with another umask, time zone, language and hash seed."""
    places = [("one", "022", "UTC", "0", "C.UTF-8"), ("another place", "077", "Pacific/Kiritimati", "99", "C")]
    made: dict[str, list[bytes]] = {"wheel": [], "sdist": []}
    for name, umask, zone, seed, language in places:
        command = f'umask {umask} && git clone -q "{ROOT}" "{tmp_path / name}"'
        subprocess.run(["/bin/sh", "-c", command], check=True)  # noqa: S603  # our own line
        for kind, builds in made.items():
            place = tmp_path / f"{name} {kind}"
            found = built(kind, tmp_path / name, place, TZ=zone, PYTHONHASHSEED=seed, LC_ALL=language)
            builds.append(found.name.encode() + found.read_bytes())
    for kind, (first, second) in made.items():
        assert first == second, kind
