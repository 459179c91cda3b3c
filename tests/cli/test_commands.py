"""The command line's contract: what goes to which stream, and with which exit status."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from handbook.cli.main import COMMANDS, build_parser
from tests.cli.conftest import Run

HELP = Path(__file__).parent / "help"


def test_search_zoloft_prints_the_ssris_first(handbook: Run) -> None:
    done = handbook("search", "zoloft")
    assert done.returncode == 0
    assert "SSRI" in done.stdout.splitlines()[0]
    assert done.stderr == ""


def test_search_json_has_the_agreed_keys(handbook: Run) -> None:
    hits = json.loads(handbook("search", "--json", "--limit", "3", "cbt").stdout)
    assert len(hits) == 3
    assert hits[0]["id"] == "cbt"
    assert set(hits[0]) == {"id", "kind", "title", "summary", "score", "section", "snippet"}


def test_search_batch_answers_line_by_line(handbook: Run) -> None:
    done = handbook("search", "--batch", "--limit", "2", stdin="zoloft\nqqqqzzzz\n\ncbt\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer[0]["id"] if answer else None for answer in answers] == ["ssri", None, None, "cbt"]
    assert done.returncode == 0


def test_nothing_found_is_said_on_stderr_with_status_1(handbook: Run) -> None:
    done = handbook("search", "qqqqzzzz")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr


def test_show_json_has_every_row(handbook: Run) -> None:
    entry = json.loads(handbook("show", "ssri", "--format", "json").stdout)
    assert {"id", "kind", "title", "summary", "rows", "sources"} <= set(entry)
    assert len(entry["rows"]) == 35
    assert all(entry["rows"].values())


def test_show_one_row(handbook: Run) -> None:
    done = handbook("show", "ssri", "--row", "stopping")
    assert "How does it end safely?" in done.stdout
    wrong = handbook("show", "ssri", "--row", "stoping")
    assert wrong.returncode == 2
    assert "Did you mean 'stopping'?" in wrong.stderr


def test_compare_json_for_panic(handbook: Run) -> None:
    found = json.loads(handbook("compare", "cbt", "ssri", "--for", "panic-disorder", "--format", "json").stdout)
    assert [column["id"] for column in found["columns"]] == ["cbt", "ssri"]
    assert found["for"] == "panic-disorder"
    assert all(len(row["cells"]) == 2 and all(row["cells"]) for row in found["rows"])
    assert len(found["rows"]) == 14


@pytest.mark.parametrize("format", ["text", "linear", "markdown", "csv", "html", "json"])
def test_compare_prints_every_format(format: str, handbook: Run) -> None:
    done = handbook("compare", "erp", "ssri", "--for", "ocd", "--with", "both,wait", "--all", "--format", format)
    assert (done.returncode, done.stderr) == (0, "")
    assert "OCD" in done.stdout


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("show", "zoloftt"), 2, "no entry has the id 'zoloftt'"),
        (("show", "srri"), 2, "Did you mean ssri"),
        (("show", "SSRI"), 2, "Did you mean ssri?"),
        (("show", ""), 2, "Try: handbook search"),
        (("show", "x" * 100_000), 2, "xxx...'. Try: handbook search"),
        (("search", "  "), 2, "what are you looking for?"),
        (("search", "--limit", "abc", "cbt"), 2, "--limit wants a number"),
        (("show",), 2, "ID"),
        (("compare", "cbt"), 2, "two or three"),
        (("compare", "cbt", "ssri", "--for", "panic"), 2, "panic-disorder"),
        (("compare", "cbt", "ssri", "--with", "friends"), 2, "--with takes both, wait"),
        (("list", "therapi"), 2, "Did you mean 'therapy'?"),
        (("list", "--for", "ssri"), 2, "wants a condition"),
        (("search", "--kind", "pill", "cbt"), 2, "pill"),
        (("crisis", "--region", "narnia"), 2, "no region"),
        (("serch", "x"), 2, "invalid choice"),
        (("--width", "5", "list"), 2, "20 to 400"),
        (("--width", "abc", "list"), 2, "20 to 400"),
        (("--entries", "/nowhere", "list"), 3, "no such folder"),
        (("--entries", "/dev/null", "list"), 3, "this is a file"),
        (("new", "tip", "Bad Id"), 2, "is not an id"),
        (("check", "/nowhere.yaml"), 2, "no file or folder"),
        (("check", "--stale", "2027-13-01"), 2, "is not a day"),
        (("check", "--coverage", "/nowhere.yaml"), 2, "cannot read the file"),
        (("check", "--links", "--repeats"), 2, "cannot go together"),
    ],
)
def test_wrong_use_is_one_plain_line(words: tuple[str, ...], status: int, said: str, handbook: Run) -> None:
    done = handbook(*words)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 1000


def test_no_escape_leaves_without_a_terminal(handbook: Run) -> None:
    for words in (("show", "ssri"), ("compare", "cbt", "ssri"), ("list",), ("crisis",), ("about",), ("search", "cbt")):
        assert "\x1b" not in handbook(*words).stdout


def test_options_stand_before_or_behind_the_command(handbook: Run) -> None:
    before = handbook("--width", "40", "--ascii", "show", "cbt").stdout
    assert before == handbook("show", "cbt", "--ascii", "--width", "40").stdout
    assert max(map(len, before.splitlines())) <= 40
    assert before.isascii()


def test_a_closed_pipe_is_no_error(shared_home: str) -> None:
    import sys

    command = f"'{sys.executable}' -m handbook show ssri | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, timeout=60, env={"HOME": shared_home, "PATH": "/usr/bin:/bin"}, check=False)  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("Selective serotonin")


def test_a_full_disk_is_told_in_one_line(shared_home: str) -> None:
    import sys

    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "handbook", "list"], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, env={"HOME": shared_home, "PATH": "/usr/bin:/bin"}, check=False)
    assert (done.returncode, done.stderr) == (1, "handbook: the output cannot be written: no space left on device\n")


@pytest.mark.parametrize(
    ("words", "status", "shown"), [("list >&-", 1, ""), ("list 2>&-", 0, "Medications\n"), ("show nope 2>&-", 2, ""), ("<&-", 0, "Handbook, line mode")]
)
def test_a_stream_may_be_closed(words: str, status: int, shown: str, shared_home: str) -> None:
    import sys

    command = f"'{sys.executable}' -m handbook {words}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, env={"HOME": shared_home, "PATH": "/usr/bin:/bin"}, check=False)  # fmt: skip
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stdout[: len(shown)]) == (status, shown)
    assert shown or not done.stdout


def test_damage_that_shows_late_is_repaired_silently(handbook: Run, tmp_path: Path) -> None:
    home = str(tmp_path)
    handbook("show", "ssri", HOME=home)
    (file,) = tmp_path.glob(".cache/handbook/library-*.sqlite")
    import sqlite3

    with sqlite3.connect(file) as connection:
        connection.execute("alter table source rename to lost")
    connection.close()
    done = handbook("show", "ssri", HOME=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Sources" in done.stdout
    with sqlite3.connect(file) as connection:
        connection.execute("update entry set data = '{' || data")
    connection.close()
    assert handbook("show", "ssri", HOME=home).stdout == done.stdout


def test_an_output_without_unicode_is_still_written(handbook: Run) -> None:
    done = handbook("show", "ssri", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert done.stdout.isascii()


@pytest.mark.parametrize("format", ["text", "linear", "markdown", "html", "json"])
def test_decide_and_timeline_print_every_format(format: str, handbook: Run) -> None:
    for words in (("decide", "panic-disorder", "--age", "young", "--first", "cost"), ("timeline", "cbt", "ssri", "--for", "panic-disorder")):
        done = handbook(*words, "--format", format)
        assert done.returncode == 0, done.stderr
        assert "panic disorder" in done.stdout
        assert "\x1b" not in done.stdout
        if format == "json":
            assert {"title", "sections", "sources"} <= set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("decide", "depresion"), "Did you mean"),
        (("decide", "ssri"), "condition"),
        (("decide", "ocd", "--first", "color"), "cannot be ticked"),
        (("timeline", "psychiatrist"), "a timeline is of treatments"),
        (("timeline", "cbt", "--for", "ssri"), "condition"),
        (("compare", "cbt", "ssri", "--first", "csot"), "Did you mean 'cost'"),
    ],
)
def test_a_wrong_decision_or_timeline_is_one_line_with_status_2(words: tuple[str, ...], said: str, handbook: Run) -> None:
    done = handbook(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_list_json_and_crisis(handbook: Run) -> None:
    cards = json.loads(handbook("list", "--json", "--for", "panic-disorder").stdout)
    assert {"cbt", "ssri"} <= {card["id"] for card in cards}
    assert all(card["place"] for card in cards)
    crisis = handbook("crisis").stdout
    assert crisis.index("911") < crisis.index("United Kingdom")
    assert "116 123" in crisis


def test_crisis_answers_even_when_the_collection_cannot_be_read(handbook: Run) -> None:
    done = handbook("--entries", "/nowhere", "crisis")
    assert done.returncode == 0
    assert "988" in done.stdout
    assert "no such folder" in done.stderr


def test_new_makes_a_file_that_checks_and_is_found(handbook: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    made = handbook("--entries", str(tmp_path / "mine"), "new", "tip", "walk-more")
    path = made.stdout.strip()
    assert path == str(tmp_path / "mine/tips/walk-more.yaml")
    assert handbook("--entries", str(tmp_path / "mine"), "check", path, "--errors-only").stdout == ""
    assert handbook("--entries", str(tmp_path / "mine"), "show", "walk-more").returncode == 0
    again = handbook("--entries", str(tmp_path / "mine"), "new", "tip", "walk-more")
    assert again.returncode == 2
    assert "already there" in again.stderr


def test_bad_files_are_named_and_the_rest_works(handbook: Run, tmp_path: Path) -> None:
    tips = tmp_path / "mine/tips"
    tips.mkdir(parents=True)
    (tips / "bomb.yaml").write_text("a: &a [1]\nb: *a\n")
    (tips / "binary.yaml").write_bytes(b"\xff\xfe")
    (tips / "escape.yaml").write_text('title: "\\e[2J"\n')
    done = handbook("--entries", str(tmp_path / "mine"), "show", "cbt", "--brief")
    assert done.returncode == 0
    assert "3 files have errors" in done.stderr
    checked = handbook("--entries", str(tmp_path / "mine"), "check", str(tips), "--json")
    codes = {Path(problem["path"]).name: problem["code"] for problem in json.loads(checked.stdout)}
    assert codes["bomb.yaml"] == "HB003"
    assert codes["binary.yaml"] == "HB001"
    assert checked.returncode == 1
    about = handbook("--entries", str(tmp_path / "mine"), "about")
    assert "bomb.yaml:1:4: HB003" in about.stdout
    assert "\x1b" not in about.stdout + checked.stdout


def test_schema_is_json(handbook: Run) -> None:
    assert json.loads(handbook("schema", "--kind", "tip").stdout)["required"] == ["title", "summary", "review", "steps"]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_as_reviewed_and_has_an_example(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """HANDBOOK_GOLDEN=write makes the files anew."""
    import os

    monkeypatch.setenv("COLUMNS", "80")
    parser = build_parser({command} if command else set())
    if command:
        choices = next(action.choices for action in parser._actions if action.dest == "command")
        assert isinstance(choices, dict)
        parser = choices[command]
    text = parser.format_help()
    path = HELP / f"{command or 'handbook'}.txt"
    if os.environ.get("HANDBOOK_GOLDEN") == "write":
        path.write_text(text)
    assert text == path.read_text()
    assert re.search(r"examples:\n  handbook", text)


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_completion_script_is_sound(handbook: Run, tmp_path: Path) -> None:
    pytest.importorskip("shtab")
    script = tmp_path / "completion"
    script.write_text(handbook("--print-completion", "bash").stdout)
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert "compare" in script.read_text()


