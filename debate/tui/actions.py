"""Every verb of the app, once: bindings, footer, palette and help are all drawn from here.

The id is what users write in their settings file to give a verb other keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding
from textual.keys import format_key

#: Where a verb is understood: everywhere, or in one of the views.
Where = Literal["app", "walk", "page"]


#: Who carries a verb out, in Textual's words: on a page it is the page, which has the focus.
_NAMESPACES: dict[Where, str] = {"app": "app", "walk": "screen", "page": "focused"}


@dataclass(slots=True, frozen=True)
class Action:
    """One verb.

    ``keys`` are Textual's names for its keys, between commas; ``does`` is the Textual action it
    runs, in the namespace of ``where``. ``title`` names it in the palette and the help, ``help``
    says there what a title cannot; ``label`` is its word in the footer, "" keeps it out of it.
    """

    id: str
    keys: str
    does: str
    title: str
    group: str
    where: Where = "app"
    label: str = ""
    help: str = ""

    @property
    def command(self) -> str:
        """The action as it is run from anywhere: with its namespace."""
        return f"{_NAMESPACES[self.where]}.{self.does}"


_VIEWS, _MOVE, _JUMP = "Views", "Moving in the outline", "Jumping"
_FOLD, _CLAIM, _SIDES, _APP = "Folding", "The claim", "Sides", "The app"
_PAGE, _JUDGE, _FILES = "Overview and comparison", "Judging", "The files"


def _page(id: str, keys: str, does: str, title: str, label: str = "") -> Action:
    return Action(id, keys, does, title, _PAGE, "page", label)


def _walk(id: str, keys: str, does: str, title: str, group: str, label: str = "") -> Action:
    return Action(id, keys, does, title, group, "walk", label)


ACTIONS: tuple[Action, ...] = (
    Action("view.overview", "o", "view('overview')", "Overview", _VIEWS, label="Overview",
           help="What is asked, who recommends what, and how it ended"),
    Action("view.walk", "w", "view('walk')", "Walk", _VIEWS, label="Walk",
           help="The argument of one side, claim by claim"),
    Action("view.compare", "c", "view('compare')", "Compare", _VIEWS, label="Compare",
           help="Questions by sides, common ground and clashes"),
    # ------------------------------------------------------------------ moving
    _walk("move.down", "down,j", "move('down')", "Down one row", _MOVE),
    _walk("move.up", "up,k", "move('up')", "Up one row", _MOVE),
    _walk("move.left", "left,h", "move('left')", "Fold, or go to the parent", _MOVE),
    _walk("move.right", "right,l", "move('right')", "Unfold, or go to the first reply", _MOVE),
    _walk("move.top", "home", "move('top')", "To the first row", _MOVE),
    _walk("move.bottom", "end", "move('bottom')", "To the last row", _MOVE),
    _walk("move.pageup", "pageup", "move('pageup')", "A page up", _MOVE),
    _walk("move.pagedown", "pagedown", "move('pagedown')", "A page down", _MOVE),
    # ------------------------------------------------------------------ jumping
    _walk("go.next", "n", "go('next')", "Next claim in reading order", _JUMP, "Next"),
    _walk("go.previous", "p", "go('previous')", "Previous claim in reading order", _JUMP),
    _walk("go.objection", "-", "go('objection')", "Next objection", _JUMP, "Objection"),
    _walk("go.support", "+", "go('support')", "Next support", _JUMP),
    _walk("go.sibling", "]", "go('sibling')", "Next claim on the same level", _JUMP),
    _walk("go.elder", "[", "go('elder')", "Previous claim on the same level", _JUMP),
    _walk("go.parent", "u", "go('parent')", "Up to the claim it bears on", _JUMP),
    Action("history.back", "b", "history(-1)", "Back to where you were", _JUMP, label="Back"),
    Action("history.forward", "f", "history(1)", "Forward again", _JUMP),
    Action("search", "/", "search", "Search all claims", _JUMP, label="Search",
           help="Every claim of every side that has all the words"),
    _walk("search.clear", "escape", "clear", "To the outline, without marks", _JUMP),
    # ------------------------------------------------------------------ folding
    _walk("fold.toggle", "space", "fold('toggle')", "Fold or unfold", _FOLD, "Fold"),
    _walk("fold.all", "{", "fold('all')", "Fold everything", _FOLD),
    _walk("fold.none", "}", "fold('none')", "Unfold everything", _FOLD),
    _walk("fold.less", "<", "fold('less')", "Show one level fewer", _FOLD),
    _walk("fold.more", ">", "fold('more')", "Show one level more", _FOLD),
    # ------------------------------------------------------------------ the claim
    _walk("claim.open", "enter", "open", "Go to the claim that a ↪ row repeats, or fold", _CLAIM),
    _walk("claim.link", "g", "link", "Go to what agrees or clashes", _CLAIM, "Links"),
    _walk("claim.source", "s", "source", "Open the source at the cited words", _CLAIM, "Source"),
    _walk("claim.copy", "y", "copy", "Copy the claim with its citation", _CLAIM, "Copy"),
    _walk("claim.scroll-down", "J,shift+down", "scroll(1)", "Scroll the claim down", _CLAIM),
    _walk("claim.scroll-up", "K,shift+up", "scroll(-1)", "Scroll the claim up", _CLAIM),
    # ------------------------------------------------------------------ judging
    _walk("judge.accept", "a", "judge('accept')", "Accept the claim", _JUDGE, "Accept"),
    _walk("judge.reject", "r", "judge('reject')", "Reject the claim", _JUDGE, "Reject"),
    _walk("judge.clear", "d", "unjudge", "Take back what you judged here", _JUDGE),
    _walk("judge.beside", "B", "beside", "True, but beside the point: it has no weight", _JUDGE),
    _walk("judge.weightier", ")", "weigh(1)", "This reason or objection weighs more", _JUDGE),
    _walk("judge.lighter", "(", "weigh(-1)", "This reason or objection weighs less", _JUDGE),
    _walk("judge.credence", "v", "credence", "How credible the claim is, from 0 to 1", _JUDGE),
    Action("judge.why", "W", "why", "Why it stands, falls or is open", _JUDGE, label="Why",
           help="Step by step; each step leads to its claim"),
    Action("judge.cruxes", "i", "cruxes", "What would change the recommendation", _JUDGE,
           label="Cruxes", help="And what would decide between two sides"),
    Action("judge.undo", "ctrl+z,z", "undo", "Undo the last judgement", _JUDGE),
    Action("judge.redo", "ctrl+y,Z", "redo", "Redo it", _JUDGE),
    Action("judge.word", "T", "word", "Take every side at its word", _JUDGE,
           help="What stands when you judge nothing"),
    Action("judge.clear-all", "X", "clear_all", "Clear all judgements", _JUDGE,
           help="Undo brings them back"),
    Action("judge.strength", "S", "strength", "Show strengths, or hide them", _JUDGE),
    Action("judge.save", "ctrl+s", "save_judgements", "Save judgements to a file", _JUDGE,
           help="To hand in, or to go on with elsewhere"),
    Action("judge.load", "ctrl+o", "load_judgements", "Load judgements from a file", _JUDGE),
    # ------------------------------------------------------------------ overview and comparison
    _page("page.open", "enter", "open", "Walk to what the cursor is on", "Open"),
    _page("page.down", "down,j", "step('down')", "Down"),
    _page("page.up", "up,k", "step('up')", "Up"),
    _page("page.left", "left,h", "step('left')", "Left"),
    _page("page.right", "right,l", "step('right')", "Right"),
    _page("page.pagedown", "pagedown,space", "leaf(1)", "A page down"),
    _page("page.pageup", "pageup", "leaf(-1)", "A page up"),
    _page("page.top", "home", "end('first')", "To the top"),
    _page("page.bottom", "end", "end('last')", "To the end"),
    # ------------------------------------------------------------------ sides
    *(
        Action(f"side.{number}", str(number), f"side({number})", f"Walk side {number}", _SIDES)
        for number in range(1, 10)
    ),
    Action("side.background", "0", "side(0)", "Walk the background", _SIDES,
           help="The facts nobody here argues about"),
    # ------------------------------------------------------------------ the files
    Action("files.edit", "e", "edit", "Edit", _FILES, label="Edit",
           help="Opens $EDITOR where the claim is written; the screen follows what you save"),
    Action("files.problems", "E", "problems", "Problems of the files", _FILES,
           help="Go to what is wrong with the last save, or hide it"),
    # ------------------------------------------------------------------ the app
    Action("export", "x", "export", "Export", _APP, label="Export",
           help="Write the debate to a file, as Markdown, a web page and more"),
    Action("theme", "t", "next_theme", "Next theme", _APP,
           help="Dark, light, or the terminal's own colours"),
    Action("palette", "ctrl+p", "command_palette", "All commands", _APP),
    Action("help", "?", "help", "Help", _APP, label="Help", help="All keys, signs and terms"),
    Action("quit", "q", "quit", "Quit", _APP, label="Quit"),
)  # fmt: skip

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}


def bindings(where: Where) -> list[Binding]:
    """The Textual bindings of the verbs understood in one place."""
    return [
        Binding(action.keys, action.does, action.title, show=False, id=action.id)
        for action in ACTIONS
        if action.where == where
    ]


def keys_of(action: Action, rebound: Mapping[str, str]) -> list[str]:
    """The keys of a verb as they are drawn, the users' own where they chose some."""
    keys = rebound.get(action.id, action.keys).split(",")
    return list(dict.fromkeys(_drawn(key.strip()) for key in keys))


#: Names that stand on a keyboard otherwise than Textual writes them.
_DRAWN = {"pageup": "PgUp", "pagedown": "PgDn", "shift": "Shift", "ctrl": "Ctrl", "alt": "Alt"}


def _drawn(key: str) -> str:
    """A key as one says it: "shift+up" is "Shift+↑"."""
    if len(key) == 1:
        return key
    return "+".join(_DRAWN.get(part) or _titled(format_key(part)) for part in key.split("+"))


def _titled(key: str) -> str:
    return key.title() if key.isascii() and len(key) > 1 else key
