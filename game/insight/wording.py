"""The words of the reveal for any story: what a pattern protected and cost, and what a dynamic is like.

A story's own words (`protects`, `costs`, `lands`) stand in for a pattern's where an option has them.
"""

from typing import NamedTuple

from game.language import N_


class PatternWords(NamedTuple):
    """A pattern in the reveal; the first two complete “It protected …” and “It cost …”."""

    protected: str
    cost_me: str
    for_us: str
    other_move: str


class DynamicWords(NamedTuple):
    """A dynamic in the reveal, in whole sentences; `voice` speaks in the first person."""

    title: str
    plain: str
    voice: str
    kept: str
    price: str
    next_move: str


PATTERN_WORDS: dict[str, PatternWords] = {
    # A decision
    "decide_together": PatternWords(
        protected=N_("two wishes in one plan"),
        cost_me=N_("time, and a part of what you had wanted"),
        for_us=N_("The two of you got an answer that had both handwritings in it."),
        other_move=N_("You could have held out for a little more."),
    ),
    "decide_solo": PatternWords(
        protected=N_("a clear line from your wish to the deed"),
        cost_me=N_("a second pair of eyes"),
        for_us=N_("The other learnt of it as news, and could only nod or object."),
        other_move=N_("You could have asked one question first, and still decided."),
    ),
    "hand_over_choice": PatternWords(
        protected=N_("you from being the one who got it wrong"),
        cost_me=N_("a choice that you could have made"),
        for_us=N_("The other had to guess for two, and to answer for the guess."),
        other_move=N_("You could have said the part you were sure of, and left the rest."),
    ),
    "swallow_preference": PatternWords(
        protected=N_("a calm hour, and a face you did not want to see fall"),
        cost_me=N_("the thing you wanted, which nobody heard about"),
        for_us=N_("The other was glad of a yes without knowing what stood behind it."),
        other_move=N_("You could have said it in six words, and then given way."),
    ),
    # My feelings
    "ask_openly": PatternWords(
        protected=N_("you from carrying it by yourself"),
        cost_me=N_("some pride, and the risk of hearing no"),
        for_us=N_("The other knew what was the matter, and what would be of use."),
        other_move=N_("You could have waited an hour for a better moment."),
    ),
    "handle_alone": PatternWords(
        protected=N_("the other’s rest, and your own way of doing things"),
        cost_me=N_("company in a bad hour"),
        for_us=N_("The other stood beside something without knowing that it was there."),
        other_move=N_("You could have let the other see a corner of it."),
    ),
    "soothe_me_first": PatternWords(
        protected=N_("you from the worst of it"),
        cost_me=N_("finding out how far your own two hands would have got you"),
        for_us=N_("The other’s day had to wait outside until yours was better."),
        other_move=N_("You could have asked for ten minutes, and then listened."),
    ),
    "mood_follows": PatternWords(
        protected=N_("the other from a low hour alone"),
        cost_me=N_("room for what you were feeling yourself"),
        for_us=N_("The mood was mended; what was in your own head stayed unknown."),
        other_move=N_("You could have listened, and left the mood where it was."),
    ),
    # Time and space
    "balance_time": PatternWords(
        protected=N_("hours of your own and a date to look forward to"),
        cost_me=N_("an open calendar, and some freedom to change your mind"),
        for_us=N_("Each of you knew when the other would be there, and when not."),
        other_move=N_("You could have left one day blank, for whatever came."),
    ),
    "parallel_plans": PatternWords(
        protected=N_("the things that are yours"),
        cost_me=N_("the hours that nobody had set aside"),
        for_us=N_("The two of you met when it happened to fit, and it seldom did."),
        other_move=N_("You could have put one shared hour on paper first."),
    ),
    "plead_stay": PatternWords(
        protected=N_("you from an empty room"),
        cost_me=N_("learning what you would have done in it"),
        for_us=N_("The other stayed, and laid something down in order to stay."),
        other_move=N_("You could have asked for one thing to hold on to meanwhile."),
    ),
    "drop_my_plan": PatternWords(
        protected=N_("the other from doing without you"),
        cost_me=N_("a plan that you had looked forward to"),
        for_us=N_("The other was given a present that had not been asked for."),
        other_move=N_("You could have kept the plan, and asked afterwards how it had been."),
    ),
    # Growth and news
    "back_each_other": PatternWords(
        protected=N_("the other’s big news, and your place in it as yourself"),
        cost_me=N_("your attention at a busy moment, and an admission"),
        for_us=N_("The joy was shared, and so was the part that would be hard."),
        other_move=N_("You could have cheered that day, and said your side the next."),
    ),
    "brief_nod": PatternWords(
        protected=N_("the thing you were in the middle of"),
        cost_me=N_("the rest of the story"),
        for_us=N_("The other was answered kindly, and took the joy elsewhere."),
        other_move=N_("You could have asked for the best bit, and then gone back."),
    ),
    "seek_reassurance": PatternWords(
        protected=N_("you from a doubt that had come back"),
        cost_me=N_("hearing what the news was about"),
        for_us=N_("The other’s moment was turned into an answer given before."),
        other_move=N_("You could have trusted the answer you had, and asked about the news."),
    ),
    "earn_my_place": PatternWords(
        protected=N_("your place beside something big"),
        cost_me=N_("the time that your own work would have had"),
        for_us=N_("The other got a great deal of help, and a little less of the deed."),
        other_move=N_("You could have asked which help was wanted, if any."),
    ),
    # Conflict and limits
    "kind_limit": PatternWords(
        protected=N_("what you saw as true, and the talk itself"),
        cost_me=N_("an easy evening"),
        for_us=N_("There was something hard in the room, and both of you could see it."),
        other_move=N_("You could have made your point the next day."),
    ),
    "cool_exit": PatternWords(
        protected=N_("both of you from a sharp word"),
        cost_me=N_("a hearing for your side"),
        for_us=N_("The quarrel was not had, and the matter stayed where it was."),
        other_move=N_("You could have said when you would be back."),
    ),
    "wait_for_repair": PatternWords(
        protected=N_("you from saying the wrong thing"),
        cost_me=N_("the thing you could have said"),
        for_us=N_("The other had to find the way out for two."),
        other_move=N_("You could have said that you had no words yet."),
    ),
    "absorb_blame": PatternWords(
        protected=N_("the other from having hurt you"),
        cost_me=N_("your own part of the truth"),
        for_us=N_("The tension went, and what had caused it was not looked at."),
        other_move=N_("You could have been sorry for your share, and stopped there."),
    ),
    # Shared load
    "lean_and_return": PatternWords(
        protected=N_("your strength and the other’s time, in turn"),
        cost_me=N_("the comfort of owing nothing"),
        for_us=N_("The work went back and forth, and so did the thanks."),
        other_move=N_("You could have taken the help, this once, and returned nothing."),
    ),
    "separate_ledger": PatternWords(
        protected=N_("a clean account, with no favours on it"),
        cost_me=N_("a hand that was held out"),
        for_us=N_("Each of you knew what was whose, and neither could lighten it."),
        other_move=N_("You could have swapped one job for another."),
    ),
    "lean_no_return": PatternWords(
        protected=N_("you from one more thing that day"),
        cost_me=N_("your hand in something you could have managed"),
        for_us=N_("The other carried both ends that day."),
        other_move=N_("You could have done the smallest part."),
    ),
    "cover_for_them": PatternWords(
        protected=N_("the other from a task that weighed on them"),
        cost_me=N_("hours that were meant for you"),
        for_us=N_("The task was done, and it was no longer quite the other’s own."),
        other_move=N_("You could have offered to sit by while the other did it."),
    ),
}

DYNAMIC_WORDS: dict[str, DynamicWords] = {
    "interdependence": DynamicWords(
        title=N_("Interdependence"),
        plain=N_(
            "You put your own wishes on the table and left room there for the other’s."
            " Much was settled by two, and late."
        ),
        voice=N_("“I would like this. And you? Then let us see what there is.”"),
        kept=N_("It keeps both of you in the room, each with a wish that the other has heard."),
        price=N_("It is slow and awkward, and seldom quite what you came for."),
        next_move=N_("One way on: let something small be decided without a word."),
    ),
    "independence": DynamicWords(
        title=N_("Independence"),
        plain=N_(
            "You looked after your own life and trusted the other to look after theirs."
            " What lay between you got what time was left."
        ),
        voice=N_("“I have this in hand. I am sure that you have yours.”"),
        kept=N_("It keeps your skill, your calm and your freedom to move."),
        price=N_("What you feel and plan reaches the other late, or from somebody else."),
        next_move=N_("One way on: mention a plan while it can still be changed."),
    ),
    "dependence": DynamicWords(
        title=N_("Dependence"),
        plain=N_(
            "You let the other choose, comfort and carry, even where you could have managed."
            " What you gave back was, above all, your trust."
        ),
        voice=N_("“You do it. You are so much better at it.”"),
        kept=N_("It keeps you safe, and it tells the other that they are trusted."),
        price=N_("What you can do goes unused, and the other has little to lean on."),
        next_move=N_("One way on: take one small decision a week, and do one thing in return."),
    ),
    "codependence": DynamicWords(
        title=N_("Codependence"),
        plain=N_(
            "You put the other’s day, plans and moods before your own, mostly unasked."
            " You gave a great deal, and little was known of what you wanted."
        ),
        voice=N_("“As long as you are all right, there is nothing the matter with me.”"),
        kept=N_("It keeps the peace, and it makes you loyal and hard to replace."),
        price=N_("Your own plans go missing, and the other lives with somebody they must guess."),
        next_move=N_("One way on: keep one plan of your own, and say one wish before you give way."),
    ),
    "in_between": DynamicWords(
        title=N_("In between"),
        plain=N_(
            "You answered one way in one room and another way in the next, so that no single name covers this story."
        ),
        voice=N_("“It depends on the day. Ask me when I get there.”"),
        kept=N_("It keeps several doors open, and lets you meet each evening as it comes."),
        price=N_("The other cannot easily tell which of your answers is coming."),
        next_move=N_("One way on: notice which kind of evening brings out which answer, and say so."),
    ),
}

DISCLAIMER: str = N_(
    "A story for learning and talking. It describes choices in one story, not you."
    " It is not a test, a diagnosis or advice. Where someone is afraid of a partner,"
    " balance is not the question: talk to somebody you trust."
)
