"""`handbook quiz` as a process: in a pipe, in a terminal, on paper, as data, and as a file for Anki."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import Run


@pytest.fixture
def home(tmp_path: Path, shared_home: str) -> dict[str, str]:
    """A data folder of its own; the library's cache is shared."""
    return {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": f"{shared_home}/.cache"}


def test_questions_are_asked_one_at_a_time_with_reason_source_and_year(handbook: Run, home: dict[str, str]) -> None:
    done = handbook("quiz", "first-visits", "--count", "2", "--seed", "3", stdin="1\n\n2\n", **home)
    assert (done.returncode, done.stderr) == (0, "")
    said = " ".join(done.stdout.split())
    assert re.search(r"Question 1 of 2\. .*\?\ 1\. .* 2\. .* 3\. .*Your answer: The answer is 3: ", said)
    assert "Source: NICE, 2022: " in said
    assert "It comes back tomorrow." in said
    assert said.index("It comes back tomorrow.") < said.index("Question 2 of 2.")
    assert "That is right: " in said
    assert "2 of 2 questions answered, 1 of them right. The others come back sooner." in said
    assert "handbook show first-visits" in said
    assert "\x1b" not in done.stdout


def test_without_a_lesson_ten_are_asked(handbook: Run, home: dict[str, str]) -> None:
    done = handbook("quiz", stdin="q\n", **home)
    assert done.stdout.startswith("10 questions.")
    assert re.fullmatch(r"handbook: 10 of \d\d questions; to choose how many: --count N\n", done.stderr)
    assert handbook("quiz", "--count", "12", stdin="q\n", **home).stdout.startswith("12 questions.")


def test_wrong_input_says_what_is_allowed_and_keeps_the_place(handbook: Run, home: dict[str, str]) -> None:
    typed = "9\nx\n\n-1\n\u00b2\n" + "9" * 30 + "\n!\n1\n"
    done = handbook("quiz", "red-flags", "--count", "1", stdin=typed, **home)
    said = " ".join(done.stdout.split())
    assert said.count("Please type a number from 1 to") == 6
    assert "988" in said
    assert done.returncode == 0
    assert "1 of 1 questions answered" in said


def test_the_end_of_input_and_q_leave_in_good_order(handbook: Run, home: dict[str, str]) -> None:
    for typed in ("", "q\n", "1\n", "1\nq\n"):
        done = handbook("quiz", "red-flags", stdin=typed, **home)
        assert (done.returncode, done.stderr) == (0, "")
        assert re.search(r"answered", done.stdout.split("\n\n")[-1])


def test_what_is_answered_is_kept_and_comes_back_in_its_time(handbook: Run, home: dict[str, str]) -> None:
    count = len(json.loads(handbook("quiz", "red-flags", "--json", **home).stdout))
    handbook("quiz", "red-flags", stdin="1\n\n1\n", **home)
    left = handbook("quiz", "red-flags", "--due", stdin="q\n", **home)
    assert left.stdout.startswith(f"{count - 2} questions.")
    kept = json.loads(handbook("shelf", "list", "--json", "--history", **home).stdout)["answered"]
    assert [item["question"].split("/")[0] for item in kept] == ["red-flags"] * 2
    handbook("shelf", "clear-history", **home)
    again = handbook("quiz", "red-flags", "--due", stdin="q\n", **home)
    assert again.stdout.startswith(f"{count} questions.")


def test_nothing_is_kept_in_private(handbook: Run, home: dict[str, str]) -> None:
    done = handbook("--private", "quiz", "red-flags", stdin="1\n", **home)
    assert "comes back" not in done.stdout
    assert not Path(home["XDG_DATA_HOME"]).exists()


def test_nothing_due_is_said_with_status_1(handbook: Run, home: dict[str, str]) -> None:
    handbook("quiz", "talk-tablets-or-both", stdin="1\n\n" * 20, **home)
    done = handbook("quiz", "talk-tablets-or-both", "--due", **home)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "handbook: Nothing is due today.\n")


def test_on_paper_and_as_data_nothing_is_asked(handbook: Run, home: dict[str, str]) -> None:
    paper = handbook("quiz", "first-visits", "--print", "--width", "70", **home)
    assert (paper.returncode, paper.stderr) == (0, "")
    assert paper.stdout.index("Question 1. ") < paper.stdout.index("\nAnswers\n") < paper.stdout.index("\nSources\n")
    assert max(map(len, paper.stdout.splitlines())) <= 70
    data = json.loads(handbook("quiz", "--count", "3", "--json", **home).stdout)
    assert len(data) == 3
    assert set(data[0]) == {"id", "lesson", "ask", "options", "answer", "because", "sources"}


def test_a_file_for_anki_is_written_once_and_never_over_another(handbook: Run, home: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "cards.txt"
    done = handbook("quiz", "first-visits", "--anki", str(file), **home)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.match(rf"handbook: wrote \d cards to {re.escape(str(file))}\.", done.stderr)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("#separator:tab\n#html:true\n")
    again = handbook("quiz", "--anki", str(file), **home)
    assert again.returncode == 2
    assert "is already there; choose another name" in again.stderr
    assert file.read_text(encoding="utf-8") == text
    nowhere = handbook("quiz", "--anki", str(tmp_path / "no" / "x.txt"), **home)
    assert nowhere.returncode == 2
    assert "cannot write" in nowhere.stderr
    assert list(tmp_path.glob(".handbook-*")) == []


@pytest.mark.parametrize(("words", "said"), [(("ssri",), "'ssri' is no lesson"), (("first-visit",), "Did you mean first-visits"), (("--count", "0"), "1 or more"), (("--json", "--print"), "not allowed")])
def test_wrong_use_is_told(words: tuple[str, ...], said: str, handbook: Run, home: dict[str, str]) -> None:
    done = handbook("quiz", *words, **home)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.slow
def test_ctrl_c_in_a_terminal_tells_what_was_reached(home: dict[str, str], shared_home: str) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HANDBOOK_", "COLUMNS"))}
    environment = {**kept, "HOME": shared_home, "TERM": "xterm-256color", **home}
    child = pexpect.spawn(sys.executable, ["-m", "handbook", "quiz", "first-visits"], env=environment, dimensions=(24, 80), timeout=60, encoding="utf-8")
    child.expect("Your answer: ")
    child.send("1\r")
    child.expect("q to stop: ")
    child.send("\r")
    child.expect("Question 2 of 7")
    child.expect("Your answer: ")
    child.send("\x03")
    child.expect("1 of 7 questions answered")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
