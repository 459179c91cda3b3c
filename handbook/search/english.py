"""Words that are spelt well though no entry has them, of ordinary English and of medicine, and the two spellings of one word."""

from __future__ import annotations

import os
from functools import lru_cache

_FOLDER = os.path.dirname(__file__)
_texts: list[str] = []

_PARTS = tuple(
    pair.split(":")
    for pair in """behaviour:behavior colour:color favour:favor flavour:flavor humour:humor tumour:tumor neighbour:neighbor
    honour:honor labour:labor aem:em paed:ped anaest:anest gynaec:gynec oestr:estr oedem:edem oesoph:esoph foet:fet rrhoea:rrhea
    sulph:sulf defence:defense offence:offense licence:license pretence:pretense programme:program practis:practic
    catalogue:catalog dialogue:dialog counsell:counsel travell:travel cancell:cancel labell:label""".split()
)
_ENDS = ("ise", "ised", "ises", "iser", "isers", "ising", "isation", "isations", "yse", "ysed", "yser", "ysing")
_ALIKE = tuple(
    """adv exerc superv rev telev improv expert prem prom comprom surpr enterpr compr disgu franch conc prec otherw likew""".split()
)
"""Beginnings of words with such an end that are spelt alike everywhere."""
_CENTERS = frozenset(("centre", "centres", "theatre", "theatres"))
_SHORTEST = 6


@lru_cache(maxsize=2048)
def is_word(word: str) -> bool:
    """Whether a word of a to z is spelt well: one of some 48,000 of ordinary English, names of people and places among
    them, or the name of one of some 2,600 medicines and other drugs.
    """
    return any(_holds(text, word) for text in _lists())


def well_spelt() -> list[str]:
    """All words that are spelt well, as `is_word` knows them."""
    return [line for text in _lists() for line in text.splitlines() if not line.startswith("#")]


def _lists() -> list[str]:
    """The texts of both lists of words."""
    if not _texts:
        for name in ("english.txt", "medicines.txt"):
            with open(os.path.join(_FOLDER, name), encoding="ascii") as file:
                _texts.append(file.read())
    return _texts


def _holds(text: str, word: str) -> bool:
    """Whether one of the sorted lines of a text is a word."""
    low, high = 0, len(text)
    while low < high:
        start = text.rfind("\n", 0, (low + high) // 2) + 1
        end = text.find("\n", start)
        line = text[start:end]
        if line == word:
            return True
        if line < word:
            low = end + 1
        else:
            high = start
    return False


@lru_cache(maxsize=2048)
def american(word: str) -> str:
    """The word as it is spelt in the US, as the entries are; most words stay as they are."""
    if len(word) < _SHORTEST:
        return word
    for british, other in _PARTS:
        if british in word:
            word = word.replace(british, other)
    if word.endswith(_ENDS) and not word.startswith(_ALIKE):
        place = max(word.rfind("is"), word.rfind("ys"))
        if place > 2 and word[place - 1] not in "aeou":
            return f"{word[: place + 1]}z{word[place + 2 :]}"
    if word in _CENTERS:
        return word.replace("tre", "ter")
    return word
