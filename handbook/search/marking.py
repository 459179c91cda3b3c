"""Where the words that a query found stand in a text, so that readers see why it was found."""

from __future__ import annotations

import re
from functools import lru_cache

from handbook.search.stemming import stem
from handbook.search.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable



class Wanted:
    """The words that a query looks for, other words that are searched in their place among them.

    As in the index, words with the same stem are one. `begun` is the beginning of a word that is still typed, or empty.
    """

    __slots__ = ("begun", "stems")

    def __init__(self, searched: Iterable[str] = (), begun: str = "") -> None:
        self.stems = frozenset(stem(word) for word in searched)
        self.begun = begun

    def __bool__(self) -> bool:
        return bool(self.stems or self.begun)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wanted) and (self.stems, self.begun) == (other.stems, other.begun)

    def __hash__(self) -> int:
        return hash((self.stems, self.begun))

    def places(self, text: str) -> list[tuple[int, int]]:
        """The first and one past the last character of every word that is looked for, in the order of the text."""
        places = []
        for match in _word().finditer(text) if self else ():
            for word, root in _read(match[0]):
                if root in self.stems or (self.begun and word.startswith(self.begun)):
                    places.append(match.span())
                    break
        return places


@lru_cache(1)
def _word() -> re.Pattern[str]:
    """A word as it stands in a text; accents may be signs of their own there. Made when text is first marked."""
    return re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['\u2019](?:[^\W_][\u0300-\u036f]*)+)*")


@lru_cache(8192)
def _read(written: str) -> tuple[tuple[str, str], ...]:
    """The words in what is written as one, folded, each with its stem. Between two keys of a query the same texts are looked through."""
    return tuple((word, stem(word)) for word in words(written))
