"""The verbs, one a file: `HELP`, `arguments(parser)` and `run(args)`."""
