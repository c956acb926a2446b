"""What is heard where: by place and stage direction, told in words, and never a hint at what somebody answered."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from game.authoring.pictures import shipped_pictures
from game.library import Library
from game.session import Session
from game.settings import Settings
from game.story.model import Stage, Story
from game.story.names import SKIP, SOUNDS
from game.window import commands as c
from game.window.commands import Command
from game.window.heard import LOWERED, MUSIC, OF_PLACES, READING, SIGNS, TONES, Air, caption, captions, tone
from game.window.layout import Layout
from game.window.moves import Open, Screen
from game.window.rooms import room
from game.window.screens.play import PlayScreen
from game.window.screens.settings import SECTIONS
from game.window.stack import Stack
from game.window.tree import tree
from game.window.voice import page
from tests.samples import STORY
from tests.stage import StageHost, look

CAPTIONED = Settings(motion="reduced", captions=True)


def made(settings: Settings = CAPTIONED, picks: tuple[str, ...] = ()) -> tuple[Stack, PlayScreen]:
    """Return a stack in the middle of a play of the sample."""
    host = StageHost(settings)
    play = host.start(STORY.id, picks)
    stack = Stack(host, play)
    stack.carry_out(Open("play", play, instead=True))
    shown(stack)
    assert isinstance(stack.top, PlayScreen)
    return stack, stack.top


def shown(stack: Stack) -> Layout:
    """Return what stands there."""
    layout = stack.layout(look()._replace(settings=stack.host.settings))
    stack.settle(layout)
    return layout


class TestTables:
    """Every sound is told, and every place sounds."""

    def test_every_place_that_comes_along_has_a_tone(self) -> None:
        """But the title, which has music alone."""
        assert set(OF_PLACES) == set(shipped_pictures().places) - {"title"}
        assert set(OF_PLACES.values()) <= set(TONES)

    def test_stage_directions_name_every_tone_and_silence(self) -> None:
        """What authors may write is what there is."""
        assert set(SOUNDS) == {*TONES, "none"}

    def test_every_sound_has_a_caption(self) -> None:
        """No two alike, in brackets, short enough for a line."""
        told = [caption(name) for name in (*MUSIC, *TONES)]
        assert all(each.startswith("[") and each.endswith("]") and len(each) < 60 for each in told)
        assert len({*told, *SIGNS.values()}) == len(told) + len(SIGNS)

    def test_a_direction_goes_before_the_place(self) -> None:
        """One that nobody knows leaves the place as it was; a place of the author's own is silent."""
        assert tone("kitchen") == "kitchen"
        assert tone("kitchen", "rain") == "rain"
        assert tone("kitchen", "none") == ""
        assert tone("kitchen", "kettle") == "kitchen"
        assert tone("cellar") == tone(None) == ""
        assert tone("cellar", "wind") == "wind"

    def test_only_what_is_new_is_told(self) -> None:
        """The music is told where it begins, not on every page."""
        assert len([*captions(Air("reading", "rain"), Air())]) == 2
        assert [*captions(Air("reading", "rain"), Air("reading", "rain"))] == []
        assert [*captions(Air("reading", ""), Air("reading", "rain"))] == []


class TestScreens:
    """What each screen lets be heard."""

    def test_a_menu_lowers_what_is_heard_and_the_calm_screen_ends_it(self) -> None:
        """The settings of sound let it be as loud as it is chosen."""
        stack, _screen = made()
        playing = stack.air
        assert playing == Air(READING, "kitchen")
        stack.carry_out(Open("pause", stack.play))
        assert stack.air == playing._replace(share=LOWERED)
        stack.carry_out(Open("settings"))
        assert stack.air.share == LOWERED
        stack.carry_out(Open("settings", "sound"))
        assert stack.air == playing
        stack.carry_out(Open("calm", stack.play))
        assert stack.air.share == 0

    def test_the_title_and_the_reveal_have_music_of_their_own(self) -> None:
        """Before a play is begun, and after one."""
        stack = Stack(StageHost())
        assert stack.air == Air("evening")
        _stack, screen = made(picks=("dinner.noodles", "offer.go"))
        assert room("reveal", StageHost(), screen.play).air(Air(READING, "kitchen")) == Air("looking_back")

    def test_a_class_that_votes_has_no_music(self) -> None:
        """It talks."""
        _stack, screen = made()
        vote = room("vote", StageHost(), screen.play)
        vote.layout(look())
        assert vote.air(Air()) == Air("", "kitchen")

    def test_one_key_turns_all_sound_off_and_on(self) -> None:
        """From the first screen on, and while text comes."""
        stack = Stack(StageHost(replace(CAPTIONED, pace=5)))
        for wanted in (False, True):
            stack.answer(shown(stack), Command(c.SOUND))
            assert stack.host.settings.sound is wanted


class TestCaptions:
    """Sounds in words, on the page, in the tree, and to be spoken."""

    def test_a_page_tells_what_is_heard(self) -> None:
        """Below its heading, above its words; to the eye, the voice and a screen reader."""
        stack, _screen = made()
        layout = shown(stack)
        words = [box.name for box in layout.boxes if box.name]
        at = words.index("[a fridge that hums]")
        assert words.index("Dinner") < at < next(at for at, each in enumerate(words) if "They lean" in each)
        assert "[a few quiet notes, far apart]" in words
        assert any("[a fridge that hums]" in said for said in page(layout))
        assert any(node.name == "[a fridge that hums]" for node in tree(layout, announced=True).nodes)

    def test_without_the_setting_nothing_is_told(self) -> None:
        """Nobody has to read what they hear."""
        stack, _screen = made(Settings(motion="reduced"))
        assert "[" not in shown(stack).words

    def test_captions_need_no_sound(self) -> None:
        """Whoever hears nothing has it switched off."""
        stack, _screen = made(replace(CAPTIONED, sound=False, music=0, room_tone=0))
        assert "[a fridge that hums]" in shown(stack).words

    def test_a_stage_direction_is_told_where_it_stands(self) -> None:
        """Until the place changes or the scene ends."""
        screen = directed("rain")
        assert [stretch.sound for stretch in screen.reader.told] == ["", "rain", "rain", ""]
        assert captioned(screen, 1) == ["[rain on the window]"]
        assert captioned(screen, 2) == []
        assert captioned(screen, 3) == ["[a fridge that hums]"]
        assert captioned(directed("none"), 1) == []

    @pytest.mark.parametrize("name", ["title", "reveal"])
    def test_music_is_told_where_it_begins(self, name: str) -> None:
        """At the title, and on the first page of a reveal."""
        host = StageHost(CAPTIONED)
        play = host.start(STORY.id, ("dinner.noodles", "offer.go"))
        screen: Screen = room(name, host, play if name == "reveal" else None)
        assert caption(screen.air(Air()).music) in screen.layout(look()._replace(settings=CAPTIONED)).words

    def test_the_settings_tell_the_small_sounds(self) -> None:
        """Elsewhere each only repeats what is seen."""
        words = room("settings", StageHost(CAPTIONED), "sound").layout(look()._replace(settings=CAPTIONED)).words
        assert all(told in words for told in SIGNS.values())

    def test_each_volume_is_a_setting_of_its_own(self) -> None:
        """And so are the switch for all of it and the captions."""
        assert {"sound", "music", "room_tone", "volume", "captions"} <= {field for field, _ in SECTIONS["sound"].rows}
        assert "voice_volume" in dict(SECTIONS["voice"].rows)


def directed(sound: str) -> PlayScreen:
    """Return a play of the sample with a stage direction on its second page; two pages follow."""
    nodes = (*STORY.nodes, Stage("sound", sound, 8))
    options = {**STORY.options, "dinner.wait": replace(STORY.options["dinner.wait"], target=len(STORY.nodes))}
    story = replace(STORY, nodes=nodes, options=options)
    _stack, screen = made()
    screen.play.session = Session(story, 1)
    screen.play.session.replay(("dinner.wait", "dinner.noodles"))
    screen.layout(look())
    return screen


def captioned(screen: PlayScreen, at: int) -> list[str]:
    """Return the captions of a page of a play."""
    screen.reader.at = at
    layout = screen.layout(look()._replace(settings=CAPTIONED))
    return [box.name for box in layout.boxes if box.id.startswith(f"{at} heard")]


class TestNoHint:
    """Nothing that is heard depends on an answer, a meter or a verdict."""

    @pytest.mark.parametrize("name", ["flatmates", "six-evenings", "standing-by", "our-year"])
    def test_opposite_runs_through_the_same_places_sound_the_same(self, name: str) -> None:
        """One that goes up as far as it can on both meters, and one that goes down."""
        story = Library(name).start(name, seed=1).session.story
        up, down = (walked(story, way) for way in (1, -1))
        (high, above), (low, below) = up, down
        assert above > 0 > below
        assert {view: air for view, air in high if view in dict(low)} == {
            view: air for view, air in low if view in dict(high)
        }
        shared = {view for view, _air in high} & {view for view, _air in low}
        assert len(shared) > 3

    def test_every_reveal_sounds_the_same(self) -> None:
        """Whatever it says: the music, and what is told of it."""
        airs, told = set(), set()
        for first, second in product(("noodles", "phone"), ("stay", "go")):
            host = StageHost(CAPTIONED)
            picks = ("dinner.noodles", f"offer.{second}") if first == "noodles" else ("dinner.phone",)
            screen = room("reveal", host, host.start(STORY.id, picks))
            layout = screen.layout(look()._replace(settings=CAPTIONED))
            airs.add(screen.air(Air(READING, "kitchen")))
            told.add(next(box.name for box in layout.boxes if box.id == "heard"))
        assert len(airs) == len(told) == 1


def walked(story: Story, way: int) -> tuple[list[tuple[tuple[str, str | None, str], Air]], int]:
    """Play as far up or down as choices let; returns what is heard by scene, place and direction, and me plus we."""
    session = Session(story, 1)
    while not session.finished:
        offered = session.offered
        assert offered
        scored = [story.options[offer.id] for offer in offered.options]
        best = max(scored, key=lambda option: way * (option.me + option.we), default=None)
        session.pick(best.id if best else SKIP)
    host = StageHost()
    play = host.start(STORY.id)
    play.session = session
    screen = PlayScreen(play)
    screen.layout(look())
    heard = []
    for at, stretch in enumerate(screen.reader.told):
        screen.reader.at = at
        scene = next((block.name or block.spans[0].words for block in stretch.blocks if block.role == "heading"), "")
        heard.append(((scene, stretch.view.place, stretch.sound), screen.air(Air())))
    return heard, session.state.me + session.state.we
