"""Reading files against the typed model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.content.load import File, kind_of, load
from handbook.content.rows import DEFAULT_ROWS, FOLDERS, MADE_ROWS, TREATMENT_ROWS
from handbook.content.schema import schema, template
from tests.conftest import REVIEW, tip


def test_there_are_35_comparison_rows_and_14_by_default() -> None:
    assert len(TREATMENT_ROWS) == 35
    assert len(DEFAULT_ROWS) == 14
    assert set(DEFAULT_ROWS) | set(MADE_ROWS) <= set(TREATMENT_ROWS)


def test_fields_left_out_hold_the_empty_value(collection: Callable[[str, str], Path]) -> None:
    path = collection("therapies/walking.yaml", f"title: Walking\nsummary: You walk.\n{REVIEW}")
    entry = load(File(str(path), "therapy")).values
    assert entry is not None
    assert (entry["id"], entry["kind"], entry["short"]) == ("walking", "therapy", "Walking")
    assert (entry["aliases"], entry["rows"], entry["lens"], entry["overview"], entry["family"]) == ([], {}, {}, False, "")
    assert entry["review"]["clinician"] == ""


def test_rows_come_in_the_order_of_the_table(collection: Callable[[str, str], Path]) -> None:
    path = collection("therapies/walking.yaml", f"title: W\nsummary: W.\nrows: {{myths: None., benefit: Some.}}\n{REVIEW}")
    entry = load(File(str(path), "therapy")).values
    assert entry is not None
    assert list(entry["rows"]) == ["benefit", "myths"]


def test_all_problems_of_a_file_are_found_at_once(collection: Callable[[str, str], Path]) -> None:
    path = collection("tips/x.yaml", "titel: A\nsummary: [a]\nsteps: Rest.\nreview: {written: today}\n")
    found = load(File(str(path), "tip"))
    assert found.values is None
    assert [(problem.line, problem.code) for problem in found.problems] == [
        (1, "HB006"), (2, "HB008"), (4, "HB014"), (4, "HB007"), (3, "HB008"),
    ]  # fmt: skip


def test_the_folder_gives_the_kind(tmp_path: Path) -> None:
    assert kind_of(str(tmp_path / "medications" / "ssri.yaml")) == "medication"
    assert kind_of(str(tmp_path / "elsewhere" / "ssri.yaml")) is None


@pytest.mark.parametrize("kind", list(FOLDERS))
def test_a_template_loads_without_errors_of_form(kind: str, collection: Callable[[str, str], Path]) -> None:
    path = collection(f"{FOLDERS[kind]}/new-one.yaml", template(kind, "New one", "2026-11-21", "2027-11-21"))
    assert [str(problem) for problem in load(File(str(path), kind)).problems if problem.blocking] == []


def test_the_schema_knows_every_field_and_row() -> None:
    made = schema("therapy")
    assert made["additionalProperties"] is False
    assert "for" in made["properties"]
    assert set(made["properties"]["rows"]["properties"]) == set(TREATMENT_ROWS) - set(MADE_ROWS)
    assert set(schema()["$defs"]) == set(FOLDERS)


def test_a_text_by_region_knows_its_regions(collection: Callable[[str, str], Path]) -> None:
    path = collection("tips/x.yaml", tip("Rest", summary="{us: Rest., france: Dormez.}"))
    assert [problem.code for problem in load(File(str(path), "tip")).problems] == ["HB006"]
