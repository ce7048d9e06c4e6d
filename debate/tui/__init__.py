"""The terminal: a window on the flat list of claims. Light until it is opened."""

from __future__ import annotations


def run(path: str | None) -> int:
    """Open the app on the debate at ``path`` (None: the bundled one) and wait until it is left.

    Returns the exit status. Raises InvalidDebate where there is no debate to show, and whatever
    unforeseen ended the app: the terminal is as before by then.
    """
    from debate.tui.opening import open_app

    return open_app(path)
