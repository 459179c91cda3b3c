"""Synthetic collections: as many entries as wanted, in the handbook's own format."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

_SYLLABLES = "ser tra line flu ox e tine par da zol pi dem ven la fax mir taz a pine ci lo pram ris per i done que ti lu ra si".split()
_WORDS = (
    "you may feel tired sick better worse calm sleep week month year doctor nurse therapist medicine talk help side effect rare common "
    "people trial study evidence strong mood worry panic pain weight heart blood test dose plan stop start slow sudden risk benefit child "
    "adult older pregnant drink alcohol food driving work school family friend support group session practice skill thought feeling"
).split()
_ROWS = ("how_it_works", "benefit", "first_effect", "duration", "after", "effort", "common_effects", "serious", "stopping", "combine")


def write_collection(folder: Path, count: int) -> None:
    """Write `count` therapies of about 2.5 KB each into a folder, unless they are there already. The same every time."""
    inside = folder / "therapies"
    mark = folder / f".complete-{count}"
    if mark.exists():
        return
    inside.mkdir(parents=True, exist_ok=True)
    chance = random.Random(7)
    rare = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(20_000)]
    words = _WORDS + rare
    weights = list(itertools.accumulate(1 / (place + 8) for place in range(len(words))))

    def sentence() -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(8, 16))).capitalize() + "."

    for number in range(count):
        name = "".join(chance.choices(_SYLLABLES, k=4))
        rows = "\n".join(f"  {row}: {' '.join(sentence() for _ in range(3))}" for row in _ROWS)
        text = (
            f"title: {name.capitalize()} therapy {number}\nshort: {name[:14].capitalize()} {number}\n"
            f"aliases: [{name} treatment, {chance.choice(rare)}]\nasks: [does {name} help with {chance.choice(_WORDS)}]\n"
            f"summary: {sentence()} {sentence()}\nrows:\n{rows}\nreview: {{written: 2026-11-21, clinician: null, due: 2027-11-21}}\n"
        )
        (inside / f"{name}-{number}.yaml").write_text(text, encoding="utf-8")
    mark.touch()
