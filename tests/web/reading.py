"""Reads a page as a browser does: its ids, its links, and everything that would make it ask for something."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote

_ASKING = ("src", "srcset", "poster", "data", "action", "background", "ping", "formaction", "style")


class Page(HTMLParser):
    """One page of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.asks: list[tuple[str, str, str]] = []
        """Element, attribute and value of all that a browser fetches, obeys or runs by itself."""
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self._quiet = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._quiet = tag in ("script", "style")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("href", *_ASKING) or name.startswith("on"):
                self.asks.append((tag, name, value or ""))

    def handle_endtag(self, tag: str) -> None:
        self._quiet = False

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.words.append(data)

    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def dead_links(files: dict[str, str]) -> list[tuple[str, str]]:
    """Path and address of every link of a site that leads to no file, or to no place in it."""
    pages = {path: Page(text) for path, text in files.items() if path.endswith(".html")}
    dead = []
    for path, page in pages.items():
        for address in page.links:
            if address.startswith(("https://", "http://")):
                continue
            file, _, place = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
            if target not in pages or (place and place not in pages[target].ids):
                dead.append((path, address))
    return dead
