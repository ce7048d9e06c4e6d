"""PyYAML's own parser, for files nested deeper than libyaml goes.

It reads any depth without recursion, at a fiftieth of libyaml's speed. What it does in quadratic
time, it does here in linear time: a file of a thousand levels is mostly indentation, and one of a
thousand brackets is mostly places at which a key might have begun.
"""

from __future__ import annotations

import re

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

#: The end of a line and the indentation of the next, which is not blank.
_NEXT_LINE = re.compile("\n +(?=[^ \t\r\n\x85\u2028\u2029\0])")

#: Farther back than this no key may have begun (YAML 1.1, 7.4).
_LONGEST_KEY = 1024


class DeepParser(Reader, Scanner, Parser):
    """The events of a file, one at each ``get_event``; raises yaml.YAMLError."""

    def __init__(self, data: bytes) -> None:
        Reader.__init__(self, data)
        Scanner.__init__(self)
        Parser.__init__(self)

    def _skip_indentation(self) -> bool:
        """Go to the first character of the next line at once, if that is not blank."""
        step = _NEXT_LINE.match(self.buffer, self.pointer)
        if not step:
            return False
        length = step.end() - self.pointer
        self.pointer += length
        self.index += length
        self.line += 1
        self.column = length - 1
        return True

    def scan_to_next_token(self) -> None:
        """Skip blanks and comments."""
        if self._skip_indentation() and not self.flow_level:
            self.allow_simple_key = True
        super().scan_to_next_token()

    def scan_plain_spaces(self, indent: int, start_mark: object) -> list[str] | None:
        """The blanks within a plain scalar; a single line break is folded to a space."""
        if not self._skip_indentation():
            folded: list[str] | None = super().scan_plain_spaces(indent, start_mark)
            return folded
        self.allow_simple_key = True
        return [" "]

    # A key may begin at each level of brackets; inner ones begin later, and stand later in the
    # dictionary, so that only its first entries need a look.

    def next_possible_simple_key(self) -> int | None:
        """The number of the first token that may turn out to be a key."""
        return next((key.token_number for key in self.possible_simple_keys.values()), None)

    def stale_possible_simple_keys(self) -> None:
        """Forget the places too far back, or on another line."""
        for key in self.possible_simple_keys.values():
            if key.line == self.line and self.index - key.index <= _LONGEST_KEY:
                return
            super().stale_possible_simple_keys()
            return
