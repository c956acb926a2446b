"""The page on the verbs: what `--help` prints."""

from __future__ import annotations

import argparse
import importlib
from functools import partial

from game.cli import VERBS, module
from pages.markdown import code

_INTRODUCTION = """\
# Verbs

Everything that `me-and-we` can do, as `me-and-we VERB --help` prints it. Without a verb it opens the window.

"""
_COLUMNS = 80


def page() -> str:
    """Return the page."""
    return _INTRODUCTION + "\n".join(f"## {name}\n\n{code(_help(name))}" for name in VERBS)


def _help(name: str) -> str:
    verb = importlib.import_module(f"game.verbs.{module(name)}")
    narrow = partial(argparse.HelpFormatter, width=_COLUMNS)
    parser = argparse.ArgumentParser(prog=f"me-and-we {name}", description=verb.HELP, formatter_class=narrow)
    verb.arguments(parser)
    return parser.format_help()
