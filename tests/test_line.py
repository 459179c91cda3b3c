"""Line mode: everything by typed lines, and nothing on the screen but text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.commands import COMMANDS
from handbook.library.library import Library
from handbook.line.conversation import Conversation
from handbook.line.words import LETTERS, NOT_HERE, known_words
from handbook.render.text import TextRenderer
from tests.conftest import Talk, open_small, talk_with, tip


@pytest.fixture
def talk(real_library: Library) -> Talk:
    """`talk("ssri", "1")` types lines and gives all that was said."""
    return talk_with(real_library)


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
        for _ in range(count // 20):
            listed += talk("more")
        assert f"\n{count}. " in listed
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


def test_as_many_are_counted_as_are_listed(talk: Talk) -> None:
    found = re.search(r"(\d+) found", talk("cbt vs ssri for panic disorder"))
    assert found
    assert f"1 to {found[1]}" in talk("99")


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


@pytest.mark.parametrize(("typed", "answer"), [("g nope", "No entry has the name nope"), ("g", "such as"), ("qqqqzzzz", "Nothing found"), ("5", "no list"), ("! narnia", "no region"), ("n", "No entry is open"), ("v cbt", "name them"), ("b", "nothing to go back")])  # fmt: skip
def test_a_mistake_is_answered_in_words(typed: str, answer: str, talk: Talk) -> None:
    assert answer in talk(typed)


def test_a_search_offers_a_comparison_names_filters_and_leads_to_help(talk: Talk) -> None:
    assert "1. Compare CBT with SSRIs for panic disorder" in talk("cbt vs ssri for panic")
    assert "CBT compared with SSRIs, for panic disorder" in talk("1")
    assert "for:zzzz names nothing" in talk("for:zzzz sleep")
    assert "Type ! for help now." in " ".join(talk("i want to dei").split())


def test_every_word_of_the_command_table_is_understood_and_explained(talk: Talk) -> None:
    said = " ".join(talk("commands").split())
    for word, says in known_words().items():
        assert hasattr(Conversation, f"do_{word}"), word
        if word not in ("open", "search", "commands"):
            assert f"{word}: {says}".replace("+", " plus ") in said
    assert set(LETTERS.values()) <= set(known_words())


def test_a_comparison_is_changed_by_words(talk: Talk) -> None:
    talk("compare cbt ssri")
    assert "for panic disorder" in talk("for panic-disorder")
    assert "Waiting: " in talk("wait")
    assert "Row 1 of 35" in talk("all")
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


def test_results_say_why_they_were_found_and_find_goes_there(talk: Talk) -> None:
    assert "1. Selective serotonin reuptake inhibitors (SSRIs), medication: How does it end safely?" in " ".join(talk("how do i stop zoloft").split())
    assert "type find, then 1" in " ".join(talk("1").split())
    assert "1. Stopping, changing, combining" in talk("find")
    assert "How does it end safely?" in talk("1")
    assert "found under Zoloft" in " ".join(talk("zoloft").split())
    talk("g ssri")
    assert "Say what to find" in talk("find")


def test_where_nothing_is_found_near_names_are_a_list(talk: Talk) -> None:
    talk("g cbt")
    talk("halucinate")
    said = talk("u")
    assert "1. hallucination, term" in said
    assert "! for help in a crisis" in said
    assert "names that look like halucinate" in talk("i")
    assert "Hallucination. Term" in talk("1")
    assert "1. Hallucination" in talk("b")


def test_back_and_forward(talk: Talk) -> None:
    talk("g cbt", "g ssri")
    assert "Cognitive behavioral" in talk("b")
    assert "Selective serotonin" in talk("forward")
    assert "nothing to go forward" in talk("forward")


@pytest.mark.parametrize("line", ["help with drinking", "back pain and mood", "find a therapist", "who prescribes lithium", "for how long"])
def test_a_sentence_that_begins_with_a_command_is_a_search(line: str, talk: Talk) -> None:
    talk("m")
    assert re.search(r"found|Nothing found", talk(line))


def test_every_command_has_a_word_or_a_reason_to_have_none() -> None:
    for command in COMMANDS:
        reasons = [name for name in NOT_HERE if name == command.name or (name.endswith("_") and command.name.startswith(name))]
        assert bool(command.word) != bool(reasons), f"give {command.name} a word in handbook/commands.py, or a reason in NOT_HERE of handbook/line/words.py"
    for name in NOT_HERE:
        assert any(command.name.startswith(name) for command in COMMANDS), name


def test_back_leads_to_the_section_that_was_left(talk: Talk) -> None:
    talk("g ssri", "", "")
    place = talk("i")
    assert "section 3 of" in place
    talk("l", "1")
    assert "section 1 of" in talk("i")
    assert "Section 3 of" in talk("b")
    assert talk("i") == place
    assert "Section 3 of" in talk("o", "b"), "a list aside is left first"


def test_a_comparison_is_read_row_by_row(talk: Talk) -> None:
    said = " ".join(talk("compare cbt ssri for panic-disorder").split())
    assert re.search(r"CBT compared with SSRIs, for panic disorder\. 14 rows\. .*Row 1 of 14: In short\. CBT: .* SSRIs: ", said)
    assert "Row 2 of" not in said
    assert talk("").startswith("Row 2 of 14: ")
    assert talk("n").startswith("Row 3 of 14: ")
    assert talk("p").startswith("Row 2 of 14: ")
    assert "row 2 of 14" in talk("i")
    assert "Row 2 of 14" in talk("wait"), "another column, the same row"
    assert "Row 14 of 14" in talk("read")
    talk("o", "14")
    assert "21 more rows are not shown" in talk("n")


def test_long_lists_come_in_portions(talk: Talk) -> None:
    talk("m")
    first = talk("1")
    assert re.search(r"\n20\. .*\n20 of \d+\. Type more\.\n$", first, re.DOTALL)
    assert talk("more").startswith("21. ")
    assert "lines 21 to 40 of" in talk("i")
    talk("21")
    assert talk("b").startswith("21. "), "back leads to the same portion"
    assert "\n20. " in talk("p")
    assert "start of the list" in talk("p")
    assert "That was all" in talk("qqqqzzzz", "m", "more")


def test_what_is_not_found_keeps_the_place(talk: Talk) -> None:
    talk("g ssri", "", "")
    place = talk("i")
    for wrong in ("qqqqzzzz", "99", "x", "g nope", "! narnia", "for", "both", "find"):
        said = talk(wrong)
        assert said, wrong
        assert talk("i") == place, wrong


def test_a_second_treatment_and_a_condition_are_chosen_from_lists(talk: Talk) -> None:
    talk("g ssri")
    assert "Compare SSRIs with which?" in talk("v")
    assert "SSRIs compared with" in talk("1")
    assert "For which condition?" in talk("for")
    assert ", for " in talk("1")


def test_hints_are_given_once(talk: Talk) -> None:
    assert "To change it" in talk("compare cbt ssri")
    assert "To change it" not in talk("compare cbt snri")


def test_an_entry_is_gone_to_by_name(talk: Talk) -> None:
    assert "serotonin reuptake" in talk("g SSRIs")
    assert "Cognitive behavioral" in talk("g cognitive behavioral therapy")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(st.text(max_size=12) | st.sampled_from(["1", "2", "n", "p", "o", "l", "b", "c", "v", "m", "", "w", "more", "for", "both", "swap", "!", "?", "g ssri", "g ocd", "g cbt", "v cbt ssri", "decide ocd", "timeline cbt", "pick", "pick cost", "for 17", "columns", "history", "note", "settings", "quiz", "quiz first-visits"]), max_size=8))
def test_nothing_typed_breaks_it_or_draws(typed: list[str], talk: Talk) -> None:
    for line in typed:
        said = talk(line)
        assert said or line.strip().lower() in ("q", "quit"), "every line is answered"
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", said)
        if line.isascii():
            assert not re.search(r"[\u2190-\u2bff]", said)


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
    assert "copied 20" in talk("y")
    assert "copied 20" in talk("y 2")
    assert "from 1 to" in talk("y 99")


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
