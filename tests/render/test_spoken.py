"""What is listened to holds words where a screen reader would say, skip or mistake a sign."""

from __future__ import annotations

import re

import pytest

from handbook.document.article import article
from handbook.document.comparison import compare
from handbook.document.crisis import crisis_page
from handbook.library.library import Library
from handbook.line.conversation import Conversation
from handbook.render.html import document_html
from handbook.render.html_page import html_page
from handbook.render.markdown import document_markdown
from handbook.render.spoken import spoken
from handbook.render.text import TextRenderer

FREE = re.compile(r"[A-Za-z0-9\u00c0-\u024f .,;:!?'\"()\n-]|(?<=\w)[/*@](?=\w)")
"""What may stand anywhere; others only inside a name such as VA/DoD or STAR*D, or an address of mail."""
RANGE = re.compile(r"(?<![\w-])(?!1-8\d\d)\d{1,4}-\d{1,4}(?![\w-])|\d{4}-\d\d-\d\d")
SHORT = re.compile(r"(?<![\w.])(?:e\.g\.|i\.e\.|etc\.|approx\.)|(?<![\w-])vs\b")
SHOUTED = re.compile(r"\b(?:NOT|NEVER|STOP|ALWAYS|MUST|ONLY|WARNING|IMPORTANT)\b|\b[A-Z]{2,}(?: [A-Z]{2,}){2,}\b")
"""Capitals for emphasis, which are hard to read and spelled out by some screen readers; abbreviations are fine."""
GAP = re.compile(r"\S  +\S")
LEADING = re.compile(r"^\s*-", re.MULTILINE)


def assert_speaks_well(text: str, where: str) -> None:
    assert not FREE.sub("", text), f"{where}: {FREE.sub('', text)!r}"
    for bad in (RANGE, SHORT, SHOUTED, GAP, LEADING):
        assert not bad.search(text), f"{where}: {bad.search(text)}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("4\u20138 weeks, ages 18-25", "4 to 8 weeks, ages 18 to 25"),
        ("Written 2026-11-21.", "Written November 21, 2026."),
        ("at 75% or \u00a39.90, $1,200 or \u00a33 million", "at 75 percent or 9.90 pounds, 1,200 dollars or 3 million pounds"),
        ("A&E; hair & skin", "A and E; hair and skin"),
        ("over 38 \u00b0C (100.4 \u00b0F)", "over 38 degrees Celsius (100.4 degrees Fahrenheit)"),
        ("\u03b12 agonists", "alpha-2 agonists"),
        ("1-800-662-4357, the old 1-800 line", "1-800-662-4357, the old 1-800 line"),
        ("CPT+A for people of 65+", "CPT plus A for people of 65 or more"),
        ("rash = call, at >= 3 and \u2264 5", "rash equals call, at at least 3 and at most 5"),
        ("1.5 mmol/L, twice/day, VA/DoD", "1.5 millimoles per liter, twice per day, VA/DoD"),
        ("My main worry: ______", "My main worry: (blank)"),
        ("e.g. CBT vs SSRIs, etc.", "for example CBT versus SSRIs, and so on"),
        ("one \u2013 or two\u2014three - four", "one, or two, three, four"),
        ("open `show a-vs-b`", "open show a-vs-b"),
        ("at https://example.org/a?b=c&d=50%20 & more", "at https://example.org/a?b=c&d=50%20 and more"),
    ],
)
def test_signs_are_said_as_words(written: str, said: str) -> None:
    assert spoken(written) == said


def test_every_entry_speaks_well(real_library: Library) -> None:
    renderer = TextRenderer(75, cites=False)
    for card in real_library.cards():
        document = article(real_library, real_library.get(card.id))
        assert_speaks_well(renderer.document(document), card.id)


def test_capitals_for_emphasis_are_told_from_abbreviations() -> None:
    for text in ("DO NOT STOP these tablets", "It must NOT be stopped"):
        assert SHOUTED.search(text)
    for text in ("NICE CKS says so", "TF-CBT or ERP"):
        assert not SHOUTED.search(text)


def test_no_format_slants_its_text(sample: Library) -> None:
    for card in sample.cards():
        document = article(sample, sample.get(card.id))
        assert not re.search(r"<(?:em|i)\b|italic|text-align: *justify", html_page("x", document_html(document)))
        assert not re.search(r"(?<![\w*])[*_](?![*_\s])[^*\n]+(?<!\*)[*_](?![\w*_])", document_markdown(document))
        assert "\x1b[3m" not in TextRenderer(80, color=True).document(document)


def test_comparisons_speak_well(real_library: Library) -> None:
    renderer = TextRenderer(75, cites=False)
    ids = [card.id for kind in ("medication", "therapy", "procedure") for card in real_library.cards(kind)]
    for one, other in zip(ids[::3], ids[1::3], strict=False):
        found = compare(real_library, [one, other], extra=("both", "wait"), everything=True)
        assert_speaks_well(renderer.comparison(found, linear=True), found.title)


def test_line_mode_itself_speaks_well(real_library: Library) -> None:
    said: list[str] = []
    talk = Conversation(real_library, TextRenderer(75, cites=False), said.append)
    for typed in ("m", "1", "?", "zoloft", "antidepresant", "", "w", "n", "p", "o", "l", "t", "c", "f alcohol", "go nope", "qqxx", "v cbt ssri", "all", "99", "b", "!"):
        talk.answer(typed)
        assert_speaks_well("".join(said), typed)
        said.clear()
    assert_speaks_well(TextRenderer(75, cites=False).document(crisis_page(None)), "crisis")


def test_every_entry_can_be_had_in_ascii(real_library: Library) -> None:
    for card in real_library.cards():
        document = article(real_library, real_library.get(card.id))
        eye, ascii_only = TextRenderer(40).document(document), TextRenderer(40, ascii=True).document(document)
        assert ascii_only.isascii()
        assert max(map(len, ascii_only.splitlines())) <= 40
        assert ascii_only.count("?") == eye.count("?"), f"{card.id}: a sign has no form in ASCII"
