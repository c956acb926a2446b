"""Every page in a real browser: axe-core finds nothing, and nothing is wider than a phone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from game.classroom.class_map import class_map
from game.classroom.compared import compared
from game.classroom.gather import Left
from game.classroom.growth import growth
from game.classroom.guide import guide
from game.classroom.report import report
from game.classroom.sheets import Sheet
from game.classroom.tally import tally
from game.insight.what_if import what_if
from game.library import Library
from tests.classroom.class_of import a_class
from tests.classroom.test_class_map import counted

NODE, CHROMIUM = shutil.which("node"), shutil.which("chromium") or shutil.which("chromium-browser")
PACKAGES = [Path(each) for each in os.environ.get("NODE_PATH", "").split(os.pathsep) if each]
SUPPORT = "# Where to turn\n\nTo somebody you trust.\n\n- one\n- two"


def pages() -> dict[str, str]:
    """Return one page of each kind, of the shipped story."""
    library = Library("our-year")
    story, _loaded = library.story(library.first())
    runs = counted(list(a_class(story, 30)), story)
    second = counted(list(a_class(story, 12, 2)), story)
    one, other = runs.runs[0].picks, runs.runs[-1].picks
    sheets = [Sheet("A", tuple(("C", 2) for _item in range(10)))] * 6
    left = [Left("<b>.json", "No run.")]
    return {
        "report": report(story, one, SUPPORT, what_if(story, one)),
        "compared": compared(story, one, other, SUPPORT),
        "class": class_map(story, [tally(story, runs.runs)], left, 1, growth(sheets, sheets)),
        "classes": class_map(story, [tally(story, each.runs) for each in (runs, second)], (), 0, None),
        "few": class_map(story, [tally(story, runs.runs[:3])], (), 0, growth(sheets[:2], sheets)),
        "guide": guide(story, "our-year", SUPPORT),
    }


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(not NODE or not CHROMIUM, reason="node and chromium are not here")
@pytest.mark.skipif(
    not any((each / "axe-core").is_dir() and (each / "puppeteer-core").is_dir() for each in PACKAGES),
    reason="NODE_PATH names no folder with axe-core and puppeteer-core (npm install axe-core puppeteer-core)",
)
def test_axe_finds_nothing(tmp_path: Path) -> None:
    """At phone and desktop width, light and dark."""
    files = []
    for name, page in pages().items():
        files.append(tmp_path / f"{name}.html")
        files[-1].write_text(page, encoding="utf-8")
    script = Path(__file__).with_name("axe.cjs")
    command = [str(NODE), str(script), str(CHROMIUM), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)  # noqa: S603  # ours
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
