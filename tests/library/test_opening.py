"""The compiled library: built, refreshed, shared, damaged, read-only."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import paths
from handbook.content import load as content_load
from handbook.errors import CollectionError, UnknownId
from handbook.library import opening, shipping
from handbook.library.opening import open_library
from handbook.search import FORMAT
from handbook.search.index import Index
from tests.conftest import REVIEW, open_small, tip

Write = Callable[[str, str], Path]


def built_file() -> Path:
    return next(Path(paths.cache_folder()).glob("library-*.sqlite"))


def count_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are read from now on."""
    from handbook.library import build

    read: list[str] = []
    real = content_load.load

    def load(file: content_load.File) -> content_load.Loaded:
        read.append(os.path.basename(file.path))
        return real(file)

    monkeypatch.setattr(build, "load", load)
    return read


def test_a_second_start_reads_no_file(built_in: Path, collection: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    open_small().close()
    read = count_reads(monkeypatch)
    assert len(open_small()) == 1
    assert read == []


def test_only_what_changed_is_read(built_in: Path, collection: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("rest", "sleep", "walk"):
        collection(f"tips/{name}.yaml", tip(name.capitalize()))
    open_small().close()
    read = count_reads(monkeypatch)
    collection("tips/walk.yaml", tip("Walk outside", summary="See [[rest]]."))
    collection("tips/eat.yaml", tip("Eat"))
    (built_in / "tips/sleep.yaml").unlink()
    library = open_small()
    assert sorted(read) == ["eat.yaml", "walk.yaml"]
    assert [card.title for card in library.cards()] == ["Eat", "Rest", "Walk outside"]
    assert [card.id for card in library.backlinks("rest")] == ["walk"]


def test_an_edit_that_keeps_size_and_second_is_seen(built_in: Path, collection: Write) -> None:
    path = collection("tips/rest.yaml", tip("Rest"))
    open_small().close()
    before = path.stat()
    path.write_text(tip("Nest"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert open_small().card("rest").title == "Nest"


def test_one_bad_file_is_left_out_and_named(built_in: Path, collection: Write) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    collection("tips/bad.yaml", "title: [")
    library = open_small()
    assert len(library) == 1
    assert [(os.path.basename(problem.path), problem.code) for problem in library.problems()] == [("bad.yaml", "HB002")]
    collection("tips/bad.yaml", tip("Better"))
    library = open_small()
    assert (len(library), library.problems()) == (2, [])


def test_later_collections_override_and_say_so(built_in: Path, collection: Write, tmp_path: Path) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    own = Path(paths.own_entries()) / "tips/rest.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(tip("Rest, my way"), encoding="utf-8")
    overlay = tmp_path / "overlay/tips/rest.yaml"
    overlay.parent.mkdir(parents=True)
    overlay.write_text(tip("Rest, our way"), encoding="utf-8")
    library = open_library([str(tmp_path / "overlay")], Index, FORMAT)
    assert library.card("rest").title == "Rest, our way"
    assert library.replaced() == [("rest", str(overlay), str(own))]
    overlay.write_text("title: [", encoding="utf-8")
    library = open_library([str(tmp_path / "overlay")], Index, FORMAT)
    assert library.card("rest").title == "Rest, my way"
    own.unlink()
    assert open_library([str(tmp_path / "overlay")], Index, FORMAT).card("rest").title == "Rest"


@pytest.fixture
def shipped(built_in: Path, collection: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library as a wheel has it, compiled in another folder than that of the built-in entries; and one own entry."""
    for name in ("rest", "walk"):
        collection(f"tips/{name}.yaml", tip(name.capitalize(), summary="See [[walk]]."))
    shutil.copytree(built_in, tmp_path / "elsewhere")
    file = tmp_path / "library.sqlite"
    shipping.build_shipped(str(file), str(tmp_path / "elsewhere"), Index)
    monkeypatch.setattr("handbook.paths.built_in_library", lambda: str(file))
    own = Path(paths.own_entries()) / "tips/eat.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(tip("Eat"), encoding="utf-8")
    return file


def test_a_shipped_library_names_no_folder_of_its_maker(shipped: Path, tmp_path: Path) -> None:
    assert os.fsencode(tmp_path) not in shipped.read_bytes()


def test_own_entries_are_added_to_the_shipped_ones_without_reading_those(shipped: Path, built_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = count_reads(monkeypatch)
    library = open_small()
    assert read == ["eat.yaml"]
    assert [card.id for card in library.cards()] == ["eat", "rest", "walk"]
    assert library.path("walk") == str(built_in / "tips/walk.yaml")
    assert [card.id for card in library.backlinks("walk")] == ["rest"]
    open_small().close()
    assert read == ["eat.yaml"]


def test_a_built_in_entry_edited_in_its_place_is_read_again(shipped: Path, collection: Write) -> None:
    collection("tips/walk.yaml", tip("Walk outside"))
    assert open_small().card("walk").title == "Walk outside"


def test_a_damaged_shipped_library_is_left_aside(shipped: Path) -> None:
    data = shipped.read_bytes()
    shipped.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    assert len(open_small()) == 3


def test_a_file_whose_name_is_no_text_is_left_out_and_named(built_in: Path, collection: Write) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    sound = paths.built_in_entries() + "/tips"
    with open(os.fsencode(sound) + b"/\xff.yaml", "w", encoding="utf-8") as file:
        file.write(tip("Sleep"))
    library = open_small()
    assert [card.id for card in library.cards()] == ["rest"]
    assert [str(problem) for problem in library.problems()] == [f"{sound}/?.yaml:1:1: HB011 the path is not UTF-8; rename the file or its folder"]


def test_a_message_that_is_no_text_means_a_damaged_cache(built_in: Path, collection: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    open_small().close()

    def unreadable(*_: object) -> bool:
        # What sqlite3 raises where the damaged words stand in its message.
        raise UnicodeDecodeError("utf-8", b"\xdf", 0, 1, "invalid continuation byte")

    monkeypatch.setattr(opening, "_fresh", unreadable)
    assert open_small().card("rest").title == "Rest"


@pytest.mark.parametrize("damage", [b"", b"not a database at all", None])
def test_a_damaged_cache_is_built_anew(built_in: Path, collection: Write, damage: bytes | None) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    open_small().close()
    file = built_file()
    data = file.read_bytes()
    file.write_bytes(damage if damage is not None else data[:2000] + b"\xff" * 3000 + data[5000:])
    said: list[str] = []
    library = open_library([], Index, FORMAT, tell=said.append)
    assert library.card("rest").title == "Rest"
    assert said == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_home_works_from_memory(built_in: Path, collection: Write, own_home: Path) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    own_home.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert open_small().memory


def test_without_a_place_for_the_cache_it_works_from_memory_and_says_so(built_in: Path, collection: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    said: list[str] = []
    library = open_library([], Index, FORMAT, tell=said.append)
    assert library.memory
    assert library.card("rest").title == "Rest"
    assert len(said) == 1
    assert "every start reads all entries anew" in said[0]


def test_a_full_disk_works_from_memory(built_in: Path, collection: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    collection("tips/rest.yaml", tip("Rest"))

    def full(path: str, *rest: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(opening, "_build", full)
    assert open_small().memory


def test_no_draft_is_left_behind(built_in: Path, collection: Write) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    open_small().close()
    assert [path.suffix for path in Path(paths.cache_folder()).iterdir()] == [".sqlite"]


def test_many_processes_may_build_at_once(tmp_path: Path, own_home: Path) -> None:
    overlay = tmp_path / "overlay/tips"
    overlay.mkdir(parents=True)
    for number in range(30):
        (overlay / f"tip-{number}.yaml").write_text(tip(f"Tip {number}"), encoding="utf-8")
    command = [sys.executable, "-m", "handbook", "--entries", str(overlay.parent), "show", "tip-7", "--brief"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
        assert out.startswith("Tip 7\n")


def test_a_folder_that_is_no_collection_is_refused(built_in: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CollectionError, match="holds none of the folders"):
        open_library([str(tmp_path / "empty")], Index, FORMAT)
    with pytest.raises(CollectionError, match="no such folder"):
        open_library([str(tmp_path / "absent")], Index, FORMAT)


def test_an_unknown_id_names_near_ones(built_in: Path, collection: Write) -> None:
    collection("medications/ssri.yaml", f"title: SSRIs\nsummary: S.\ndrugs: [{{name: sertraline, us: [Zoloft]}}]\n{REVIEW}")
    library = open_small()
    with pytest.raises(UnknownId, match="Did you mean ssri"):
        library.get("ssrri")
    with pytest.raises(UnknownId) as caught:
        library.get("zoloft")
    assert caught.value.near == ["ssri"]
    with pytest.raises(UnknownId):
        library.get("'; drop table entry; --")
    assert len(library) == 1


def test_cards_of_a_condition_come_best_placed_first(real_library: object) -> None:
    from handbook.library.library import Library

    assert isinstance(real_library, Library)
    cards = real_library.cards("medication", "panic-disorder")
    places = [real_library.place(card.id, "panic-disorder") for card in cards]
    ranks = ["first-line", "second-line", "option", "add-on", "off-label", "not-routine", "not-recommended"]
    order = [ranks.index(place[0]) for place in places if place]
    assert order == sorted(order)
    assert "ssri" in [card.id for card in cards]
