"""Whether a terminal puts what is copied on the clipboard. No Textual here."""

from __future__ import annotations

from collections.abc import Mapping

DOUBT = "(This terminal may refuse it.)"


def doubt(environment: Mapping[str, str]) -> str:
    """A remark for terminals that ignore the request to copy (OSC 52), or need a setting for it; else an empty text.

    These are Terminal on macOS, those built on VTE such as GNOME's, the Linux console, screen and tmux.
    """
    refuses = environment.get("TERM_PROGRAM") == "Apple_Terminal" or environment.get("TERM", "").startswith(("linux", "screen"))
    return DOUBT if refuses or any(name in environment for name in ("VTE_VERSION", "TMUX", "STY")) else ""
