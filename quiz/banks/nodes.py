"""YAML events to located values: texts, lists and mappings, one question at a time.

Only events are used: no node tree of the whole file, no resolver. Every scalar stays the text that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from quiz.banks.problems import Problems
from quiz.core.finding import Place
from quiz.core.visible import first_hidden

HAS_C_PARSER = bool(getattr(yaml, "__with_libyaml__", False))
MAX_DEPTH = 32
MAX_TEXT = 100_000
"""The most characters in one text of a bank."""

_QUOTED_CURE = "Write the character itself, or leave it out."


class Node:
    """A value with its place: the line and column, from 1, at which it begins."""

    __slots__ = ("column", "line")
    shape = "nothing"

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return Place(self.line, self.column)


class Text(Node):
    """A scalar, as typed."""

    __slots__ = ("text",)
    shape = "a text"

    def __init__(self, text: str, line: int, column: int) -> None:
        super().__init__(line, column)
        self.text = text


class List(Node):
    """A sequence."""

    __slots__ = ("items",)
    shape = "a list"

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.items: list[Node] = []


class Mapping(Node):
    """A mapping: for every key its own node and that of the value."""

    __slots__ = ("entries",)
    shape = "a mapping of keys to values"

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.entries: dict[str, tuple[Text, Node]] = {}


class Bad(Node):
    """A value that was refused, with a finding already: nothing more need be said of it."""

    __slots__ = ()
    shape = "refused"


class TooDeep(Exception):  # noqa: N818  (it ends the reading of a file, and is always caught)
    """The file nests deeper than any bank needs."""


class Events:
    """The events of a YAML text, made into nodes on demand.

    `first_line` is the number of the text's first line in the file; `problems` collects what is refused.
    """

    def __init__(self, text: str, problems: Problems, first_line: int = 1) -> None:
        self._loader = yaml.CSafeLoader(text) if HAS_C_PARSER else yaml.SafeLoader(text)
        self._problems = problems
        self._shift = first_line
        self._depth = 0

    def close(self) -> None:
        """Let go of the parser."""
        self._loader.dispose()

    def next(self) -> Event:
        """Return the next event; raises yaml.YAMLError where the text is not well-formed."""
        event: Any = self._loader.get_event()
        return cast(Event, event)

    def place(self, event: Event) -> Place:
        """Return where an event begins."""
        mark: Any = event.start_mark
        return Place(mark.line + self._shift, mark.column + 1)

    def start(self) -> Event | None:
        """Return the event that begins the document's value, or None when there is none."""
        event = self.next()
        while not isinstance(event, NodeEvent):
            if isinstance(event, StreamEndEvent):
                return None
            event = self.next()
        return event

    def expect_end(self) -> None:
        """Note a problem when a second document follows."""
        event = self.next()
        while not isinstance(event, StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                self._problems.add(
                    "RD108",
                    "a second document begins here",
                    self.place(event),
                    "Remove this line: a bank is one document.",
                )
                return
            event = self.next()

    def items(self) -> Iterator[Event]:
        """Yield the event that begins each item of the list whose start was just read."""
        event = self.next()
        while not isinstance(event, SequenceEndEvent):
            yield event
            event = self.next()

    def entries(self) -> Iterator[tuple[Text, Event]]:
        """Yield key and value's first event for each entry of the mapping whose start was just read."""
        event = self.next()
        while not isinstance(event, MappingEndEvent):
            key = self.node(event)
            value = self.next()
            if isinstance(key, Text):
                yield key, value
            else:
                self._refuse_key(key, value)
            event = self.next()

    def _refuse_key(self, key: Node, value: Event) -> None:
        if not isinstance(key, Bad):
            self._problems.add("FM204", f"a key must be a text, not {key.shape}", key.place, "Write it as key: value.")
        self.node(value)

    def node(self, event: Event) -> Node:
        """Return the value that begins with `event`, reading on to its end."""
        mark: Any = event.start_mark
        line, column = mark.line + self._shift, mark.column + 1
        if isinstance(event, AliasEvent):
            return self._refused("RD105", "an alias (*) is not part of the format", line, column, "Write the text out.")
        marked = cast(Any, event)
        bad = self._refuse_marks(marked.anchor, line, column) if marked.anchor or marked.tag else None
        if isinstance(event, ScalarEvent):
            return bad or self._text(event.value, line, column)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._refused("RD107", "nesting too deep", line, column, f"A bank needs no more than {MAX_DEPTH} levels.")
            raise TooDeep
        node = self._list(line, column) if isinstance(event, SequenceStartEvent) else self._mapping(line, column)
        self._depth -= 1
        return bad or node

    def _refuse_marks(self, anchor: str | None, line: int, column: int) -> Bad:
        if anchor:
            return self._refused(
                "RD105",
                "an anchor (&) is not part of the format",
                line,
                column,
                "Remove it, or put the text in quotation marks if it begins with &.",
            )
        return self._refused(
            "RD106",
            "a tag (!) is not part of the format",
            line,
            column,
            "Remove it, or put the text in quotation marks if it begins with !.",
        )

    def _refused(self, code: str, message: str, line: int, column: int, cure: str) -> Bad:
        self._problems.add(code, message, Place(line, column), cure)
        return Bad(line, column)

    def _text(self, text: str, line: int, column: int) -> Node:
        if len(text) > MAX_TEXT:
            message = f"a text of {len(text):,} characters; at most {MAX_TEXT:,} are read"
            return self._refused("FM208", message, line, column, "Shorten it.")
        hidden = first_hidden(text)
        if hidden is not None and text[hidden] != "\ufffd":
            message = f"the text holds a control or invisible character, U+{ord(text[hidden]):04X}"
            return self._refused("RD109", message, line, column, _QUOTED_CURE)
        return Text(text, line, column)

    def _list(self, line: int, column: int) -> List:
        node = List(line, column)
        node.items.extend(self.node(event) for event in self.items())
        return node

    def _mapping(self, line: int, column: int) -> Mapping:
        node = Mapping(line, column)
        for key, event in self.entries():
            value = self.node(event)
            if key.text in node.entries:
                self.repeated(key, node.entries[key.text][0])
                value = Bad(key.line, key.column)
            node.entries[key.text] = (key, value)
        return node

    def repeated(self, key: Text, first: Text) -> None:
        """Note that a key stands twice in a mapping."""
        self._problems.add(
            "FM201",
            f"the key '{key.text}' stands here a second time; the first is in line {first.line}",
            key.place,
            "Remove or rename one of them.",
        )


_CURES = (
    (
        "cannot start any token",
        "Put the text in quotation marks: it begins with a sign that YAML keeps for itself.",
    ),
    (
        "mapping values are not allowed",
        "Put a text that holds ': ' in quotation marks, and check the indentation.",
    ),
    ("could not find expected ':'", "Check the indentation, and that the line has the form key: value."),
    ("did not find expected", "Line this up with its neighbours, and check the quotation marks before it."),
    ("unexpected end of stream", "Close the quotation mark or bracket that was opened."),
    ("unexpected document indicator", "Close the quotation mark that was opened before this line."),
    ("unknown escape character", "Inside \"…\" write \\\\ for a backslash, or use '…'."),
    ("found unknown", "Remove it, or put the text in quotation marks."),
)


def syntax_problem(error: yaml.YAMLError, problems: Problems, first_line: int) -> Place:
    """Note where and why a text is not well-formed YAML, and return the place."""
    mark = getattr(error, "problem_mark", None)
    place = Place(mark.line + first_line, mark.column + 1) if mark else Place(first_line, 1)
    said = str(getattr(error, "problem", None) or "not readable").removeprefix("found ")
    context = getattr(error, "context", None)
    began = getattr(error, "context_mark", None)
    message = f"the YAML cannot be read here: {said}"
    if context and began and began.line != (mark.line if mark else -1):
        message += f", {context} that began in line {began.line + first_line}"
    cure = next((cure for sign, cure in _CURES if sign in str(error)), "Check the indentation and quotation marks.")
    if re.match(r"\s*\t", problems.line(place.line)[: place.column]):
        message, cure = "a tab is used for indentation", "Use blanks: two for each level."
    problems.add("RD104", message, place, cure)
    return place
