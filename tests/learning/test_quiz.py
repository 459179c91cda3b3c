"""Questions from lessons, and a round of them."""

from __future__ import annotations

import pytest

from handbook.document.article import article
from handbook.document.nodes import Heading, Listing, Paragraph, text_of
from handbook.errors import UnknownId, UsageError
from handbook.learning.choosing import MOST_AT_ONCE, NONE, Rounds, chosen
from handbook.learning.paper import paper, question_data
from handbook.learning.progress import Progress
from handbook.learning.quiz import Question, Round, questions, shuffled, sources_told
from handbook.library.library import Library
from handbook.render.text import TextRenderer


def test_questions_of_steps_come_before_the_others_and_broken_ones_are_left_out(lessons: Library) -> None:
    found = questions(lessons, "resting")
    assert [question.id for question in found] == ["resting/better-mood", "resting/how-long", "resting/both-read"]
    first = found[0]
    assert first.answer == first.options[first.right - 1] == "Calmers"
    assert first.reason == "It set walking beside calmers, and 5 in 10 & more slept."
    assert sources_told(first) == ["Source: Journal of Examples, 2020: A trial of calmers and walking."]
    assert sources_told(found[1])[1] == "Source: year not recorded: A book nobody read. Not yet confirmed."
    assert [question.id for question in questions(lessons)] == [question.id for question in found]


def test_what_is_no_lesson_has_no_questions(lessons: Library) -> None:
    with pytest.raises(UsageError, match=r"'rest' is no lesson\. Lessons: resting"):
        questions(lessons, "rest")
    with pytest.raises(UnknownId):
        questions(lessons, "resing")


def test_the_order_depends_on_the_seed_alone(real_library: Library) -> None:
    def order(seed: int) -> list[tuple[str, list[str]]]:
        return [(question.id, question.options) for question in shuffled(questions(real_library, seed=seed), seed)]

    assert order(1) == order(1)
    assert order(1) != order(2)
    assert sorted(id for id, _ in order(1)) == sorted(id for id, _ in order(2))


def test_the_right_option_has_no_usual_place(real_library: Library) -> None:
    for seed in range(3):
        places = [question.right for question in questions(real_library, seed=seed) if len(question.options) == 3]
        assert all(places.count(place) > len(places) / 6 for place in (1, 2, 3)), places


def test_every_lesson_has_questions_that_rest_on_sources_somebody_read(real_library: Library) -> None:
    for card in real_library.cards("lesson"):
        found = questions(real_library, card.id)
        assert len(found) >= 5, card.id
        for question in found:
            assert question.sources, question.id
            assert all(source.read for source in question.sources), question.id
            assert max(len(text) for text in (question.ask, *question.options)) <= 130, question.id


def test_a_lesson_is_open_with_question_options_answer_and_reason(lessons: Library) -> None:
    sections = {section.key: section.blocks for section in article(lessons, lessons.get("resting")).sections}
    steps = sections["what"]
    assert [type(block) for block in steps] == [Listing, Heading, Listing, Paragraph]
    assert isinstance(steps[0], Listing)
    assert isinstance(steps[3], Paragraph)
    assert len(steps[0].items) == 2
    assert text_of(steps[3].spans).startswith("Answer: 1. Calmers. It set walking beside")
    text = TextRenderer(70).document(article(lessons, lessons.get("resting")))
    assert "Which answer is not among" not in text
    assert "Quiz for afterwards" in text


def test_steps_behind_a_question_go_on_being_counted(real_library: Library) -> None:
    page = article(real_library, real_library.get("first-visits"))
    steps = next(section for section in page.sections if section.key == "what").blocks
    starts = [block.start for block in steps if isinstance(block, Listing) and block.start > 1]
    assert starts == [7, 13]


def test_a_round_goes_from_question_to_question(lessons: Library, progress: Progress) -> None:
    round = Round(questions(lessons), progress)
    assert round.where() == "Question 1 of 3"
    with pytest.raises(UsageError, match=r"no answer 9; type a number from 1 to 3"):
        round.answer(9)
    round.answer(round.question.right)
    assert round.verdict() == "That is right: Calmers."
    assert round.comes_back() == "It comes back in 3 days."
    round.answer(1 if round.question.right != 1 else 2)
    assert not round.wrong, "the first answer counts"
    round.go_on()
    wrong = 3 - round.question.right
    round.answer(wrong)
    assert round.verdict() == f"The answer is {round.question.right}: {round.question.answer}. You chose: A whole day."
    assert round.comes_back() == "It comes back tomorrow."
    round.go_on()
    round.go_on()
    assert round.is_over
    assert round.reached() == "2 of 3 questions answered, 1 of them right. The others come back sooner."
    assert round.worth_reading() == {"resting": "Learning to rest"}
    round.go_on()
    assert round.where() == "The end of the questions"


def test_what_is_due_comes_first_and_all_come_if_nothing_is(lessons: Library, progress: Progress) -> None:
    found, told = chosen(lessons, progress, "", 1)
    assert len(found) == 3
    assert not told
    for question in found[:2]:
        progress.answered(question.id, True)
    assert [question.id for question in chosen(lessons, progress, "", 1)[0]] == [found[2].id]
    assert chosen(lessons, progress, "resting", 1)[0][0].id == found[2].id
    progress.answered(found[2].id, False)
    again, told = chosen(lessons, progress, "", 1)
    assert len(again) == 3
    assert told == "Nothing is due today, so all questions are asked."
    assert chosen(lessons, progress, "", 1, only_due=True) == ([], "Nothing is due today.")


def test_without_lessons_that_is_said(sample: Library, progress: Progress) -> None:
    assert chosen(sample, progress, "", 1) == ([], NONE)
    assert Rounds(sample, progress, 1).begin() == (None, NONE)


def test_a_round_that_was_left_goes_on_and_one_that_is_over_begins_anew(lessons: Library, progress: Progress) -> None:
    rounds = Rounds(lessons, progress, 1)
    first, told = rounds.begin("resting")
    assert first is not None
    assert not told
    first.answer(1)
    first.go_on()
    assert rounds.begin("resting") == (first, "You go on with question 2 of 3.")
    other, _ = rounds.begin()
    assert other is not first
    first.go_on()
    first.go_on()
    assert rounds.begin("resting")[0] is not first


def test_a_round_of_all_lessons_is_short(real_library: Library, progress: Progress) -> None:
    round, _ = Rounds(real_library, progress, 1).begin()
    assert round is not None
    assert len(round.questions) == MOST_AT_ONCE


def test_on_paper_the_answers_stand_behind_with_sources_numbered_once(lessons: Library) -> None:
    text = TextRenderer(70).document(paper(questions(lessons), lessons))
    assert text.index("Question 3. Where is rest explained?") < text.index("Answers") < text.index("Question 1: ")
    assert "[2?]" in text
    assert text.count("A trial of calmers and walking.") == 1
    assert "Not yet reviewed by a clinician." in text


def test_as_data_the_answer_is_a_number(lessons: Library) -> None:
    found: list[Question] = questions(lessons)
    data = question_data(found[1])
    assert data["options"][data["answer"] - 1] == 'Short, then "up" & on'
    assert data["sources"][1]["read"] is False
