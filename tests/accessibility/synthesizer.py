"""A speech synthesizer that writes down what it is told to say: `python synthesizer.py PROTOCOL FILE`.

Screen readers start it in place of a voice and talk to it on standard input. Each utterance becomes a line of JSON.
"""

from __future__ import annotations

import json
import re
import sys

_EMACSPEAK = re.compile(r'(?:q|l|tts_say|tts_letter) ?[{"]?(.*?)[}"]?$')


def said_in(protocol: str, line: str) -> str | None:
    """What a line of a speech protocol says, or None if it says nothing."""
    if protocol == "emacspeak":
        found = _EMACSPEAK.match(line)
        return found.group(1) if found else None
    if protocol == "tdsr":
        return line[1:] if line[:1] in ("s", "l") else None
    return line


def main() -> None:
    """Listen until the reader ends."""
    protocol, path = sys.argv[1:]
    with open(path, "a", buffering=1, encoding="utf-8") as log:
        for raw in sys.stdin.buffer:
            said = said_in(protocol, raw.decode("utf-8", "replace").rstrip("\r\n"))
            if said is not None:
                log.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
