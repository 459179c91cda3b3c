"""Reviews: what is due, what was changed since, and writing one into a file."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.content.load import File, load
from handbook.content.review import changed_since, checksum, due_entries, reviewed_by, round_told
from handbook.content.signing import with_review
from handbook.errors import HandbookError
from tests.conftest import tip

SIGNED = {"clinician": "Dr A. Example", "role": "psychiatrist", "reviewed": "2026-11-22", "checksum": "0a1b2c3d", "due": "2027-11-22"}
TAKEN_OUT = dict.fromkeys(("clinician", "role", "reviewed", "checksum"), "")


def entry(text: str) -> dict[str, Any]:
    """The entry that a text holds."""
    loaded = load(File("tips/rest.yaml", "tip"), text)
    assert loaded.values is not None, loaded.problems
    return loaded.values


def due(id: str, review: dict[str, str], urgent: bool = False) -> dict[str, Any]:
    whole = {"written": "2026-01-01", "clinician": "", "role": "", "reviewed": "", "checksum": "", "due": "2028-01-01", **review}
    return {"id": id, "kind": "tip", "title": id.title(), "urgent": [""] if urgent else [], "review": whole}


def test_a_round_puts_red_flags_first_then_the_oldest() -> None:
    entries = [
        due("never", {}),
        due("never-with-flags", {}, urgent=True),
        due("soon", {"due": "2027-01-20"}),
        due("late", {"due": "2026-12-31"}),
        due("later", {"due": "2026-06-01"}),
        due("late-with-flags", {"due": "2026-12-31"}, urgent=True),
        due("fine", {"clinician": "A", "reviewed": "2026-12-01"}),
        due("changed", {"clinician": "A", "reviewed": "2026-12-01", "checksum": "00000000"}),
    ]
    found = due_entries(entries, "2027-01-01", "2027-01-31")
    assert [(item.id, item.state) for item in found] == [
        ("late-with-flags", "overdue"), ("later", "overdue"), ("late", "overdue"), ("soon", "due"), ("changed", "changed"),
        ("never-with-flags", "never"), ("never", "never"),
    ]  # fmt: skip
    assert round_told(found, 8, "2027-01-31") == "3 overdue, 1 due by 2027-01-31, 1 changed since the review, 6 of 8 entries never reviewed by a clinician."
    assert round_told([], 1, "2027-01-31").startswith("Nothing due by 2027-01-31")
    assert found[0].told().startswith("red flags, due 2026-12-31, tip, written")


def test_a_review_holds_for_the_text_that_was_reviewed() -> None:
    before = entry(tip("Rest"))
    signed = entry(with_review(tip("Rest"), {**SIGNED, "checksum": checksum(before)}))
    assert reviewed_by(signed["review"]) == "Dr A. Example, psychiatrist, on 2026-11-22"
    assert not changed_since(signed)
    assert changed_since({**signed, "summary": "Rest more."})
    assert not changed_since(before)
    assert checksum({**signed, "a_new_field": [], "drugs": {"note": ""}}) == checksum(before), "an empty field says nothing"


STYLES = {
    "braces": "review: {written: 2026-11-21, clinician: null, due: 2027-11-21} # yearly\n",
    "lines": "review: # yearly\n  written: 2026-11-21 # the first day\n\n  # nobody yet\n  clinician: null\n  due: 2027-11-21\n",
    "no line at the end": "review:\n  written: 2026-11-21\n  due: 2027-11-21\n  clinician: null",
    "braces over lines": "review: {written: 2026-11-21, # first\n    clinician: null,\n    due: 2027-11-21}\n",
}


@pytest.mark.parametrize("review", STYLES.values(), ids=list(STYLES))
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["", "bom"])
def test_signing_changes_nothing_else_and_can_be_taken_back(review: str, newline: str, start: str) -> None:
    text = (start + tip("Rést").partition("review:")[0] + "# it stays\n" + review).replace("\n", newline)
    signed = with_review(text, SIGNED)
    assert entry(signed)["review"] == {"written": "2026-11-21", **SIGNED}
    assert {**entry(signed), "review": {}} == {**entry(text), "review": {}}
    assert signed.partition("review:")[0] == text.partition("review:")[0]
    assert signed.count("#") == text.count("#")
    assert signed.count(newline) == signed.count("\n")
    assert with_review(signed, {**TAKEN_OUT, "due": "2027-11-21"}).rstrip() == text.rstrip()


@pytest.mark.parametrize("name", ["Dr A. Example, PhD", "yes", 'A "B" C', "Ågot: Øst", "{x}", "- y", "# z", "2026", "O'Neil", "A. B-C"])
def test_any_name_comes_back_as_it_was_given(name: str) -> None:
    assert entry(with_review(tip("Rest"), {**SIGNED, "clinician": name}))["review"]["clinician"] == name


@pytest.mark.parametrize("text", ["title: Rest\n", "review: soon\n", "review: [a]\n"])
def test_what_is_no_review_is_refused(text: str) -> None:
    with pytest.raises(HandbookError, match="write it as review"):
        with_review(text, SIGNED)
