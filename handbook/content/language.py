"""How plain a text is: sentences, reading grade, and words that should not stand there."""

from __future__ import annotations

import re

LONGEST_SENTENCE = 25
"""Words; the bound of plain-language guides such as the CDC's Clear Communication Index."""
HIGHEST_GRADE = 8.0

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])|(?<=[:;])\s+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_VOWELS = re.compile(r"[aeiouy]+")
_QUOTED = re.compile(r"\"[^\"]*\"|\u201c[^\u201d]*\u201d")

_STIGMA = re.compile(
    r"\b(schizophrenics?|(?:drug |alcohol )?addicts?|junkies|alcoholics?(?! Anonymous)|(?:drug|alcohol|substance) abusers?"
    r"|suffers? from|suffering from|sufferers?|victims? of|afflicted|committed suicide|commits? suicide|failed suicide"
    r"|successful suicide|non-?complian(?:t|ce)|mentally ill people|the mentally ill|crazy|insane|psychotics"
    r"|bipolars|depressives|anorexics|bulimics|borderlines|refuses? medication|drug-seeking|clean urine)\b",
    re.IGNORECASE,
)
_DOSE = re.compile(r"\b\d[\d.,]*\s?(?:mg|mcg|\u00b5g|micrograms?|milligrams?|millilit(?:er|re)s?|ml)\b", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a plain text; a colon or semicolon ends one too."""
    return [piece for piece in _SENTENCE_END.split(text) if _WORD.search(piece)]


def word_count(text: str) -> int:
    """How many words a plain text has; numbers count."""
    return len(re.findall(r"[A-Za-z0-9][\w'\u2019.,-]*", text))


_SILENT_END = re.compile(r".*[aeiouy].*(?:(?<![ley])e|(?<![td])ed|(?<![szcg])(?<!sh)(?<!ch)es)")


def syllables(word: str) -> int:
    """About how many syllables an English word has: groups of vowels, less a silent ending."""
    lower = word.lower()
    count = len(_VOWELS.findall(lower))
    silent = count > 1 and _SILENT_END.fullmatch(lower)
    return max(1, count - 1 if silent else count)


def grade(text: str, names: frozenset[str] = frozenset()) -> float:
    """The Flesch-Kincaid grade of a plain text (Kincaid and others, 1975), about 0 to 18.

    Words in `names` (lower case) count as having two syllables: a reader must meet the name of a
    treatment anyway, and it should not hide how plain the rest is.
    """
    parts = sentences(text)
    words = _WORD.findall(text)
    if not parts or not words:
        return 0.0
    total = sum(min(2, syllables(word)) if word.lower() in names else syllables(word) for word in words)
    return 0.39 * len(words) / len(parts) + 11.8 * total / len(words) - 15.59


def stigma(text: str) -> list[str]:
    """The words of a text that stigmatize people; what stands in quotation marks is passed over."""
    return [match.group() for match in _STIGMA.finditer(_QUOTED.sub(" ", text))]


def doses(text: str) -> list[str]:
    """The amounts of a medicine that a text gives."""
    return [match.group() for match in _DOSE.finditer(text)]
