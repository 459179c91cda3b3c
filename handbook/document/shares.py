"""Finds figures that one sentence sets side by side: so many in 100, against so many in 100."""

from __future__ import annotations

import re

from handbook.document.nodes import Block, Paragraph, Shares, text_of

_COUNTED = (10, 20, 25, 50, 100)
"""Numbers of people that a picture has a mark for, one each."""
_FIGURE = re.compile(r"\d+(?:\.\d+)? (?:in|of|out of) (?:every )?\d")
_PAIR = re.compile(r"(?:^|[\s(])(\d{1,3}) in (\d{2,3}) ([^,;:\d]+), against (\d{1,3}) in \2\b([^,;:\d]*?)(?: \([^)]*\))?[.]?$")
_INEXACT = re.compile(r"\b(?:to|and|or|about|around|over|under|some|nearly|almost|up|than|least|most|roughly|between|only|from)$")


def shares_in(blocks: list[Block]) -> list[Shares]:
    """The pairs of figures in a row, each from one sentence that compares them itself, in the same number of people.

    Figures are taken as they stand: ranges, rough figures and those of two sentences or two numbers of people are left alone.
    """
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            for sentence in re.split(r"(?<=[.?!]) ", text_of(block.spans)):
                if pair := _pair(sentence):
                    found.append(pair)
    return found


def _pair(sentence: str) -> Shares | None:
    """The two figures of a sentence, each with the words that stand behind it; None if there is any doubt."""
    match = _PAIR.search(sentence)
    if match is None or len(_FIGURE.findall(sentence)) != 2 or _INEXACT.search(sentence[: match.start(1)].rstrip().lower()):
        return None
    of, first, second = int(match[2]), int(match[1]), int(match[4])
    if of not in _COUNTED or max(first, second) > of or not match[5].strip():
        return None
    return Shares([(first, match[3].strip()), (second, match[5].strip())], of)
