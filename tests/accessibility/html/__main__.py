"""`python -m tests.accessibility.html`: pages of every kind in a real browser, checked with axe-core.

Needs node, npm, a network for npm, and Chromium (the variable CHROMIUM names it); without them it says so and passes.
`--modules DIR` names a folder in which axe-core and playwright-core are installed already; `--only WORD` picks pages by name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from handbook.document.article import article
from handbook.document.comparison import compare
from handbook.document.crisis import crisis_page
from handbook.library.library import Library
from handbook.library.opening import open_library
from handbook.render.html import comparison_html, document_html
from handbook.render.html_page import html_page
from handbook.search import FORMAT
from handbook.search.index import Index
from handbook.web.one_page import one_page
from handbook.web.selection import Export, select
from handbook.web.site import site

PACKAGES = ("axe-core@4.14.1", "playwright-core@1.65.1")


def sample(library: Library) -> dict[str, str]:
    """Name to page: the longest and the shortest entry of every kind, comparisons of two to four columns, and help in a crisis."""
    pages = {"crisis": html_page("Help in a crisis", document_html(crisis_page(library)))}
    for kind in library.counts():
        made = {card.id: document_html(article(library, library.get(card.id))) for card in library.cards(kind)}
        for id in {min(made, key=lambda id: len(made[id])), max(made, key=lambda id: len(made[id]))}:
            pages[f"{kind}-{id}"] = html_page(id, made[id])
    for ids, condition in ((["cbt", "ssri"], "panic-disorder"), (["lithium", "valproate"], ""), (["cbt", "ssri", "snri"], "")):
        found = compare(library, ids, condition, ("both", "wait") if condition else (), everything=True)
        pages["compared-" + "-".join(ids)] = html_page(found.title, comparison_html(found))
    return pages


def exports(library: Library) -> dict[str, str]:
    """Path to text of what an export of a few entries writes: one page, and a site with a page of every sort."""
    export = Export(library, select(library, ["panic-disorder", "cbt", "ssri", "tapering"]), date(2026, 11, 22))
    return {"export/one-page.html": one_page(export), **{f"export/site/{path}": text for path, text in site(export).items()}}


def main(arguments: list[str]) -> int:
    """Make the pages and check them; gives the exit status: 0 nothing found or it could not be checked, 1 something found."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not (shutil.which("node") and shutil.which("npm") and browser):
        print("Not checked: the HTML pages need node, npm and Chromium.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        modules = arguments[arguments.index("--modules") + 1] if "--modules" in arguments else folder
        if modules == folder:
            install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *PACKAGES]
            if subprocess.run(install, check=False).returncode:
                print("Not checked: npm could not install axe-core and playwright-core.")
                return 0
        wanted = arguments[arguments.index("--only") + 1] if "--only" in arguments else ""
        pages = Path(folder, "pages")
        pages.mkdir()
        library = open_library([], Index, FORMAT)
        files = {f"{name}.html": text for name, text in sample(library).items()} | exports(library)
        for name, text in files.items():
            if wanted in name or not name.endswith(".html"):
                (pages / name).parent.mkdir(parents=True, exist_ok=True)
                (pages / name).write_text(text, encoding="utf-8")
        command = ["node", str(Path(__file__).with_name("axe.mjs")), str(pages), modules]
        return subprocess.run(command, check=False, env={**os.environ, "CHROMIUM": browser}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
