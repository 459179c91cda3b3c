"""Transcripts that people have read, and whether what is heard is still the same.

A reader takes in a screen in pieces, and where one piece ends is chance: it may break a word, say again what stood
there before, or take in a line half drawn, a word of it joined to the end of one that stood there. So words may come twice, or come again from earlier in the tour; but none may be lost, and none be new.
That nothing is said again without need is what the tours' own checks are for.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from handbook.line.conversation import FIRST_PROMPT, PROMPT
from tests.accessibility.listening import Heard
from tests.accessibility.steps import words_of


def keep(path: Path, heard: list[Heard]) -> None:
    """Write a transcript, unless the one that is kept says the same already."""
    if not path.exists() or differences(path, heard):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(heard), encoding="utf-8")


def written(heard: list[Heard]) -> str:
    """What was heard step by step, to be read by people."""
    lines = []
    for step in heard:
        lines.append(f"[{step.step}]")
        lines += textwrap.wrap(step.said or "(silence)", 100, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines) + "\n"


def differences(path: Path, heard: list[Heard]) -> list[str]:
    """What is heard otherwise than in the kept transcript, step by step."""
    if not path.exists():
        return [f"there is no {path.name}; write it with HANDBOOK_GOLDEN=write, and read it"]
    kept = re.findall(r"^\[(.*)\]\n((?:  .*\n)*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    if [step for step, _ in kept] != [step.step for step in heard]:
        return [f"{path.name} has other steps; write it anew with HANDBOOK_GOLDEN=write, and read it"]
    found = []
    before = ""
    for (_, said), step in zip(kept, heard, strict=True):
        once = " ".join(said.split()).replace("(silence)", "")
        if not step.step.startswith("type ") and (odd := odd_words(once, step.said, before, step.step)):
            found.append(f"[{step.step}] {', '.join(odd)}\n    was: {once}\n    is: {step.said}")
        before += f" {once} {step.said}"
    return found


def odd_words(kept: str, heard: str, before: str, typed: str = "") -> list[str]:
    """Words that are lost or new. `before` is all that was said earlier, `typed` what the terminal echoes in pieces, or not at all.

    A prompt at the end may be broken or cut off, too: that it is written whole and last is tested on what is written.
    """
    prompts = f"{FIRST_PROMPT} {PROMPT}"
    told = kept.removesuffix(FIRST_PROMPT.strip()).removesuffix(PROMPT.strip())
    known, now, earlier = (set(words_of(text.lower())) for text in (kept, heard, before))
    letters = "".join(words_of(f"{heard} {typed}".lower()))
    pieces = "".join(words_of(f"{kept} {before} {typed} {prompts}".lower()))
    lost = sorted(word for word in set(words_of(told.lower())) - now - earlier if word not in letters)
    new = sorted(word for word in now - known - earlier if word not in pieces and not _half_drawn(word, known | earlier, earlier))
    return [*(f"lost: {word}" for word in lost), *(f"new: {word}" for word in new)]


def _half_drawn(word: str, drawn: set[str], stood: set[str]) -> bool:
    """Whether a word is one that is drawn, and behind it the end of one that stood there: too long an end to be a grammatical one."""
    ends = range(3, len(word) - 3)
    return any(word[:end] in drawn and any(old.endswith(word[end:]) and old != word[end:] for old in stood) for end in ends)
