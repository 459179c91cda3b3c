"""Words of somebody in danger: help then comes first, whatever else fits, with slips of the keys and in words of the street."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from handbook.search.english import is_word
from handbook.search.words import STOP_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_DIE = """
want to die, wants to die, wanted to die, wanting to die, wish i was dead, wish i were dead, wish i wasnt alive, want to be dead, wants to be dead,
better off dead, better off without me, rather be dead, going to die by suicide, kill myself, killing myself, kill himself, killing himself,
kill herself, killing herself, kill themselves, killing themselves, kill yourself, kms, end my life, ending my life, end his life, end her life,
end their life, ending it all, end it all, take my own life, take my life, taking my own life, taking my life, take his own life, take her own life,
take their own life, dont want to live, doesnt want to live, not want to live, dont want to be alive, dont want to exist, dont want to wake up,
dont want to be here anymore, doesnt want to be here anymore, dont want to be here any more, no reason to live, nothing to live for,
no point in living, no point living, life isnt worth living, not worth living, tired of living, cant go on, cant do this anymore,
cant take it anymore, cant take this anymore, suicide attempt, attempted suicide, attempt suicide, tried to kill, commit suicide,
committing suicide, thinking of suicide, thinking about suicide, thoughts of suicide, talks about suicide, talking about suicide,
threatening suicide, threatens suicide, threatened suicide, planning suicide, suicide plan, suicide note, feel suicidal, feels suicidal,
feeling suicidal, am suicidal, im suicidal, is suicidal, become suicidal, been suicidal, suicidal and, having suicidal thoughts,
suicide hotline, suicide helpline, suicide help, unalive, unaliving, unalive myself, ctb, jump off a bridge, hang myself, hanging myself,
shoot myself, drown myself, slit my wrists, ways to die, how to die, painless death"""
_HURT = """
hurt myself, hurting myself, hurts myself, harm myself, harming myself, cut myself, cutting myself, cutting again, cuts himself, cuts herself,
cutting himself, cutting herself, cutting themselves, hurting himself, hurting herself, hurting themselves, hurts himself, hurts herself,
harming himself, harming herself, harming themselves, burn myself, burning myself, urge to cut, want to cut"""
_POISON = """
overdose, overdosed, overdosing, od on, oding, took too many, taken too many, taking too many, swallowed a bottle, swallowed all, swallowed the,
swallowed too, took the whole, took all my, took all her, took all his"""
_NO_DANGER = """
training, course, courses, certification, statistics, prevention, awareness, epidemic, squad, antidote, reversal, reverse, reverses, kit, movie,
film, game, song, lyrics, recipe, in case of"""


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(","))


_GROUPS = (
    (_phrases(_DIE), ("crisis-help", "suicidal-thoughts")),
    (_phrases(_HURT), ("crisis-help", "self-harm")),
    (_phrases(_POISON), ("crisis-help", "medication-emergencies")),
)
_PHRASES = tuple((phrase, ids) for phrases, ids in _GROUPS for phrase in phrases)
_JOINED = [tuple(map("".join, pairwise(phrase))) for phrase, _ in _PHRASES]
"""Neighbors in each phrase, written as one."""
_SIZES = [len(set(phrase)) for phrase, _ in _PHRASES]
_RUN_TOGETHER: dict[int, list[tuple[int, str]]] = {}
"""The phrases of one or two words, with their number, written as one word, by its length."""
for _number, (_phrase, _) in enumerate(_PHRASES):
    if len(_phrase) < 3:
        _RUN_TOGETHER.setdefault(len("".join(_phrase)), []).append((_number, "".join(_phrase)))
_STRANGE = 6
"""Letters from which on an unknown word may be a phrase without its space, or a slip in one word."""
_LONG = 22
"""Letters from which on a phrase is hardly met by chance."""
_GOES_ON = {"cant go on": frozenset("like anymore any living this with without and much longer i life im".split())}
"""What may follow a phrase that means something else before other words, as in "can't go on holiday"."""
_WHOLE = ("suicide", "suicidal", "suiside", "sucide", "sewerslide", "want to kms", "die", "dying")
"""Queries of nothing else; inside another they may be about anything."""
_PEACEFUL = tuple(f" {phrase.strip()} " for phrase in _NO_DANGER.split(","))
_ONE_WORD = dict(
    pair.split(":")
    for pair in """cannot:cant wanna:want~to wana:want~to gonna:going~to dnt:dont isn:isnt hisself:himself mself:myself
    overdoes:overdose""".split()
)
_TWO_WORDS = {
    tuple(pair.split(":")[0].split()): pair.split(":")[1].split()
    for pair in """can not:cant, can t:cant, do not:dont, don t:dont, does not:doesnt, is not:isnt, my self:myself, him self:himself,
    her self:herself, any more:anymore, over dose:overdose, over dosed:overdosed, un alive:unalive, i m:im, to many:too many,
    want too:want to, wan to:want to, better of:better off""".split(",")
}


def help_for(tokens: list[str]) -> tuple[str, ...]:
    """The ids of the entries that come first if the words are those of somebody in danger, or of one who fears for them; else none."""
    said = _plainly(tokens)
    if " ".join(said) in _WHOLE:
        return _GROUPS[0][1]
    spoken = [(number, ids) for number, phrase, ids in _likely(said) if _says(said, phrase)]
    if not spoken:
        return ()
    padded = f" {' '.join(said)} "
    peaceful = any(words in padded for words in _PEACEFUL) and not _in_person(said)
    return () if peaceful else min(spoken)[1]


@lru_cache(maxsize=2048)
def _holding(word: str) -> tuple[int, ...]:
    """The numbers of the phrases that hold a word, twice where it is two of their words written as one.

    Found when it is asked for: a table of all words takes longer to make than a search takes.
    """
    alone = [number for number, (phrase, _) in enumerate(_PHRASES) if word in phrase]
    pairs = [number for number, joined in enumerate(_JOINED) if word in joined]
    return (*alone, *pairs, *pairs)


def _likely(said: list[str]) -> list[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """The phrases, with their number and what helps, of which the words hold nearly all."""
    counts: dict[int, int] = {}
    for word in set(said):
        # Two words written as one are held twice.
        for number in _holding(word):
            counts[number] = counts.get(number, 0) + 1
    # A slip may have changed two words at most, by a space that is missing or stands in the wrong place.
    found = {number for number, count in counts.items() if count >= _SIZES[number] - 1}
    for word in set(said) - STOP_WORDS:
        found.update(number for number in _holding(word) if counts[number] >= _SIZES[number] - 2)
    if len(said) == 1 and len(said[0]) < _STRANGE:
        return [(number, *_PHRASES[number]) for number in found]
    unknown = [word not in STOP_WORDS and not _holding(word) and not is_word(word) for word in said]
    strange = [word for word, is_unknown in zip(said, unknown, strict=True) if is_unknown and len(word) >= _STRANGE]
    strange += [first + second for (first, second), pair in zip(pairwise(said), pairwise(unknown), strict=True) if any(pair)]
    for word in strange:
        for length in range(len(word) - 1, len(word) + 2):
            found.update(number for number, written in _RUN_TOGETHER.get(length, ()) if _one_slip(word, written))
    return [(number, *_PHRASES[number]) for number in found]


def _in_person(said: list[str]) -> bool:
    """Whether somebody speaks of themselves or of one near to them."""
    return not {"i", "im", "ive", "me", "myself", "my", "she", "he", "herself", "himself"}.isdisjoint(said)


def _plainly(tokens: list[str]) -> list[str]:
    """The words with other ways to say the same made one."""
    said: list[str] = []
    for token in tokens:
        said += _ONE_WORD.get(token, token).split("~")
        if one := _TWO_WORDS.get(tuple(said[-2:])):
            said[-2:] = one
    return said


def _says(said: list[str], phrase: tuple[str, ...]) -> bool:
    """Whether a phrase stands among the words, at most one slip of the keys away."""
    wanted = " ".join(phrase)
    goes_on = _GOES_ON.get(wanted)
    for end, run in _runs(said, len(phrase)):
        if (" ".join(run) == wanted or (len(wanted) > 5 and _slipped(run, phrase, wanted))) and (
            goes_on is None or end == len(said) or said[end] in goes_on
        ):
            return True
    return False


def _runs(said: list[str], size: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of about as many words as a phrase has, each with its end; a space may be missing, or one too many."""
    for length in (size, size - 1, size + 1):
        for start in range(len(said) - length + 1) if length else ():
            yield start + length, said[start : start + length]


def _slipped(run: list[str], phrase: tuple[str, ...], wanted: str) -> bool:
    """Whether a run of words is the phrase but for one slip. In a short phrase, words of ordinary English are meant as they are."""
    if not _one_slip(" ".join(run), wanted):
        return False
    others = [word for word in run if word not in phrase]
    return len(wanted) >= _LONG or not others or not all(map(is_word, others))


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is missing, too many, another, or changed places with the next one."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    first, second = typed[start:], meant[start:]
    return first[1:] == second[1:] or first[1:] == second or first == second[1:] or (first[:2] == second[:2][::-1] and first[2:] == second[2:])
