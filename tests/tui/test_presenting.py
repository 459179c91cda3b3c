"""A lesson on the screen, step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.errors import UsageError
from handbook.library.library import Library
from handbook.render.wrap import columns
from handbook.tui.app import HandbookApp
from handbook.tui.lines import Layout
from handbook.tui.presenting import PresentPage
from tests.tui.conftest import current, drawn, status
from tests.tui.test_screens import check

STEPS = {
    "The first step": "9 P",
    "A discussion": "]",
    "A tip": "]",
    "A tip, with the trainer's notes": "H",
    "A row": "] H",
    "A comparison": "]",
    "Choose a step": "o",
    "Save the handout": "escape s",
    "The last step": "escape ] ] ] ]",
}
"""What is on the screen, to the keys that lead there from the screen before."""


def page(library: Library, number: int, **more: bool) -> PresentPage:
    return PresentPage(library, "calm-evening", "", number, **more)


def lines_of(page: PresentPage, width: int = 76) -> list[str]:
    layout = Layout(width)
    page.lay_out(layout)
    return [line.text for line in layout.lines]


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_steps_are_as_reviewed(taught: Library, size: tuple[int, int]) -> None:
    app, found = HandbookApp(taught), []
    async with app.run_test(size=size) as pilot:
        for name, keys in STEPS.items():
            await pilot.press(*({"]": "right_square_bracket"}.get(key, key) for key in keys.split()))
            await pilot.pause()
            found.append("\n".join([f"=== {name}: {keys}", *drawn(app)]))
    check(f"present-{size[0]}x{size[1]}", "\n".join(found) + "\n")


async def test_a_session_from_the_first_step_to_the_way_back(taught: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = HandbookApp(taught)
    async with app.run_test() as pilot:
        await pilot.press("9", "P")
        first = app.cursor_position
        await pilot.press("right_square_bracket")
        assert app.cursor_position != first, "a cursor that rests tells a screen reader nothing"
        await pilot.press("pagedown", "pagedown")
        assert current(app) == "> Calmers"
        await pilot.press("enter")
        assert drawn(app)[0] == "Calmers, medication"
        assert current(app) == "> Stopping, changing, combining"
        await pilot.press("backspace", "i")
        assert status(app) == "Step 4 of 9, minute 20 to 25 of 45 by the plan. Page 1 of 1."
        await pilot.press("pageup", "right_square_bracket", "right_square_bracket", "enter")
        assert drawn(app)[0] == "Walking compared with calmers and waiting, for low mood"
        await pilot.press("backspace", "s", "enter")
        assert "handbook-calm-evening-handout.txt" in status(app)
        await pilot.press("left_square_bracket", "left_square_bracket", "left_square_bracket", "enter")
        assert status(app) == "This step has nothing to open. ] goes on to the next one."
        await pilot.press("backspace")
        assert drawn(app)[0] == "Handbook: lessons"
        await pilot.press("2", "P")
        assert status(app).startswith("Only a lesson can be presented")
    assert "Rest when you are tired." in (tmp_path / "handbook-calm-evening-handout.txt").read_text()


def test_the_trainers_text_is_hidden_until_asked_for_and_stays_while_stepping(taught: Library) -> None:
    assert not any("Count the steps" in line for line in lines_of(page(taught, 3)))
    noted = page(taught, 3).toggled()
    assert lines_of(noted).index("For the trainer") < lines_of(noted).index("In short")
    following = noted.at(4)
    assert following is not None
    assert any("Read it aloud" in line for line in lines_of(following))
    assert not following.toggled().noted


def test_the_ends_of_a_lesson(taught: Library) -> None:
    assert page(taught, 1).at(0) is None
    assert page(taught, 9).at(10) is None
    assert page(taught, 99).number == 9
    with pytest.raises(UsageError, match="only a lesson can be presented"):
        PresentPage(taught, "rest")


def test_an_answer_is_shown_when_it_is_asked_for(taught: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = taught.get("calm-evening")
    entry["steps"][6] |= {"ask": "How long?", "options": ["Hours", "Weeks"], "answer": "Weeks", "because": "A trial said so. [@trial]"}
    monkeypatch.setattr(taught, "get", lambda id: entry)
    asked = page(taught, 7)
    assert "2. Weeks" in lines_of(asked)
    assert "The answer" not in lines_of(asked)
    told = asked.with_answer()
    assert told is not None
    assert lines_of(told).index("2. Weeks") < lines_of(told).index("The answer") < lines_of(told).index("A trial said so. [1]")
    assert told.with_answer() is None
    following = told.at(8)
    assert following is not None
    assert not following.answered
    before = told.at(7)
    assert before is not None
    assert not before.answered


def test_what_is_copied_is_what_the_reader_is_in(taught: Library) -> None:
    for noted in (False, True):
        step = page(taught, 3, noted=noted)
        layout = Layout(76)
        step.lay_out(layout)
        for number, title in enumerate(layout.sections):
            if title == "Sources":
                continue
            copied = step.excerpt(number, 0, "2026-11-22")
            assert copied is not None
            assert copied.sections[0].title == title
    compared = page(taught, 5, noted=True)
    row = compared.excerpt(1, 0, "2026-11-22")
    assert row is not None
    assert row.sections[0].title == "What does a week ask of me?"
    assert compared.excerpt(9, 0, "2026-11-22") is None


def test_every_step_fits_any_width(real_library: Library) -> None:
    for card in real_library.cards("lesson"):
        step: PresentPage | None = PresentPage(real_library, card.id, noted=True)
        while step is not None:
            for width in (18, 38, 76, 158):
                assert max(columns(line) for line in lines_of(step, width)) <= width
            assert step.step.entry == "" or step.section_to_open() or not step.step.row
            step = step.at(step.number + 1)
