"""Promises: what story.yaml promises of all playthroughs, held against the census.

1. A promise is broken only where the census looked at every playthrough. A walk that was cut short decides nothing, and
   that is a warning, whatever it met on the way.
2. A broken promise is told at its own line, with a shortest run that shows it where there is one.
3. "Never stuck" means that no choice is met with its options closed by conditions, and that everybody comes to an end.
   A choice whose options were all picked before is passed over by design, and breaks nothing.
4. An option that leads only to some endings leads there whatever is picked before and after it.
5. A share holds if it is above the one promised by more than rounding can move it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.authoring.census_report import sightings, zone
from game.authoring.figures import grouped, share
from game.authoring.load import Loaded
from game.authoring.never import never_true
from game.authoring.nodes import Fields
from game.authoring.parse import parse
from game.authoring.places import Span
from game.authoring.problems import Problem, problem
from game.authoring.rules import RULES
from game.authoring.whereabouts import Whereabouts
from game.authoring.written import written
from game.insight.advice import advised_dead_zone
from game.insight.census import Census, census
from game.insight.exact.limits import Limits, StoppedError
from game.insight.leads import led_to
from game.language import _, ngettext
from game.story import engine
from game.story.called import Called
from game.story.model import Choose, Promises, Story
from game.story.text import plain, settle

SECONDS: Final = 20.0
"""How long `check` looks at the playthroughs of one story."""

GLANCE: Final = 1.0
"""How many seconds it looks at those of a story that promises nothing."""

ENOUGH: Final = 12
"""How many scored options a story has before its dead zone is judged."""

_UNREACHED: Final = frozenset(RULES[each].code for each in ("passage-unreached", "step-unreached", "scene-unlisted"))
"""What keeps conditions from holding, and is told already."""

_ROUNDING: Final = 1e-9
_MOST_NAMED: Final = 10


@dataclass(frozen=True, slots=True)
class _Held:
    """A story that promises something, its census, and where its promises were written."""

    story: Story
    census: Census
    places: Whereabouts
    file: str
    spans: Mapping[str, Span]
    limits: Limits

    def problem(self, rule: str, key: str, **details: object) -> Problem:
        """Return a problem at the line of `key` in story.yaml."""
        return problem(rule, self.file, self.spans.get(key, Span(1, 1)), **details)


def broken(loaded: Loaded, limits: Limits | None = None, *, helped: bool = False) -> tuple[Problem, ...]:
    """Return the promises that a loaded story breaks, and what the census tells besides.

    Of one without promises conditions that never hold are told, if a short look shows them; with `limits` nothing.
    If `helped`, a second process takes part in the census of a long story.
    """
    story = loaded.story
    promised = story is not None and story.promises != Promises()
    if story is None or (limits is not None and not promised):
        return ()
    limits = limits or Limits(seconds=SECONDS if promised else GLANCE)
    places = Whereabouts(loaded, story)
    file = places.front or ""
    if not promised:
        cut = any(each.code in _UNREACHED for each in loaded.problems)
        seen = census(story, limits) if file and not cut else None
        return tuple(sorted(never_true(loaded, places, seen, ()))) if seen and seen.complete else ()
    held = _Held(story, census(story, limits, helped=helped), places, file, _spans(loaded, file), limits)
    checks = (_endings, _stuck, _options, _leads, _dead_zone, _never) if held.census.complete else (_undecided,)
    return tuple(sorted(found for check in checks for found in check(held)))


def _spans(loaded: Loaded, file: str) -> dict[str, Span]:
    """Return where each promise, and the dead zone, stand in story.yaml."""
    source = loaded.sources.get(file)
    tree = parse(source)[0] if source else None
    made = tree.get("promises") if isinstance(tree, Fields) else None
    leads = made.get("leads_only_to") if isinstance(made, Fields) else None
    keys = [key for each in (leads, made, tree) if isinstance(each, Fields) for key in each.keys]
    return {key.text: key.span for key in reversed(keys)}


def _undecided(held: _Held) -> Iterator[Problem]:
    yield _cut_short(held, "promises", _("the story keeps this"))


def _cut_short(held: _Held, key: str, what: str) -> Problem:
    """Return what to say of a walk that a limit cut short: which one, and what helps."""
    if held.limits.passed():
        stopped = _("{seconds} seconds").format(seconds=f"{held.limits.seconds or 0:g}")
        way = _("`me-and-we census` tells more with a larger `--seconds`. Or m")
    else:
        stopped, way = _("{states} merged states").format(states=grouped(held.limits.states or 0)), _("M")
    return held.problem("promise-undecided", key, what=what, stopped=stopped, way=way)


def _endings(held: _Held) -> Iterator[Problem]:
    least = held.story.promises.every_ending_above
    if least is None:
        return
    promised = f"{least:g} %"
    me, we = (_("{low} to {high}").format(low=low, high=high) for low, high in held.census.meters or ((0, 0), (0, 0)))
    for name, ending in held.census.dynamics.items():
        about = {"ending": name, "promised": promised}
        if ending.shortest is None:
            where = {"me": me, "we": we, "zone": zone(held.story.dead_zone)}
            yield held.problem("promise-ending-never", "every_ending_above", **about, **where)
        elif least and ending.chance <= least / 100 + _ROUNDING:
            run = told_run(held.places, ending.shortest)
            yield held.problem(
                "promise-ending-rare", "every_ending_above", **about, found=_exact(ending.chance, least), run=run
            )


def _exact(chance: float, least: float) -> str:
    """Return a share in percent, fine enough to tell it from the promise that it just misses."""
    return share(chance) if round(100 * chance, 1) < least else f"{100 * chance:.4f} %"


def _stuck(held: _Held) -> Iterator[Problem]:
    if not held.story.promises.never_stuck:
        return
    for each in held.census.closed:
        node = held.story.nodes[each.place]
        if not each.spent and isinstance(node, Choose):
            place = held.places.at(node.options[0] if node.options else each.place)
            yield held.problem("promise-stuck", "never_stuck", place=place, run=told_run(held.places, each.run))
    if held.census.endless > _ROUNDING:
        yield held.problem("promise-endless", "never_stuck", found=share(held.census.endless))


def _options(held: _Held) -> Iterator[Problem]:
    missed = [each.id for each in held.census.options if not each.reachable]
    if not held.story.promises.every_option_reachable or not missed:
        return
    order = [id_ for scene in held.story.scenes for id_ in held.places.options(scene)]
    missed.sort(key=order.index)
    named = ", ".join(f"`{id_}`" for id_ in missed[:_MOST_NAMED])
    more = _(" and {count} more").format(count=len(missed) - _MOST_NAMED) if len(missed) > _MOST_NAMED else ""
    count = ngettext("one option", "{count} options", len(missed)).format(count=len(missed))
    why = "".join(_why(held, id_) for id_ in missed[:_MOST_NAMED])
    yield held.problem("promise-option-unreachable", "every_option_reachable", count=count, found=named + more, why=why)


def _why(held: _Held, option: str) -> str:
    """Return a line that tells where an option stands, and the condition of its own that never holds."""
    conditions = [each for each in held.census.truths if each.owner == option and each.never]
    lead = f"\n    {held.places.at(option)}: {option}"
    if not conditions:
        return _("{lead}: nothing leads to its choice").format(lead=lead)
    words, ranges = written(conditions[0].condition), sightings(conditions[0])
    told = _("{lead}: `{words}` never holds").format(lead=lead, words=words)
    return f"{told} ({ranges})" if ranges else told


def _leads(held: _Held) -> Iterator[Problem]:
    for option, endings in held.story.promises.leads_only_to:
        promised = _(" or ").join(f"`{ending}`" for ending in endings)
        try:
            runs = led_to(held.story, option, held.limits)
        except StoppedError:
            yield _cut_short(
                held, option, _("`{option}` leads only to {promised}").format(option=option, promised=promised)
            )
            continue
        if not runs:
            yield held.problem("promise-lead-never", option, option=option, promised=promised, why=_why(held, option))
        others = [ending for ending in runs if ending not in endings]
        for ending in sorted(others, key=lambda each: len(runs[each])):
            run = told_run(held.places, runs[ending])
            yield held.problem("promise-lead-broken", option, option=option, promised=promised, ending=ending, run=run)


def _dead_zone(held: _Held) -> Iterator[Problem]:
    scored = sum(option.scored for option in held.story.options.values())
    advised = advised_dead_zone(held.story, held.limits) if scored >= ENOUGH else None
    key = "dead_zone" if "dead_zone" in held.spans else "promises"
    if advised is None and scored >= ENOUGH and held.limits.passed():
        yield _cut_short(held, key, _("the dead zone leaves every verdict room"))
    if advised is not None and advised != held.story.dead_zone:
        shown = {"zone": zone(held.story.dead_zone), "advised": zone(advised)}
        yield held.problem("dead-zone-unadvised", key, **shown, advised_yaml="me: {}, we: {}".format(*advised))


def _never(held: _Held) -> Iterator[Problem]:
    missed = {each.id for each in held.census.options if not each.reachable}
    promised = held.story.promises
    told = missed if promised.every_option_reachable else missed.intersection(dict(promised.leads_only_to))
    return never_true(held.places.loaded, held.places, held.census, told)


def told_run(places: Whereabouts, picks: tuple[str, ...]) -> str:
    """Return a run as indented lines, each a pick with its place and the words that the reader picks."""
    story, lines = places.story, []
    called = {"you": Called(_("you"), "they"), **{each.id: Called(each.name, each.pronouns) for each in story.cast}}
    state, _events = engine.begin(story)
    for pick in picks:
        words = plain(settle(story.options[pick].text, state), called)
        lines.append(f"\n    {pick} ({places.at(pick)}): {words}")
        state, _events = engine.step(story, state, pick)
    return "".join(lines) or _("\n    (before any choice)")
