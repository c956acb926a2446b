"""Looks for inputs that find something: `python -m tests.fuzz [TARGET] --seconds N`; all targets in turn without one.

Atheris guides libFuzzer by the coverage of the game's own code. What is met on the way stays in `--keep FOLDER`, or
nowhere. A finding ends the search of its target: the input is kept in `--found FOLDER`, and the exit status is 1.
To mend one, put its input into `tests/fuzz/corpus/TARGET/`: then the fast suite fails until it is mended, and for ever
if it comes back.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from tests.fuzz.targets import NAMES, Target, target

CORPUS: Final = Path(__file__).parent / "corpus"
ROOT: Final = Path(__file__).parents[2]
LONGEST_INPUT: Final = 20_000
SLOWER: Final = 3.0
"""Watched code takes so many times as long, so that no honest input is taken for a slow one."""

HANGS: Final = 60
"""Seconds after which an input that never ends is a finding, on however busy a machine."""


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz one target, or all; returns 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Look for inputs that harm.")
    parser.add_argument("target", nargs="?", choices=NAMES)
    parser.add_argument("--seconds", type=int, default=60, help="in all, shared by the targets")
    parser.add_argument("--keep", type=Path, help="a folder in which new inputs are kept, a folder for each target")
    parser.add_argument("--found", type=Path, default=Path(), help="a folder for inputs that found something")
    args = parser.parse_args(argv)
    if importlib.util.find_spec("atheris") is None:
        sys.stdout.write('Nothing was fuzzed: atheris is not installed (pip install -e ".[test,fuzz]").\n')
        return 0
    if args.target:
        _fuzz(args.target, args.seconds, args.keep, args.found)
    return max([_child(name, args) for name in NAMES])


def _child(name: str, args: argparse.Namespace) -> int:
    """Fuzz a target in a process of its own: the library never comes back."""
    seconds = max(1, args.seconds // len(NAMES))
    command = [sys.executable, "-m", "tests.fuzz", name, "--seconds", str(seconds), "--found", str(args.found)]
    command += ["--keep", str(args.keep)] if args.keep else []
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603  # ourselves
    told = done.stderr.decode("utf-8", "replace")
    last = [line for line in told.splitlines() if line.startswith("#")][-1:]
    sys.stdout.write(f"{name}: {'found something' if done.returncode else 'nothing'}; {''.join(last)}\n")
    if done.returncode:
        sys.stdout.write(told)
    return int(bool(done.returncode))


def _fuzz(name: str, seconds: int, keep: Path | None, found: Path) -> None:
    """Fuzz one target until the time is over or something is found; leaves the process."""
    import atheris  # noqa: PLC0415  # an extra, and only here

    with atheris.instrument_imports(include=["game"], enable_loader_override=False):
        harness = target(name)
    from tests.fuzz import limits  # noqa: PLC0415  # what is imported before the harness would not be watched

    limits.set_ceiling()
    with tempfile.TemporaryDirectory() as place:
        kept = keep / name if keep else Path(place) / "kept"
        kept.mkdir(parents=True, exist_ok=True)
        seeds = _seeds(harness, Path(place))
        words = _dictionary(harness, Path(place))
        known = [str(each) for each in (CORPUS / name,) if each.is_dir()]
        options = {
            "max_total_time": seconds,
            "timeout": HANGS,
            "max_len": LONGEST_INPUT,
            "rss_limit_mb": limits.CEILING // 1_000_000,
            "artifact_prefix": f"{found / name}-",
            "dict": words,
            "print_final_stats": 1,
        }
        flags = [f"-{option}={value}" for option, value in options.items()]

        def one(data: bytes) -> None:
            limits.bounded(harness.one, data, slower=SLOWER)

        atheris.Setup([sys.argv[0], *flags, str(kept), *known, str(seeds)], one)
        atheris.Fuzz()


def _seeds(harness: Target, place: Path) -> Path:
    folder = place / "seeds"
    folder.mkdir()
    for seed in harness.seeds():
        (folder / sha256(seed).hexdigest()[:20]).write_bytes(seed)
    return folder


def _dictionary(harness: Target, place: Path) -> Path:
    """Write the words of a harness as libFuzzer reads them: one a line, in quotes, odd signs as their codes."""
    file = place / "words"
    lines = ("".join(_coded(byte) for byte in word.encode("utf-8", "surrogatepass")) for word in harness.WORDS)
    file.write_text("".join(f'"{line}"\n' for line in lines if line), encoding="ascii")
    return file


def _coded(byte: int) -> str:
    sign = chr(byte)
    return sign if sign.isascii() and sign.isprintable() and sign not in '"\\' else f"\\x{byte:02x}"


if __name__ == "__main__":
    sys.exit(main())
