"""The rules of keys, values and names: what may stand where in a scene and in story.yaml (E201-E249)."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule
from game.language import N_

SHAPES: Final[dict[str, Rule]] = {
    "unknown-key": Rule("E201", N_("Nothing is called `{found}` in {place}."), N_("{near}")),
    "misplaced-key": Rule(
        "E202",
        N_("`{found}` does not belong in {place}, but in {home}."),
        N_("Move it there; perhaps it only has to be indented further, or less."),
    ),
    "words-expected": Rule(
        "E203",
        N_("`{key}` takes words, and here is {found}."),
        N_("Write `{key}: the words`, on one line or after `|`."),
    ),
    "names-expected": Rule(
        "E204",
        N_("`{key}` takes `name: value` lines, and here is {found}."),
        N_("Indent under `{key}:`, without dashes, one `name: value` line for each thing{such}."),
    ),
    "list-expected": Rule(
        "E205",
        N_("`{key}` takes a list, and here is {found}."),
        N_("Under `{key}:`, begin each thing on a line of its own with a dash: `- …`"),
    ),
    "value-missing": Rule("E206", N_("`{key}` is empty."), N_("Write something there, or delete the line.")),
    "flag-expected": Rule(
        "E207", N_("`{key}` is true or false, not `{found}`."), N_("Write `{key}: true`, or delete it.")
    ),
    "flag-spelling": Rule(
        "E248",
        N_("`{key}: {found}` would be a word; true and false are written in small letters."),
        N_("Write `{key}: {better}`."),
    ),
    "number-expected": Rule(
        "E208", N_("`{key}` takes a whole number, not `{found}`."), N_("Write plain digits, such as `{key}: 3`.")
    ),
    "percent-expected": Rule(
        "E209", N_("`{key}` takes a share from 0 % to 100 %, not `{found}`."), N_("Write `{key}: 10%`.")
    ),
    "not-among": Rule("E210", N_("`{key}` cannot be `{found}`."), N_("{near}")),
    "title-missing": Rule("E211", N_("The scene has no title."), N_("Begin the file with `title: What happens here`.")),
    "passages-missing": Rule(
        "E212",
        N_("The scene has no passages, so nothing can happen in it."),
        N_("Write `passages:`, under it a name such as `start:`, and under that the steps, each with a dash."),
    ),
    "step-a-list": Rule(
        "E213", N_("Here a list of steps stands inside a list of steps."), N_("Take one of the two dashes away.")
    ),
    "step-mixed": Rule(
        "E214",
        N_("One step cannot hold both `{one}` and `{other}`: what comes first?"),
        N_("Give each a dash of its own. What depends on a `when` stands in its `then`."),
    ),
    "then-missing": Rule(
        "E215",
        N_("This condition has no `then`, so nothing depends on it."),
        N_("Write `then:` beside its `when:`, and what depends on it further in below that."),
    ),
    "companion-alone": Rule(
        "E216",
        N_("`{found}` stands alone; it goes with `{head}`."),
        N_("Put it beside a `{head}:`, in the same column and without a dash of its own."),
    ),
    "case-too-early": Rule(
        "E217",
        N_("A case without `when` always holds, so the cases after it never get a turn."),
        N_("Move the case without `when` to the end."),
    ),
    "choose-listed": Rule(
        "E218",
        N_("`choose` takes options by name, and here is a list with dashes."),
        N_("Under `choose:`, write a name for each option, such as `say_yes:`, and under that its `do:` or `say:`."),
    ),
    "option-wordless": Rule(
        "E219", N_("The option `{option}` has no words to show."), N_("Add `do: An act` or `say: Some speech` to it.")
    ),
    "option-two-voices": Rule(
        "E220", N_("The option `{option}` has both `do` and `say`."), N_("Keep `do` for an act or `say` for speech.")
    ),
    "meter-without-pattern": Rule(
        "E221",
        N_("An option that moves a meter shows a pattern, and here is `{key}` without `shows`."),
        N_("Name the pattern with `shows:`, or delete `{key}`."),
    ),
    "meter-range": Rule(
        "E222",
        N_("`{key}` is -2, -1, +1 or +2, not `{found}`: one choice should not decide the ending."),
        N_("Write one of the four, or leave `{key}` out and take the pattern's own."),
    ),
    "pattern-unknown": Rule("E223", N_("There is no pattern `{found}`."), N_("{near}")),
    "again-scored": Rule(
        "E224",
        N_("The option `{option}` shows a pattern, so it can be picked only once in a run."),
        N_("Delete `again`, or delete `shows`."),
    ),
    "id-form": Rule(
        "E225",
        N_("`{found}` cannot name {what}: names are made of a-z, 0-9 and _, and begin with a letter."),
        N_("Try `{better}`."),
    ),
    "id-reserved": Rule(
        "E226",
        N_("`{found}` cannot name {what}, because it means something in conditions, runs or `go`."),
        N_("Try `{better}`."),
    ),
    "id-twice": Rule(
        "E227",
        N_("`{found}` names something else in this scene already, in line {line}."),
        N_("Rename one of the two; passages and options of a scene share their names."),
    ),
    "was-taken": Rule(
        "E228",
        N_("`was` gives a former name, and `{found}` is still the name of an option here."),
        N_("Delete `was`, or rename the other option."),
    ),
    "was-taken-scene": Rule(
        "E249",
        N_("`was` gives the scene's former name, and `{found}` is still the name of a scene."),
        N_("Delete `was`, or rename the other scene."),
    ),
    "go-unknown": Rule("E229", N_("There is no passage `{found}` in this scene."), N_("{near}")),
    "variable-unknown": Rule(
        "E230",
        N_("No variable `{found}` is declared in story.yaml."),
        N_("{near} A new one is declared there under `variables:`, as in `{found}: false`."),
    ),
    "value-kind": Rule(
        "E231",
        N_("The variable `{variable}` holds {kind}, not `{found}`."),
        N_("{near}Write such a value, or change story.yaml."),
    ),
    "value-out-of-bounds": Rule(
        "E232",
        N_("The variable `{variable}` goes from {low} to {high}, so it cannot be {found}."),
        N_("Write a number in between, or change its bounds in story.yaml."),
    ),
    "add-not-a-number": Rule(
        "E233",
        N_("Nothing can be added to `{found}`, which is no number."),
        N_("Use `set`, or declare it as `{found}: {{start: 0, low: 0, high: 5}}`."),
    ),
    "number-unbounded": Rule(
        "E234",
        N_("The number `{variable}` has no bounds, so nobody could say what a story with it can do."),
        N_("Write `{variable}: {{start: {found}, low: 0, high: 5}}`."),
    ),
    "bounds-wrong": Rule(
        "E235",
        N_("The number `{variable}` starts at {start}, and that is not between {low} and {high}."),
        N_("Let `low` be the smallest and `high` the largest of the three."),
    ),
    "variable-kind": Rule(
        "E236",
        N_("The variable `{variable}` cannot hold `{found}`."),
        N_("A variable holds one word of letters, digits and _, or true or false, or a bounded number."),
    ),
    "speaker-unknown": Rule(
        "E237",
        N_("A colon makes a name of what stands before it, and nobody in the cast is called `{found}`."),
        N_("Add that person to the cast in story.yaml. Or, if this is prose, write `- |` and put the line below it."),
    ),
    "cast-name-twice": Rule(
        "E238", N_("Two people of the cast are called `{found}`, so nobody could tell who speaks."), N_("Rename one.")
    ),
    "story-title-missing": Rule("E239", N_("The story has no title."), N_("Write `title: What it is called`.")),
    "story-scenes-missing": Rule(
        "E240",
        N_("The story lists no scenes, so nothing can be played."),
        N_("Write `scenes:`, and under it each scene's name with a dash, in order."),
    ),
    "scene-unnamed": Rule("E241", N_("This entry names no scene."), N_("Write `{{scene: ID, when: CONDITION}}`.")),
    "scene-twice": Rule(
        "E242",
        N_("The scene `{found}` is listed in line {line} already."),
        N_("A scene comes once; delete one of the two."),
    ),
    "scene-absent": Rule("E243", N_("There is no file {found}.yaml beside story.yaml."), N_("{near}")),
    "format-unknown": Rule(
        "E244",
        N_("This story is written in format {found}, and this game reads format {known}."),
        N_("Get a newer version of the game, or write `format: {known}`."),
    ),
    "dead-zone-negative": Rule(
        "E245",
        N_("A dead zone is 0 or more, not {found}."),
        N_("Write how far a meter may stray and still say nothing."),
    ),
    "choose-in-ending": Rule(
        "E246", N_("An ending has no choices: the dynamic is known by then."), N_("Move the choice to the last scene.")
    ),
    "lead-unknown": Rule("E247", N_("There is no option called `{found}`."), N_("{near}")),
}
