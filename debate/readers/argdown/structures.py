"""Premise-conclusion structures of Argdown: numbered statements, and inferences between them."""

from __future__ import annotations

from debate.readers.argdown.elements import SPACES, Elements, Level, Structure, end_of
from debate.readers.argdown.graph import Inference


class Structures(Elements):
    """Reads reconstructions of arguments."""

    def _premise(self, number: str, end: int, start: int) -> int:
        """A statement with a number before it."""
        structure = self._structure
        if structure and self._fresh:
            if structure.complete and not structure.pending:
                self._end_structure(start)
            else:
                hint = "remove the empty line above it"
                message = "an empty line in a premise-conclusion structure"
                self.scan.error(start, "empty-line", message, hint)
        if self._structure is None:
            if not self._fresh and self._last is not None:
                hint = "put an empty line before it"
                message = "a numbered statement in the middle of another element"
                self.scan.error(start, "no-empty-line", message, hint)
            self._structure = self._begin(start)
        structure = self._structure
        at, node = self._member(end_of(SPACES, self.text, end), 0, "", -1, "")
        structure.numbers.append(number[1:-1])
        if structure.pending:
            structure.pending.conclusion = node
            self._concluded = structure.pending
            structure.pending, structure.premises = None, [node]
            structure.complete = True
        else:
            structure.premises.append(node)
            structure.complete = False
        return at

    def _begin(self, start: int) -> Structure:
        """A structure of the argument above it, or of one without a title."""
        argument, self._described = self._described, None
        if argument is not None and argument.inferences:
            hint = "give one of them another title"
            message = f"a second premise-conclusion structure of <{argument.called}>"
            self.scan.error(start, "second-structure", message, hint)
            argument = None
        if argument is None:
            argument = self.graph.node("", True, start)
        argument.section = len(self.graph.sections) - 1
        return Structure(argument, [], [])

    def _inference(self, start: int) -> int:
        """The line or lines between premises and a conclusion."""
        text = self.text
        body = start + 2
        end, rules, data_text = self._rules(body)
        structure = self._structure
        if structure is None:
            hint = "number the premises above it: (1) …"
            self.scan.error(start, "no-premises", "an inference without premises", hint)
            structure = self._structure = self._begin(start)
        elif structure.pending:
            hint = "write a conclusion between them: (3) …"
            self.scan.error(start, "no-conclusion", "an inference without conclusion", hint)
            structure.premises = [*structure.pending.premises]
            (structure.argument.inferences or []).remove(structure.pending)
        elif self._fresh:
            hint = "remove the empty line above it"
            message = "an empty line in a premise-conclusion structure"
            self.scan.error(start, "empty-line", message, hint)
        step = Inference(structure.argument, structure.premises, start)
        step.rules, step.data = rules, data_text
        structure.argument.inferences = structure.argument.inferences or []
        structure.argument.inferences.append(step)
        structure.pending, structure.complete = step, False
        self._last, self._levels = step, [Level(0, "", step)]
        rest = end_of(SPACES, text, end)
        if rest < len(text) and text[rest] != "\n" and self.scan.comment(rest) == rest:
            hint = "begin a new line behind the dashes"
            self.scan.error(rest, "after-inference", "text behind an inference", hint)
            return rest
        return text.find("\n", rest) + 1 or len(text)

    def _rules(self, at: int) -> tuple[int, str, str]:
        """What stands between the dashes: its end, the rules, the data."""
        text, length, start = self.text, len(self.text), at
        rules, data_text = "", ""
        while at < length:
            if text.startswith("--", at):
                while text.startswith("-", at):
                    at += 1
                return at, " ".join(rules.split()), data_text
            if text[at] in "/<" and (end := self.scan.comment(at)) > at:
                at = end
                continue
            if text[at] == "{" and (end := self.scan.data(at)) > at:
                data_text = text[at:end]
                self._check_data(data_text, at)
                at = end
                continue
            if text[at] == "\n" and (text.startswith(("\n\n", "\n("), at)):
                break
            if text[at] == "\\" and text[at + 1 : at + 2] not in ("", "\n"):
                rules += text[at + 1]
                at += 2
                continue
            rules += text[at]
            at += 1
        hint = "write ---- or -- name of the rule --"
        self.scan.error(start - 2, "open-inference", "an inference line that does not end", hint)
        line = text.find("\n", start)
        line = length if line < 0 else line
        return line, " ".join(text[start:line].strip("- ").split()), ""

    def _end_structure(self, at: int) -> None:
        structure, self._structure = self._structure, None
        if structure is None:
            return
        if structure.pending:
            place = structure.pending.at
            hint = "write a conclusion below it: (3) …"
            self.scan.error(place, "no-conclusion", "an inference without conclusion", hint)
            structure.argument.inferences = (structure.argument.inferences or [])[:-1] or None
        elif not structure.complete:
            place = structure.premises[-1].at if structure.premises else at
            hint = "write ---- and a numbered conclusion below them"
            message = "numbered statements without an inference"
            self.scan.error(place, "no-conclusion", message, hint)
        if structure.numbers != [str(number + 1) for number in range(len(structure.numbers))]:
            structure.argument.numbers = structure.numbers
