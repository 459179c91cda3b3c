"""Draws docs/pictures from the real program on the built-in entries: `make pictures`.

Each picture has its text twin in docs/pictures/README.md, so that nobody needs to see it. The pictures ask for
no font and no other file, so that showing them fetches nothing.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from handbook.library.library import Library
from handbook.library.opening import open_library
from handbook.line.conversation import Conversation
from handbook.render.text import TextRenderer
from handbook.search import FORMAT
from handbook.search.index import Index

FOLDER = Path(__file__).parent / "docs/pictures"

PICTURES = {
    "browse": ("The list of entries with a one-line answer each, and the entry you are on beside it", (120, 30), "down down"),
    "search": ("A search with a spelling mistake: results for the word that was meant, and the key to undo that", (80, 20), "/ s e r t a l i n e"),
    "page": ("The page of an entry: warnings first, then the short answer and the facts people ask for", (80, 30), "/ s s r i enter"),
    "compare": ("CBT and SSRIs in two columns, row by row, for panic disorder", (120, 34), "g p a n i c - d i s o r d e r enter v"),
    "compare-narrow": ("The same comparison on a narrow terminal: one answer below the other", (50, 30), "g p a n i c - d i s o r d e r enter v ] ]"),
    "crisis": ("Help in a crisis, one key away on every screen", (80, 24), "!"),
}
"""Picture to what is on it, the size of the terminal, and the keys that lead there."""

SAID = ["zoloft", "1", "", "order", "q"]
"""What is typed in the example of line mode."""

_NAMES = {"/": "slash", "!": "exclamation_mark", "-": "minus", "]": "right_square_bracket"}


async def draw(library: Library, name: str) -> str:
    """Write one picture; gives what it shows as text."""
    from handbook.tui.app import HandbookApp

    says, size, keys = PICTURES[name]
    app = HandbookApp(library)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*(_NAMES.get(key, key) for key in keys.split()))
        await pilot.pause()
        picture = app.export_screenshot(title=f"handbook: {name}", simplify=True)
        rows = [line.text.rstrip() for line in app.screen._compositor.render_strips()]
    (FOLDER / f"{name}.svg").write_text(without_fonts(picture, says), encoding="utf-8")
    text = "\n".join(rows)
    return f"## {says}\n![{says}]({name}.svg)\n\n```\n{text}\n```\n"


def without_fonts(picture: str, says: str) -> str:
    """A picture that uses the viewer's own font instead of fetching one, and says what is on it."""
    picture = re.sub(r"<!--.*?-->", "", picture, flags=re.DOTALL).replace("<svg ", f'<svg role="img" xml:space="preserve" aria-label="{says}" ', 1)
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = re.sub(r"font-family: [^;]+;", "font-family: monospace;", picture)
    return re.sub(r"\n\s*\n+", "\n", picture)


def talk(library: Library) -> str:
    """An example of line mode, as it stands on the terminal."""
    said: list[str] = []
    conversation = Conversation(library, TextRenderer(75, cites=False), said.append)
    for line in SAID[:-1]:
        said.append(f"Words, number, m or q: {line}\n")
        conversation.answer(line)
    return "## The same line by line, for speech and braille (`handbook --screen-reader`)\n```\n" + "".join(said).rstrip() + "\n```\n"


async def main() -> None:
    """Draw all pictures and write their text twins."""
    os.environ.pop("NO_COLOR", None)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CACHE_HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
        library = open_library([], Index, FORMAT)
        twins = [await draw(library, name) for name in PICTURES]
        twins.append(talk(library))
    (FOLDER / "README.md").write_text("# Pictures, each with what it shows as text\n\n" + "\n".join(twins), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
