"""`handbook lesson`: what it prints and writes, and what it says to a wrong request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PARTS = ("agenda", "notes", "screens", "handout", "quiz")


def test_lessons_are_listed_the_shortest_first(handbook: Run) -> None:
    done = handbook("lesson")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].startswith("red-flags  30 minutes: ")
    lessons = json.loads(handbook("lesson", "--format", "json").stdout)
    assert set(lessons[0]) == {"id", "title", "minutes"}
    assert len(lessons) >= 8


@pytest.mark.parametrize("format", ["text", "linear", "markdown", "html", "json"])
def test_every_part_prints_in_every_format(format: str, handbook: Run) -> None:
    done = handbook("lesson", "red-flags", "--start", "9.30", "--format", format)
    assert (done.returncode, done.stderr) == (0, "")
    assert "09:30 to 09:32" in done.stdout
    assert "Step 12 of 12" in done.stdout
    assert "\x1b" not in done.stdout
    assert "Tell " in handbook("lesson", "red-flags", "--part", "agenda", "--format", format).stdout


def test_all_parts_are_written_and_nothing_is_overwritten_silently(handbook: Run, tmp_path: Path) -> None:
    folder = tmp_path / "monday"
    done = handbook("lesson", "red-flags", "--save", str(folder))
    assert (done.returncode, done.stdout) == (0, "")
    files = sorted(path.name for path in folder.iterdir())
    assert files == sorted(f"red-flags-{part}.html" for part in PARTS)
    assert all(f"wrote {folder / name}" in done.stderr for name in files)
    for name in files:
        text = (folder / name).read_text(encoding="utf-8")
        assert "<script" not in text
        assert "Saved from the handbook on " in text
    again = handbook("lesson", "red-flags", "--part", "quiz", "--save", str(folder))
    assert again.returncode == 2
    assert "already holds red-flags-quiz.html" in again.stderr
    (folder / "red-flags-quiz.html").write_text("mine")
    assert handbook("lesson", "red-flags", "--part", "quiz", "--save", str(folder), "--replace").returncode == 0
    assert "<title>" in (folder / "red-flags-quiz.html").read_text()
    assert handbook("lesson", "red-flags", "--part", "agenda", "--save", str(folder), "--format", "text").returncode == 0
    assert "Agenda" in (folder / "red-flags-agenda.txt").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("red-flag",), "no lesson has the id 'red-flag'. Did you mean red-flags?"),
        (("ssri",), "'ssri' is a medication, and no lesson"),
        (("red-flags", "--start", "25:00"), "is not a time; write it like 09:30"),
        (("red-flags", "--part", "slides"), "invalid choice"),
        (("--part", "agenda"), "say which lesson"),
        (("nowhere.yaml",), "there is no file 'nowhere.yaml'"),
        (("red-flags", "--save", "x", "--format", "json"), "saved as text, markdown or html"),
    ],
)
def test_a_wrong_request_is_told_with_status_2(words: tuple[str, ...], said: str, handbook: Run) -> None:
    done = handbook("lesson", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_takes_no_file_is_told(handbook: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = handbook("lesson", "red-flags", "--save", str(tmp_path / "file"))
    assert done.returncode == 1
    assert done.stderr.startswith("handbook: cannot write into ")


def test_the_template_is_a_session_of_90_minutes_that_can_be_used_at_once(handbook: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    mine = ("--entries", str(tmp_path / "mine"))
    path = handbook(*mine, "new", "lesson", "my-session").stdout.strip()
    assert handbook(*mine, "check", path, "--errors-only").stdout == ""
    for asked in ("my-session", path):
        done = handbook(*mine, "lesson", asked)
        assert (done.returncode, done.stderr) == (0, "")
        assert "The steps take all 90 minutes." in done.stdout


def test_mistakes_in_a_plan_file_are_told_by_line_with_status_1(handbook: Run, tmp_path: Path) -> None:
    (tmp_path / "mine/lessons").mkdir(parents=True)
    path = tmp_path / "mine/lessons/my-session.yaml"
    path.write_text("title: Mine\nminutes: many\n")
    done = handbook("lesson", str(path))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{path}:2:10: HB008 minutes: expected a whole number" in done.stderr
    by_id = handbook("--entries", str(tmp_path / "mine"), "lesson", "my-session")
    assert by_id.returncode == 1
    assert f"{path}:" in by_id.stderr
