"""What changed between two versions of an entry, and where the older one comes from."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from handbook.content.changes import changes
from handbook.content.load import File, load
from handbook.content.older import Checkout
from handbook.content.review import checksum
from handbook.content.signing import with_review
from handbook.errors import HandbookError, UsageError
from tests.conftest import REVIEW, tip

MEDICATION = f"""
title: Calmers
summary: They calm. [@a]
urgent: [Call 911., Call 112.]
rows: {{benefit: "It helps. [@a] [@b?]", stopping: {{us: Slowly., uk: Slowly.}}}}
evidence:
  - {{condition: grief, place: option, strength: mixed, says: Some., sources: [a]}}
  - {{condition: ocd, place: option, strength: mixed, says: Some.}}
{REVIEW}"""


def entry(text: str, kind: str = "medication") -> dict[str, Any]:
    loaded = load(File("x/x.yaml", kind), text)
    assert loaded.values is not None, loaded.problems
    return loaded.values


def found(old: str, new: str) -> list[tuple[str, str, str, str]]:
    return [(change.label, change.what, change.old, change.new) for change in changes(entry(old), entry(new))]


def test_nothing_changed() -> None:
    assert found(MEDICATION, MEDICATION) == []
    moved = MEDICATION.replace("condition: grief", "condition: x").replace("condition: ocd", "condition: grief").replace("condition: x", "condition: ocd")
    assert [row[0] for row in found(MEDICATION, moved.replace(", sources: [a]", ""))] == ["Evidence, grief"]
    assert found(MEDICATION, MEDICATION.replace("2027-11-21", "2028-11-21")) == [], "a review says nothing to readers"


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("They calm.", "They soothe.", ("In short", "changed", "They calm.", "They soothe.")),
        ("benefit:", "cost: Little., benefit:", ("What does it cost? (cost)", "added", "", "Little.")),
        (", stopping: {us: Slowly., uk: Slowly.}", ", stopping: {us: Slowly.}", ("How does it end safely? (stopping), for the UK", "removed", "Slowly.", "")),
        ("[Call 911., Call 112.]", "[Call 112.]", ("Red flags", "removed", "Call 911.", "")),
        ("[Call 911., Call 112.]", "[Call 999., Call 112.]", ("Red flags", "changed", "Call 911.", "Call 999.")),
        ("place: option, strength: mixed, says: Some.}", "place: add-on, strength: mixed, says: Some.}", ("Evidence, ocd, place", "changed", "option", "add-on")),
    ],
)
def test_a_change_is_told_by_its_row(old: str, new: str, row: tuple[str, str, str, str]) -> None:
    assert found(MEDICATION, MEDICATION.replace(old, new)) == [row]


def test_other_sources_are_told_though_the_words_stay() -> None:
    [change] = changes(entry(MEDICATION), entry(MEDICATION.replace("[@a] [@b?]", "[@b] [@c]")))
    assert (change.what, change.sources_added, change.sources_removed) == ("sources", ["b", "c"], ["a", "b?"])
    [change] = changes(entry(MEDICATION), entry(MEDICATION.replace("sources: [a]", "sources: [a, d]")))
    assert (change.label, change.what, change.sources_added, change.sources_removed) == ("Evidence, grief", "sources", ["d"], [])


def git(folder: Path, *words: str, day: str = "2026-11-21") -> None:
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, *identity, *words], check=True, capture_output=True, env={**os.environ, **when})


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a tip that was written, signed, and then changed, on three days."""
    if not shutil.which("git"):
        pytest.skip("there is no git here")
    path = tmp_path / "entries/tips/rest.yaml"
    path.parent.mkdir(parents=True)
    git(tmp_path, "init", "-q")
    text = tip("Rest")
    signed = with_review(
        text, {"clinician": "A. Example", "role": "nurse", "reviewed": "2026-11-22", "checksum": checksum(entry(text, "tip")), "due": "2027-11-22"}
    )
    for day, now in (("2026-11-21", text), ("2026-11-22", signed), ("2026-11-23", signed.replace("Sit down.", "Lie down."))):
        path.write_text(now, encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", day, day=day)
    return tmp_path / "entries"


def test_the_text_that_was_reviewed_is_found(checkout: Path) -> None:
    loaded = load(File(str(checkout / "tips/rest.yaml"), "tip"))
    older = Checkout(str(checkout)).reviewed_text(loaded)
    assert older is not None
    assert older.values is not None
    assert older.values["steps"] == ["Sit down."]


def test_without_a_checksum_it_is_the_first_text_with_that_review(checkout: Path) -> None:
    path = checkout / "tips/rest.yaml"
    text = with_review(path.read_text(), {"checksum": "", "reviewed": "2026-11-23"})
    for steps in ("Sit.", "Lie.", "Stand."):
        path.write_text(text.replace("Lie down.", steps))
        git(checkout, "commit", "-qam", steps)
    older = Checkout(str(checkout)).reviewed_text(load(File(str(path), "tip")))
    assert older is not None
    assert older.values is not None
    assert older.values["steps"] == ["Sit."]


def test_a_day_means_what_held_when_it_began(checkout: Path) -> None:
    found = Checkout(str(checkout))
    path = str(checkout / "tips/rest.yaml")
    assert found.changed(found.revision("2026-11-23")) == {path}
    assert found.changed(found.revision("2026-11-24")) == set()
    assert "clinician: null" in str(found.text(found.revision("2026-11-22"), path))
    assert found.text("HEAD", str(checkout / "tips/nap.yaml")) is None
    (checkout / "tips/nap.yaml").write_text(tip("Nap"))
    assert found.changed("HEAD") == {str(checkout / "tips/nap.yaml")}
    for since, said in (("2020-01-01", "nothing from before"), ("nonsense", "neither a day"), ("--all", "neither a day")):
        with pytest.raises(UsageError, match=said):
            found.revision(since)


def test_without_a_checkout_or_git_there_is_a_plain_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    if shutil.which("git"):
        with pytest.raises(HandbookError, match=r"in no git checkout.*--against DIR"):
            Checkout(str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HandbookError, match=r"git is not here.*--against DIR"):
        Checkout(str(tmp_path))
