"""The file of the shelf: it outlives crashes, other windows, full and read-only disks, damage and newer versions."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.shelf import schema, store
from handbook.shelf.shelf import Shelf
from handbook.shelf.store import NotKept, ShelfError, Store

WRITER = """
import sys
from handbook.shelf.shelf import Shelf
shelf = Shelf(sys.argv[1])
text = ""
for number in range(int(sys.argv[3])):
    text += "x"
    shelf.notes.write(sys.argv[2], "", text)
    if sys.argv[4] == "tell":
        print(len(text), flush=True)
"""
READER = """
import os, sys, time
import handbook.shelf.notes, handbook.shelf.trail, handbook.shelf.store
from handbook.shelf.shelf import Shelf
os.setuid(65534)
shelf = Shelf(sys.argv[1])
print(shelf.settings["theme"], shelf.notes.text("ssri", ""))
try:
    shelf.notes.write("ssri", "", "new")
except Exception as error:
    print(type(error).__name__, error)
shelf.trail.visited("ssri")
print(shelf.remarks())
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Where a shelf would be; its folder is not there yet."""
    return str(tmp_path / "data" / "shelf.sqlite")


def start_writer(path: str, entry: str, times: int, tell: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, path, entry, str(times), tell], stdout=subprocess.PIPE, text=True)


def test_looking_makes_no_file(path: str) -> None:
    shelf = Shelf(path)
    assert shelf.bookmarks.sets() == ["bookmarks"]
    assert (shelf.trail.entries(), shelf.notes.all(), shelf.trail.searches()) == ([], [], [])
    assert shelf.last_place() is None
    shelf.trail.clear()
    assert not os.path.exists(os.path.dirname(path))


def test_only_its_owner_can_read_it(path: str) -> None:
    Shelf(path).bookmarks.add("ssri")
    assert os.stat(path).st_mode & 0o077 == 0
    assert os.stat(os.path.dirname(path)).st_mode & 0o077 == 0


def test_what_was_saved_outlives_a_sudden_end(path: str) -> None:
    writer = start_writer(path, "ssri", 100_000, "tell")
    assert writer.stdout is not None
    for line in writer.stdout:
        if int(line) == 200:
            break
    writer.send_signal(signal.SIGKILL)
    rest = writer.stdout.read().splitlines()
    writer.wait()
    writer.stdout.close()
    told = max([200, *map(int, rest)])
    assert len(Shelf(path).notes.text("ssri", "")) in (told, told + 1)


def test_two_windows_write_at_once(path: str) -> None:
    writers = [start_writer(path, entry, 300) for entry in ("cbt", "ssri")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    for writer in writers:
        assert writer.stdout is not None
        writer.stdout.close()
    assert {note.entry: len(note.text) for note in Shelf(path).notes.all()} == {"cbt": 300, "ssri": 300}


def test_one_window_sees_what_the_other_saved(path: str) -> None:
    first, second = Shelf(path), Shelf(path)
    first.bookmarks.add("ssri")
    assert second.bookmarks.sets_with("ssri") == ["bookmarks"]
    second.bookmarks.remove("ssri")
    assert first.bookmarks.sets_with("ssri") == []


def test_another_window_that_does_not_let_go_is_told_of(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_PATIENCE", 0.05)
    shelf = Shelf(path)
    shelf.bookmarks.add("ssri")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(ShelfError, match="in use by another window"):
        shelf.bookmarks.add("cbt")
    other.execute("rollback")
    other.close()
    assert shelf.bookmarks.add("cbt")


def test_the_version_is_the_number_of_steps() -> None:
    assert len(schema.MIGRATIONS) == store.VERSION


@pytest.mark.parametrize("version", range(len(schema.MIGRATIONS)))
def test_an_older_file_is_brought_up_to_date(version: int, path: str) -> None:
    os.makedirs(os.path.dirname(path))
    old = sqlite3.connect(path, isolation_level=None)
    for step in schema.MIGRATIONS[:version]:
        for statement in step:
            old.execute(statement)
    old.execute(f"pragma user_version = {version}")
    old.close()
    shelf = Shelf(path)
    assert shelf.bookmarks.add("ssri")
    assert shelf.store.read("pragma user_version") == [(len(schema.MIGRATIONS),)]


def test_a_further_step_keeps_what_is_there_and_one_that_fails_changes_nothing(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Shelf(path)
    first.notes.write("ssri", "", "Mine.")
    first.close()
    further = (*schema.MIGRATIONS, ("alter table note add column color text", "create table further (a)", "this is no statement"))
    monkeypatch.setattr(store, "VERSION", len(further))
    monkeypatch.setattr(schema, "MIGRATIONS", further)
    with pytest.raises(ShelfError):
        Shelf(path).notes.all()
    monkeypatch.setattr(schema, "MIGRATIONS", (*further[:-1], further[-1][:2]))
    after = Shelf(path)
    assert after.store.read("select text, color from note") == [("Mine.", None)]
    assert after.store.read("pragma user_version") == [(len(further),)]


def test_a_newer_file_is_left_alone(path: str) -> None:
    first = Shelf(path)
    first.notes.write("ssri", "", "Mine.")
    first.store.write(lambda connection: connection.execute("pragma user_version = 99"))
    first.close()
    before = Path(path).read_bytes()
    shelf = Shelf(path)
    assert "newer handbook" in shelf.remarks()
    assert shelf.settings["theme"] == "dark"
    with pytest.raises(ShelfError, match="newer"):
        shelf.bookmarks.add("cbt")
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize("content", [b"this is no database" * 100, b"SQLite format 3\x00" + b"\xff" * 4000, None], ids=["text", "broken", "cut"])
def test_a_damaged_file_is_set_aside_and_a_fresh_one_begun(content: bytes | None, path: str) -> None:
    first = Shelf(path)
    first.notes.write("ssri", "", "Mine. " * 5000)
    first.close()
    before = content or Path(path).read_bytes()[:4096] + b"\xff" * 3000
    Path(path).write_bytes(before)
    shelf = Shelf(path)
    assert shelf.bookmarks.add("cbt")
    shelf.notes.all()
    assert shelf.bookmarks.add("ssri")
    said = shelf.remarks()
    aside = next(name for name in os.listdir(os.path.dirname(path)) if "damaged" in name and name.endswith(".sqlite"))
    assert path in said
    assert aside in said
    assert "\n" not in said
    assert (Path(path).parent / aside).read_bytes()[:4000] == before[:4000]
    assert shelf.remarks() == ""


def test_two_damaged_files_do_not_take_each_others_place(path: str) -> None:
    for text in (b"one" * 500, b"two" * 500):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        Path(path).write_bytes(text)
        shelf = Shelf(path)
        assert shelf.remarks()
        shelf.close()
    kept = {file.read_bytes()[:3] for file in Path(path).parent.glob("*damaged*.sqlite")}
    assert kept == {b"one", b"two"}


def test_a_file_that_another_window_replaced_is_noticed(path: str) -> None:
    shelf = Shelf(path)
    shelf.bookmarks.add("ssri")
    os.rename(path, path + ".old")
    other = Shelf(path)
    other.bookmarks.add("cbt")
    assert shelf.bookmarks.all()["bookmarks"][0][0] == "cbt"


def test_a_full_disk_is_told_and_nothing_is_lost(path: str) -> None:
    shelf = Shelf(path)
    shelf.notes.write("ssri", "", "Mine.")
    pages = shelf.store.read("pragma page_count")[0][0]
    shelf.store.read(f"pragma max_page_count = {pages}")
    with pytest.raises(ShelfError, match="the disk is full"):
        shelf.notes.write("cbt", "", "long " * 5000)
    assert shelf.notes.text("ssri", "") == "Mine."
    shelf.store.read("pragma max_page_count = 100000")
    shelf.notes.write("cbt", "", "long " * 5000)
    assert shelf.notes.text("cbt", "").startswith("long")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone who may not write")
def test_a_read_only_place_is_read_and_told_once(path: str) -> None:
    first = Shelf(path)
    first.notes.write("ssri", "", "Mine.")
    first.close()
    os.chmod(path, 0o444)
    folder = os.path.dirname(path)
    while os.stat(folder).st_mode & 0o055 != 0o055:
        os.chmod(folder, 0o755)
        folder = os.path.dirname(folder)
    done = subprocess.run([sys.executable, "-c", READER, path], capture_output=True, text=True, check=True)
    said = done.stdout.splitlines()
    assert said[0] == "dark Mine."
    assert said[1] == f"ShelfError your shelf cannot be changed: {path} is read-only."
    assert said[2].startswith("Your shelf cannot be changed")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    shelf = Shelf(str(tmp_path / "file" / "shelf.sqlite"))
    assert shelf.bookmarks.sets() == ["bookmarks"]
    with pytest.raises(ShelfError, match="cannot be used"):
        shelf.bookmarks.add("ssri")
    shelf.trail.visited("ssri")
    shelf.trail.visited("cbt")
    assert shelf.remarks().count("cannot be used") == 1


def test_a_private_session_leaves_no_trace(path: str) -> None:
    shelf = Shelf(path, private=True)
    shelf.trail.visited("ssri")
    shelf.trail.searched("zoloft")
    shelf.trail.stayed("ssri", "stopping")
    for keep in (lambda: shelf.toggle("ssri", "SSRIs"), lambda: shelf.notes.write("ssri", "", "Mine."), lambda: shelf.bookmarks.new_set("Week 3")):
        with pytest.raises(NotKept, match="private session"):
            keep()
    shelf.close()
    assert not os.path.exists(os.path.dirname(path))


def test_a_private_session_reads_bookmarks_but_no_history(path: str) -> None:
    first = Shelf(path)
    first.toggle("ssri", "SSRIs")
    first.trail.visited("ssri")
    first.trail.searched("zoloft")
    first.close()
    before = Path(path).read_bytes()
    shelf = Shelf(path, private=True)
    assert shelf.bookmarks.sets_with("ssri") == ["bookmarks"]
    assert (shelf.trail.entries(), shelf.trail.searches(), shelf.last_place()) == ([], [], None)
    shelf.trail.visited("cbt")
    shelf.close()
    assert Path(path).read_bytes() == before
    assert os.listdir(os.path.dirname(path)) == ["shelf.sqlite"]


def test_cleared_history_cannot_be_found_in_the_file(path: str) -> None:
    shelf = Shelf(path)
    shelf.trail.searched("a very private question")
    shelf.notes.write("ssri", "", "Mine.")
    shelf.trail.clear()
    assert shelf.trail.searches() == []
    found = b"".join(file.read_bytes() for file in Path(path).parent.iterdir())
    assert b"very private" not in found
    assert shelf.notes.text("ssri", "") == "Mine."


def test_settings_are_read_in_one_query_when_a_shelf_opens(path: str) -> None:
    Shelf(path).bookmarks.add("ssri")
    asked: list[str] = []
    opened = Store(path)
    opened.read("select 1")
    assert opened._connection is not None
    opened._connection.set_trace_callback(asked.append)
    from handbook.shelf.settings import read_settings

    read_settings(opened)
    assert len(asked) == 1
