"""Lessons as plans: times, screens for the audience, and the papers of a session.

Golden files are written anew by `HANDBOOK_GOLDEN=write pytest tests/learning`; read the difference before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.document.nodes import Comparison, Document
from handbook.errors import UnknownId, UsageError
from handbook.learning.own import read_plan
from handbook.learning.papers import PARTS, handout, part
from handbook.learning.plan import Plan, clock, times
from handbook.learning.screens import composer_after, made, screen, screens
from handbook.library.library import Library
from handbook.render.html import document_html
from handbook.render.text import TextRenderer
from tests.conftest import SESSIONS

GOLDEN = Path(__file__).parent / "golden"
FILE = SESSIONS / "lessons/calm-evening.yaml"


@pytest.fixture
def plan(taught: Library) -> Plan:
    return Plan(taught, taught.get("calm-evening"))


@pytest.mark.parametrize("name", ["", *PARTS])
def test_papers_are_as_reviewed(name: str, plan: Plan) -> None:
    made = TextRenderer(80).document(part(plan, name, 9 * 60 + 30))
    path = GOLDEN / f"{name or 'session'}.txt"
    if os.environ.get("HANDBOOK_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def test_steps_follow_one_another(plan: Plan) -> None:
    assert [(step.start, step.end) for step in plan.steps[:3]] == [(0, 5), (5, 10), (10, 20)]
    assert [times(step) for step in plan.steps[5:7]] == ["minute 35 to 38", "minute 38"]
    assert times(plan.steps[1], 9 * 60 + 30) == "09:35 to 09:40"
    assert (clock(0), clock(23 * 60 + 59), clock(24 * 60 + 5)) == ("00:00", "23:59", "00:05")


@pytest.mark.parametrize(("minutes", "told"), [(43, "all 43"), (44, "43 of 44 minutes; 1 is left"), (90, "43 of 90 minutes; 47 are left"), (40, "3 more than the 40 planned")])
def test_the_sum_is_told(minutes: int, told: str, plan: Plan) -> None:
    plan.minutes = minutes
    assert told in plan.sum_told()
    assert plan.sum_told().endswith("1 step has no time of its own.")


def test_titles_say_what_is_shown_and_give_nothing_away(plan: Plan) -> None:
    assert [step.title for step in plan.steps] == [
        "Opening", "Discussion", "Rest", "Calmers", "Walking compared with calmers, for low mood", "Walking compared with calmers", "Quiz", "Reading: Rest", "Closing",
    ]  # fmt: skip
    assert plan.steps[3].whole_title == "Calmers. How does it end safely?"


def test_the_audience_never_sees_the_trainers_text(taught: Library) -> None:
    entry = taught.get("calm-evening")
    for step in entry["steps"]:
        step["text"] = "SECRET"
    plan = Plan(taught, entry)
    assert "SECRET" not in TextRenderer(80).document(screens(plan)) + TextRenderer(80).document(part(plan, "agenda")) + TextRenderer(80).document(handout(plan))
    assert TextRenderer(80).document(part(plan, "notes")).count("SECRET") == 9


def test_a_comparison_shows_the_rows_that_are_asked_for_in_their_order(plan: Plan) -> None:
    shown = screen(plan, plan.steps[4])
    assert isinstance(shown, Comparison)
    assert [row.key for row in shown.rows] == ["effort", "benefit"]
    assert [column.id for column in shown.columns] == ["walking", "calmers", "wait"]
    assert [source.number for source in shown.sources] == list(range(1, len(shown.sources) + 1))
    usual = screen(plan, plan.steps[5])
    assert isinstance(usual, Comparison)
    assert len(usual.rows) == 14


def test_a_question_is_shown_without_its_answer(taught: Library) -> None:
    entry = taught.get("calm-evening")
    entry["steps"][6] |= {"ask": "How long until calmers work?", "options": ["Hours", "Weeks"], "answer": "Weeks", "because": "A trial said so. [@trial]"}
    plan = Plan(taught, entry)
    shown = screen(plan, plan.steps[6])
    assert isinstance(shown, Document)
    text = TextRenderer(80).document(shown)
    assert "1. Hours" in text
    assert "A trial said so" not in text
    quiz = TextRenderer(80).document(part(plan, "quiz"))
    assert quiz.index("1. Hours") < quiz.index("Answer to question 1") < quiz.index("A trial said so. [1]")
    assert "A trial said so" in TextRenderer(80).document(part(plan, "notes"))


@pytest.mark.parametrize("do", ["discuss", "quiz"])
def test_what_gives_the_answer_away_is_held_back(do: str, taught: Library) -> None:
    entry = taught.get("calm-evening")
    entry["steps"][3]["do"] = do
    plan = Plan(taught, entry)
    shown = screen(plan, plan.steps[3])
    assert isinstance(shown, Document)
    assert shown.sections == []
    assert "To open afterwards: Calmers. How does it end safely?" in TextRenderer(80).document(part(plan, "notes"))
    entry["steps"][3]["row"] = "stoping"
    with pytest.raises(UsageError, match="no row"):
        made(Plan(taught, entry), Plan(taught, entry).steps[3])


def test_sources_on_one_page_are_numbered_once(plan: Plan) -> None:
    page = screens(plan)
    assert [source.number for source in page.sources] == list(range(1, len(page.sources) + 1))
    assert len({source.key for source in page.sources}) == len(page.sources)
    composer = composer_after(plan, page)
    assert [(source.key, source.number) for source in composer.sources()] == [(source.key, source.number) for source in page.sources]


def test_each_step_fills_a_screen_of_the_web_page(plan: Plan) -> None:
    assert document_html(screens(plan)).count('<section class="step"') == len(plan.steps)


def test_what_is_not_there_is_told_on_its_screen_only(taught: Library) -> None:
    entry = taught.get("calm-evening")
    entry["steps"][2]["entry"] = "resting"
    plan = Plan(taught, entry)
    with pytest.raises(UnknownId):
        made(plan, plan.steps[2])
    shown = screen(plan, plan.steps[2])
    assert isinstance(shown, Document)
    assert "Did you mean rest" in TextRenderer(80).document(shown)
    assert "This cannot be shown" in TextRenderer(80).document(part(plan, "notes"))


def test_every_lesson_of_the_handbook_makes_a_plan_that_fits(real_library: Library) -> None:
    cards = real_library.cards("lesson")
    assert len(cards) >= 8
    for card in cards:
        plan = Plan(real_library, real_library.get(card.id))
        assert plan.used == plan.minutes, card.id
        for step in plan.steps:
            made(plan, step)
        for name in ("", *PARTS):
            assert part(plan, name, 0).sections, (card.id, name)


def own(tmp_path: Path, library: Library, old: str = "", new: str = "", name: str = "Monday evening.yaml") -> list[str]:
    """The problems of the sample plan after a change, without the path."""
    path = tmp_path / name
    text = FILE.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    found = read_plan(str(path), library)
    loose = [problem for problem in found.problems if "[[" in problem.message or problem.code == "HB021"]
    assert (found.plan is None) == (loose != found.problems)
    return [str(problem).removeprefix(f"{path}:") for problem in found.problems]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes: 45", "minutes: many", "8:10: HB008"),
        ("do: show, minutes: 10", "do: shw, minutes: 10", "16:10: HB009"),
        ("entry: rest", "entry: resd", "16:36: HB020 step 3: no entry has the id 'resd'. Did you mean rest"),
        ("row: stopping", "row: stoping", "17:49: HB023 step 4: a medication has no row 'stoping'. Did you mean 'stopping'?"),
        ("rows: [effort, benefit]", "rows: [effort, beneft]", "18:97: HB023 step 5"),
        ("entries: [walking, calmers]}", "entries: [walking, rest]}", "19:41: HB023 step 6: a therapy and a tip have no rows in common"),
        ("[[rest]]", "[[resd]]", "15:37: HB020 [[resd]]: no entry has the id 'resd'"),
        ("[@trial]", "[@trail]", "16:48: HB021 no source has the key 'trail'"),
        ("do: quiz, ", "", "20:5: HB007"),
    ],
)
def test_mistakes_in_a_plan_file_are_told_by_line(old: str, new: str, said: str, taught: Library, tmp_path: Path) -> None:
    (problem,) = own(tmp_path, taught, old, new)
    assert problem.startswith(said)


def test_a_sound_plan_file_may_have_any_name(taught: Library, tmp_path: Path) -> None:
    assert own(tmp_path, taught) == []
    found = read_plan(str(tmp_path / "Monday evening.yaml"), taught)
    assert found.plan is not None
    assert found.plan.id == "monday-evening"
    assert own(tmp_path, taught, name="..yaml") == []
