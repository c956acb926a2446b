"""A run as bytes: what comes back, and what is refused with which words."""

from __future__ import annotations

import hashlib
import json
import pickle
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.runs.run import KIND, LARGEST_SEED, MOST_CHOICES, BadRun, Run, dumps, loads, stamp
from tests.runs.kept import DATA, HASH, RUN, changed, content, without

IDS = st.sampled_from(("a", "dinner", "say_noodles", "skip", "x9", "a" * 200))
MOMENTS = st.datetimes(timezones=st.just(UTC)).map(stamp)
RUNS = st.builds(
    Run,
    story_id=st.from_regex(r"[a-z][a-z0-9_-]{0,12}", fullmatch=True),
    story_hash=st.binary(min_size=32, max_size=32).map(bytes.hex),
    seed=st.integers(0, LARGEST_SEED),
    choices=st.lists(st.builds("{}.{}".format, IDS, IDS), max_size=9).map(tuple),
    finished=st.booleans(),
    started=MOMENTS,
    saved=MOMENTS,
)


def zipped() -> bytes:
    """Return a small archive."""
    with BytesIO() as file:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("run.json", DATA)
        return file.getvalue()


NOT_OURS = "This file is not a run of this game."
JOINED = "This file is damaged: something follows its end, so its first part is not trusted either."
ZEROES = "This file is damaged: it holds zero bytes, which is typical after a power cut."
TOO_DEEP = "This file is nested deeper than any that the game keeps; it was not opened."
NEWER = (
    "This file was made by a newer version of the game (format 3, this is 1): "
    "update the game; the file is left as it is."
)
SUM = "This run was changed outside the game, or damaged: its check sum does not fit."
RESAVED = "This file was saved again by another program; use it as the game wrote it."
SEED = "This file is damaged: `seed` is not a whole number from 0 to 9007199254740991."
CHOICES = "This file is damaged: `choices` is not a list of at most 10,000 picks such as dinner.say_noodles."
SAVED = "This file is damaged: `saved` is not a moment such as 2026-01-31T18:05:00Z."

REFUSED = {
    "V01 empty": (b"", "This file is empty, probably after a crash or on a full disk."),
    "V02 cut in the middle": (DATA[:200], "This file is incomplete: it stops after 200 bytes."),
    "V02 cut in its first word": (DATA[:9], "This file is incomplete: it stops after 9 bytes."),
    "V04 zeroes inside": (DATA[:100] + bytes(50) + DATA[150:], ZEROES),
    "V04 zeroes alone": (bytes(512), ZEROES),
    "V05 bytes after the end": (DATA + b"x", JOINED),
    "V05 two runs joined": (DATA + DATA, JOINED),
    "V06 words": (b"Dear diary", NOT_OURS),
    "V06 a page": (b"<!doctype html><p>404", NOT_OURS),
    "V06 a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NOT_OURS),
    "V06 an archive": (zipped(), NOT_OURS),
    "V06 rich text": (rb"{\rtf1 words}", NOT_OURS),
    "V06 other JSON": (b'{"format": "other", "version": 1}', NOT_OURS),
    "V07 list": (b"[]", NOT_OURS),
    "V07 null": (b"null", NOT_OURS),
    "V07 number": (b"7", NOT_OURS),
    "V07 empty object": (b"{}", NOT_OURS),
    "V08 another answer": (DATA.replace(b"dinner.wait", b"dinner.curry"), SUM),
    "V09 pickle": (pickle.dumps({"format": KIND.name}), NOT_OURS),
    "V10 newer": (changed(version=3, mood="?"), NEWER),
    "V12 unknown field": (
        changed(mood="blue"),
        "This run has a field that is not known here, `mood`; perhaps a newer version made it.",
    ),
    "V12 hostile field": (
        changed(**{"\x1b[31m\u202e": 1}),
        "This run has a field that is not known here, `\\x1b[31m\\u202e`; perhaps a newer version made it.",
    ),
    "V12 unknown story field": (
        changed(story={"id": "sample", "hash": HASH, "author": "x"}),
        "This run has a field that is not known here, `story.author`; perhaps a newer version made it.",
    ),
    "V13 no seed": (without("seed"), "This file is damaged: `seed` is missing."),
    "V13 no version": (without("version"), "This file is damaged: `version` is missing."),
    "V13 no sum": (without("sum"), "This file is damaged: `sum` is missing."),
    "V13 no hash": (changed(story={"id": "sample"}), "This file is damaged: `story.hash` is missing."),
    "V14 story is a word": (changed(story="sample"), "This file is damaged: `story` does not name a story."),
    "V14 seed is a word": (changed(seed="7"), SEED),
    "V14 seed is true": (changed(seed=True), SEED),
    "V14 seed is negative": (changed(seed=-1), SEED),
    "V14 seed is too large": (changed(seed=LARGEST_SEED + 1), SEED),
    "V14 seed is not a number": (DATA.replace(b'"seed": 7', b'"seed": NaN'), SEED),
    "V14 seed is endless": (DATA.replace(b'"seed": 7', b'"seed": 1e999'), SEED),
    "V14 seed of 5,000 digits": (DATA.replace(b'"seed": 7', b'"seed": ' + b"9" * 5_000), SEED),
    "V14 version zero": (changed(version=0), "This file is damaged: `version` is not a whole number from 1."),
    "V14 version true": (changed(version=True), "This file is damaged: `version` is not a whole number from 1."),
    "V14 finished is a word": (changed(finished="no"), "This file is damaged: `finished` is not true or false."),
    "V14 choices is a word": (changed(choices="dinner.wait"), CHOICES),
    "V14 a pick is a number": (changed(choices=[1]), CHOICES),
    "V14 a pick is prose": (changed(choices=["I said no"]), CHOICES),
    "V14 a pick is a formula": (changed(choices=["=HYPERLINK(1)"]), CHOICES),
    "V14 a pick with a newline": (changed(choices=["dinner.wait\n"]), CHOICES),
    "V14 a pick of 10,000 letters": (changed(choices=["a." + "b" * 10_000]), CHOICES),
    "V14 too many picks": (changed(choices=["a.b"] * (MOST_CHOICES + 1)), CHOICES),
    "V14 half a character": (changed(choices=["dinner.\ud800"]), CHOICES),
    "V14 digits of another script": (changed(saved="２026-01-31T18:09:30Z"), SAVED),
    "V14 no such day": (changed(saved="2026-02-30T18:09:30Z"), SAVED),
    "V14 no such hour": (changed(saved="2026-02-03T24:00:00Z"), SAVED),
    "V14 a local time": (changed(saved="2026-02-03T18:09:30+01:00"), SAVED),
    "V14 story id with a path": (
        changed(story={"id": "../../x", "hash": HASH}),
        "This file is damaged: `story.id` is not a story's id such as our-year.",
    ),
    "V14 hash cut": (
        changed(story={"id": "sample", "hash": HASH[:-1]}),
        "This file is damaged: `story.hash` is not a SHA-256 of 64 digits.",
    ),
    "V15 twice": (DATA.replace(b'"seed": 7', b'"seed": 7, "seed": 7'), "This file is damaged: `seed` is given twice."),
    "V16 deep lists": (b'{"a":' + b"[" * 100_000, TOO_DEEP),
    "V16 deep objects": (b'{"a":' * 100_000, TOO_DEEP),
    "V17 too large": (
        DATA + b" " * 2_000_000,
        "This file has 2.0 MB, more than any that the game keeps (1 MB); it was not opened.",
    ),
    "V21 a meter": (
        changed(me=12),
        "`me` does not belong in a run: it is computed by playing the run again.",
    ),
    "V21 a label": (
        changed(dynamic="interdependence"),
        "`dynamic` does not belong in a run: it is computed by playing the run again.",
    ),
    "C15 UTF-16": (DATA.decode().encode("utf-16"), RESAVED),
    "C15 a mark in front": (b"\xef\xbb\xbf" + DATA, RESAVED),
    "bytes that are no text": (DATA.replace(b"sample", b"s\xe4mple"), "This file is damaged: byte 73 is no text."),
    "a comma lost": (DATA.replace(b"7,", b"7 "), "This file is damaged: line 9 cannot be read."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    """Each bad file has its own plain sentence."""
    data, sentence = REFUSED[case]
    with pytest.raises(BadRun) as refused:
        loads(data)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("case", REFUSED)
def test_what_a_newer_game_may_have_made_is_told_apart(case: str) -> None:
    """Only such a file must stay as it is, whatever lies beside it."""
    with pytest.raises(BadRun) as refused:
        loads(REFUSED[case][0])
    assert refused.value.newer == case.startswith(("V10", "V12", "V21"))


def test_the_file_has_exactly_these_fields_in_this_order() -> None:
    """The format is what the manual says."""
    assert list(content()) == ["format", "version", "story", "seed", "choices", "finished", "started", "saved", "sum"]
    assert content()["story"] == {"id": "sample", "hash": HASH}
    assert content()["choices"] == ["dinner.wait", "dinner.noodles"]
    assert (content()["format"], content()["version"]) == ("me-and-we run", 1)


def test_other_programs_can_check_the_sum() -> None:
    """The sum is over compact JSON with sorted names."""
    fields = content()
    kept = fields.pop("sum")
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"))
    assert kept == hashlib.sha256(canonical.encode("ascii")).hexdigest()


def test_golden_run_of_version_1() -> None:
    """This file was kept by version 1 and loads for ever."""
    golden = (
        b'{"format":"me-and-we run","version":1,"story":{"id":"our-year","hash":"' + b"0f" * 32 + b'"},"seed":42,'
        b'"choices":["dinner.say_noodles","offer.skip"],"finished":false,"started":"2026-01-31T18:05:00Z",'
        b'"saved":"1970-01-01T00:00:00Z","sum":"8fb8e3b307b32404b4b13a01125e7da908f4749e810ec0df9f101d32e959a314"}'
    )
    assert loads(golden).choices == ("dinner.say_noodles", "offer.skip")


def test_a_run_refuses_at_birth_what_cannot_be_kept() -> None:
    """Nothing that would be refused later can be made."""
    with pytest.raises(BadRun, match="`seed` is not a whole number"):
        Run("sample", HASH, -1, (), finished=False, started=RUN.started, saved=RUN.saved)


def test_more_than_a_megabyte_is_not_written() -> None:
    """What could not be read again is refused when it is kept."""
    pick = f"{'a' * 150}.{'b' * 150}"
    run = Run("sample", HASH, 1, (pick,) * MOST_CHOICES, finished=False, started=RUN.started, saved=RUN.saved)
    with pytest.raises(BadRun, match="more than any that the game keeps"):
        dumps(run)


def test_a_moment_is_kept_in_universal_time() -> None:
    """Time zones and parts of a second leave no trace."""
    there = datetime(2026, 1, 31, 20, 5, 0, 999_999, tzinfo=timezone(timedelta(hours=2)))
    assert stamp(there) == "2026-01-31T18:05:00Z"


@settings(max_examples=40)
@given(RUNS)
def test_what_is_written_is_read(run: Run) -> None:
    """Every run comes back as it was."""
    assert loads(dumps(run)) == run


def outcome(data: bytes) -> Run | None:
    """Return the run, or None if it is refused; anything else fails the test."""
    try:
        return loads(data)
    except BadRun as refused:
        sentence = str(refused)
    assert sentence
    assert sentence.isprintable()
    return None


def test_every_cut_is_refused() -> None:
    """Only the last line break may be missing."""
    assert {cut for cut in range(len(DATA)) if outcome(DATA[:cut])} == {len(DATA) - 1}


def test_every_flipped_bit_is_refused() -> None:
    """No single bit makes another run."""
    for at in range(len(DATA)):
        for bit in range(8):
            damaged = bytearray(DATA)
            damaged[at] ^= 1 << bit
            assert outcome(bytes(damaged)) is None, (at, bit)


@settings(max_examples=150)
@given(st.data())
def test_two_flipped_bits_are_refused_or_harmless(data: st.DataObject) -> None:
    """No two bits make another run; at most white space becomes other white space."""
    damaged = bytearray(DATA)
    for _flip in range(2):
        damaged[data.draw(st.integers(0, len(DATA) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert outcome(bytes(damaged)) in (None, RUN)


@settings(max_examples=150)
@given(st.integers(0, len(DATA)), st.integers(0, len(DATA)), st.integers(0, len(DATA)))
def test_a_splice_is_refused_or_one_of_the_two(at: int, start: int, end: int) -> None:
    """A piece of one run put into another is never taken for a third."""
    other = replace(RUN, seed=8, choices=("dinner.phone",), saved="2026-02-01T10:00:00Z")
    assert outcome(DATA[:at] + dumps(other)[start:end] + DATA[end:]) in (None, RUN, other)


@given(st.binary(max_size=300))
def test_random_bytes_are_refused(data: bytes) -> None:
    """Noise is refused and nothing else happens."""
    assert outcome(data) is None
    assert outcome(b'{"format": "me-and-we run"' + data) is None


@settings(max_examples=40)
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), st.lists, max_leaves=5))
def test_any_json_value_in_any_field_is_refused(value: object) -> None:
    """No field takes what is not its own."""
    for field in ("story", "seed", "started", "saved", "sum", "format"):
        assert outcome(json.dumps({**content(), field: value}).encode()) is None


@pytest.mark.slow
def test_100_000_mutations_make_no_other_run() -> None:
    """Flips, cuts, zero blocks and splices: none is loaded as if it were whole."""
    state = 1
    for _trial in range(100_000):
        numbers = []
        for _number in range(4):
            state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
            numbers.append(state >> 33)
        kind, at, other, bit = numbers[0] % 4, numbers[1] % len(DATA), numbers[2] % len(DATA), numbers[3] % 8
        damaged = bytearray(DATA)
        if kind == 0:
            damaged[at] ^= 1 << bit
            damaged[other] ^= 1 << numbers[3] // 8 % 8
        elif kind == 1:
            del damaged[at:]
        elif kind == 2:
            damaged[at : at + 16] = bytes(len(damaged[at : at + 16]))
        else:
            damaged[at : at + 40] = DATA[other : other + 40]
        assert outcome(bytes(damaged)) in (None, RUN)
