"""What the documents say is held against the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.cli.main import COMMANDS
from handbook.content.problems import RULES
from handbook.content.rows import FOLDERS, written_rows

ROOT = Path(__file__).parent.parent


def test_the_writing_guide_lists_every_rule_as_it_is() -> None:
    guide = (ROOT / "entries/STYLE.md").read_text()
    listed = dict(re.findall(r"^\| (HB\d{3}) \| (.+?) \| (?:error|remark) \|$", guide, re.MULTILINE))
    assert listed == {code: rule.says for code, rule in RULES.items()}


def test_the_writing_guide_names_every_row_that_is_written() -> None:
    guide = (ROOT / "entries/STYLE.md").read_text()
    for kind in FOLDERS:
        for key in written_rows(kind):
            assert f"{key}:" in guide, (kind, key)


def test_every_worked_example_exists() -> None:
    guide = (ROOT / "entries/STYLE.md").read_text()
    examples = re.findall(r"^\| \w+ \| `(\w+/[\w-]+\.yaml)` \|$", guide, re.MULTILINE)
    assert len(examples) == len(FOLDERS)
    for example in examples:
        assert (ROOT / "entries" / example).exists()


@pytest.mark.parametrize("command", list(COMMANDS))
def test_the_readme_names_every_command(command: str) -> None:
    assert re.search(rf"`?handbook [^`\n]*\b{command}\b", (ROOT / "README.md").read_text())


def test_no_file_names_a_machine_or_a_registry() -> None:
    words = re.compile(r"/(?:root|tmp)/|pythonhosted|index-url|" + "pypi" + r"\.org")
    for path in [*ROOT.glob("*.*"), *ROOT.glob("handbook/**/*.py"), *ROOT.glob("entries/**/*"), *ROOT.glob("docs/*")]:
        if path.is_file() and path.suffix in (".py", ".md", ".toml", ".txt", ".yaml"):
            assert not words.search(path.read_text(encoding="utf-8")), path


def test_every_picture_has_a_text_twin_and_fetches_nothing() -> None:
    folder = ROOT / "docs/pictures"
    twins = (folder / "README.md").read_text(encoding="utf-8")
    pictures = sorted(folder.glob("*.svg"))
    assert 0 < len(pictures) < 8
    for path in pictures:
        text = path.read_text(encoding="utf-8")
        assert path.stat().st_size < 60_000, path.name
        assert "font-face" not in text
        assert set(re.findall(r"https?://[^\"' <)]+", re.sub(r">[^<]*<", "><", text))) == {"http://www.w3.org/2000/svg"}, path.name
        assert re.search(rf"!\[.{{20,}}\]\({path.name}\)\n\n```\n", twins), path.name


def test_pictures_in_the_readme_exist_and_say_what_is_on_them() -> None:
    shown = re.findall(r"!\[(.*?)\]\((.+?)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown
    for says, path in shown:
        assert len(says) > 20, path
        assert (ROOT / path).exists(), path
