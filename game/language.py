"""Interface strings in the reader's language, through gettext; the strings in the code are the English ones.

Catalogues lie in `assets/locale/LANGUAGE/LC_MESSAGES/me-and-we.mo`. Strings are marked with `_`, or with `N_` where
they are written down before they are shown.
"""

from __future__ import annotations

import gettext
from functools import cache

from game.shipped import ASSETS


def _(message: str) -> str:
    """Return `message` in the reader's language."""
    return _catalogue().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with `count`."""
    return _catalogue().ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802  # the name that every extractor of messages knows
    """Mark `message` for translation and return it as it is."""
    return message


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation("me-and-we", ASSETS / "locale", fallback=True)
