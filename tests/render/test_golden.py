"""Every format of a page and a comparison, against reviewed files.

`HANDBOOK_GOLDEN=write pytest tests/render` writes them anew; read the difference before you keep it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.document.article import article, row_document
from handbook.document.comparison import compare
from handbook.document.crisis import crisis_page
from handbook.document.decision import decision, sheet
from handbook.document.nodes import Bar, Bars, Document, Section
from handbook.document.timeline import timeline
from handbook.library.library import Library
from handbook.render.data import comparison_csv, comparison_data, document_data, entry_data
from handbook.render.html import comparison_html, document_html
from handbook.render.html_page import html_page
from handbook.render.markdown import comparison_markdown, document_markdown
from handbook.render.text import TextRenderer

GOLDEN = Path(__file__).parent / "golden"
TIMES = Document(
    "times", "timeline", "Times", "",
    [Section("picture", "The clear times together", [Bars([Bar("Walking, first signs", 1, 2, "1 to 2 weeks"), Bar("Calmers, goes on for", 0, None, "at least 3 weeks", 3)])])],
    [], [],
)  # fmt: skip


def side_by_side(library: Library, renderer: TextRenderer, linear: bool = False) -> str:
    return renderer.comparison(compare(library, ["walking", "calmers"], "low-mood", ("both", "wait")), linear)


def to_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


CASES: dict[str, Callable[[Library], str]] = {
    "calmers-80.txt": lambda library: TextRenderer(80).document(article(library, library.get("calmers"))),
    "calmers-40.txt": lambda library: TextRenderer(40).document(article(library, library.get("calmers"))),
    "calmers-color.txt": lambda library: TextRenderer(80, color=True).document(article(library, library.get("calmers"), brief=True)),
    "calmers-spoken.txt": lambda library: TextRenderer(60, cites=False).document(article(library, library.get("calmers"), "us")),
    "calmers.md": lambda library: document_markdown(article(library, library.get("calmers"))),
    "calmers.html": lambda library: document_html(article(library, library.get("calmers"))),
    "calmers.json": lambda library: to_json(entry_data(library, library.get("calmers"))),
    "calmers-row.txt": lambda library: TextRenderer(80).document(row_document(library, library.get("calmers"), "cost", "uk")),
    "low-mood.txt": lambda library: TextRenderer(80).document(article(library, library.get("low-mood"))),
    "rest.txt": lambda library: TextRenderer(80).document(article(library, library.get("rest"))),
    "crisis.txt": lambda library: TextRenderer(80).document(crisis_page(library)),
    "crisis-without.txt": lambda library: TextRenderer(40).document(crisis_page(None)),
    "compare-160.txt": lambda library: side_by_side(library, TextRenderer(160)),
    "compare-60.txt": lambda library: side_by_side(library, TextRenderer(60)),
    "compare-linear.txt": lambda library: side_by_side(library, TextRenderer(75, cites=False), linear=True),
    "compare.md": lambda library: comparison_markdown(compare(library, ["walking", "calmers"])),
    "compare.html": lambda library: comparison_html(compare(library, ["walking", "calmers"], "low-mood")),
    "compare.csv": lambda library: comparison_csv(compare(library, ["walking", "calmers"], "low-mood")),
    "compare-first.txt": lambda library: TextRenderer(100).comparison(compare(library, ["walking", "calmers"], first=("cost", "effort"))),
    "compare-first.md": lambda library: comparison_markdown(compare(library, ["walking", "calmers"], first=("cost",))),
    "decide-80.txt": lambda library: TextRenderer(80).document(decision(library, "low-mood", "young", ("cost",))),
    "decide-40.txt": lambda library: TextRenderer(40).document(decision(library, "low-mood")),
    "decide-color.txt": lambda library: TextRenderer(80, color=True).document(decision(library, "low-mood")),
    "decide.html": lambda library: document_html(decision(library, "low-mood", "older")),
    "decide.json": lambda library: to_json(document_data(decision(library, "low-mood", "adult"))),
    "sheet.md": lambda library: document_markdown(sheet(library, "low-mood", "", ("cost",))),
    "timeline-80.txt": lambda library: TextRenderer(80).document(timeline(library, ["calmers", "walking"], "low-mood")),
    "timeline-40.txt": lambda library: TextRenderer(40).document(timeline(library, ["calmers"])),
    "timeline-spoken.txt": lambda library: TextRenderer(75, cites=False).document(timeline(library, ["calmers"])),
    "timeline.md": lambda library: document_markdown(timeline(library, ["calmers"])),
    "timeline.html": lambda library: document_html(timeline(library, ["calmers"])),
    "times-40.txt": lambda library: TextRenderer(40).document(TIMES),
    "times-spoken.txt": lambda library: TextRenderer(75, cites=False).document(TIMES),
    "times.md": lambda library: document_markdown(TIMES),
    "times.html": lambda library: document_html(TIMES),
    "compare.json": lambda library: to_json(comparison_data(compare(library, ["walking", "calmers"], "low-mood"))),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_golden(name: str, sample: Library) -> None:
    made = CASES[name](sample)
    path = GOLDEN / name
    if os.environ.get("HANDBOOK_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)


def test_a_page_of_html_stands_by_itself(sample: Library) -> None:
    page = html_page("Calm & <b>", document_html(article(sample, sample.get("calmers"))))
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Calm &amp; &lt;b&gt; - Handbook</title>" in page
    assert page.count("<h1") == page.count("<main") == 1
    for other in ("<script", "@import", "url(", "<link", "<img"):
        assert other not in page
