"""Stems: what the forms of an English word have in common (Porter 1980, "An algorithm for suffix stripping").

The same stems as those of SQLite's `porter` tokenizer, which the tests compare them with.
"""

from __future__ import annotations

from functools import lru_cache

_SECOND = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"), ("bli", "ble"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"),
    ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
_THIRD = (("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""))
_FOURTH = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip
_LONGEST_FIRST = sorted(_FOURTH, key=len, reverse=True)
_SECOND_ENDS, _THIRD_ENDS = tuple(old for old, _ in _SECOND), tuple(old for old, _ in _THIRD)


@lru_cache(4096)
def stem(word: str) -> str:
    """The stem of a folded word; words of fewer than three letters and those in other scripts stay as they are."""
    if len(word) < 3 or not word.isascii():
        return word
    word = _past(_plural(word))
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    if word.endswith(_SECOND_ENDS):
        word = _replaced(word, _SECOND)
    if word.endswith(_THIRD_ENDS):
        word = _replaced(word, _THIRD)
    if word.endswith(_FOURTH):
        word = _without_suffix(word)
    return _ending(word)


def _shape(word: str) -> str:
    """The letters of a word as `v` for vowels and `c` for consonants; a `y` behind a consonant is a vowel."""
    letters = enumerate(word)
    return "".join("v" if letter in "aeiou" or (letter == "y" and i and word[i - 1] not in "aeiou") else "c" for i, letter in letters)


def _measure(word: str) -> int:
    """How often consonants follow vowels."""
    return _shape(word).count("vc")


def _is_cvc(word: str) -> bool:
    """Whether a word ends in consonant, vowel and consonant, the last one none of w, x and y."""
    return _shape(word).endswith("cvc") and word[-1] not in "wxy"


def _plural(word: str) -> str:
    """Step 1a."""
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    """Step 1b: -eed, -ed and -ing."""
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        if word.endswith(suffix) and "v" in _shape(word[: -len(suffix)]):
            rest = word[: -len(suffix)]
            if rest.endswith(("at", "bl", "iz")):
                return rest + "e"
            if len(rest) > 1 and rest[-1] == rest[-2] and rest[-1] not in "aeioulsz":
                return rest[:-1]
            return rest + "e" if _measure(rest) == 1 and _is_cvc(rest) else rest
    return word


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    """Steps 2 and 3: the first ending that fits gives way to a shorter one."""
    for old, new in endings:
        if word.endswith(old):
            rest = word[: -len(old)]
            return rest + new if _measure(rest) > 0 else word
    return word


def _without_suffix(word: str) -> str:
    """Step 4."""
    for suffix in _LONGEST_FIRST:
        if word.endswith(suffix):
            rest = word[: -len(suffix)]
            fits = _measure(rest) > 1 and (suffix != "ion" or rest.endswith(("s", "t")))
            return rest if fits else word
    return word


def _ending(word: str) -> str:
    """Step 5: a silent e, and one l of two."""
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _is_cvc(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
