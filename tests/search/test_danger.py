"""Somebody in danger finds help first, however they say it; nobody else is taken for one."""

from __future__ import annotations

import random

import pytest

from handbook.library.library import Library
from handbook.search.danger import help_for
from handbook.search.query import search
from handbook.search.words import words

IN_DANGER = """I want to die | i dont want to be here anymore | can't go on | I can not go on | can’t go on like this | kill myself | hurting myself
    | overdose | kms | gonna kms | unalive | want to unalive myself | I wanna die | my friend wants to kill herself | took an overdose of paracetamol
    | feeling suicidal on sertraline | how to kill myself | end it all | suicide | suicidal | do not want to live | hurting my self
    | she took too many tablets | my son is cutting himself | overdosed on xanax | i over dosed | thinking about suicide all day
    | what's the point, better off dead | killmyself | i want to dei | i wnat to die | kil myself | overdoes | i want todie
    | lithium overdose | I cut myself again | he talks about suicide | husband says he wants to die | no reason to live"""
IN_NO_DANGER = """suicide risk training | die cut | dye my hair | i want to diet | die hard movie | want to dine out | opioid overdose antidote
    | naloxone to reverse an overdose | cut down drinking | cut out sugar | cut my dose | end of life care | suicide prevention course
    | harm reduction | live a good life | how long does grief last when someone dies | killing time | can't go on holiday | my dad died
    | self care | hurt feelings | my parents hurt me | on a diet | can i go on holiday | how long does sertraline take"""


@pytest.mark.parametrize("typed", [typed.strip() for typed in IN_DANGER.split("|")])
def test_help_comes_first(real_library: Library, typed: str) -> None:
    for more in ({}, {"kind": "tip"}, {"condition": "ocd"}, {"correct": False}, {"typing": True}):
        assert search(real_library, typed, **more).hits[0].id == "crisis-help"
    assert search(real_library, f"kind:medication {typed}").hits[0].id == "crisis-help"


@pytest.mark.parametrize("typed", [typed.strip() for typed in IN_NO_DANGER.split("|")])
def test_other_words_are_not_taken_for_danger(typed: str) -> None:
    assert help_for(words(typed)) == ()


@pytest.mark.parametrize(
    "said", ["i want to die", "overdose", "kill myself", "hurting myself", "dont want to be here anymore", "end my life", "feeling suicidal"]
)
def test_a_slip_of_the_keys_hides_nobody(said: str) -> None:
    chance = random.Random(said)
    missed = []
    for place in range(len(said) - 1):
        if " " in said[place : place + 2]:
            continue
        letter = chance.choice("bcfghjkmpqvwxz")
        for typed in (
            said[:place] + said[place + 1 :],
            said[:place] + said[place] + said[place:],
            said[:place] + letter + said[place + 1 :],
            said[:place] + said[place + 1] + said[place] + said[place + 2 :],
        ):
            if not help_for(words(typed)):
                missed.append(typed)
    # A slip that makes another word of ordinary English, as "want to pie", cannot be told from it.
    assert len(missed) <= 3, missed


def test_no_words_and_many_words_are_no_danger() -> None:
    assert help_for([]) == ()
    assert help_for(["word"] * 32) == ()
