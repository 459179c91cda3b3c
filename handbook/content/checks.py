"""The rules that need more than one file, or that judge what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbook.content import language, markup
from handbook.content.balance import unequal
from handbook.content.context import Context, is_entry, names_of, problem, twin_key
from handbook.content.linking import inline, one_way, references, unlinked_terms
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.questioning import questioned
from handbook.content.reading import Statement
from handbook.content.repeats import copied
from handbook.content.review import changed_since
from handbook.content.rows import written_rows
from handbook.content.sourcing import sourced

_SUMMARY_WORDS = 45
_LONGEST_ABBREVIATION = 6
_MAY_BE_LEFT_OUT = ("example", "more", "young_people", "regions")


def check(loaded: Loaded, context: Context) -> Iterator[Problem]:
    """All findings on one file beyond those that reading it gave."""
    yield from references(loaded, context)
    for statement in loaded.statements:
        if not statement.plain:
            yield from inline(loaded, statement, context)
            yield from _words(loaded, statement, context)
            yield from sourced(loaded, statement, context)
    if not is_entry(loaded):
        return
    if (first := context.paths[twin_key(loaded)]) != loaded.file.path:
        yield problem(loaded, None, "HB026", f"the id {loaded.id!r} is also in {first}; rename one")
    if loaded.values is not None:
        yield from one_way(loaded, context)
        yield from _entry(loaded, loaded.values, context)
        yield from unequal(loaded, context)
        yield from unlinked_terms(loaded, context)
        yield from copied(loaded, context.repeats)
        yield from questioned(loaded, context)


def _words(loaded: Loaded, statement: Statement, context: Context) -> Iterator[Problem]:
    """Length of sentences, and words that should not stand there."""
    text = markup.plain(statement.text, context.short)
    for sentence in language.sentences(text):
        if (count := language.word_count(sentence)) > language.LONGEST_SENTENCE:
            start = " ".join(sentence.split()[:5])
            yield problem(loaded, statement, "HB037", f"{count} words in the sentence {start!r}...; at most {language.LONGEST_SENTENCE}")
    for word in language.stigma(text):
        yield problem(loaded, statement, "HB038", f"{word!r} stigmatizes; say it of people, such as 'people with ...'")
    for dose in language.doses(text):
        yield problem(loaded, statement, "HB039", f"{dose!r} is a dose; the handbook gives none")


def _entry(loaded: Loaded, entry: dict[str, Any], context: Context) -> Iterator[Problem]:
    """The rules about an entry as a whole."""
    kind = entry["kind"]
    for _, summary in markup.variants(entry["summary"]):
        if (count := language.word_count(markup.plain(summary, context.short))) > _SUMMARY_WORDS:
            yield problem(loaded, None, "HB035", f"the summary has {count} words; at most {_SUMMARY_WORDS}")
    if missing := [key for key in written_rows(kind) if key not in entry["rows"] and key not in _MAY_BE_LEFT_OUT]:
        yield problem(loaded, None, "HB033", f"rows that are not there: {', '.join(missing)}")
    if kind not in ("term", "lesson") and not 4 <= len(entry["asks"]) <= 6:
        yield problem(loaded, None, "HB041", f"{len(entry['asks'])} questions in `asks`; four to six are wanted")
    if (due := entry["review"]["due"]) and due < context.today.isoformat():
        yield problem(loaded, None, "HB040", f"its review was due on {due}")
    yield from _review(loaded, entry, context)
    if (grade := language.grade(" ".join(context.prose(loaded)), context.jargon)) > language.HIGHEST_GRADE:
        yield problem(loaded, None, "HB036", f"it reads at grade {grade:.1f}; at most {language.HIGHEST_GRADE:.0f}")
    for name in names_of(entry):
        if _is_abbreviation(name):
            continue
        if others := sorted(context.names[name.casefold()] - {entry["id"]}):
            yield problem(loaded, None, "HB025", f"the name {name!r} also belongs to {', '.join(others)}")


def _review(loaded: Loaded, entry: dict[str, Any], context: Context) -> Iterator[Problem]:
    """HB045 and HB046: a review says what happened, no more and no less."""
    review = entry["review"]
    told = {name: review[name] for name in ("role", "reviewed", "checksum") if review[name]}
    at = next((item for item in loaded.statements if item.where == ("review", "clinician" if review["clinician"] else next(iter(told), ""))), None)
    if not review["clinician"]:
        if told:
            yield problem(loaded, at, "HB045", f"{' and '.join(told)} without a clinician; name who reviewed it, or take it out")
        return
    if missing := [name for name in ("role", "reviewed") if not review[name]]:
        yield problem(loaded, at, "HB045", f"{' and '.join(missing)} missing beside the clinician; `handbook review sign` writes all of them")
    elif not review["written"] <= review["reviewed"] <= min(context.today.isoformat(), review["due"]):
        yield problem(loaded, at, "HB045", f"reviewed on {review['reviewed']}: that is before it was written, after it is due, or still to come")
    if changed_since(entry):
        yield problem(loaded, at, "HB046", f"changed since {review['clinician']} reviewed it; see `handbook review changes {loaded.id}`")


def _is_abbreviation(name: str) -> bool:
    """Whether a name is one of the abbreviations that may mean more than one thing, such as SAD."""
    return name.isupper() and len(name) <= _LONGEST_ABBREVIATION
