"""A second process helps where it can, leaves nothing behind, and is not missed where there is none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from multiprocessing import Pipe, active_children
from pathlib import Path

import pytest

from game.insight import census as census_module
from game.insight.census import LONG, census
from game.insight.dynamics import verdict
from game.insight.exact import beside as beside_module
from game.insight.exact.beside import beside
from game.insight.exact.limits import Limits
from tests.samples import STORY
from tests.stories import long_story

SLEEPER = """
import signal
import time
from functools import partial
from multiprocessing import active_children
from game.insight.exact.beside import beside

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with beside(partial(time.sleep, 60)) as helper:
            print(active_children()[0].pid, flush=True)
            helper()
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


@pytest.mark.parametrize("most", [0, census_module.MOST_BITS], ids=["late", "early"])
def test_census_with_help_is_the_same(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Every figure is the same to the last bit if another process counts, and whenever what is reached is told."""
    story = long_story(LONG // 3, 1)
    alone = census(story)
    monkeypatch.setattr(census_module, "MOST_BITS", most)
    monkeypatch.delattr(census_module, "counts")  # so that nobody counts here
    assert census(story, helped=True) == alone


def test_what_a_helper_counts_is_what_would_be_counted_here() -> None:
    """All playthroughs of the sample: one for each of three dynamics."""
    found = census_module._counted(STORY, Limits())
    assert found.complete
    ends = sorted((verdict(me, we, STORY.dead_zone), ways) for (me, we), ways in found.ways.items())
    assert ends == [("codependence", 1), ("dependence", 1), ("interdependence", 1)]


def test_help_is_taken() -> None:
    """The answer comes from another process, which is gone afterwards."""
    with beside(os.getpid) as helper:
        assert helper is not None
        assert helper() not in {None, os.getpid()}
    assert not active_children()


def test_nobody_is_awaited_in_vain() -> None:
    """A helper whose answer is not needed any more is ended at once, and one that died answers None."""
    before = time.monotonic()
    with beside(partial(time.sleep, 60)):
        pass
    with beside(partial(os._exit, 1)) as helper:
        assert helper is not None
        assert helper() is None
    assert not active_children()
    assert time.monotonic() - before < 30


def test_a_helper_answers_and_leaves_ctrl_c_to_the_other() -> None:
    """What runs in the second process, run in this one, which nobody started and so nobody ends."""
    before = signal.getsignal(signal.SIGINT)
    answer, there = Pipe(duplex=False)
    try:
        beside_module._help(os.getpid, there)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert answer.recv() == os.getpid()
    beside_module._end_with_the_other()


def test_a_helper_ends_once_the_other_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits for that, and then it takes the shortest way out; `test_no_orphan` sees it happen."""
    done: list[object] = []

    class Other:
        def join(self) -> None:
            done.append("joined")

    monkeypatch.setattr(beside_module, "parent_process", Other)
    monkeypatch.setattr(os, "_exit", done.append)
    beside_module._end_with_the_other()
    assert done == ["joined", 1]


def test_one_core_helps_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is one core, and where no process can be started, nobody helps and nothing is said."""
    monkeypatch.setattr(beside_module, "_cores", lambda: 1)
    with beside(os.getpid) as helper:
        assert helper is None


def test_no_process_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that lets nobody start a process is worked on alone, and Ctrl-C means there what it did."""

    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refused)
    before = signal.getsignal(signal.SIGINT)
    with beside(os.getpid) as helper:
        assert helper is None
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes are those of POSIX")
@pytest.mark.parametrize(("sign", "says"), [(signal.SIGINT, "stopped\n"), (signal.SIGKILL, "")])
def test_no_orphan(tmp_path: Path, sign: signal.Signals, says: str) -> None:
    """After Ctrl-C, which both hear, and after a sudden end of the one that was helped, its helper goes in silence."""
    script = tmp_path / "sleeper.py"
    script.write_text(SLEEPER, encoding="utf-8")
    root = Path(__file__).parents[2]
    with subprocess.Popen(  # noqa: S603
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as helped:
        assert helped.stdout
        helper = int(helped.stdout.readline())
        time.sleep(1)
        os.killpg(helped.pid, sign) if sign == signal.SIGINT else helped.send_signal(sign)
        said, wrong = helped.communicate(timeout=30)
    assert (said, wrong) == (says, "")
    for _ in range(100):
        if not _alive(helper):
            return
        time.sleep(0.1)
    pytest.fail("the helper is still there")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
