"""YAML is read as plain text with places, and nothing in it can surprise or harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.content.problems import Problems
from handbook.content.tree import DEEPEST, LARGEST_FILE, Mapping, Scalar, Sequence, parse, read_text


def parsed(text: str) -> tuple[Mapping | None, list[str]]:
    problems = Problems("x.yaml")
    return parse(text, problems), [f"{item.line}:{item.column} {item.code}" for item in problems.found]


def test_scalars_stay_what_was_written() -> None:
    tree, problems = parsed("a: yes\nb: 12:30\nc: 010\nd: 2024-01-01\ne: null\nf: 'null'\n")
    assert tree is not None
    values = {key: node.value for key, node in tree.values.items() if isinstance(node, Scalar)}
    assert values == {"a": "yes", "b": "12:30", "c": "010", "d": "2024-01-01", "e": "null", "f": "null"}
    nulls = {key for key, node in tree.values.items() if isinstance(node, Scalar) and node.is_null}
    assert nulls == {"e"}
    assert problems == []


def test_places_are_counted_from_one() -> None:
    tree, _ = parsed("first: 1\nrows:\n  second: [a, b]\n")
    assert tree is not None
    rows = tree.values["rows"]
    assert isinstance(rows, Mapping)
    second = rows.values["second"]
    assert isinstance(second, Sequence)
    assert (second.items[1].line, second.items[1].column) == (3, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", ["2:1 HB005"]),
        ("a: &x 1\nb: *x\n", ["1:4 HB003"]),
        ("a: *x\n", ["1:4 HB003"]),
        ("a: !!python/object/apply:os.system ['true']\n", ["1:4 HB003"]),
        ("a: [1, 2\nb: 3\n", ["2:2 HB002"]),
        ("a: b: c\n", ["1:5 HB002"]),
        ("- a\n- b\n", ["1:1 HB002"]),
        ("", ["1:1 HB002"]),
        ("a: 1\n---\nb: 2\n", ["2:1 HB002"]),
        ("? [a]\n: b\n", ["1:3 HB002"]),
        ("a: \x07bell\n", ["1:4 HB010"]),
        ("a:\n\t- b\n", ["2:1 HB002"]),
    ],
)
def test_bad_yaml_is_named_with_its_place(text: str, expected: list[str]) -> None:
    _, problems = parsed(text)
    assert problems == expected


def test_the_first_of_two_equal_keys_is_kept() -> None:
    tree, _ = parsed("a: 1\na: 2\n")
    assert tree is not None
    node = tree.values["a"]
    assert isinstance(node, Scalar)
    assert node.value == "1"


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{a: " * 50_000, "- " * 100_000, "\n".join("  " * n + "a:" for n in range(500))])
def test_deep_nesting_ends_early(text: str) -> None:
    tree, problems = parsed(text)
    assert tree is None
    assert problems[0].endswith(("HB004", "HB002"))


def test_nesting_up_to_the_bound_is_fine() -> None:
    tree, problems = parsed("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1))
    assert tree is not None
    assert problems == []


def test_a_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    assert parsed(bomb)[1] == ["1:4 HB003"]


def test_unreadable_files_are_named(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    with big.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"title: \xff\xfe\x00")
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for path in (big, binary, loop, pipe, tmp_path / "absent.yaml"):
        problems = Problems(str(path))
        assert read_text(str(path), problems) is None
        assert [item.code for item in problems.found] == ["HB001"]


@given(st.text())
def test_any_text_gives_a_tree_or_a_problem(text: str) -> None:
    tree, problems = parsed(text)
    assert tree is not None or problems
