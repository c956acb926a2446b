"""Writes the reference: a page for each key and each problem, the patterns and the verbs, from the code itself.

`python docs/reference.py FOLDER` writes it into a folder; `conf.py` does so whenever the site is built. Examples of
keys come from `examples/every-key`, those of problems from `tests/broken`, and the tests hold both to what they
say.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "docs"))

from pages import keys, patterns, problems, verbs  # noqa: E402  # found only once the path is set


def pages() -> Iterator[tuple[str, str]]:
    """Yield the name (with folders, without an ending) and the Markdown of each page."""
    yield from keys.pages(ROOT / "docs" / "examples" / "every-key")
    yield from problems.pages(ROOT / "tests" / "broken")
    yield "patterns", patterns.page()
    yield "verbs", verbs.page()


def write(folder: Path) -> None:
    """Write the pages into a folder, touch none that is as it should be, and delete those that are no more."""
    made: Mapping[Path, str] = {folder / f"{name}.md": text for name, text in pages()}
    for stale in set(folder.rglob("*.md")) - set(made):
        stale.unlink()
    for file, text in made.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
