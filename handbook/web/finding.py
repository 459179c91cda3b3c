"""What a page needs to search by itself: names, and which word stands in which entry."""

from __future__ import annotations

import json
import os

from handbook.search.english import well_spelt
from handbook.search.index import names, passages
from handbook.search.layout import ASK, NAME, SUMMARY
from handbook.search.words import STOP_WORDS, name_key, singular, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST_SLIPS = 2
"""How many letters of a long word may be wrong; search.js has the same numbers."""
_TOO_COMMON = 3
"""A word in the text of more than one entry in so many tells none of them apart."""


class Finder:
    """Collects entries one by one, then gives the data that search.js reads."""

    def __init__(self) -> None:
        self.entries: list[list[str]] = []
        self._names: list[list[str]] = []
        self._words: dict[str, tuple[list[int], list[int], list[int]]] = {}

    def add(self, entry: dict[str, Any], address: str, kind: str, summary: str) -> None:
        """Take in an entry; `kind` and `summary` are shown behind its title."""
        number = len(self.entries)
        self.entries.append([address, entry["title"], kind, summary])
        self._names.append(list(dict.fromkeys(key for name, _ in names(entry) if (key := name_key(words(name))))))
        for field, _, text in passages(entry):
            place = 0 if field == NAME else 1 if field in (ASK, SUMMARY) else 2
            for word in words(text):
                if word not in STOP_WORDS:
                    found = self._words.setdefault(singular(word), ([], [], []))[place]
                    if not found or found[-1] != number:
                        found.append(number)

    def data(self) -> dict[str, Any]:
        """The data: `entries` (address, title, kind, summary), `names` of each as keys, `words`, words to be
        `ignored`, and words that are `spelt` well, so that no name is searched for in their place.

        Each word leads to three lists with semicolons between them: the entries with the word in a name, in a question or
        the summary, and in the text. A list holds the steps from one number to the next in base 36.
        """
        most = max(20, len(self.entries) // _TOO_COMMON)
        postings = {}
        for word, (named, asked, told) in sorted(self._words.items()):
            seen = {*named, *asked}
            text = [number for number in told if number not in seen] if len(told) <= most else []
            asked = [number for number in asked if number not in named]
            if named or asked or text:
                postings[word] = ";".join(_steps(found) for found in (named, asked, text)).rstrip(";")
        return {
            "entries": self.entries,
            "names": self._names,
            "words": postings,
            "ignored": " ".join(sorted(STOP_WORDS)),
            "spelt": " ".join(sorted(self._not_mistakes() - set(postings))),
        }

    def _not_mistakes(self) -> set[str]:
        """Words that are spelt well and come so near to a name that they could be taken for it: one medicine for another, above all."""
        near = {less for word, (named, _, _) in self._words.items() if named for less in _shortened(word, _MOST_SLIPS)}
        found = set()
        for word in {singular(word) for word in well_spelt() if len(word) > 3}:
            slips = 1 if len(word) < 8 else _MOST_SLIPS
            if not near.isdisjoint(_shortened(word, slips)):
                found.add(word)
        return found

    def json(self) -> str:
        """The data as JSON in ASCII, in which no tag of HTML can stand."""
        return json.dumps(self.data(), separators=(",", ":")).replace("<", "\\u003c")


def _steps(numbers: list[int]) -> str:
    """Rising numbers as the steps between them."""
    return " ".join(_base36(number - before) for before, number in zip([0, *numbers], numbers, strict=False))


def _base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits


def _shortened(word: str, most: int) -> set[str]:
    """A word with up to so many letters left out: two words that differ in so many letters have one of these in common."""
    found = {word}
    for _ in range(most):
        found |= {less[:place] + less[place + 1 :] for less in found for place in range(len(less))}
    return found


def script() -> str:
    """The script that searches."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "search.js"), encoding="utf-8") as file:
        return file.read()
