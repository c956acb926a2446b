"""Where the shipped stories and assets lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_ROOT: Final = _PACKAGE if (_PACKAGE / "assets").is_dir() else _PACKAGE.parent

ASSETS: Final = _ROOT / "assets"
"""Pictures, fonts and catalogues."""

SCENES: Final = _ROOT / "scenes"
"""The shipped stories, a folder each."""
