"""Texts that are read later: whether any can be wrong is asked of all together, and never answered rashly."""

from hypothesis import given
from hypothesis import strategies as st

from game.authoring.build.texts import paragraphs
from game.story import markup
from game.story.grammar import Scope
from game.story.markup import Marks
from game.story.unread import Unread, are_good, stars_are_close, stars_are_good

MARKS = Marks(frozenset({"sam", "you"}), Scope(variables={"booked": (0, "flag")}))
SIGNS = ["{sam}", "{sam.they}", "{booked ? a | b}", "{booked ? *a* | b}", "{nope ? a | b}", "{eve}", "{sam.}"]
PARTS = [*SIGNS, "{{", "}}", "{", "}", "|", "?", "*", "\\*", "\\", "tea ", "\n", "\n\n", "Sam: ", "Sam (low): "]


@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=7), min_size=1, max_size=3))
def test_texts_that_are_good_together_have_no_faults_and_the_same_pieces(texts: list[list[str]]) -> None:
    """What is put off is never a mistake, wherever a paragraph begins, and nobody can tell that it was put off."""
    sources = ["".join(parts) for parts in texts]
    if not are_good(sources, MARKS):
        return
    for source in sources:
        for part in paragraphs(source, {"Sam": "sam"}):
            words = source[part.start : part.end].replace("\n", " ")
            assert stars_are_good(words) or not stars_are_close(source)
            if stars_are_good(words):
                text, faults = markup.parse(words, MARKS)
                assert faults == ()
                assert text is not None
                later = Unread(words, MARKS)
                assert bool(later)
                assert (later, hash(later), len(later), repr(later)) == (text, hash(text), len(text), repr(text))
                assert (later[1:], [later[at] for at in range(len(text))], list(later)) == (text[1:], [*text], [*text])


def test_most_texts_are_read_later() -> None:
    """Names, forms, stars and alternatives are no reason to read a text at once; what is wrong in one is."""
    assert are_good(["*{sam}* {sam.lean}. {booked ? Tea. | No tea.}", "Tea."], MARKS)
    assert not are_good(["Tea.", "{sam} {nope ? a | b}"], MARKS)
    assert not are_good(["{booked ? a", "| b}"], MARKS)


def test_stars_are_close_in_most_texts() -> None:
    """A pair within a line needs no second look; one that a paragraph or speech might part, or a lone star, does."""
    assert stars_are_close("*Thunk.* You laugh.\n\nSam: *No.* Nobody laughs.")
    assert not any(map(stars_are_close, ("*Thunk.", "*Thunk.\n\nYou* laugh.", "Sam (*low): No.*")))
