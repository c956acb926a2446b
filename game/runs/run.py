"""A run: everything that is kept of a play, and its form as JSON.

1. A run holds ids, one number, a flag and two moments in UTC. There is no room in it for a name or for free text.
2. Its meters, path and verdict are not kept: they are computed by playing it again.
3. `sum` is the SHA-256, in lower-case hexadecimal, of the canonical form of all other fields: JSON in ASCII without
   white space, names sorted at every level, lists in their order. Other programs check it so:
   `jq -cSj 'del(.sum)' RUN | sha256sum`.
4. A value that does not fit is refused when the `Run` is made, so whoever holds one need not check it again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from game.language import N_, _
from game.runs import strict
from game.story.names import ID_PATTERN, STORY_ID_PATTERN

KIND: Final = strict.Kind("me-and-we run", 1, N_("This file is not a run of this game."))

MOST_CHOICES: Final = 10_000
LARGEST_SEED: Final = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly."""
LONGEST_ID: Final = 200

_PICK: Final = re.compile(rf"{ID_PATTERN.pattern}\.{ID_PATTERN.pattern}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_NAMES: Final = ("story", "seed", "choices", "finished", "started", "saved", "sum")
_STORY_NAMES: Final = ("id", "hash")
_COMPUTED: Final = frozenset(
    {"me", "we", "meters", "points", "score", "scores", "path", "moments", "dynamic", "label", "verdict", "ending"}
)


class BadRun(strict.BadFile):
    """Something that is no run, or a run that cannot be trusted; `str()` is one sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Run:
    """A play of a story: `choices` are `scene.option` in order, `started` and `saved` as `stamp` writes them.

    Raises `BadRun` for a value that cannot stand in a run.
    """

    story_id: str
    story_hash: str
    seed: int
    choices: tuple[str, ...]
    finished: bool
    started: str
    saved: str

    def __post_init__(self) -> None:
        """Refuse what does not fit."""
        for attribute, field, fits, expected in _RULES:
            if not fits(getattr(self, attribute)):
                sentence = _("`{name}` is not {expected}.")
                raise BadRun(sentence.format(name=field, expected=_(expected)))


def stamp(moment: datetime) -> str:
    """Return a moment as a run keeps it: "2026-01-31T18:05:00Z"."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def dumps(run: Run) -> bytes:
    """Return a run as JSON, with its sum. Raises `BadRun` if that is more than a run may have."""
    content = {
        "format": KIND.name,
        "version": KIND.version,
        "story": {"id": run.story_id, "hash": run.story_hash},
        "seed": run.seed,
        "choices": list(run.choices),
        "finished": run.finished,
        "started": run.started,
        "saved": run.saved,
    }
    data = (json.dumps({**content, "sum": checksum(content)}, indent=2) + "\n").encode()
    if len(data) > strict.LIMIT:
        raise BadRun(strict.too_large(len(data)))
    return data


def loads(data: bytes) -> Run:
    """Return the run that `data` holds. Raises `BadRun`, and nothing else, for anything that is not whole and ours."""
    try:
        fields = strict.document(data, KIND)
        _check_names(fields, _NAMES, "")
        run = _built(fields)
    except BadRun:
        raise
    except strict.BadFile as bad:
        raise BadRun(str(bad), newer=bad.newer) from None
    if fields["sum"] != checksum({"format": KIND.name, "version": KIND.version, **_without_sum(fields)}):
        raise BadRun(_("This run was changed outside the game, or damaged: its check sum does not fit."))
    return run


def checksum(content: Mapping[str, Any]) -> str:
    """Return the sum of a run's other fields, as rule 3 says."""
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _without_sum(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "sum"}


def _check_names(fields: Mapping[str, Any], known: Sequence[str], prefix: str) -> None:
    for name in known:
        if name not in fields:
            raise strict.missing(prefix + name)
    for name in fields:
        if name in _COMPUTED:
            sentence = _("`{name}` does not belong in a run: it is computed by playing the run again.")
            raise BadRun(sentence.format(name=prefix + name), newer=True)
        if name not in known:
            sentence = _("This run has a field that is not known here, `{name}`; perhaps a newer version made it.")
            raise BadRun(sentence.format(name=prefix + strict.shown(name)), newer=True)


def _built(fields: Mapping[str, Any]) -> Run:
    story, choices = fields["story"], fields["choices"]
    if not isinstance(story, dict):
        raise BadRun(_("This file is damaged: `story` does not name a story."))
    _check_names(story, _STORY_NAMES, "story.")
    given = tuple(choices) if isinstance(choices, list) else choices
    rest = (fields["finished"], fields["started"], fields["saved"])
    try:
        return Run(story["id"], story["hash"], fields["seed"], given, *rest)
    except BadRun as bad:
        raise BadRun(_("This file is damaged: {why}").format(why=bad)) from None


def _is_text(value: object, pattern: re.Pattern[str], longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and bool(pattern.fullmatch(value))


def _is_story_id(value: object) -> bool:
    return _is_text(value, STORY_ID_PATTERN, LONGEST_ID)


def _is_hash(value: object) -> bool:
    return _is_text(value, _HASH, LONGEST_ID)


def _is_seed(value: object) -> bool:
    return type(value) is int and 0 <= value <= LARGEST_SEED


def _are_choices(value: object) -> bool:
    if not isinstance(value, tuple) or len(value) > MOST_CHOICES:
        return False
    return all(_is_text(each, _PICK, 2 * LONGEST_ID + 1) for each in value)


def _is_flag(value: object) -> bool:
    return type(value) is bool


def _is_moment(value: object) -> bool:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    try:
        return stamp(datetime.fromisoformat(value)) == value
    except (ValueError, OverflowError):
        return False


_MOMENT_WORDS: Final = N_("a moment such as 2026-01-31T18:05:00Z")
_RULES: Final[tuple[tuple[str, str, Callable[[object], bool], str], ...]] = (
    ("story_id", "story.id", _is_story_id, N_("a story's id such as our-year")),
    ("story_hash", "story.hash", _is_hash, N_("a SHA-256 of 64 digits")),
    ("seed", "seed", _is_seed, N_("a whole number from 0 to 9007199254740991")),
    ("choices", "choices", _are_choices, N_("a list of at most 10,000 picks such as dinner.say_noodles")),
    ("finished", "finished", _is_flag, N_("true or false")),
    ("started", "started", _is_moment, _MOMENT_WORDS),
    ("saved", "saved", _is_moment, _MOMENT_WORDS),
)
