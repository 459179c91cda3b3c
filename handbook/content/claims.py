"""The common claims about therapy and medication that entries correct or qualify.

Three forms of writing are read:

- in `myths` rows, a sentence in quotation marks and what follows it up to the next one;
- elsewhere, words in quotation marks in a sentence that judges them, such as: "..." is a mistake;
- elsewhere, what "you may read" or what "is a mistake to think", and the sentences behind it.
"""

from __future__ import annotations

import re

from handbook.content.rows import TREATMENTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_QUOTED = re.compile(r'"([^"]+)"')
_CLAIM = re.compile(r'(?:^|(?<=[.!?\])"]\s))\s*"([^"]+[.!?])"(?=\s)')
"""A quoted sentence that is a sentence of its own."""
_SENTENCE_END = re.compile(r"""(?:(?<=[.!?])|(?<=[.!?]["')])|(?<=[.!?]\*\*)|(?<=[^\]]\]))\s+(?=["'(]*(?:\[\[|[A-Z0-9])|")""")
"""A citation belongs to the sentence before it."""
_JUDGED = re.compile(
    r"\b(?:mistakes?|wrong|untrue|not (?:be )?true|out of date|misleads?|miss this|not (?:been )?proven|not what trials|ideas? to drop)\b"
)
_EXPLAINED = re.compile(r"[:;] |, but ")
_TOLD = re.compile(r"(?:You may (?:read|hear) that|Some (?:articles|pages|people) say(?: that)?|It is a mistake to think that) (.+?[.!?])(?=\s|$)")
_SHORTEST = 3
"""Words of a quotation; fewer are a name or a figure of speech."""
_BEHIND = 2
"""Sentences behind a claim that may explain what is wrong with it."""
_FIELDS = ("rows", "steps", "lens", "wait", "both")


class Claim:
    """A claim, and how an entry corrects or qualifies it. Both texts hold inline markup."""

    __slots__ = ("correction", "text", "where")

    def __init__(self, where: str, text: str, correction: str) -> None:
        self.where = where
        """The fields and keys of the text it stands in, such as `rows.myths`."""
        self.text = f"{text[0].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")
        self.correction = correction


def claims_of(entry: dict[str, Any]) -> list[Claim]:
    """The claims that an entry corrects, in the order of its texts."""
    found = []
    for where, text in _texts({name: entry[name] for name in _FIELDS if name in entry}, ()):
        if "myths" in where:
            pairs = _myths(text)
        elif entry["kind"] not in TREATMENTS:
            pairs = _judged(text)
        else:
            continue
        found += [Claim(".".join(where), claim, correction) for claim, correction in pairs]
    return found


def _texts(value: Any, where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in a value, with the fields and keys that lead to it."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _texts(inner, (*where, str(number)))


def _myths(text: str) -> Iterator[tuple[str, str]]:
    """Claims and corrections of a `myths` row. A claim that nothing follows is left out."""
    matches = list(_CLAIM.finditer(text))
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=False):
        if correction := text[match.end() : end].strip():
            yield match[1], correction


def _judged(text: str) -> Iterator[tuple[str, str]]:
    """Claims in other texts, with the sentence that judges them and what explains it."""
    sentences = _sentences(text)
    claims = [_claims_in(sentence) for sentence in sentences]
    for number, sentence in enumerate(sentences):
        if not claims[number]:
            continue
        end = next((later for later in range(number + 1, len(sentences)) if claims[later]), len(sentences))
        behind = sentences[number + 1 : min(end, number + 1 + _BEHIND)]
        quotes = _QUOTED.findall(sentence)
        if _TOLD.match(sentence):
            correction = behind
        elif _EXPLAINED.search(sentence[sentence.rindex('"') :]):
            correction = [_without_claim(sentence, quotes)]
        else:
            correction = [_without_claim(sentence, quotes), *behind]
        for claim in claims[number] if correction else ():
            yield claim, " ".join(correction)


def _sentences(text: str) -> list[str]:
    """The sentences of a text, with their citations; quotation marks are not torn apart."""
    found: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if found and found[-1].count('"') % 2:
            found[-1] += " " + piece
        elif piece:
            found.append(piece)
    return found


def _claims_in(sentence: str) -> list[str]:
    """The claims that one sentence names and judges, or tells that people make."""
    if told := _TOLD.match(sentence):
        claims = [told[1]]
    elif _JUDGED.search(_QUOTED.sub('""', sentence)):
        claims = [quote for quote in _QUOTED.findall(sentence) if len(quote.split()) >= _SHORTEST]
    else:
        claims = []
    return [claim for claim in claims if not claim.endswith("?")]


def _without_claim(sentence: str, quotes: list[str]) -> str:
    """The sentence with "This" in place of the one claim that it begins with."""
    return f"This{sentence[len(quotes[0]) + 2 :]}" if len(quotes) == 1 and sentence.startswith('"') else sentence
