"""What the export dialog does off the screen: the beginning of a file, the file, and its name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from debate import writers
from debate.model import Debate
from debate.tui.judging import Judging
from debate.writers import Options, Writer
from debate.writers.losses import Losses

if TYPE_CHECKING:
    from debate.reasoning.evaluate import Evaluation

#: How much of a file the preview shows; of more, nothing is even computed.
PREVIEW_LINES, PREVIEW_CHARACTERS = 120, 12_000


class Saved(NamedTuple):
    """A file that was written, and a line on each kind of thing that is not in it."""

    path: Path
    lost: list[str]


class Export:
    """A debate to be written, perhaps with what its reader thinks of it.

    ``judging`` is looked at only when verdicts are asked for; what follows from its judgements is
    then worked out beside the screen, once.
    """

    def __init__(self, debate: Debate, judging: Judging | None = None) -> None:
        self.debate = debate
        self.judging = judging
        self._judged: Evaluation | None = None

    def beginning(self, writer: Writer, options: Options, judged: bool) -> str:
        """The first lines of a file; the rest is never computed. "" of a file that is no text.

        Raises NotInstalled where the format needs a package that is not there.
        """
        if writer.binary:
            for _ in writer.write(Debate(""), options):  # takes no time, and tells what is missing
                break
            return ""
        worker = get_current_worker()
        parts: list[str] = []
        size = 0
        chunks = writer.write(self.debate, self._with(options, judged))
        for part in takewhile(lambda _: not worker.is_cancelled, chunks):
            parts.append(part)
            size += len(part)
            if size > PREVIEW_CHARACTERS:
                break
        lines = "".join(parts)[:PREVIEW_CHARACTERS].split("\n")
        return "\n".join(lines[:PREVIEW_LINES])

    def save(self, writer: Writer, path: Path, options: Options, judged: bool) -> Saved:
        """Write the file; raises OSError, and NotInstalled as above."""
        losses = Losses()
        options = replace(self._with(options, judged), losses=losses)
        writers.save(self.debate, writer, path, options)
        return Saved(path, [f"Not in {writer.title}: {line}" for line in losses.grouped()])

    def _with(self, options: Options, judged: bool) -> Options:
        """The options with the verdicts, if they are wanted."""
        if not judged or self.judging is None:
            return options
        if self._judged is None:
            self._judged = self.judging.work_out()
        return replace(options, judged=self._judged)


def formats() -> tuple[dict[str, Writer], list[str]]:
    """All writers by name, in the order of their titles, and a line on each that is unusable."""
    found: list[Writer] = []
    unusable: list[str] = []
    for name in writers.names():
        try:
            found.append(writers.get(name))
        except writers.UnusableWriter as error:
            unusable.append(str(error))
    found.sort(key=lambda writer: writer.title.casefold())
    return {writer.name: writer for writer in found}, unusable


def told(error: BaseException | None) -> str:
    """An error as one line for people."""
    if isinstance(error, OSError) and error.strerror:
        return f"Cannot write {error.filename or 'the file'}: {error.strerror}"
    return " ".join(str(error or "That did not work.").split())


# ---------------------------------------------------------------------- names of files


def file_name(source: Path) -> str:
    """What a debate's file or folder is called, as far as every file system takes it."""
    named = source.resolve()
    if named.suffix == ".yaml":
        named = named.parent if named.name == "debate.yaml" else named.with_suffix("")
    return re.sub(r"[^\w-]+", "-", named.name).strip("-")[:60] or "debate"


def renamed(path: str, extension: str, known: Iterable[str]) -> str:
    """The path with another extension, unless it has one that no format has.

    ``known`` are the extensions of all formats, ".aif.json" and ".json" among them.
    """
    found = extension_of(path, known)
    if found:
        return path[: -len(found)] + extension
    is_folder = not path or path.endswith(("/", os.sep))
    return path if is_folder or Path(path).suffix else path + extension


def extension_of(path: str, known: Iterable[str]) -> str:
    """The longest of the known extensions that the path has; "" if it has none."""
    lower = Path(path).name.lower()
    fitting = [each for each in known if lower.endswith(each) and len(lower) > len(each)]
    return max(fitting, key=len, default="")
