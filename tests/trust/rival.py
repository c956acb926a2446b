"""A window among others: `python -m tests.trust.rival FILE COUNT` gives so many answers, each when it gets the file."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from game.runs.kept import RunFile
from game.runs.trouble import AlreadyOpen
from tests.runs.kept import longer


def main() -> None:
    """Open the run, keep one answer more, let go; again and again."""
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    given = 0
    while given < count:
        try:
            with RunFile(path) as file:
                file.save(longer(file.open().run, 1))
                given += 1
        except AlreadyOpen:
            time.sleep(0.001)
    sys.stdout.write(str(given))


if __name__ == "__main__":
    main()
