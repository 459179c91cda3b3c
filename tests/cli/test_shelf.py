"""`handbook shelf` and `handbook settings`, and a private session, as processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def home(tmp_path: Path, shared_home: str) -> dict[str, str]:
    """A data folder of its own; the library's cache is shared."""
    return {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": f"{shared_home}/.cache"}


TEXT = """Handbook shelf, format 1

Set: bookmarks
Bookmark: 2026-11-22T09:30:00Z ssri
Bookmark: 2026-11-22T09:31:00Z not-there-any-more

Note: ssri
Section: time
Written: 2026-11-22T09:32:00Z
Changed: 2026-11-22T09:32:00Z
    Ask about this.

Setting: width = 60
Read: 2026-11-22T09:30:00Z ssri
"""


def test_a_shelf_comes_in_is_listed_and_goes_out(handbook: Run, home: dict[str, str]) -> None:
    empty = handbook("shelf", **home)
    assert (empty.returncode, empty.stdout) == (1, "")
    done = handbook("shelf", "import", "-", stdin=TEXT, **home)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "handbook: added 1 set, 2 bookmarks, 1 note, 1 setting, 1 visit\n"
    listed = handbook("shelf", **home)
    assert listed.returncode == 0
    assert "ssri  Selective serotonin" in listed.stdout
    assert "not-there-any-more  no longer in the handbook" in listed.stdout
    assert "Ask about this." in listed.stdout
    data = json.loads(handbook("shelf", "list", "--json", "--history", **home).stdout)
    assert [item["title"] for item in data["sets"]["bookmarks"]][1] is None
    assert data["read"] == [{"id": "ssri", "time": 1795339800}]
    assert "Read:" not in handbook("shelf", "export", **home).stdout
    again = handbook("shelf", "import", "-", stdin=handbook("shelf", "export", "--history", **home).stdout, **home)
    assert "added 1 setting" in again.stderr
    assert handbook("shelf", "clear-history", **home).returncode == 0
    assert "Read:" not in handbook("shelf", "export", "--history", **home).stdout


def test_the_path_is_told_without_making_the_file(handbook: Run, home: dict[str, str]) -> None:
    path = handbook("shelf", "path", **home).stdout
    assert path == f"{home['XDG_DATA_HOME']}/handbook/shelf.sqlite\n"
    assert not Path(path.strip()).exists()


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [(("shelf", "import"), 2, "import wants a file"), (("shelf", "list", "x"), 2, "only import takes a file"), (("shelf", "import", "absent.txt"), 2, "cannot read absent.txt"), (("shelf", "import", "-"), 1, "-:1: this is no exported shelf"), (("settings", "colour"), 2, "no setting is called"), (("settings", "width", "20"), 2, "40 to 75"), (("settings", "region", "narnia"), 2, "It can be all, us, uk"), (("settings", "key.outline", "f"), 2, "already means 'find'"), (("settings", "key.outlin", "K"), 2, "'outline'")],
)  # fmt: skip
def test_a_mistake_is_one_line_with_its_status(words: tuple[str, ...], status: int, says: str, handbook: Run, home: dict[str, str]) -> None:
    done = handbook(*words, **home)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not Path(home["XDG_DATA_HOME"]).exists()


def test_settings_are_chosen_listed_and_taken_back(handbook: Run, home: dict[str, str]) -> None:
    assert handbook("settings", "theme", **home).stdout == "dark\n"
    assert "Colors: light" in handbook("settings", "theme", "light", **home).stderr
    assert handbook("settings", "region", "uk", **home).returncode == 0
    assert handbook("settings", "key.bookmark", "B", **home).returncode == 0
    values = json.loads(handbook("settings", "--json", **home).stdout)
    assert (values["theme"], values["region"], values["key.bookmark"]) == ("light", "uk", "B")
    assert "theme: light" in handbook("settings", **home).stdout
    handbook("settings", "theme", "default", **home)
    handbook("settings", "key.bookmark", "none", **home)
    assert handbook("settings", "theme", **home).stdout == "dark\n"
    assert handbook("settings", "key.bookmark", **home).stdout == "none\n"


def test_the_setting_for_line_mode_is_named_as_the_reason(handbook: Run, home: dict[str, str]) -> None:
    handbook("settings", "screen_reader", "on", **home)
    handbook("settings", "region", "uk", **home)
    done = handbook(stdin="!\nq\n", **home)
    assert done.stdout.startswith("Handbook, line mode (asked for by your setting screen_reader).")
    assert done.stdout.index("Samaritans") < done.stdout.index("988 Suicide")
    assert "by HANDBOOK_SCREEN_READER" in handbook(stdin="q\n", HANDBOOK_SCREEN_READER="1", **home).stdout
    assert "not a terminal" in handbook(stdin="q\n", HANDBOOK_SCREEN_READER="0", **home).stdout


@pytest.mark.parametrize(("words", "variable"), [(("--private",), ""), ((), "1")])
def test_a_private_session_leaves_no_file(words: tuple[str, ...], variable: str, handbook: Run, home: dict[str, str]) -> None:
    typed = "zoloft\n1\nbookmark\nnote mine\nset width 50\nhistory\nsearches\nq\n"
    done = handbook(*words, stdin=typed, HANDBOOK_PRIVATE=variable, **home)
    assert "Private session: nothing of what you read is remembered." in done.stdout
    assert done.stdout.count("This is a private session") == 5
    assert "The bookmark is not kept." in done.stdout
    assert done.returncode == 0
    assert not Path(home["XDG_DATA_HOME"]).exists()


def test_a_damaged_shelf_never_stops_the_handbook(handbook: Run, home: dict[str, str]) -> None:
    path = Path(home["XDG_DATA_HOME"]) / "handbook" / "shelf.sqlite"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database at all" * 100)
    done = handbook(stdin="ssri\n1\nbookmark\nq\n", **home)
    said = " ".join(done.stdout.split())
    assert "Your shelf was damaged." in said
    assert "Bookmarked Selective" in said
    assert len(list(path.parent.glob("shelf-damaged-*.sqlite"))) == 1
