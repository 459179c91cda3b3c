"""Claims and their corrections are found in the texts of entries."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handbook.content.claims import claims_of
from handbook.library.library import Library


def found(kind: str, **fields: Any) -> list[tuple[str, str, str]]:
    return [(claim.where, claim.text, claim.correction) for claim in claims_of({"kind": kind, **fields})]


def test_a_myths_row_is_claims_with_what_follows_each() -> None:
    text = '"They are addictive." No. [@a] But "zaps" occur. "It is [[cbt]]!" It is not.'
    assert found("medication", rows={"myths": text}) == [
        ("rows.myths", "They are addictive.", 'No. [@a] But "zaps" occur.'),
        ("rows.myths", "It is [[cbt]]!", "It is not."),
    ]


def test_a_claim_that_nothing_corrects_is_left_out() -> None:
    assert found("therapy", rows={"myths": '"It is magic."'}) == []


def test_myths_by_region_for_a_condition_and_in_a_column() -> None:
    text = '"It is new." It is old.'
    assert [claim[0] for claim in found("therapy", rows={"myths": {"uk": text}}, lens={"ocd": {"myths": text}})] == ["rows.myths.uk", "lens.ocd.myths"]
    assert [claim[0] for claim in found("condition", rows={}, wait={"myths": text}, both={"myths": text})] == ["wait.myths", "both.myths"]


@pytest.mark.parametrize(
    ("text", "claims", "correction"),
    [
        ('Rest. "It is natural, so it is safe" is a mistake: St John\'s wort is not. [@a] Ask.', ["It is natural, so it is safe."], "This is a mistake: St John's wort is not. [@a]"),
        ('"Sleep cures all" is wrong. [@a] It helps a bit. See [[nap]]. Last.', ["Sleep cures all."], "This is wrong. [@a] It helps a bit. See [[nap]]."),
        ('Two ideas to drop: "You are weak" and "it never ends". Neither is so.', ["You are weak.", "It never ends."], 'Two ideas to drop: "You are weak" and "it never ends". Neither is so.'),
        ("You may read that [[ocd|OCD]] needs a pill. That is too wide. Ask.", ["[[ocd|OCD]] needs a pill."], "That is too wide. Ask."),
        ("It is a mistake to think that rest cures. It does not.", ["Rest cures."], "It does not."),
    ],
)
def test_claims_in_other_texts_are_those_that_are_judged(text: str, claims: list[str], correction: str) -> None:
    assert found("tip", rows={"why": text}) == [("rows.why", claim, correction) for claim in claims]
    assert [claim[0] for claim in found("tip", steps=["Sit down.", text])] == ["steps.2"] * len(claims)
    assert found("therapy", rows={"experience": text}) == []


@pytest.mark.parametrize(
    "text",
    [
        '**What could go wrong?** "Which effects are common? Which are wrong?" See [[side-effects]].',
        '**Name what feels wrong.** "This goes too fast" is useful to hear.',
        'Say "I take lithium" to each doctor. Stopping is a mistake.',
        'The "stop code" is wrong.',
        "You may hear voices. They are not true.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert found("tip", rows={"why": text}, steps=[text]) == []


def test_every_myths_row_of_the_handbook_can_be_read(real_library: Library) -> None:
    for (data,) in real_library.connection.execute("select data from entry"):
        entry = json.loads(data)
        if "myths" in entry["rows"]:
            assert any(claim.where.startswith("rows.myths") for claim in claims_of(entry)), entry["id"]
