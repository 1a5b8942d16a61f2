"""YAML events to located values: texts, lists and mappings, one question at a time.

Only events are used: no node tree of the whole file, no resolver. Every scalar stays the text that was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from quiz.banks.problems import Problems
from quiz.core.finding import Place
from quiz.core.normal import normalized
from quiz.core.visible import first_hidden, shorten

HAS_C_PARSER = bool(getattr(yaml, "__with_libyaml__", False))
MAX_DEPTH = 32
MAX_TEXT = 100_000
"""The most characters in one text of a bank."""
MAX_VALUES = 4_000_000
"""The most texts, lists and mappings in a bank: some 150,000 questions."""
_KEYS = frozenset("id phase type level prompt answer distractors text why explanation quote".split())
REFUSED = "\ufdd0"
"""Stands for a character that was refused: what holds it has a finding already."""


def mark_at(line: int) -> Any:
    """Return a mark at the beginning of a line, from 1, such as the parser gives."""
    return yaml.Mark("", 0, line - 1, 0, None, 0)


def place_of(mark: Any) -> Place:
    """Return the place that the parser's mark stands for."""
    return Place(mark.line + 1, mark.column + 1)


class Node:
    """A value with its place: the line and column, from 1, at which it begins.

    `mark` is the parser's own, which counts from 0: nearly no place is ever asked for.
    """

    __slots__ = ("mark",)
    _shape = "refused"

    def __init__(self, mark: Any) -> None:
        self.mark = mark

    @property
    def line(self) -> int:
        """The line in which the value begins."""
        return int(self.mark.line) + 1

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return place_of(self.mark)

    @property
    def shape(self) -> str:
        """What it is called in a message."""
        return self._shape


class Text(Node):
    """A scalar, as typed."""

    __slots__ = ("text",)

    def __init__(self, text: str, mark: Any) -> None:
        self.text = text
        self.mark = mark  # not through super(): this runs for every text of the bank

    @property
    def shape(self) -> str:
        """What it is called in a message."""
        return "a text" if self.text else "nothing"


class List(Node):
    """A sequence."""

    __slots__ = ("items",)
    _shape = "a list"

    def __init__(self, mark: Any) -> None:
        super().__init__(mark)
        self.items: list[Node] = []


class Mapping(Node):
    """A mapping: for every key its own node and that of the value; `broken` when one of them was refused."""

    __slots__ = ("broken", "entries")
    _shape = "'key: value'"

    def __init__(self, mark: Any) -> None:
        super().__init__(mark)
        self.entries: dict[str, tuple[Text, Node]] = {}
        self.broken = False


class Bad(Node):
    """A value that was refused, with a finding already: nothing more need be said of it."""

    __slots__ = ()


class Stopped(Exception):  # noqa: N818  (it ends the reading of a part, and is always caught)
    """The reading cannot go on here, and there is a finding that says why; `for_good`: nor elsewhere."""

    def __init__(self, for_good: bool = False) -> None:
        super().__init__()
        self.for_good = for_good


class Events:
    """The events of a YAML text, made into nodes on demand.

    `problems` collects what is refused; `values` is the number of values that may still come. `next` returns
    the next event, and raises yaml.YAMLError where the text is not well-formed.
    """

    def __init__(self, text: str, problems: Problems, values: int = MAX_VALUES) -> None:
        self._loader = yaml.CSafeLoader(text) if HAS_C_PARSER else yaml.SafeLoader(text)
        self.next: Callable[[], Any] = self._loader.get_event
        self.values = values
        self._problems = problems
        self._comments = problems.with_comments
        self._depth = 0
        self._refused_keys = 0

    def close(self) -> None:
        """Let go of the parser."""
        self._loader.dispose()

    def start(self) -> Any:
        """Return the event that begins the document's value, or None when there is none."""
        event = self.next()
        while not isinstance(event, AliasEvent | ScalarEvent | SequenceStartEvent | MappingStartEvent):
            if isinstance(event, StreamEndEvent):
                return None
            event = self.next()
        return event

    def expect_end(self) -> None:
        """Note a problem, and stop, when a second document follows."""
        event = self.next()
        while not isinstance(event, StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                self._refused("RD108", "a second document begins here", event, _ONE_DOCUMENT)
                raise Stopped
            event = self.next()

    def items(self) -> Iterator[Any]:
        """Yield the event that begins each item of the list whose start was just read."""
        event = self.next()
        while type(event) is not SequenceEndEvent:
            yield event
            event = self.next()

    def entries(self) -> Iterator[tuple[Text, Any]]:
        """Yield key and value's first event for each entry of the mapping whose start was just read."""
        event = self.next()
        while type(event) is not MappingEndEvent:
            key = self.node(event)
            value = self.next()
            if isinstance(key, Text):
                yield key, value
            else:
                self._refuse_key(key, value)
            event = self.next()

    def _refuse_key(self, key: Node, value: Any) -> None:
        self._refused_keys += 1
        if not isinstance(key, Bad):
            cure = "Write it as key: value; put a text that begins with a bracket or brace in quotation marks."
            self._problems.add("FM204", f"a key must be a text, not {key.shape}", key.place, cure)
        self.node(value)

    def node(self, event: Any) -> Node:
        """Return the value that begins with `event`, reading on to its end."""
        self.values -= 1
        if self.values < 0:
            self._refused("RD103", f"more than {MAX_VALUES:,} texts and lists", event, "Split the bank into several.")
            raise Stopped(for_good=True)
        if type(event) is ScalarEvent and not event.anchor and not event.tag:
            if self._comments:
                self._warn_if_cut(event)
            text: str = event.value
            if text in _KEYS or (text.isascii() and text.isprintable() and len(text) <= MAX_TEXT):  # most, so no call
                return Text(text, event.start_mark)
            return self._text(event)
        bad = self.refused_marks(event)
        if isinstance(event, ScalarEvent | AliasEvent):
            return bad or self._text(event)
        node = self._collection(event)
        return bad or node

    def _warn_if_cut(self, event: Any) -> None:
        """Warn of a comment right after a text of several words that is not in quotation marks."""
        end = event.end_mark
        if event.style or end.line not in self._comments:
            return
        rest = self._problems.line(end.line + 1)[end.column :]
        sign = len(rest) - len(rest.lstrip(" \t"))
        if sign and rest[sign : sign + 1] == "#" and " " in event.value and any(map(str.isalpha, event.value)):
            message = "what follows ' #' is a comment and not part of the text"
            self._problems.warn("RD112", message, Place(end.line + 1, end.column + sign + 1), _IF_TEXT)

    def _collection(self, event: Any) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            cure = "Put a text that begins with brackets, braces or dashes in quotation marks."
            self._refused("RD107", f"a list within a list, more than {MAX_DEPTH} levels deep", event, cure)
            raise Stopped
        node = self._list(event) if isinstance(event, SequenceStartEvent) else self._mapping(event)
        self._depth -= 1
        return node

    def refused_marks(self, event: Any) -> Bad | None:
        """Note an alias, an anchor or a tag, which are no part of the format; return None when there is none."""
        if isinstance(event, AliasEvent):
            return self._refused("RD105", "a text cannot begin with * (an alias)", event, _IN_QUOTES)
        if event.anchor:
            return self._refused("RD105", "a text cannot begin with & (an anchor)", event, _IN_QUOTES)
        if event.tag:
            return self._refused("RD106", "a text cannot begin with ! (a tag)", event, _IN_QUOTES)
        return None

    def _refused(self, code: str, message: str, event: Any, cure: str) -> Bad:
        self._problems.add(code, message, place_of(event.start_mark), cure)
        return Bad(event.start_mark)

    def _text(self, event: Any) -> Node:
        text: str = event.value
        if len(text) > MAX_TEXT:
            message = f"a text of {len(text):,} characters; at most {MAX_TEXT:,} are read"
            return self._refused("FM208", message, event, "Shorten it.")
        if REFUSED in text:
            return Bad(event.start_mark)
        hidden = first_hidden(text)
        if hidden is not None:
            message = f"the text holds a control or invisible character, U+{ord(text[hidden]):04X}"
            return self._refused("RD109", message, event, "Remove it, or write the character that was meant.")
        return Text(normalized("NFC", text), event.start_mark)

    def _list(self, event: Any) -> List:
        node = List(event.start_mark)
        following = self.next
        while type(event := following()) is not SequenceEndEvent:
            node.items.append(self.node(event))
        return node

    def _mapping(self, event: Any) -> Mapping:
        node, refused_before = Mapping(event.start_mark), self._refused_keys
        entries, following, read = node.entries, self.next, self.node
        while type(event := following()) is not MappingEndEvent:  # as in `entries`, which is slower
            key, first = read(event), following()
            if not isinstance(key, Text):
                self._refuse_key(key, first)
                continue
            value = read(first)
            if key.text in entries:
                key = self.repeated(key, entries[key.text][0])
                value = Bad(key.mark)
            if type(value) is Bad:
                node.broken = True
            entries[key.text] = (key, value)
        node.broken |= self._refused_keys > refused_before
        return node

    def repeated(self, key: Text, first: Text) -> Text:
        """Note that a key stands twice in a mapping, and return the first."""
        self._problems.add(
            "FM201",
            f"the key '{shorten(key.text, 60)}' stands here a second time; the first is in line {first.line}",
            key.place,
            "Remove or rename one of them.",
        )
        return first


_IN_QUOTES = "Put the whole text in quotation marks; if it is not part of a text, remove it."
_IF_TEXT = "Put the text in quotation marks if it belongs to it, or the comment on a line of its own."
_ONE_DOCUMENT = "Remove this line, and what repeats the head of the bank below it: a bank is one document."
