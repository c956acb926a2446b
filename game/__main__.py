"""`python -m game` is the same as `me-and-we`."""

import sys

from game.cli import main

sys.exit(main())
