"""An export is written whole or not at all, and nothing is lost by it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.errors import HandbookError, UsageError
from handbook.web.writing import write_file, write_folder

FILES = {"index.html": "start", "entries/a.html": "a", "style.css": "x"}
FOLDERS = ("entries", "compare")


def held(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_file_is_replaced_only_if_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert write_file(str(path), "one") == str(path)
    with pytest.raises(UsageError, match="--force replaces it"):
        write_file(str(path), "two")
    assert path.read_text() == "one"
    write_file(str(path), "two", force=True)
    assert path.read_text() == "two"
    assert os.listdir(tmp_path) == ["a.html"]


def test_a_file_in_no_folder_and_a_device_are_refused(tmp_path: Path) -> None:
    with pytest.raises(HandbookError, match="no such file or directory"):
        write_file(str(tmp_path / "absent" / "a.html"), "one")
    for path in (str(tmp_path), os.devnull):
        with pytest.raises(UsageError, match="a folder or a device"):
            write_file(path, "one", force=True)


def test_a_folder_is_made_and_other_files_stay(tmp_path: Path) -> None:
    write_folder(str(tmp_path / "new"), FILES, FOLDERS)
    assert held(tmp_path / "new") == FILES
    (tmp_path / "slides.pdf").write_text("mine")
    write_folder(str(tmp_path), FILES, FOLDERS)
    assert held(tmp_path)["slides.pdf"] == "mine"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o777 & ~os.umask(os.umask(0o022))


def test_an_export_is_replaced_whole_if_that_is_wanted(tmp_path: Path) -> None:
    write_folder(str(tmp_path), {**FILES, "compare/old.html": "old", "entries/gone.html": "gone"}, FOLDERS)
    with pytest.raises(UsageError, match="--force"):
        write_folder(str(tmp_path), FILES, FOLDERS)
    write_folder(str(tmp_path), {**FILES, "index.html": "new"}, FOLDERS, force=True)
    assert held(tmp_path) == {**FILES, "index.html": "new"}
    assert sorted(os.listdir(tmp_path)) == ["entries", "index.html", "style.css"]


@pytest.mark.parametrize("other", ["entries/mine.txt", "entries/more/x.html", "index.html/x", "compare"])
def test_what_no_export_made_is_never_replaced(other: str, tmp_path: Path) -> None:
    (tmp_path / other).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / other).write_text("mine")
    with pytest.raises(UsageError, match="not made by an export"):
        write_folder(str(tmp_path), FILES, FOLDERS, force=True)
    assert held(tmp_path) == {other: "mine"}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
@pytest.mark.parametrize("moves", [0, 1, 2])
def test_what_is_stopped_halfway_leaves_all_as_it_was(error: BaseException, moves: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(str(tmp_path / "old"), FILES, FOLDERS)
    rename = os.rename
    done: list[str] = []

    def stopping(source: str, target: str) -> None:
        if len(done) == moves:
            done.append(source)
            raise error
        done.append(source)
        rename(source, target)

    for folder, before in (("old", FILES), ("new", None)):
        done.clear()
        monkeypatch.setattr(os, "rename", stopping)
        with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else HandbookError):
            write_folder(str(tmp_path / folder), {**FILES, "index.html": "changed", "style.css": "changed"}, FOLDERS, force=True)
        monkeypatch.undo()
        assert (held(tmp_path / folder) if before else (tmp_path / folder).exists()) == (before or False)
        if before:
            assert sorted(os.listdir(tmp_path / folder)) == ["entries", "index.html", "style.css"]
