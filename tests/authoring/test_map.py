"""The map: it is a picture, nothing in it overlaps, and nothing in it steers a browser."""

from __future__ import annotations

import dataclasses
import re
from itertools import combinations, pairwise, product
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.authoring.load import Loaded, load
from game.authoring.map import parts, picture
from game.authoring.map_graph import END, Graph, graph
from game.authoring.map_layout import LETTER, layout
from game.authoring.map_page import page
from game.authoring.whereabouts import Whereabouts
from game.insight.census import census
from game.insight.exact.limits import Limits
from game.shipped import SCENES
from tests import shelf, stories

BROKEN = Path(__file__).parent.parent / "broken"
SVG = "{http://www.w3.org/2000/svg}"


def places(path: Path) -> Whereabouts:
    """Load a story that can be played."""
    loaded = load(path)
    assert loaded.story is not None
    return Whereabouts(loaded, loaded.story)


def drawn(seed: int) -> Whereabouts:
    """Return a story made by chance, of which no place in a file is known."""
    story = stories.drawn(seed)
    return Whereabouts(Loaded(story, ()), story)


def graph_of(where: Whereabouts) -> Graph:
    """Return the graph of a story with all its chances."""
    return graph(where, census(where.story))


def tree(svg: str) -> ET.Element:
    """Parse a picture of our own making."""
    return ET.fromstring(svg)  # noqa: S314  # the test made it


OUR_YEAR = places(SCENES / "our-year")


@pytest.mark.parametrize("where", [OUR_YEAR, *map(drawn, range(12))], ids=range(13))
def test_nothing_overlaps_and_words_fit(where: Whereabouts) -> None:
    """No box touches another, all lie inside the picture, and each is as wide as its words."""
    plan = layout(graph_of(where), 100)
    for one, other in combinations(plan.spots.values(), 2):
        apart_x = abs(one.x - other.x) >= (one.width + other.width) / 2
        apart_y = abs(one.y - other.y) >= (one.height + other.height) / 2
        assert apart_x or apart_y, (one, other)
    for spot in plan.spots.values():
        left, top, width, height = spot.area
        assert left >= 0
        assert top >= 100
        assert left + width <= plan.width
        assert top + height <= plan.height
        assert len(spot.box.words) * LETTER < width or spot.box.kind == "choice"


def test_ways_to_endings_stay_clear_of_the_other_endings() -> None:
    """Where a way goes down past the first row of endings, nothing of that row is within its width."""
    found = graph_of(OUR_YEAR)
    plan = layout(found, 0)
    endings = [plan.spots[way.end] for way in found.ways if way.start == END]
    first = min(each.y for each in endings)
    low = [each for each in endings if each.y > first]
    assert low
    for one, other in product(low, [each for each in endings if each.y == first]):
        assert abs(one.x - other.x) > other.width / 2 + 12, (one, other)


@pytest.mark.parametrize("where", [OUR_YEAR, *map(drawn, range(12))], ids=range(13))
def test_everything_of_a_story_is_on_its_map(where: Whereabouts) -> None:
    """Each passage and option is a box, each box but the first is led to, and each way leads to a box."""
    found = graph_of(where)
    keys = {box.key for box in found.boxes}
    story = where.story
    assert keys >= story.options.keys() | {each.id for scene in story.scenes.values() for each in scene.passages}
    assert {way.start for way in found.ways} | {way.end for way in found.ways} <= keys
    ended = {way.end for way in found.ways}
    assert all(box.key in ended for box in found.boxes if box.kind in ("option", "ending"))
    assert len({box.key for box in found.boxes}) == len(found.boxes)


def test_a_way_is_as_wide_as_its_chance() -> None:
    """A choice's ways carry the chances of its options, and the end's those of the endings."""
    found = graph_of(OUR_YEAR)
    counted = census(OUR_YEAR.story)
    chances = {each.id: each.chance for each in counted.options}
    ways = {way.end: way.chance for way in found.ways if way.start.startswith("(choice")}
    assert ways == chances
    ends = [way.chance for way in found.ways if way.start == END]
    assert ends == [ending.chance for ending in counted.dynamics.values()]


def test_the_picture_is_xml_and_always_the_same() -> None:
    """A picture parses, names the endings with their shares, and is the same twice."""
    svg = picture(OUR_YEAR, census(OUR_YEAR.story))
    assert svg == picture(places(SCENES / "our-year"), census(OUR_YEAR.story))
    words = [each.text for each in tree(svg).iter(f"{SVG}text")]
    assert {"Our Year", "Interdependence", "17.7 %", "haggle", "fridge  100.0 %"} <= set(words)


def test_what_no_run_reaches_is_dashed() -> None:
    """Another line, not another colour alone, and words that say so."""
    where = places(BROKEN / "promise-option-unreachable")
    svg = picture(where, census(where.story))
    dashed = [each for each in tree(svg).iter() if each.get("stroke-dasharray")]
    assert {"option", "passage", "ending", "way"} == {each.get("class") for each in dashed}
    assert "never reached" in svg


def test_a_walk_that_was_cut_short_calls_nothing_unreached() -> None:
    """What was not met may still be."""
    svg = picture(OUR_YEAR, census(OUR_YEAR.story, Limits(states=1)))
    assert "nothing here is proved" in svg
    assert "never reached" not in svg
    assert [each.get("class") for each in tree(svg).iter() if each.get("stroke-dasharray")] == ["passage"]


def test_each_box_says_what_it_is_and_where_it_leads() -> None:
    """A reader who hears the map hears what the others see; the lines between boxes are left out."""
    found = census(OUR_YEAR.story)
    labels = [each.get("aria-label") for each in tree(picture(OUR_YEAR, found)).iter(f"{SVG}g")]
    assert "option haggle, 25.0 %; leads to stove" in labels
    assert "passage fridge, 100.0 %; leads to choice" in labels
    assert f"ending Interdependence, {100 * found.dynamics['interdependence'].chance:.1f} %" in labels


def test_a_size_can_be_picked_by_keys() -> None:
    """Sizes are radio buttons with words, one of them picked; what is scrolled has a name, and keys reach it."""
    html = page(OUR_YEAR, census(OUR_YEAR.story))
    assert html.count('type="radio" name="size"') == html.count("<label for=") == 5
    assert html.count(" checked>") == 1
    assert 'role="region" aria-label="Map of Our Year" tabindex="0"' in html


def test_it_is_printed_scene_by_scene() -> None:
    """On paper each scene, and the end, is a picture of its own; together they are all of the map, and none twice."""
    found = census(OUR_YEAR.story)
    covered = list(parts(OUR_YEAR, found))
    assert len(covered) == len(OUR_YEAR.story.scenes) + 1
    assert all(one[1] + one[3] == other[1] for one, other in pairwise(covered))
    whole = tree(picture(OUR_YEAR, found)).attrib["viewBox"].split()
    assert covered[0][1] == 0
    assert covered[-1][1] + covered[-1][3] == pytest.approx(float(whole[3]), abs=1)
    html = page(OUR_YEAR, found)
    assert html.count('<use href="#map-all"/>') == len(covered)
    assert html.count('<g id="map-all">') == 1


def test_titles_are_escaped_and_a_page_needs_nothing_else() -> None:
    """A title with signs of markup stays a title; a page fetches nothing and runs nothing."""
    story = dataclasses.replace(OUR_YEAR.story, title='Tea & <script>alert("x")</script>')
    where = Whereabouts(OUR_YEAR.loaded, story)
    html = page(where, census(story))
    assert "<script" not in html
    assert "Tea &amp; &lt;script&gt;" in html
    assert "http" not in html.replace("http://www.w3.org/2000/svg", "")
    assert html.startswith("<!DOCTYPE html>")
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html
    tree(picture(where, census(story)))


def test_a_way_back_goes_round_the_boxes(tmp_path: Path) -> None:
    """It leaves its box at the side; without an answer that leads back there is none such."""
    sideways = re.compile(r"M[\d.]+ ([\d.]+) C[\d.]+ \1 ")
    for text, back in ((shelf.DINNER, 1), (shelf.DINNER.replace("          go: fridge\n", ""), 0)):
        where = places(shelf.story(tmp_path / str(back) / "tea", dinner=text))
        drawn_ways = tree(picture(where, census(where.story))).iter(f"{SVG}path")
        assert len([way for way in drawn_ways if sideways.match(way.get("d") or "")]) == back


def test_what_no_passage_leads_to_is_on_the_map_too(tmp_path: Path) -> None:
    """A choice behind the end of its scene, and a passage that is nothing but an end."""
    porch = shelf.PORCH.replace("    - choose:\n", "    - go: end\n    - choose:\n") + "  gate:\n    - go: end\n"
    where = places(shelf.story(tmp_path / "tea", porch=porch))
    boxes = {box.key: box for box in graph_of(where).boxes}
    assert [boxes[key].dead for key in ("porch.steps", "porch.sit", "porch.gate")] == [False, True, True]
    assert [box.dead for box in boxes.values() if (box.kind, box.band) == ("choice", "porch")] == [True]
