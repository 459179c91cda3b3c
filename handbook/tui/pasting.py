"""Keeps pasted text together. No Textual here."""

from __future__ import annotations

ESCAPE = "\x1b"
BEGIN, END = f"{ESCAPE}[200~", f"{ESCAPE}[201~"
"""What a terminal sends around pasted text."""


class Pasting:
    """Takes the escape character out of what is pasted, piece by piece as the terminal sends it.

    Not every terminal does, and Textual takes what follows one for keys: pasted words would run as commands.
    """

    def __init__(self) -> None:
        self.inside = False
        """Whether what comes now is pasted."""
        self._before = ""
        """Inside, the held back start of what may be the end; outside, what was last handed on."""

    def cleaned(self, text: str) -> str:
        """What to hand on of the text that came."""
        kept = []
        while text:
            if self.inside:
                piece, mark, text = (self._before + text).partition(END)
                held = "" if mark else next((END[:size] for size in range(len(END) - 1, 0, -1) if piece.endswith(END[:size])), "")
                kept += [piece.removesuffix(held).replace(ESCAPE, ""), mark]
                self.inside, self._before = not mark, held
            else:
                whole = self._before + text
                at = whole.find(BEGIN)
                self.inside = at >= 0
                end = at + len(BEGIN) if self.inside else len(whole)
                kept.append(whole[len(self._before) : end])
                text = whole[end:]
                self._before = "" if self.inside else whole[1 - len(BEGIN) :]
        return "".join(kept)
