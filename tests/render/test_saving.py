"""Files that a reader saves."""

from __future__ import annotations

import os
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.document.article import article, review_notes
from handbook.document.comparison import compare
from handbook.document.crisis import crisis_page
from handbook.document.decision import decision
from handbook.document.nodes import Comparison, Document
from handbook.errors import HandbookError
from handbook.library.library import Library
from handbook.render.saving import FORMATS, file_name, file_text, formats_for, save

TODAY = date(2026, 11, 22)


def pages(library: Library) -> list[Document | Comparison]:
    return [
        article(library, library.get("calmers")),
        compare(library, ["walking", "calmers"], "low-mood", first=("cost",)),
        decision(library, "low-mood"),
        crisis_page(library),
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_every_file_says_what_it_is(format: str, sample: Library) -> None:
    notes = review_notes([sample.get("walking"), sample.get("calmers")])
    for page in pages(sample):
        if format in formats_for(page):
            text = " ".join(file_text(page, format, notes, TODAY).replace("\\", "").split())
            assert "2026-11-22" in text
            assert "information, not advice" in text
            assert "Journal of Examples" in text or "crisis" in file_name(page, format)
            assert "Not yet reviewed by a clinician" in text or "crisis" in file_name(page, format)
            assert ".md)" not in text
            assert 'href="calmers' not in text


def test_a_sheet_fits_on_paper(sample: Library) -> None:
    for page in pages(sample):
        assert all(len(line) <= 75 for line in file_text(page, "sheet", [], TODAY).splitlines())


def test_only_comparisons_are_tables(sample: Library) -> None:
    assert ["csv" in formats_for(page) for page in pages(sample)] == [False, True, False, False]


def test_a_web_page_closes_what_it_opens(sample: Library) -> None:
    class Reader(HTMLParser):
        open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    for page in pages(sample):
        reader = Reader()
        reader.feed(file_text(page, "html", [], TODAY))
        assert reader.open == []


def test_names_say_what_is_inside(sample: Library) -> None:
    assert [file_name(page, "markdown") for page in pages(sample)] == [
        "handbook-calmers.md", "handbook-walking-calmers-low-mood.md", "handbook-decide-low-mood.md", "handbook-crisis.md",
    ]  # fmt: skip


def test_nothing_is_ever_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert [Path(save(text, "a.md")).name for text in ("one", "two", "three")] == ["a.md", "a-2.md", "a-3.md"]
    assert (tmp_path / "a.md").read_text() == "one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.md", "a-3.md", "a.md"]


def test_documents_are_second_and_a_refusal_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, home = tmp_path / "gone", tmp_path / "home"
    here.mkdir()
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    here.rmdir()
    assert save("text", "a.md") == str(home / "Documents" / "a.md")
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    with pytest.raises(HandbookError, match=r"nothing was saved: .*no such file"):
        save("text", "a.md")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(HandbookError, match="no space left"):
        save("text", "a.md")
    assert list(tmp_path.iterdir()) == []
