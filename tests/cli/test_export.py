"""`handbook export` and `handbook room`, as processes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_shelf import TEXT


def test_one_page_goes_to_a_file_or_to_stdout(handbook: Run, tmp_path: Path) -> None:
    path = tmp_path / "handout.html"
    done = handbook("export", "page", str(path), "ssri", "cbt")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"handbook: wrote {path} (")
    again = handbook("export", "page", str(path), "cbt")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == f"handbook: {path} is already there; --force replaces it\n"
    assert handbook("export", "page", "-", "ssri", "cbt").stdout == path.read_text()
    assert handbook("export", "page", str(path), "cbt", "--force").returncode == 0
    assert "<title>Handbook: CBT - Handbook</title>" in path.read_text()
    assert handbook("export", "page", "-", "cbt", "--ascii").stdout.isascii()
    assert os.listdir(tmp_path) == ["handout.html"]


def test_markdown_goes_to_a_folder(handbook: Run, tmp_path: Path) -> None:
    done = handbook("export", "text", str(tmp_path / "notes"), "--for", "ocd")
    assert (done.returncode, done.stdout) == (0, "")
    assert "open contents.md" in done.stderr
    assert "](entries/erp.md)" in (tmp_path / "notes/contents.md").read_text()
    assert (tmp_path / "notes/entries/erp.md").read_text().startswith("# Exposure")


@pytest.mark.parametrize("form", ["site", "text"])
def test_ascii_holds_for_every_file(form: str, handbook: Run, tmp_path: Path) -> None:
    assert handbook("export", form, str(tmp_path / "x"), "--for", "ocd", "--ascii").returncode == 0
    assert all(path.read_bytes().isascii() for path in (tmp_path / "x").rglob("*.*"))


def test_a_set_of_bookmarks_is_exported_without_what_is_gone(handbook: Run, shared_home: str, tmp_path: Path) -> None:
    home = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": f"{shared_home}/.cache"}
    handbook("shelf", "import", "-", stdin=TEXT, **home)
    done = handbook("export", "page", "-", "--set", "Bookmarks", **home)
    assert done.stderr == "handbook: left out, since no entry has these ids any more: not-there-any-more\n"
    assert '<article id="ssri">' in done.stdout


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [(("export", "page"), 2, "FILE-OR-FOLDER"), (("export", "book", "x"), 2, "invalid choice"), (("export", "page", "-", "srri"), 2, "Did you mean ssri"), (("export", "page", "-", "ssri", "--kind", "tip"), 2, "not by more than one"), (("export", "page", "-", "--kind", "pill"), 2, "no kind is called"), (("export", "page", "-", "--for", "ssri"), 2, "wants a condition"), (("export", "page", "-", "--set", "none"), 2, "no set is called"), (("export", "page", "-", "--set", "bookmarks"), 1, "holds no entries"), (("export", "page", "/nowhere/x.html", "cbt"), 1, "cannot write /nowhere/x.html: no such file or directory"), (("export", "site", "/dev/null", "cbt"), 2, "is no folder"), (("room", "--port", "x"), 2, "a port is a number"), (("room", "cbt", "--bind", "nowhere"), 2, "is no address of this computer")],
)  # fmt: skip
def test_a_mistake_is_told_plainly(words: tuple[str, ...], status: int, says: str, handbook: Run, shared_home: str, tmp_path: Path) -> None:
    done = handbook(*words, XDG_DATA_HOME=str(tmp_path), XDG_CACHE_HOME=f"{shared_home}/.cache")
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_the_room_says_where_it_is_answers_and_ends(shared_home: str) -> None:
    command = [sys.executable, "-m", "handbook", "room", "cbt", "--bind", "127.0.0.1", "--port", "0"]
    environment = {"HOME": shared_home, "PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as room:
        assert room.stdout
        assert room.stderr
        address = room.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        assert room.stderr.readline() == "handbook: open it in a browser on this computer\n"
        assert room.stderr.readline() == "handbook: press Ctrl+C to end\n"
        assert "Cognitive behavioral therapy" in urllib.request.urlopen(address + "entries/cbt.html", timeout=10).read().decode()
        room.send_signal(signal.SIGINT)
        assert room.wait(timeout=10) == 0
        assert room.stdout.read() == ""
        assert room.stderr.read() == "handbook: closed; nothing was recorded\n"
