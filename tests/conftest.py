"""What all tests share: `--accept`, which writes down what is now so instead of comparing with what was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A deadline is measured on the clock, and on a busy machine a test of a tenth of a millisecond can take 300. What has
# to be quick is tested for that where it is.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare `--accept`."""
    parser.addoption("--accept", action="store_true", help="write expected texts and pictures anew; then read the diff")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether what is now so becomes what is expected."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def expect_text(*, accept: bool) -> Callable[[Path, str], None]:
    """Return a function that compares a text with the one kept in a file, or keeps it there with `--accept`."""

    def expect(file: Path, text: str) -> None:
        if accept:
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"{file.name} differs; --accept writes it anew"

    return expect
