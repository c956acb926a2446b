"""Conditions as an author writes them, for whoever has to tell of one."""

from __future__ import annotations

from game.story.conditions import And, Compare, Condition, Constant, Meter, Not, Or, Picked, Shown, ValueOf


def written(condition: Condition) -> str:
    """Return the source of a condition; brackets stand only where they are needed."""
    match condition:
        case Constant(value):
            return str(value).lower() if isinstance(value, bool) else str(value)
        case ValueOf(_, name) | Meter(name):
            return name
        case Picked(option):
            return option
        case Shown(pattern, _):
            return f"shown.{pattern}"
        case Compare(sign, left, right):
            return f"{written(left)} {sign} {written(right)}"
        case Not(part):
            return f"not {_inner(part, And, Or)}"
        case And(parts):
            return " and ".join(_inner(part, Or) for part in parts)
        case _:
            return " or ".join(written(part) for part in condition.parts)


def _inner(part: Condition, *bracketed: type) -> str:
    return f"({written(part)})" if isinstance(part, bracketed) else written(part)
