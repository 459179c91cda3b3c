"""What people come for, with the fewest keys, in the installed program on the built-in entries at three sizes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.conftest import tip
from tests.test_tour import Screen
from tests.web.reading import Page, dead_links

pytestmark = pytest.mark.slow
SIZES = [(80, 24), (40, 15), (160, 50)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screen]:
    """The list of entries; at the end the program leaves by itself and in good order."""
    columns, lines = request.param
    screen = Screen(columns, lines, str(tmp_path))
    screen.wait_for("Press / to search")
    yield screen
    screen.press("\x11")
    screen.child.expect(pexpect.EOF, timeout=10)
    assert b"Traceback" not in screen.raw


def press(screen: Screen, *keys: str) -> int:
    """Press keys; gives how many."""
    for key in keys:
        screen.press(key)
    return len(keys)


@pytest.mark.parametrize(("typed", "name"), [("ssri", "SSRIs, medication"), ("zoloft", "SSRIs, medication"), ("anti depresant", "Antidepressants, medication")])
def test_a_trainee_looks_something_up_and_is_back(screen: Screen, typed: str, name: str) -> None:
    assert press(screen, "/", *typed, "Enter") == len(typed) + 2
    screen.wait_for(name)
    assert "Get help now" in screen.text()
    press(screen, "Esc")
    screen.wait_for(typed)
    press(screen, "Esc")
    screen.wait_for("Press / to search")


def test_one_key_compares_the_first_options_for_a_condition(screen: Screen) -> None:
    press(screen, "/", *"panic disorder", "Enter")
    screen.wait_for("Panic disorder, condition")
    assert press(screen, "v") == 1
    screen.wait_for("compared with")
    assert "for panic disorder" in screen.text()


def test_a_parent_gets_a_decision_page_for_somebody_under_18(screen: Screen) -> None:
    press(screen, "/", *"depression", "Enter")
    screen.wait_for("Depression, condition")
    assert press(screen, "D", "\x1b[B", "Enter") == 3
    screen.wait_for("Get help now")
    assert "Deciding about depression" in screen.text()
    press(screen, "s")
    screen.wait_for("appointment")
    press(screen, "Esc")


def test_a_support_worker_finds_the_tip_and_help_in_own_words(screen: Screen) -> None:
    press(screen, "/", *"she stopped her tablets on friday, dizzy and shaky")
    screen.wait_for("> Don't stop suddenly")
    assert press(screen, "!") == 1
    screen.wait_for("911")


def test_a_trainer_presents_a_lesson_with_two_keys(screen: Screen) -> None:
    assert press(screen, "9", "P") == 2
    screen.wait_for("Step 1 of")
    assert "For the trainer" not in screen.text()
    press(screen, "]", "]")
    screen.wait_for("Step 3 of")
    press(screen, "Enter")
    screen.wait_for("Section")
    press(screen, "Esc")
    screen.wait_for("Step 3 of")
    assert press(screen, "H") == 1
    screen.wait_for("For the trainer")
    press(screen, "Esc")
    screen.wait_for("Handbook: lessons")


def test_a_trainer_gets_all_papers_of_a_session_with_one_command(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    command = [sys.executable, "-m", "handbook", "lesson", "talk-tablets-or-both", "--start", "19:00", "--save", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]}, check=True)
    assert done.stdout == ""
    pages = {path.stem.removeprefix("talk-tablets-or-both-"): path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert set(pages) == {"agenda", "notes", "screens", "handout", "quiz"}
    assert "20:27 to 20:30" in pages["agenda"]
    assert "To take home" in pages["handout"]
    assert pages["screens"].count('class="step"') == 15


def test_every_screen_leads_to_crisis_help_with_one_key(screen: Screen) -> None:
    for way in ((), ("Enter",), ("?",), (":",), ("Esc", "M"), (",",)):
        press(screen, *way)
        press(screen, "!")
        screen.wait_for("911")
        press(screen, "Esc")


class Commands:
    """The command line of somebody at home, with a count of what they typed."""

    def __init__(self, home: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HANDBOOK_", "NO_COLOR", "VISUAL"))}
        self.environment = {**kept, "HOME": str(home), "TERM": "xterm", "EDITOR": f"{sys.executable} {home / 'editor.py'}"}
        self.home = home
        self.count = 0

    def run(self, *words: str) -> str:
        """Run one command without a terminal; gives all that it says."""
        self.count += 1
        done = subprocess.run([sys.executable, "-m", "handbook", *words], env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        return done.stdout + done.stderr

    def type_in_editor(self, old: str, new: str) -> None:
        """What the editor will do when it is opened next."""
        (self.home / "editor.py").write_text(
            f"import sys\ntext = open(sys.argv[1]).read()\nopen(sys.argv[1], 'w').write(text.replace({old!r}, {new!r}))\n"
        )

    def at_terminal(self, *words: str) -> pexpect.spawn[str]:
        """The same command at a terminal, where it may ask."""
        self.count += 1
        return pexpect.spawn(sys.executable, ["-m", "handbook", *words], env=self.environment, dimensions=(24, 200), timeout=60, encoding="utf-8")


def test_an_author_adds_an_entry_with_five_commands_and_sees_it_live(tmp_path: Path) -> None:
    commands = Commands(tmp_path)
    screen = Screen(80, 24, str(tmp_path))
    screen.wait_for("Press / to search")
    path = commands.run("new", "tip", "my-tip").split()[0]
    screen.wait_for("My tip is new.")
    press(screen, "/", *"my tip", "Enter")
    screen.wait_for("My tip, practical tip")
    commands.type_in_editor("Write the first step.", "Walk with a friend.")
    assert "saved, without errors" in commands.run("edit", "my-tip")
    screen.wait_for("Walk with a friend.")
    commands.type_in_editor("steps:", "setps:")
    assert f"{os.path.basename(path)}:9:1: HB006 unknown field 'setps'. Did you mean 'steps'?" in commands.run("edit", "my-tip")
    screen.wait_for("Error in tips/my-tip.yaml:9:")
    assert "Walk with a friend." in screen.text(), "the old text stays"
    assert "my-tip.yaml:9:1: HB006" in commands.run("check", path)
    commands.type_in_editor("setps:", "steps:")
    assert "saved, without errors" in commands.run("edit", "my-tip")
    screen.wait_for("This page was read again")
    assert commands.count == 5
    press(screen, "q")
    assert b"Traceback" not in screen.rest()


def test_a_reviewer_sees_what_is_due_and_signs_with_four_commands(tmp_path: Path) -> None:
    commands = Commands(tmp_path)
    tips = tmp_path / ".local/share/handbook/entries/tips"
    tips.mkdir(parents=True)
    (tips / "my-tip.yaml").write_text(tip("My tip").replace("2027-11-21", "2026-11-21"))
    screen = Screen(80, 24, str(tmp_path))
    screen.wait_for("Press / to search")
    assert press(screen, "R", "Tab", "Enter") == 3
    screen.wait_for("My tip, practical tip")
    assert "Overdue (1) my-tip" in " ".join(commands.run("review", "--kind", "tip").split())
    sign = ("review", "sign", "my-tip", "--name", "Dr A. Example", "--role", "psychiatrist")
    child = commands.at_terminal(*sign)
    child.expect("has Dr A. Example, psychiatrist, read all of it")
    child.sendline("n")
    child.expect("nothing was written")
    child = commands.at_terminal(*sign)
    child.expect("y or n: ")
    child.sendline("y")
    child.expect("signed: my-tip")
    press(screen, "]", "]")
    screen.wait_for("Reviewed by Dr A. Example, psychiatrist, on")
    assert commands.count == 3
    (tips / "my-tip.yaml").write_text((tips / "my-tip.yaml").read_text().replace("Sit down.", "Lie down."))
    assert "My tip (tip: my-tip), changed since Dr A. Example, psychiatrist, on" in " ".join(commands.run("review", "changes").split())
    screen.wait_for("The text was changed since.")
    press(screen, "Esc", "Esc", "q")
    assert b"Traceback" not in screen.rest()


def test_a_learner_reads_why_two_keys_after_the_list(screen: Screen) -> None:
    assert press(screen, "Q", "1") == 2
    screen.wait_for("goes on to the next question")
    assert re.search(r"That is right:|The answer is [123]:", screen.text())
    press(screen, "Enter")
    screen.wait_for("Question 2 of 10")
    press(screen, "Esc", "Q")
    screen.wait_for("go on with question 2 of 10")


def test_line_mode_reads_the_first_sentence_after_six_keys(tmp_path: Path) -> None:
    screen = Screen(80, 24, str(tmp_path), HANDBOOK_SCREEN_READER="1")
    screen.wait_for("Words, number, m or q:")
    keys = [*"ssri", "\r", "\r"]
    for key in keys:
        screen.child.send(key)
    screen.wait_for("Get help now")
    assert len(keys) < 8
    screen.child.send("q\r")
    screen.child.expect(pexpect.EOF, timeout=10)


def test_a_hall_without_internet_reads_from_a_stick_and_over_its_own_network(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "handbook"]
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"}
    stick = tmp_path / "stick"
    subprocess.run([*command, "export", "site", str(stick)], env=environment, capture_output=True, check=True, timeout=120)
    files = {str(path.relative_to(stick)): path.read_text(encoding="utf-8") for path in stick.rglob("*.*")}
    assert dead_links(files) == []
    first = Page(files["index.html"])
    assert first.links[1] == "crisis.html"
    assert {"entries/ssri.html", "compare/panic-disorder.html", "decide/depression.html", "a-to-z.html"} <= set(first.links)
    with subprocess.Popen([*command, "room", "--bind", "127.0.0.1", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as room:
        assert room.stdout
        address = room.stdout.readline().strip()
        for path in ("", "crisis.html", "entries/ssri.html", "compare/panic-disorder.html"):
            page = Page(urllib.request.urlopen(address + path, timeout=10).read().decode())
            assert page.text() == Page(files[path or "index.html"]).text()
        room.terminate()


def test_a_learner_takes_one_file_along(tmp_path: Path) -> None:
    path = tmp_path / "handbook.html"
    command = [sys.executable, "-m", "handbook", "export", "page", str(path)]
    subprocess.run(command, env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]}, capture_output=True, check=True, timeout=120)
    text = path.read_text(encoding="utf-8")
    assert Page(text).asks == []
    assert dead_links({"handbook.html": text}) == []
