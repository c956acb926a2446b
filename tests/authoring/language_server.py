"""A small client of yaml-language-server, which is what editors ask: it opens files and tells what they would show.

The protocol is JSON-RPC with a length before each message; the server answers in any order, and asks things back.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Self

COMMAND: Final = "yaml-language-server"

SETTINGS: Final = {"yaml": {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}}}
"""Nothing is to be looked up outside: an author may be offline."""


def command() -> str | None:
    """Return where the server is, or None if it is not installed."""
    return shutil.which(COMMAND)


class LanguageServer:
    """A running server. Places are a line and a character, both from 0, as in the protocol."""

    def __init__(self, root: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # the words are ours
            [COMMAND, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._count = 0
        self._diagnostics: dict[str, list[Any]] = {}
        self._ask("initialize", processId=None, rootUri=root.as_uri(), capabilities=_CAPABILITIES)
        self._tell("initialized")

    def __enter__(self) -> Self:
        """Return the server, which `with` ends."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it as the protocol asks."""
        self._ask("shutdown")
        self._tell("exit")
        self._process.wait(timeout=10)

    def open(self, file: Path, text: str) -> list[tuple[int, str]]:
        """Open a file with these words in it; returns what an editor would underline, as lines and sentences."""
        self._count += 1
        uri = file.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": self._count, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return [(each["range"]["start"]["line"], each["message"]) for each in self._underlined(uri)]

    def close(self, file: Path) -> None:
        """Close a file; nothing is underlined in it then."""
        self._tell("textDocument/didClose", textDocument={"uri": file.as_uri()})
        self._underlined(file.as_uri())

    def hover(self, file: Path, line: int, character: int) -> str:
        """Return what hovers over a place."""
        found = self._ask("textDocument/hover", **_place(file, line, character))
        return str(found["contents"]["value"]) if found else ""

    def completions(self, file: Path, line: int, character: int) -> dict[str, str]:
        """Return what can be completed at a place, with its words."""
        found = self._ask("textDocument/completion", **_place(file, line, character))
        items = found["items"] if isinstance(found, dict) else found
        return {each["label"]: _words(each.get("documentation", "")) for each in items}

    def _underlined(self, uri: str) -> list[Any]:
        """Return what the server tells next of a file."""
        self._diagnostics.pop(uri, None)
        while uri not in self._diagnostics:
            self._take(self._receive())
        return self._diagnostics[uri]

    def _ask(self, method: str, **params: object) -> Any:  # noqa: ANN401  # JSON
        self._count += 1
        number = self._count
        self._send({"id": number, "method": method, "params": params or None})
        while True:
            message = self._receive()
            if "method" not in message and message.get("id") == number:
                return message.get("result")
            self._take(message)

    def _tell(self, method: str, **params: object) -> None:
        self._send({"method": method, "params": params})

    def _take(self, message: Mapping[str, Any]) -> None:
        """Take what the server says or asks of its own accord."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            items = message["params"]["items"] if message["method"] == "workspace/configuration" else None
            result = [SETTINGS.get(each["section"], {}) for each in items] if items else None
            self._send({"id": message["id"], "result": result})

    def _send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = self._process.stdin
        assert pipe
        pipe.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        pipe.flush()

    def _receive(self) -> dict[str, Any]:
        pipe = self._process.stdout
        assert pipe
        length = 0
        while line := pipe.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has gone"
        message: dict[str, Any] = json.loads(pipe.read(length))
        return message


_CAPABILITIES: Final = {
    "workspace": {"configuration": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
    },
}


def _place(file: Path, line: int, character: int) -> dict[str, object]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": character}}


def _words(documentation: object) -> str:
    return str(documentation["value"] if isinstance(documentation, dict) else documentation)
