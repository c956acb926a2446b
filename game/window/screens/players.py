"""Who plays: the players of this computer, somebody new, and taking one off the list.

Nobody has to be named: the first player has no name here, and where there is one alone nothing asks.
"""

from __future__ import annotations

from game.host import Host
from game.language import _
from game.naming import LONGEST_NAME
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Home, Move, Pop, Push, Screen
from game.window.page import back, page, title_backdrop
from game.window.screens.message import Message
from game.window.spread import spread
from game.window.typeset import Span


class PlayersScreen(Screen):
    """The list of players; picking one lets them play. `asking` is whose things are about to be deleted."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.written = self.asking = ""

    def layout(self, look: Look) -> Layout:
        """Return the list, or the question before somebody is taken off it."""
        column = Column(look, spread(look).column)
        if self.asking:
            self._question(column)
        else:
            self._list(column)
        key = f"players {self.asking}"
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key=key)

    def handle(self, command: Command) -> Move | None:
        """Let somebody play, take in a name, or delete what belongs to somebody after a question."""
        match command.what:
            case "player":
                return self._become(command.detail)
            case c.TEXT:
                self.written = (self.written + "".join(filter(str.isprintable, command.detail)))[:LONGEST_NAME]
            case c.ERASE:
                self.written = self.written[:-1]
            case "write" | "begin":
                return self._become(self.written) if self.written.strip() else None
            case "ask":
                self._turn_to(command.detail)
            case "delete":
                trouble = self.host.players.dismiss(command.detail)
                self._turn_to("")
                return Push(Message(trouble)) if trouble else None
            case c.BACK if self.asking:
                self._turn_to("")
            case c.BACK | c.MENU:
                return Pop()
        return None

    def _become(self, player: str) -> Move:
        trouble = self.host.players.become(player)
        return Push(Message(trouble)) if trouble else Home()

    def _turn_to(self, player: str) -> None:
        self.asking, self.focus, self.scroll = player, "", None

    def _list(self, column: Column) -> None:
        players = self.host.players
        column.text("heading", "heading", Span(_("Who plays?"), "heading"))
        column.space(0.4)
        how = _("Each player has runs and settings of their own. They stay on this computer.")
        column.text("how", "paragraph", Span(how, "prose"))
        column.space(0.5)
        for player in players.names():
            spans = (Span(shown(player), "button"), *[Span("\n" + _("plays now"), "small")] * (player == players.now))
            column.target(f"player {player}", "option", Command("player", player), *spans)
        column.space(0.4)
        column.field("name", _("Somebody new"), self.written, writing=self.focus == "name")
        column.target("begin", "button", Command("begin"), Span(_("Let them play"), "turn"))
        if players.now:
            words = _("Take {name} off the list").format(name=players.now)
            column.target("ask", "button", Command("ask", players.now), Span(words, "button"))

    def _question(self, column: Column) -> None:
        column.text("heading", "heading", Span(self.asking, "heading"))
        column.space(0.8)
        question = _("Delete all runs and settings of {name} for good?").format(name=self.asking)
        column.text("question", "paragraph", Span(question, "prose"))
        column.space(0.4)
        column.target("no", "button", Command(c.BACK), Span(_("Keep them"), "button"))
        column.target("yes", "button", Command("delete", self.asking), Span(_("Delete them"), "button"))


def shown(player: str) -> str:
    """Return what a player is called on screens."""
    return player or _("The first player")
