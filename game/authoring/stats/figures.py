"""The statistics as JSON: figures under plain names, ids as everywhere."""

from __future__ import annotations

from game.authoring.stats.gather import FAST, NARRATION, OPTIONS, SLOW, Stats
from game.insight.lengths import Extreme

_NAMES = {NARRATION: "(narration)", OPTIONS: "(options)"}


def as_json(stats: Stats) -> dict[str, object]:
    """Return the statistics in the shape that `stats --json` prints."""
    found = stats.lengths
    return {
        "story": stats.story.id,
        "words": {
            "all": stats.words,
            "reveal": stats.reveal,
            "speakers": {_NAMES.get(speaker, speaker): words for speaker, words in stats.speakers.items()},
        },
        "playthrough": found
        and {
            "least": _extreme(found.least),
            "expected": found.expected,
            "most": _extreme(found.most),
            "minutes": [found.expected / FAST, found.expected / SLOW],
        },
        "epilogues": {name: list(span) for name, span in stats.epilogues.items()},
        "scenes": [
            {
                "id": row.id,
                "words": row.words,
                "read": row.read,
                "choices": row.choices,
                "options": row.options,
                "echoes": row.echoes,
                "ease": row.ease.score,
                "sentence": row.ease.mean,
                "longest_sentence": row.ease.longest,
            }
            for row in stats.scenes
        ],
        "options": {
            "per_choice": {str(count): choices for count, choices in stats.per_choice.items()},
            "words": list(stats.options),
            "dynamics": {each.dynamic: {"options": len(each.lengths), "words": each.mean} for each in stats.dynamics},
        },
        "patterns": [
            {"scene": scene, "pattern": pattern, "options": count}
            for (scene, pattern), count in sorted(stats.patterns.items())
        ],
        "echoes": {
            "all": len(stats.echoes.all),
            "later": stats.echoes.later,
            "remembered": sorted(stats.echoes.remembered),
            "forgotten": [list(options) for options in stats.echoes.forgotten],
        },
        "tells": [{"sign": tell.sign, "cue": tell.cue, "options": dict(tell.counts)} for tell in stats.tells],
        "giveaways": [each.as_json() for each in stats.giveaways],
    }


def _extreme(found: Extreme) -> dict[str, object]:
    return {"bound": found.bound, "words": found.words, "exact": found.exact, "run": list(found.run)}
