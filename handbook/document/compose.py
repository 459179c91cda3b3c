"""Turns an entry's texts into spans: links get their names, citations get their numbers."""

from __future__ import annotations

from handbook.content import markup
from handbook.document.nodes import Block, Listing, Paragraph, SourceNote, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from handbook.content.model import Text
    from handbook.library.library import Library, Source

NOT_RECORDED = "not recorded"


class Composer:
    """Composes the texts of one document, and numbers its sources in the order they are cited."""

    def __init__(self, library: Library, region: str = "") -> None:
        self.library = library
        self.region = region
        self._numbers: dict[str, int] = {}
        self._sources: dict[str, Source | None] = {}
        self._read: dict[str, bool] = {}

    def spans(self, text: str) -> list[Span]:
        """The spans of one text with inline markup."""
        spans: list[Span] = []
        for part in markup.parse(text):
            if isinstance(part, markup.Words):
                spans.append(Span(part.text, "strong" if part.strong else ""))
            elif isinstance(part, markup.Link):
                spans.append(self.link(part.target, part.text, inside=_goes_on(spans)))
            else:
                spans.append(self.cite(part))
        return spans

    def link(self, target: str, text: str = "", inside: bool = False) -> Span:
        """A link by the entry's short name; plain words if there is no such entry.

        `inside` a sentence, a name that is a common noun loses its capital letter.
        """
        short = self.library.short(target)
        if short is None:
            return Span(text or target.replace("-", " "))
        if inside and short[1:2].islower():
            short = short[0].lower() + short[1:]
        return Span(text or short, "link", target)

    def links_in_a_row(self, ids: Iterable[str]) -> list[Span]:
        """Links with commas between them, each id once."""
        spans: list[Span] = []
        for id in dict.fromkeys(ids):
            spans += [Span(", ")] if spans else []
            spans.append(self.link(id, inside=len(spans) > 0))
        return spans

    def cite(self, cite: markup.Cite) -> Span:
        """The number of a source, new or met before."""
        if cite.key not in self._numbers:
            self._numbers[cite.key] = len(self._numbers) + 1
            self._sources[cite.key] = self.library.source(cite.key)
        number, source = self._numbers[cite.key], self._sources[cite.key]
        read = cite.read and source is not None and source.read
        self._read[cite.key] = self._read.get(cite.key, False) or read
        return Span(f"[{number}]" if read else f"[{number}?]", "cite" if read else "unread", cite.key)

    def cites(self, references: Iterable[str]) -> list[Span]:
        """The citations of a `sources` list, each with a space before it."""
        spans = []
        for reference in references:
            spans += [Span(" "), self.cite(markup.source_key(reference))]
        return spans

    def paragraphs(self, text: Text) -> list[Block]:
        """A text as paragraphs, one for each region it differs by."""
        forms = markup.variants(text, self.region)
        return [Paragraph([*([Span(f"{region}: ", "label")] if region else []), *self.spans(form)]) for region, form in forms]

    def line(self, text: Text) -> list[Span]:
        """A text as one run of spans, the regions in a row."""
        spans: list[Span] = []
        for region, form in markup.variants(text, self.region):
            spans += [Span(" ")] if spans else []
            spans += [Span(f"{region}: ", "label")] if region else []
            spans += self.spans(form)
        return spans

    def listing(self, texts: Iterable[Text], ordered: bool = False) -> list[Block]:
        """Texts as a list; nothing if there are none."""
        items = [self.line(text) for text in texts]
        return [Listing(items, ordered)] if items else []

    def links(self, ids: Iterable[str]) -> list[Block]:
        """Links to the entries of `ids` that exist, as a list."""
        items = []
        for id in ids:
            if id in self.library:
                card = self.library.card(id)
                items.append([Span(card.title, "link", id)])
        return [Listing(items)] if items else []

    def not_recorded(self) -> list[Block]:
        """What stands where nobody could source anything."""
        return [Paragraph([Span(NOT_RECORDED, "muted")])]

    def sources(self) -> list[SourceNote]:
        """The sources cited so far, by number."""
        notes = []
        for key, number in self._numbers.items():
            if source := self._sources[key]:
                notes.append(SourceNote(number, key, source.title, source.publisher, source.year, source.url, self._read[key]))
            else:
                notes.append(SourceNote(number, key, key, "", "", "", False))
        return notes


def _goes_on(spans: list[Span]) -> bool:
    """Whether what follows these spans stands inside a sentence."""
    for span in reversed(spans):
        if span.role not in ("cite", "unread") and (text := span.text.rstrip()):
            return text[-1] not in ".?!:"
    return False
