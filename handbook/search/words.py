"""Words: how texts and queries are cut, folded and compared."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""What stands between the words of a text in plain letters."""

STOP_WORDS = frozenset(
    """a about am an and any are as at be been being but by can cannot cant could did didnt do does doesnt doing dont for from
    get gets getting go goes going got had has hasnt have havent having he her here him his how i id if ill im in into is isnt
    it its ive just keep let like made make makes may me might mine more most much must my of often on one or our ours over
    please really she should shouldnt so some someone somebody something than that thats the their them then there these they
    thing things this those to too u up us very want wants was we were what whats when where which who whom whose why will
    with without wont would yes you your yours youre
    actually also been better best come etc ever find give given good know known mean means need needs now other others out
    people person possible put say says see seem tell through try trying use used uses using way ways well while work works
    working yet information learn question questions ask""".split()
)
"""Words that carry no meaning of their own in a question; a query of nothing else is searched with them."""


def fold(text: str) -> str:
    """The text in lower case and without accents."""
    text = text.lower()
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    return "".join([letter for letter in normalize("NFKD", text) if not combining(letter)])


def words(text: str) -> list[str]:
    """The folded words of a text, in order. Apostrophes are dropped, and `'s` with them."""
    text = fold(text).replace("\u2019", "'")
    if "'" in text:
        return [word.removesuffix("'s").replace("'", "") if "'" in word else word for word in _WORD.findall(text)]
    return text.translate(_BLANKS).split() if text.isascii() else _WORD.findall(text)


def singular(word: str) -> str:
    """The word without a plural ending, so that both forms of a name meet."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1]


def name_key(parts: list[str]) -> str:
    """What two spellings of one name have in common."""
    return " ".join(singular(part) for part in parts)


def letters(word: str) -> int:
    """The letters of a word as bits, for a first rough comparison of two words."""
    mask = 0
    for letter in word:
        mask |= 1 << ord(letter) % 61
    return mask
