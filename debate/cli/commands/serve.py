"""``debate serve``: the app in a browser on this machine."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from debate.cli.failures import UsageError
from debate.cli.library import is_library
from debate.cli.reading import load, resolve
from debate.cli.streams import say, write
from debate.cli.table import PATH_HELP

DESCRIPTION = """\
Walk through a debate in a browser on this machine: the same app with the same
keys. A folder of debates opens as a library. Ctrl+C ends it.

It is for one person and not for a class: whoever opens the address judges
with your judgements and writes files as you. It listens on this machine alone
and asks nothing of any other."""

EXAMPLES = """\
  debate serve my-debate
  debate serve my-debate --port 8080 --open
  debate serve debates        a folder of debates, as a library
  ssh -L 8000:127.0.0.1:8000 HOST debate serve my-debate    from elsewhere"""

#: The port that is tried first where none is asked for.
_USUAL = 8000

MISSING = "debate serve needs the extra serve: pip install 'debate[serve]'"


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "path", metavar="PATH", nargs="?", help=PATH_HELP + "; without PATH, that one"
    )
    parser.add_argument(
        "--port",
        metavar="N",
        type=_port,
        help=f"the port to listen on; 0 is any that is free; the default is {_USUAL}, or another",
    )
    parser.add_argument(
        "--host",
        metavar="NAME",
        default="127.0.0.1",
        help="127.0.0.1 (the default), localhost or ::1; no other is served",
    )
    parser.add_argument("--open", action="store_true", help="open the browser, too")


def run(arguments: Namespace) -> int:
    """Serve until interrupted."""
    if arguments.path == "-":
        raise UsageError("serve needs a file or a folder: every page reads the debate anew")
    try:
        from debate.tui.serving import LOOPBACK, LocalServer, listen
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("textual_serve", "aiohttp"):
            raise
        raise UsageError(MISSING) from None
    if arguments.host not in LOOPBACK:
        raise UsageError(
            f"{arguments.host} is open to others, and this is for one person; "
            "from another machine, ssh -L leads here"
        )
    path = _whole(arguments.path)
    # What cannot be read is told here, and not in the browser.
    if is_library(path):
        it, title = "The library is", os.path.basename(path)  # noqa: PTH119
    else:
        it, title = "The debate is", load(path).title
    host = "127.0.0.1" if arguments.host == "localhost" else arguments.host
    try:
        listening = listen(host, _USUAL if arguments.port is None else arguments.port)
    except OSError as error:
        if arguments.port is not None:
            error.filename = f"port {arguments.port}"
            raise
        listening = listen(host, 0)
    # -P: no module that lies about in this folder is taken for one of ours.
    command = [sys.executable, "-P", "-m", "debate", "walk", path]
    server = LocalServer(command, f"{title} – debate" if title else "debate", listening)

    def started() -> None:
        write([f"{server.url}\n"])
        say(f"{it} at this address, for you alone. Ctrl+C ends it.")
        if arguments.open:
            _open(server.url)

    server.run(started)
    return 0


def _whole(path: str | None) -> str:
    from debate.files import bundled

    # From the root on, so that no name is taken for an option.
    return str(bundled()) if path is None else os.path.abspath(resolve(path))  # noqa: PTH100


def _open(url: str) -> None:
    from threading import Thread

    from debate.tui import browser

    if (command := browser.command(url)) is None:
        say("There is no graphical browser here: open the address in one.")
    else:
        Thread(target=browser.open_window, args=(command,), daemon=True).start()


def _port(word: str) -> int:
    if not (word.isascii() and word.isdigit() and int(word) < 1 << 16):
        raise ArgumentTypeError(f"{word} is no port; write a number below 65536, such as {_USUAL}")
    return int(word)
