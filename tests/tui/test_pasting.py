"""Pasted text reaches the app as one piece, however the terminal sends it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handbook.tui.pasting import BEGIN, END, Pasting

PIECES = st.lists(st.sampled_from(["a", "q", "\n", "\x1b", "[", "31m", "\u05e9", "200", "~"]), max_size=12).map("".join)


@given(PIECES.filter(lambda text: END not in text), PIECES.filter(lambda text: BEGIN not in text), st.integers(1, 9))
def test_keys_stay_as_they_are_and_pasted_text_holds_no_escape(pasted: str, typed: str, size: int) -> None:
    sent = f"x{BEGIN}{pasted}{END}{typed}"
    pasting = Pasting()
    got = "".join(pasting.cleaned(sent[at : at + size]) for at in range(0, len(sent), size))
    assert got == f"x{BEGIN}{pasted.replace(chr(27), '')}{END}{typed}"


def test_an_escape_key_is_never_held_back() -> None:
    pasting = Pasting()
    assert pasting.cleaned("\x1b") == "\x1b"
    assert pasting.cleaned("[200~one\x1b") == "[200~one"
    assert pasting.cleaned("[31mtwo\x1b[20") == "[31mtwo"
    assert pasting.cleaned("1~\x1b") == f"{END}\x1b"
