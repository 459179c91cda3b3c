"""Line mode: everything by typed lines, and nothing on the screen but text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.library.library import Library
from handbook.line.conversation import Conversation
from handbook.line.words import LETTERS, known_words
from handbook.render.text import TextRenderer
from tests.conftest import open_small, tip

Talk = Callable[..., str]


@pytest.fixture
def talk(real_library: Library) -> Talk:
    """`talk("ssri", "1")` types lines and gives all that was said."""
    said: list[str] = []
    conversation = Conversation(real_library, TextRenderer(75, cites=False), said.append)

    def type_lines(*lines: str) -> str:
        said.clear()
        for line in lines:
            conversation.answer(line)
        return "".join(said)

    return type_lines


def test_a_name_leads_to_its_first_sentence_in_seven_keys(talk: Talk, real_library: Library) -> None:
    said = talk("ssri", "1")
    first = real_library.get("ssri")["urgent"][0].split(",")[0]
    assert first in " ".join(said.split())
    assert len("ssri") + 1 + len("1") + 1 <= 7


def test_enter_opens_the_first_and_then_reads_on(talk: Talk) -> None:
    talk("zoloft")
    assert "Section 1 of" in talk("")
    assert "Section 2 of" in talk("")
    assert "section 2 of" in talk("w")
    assert "Section 1 of" in talk("p")
    assert "start of" in talk("p")


def test_every_kind_and_entry_is_reached_from_the_menu(talk: Talk, real_library: Library) -> None:
    menu = talk("m")
    counts = real_library.counts()
    for number, (kind, count) in enumerate(counts.items(), 1):
        talk("m")
        listed = talk(str(number))
        assert f"{count}. " in listed
        talk("1")
        assert real_library.cards(kind)[0].title in " ".join(talk("w").split())
    assert f"{len(counts)}. " in menu


def test_the_list_is_not_printed_again_after_an_answer(talk: Talk, real_library: Library) -> None:
    talk("m")
    assert len(talk("99").split()) < 20
    assert f"1 to {len(real_library.counts())}" in talk("99")


def test_back_returns_to_the_list(talk: Talk) -> None:
    talk("g cbt")
    talk("ssri")
    talk("1")
    assert "found" in talk("b")
    assert "Cognitive behavioral therapy" in talk("b")


def test_links_outline_and_sources(talk: Talk) -> None:
    talk("g panic-disorder")
    assert "Treatment by stage" in talk("o")
    number = next(line.split(".")[0] for line in talk("o").splitlines() if "Treatment by stage" in line)
    assert "Treatment by stage" in talk(number)
    assert re.search(r"^1\. ", talk("l"), re.MULTILINE)
    assert "Section 1 of" in talk("1")
    assert "Sources" in talk("s")


def test_marked_entries_are_compared(talk: Talk) -> None:
    talk("g cbt")
    assert "Mark another" in talk("c")
    talk("g ssri")
    talk("c")
    assert "CBT compared with SSRIs" in talk("v")
    assert "Both together:" in talk("v cbt ssri for panic-disorder with both wait")
    talk("g ocd")
    talk("g cbt", "c", "g ssri", "c")
    assert "first" in talk("v").lower() or "compared" in talk("v").lower()


def test_a_condition_compares_its_first_choices(talk: Talk) -> None:
    talk("g panic-disorder")
    assert "for panic disorder" in talk("v")


def test_crisis_help_is_one_key_away(talk: Talk) -> None:
    for lines in ((), ("m",), ("ssri",), ("g cbt",)):
        talk(*lines)
        assert "911" in talk("!")
    assert "116 123" in talk("! uk")


@pytest.mark.parametrize(("typed", "answer"), [("g nope", "no entry has the id"), ("g", "such as"), ("qqqqzzzz", "Nothing found"), ("5", "no list"), ("! narnia", "no region"), ("n", "No entry is open"), ("v cbt", "name them"), ("b", "nothing to go back")])  # fmt: skip
def test_a_mistake_is_answered_in_words(typed: str, answer: str, talk: Talk) -> None:
    assert answer in talk(typed)


def test_a_search_offers_a_comparison_names_filters_and_leads_to_help(talk: Talk) -> None:
    assert "1. Compare CBT with SSRIs for panic disorder" in talk("cbt vs ssri for panic")
    assert "CBT compared with SSRIs, for panic disorder" in talk("1")
    assert "for:zzzz names nothing" in talk("for:zzzz sleep")
    assert "Type ! for help now." in " ".join(talk("i want to dei").split())


def test_every_word_of_the_command_table_is_understood_and_explained(talk: Talk) -> None:
    said = " ".join(talk("?").split())
    for word, says in known_words().items():
        assert hasattr(Conversation, f"do_{word}"), word
        if word not in ("open", "search", "commands"):
            assert f"{word}: {says}".replace("+", " plus ") in said
    assert set(LETTERS.values()) <= set(known_words())


def test_a_comparison_is_changed_by_words(talk: Talk) -> None:
    talk("compare cbt ssri")
    assert "for panic disorder" in talk("for panic-disorder")
    assert "Waiting: " in talk("wait")
    assert "Row 35 of 35" in talk("all")
    assert talk("swap").startswith("SSRIs compared with CBT and waiting")
    assert "Waiting: " not in talk("wait")
    assert "no entry" in talk("for nothing")
    assert talk("b").startswith("SSRIs compared")


def test_find_and_term_work_in_place(talk: Talk) -> None:
    talk("g ssri")
    assert re.search(r"In \d+ sections", talk("find alcohol"))
    assert "Section" in talk("1")
    assert "does not hold" in talk("find submarine")
    talk("g ssri", "", "")
    assert "erotonin" in talk("t")


def test_back_and_forward(talk: Talk) -> None:
    talk("g cbt", "g ssri")
    assert "Cognitive behavioral" in talk("b")
    assert "Selective serotonin" in talk("forward")
    assert "nothing to go forward" in talk("forward")


@pytest.mark.parametrize("line", ["help with drinking", "back pain and mood", "find a therapist", "who prescribes lithium", "for how long"])
def test_a_sentence_that_begins_with_a_command_is_a_search(line: str, talk: Talk) -> None:
    talk("m")
    assert re.search(r"found|Nothing found", talk(line))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(st.text(max_size=12).filter(lambda text: not re.search("[\u2190-\u2bff]", text)) | st.sampled_from(["1", "2", "n", "p", "o", "l", "b", "c", "v", "m", "", "w", "g ssri", "g ocd", "decide ocd", "timeline cbt", "pick", "pick cost", "for 17", "columns", "v cbt ssri"]), max_size=8))
def test_nothing_typed_breaks_it_or_draws(typed: list[str], talk: Talk) -> None:
    said = talk(*typed)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u2190-\u2bff]", said)


def test_less_and_more_keep_the_section(talk: Talk) -> None:
    talk("g ssri", "", "")
    assert "section 3 of" in talk("w")
    assert "short answer" in talk("z")
    assert "section 2 of 2" in talk("w")
    assert "usual rows" in talk("depth usual")
    assert "Say which" in talk("depth deep")
    assert "Everything" in talk("depth all")


def test_a_section_and_a_question_are_printed_to_copy(talk: Talk) -> None:
    talk("g ssri", "", "")
    said = talk("copy 1")
    assert "How does it work?" in said
    assert "What is it used for?" not in said
    assert re.search(r"^  \[\d+\] ", said, re.MULTILINE)
    assert "copied 20" in said
    talk("compare cbt ssri")
    assert "from 1 to" in talk("y")
    assert "copied 20" in talk("y 2")


def test_entries_are_listed_in_another_order(talk: Talk) -> None:
    assert "Antidepressants, 10" in talk("order family")
    assert "ADHD" in talk("order condition")
    assert "first choice" in talk("1")
    assert "Say which order" in talk("order color")
    assert "from A to Z" in talk("order")


def test_a_changed_entry_is_told_before_the_next_answer(built_in: Path, collection: Callable[[str, str], Path]) -> None:
    from handbook.library.watching import Watch
    from handbook.search.index import Index

    path = collection("tips/rest.yaml", tip("Rest"))
    library = open_small()
    said: list[str] = []
    conversation = Conversation(library, TextRenderer(75, cites=False), said.append)
    conversation.watch = Watch(library, Index)
    conversation.answer("g rest")
    collection("tips/rest.yaml", tip("Rest", "Sleep when you are tired."))
    said.clear()
    conversation.follow()
    assert "".join(said) == "This entry was changed. Type r to read it again.\n"
    conversation.answer("r")
    assert "Sleep when" in "".join(said)
    collection("tips/rest.yaml", "title: [\n")
    said.clear()
    conversation.follow()
    assert "Error in tips/rest.yaml:" in "".join(said)
    path.unlink()
    conversation.follow()
    assert "is gone" in "".join(said)
    conversation.follow()
    conversation.answer("m")
