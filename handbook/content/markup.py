"""The inline markup of texts: `[[id]]`, `[[id|words]]`, `[@source]`, `[@source?]` and `**strong**`.

Everything else is plain text. The parser never fails: markup that is not complete stays as it was
written, and `faults` names it for the author.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.content.model import Text

_MARKUP = re.compile(
    r"\[\[([a-z0-9][a-z0-9-]*)(?:\|([^\[\]|]+))?\]\]"
    r"|\[@([A-Za-z0-9][\w.+-]*)(\?)?\]"
    r"|\*(\*)"
)
"""Each form begins with a plain sign, so that the search for the next one passes over the letters between at once."""
_BLANKS = re.compile(r"[ \t]+")
REGIONS: dict[str, str] = {"us": "US", "uk": "UK"}
"""The regions a text may differ by, and how a reader sees them named."""


class Words:
    """A run of text, perhaps strong."""

    __slots__ = ("strong", "text")

    def __init__(self, text: str, strong: bool = False) -> None:
        self.text = text
        self.strong = strong


class Link:
    """A link to an entry. `text` is empty where the entry's own short name is meant."""

    __slots__ = ("target", "text")

    def __init__(self, target: str, text: str = "") -> None:
        self.target = target
        self.text = text


class Cite:
    """A source for what stands before it; `read` tells whether somebody read it for that."""

    __slots__ = ("key", "read")

    def __init__(self, key: str, read: bool = True) -> None:
        self.key = key
        self.read = read


Span = Words | Link | Cite


def parse(text: str) -> list[Span]:
    """The spans of one text, in order. A `**` without its partner stays as it was written."""
    spans: list[Span] = []
    marks = text.count("**") // 2 * 2
    strong = False
    end = 0

    def words(until: int) -> None:
        if until > end:
            spans.append(Words(text[end:until], strong))

    for match in _MARKUP.finditer(text):
        target, label, key, unread, mark = match.groups()
        if mark and not marks:
            continue
        words(match.start())
        end = match.end()
        if target:
            spans.append(Link(target, label or ""))
        elif key:
            spans.append(Cite(key, not unread))
        else:
            strong = not strong
            marks -= 1
    words(len(text))
    return spans


def faults(text: str) -> list[str]:
    """The pieces of markup in a text that are not complete, as they stand there."""
    found = re.findall(r"\[\[|\]\]|\[@", _MARKUP.sub("", text))
    return [*found, "**"] if text.count("**") % 2 else found


def links(text: str) -> list[str]:
    """The ids a text links to, in order, with repeats."""
    return [match[1] for match in _MARKUP.finditer(text) if match[1]] if "[[" in text else []


def cites(text: str) -> list[Cite]:
    """The citations of a text, in order, with repeats."""
    return [Cite(match[3], not match[4]) for match in _MARKUP.finditer(text) if match[3]]


def plain(text: str, names: dict[str, str] | None = None) -> str:
    """The text as a reader hears it: no citations, links as their words (or `names[target]`)."""

    def words(match: re.Match[str]) -> str:
        target, label = match[1], match[2]
        return label or (names or {}).get(target) or target.replace("-", " ") if target else ""

    text = _MARKUP.sub(words, text).rstrip()
    if "  " in text or "\t" in text:
        text = _BLANKS.sub(" ", text)
    for stop in (" .", " ,", " ;", " :"):
        if stop in text:
            text = text.replace(stop, stop[1])
    return text


def variants(text: Text, region: str = "") -> list[tuple[str, str]]:
    """The forms of a text to show: (region's name or empty, text).

    With a region, its own form where there is one, else the general text or, where only the other
    region has one, that with its name.
    """
    if isinstance(text, str):
        return [("", text)] if text else []
    if region and text.get(region):
        return [("", text[region])]
    return [(REGIONS.get(key, key), form) for key, form in text.items() if form]


def source_key(reference: str) -> Cite:
    """The citation that an item of a `sources` list stands for: `key` or `key?`."""
    return Cite(reference.rstrip("?"), not reference.endswith("?"))
