"""`handbook room`: phones and other computers in the room read the handbook with a browser, without internet."""

from __future__ import annotations

import gc

from handbook.cli.output import tell, terminal_for
from handbook.cli.selecting import add_selection, export_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

EXAMPLES = """examples:
  handbook room                       everybody on this computer's network can read
  handbook room ssri cbt              only two entries
  handbook room --bind 127.0.0.1      only this computer, to try it out

The command prints the address to write on the board; phones must be in the same network,
such as a hotspot of this computer. Ctrl+C ends it. Only pages of the handbook are given out,
from memory, and nobody can change anything. Nothing is recorded of who read what, and what is
searched for never leaves a phone. But pages travel unencrypted: whoever runs the network,
or listens in, can see which ones are opened."""

PORT = 8000
_HERE = ("127.0.0.1", "::1")
"""Addresses that only this computer can reach."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    add_selection(parser)
    parser.add_argument("--port", metavar="N", type=_port, default=PORT, help=f"answer at this port (default: {PORT}; 0: any that is free)")
    parser.add_argument("--bind", metavar="ADDRESS", default="", help="answer at this address only (default: at all addresses of this computer)")


def run(arguments: argparse.Namespace) -> int:
    """Answer until Ctrl+C; gives 0. Raises UsageError, UnknownId, and HandbookError if the port is taken."""
    from handbook.web.room import Room, own_addresses
    from handbook.web.site import site

    export = export_for(arguments)
    files = site(export)
    if not arguments.bind:
        tell("this lets everybody on this computer's network read the handbook (only this computer: --bind 127.0.0.1)")
    with Room(files, arguments.bind or "0.0.0.0", arguments.port) as room:
        addresses = [arguments.bind] if arguments.bind else own_addresses()
        try:
            _say_where(addresses, room.port, arguments)
            gc.enable()
            room.serve_forever()
        except KeyboardInterrupt:
            tell("closed; nothing was recorded")
    return 0


def _say_where(addresses: list[str], port: int, arguments: argparse.Namespace) -> None:
    """Print the addresses, and say them in words."""
    from handbook.web.room import in_words

    if not addresses:
        addresses = ["127.0.0.1"]
        tell("this computer seems to be in no network; join one, or open a hotspot, and start again")
    for address in addresses:
        shown = f"[{address}]" if ":" in address else address
        terminal_for(arguments).write(f"http://{shown}:{port}/\n")
        if address in _HERE:
            tell("open it in a browser on this computer")
        else:
            tell(f"write on the board: {shown}:{port} (in words: {in_words(address, port)})")
            tell("if a phone cannot open it, it may be in another network, or a firewall on this computer is in the way")
    tell("press Ctrl+C to end")


def _port(text: str) -> int:
    """The number of a port."""
    import argparse

    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number up to 65535")
    return int(text)
