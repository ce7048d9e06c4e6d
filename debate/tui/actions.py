"""Every verb of the app, once: bindings, footer, palette and help are all drawn from here.

The id is what users write in their settings file to give a verb other keys.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding
from textual.keys import format_key

#: Where a verb is understood: everywhere, or in one of the views.
Where = Literal["app", "walk", "map", "page", "library", "guide", "class"]


#: Who carries a verb out, in Textual's words: on a page it is the page, which has the focus.
_NAMESPACES: dict[Where, str] = {
    "app": "app", "walk": "screen", "map": "screen", "page": "focused", "library": "screen",
    "guide": "screen", "class": "screen",
}  # fmt: skip


@dataclass(slots=True, frozen=True)
class Action:
    """One verb.

    ``keys`` are Textual's names for its keys, between commas, "" where it has none;
    ``does`` is the Textual action it runs, in the namespace of ``where``. ``title`` names it in the
    palette and the help, ``help`` says there what a title cannot; ``label`` is its word in the
    footer, "" keeps it out of it.
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
_PAGE, _JUDGE, _MAP = "Overview and comparison", "Judging", "The map"
_LIBRARY, _GUIDED, _CLASS = "Library", "Guided walks", "A class by show of hands"
_FILTER, _NOTES, _FILES = "Filtering the outline", "Marks and notes", "The files"

#: What stands in a binding whose verb has no key, so that users can give it one.
_NO_KEY = "none"


def _page(id: str, keys: str, does: str, title: str, label: str = "") -> Action:
    return Action(id, keys, does, title, _PAGE, "page", label)


def _map(id: str, keys: str, does: str, title: str, label: str = "", help: str = "") -> Action:
    return Action(id, keys, does, title, _MAP, "map", label, help)


def _guide(id: str, keys: str, does: str, title: str, label: str = "", help: str = "") -> Action:
    return Action(id, keys, does, title, _GUIDED, "guide", label, help)


def _walk(id: str, keys: str, does: str, title: str, group: str, label: str = "") -> Action:
    return Action(id, keys, does, title, group, "walk", label)


def _shelf(id: str, keys: str, does: str, title: str, label: str = "") -> Action:
    return Action(f"library.{id}", keys, does, title, _LIBRARY, "library", label)


def _class(id: str, keys: str, does: str, title: str, label: str = "", help: str = "") -> Action:
    return Action(id, keys, does, title, _CLASS, "class", label, help)


def _only(what: str, facet: str, value: str, title: str) -> Action:
    return Action(f"filter.{what}", "", f"only('{facet}', '{value}')", title, _FILTER)


ACTIONS: tuple[Action, ...] = (
    Action("view.overview", "o", "view('overview')", "Overview", _VIEWS, label="Overview",
           help="What is asked, who recommends what, and how it ended"),
    Action("view.walk", "w", "view('walk')", "Walk", _VIEWS, label="Walk",
           help="The argument of one side, claim by claim"),
    Action("view.map", "m", "view('map')", "Map", _VIEWS, label="Map",
           help="The argument drawn: boxes, lines, and what attacks what"),
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
    Action("jump", ";", "jump", "Go anywhere on the screen by a label", _JUMP,
           help="Type the label that appears there; Ctrl+g where one writes"),
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
    Action("judge.undo", "ctrl+z,z", "undo", "Undo the last judgement, mark or note", _JUDGE),
    Action("judge.redo", "ctrl+y,Z", "redo", "Redo it", _JUDGE),
    Action("judge.word", "T", "word", "Take every side at its word", _JUDGE,
           help="What stands when you judge nothing"),
    Action("judge.clear-all", "X", "clear_all", "Clear all judgements", _JUDGE,
           help="Undo brings them back"),
    Action("judge.strength", "S", "strength", "Show strengths, or hide them", _JUDGE),
    Action("judge.semantics", "%", "semantics", "Strengths by another method", _JUDGE,
           help="Quadratic energy, DF-QuAD, Euler-based; verdicts do not depend on it"),
    Action("judge.save", "ctrl+s", "save_judgements", "Save judgements to a file", _JUDGE,
           help="To hand in, or to go on with elsewhere"),
    Action("judge.load", "ctrl+o", "load_judgements", "Load judgements from a file", _JUDGE),
    # ------------------------------------------------------------------ the map
    _map("map.larger", "full_stop", "resize(1)", "Zoom in", "Larger",
         "Three sizes: the whole text, one line, a sign"),
    _map("map.smaller", "comma", "resize(-1)", "Zoom out", "Smaller"),
    _map("map.all", "A", "all_sides", "All sides on one map, or one side", "All sides"),
    _map("map.focus", "O", "focus_on", "Only what is under this claim; again for all", "Only this"),
    _map("map.turn", "R", "turn", "Let the map grow down, or to the right", "Turn"),
    _map("map.minimap", "M", "minimap", "Show the small map in the corner, or hide it"),
    _map("map.pan-left", "shift+left,ctrl+left", "pan(-1, 0)", "Move the window left"),
    _map("map.pan-right", "shift+right,ctrl+right", "pan(1, 0)", "Move the window right"),
    _map("map.pan-up", "shift+up,ctrl+up", "pan(0, -1)", "Move the window up"),
    _map("map.pan-down", "shift+down,ctrl+down", "pan(0, 1)", "Move the window down"),
    # ------------------------------------------------------------------ filtering
    Action("filter", "F", "filter", "Filter the outline", _FILTER, label="Filter",
           help="Show only some claims, and what they hang on; Esc shows all"),
    _only("supports", "role", "support", "Show supports only"),
    _only("objections", "role", "objection", "Show objections only"),
    _only("contested", "contested", "yes", "Show what is contested only"),
    _only("unjudged", "unjudged", "yes", "Show what you have not judged only"),
    _only("marks", "mine", "mark", "Show what you marked only"),
    _only("notes", "mine", "note", "Show what you wrote notes on only"),
    # ------------------------------------------------------------------ marks and notes
    Action("notes.mark", "*", "mark", "Mark the claim, or unmark it", _NOTES, label="Mark"),
    Action("notes.next", "'", "next_mark", "Next mark, on any side", _NOTES),
    Action("notes.write", "N", "note", "Write a note on the claim", _NOTES, label="Note",
           help="Kept for the next time; saving it empty takes it away"),
    Action("notes.list", "ctrl+l", "notes", "List all marks and notes", _NOTES),
    Action("notes.save", "", "save_notes", "Save notes to a file", _NOTES,
           help="With the marks; debate export --notes reads it"),
    Action("notes.load", "", "load_notes", "Load notes from a file", _NOTES,
           help="They are added to yours"),
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
    _page("page.copy", "y", "copy_selection", "Copy what is selected with the mouse"),
    # ------------------------------------------------------------------ guided walks
    Action("guide.side", "G", "guide", "Walk this side, guided", _GUIDED, label="Guided",
           help="Claim by claim, with predictions; P shows it large, for a projector"),
    Action("guide.clash", "C", "clash", "Walk a clash, guided", _GUIDED, label="Clash",
           help="Two sides that collide, in turn, and what would decide between them"),
    _guide("guide.next", "space,right,pagedown,n,down,enter", "go(1)", "Next step", "Next"),
    _guide("guide.previous", "left,pageup,p,up,backspace", "go(-1)", "The step before", "Back"),
    _guide("guide.first", "home", "end('first')", "To the first step"),
    _guide("guide.last", "end", "end('last')", "To the last step"),
    _guide("guide.skip", "]", "skip", "Past all that hangs on this claim", "Skip"),
    _guide("guide.up", "u", "up", "To the claim that this one bears on"),
    _guide("guide.deeper", ">", "branch(True)", "Walk what hangs on this claim too", "Deeper"),
    _guide("guide.shallower", "<", "branch(False)", "Leave out what hangs on this claim"),
    _guide("guide.present", "P", "present", "Large text for a projector, or no longer", "Present",
           "Goes by a clicker's keys too; . blanks the screen"),
    _guide("guide.blank", "full_stop", "blank", "Blank the projector's screen, or no longer"),
    _guide("guide.longer", "+", "longer(1)", "Give the room a minute, or one more", "",
           "A quiet timer beside the step's number"),
    _guide("guide.shorter", "-", "longer(-1)", "A minute less; with none left it goes away"),
    _guide("guide.clock", "equals_sign", "clock", "Stop that timer, or let it run on"),
    _guide("guide.again", "R", "again", "Start this walk over, with nothing predicted"),
    _guide("guide.leave", "escape", "leave", "Leave large text, or the guided walk", "Leave",
           "The step is remembered"),
    # ------------------------------------------------------------------ sides
    *(
        Action(f"side.{number}", str(number), f"side({number})", f"Walk side {number}", _SIDES)
        for number in range(1, 10)
    ),
    Action("side.background", "0", "side(0)", "Walk the background", _SIDES,
           help="The facts nobody here argues about"),
    # ------------------------------------------------------------------ the library
    Action("library", "L", "library", "Other debates", _LIBRARY, label="Library",
           help="The library that this one was opened from, or the debates visited last"),
    _shelf("open", "enter", "open", "Open the debate", "Open"),
    _shelf("filter", "F", "filter", "List only debates with some words", "Filter"),
    _shelf("clear", "escape", "clear", "List all debates again"),
    _shelf("sort", "s", "sort", "Sort by title, last visit or claims", "Sort"),
    _shelf("reread", "r", "reread", "Look for new and changed debates", "Reread"),
    _shelf("down", "down,j", "move('down')", "Down"),
    _shelf("up", "up,k", "move('up')", "Up"),
    _shelf("pagedown", "pagedown,space", "move('pagedown')", "A page down"),
    _shelf("pageup", "pageup", "move('pageup')", "A page up"),
    _shelf("top", "home", "move('top')", "To the first"),
    _shelf("bottom", "end", "move('bottom')", "To the last"),
    # ------------------------------------------------------------------ a class
    Action("class", "H", "lesson", "A class by show of hands", _CLASS, label="Class",
           help="Begin one, go on with it, or look at an earlier one"),
    Action("class.jot", "ctrl+t", "jot", "Write a note on the class", _CLASS, label="Note",
           help="From wherever one is, as long as there is a class"),
    _class("class.next", "pagedown,right,space", "step(1)", "The next slide", "Next"),
    _class("class.previous", "pageup,left", "step(-1)", "The slide before"),
    _class("class.next-phase", "}", "leap(1)", "The next phase"),
    _class("class.previous-phase", "{", "leap(-1)", "The phase before"),
    _class("class.choose", "enter", "choose", "Choose, or go on to the next count", "Choose"),
    _class("class.down", "down,j", "line(1)", "Down: the next option, or scroll"),
    _class("class.up", "up,k", "line(-1)", "Up"),
    _class("class.erase", "backspace", "erase", "Take back a digit of a count"),
    _class("class.pause", "p", "pause", "Stop the timer, or let it run on", "Pause"),
    _class("class.longer", "+", "longer", "One minute more", "+1 min"),
    _class("class.note", "n", "jot", "Write a note", "Note"),
    _class("class.people", "#", "people", "How many are in the room", "People"),
    _class("class.undo", "z,ctrl+z", "undo_count", "Undo a count, a prediction or a note", "Undo"),
    _class("class.redo", "Z,ctrl+y", "redo_count", "Redo it"),
    _class("class.take", "T", "take", "Walk on with the class's credences", "Take over",
           "Replaces your own judgements; undo in the walk brings them back"),
    _class("class.record", "R", "record", "The record so far", "Record"),
    _class("class.write", "x", "write", "Write the record to a file", "Write"),
    _class("class.leave", "escape", "leave", "Leave the class; it is kept", "Leave"),
    # ------------------------------------------------------------------ the files
    Action("files.edit", "e", "edit", "Edit", _FILES, label="Edit",
           help="Opens $EDITOR where the claim is written; the screen follows what you save"),
    Action("files.problems", "E", "problems", "Problems of the files", _FILES,
           help="Go to what is wrong with the last save, or hide it"),
    # ------------------------------------------------------------------ the app
    Action("export", "x", "export", "Export", _APP, label="Export",
           help="Write the debate to a file, as Markdown, a web page and more"),
    Action("theme", "t", "next_theme", "Next theme", _APP,
           help="Dark, light, high contrast, or the terminal's own colours"),
    Action("tour", "f1", "tour", "How to read an argument map", _APP,
           help="The short way in that is shown the first time"),
    Action("palette", "ctrl+p", "command_palette", "All commands", _APP),
    Action("help", "?", "help", "Help", _APP, label="Help", help="All keys, signs and terms"),
    Action("quit", "q", "quit", "Quit", _APP, label="Quit"),
)  # fmt: skip

#: Verbs of the walk that the map has not, for there these keys move its window.
NOT_ON_MAP = frozenset({"claim.scroll-down", "claim.scroll-up"})

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}


def bindings(where: Where, but: Collection[str] = ()) -> list[Binding]:
    """The Textual bindings of the verbs understood in one place, some ids left out."""
    return [
        Binding(action.keys or _NO_KEY, action.does, action.title, show=False, id=action.id)
        for action in ACTIONS
        if action.where == where and action.id not in but
    ]


def keys_of(action: Action, rebound: Mapping[str, str]) -> list[str]:
    """The keys of a verb as they are drawn, the users' own where they chose some."""
    keys = rebound.get(action.id, action.keys).split(",")
    return list(dict.fromkeys(_drawn(key.strip()) for key in keys if key))


#: Names that stand on a keyboard otherwise than Textual writes them.
_DRAWN = {"pageup": "PgUp", "pagedown": "PgDn", "shift": "Shift", "ctrl": "Ctrl", "alt": "Alt"}


def _drawn(key: str) -> str:
    """A key as one says it: "shift+up" is "Shift+↑"."""
    if len(key) == 1:
        return key
    return "+".join(_DRAWN.get(part) or _titled(format_key(part)) for part in key.split("+"))


def _titled(key: str) -> str:
    return key.title() if key.isascii() and len(key) > 1 else key
