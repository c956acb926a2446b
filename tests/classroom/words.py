"""A page taken apart: its words, its elements, and what it would fetch."""

from __future__ import annotations

from html.parser import HTMLParser


class Words(HTMLParser):
    """The words of a page, and the names of what is in it. Fails for what would be fetched or run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; a link may lead to a place on the page alone."""
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), f"{tag} {name}"
            if name == "id" and value:
                self.ids.append(value)
            if name in ("src", "href"):
                assert (value or "").startswith("#"), f"{tag} {name}={value}"
                self.targets.append((value or "")[1:])

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words.append(data.strip())

    @property
    def text(self) -> str:
        """All words but those of the style."""
        return " ".join(" ".join(filter(None, self.words)).split())
