"""The reviewer's round and writing entries, on a small collection in a checkout-like folder."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from handbook.cli.main import main
from tests.conftest import REVIEW, tip

Write = Callable[[str, str], Path]
Ask = Callable[..., tuple[int, str, str]]
SIGN = ("--name", "Dr A. Example", "--role", "psychiatrist")
TODAY = date.today().isoformat()


@pytest.fixture
def small(built_in: Path, collection: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A condition that is overdue, a tip with an unread source and red flags, and one with an error."""
    collection("conditions/low-mood.yaml", f"title: Low mood\nsummary: You feel low.\n{REVIEW}".replace("2027-11-21", "2020-01-01"))
    collection("tips/nap.yaml", tip("Nap", more="urgent: [Call 911.]\nrows: {why: 'It helps. [@book?]'}\n"))
    collection("tips/walk.yaml", tip("Walk", summary="It helps 3 in 10."))
    collection("sources/all.yaml", "book: {title: A book, read: false}\n")
    monkeypatch.chdir(built_in)
    return built_in


@pytest.fixture
def ask(small: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """`ask("review")` gives the exit status, stdout and stderr of `handbook review`."""

    def run(*words: str) -> tuple[int, str, str]:
        try:
            status = main(list(words))
        except SystemExit as wrong_use:
            status = int(wrong_use.code or 0)
        return status, *capsys.readouterr()

    return run


def test_the_round_lists_what_is_due_by_state(ask: Ask) -> None:
    status, out, err = ask("review")
    lines = out.splitlines()
    assert status == 0
    assert "1 overdue" in lines[0]
    assert [line.split()[0] for line in lines if line.startswith("  ") and "due 20" in line] == ["low-mood", "nap", "walk"]
    assert lines.index("Overdue (1)") < lines.index("Never reviewed by a clinician (2)")
    assert "handbook review sign" in err
    data = json.loads(ask("review", "--json", "--kind", "tip")[1])
    assert [(row["id"], row["state"], row["red_flags"]) for row in data["due"]] == [("nap", "never", True), ("walk", "never", False)]
    assert data["counts"] == {"tip": {"overdue": 0, "due": 0, "changed": 0, "never": 2}}
    assert [row["state"] for row in json.loads(ask("review", "--json", "--kind", "tips", "--due", "2030-01-01")[1])["due"]] == ["due", "due"]


def test_signing_says_what_is_unread_and_writes_only_the_review(ask: Ask, small: Path) -> None:
    path = small / "tips/nap.yaml"
    path.chmod(0o640)
    before = path.read_text()
    status, out, err = ask("review", "sign", "nap", *SIGN)
    assert (status, path.read_text()) == (1, before), "nobody could be asked"
    assert "1 statements rest only on sources that nobody has read" in out
    assert "add --yes" in err
    status, out, err = ask("review", "sign", "nap", *SIGN, "--yes")
    after = path.read_text()
    assert status == 0
    assert [new for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new] == [after.splitlines()[-1]]
    assert f"reviewed: {TODAY}" in after
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(os.listdir(path.parent)) == ["nap.yaml", "walk.yaml"]
    assert f"Reviewed by Dr A. Example, psychiatrist, on {TODAY}." in " ".join(ask("show", "nap")[1].split())
    assert ask("search", "reviewed:yes")[1].startswith("1. Nap")
    assert ask("search", "--json", "reviewed:none")[1].count('"id"') == 2
    assert ask("check", "tips/nap.yaml", "--errors-only")[0] == 0
    path.write_text(after.replace("Sit down.", "Lie down."))
    assert "The text was changed since." in " ".join(ask("show", "nap")[1].split())
    assert "HB046" in ask("check", "tips/nap.yaml")[1]
    assert [row["state"] for row in json.loads(ask("review", "--json")[1])["due"]] == ["overdue", "changed", "never"]
    path.write_text(after)
    assert ask("review", "unsign", "nap", "--yes")[0] == 0
    assert "clinician: null, due:" in path.read_text()
    assert ask("review", "unsign", "nap", "--yes")[0] == 1


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("sign", "nap"), 2, "required: --name, --role"),
        (("sign", "nap", "--name", "Dr A. Example"), 2, "required: --role"),
        (("sign", "nap", "--name", "Dr A. Example", "--role", " "), 2, "names who did it: --role"),
        (("sign", "nap", "--name", "nobody", "--role", "nurse"), 2, "names who did it"),
        (("sign", *SIGN), 2, "required: ID"),
        (("sign", "nop", *SIGN), 2, "Did you mean nap"),
        (("sign", "nap", "walk", *SIGN, "--yes"), 1, "walk has errors, so nothing was signed: tips/walk.yaml:4:"),
        (("sign", "nap", *SIGN, "--date", "2999-01-01"), 2, "still to come"),
        (("sign", "nap", *SIGN, "--date", "2020-01-01"), 2, "was written on 2026-11-21"),
        (("sign", "nap", *SIGN, "--next", "2020-01-01"), 2, "is not after the review"),
        (("sign", "nap", *SIGN, "--since", "x"), 2, "unrecognized arguments: --since x"),
        (("--within", "3", "sign", "nap", *SIGN), 2, "belong to handbook review alone"),
        (("--within", "soon"), 2, "number of days"),
        (("changes", "nop"), 2, "Did you mean nap"),
        (("changes", "--against", "nowhere"), 2, "holds no entries"),
        (("changes",), 1, "no clinician has reviewed any"),
        (("--kind", "tipp"), 2, "Did you mean 'tip'?"),
    ],
)
def test_what_would_claim_too_much_or_mean_nothing_is_refused(words: tuple[str, ...], status: int, said: str, ask: Ask, small: Path) -> None:
    before = {path: path.read_bytes() for path in small.rglob("*.yaml")}
    found = ask("review", *words)
    assert (found[0], found[1]) == (status, "")
    assert said in found[2]
    assert {path: path.read_bytes() for path in small.rglob("*.yaml")} == before


def test_installed_entries_are_not_written_to(ask: Ask, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.paths.is_installed", lambda: True)
    status, _, err = ask("review", "sign", "nap", *SIGN, "--yes")
    assert status == 1
    assert "checkout" in err
    assert "handbook edit nap" in err


def test_changes_against_an_older_copy(ask: Ask, small: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    (old / "tips").mkdir(parents=True)
    (old / "tips/nap.yaml").write_text((small / "tips/nap.yaml").read_text().replace("It helps. [@book?]", "It may help."))
    (old / "tips/gone.yaml").write_text(tip("Gone"))
    status, out, err = ask("review", "changes", "--against", str(old), "--kind", "tip")
    said = " ".join(out.split())
    assert status == 0
    assert "Why? (why): changed. Before: It may help. Now: It helps. Sources added: book (not read for this)" in said
    assert "Walk (tip: walk), new since" in said
    assert "Gone (tip: gone), removed since" in said
    assert "3 entries changed" in err
    rows = json.loads(ask("review", "--kind", "tip", "changes", "--against", str(old), "--json", "nap")[1])
    assert [(row["id"], row["what"], [change["what"] for change in row["changes"]]) for row in rows] == [("nap", "changed", ["changed"])]


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Makes `$EDITOR` a program that changes `text`, as the code says."""
    script = tmp_path / "editor.py"
    script.write_text(f"import sys\npath = sys.argv[-1]\ntext = open(path).read()\n{code}\nopen(path, 'w').write(text)\n")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


def test_a_new_entry_names_a_schema_that_is_there(ask: Ask, own_home: Path) -> None:
    path = Path(ask("new", "tip", "my-tip")[1].strip())
    first = path.read_text().splitlines()[0]
    schema = (path.parent / first.partition("$schema=")[2]).resolve()
    assert first.startswith("# yaml-language-server: $schema=")
    assert "urgent" in json.loads(schema.read_text())["properties"]
    assert own_home in schema.parents
    assert ask("check", str(path), "--errors-only")[0] == 0


def test_edit_tells_mistakes_with_their_place(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("new", "tip", "my-tip")
    editor(tmp_path, monkeypatch, "text = text.replace('summary:', 'sumary:')")
    status, out, _ = ask("edit", "my-tip")
    assert status == 1
    assert "my-tip.yaml:6:1: HB006 unknown field 'sumary'. Did you mean 'summary'?" in out
    editor(tmp_path, monkeypatch, "text = text.replace('sumary:', 'summary:')")
    assert ask("edit", "my-tip")[0] == 0


def test_an_installed_entry_is_edited_as_a_copy(ask: Ask, small: Path, tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.paths.is_installed", lambda: True)
    own = own_home / ".local/share/handbook/entries/tips/nap.yaml"
    editor(tmp_path, monkeypatch, "pass")
    assert ask("edit", "nap")[0] == 0
    assert not own.parent.parent.exists(), "a copy without a change is not kept"
    editor(tmp_path, monkeypatch, "text = text.replace('Sit down.', 'Lie down.')")
    status, _, err = ask("edit", "nap")
    assert status == 0
    assert "your own copy" in err
    assert "Lie down." in own.read_text()
    assert own.read_text().startswith("# yaml-language-server: $schema=../schemas/tip.schema.json\n")
    assert (own.parent.parent / "schemas/tip.schema.json").exists()
    assert "Sit down." in (small / "tips/nap.yaml").read_text()
    assert "Lie down." in ask("show", "nap")[1]


def test_in_a_checkout_the_file_itself_is_edited(ask: Ask, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, monkeypatch, "text = text.replace('Sit down.', 'Lie down.')")
    assert ask("edit", "nap")[0] == 0
    assert "Lie down." in (small / "tips/nap.yaml").read_text()


def test_an_editor_that_is_not_there_is_told(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    assert "cannot run the editor 'no-such-editor'" in ask("edit", "nap")[2]
    monkeypatch.setenv("VISUAL", "false")
    assert "ended with status 1" in ask("edit", "nap")[2]
    assert "Did you mean nap" in ask("edit", "nop")[2]
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", "")
    assert "no editor is known; name one" in ask("edit", "nap")[2]
