"""What a comparison found, for a writer and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.authoring.compare.cause import Cause
from game.authoring.compare.comparison import Comparison, Cut
from game.authoring.compare.mends import Mend
from game.authoring.compare.walk import Place
from game.authoring.whereabouts import Whereabouts
from game.language import _, ngettext
from game.story.model import Choose

_SOME: Final = 8
"""A list names this many things, unless all are asked for."""


@dataclass(frozen=True, slots=True)
class Versions:
    """A comparison, and where things of the old and of the new version were written."""

    found: Comparison
    old: Whereabouts
    new: Whereabouts

    def place(self, place: Place) -> tuple[str, str]:
        """Return the passage that holds a place of the old version ("" at the end), and its `file:line`."""
        node = self.found.old.nodes[place.node]
        if not isinstance(node, Choose):
            return "", ""
        return self.old.home(place.node) or node.scene, self.old.at(node.options[0]) if node.options else ""

    def as_json(self) -> dict[str, object]:
        """Return all of it in the shape that `compare-stories --json` prints."""
        found = self.found
        return {
            "same_hash": found.same,
            "complete": found.walked.complete,
            "safe": found.safe,
            "places": len(found.walked.places),
            "cut": [self._cut_json(cut) for cut in found.cuts],
            "causes": [
                {"why": cause.why, "picks": list(cause.picks), "run": list(cause.run), "waits": list(cause.waits)}
                for cause in found.walked.causes.values()
            ],
            "mends": [
                {"in": mend.kind, "id": mend.today, "was": mend.former, "likeness": round(mend.like, 2)}
                for mend in found.mends
            ],
            "cut_after_mending": len(found.mended.lost),
            "options": {"gone": list(found.gone), "new": list(found.fresh), "renamed": found.renamed},
            "endings": {
                "kept": found.endings.kept,
                "points": {each.option: [list(each.old), list(each.new)] for each in found.endings.points},
                "dead_zone": [list(zone) for zone in found.endings.dead_zones],
                "tried": found.endings.tried,
                "turned": [{"old": each.old, "new": each.new, "run": list(each.run)} for each in found.endings.turned],
            },
        }

    def _cut_json(self, cut: Cut) -> dict[str, object]:
        passage, at = self.place(cut.place)
        where = {"passage": passage or None, "at": at or None, "always": cut.always}
        run = {"run": list(cut.place.lost or ()), "kept": len(cut.resumed.picks), "dropped": cut.resumed.dropped}
        return {**where, **run}


def report(versions: Versions, *, verbose: bool) -> str:
    """Return a comparison as text; `verbose` leaves nothing out."""
    some = None if verbose else _SOME
    parts = (_sum(versions), _cuts(versions, some), _causes(versions, some), _mends(versions, some))
    lines = [line for part in (*parts, _others(versions, some)) for line in part]
    return "\n".join(lines) + "\n"


def _sum(versions: Versions) -> Iterator[str]:
    found = versions.found
    if found.old.id != found.new.id:
        sentence = _("The two folders are called {old} and {new}; they are compared as versions of one story.")
        yield sentence.format(old=found.old.id, new=found.new.id)
    places = ngettext("{count} place", "{count} places", len(found.walked.places)).format(
        count=len(found.walked.places)
    )
    if not found.walked.complete:
        yield _("The stories are too large to be compared in this time, so nothing here is proved. (--seconds)")
    if found.cuts:
        told = ngettext(
            "{count} of {places}: a kept run is cut back.",
            "{count} of {places}: kept runs are cut back.",
            len(found.cuts),
        )
        yield told.format(count=len(found.cuts), places=places)
    elif found.walked.complete:
        yield _("Every kept run goes on: {places} of the old story, and all ways there, were looked at.").format(
            places=places
        )


def _cuts(versions: Versions, some: int | None) -> Iterator[str]:
    cuts = versions.found.cuts
    for cut in cuts[:some]:
        passage, at = versions.place(cut.place)
        where = _("the choice in {passage} ({at})").format(passage=passage, at=at) if passage else _("the end")
        kept, count = len(cut.resumed.picks), len(cut.place.lost or ())
        lead = _("every run") if cut.always else _("some runs")
        told = ngettext(
            "  {where}: {lead}, such as one whose only answer is lost",
            "  {where}: {lead}, such as one that keeps {kept} of {count} answers",
            count,
        )
        yield told.format(where=where, lead=lead, count=count, kept=kept)
    yield from _rest(cuts, some)


def _causes(versions: Versions, some: int | None) -> Iterator[str]:
    causes = list(versions.found.walked.causes.values())
    if causes:
        yield ""
        yield _("Why")
        yield from _told(causes, some)


def _told(causes: Sequence[Cause], some: int | None, indent: str = "  ") -> Iterator[str]:
    for cause in causes[:some]:
        yield f"{indent}{cause.told()}"
        after = ", ".join(cause.run[:-1])
        yield f"{indent}  " + (_("for example after: {run}").format(run=after) if after else _("at the beginning"))
    yield from _rest(causes, some)


def _mends(versions: Versions, some: int | None) -> Iterator[str]:
    found = versions.found
    if not found.mends:
        if found.cuts:
            yield ""
            yield _("No former name (`was`) would mend it.")
        return
    yield ""
    yield _("What would mend it")
    for mend in found.mends[:some]:
        yield f"  {_mend(versions, mend)}"
    yield from _rest(found.mends, some)
    left = len(found.mended.lost)
    if left:
        told = ngettext(
            "With all of it, runs are still cut back at {count} place:",
            "With all of it, runs are still cut back at {count} places:",
            left,
        )
        yield "  " + told.format(count=left)
        yield from _told(list(found.mended.causes.values()), some, "    ")
    else:
        yield "  " + _("With all of it, every kept run goes on.")


def _mend(versions: Versions, mend: Mend) -> str:
    at = versions.new.at(mend.today)
    like = f"{100 * mend.like:.0f} %"
    name = mend.former.rpartition(".")[2]
    if mend.kind == "scene":
        told = _("{at}: write `was: {name}` into the scene {today} ({like} like {former})")
    else:
        told = _("{at}: write `was: {name}` into the option {today} ({like} like {former})")
    return told.format(at=at, name=name, today=mend.today, like=like, former=mend.former)


def _others(versions: Versions, some: int | None) -> Iterator[str]:
    found = versions.found
    yield ""
    yield _("What else changed for a kept run")
    yield "  " + (_("Nothing: both have the same hash.") if found.same else _("The hash: runs are replayed by ids."))
    renamed = [f"{former} → {today}" for former, today in found.renamed.items()]
    for lead, ids in ((_("gone"), found.gone), (_("new"), found.fresh), (_("renamed"), renamed)):
        if ids:
            more = _(" and {count} more").format(count=len(ids) - some) if some and len(ids) > some else ""
            yield _("  Options {lead}: {ids}{more}").format(lead=lead, ids=", ".join(ids[:some]), more=more)
    yield from _endings(versions, some)


def _endings(versions: Versions, some: int | None) -> Iterator[str]:
    ends = versions.found.endings
    for each in ends.points[:some]:
        told = _("  {option} moves me and we by {new}, and moved them by {old}.")
        yield told.format(option=each.option, new=_pair(each.new), old=_pair(each.old))
    yield from _rest(ends.points, some)
    if ends.dead_zones[0] != ends.dead_zones[1]:
        old, new = map(_pair, ends.dead_zones)
        yield _("  The dead zone is {new}, and was {old}.").format(old=old, new=new)
    if ends.kept:
        yield "  " + _("Every run that goes on keeps its ending: no points and no dead zone changed.")
        return
    if not ends.tried:
        yield "  " + _("No run that was tried comes to an end in both versions, so nothing is known of endings.")
        return
    told = _("  Of {tried} finished runs that were tried, {turned} end in something else now.")
    yield told.format(tried=ends.tried, turned=len(ends.turned))
    for turn in {(each.old, each.new): each for each in reversed(ends.turned)}.values():
        yield _("    {old} became {new}: {run}").format(old=turn.old, new=turn.new, run=", ".join(turn.run))


def _pair(values: tuple[int, int]) -> str:
    return "{}, {}".format(*values)


def _rest(things: Sequence[object], some: int | None) -> Iterator[str]:
    if some is not None and len(things) > some:
        yield _("  … and {count} more (-v tells all)").format(count=len(things) - some)
