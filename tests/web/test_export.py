"""What is exported leads nowhere else, asks for nothing, and can be read by everybody."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.document.nodes import Block, Document, Facts, Heading, Listing, Paragraph, Section, SourceNote, Span
from handbook.errors import UnknownId, UsageError
from handbook.library.library import Library
from handbook.render.html import document_html
from handbook.web.one_page import one_page
from handbook.web.plain import plain
from handbook.web.selection import Export, select
from handbook.web.site import site
from tests.web.reading import Page, dead_links

TODAY = date(2026, 11, 22)


def everything(library: Library) -> Export:
    return Export(library, select(library), TODAY)


@pytest.fixture(scope="module")
def whole(real_library: Library) -> str:
    return one_page(everything(real_library))


@pytest.fixture(scope="module")
def files(real_library: Library) -> dict[str, str]:
    return site(everything(real_library))


def test_every_link_of_the_one_page_leads_to_a_place_on_it(whole: str) -> None:
    page = Page(whole)
    assert dead_links({"page.html": whole}) == []
    assert len(page.ids) == len(set(page.ids))
    assert len(page.links) > 10_000


def test_the_one_page_asks_for_nothing(whole: str) -> None:
    page = Page(whole)
    assert page.asks == []
    assert not {"link", "img", "iframe", "object", "embed", "base", "video", "audio", "source"} & set(page.tags)
    (looks,) = re.findall(r"<style>(.*?)</style>", whole, re.DOTALL)
    assert "url(" not in looks
    assert "@import" not in looks
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|import|localStorage|cookie)\b", re.findall(r"<script>(.*?)</script>", whole, re.DOTALL)[0])


def test_the_one_page_lets_only_its_own_looks_and_script_be_used(whole: str) -> None:
    policy = re.findall(r'Content-Security-Policy" content="(.*?)"', whole)[0]
    assert policy.startswith("default-src 'none'; ")
    for element in ("style", "script"):
        (text,) = re.findall(f"<{element}>(.*?)</{element}>", whole, re.DOTALL)
        assert f"{element}-src 'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy


def test_help_stands_first_and_every_entry_leads_back_to_it(whole: str, real_library: Library) -> None:
    page = Page(whole)
    assert page.links[:2] == ["#main", "#handbook.crisis"]
    assert page.text().index("call 911") < page.text().index("Contents and search", 200)
    assert whole.count('href="#handbook.crisis"') == len(real_library) + 3
    assert "306 entries, not yet reviewed by a clinician." in page.text()
    assert page.text().count("Not yet reviewed by a clinician.") == len(real_library)


def test_headings_go_down_one_level_at_a_time(whole: str, files: dict[str, str]) -> None:
    for text in (whole, *(text for path, text in files.items() if path.endswith(".html"))):
        headings = Page(text).headings
        assert headings.count(1) == 1
        assert headings[0] == 1
        assert all(later - before <= 1 for before, later in pairwise(headings))
        assert text.startswith('<!doctype html>\n<html lang="en">')


def test_without_a_script_no_search_is_offered(whole: str, files: dict[str, str]) -> None:
    for text in (whole, files["index.html"]):
        assert re.search(r'<form role="search" id="handbook.search" hidden>', text)
    assert [path for path, text in files.items() if path.endswith(".html") and "<script" in text] == ["index.html"]


def test_every_link_of_the_site_leads_to_a_file(files: dict[str, str], real_library: Library) -> None:
    assert dead_links(files) == []
    assert {f"entries/{card.id}.html" for card in real_library.cards()} < set(files)
    assert {path.split("/")[0] for path in files} == {"entries", "decide", "compare", "index.html", "a-to-z.html", "crisis.html", "style.css", "search.js", "entries.js"}
    for path, text in files.items():
        if path.endswith(".html"):
            page = Page(text)
            assert len(page.ids) == len(set(page.ids)), path
            assert page.links[1].endswith("crisis.html")
            up = "../" * path.count("/")
            scripts = [("script", "src", "entries.js"), ("script", "src", "search.js")] if path == "index.html" else []
            assert page.asks == [("link", "href", f"{up}style.css"), *scripts], path


def test_the_site_sets_first_choices_side_by_side(files: dict[str, str]) -> None:
    page = Page(files["compare/panic-disorder.html"]).text()
    assert "CBT compared with SSRIs, both together and waiting, for panic disorder" in page
    assert "Not yet reviewed by a clinician." in page
    assert "../compare/panic-disorder.html" in Page(files["entries/panic-disorder.html"]).links


def test_a_few_entries_link_to_each_other_only(real_library: Library) -> None:
    export = Export(real_library, select(real_library, ["ssri", "cbt", "depression"]), TODAY, "uk")
    made = site(export)
    assert dead_links(made) == []
    assert dead_links({"page.html": one_page(export)}) == []
    assert sorted(path for path in made if "/" in path) == ["compare/depression.html", "decide/depression.html", "entries/cbt.html", "entries/depression.html", "entries/ssri.html"]
    assert "panic" in Page(made["entries/ssri.html"]).text()
    assert "<h1>Handbook: " in one_page(export)
    assert "compare/depression.html" not in site(Export(real_library, select(real_library, ["ssri", "depression"]), TODAY))


def test_what_belongs_to_a_condition_is_chosen(real_library: Library) -> None:
    chosen = {card.id for card in select(real_library, condition="ocd")}
    assert {"ocd", "erp", "ssri", "erp-vs-ssri-ocd"} <= chosen
    assert "lithium" not in chosen
    assert {card.kind for card in select(real_library, kind="tip")} == {"tip"}
    with pytest.raises(UnknownId):
        select(real_library, ["ssry"])
    with pytest.raises(UsageError):
        select(real_library, condition="ssri")


def test_markdown_files_link_to_files_that_are_there(real_library: Library) -> None:
    for cards in (select(real_library), select(real_library, kind="tip")):
        made = plain(Export(real_library, cards, TODAY))
        for path, text in made.items():
            for target in re.findall(r"(?<!\\)\]\(([^)]*\.md)\)", text):
                assert (target if target.startswith("entries/") or path == "contents.md" else f"entries/{target}") in made, (path, target)
    assert len(made) == len(cards) + 2


def test_an_entry_reviewed_is_counted(sample: Library) -> None:
    assert Export(sample, select(sample), TODAY).notes()[0] == "5 entries, 1 of them reviewed by a clinician, as each says."
    assert Export(sample, select(sample, ["rest"]), TODAY).title() == "Handbook: Rest"


TEXT = st.text(alphabet=st.sampled_from("<>&\"'/=ab \n\x00\u2028") | st.characters(), max_size=30) | st.sampled_from(["</article><script>alert(1)</script>", "\" onclick=\"x", "<!--", "]]>", "</h1>"])


@given(TEXT, TEXT, TEXT, st.integers(1, 3))
def test_text_never_becomes_markup(one: str, two: str, three: str, level: int) -> None:
    spans = [Span(one), Span(two, "strong"), Span(three, "link", one), Span("[1]", "cite", two)]
    blocks: list[Block] = [Paragraph(spans), Heading(one), Listing([spans]), Facts([(two, spans)])]
    shape = Document("x", "tip", "t", "s", [Section("k", "t", [Paragraph([Span("a"), Span("b", "strong"), Span("c", "link", "d"), Span("[1]", "cite", "s")]), Heading("h"), Listing([[Span("a"), Span("b", "strong"), Span("c", "link", "d"), Span("[1]", "cite", "s")]]), Facts([("f", [Span("a"), Span("b", "strong"), Span("c", "link", "d"), Span("[1]", "cite", "s")])])])], [SourceNote(1, "s", "t", "p", "y", "", True)], ["n"])
    document = Document(one, "tip", two, three or "s", [Section(three, one, blocks)], [SourceNote(1, two, one, three, two, "javascript:alert(1)", True)], [three])
    made, plain_one = Page(document_html(document, lambda id: f"#{id}", level, "p.")), Page(document_html(shape, lambda id: f"#{id}", level, "p."))
    assert made.tags == plain_one.tags
    assert made.asks == []
    assert len(made.ids) == len(plain_one.ids)
