"""A bank's file as its fixes see it: the raw text, and where each value begins and ends in it.

The reader's nodes know places of the text as it is read (NFC, `\\n`); a fix needs those of the text as it is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import yaml
from yaml.events import AliasEvent, DocumentEndEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from quiz.banks.nodes import HAS_C_PARSER
from quiz.core.bank import Source
from quiz.core.patterns import late

_BREAK = late(r"[\r\n]")


class Edit(NamedTuple):
    """A stretch of the text and what stands there in its place; whose it is, and in words what was mended."""

    start: int
    end: int
    new: str
    owner: str
    what: str


def applied(text: str, edits: list[Edit]) -> str:
    """Return a text with edits, which must not overlap, made in it."""
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join(parts) + text[at:]


@dataclass(slots=True)
class Leaf:
    """A text: where it begins and ends with its quotation marks, and how it is written ("" plain, ' " | >)."""

    start: int
    end: int
    text: str = ""
    style: str = ""


@dataclass(slots=True)
class Branch:
    """A list or a mapping, in which keys and values take turns; `flow` when it is written in brackets."""

    start: int
    end: int
    flow: bool
    is_list: bool
    parts: list[Spot] = field(default_factory=list)

    def get(self, key: str) -> Spot | None:
        """Return the value of a mapping's key, the first if it is repeated, or None."""
        for name, value in self.entries:
            if isinstance(name, Leaf) and name.text == key:
                return value
        return None

    def text(self, key: str) -> str:
        """Return the text under a key, or ""."""
        value = self.get(key)
        return value.text.strip() if isinstance(value, Leaf) else ""

    @property
    def entries(self) -> Iterator[tuple[Spot, Spot]]:
        """The keys and values of a mapping."""
        return iter(()) if self.is_list else zip(self.parts[::2], self.parts[1::2], strict=True)


Spot = Leaf | Branch


def parsed(text: str) -> Branch:
    """Return the mapping that a well-formed YAML text is; an empty one when it is none."""
    plain = text.replace("\u2028", " ").replace("\u2029", " ")  # as the reader does
    loader: Any = yaml.CSafeLoader(plain) if HAS_C_PARSER else yaml.SafeLoader(plain)
    try:
        event = loader.get_event()
        while not isinstance(event, MappingStartEvent):
            if event is None or isinstance(event, DocumentEndEvent):
                return Branch(0, 0, False, False)
            event = loader.get_event()
        root = _spot(loader, event, plain)
        assert isinstance(root, Branch)
        return root
    finally:
        loader.dispose()


def _spot(loader: Any, event: Any, text: str) -> Spot:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, ScalarEvent):
        style = event.style or ""
        end = start + len(text[start:end].rstrip(" \t\r\n")) if style in ("|", ">") else end
        return Leaf(start, end, event.value, style)
    if isinstance(event, AliasEvent):
        return Leaf(start, end)
    branch = Branch(start, end, bool(event.flow_style), not isinstance(event, MappingStartEvent))
    event = loader.get_event()
    while not isinstance(event, SequenceEndEvent | MappingEndEvent):
        branch.parts.append(_spot(loader, event, text))
        event = loader.get_event()
    if branch.flow:
        branch.end = int(getattr(event.end_mark, "index", start))
    elif branch.parts:
        branch.end = max(branch.parts[-1].end, branch.start)
    return branch


@dataclass(frozen=True)
class Draft:
    """The text under work, with what the reader knows of its bank: sources by id, language, and who allows what."""

    text: str
    sources: Mapping[str, Source]
    language: str
    allowed: Mapping[str, Mapping[str, str]]

    @cached_property
    def root(self) -> Branch:
        """The bank."""
        return parsed(self.text)

    @cached_property
    def questions(self) -> list[Branch]:
        """The questions that are mappings."""
        return self.mappings("questions")

    def mappings(self, *keys: str) -> list[Branch]:
        """Return the mappings under keys of the bank: in a list, or one by itself."""
        found = [spot for key in keys for spot in items(self.root.get(key))]
        return [spot for spot in found if isinstance(spot, Branch) and not spot.is_list]

    def allows(self, question: Branch, code: str) -> bool:
        """Return whether a question or the bank allows what a rule forbids."""
        return any(code in self.allowed.get(owner, {}) for owner in (question.text("id"), ""))

    @cached_property
    def line_break(self) -> str:
        """How the file's first line ends."""
        at = self.text.find("\n")
        return "\r\n" if at > 0 and self.text[at - 1] == "\r" else "\r" if at < 0 and "\r" in self.text else "\n"

    def column(self, index: int) -> int:
        """Return how many characters stand in the line before an index."""
        begin = self.text.rfind("\n", 0, index) + 1
        return index - max(self.text.rfind("\r", begin, index) + 1, begin)

    def line_end(self, index: int) -> int:
        """Return where the line ends in which an index lies, before its line break."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)


def items(spot: Spot | None) -> list[Spot]:
    """Return the items of a list; anything else counts as a list of one."""
    if isinstance(spot, Branch) and spot.is_list:
        return spot.parts
    return [spot] if spot else []


def text_leaf(option: Spot) -> Leaf | None:
    """Return the text of an option or a quotation: itself, or what stands under `text`."""
    found = option.get("text") if isinstance(option, Branch) else option
    return found if isinstance(found, Leaf) else None


def kind_of(question: Branch) -> str:
    """Return the type of a question, as its name is written."""
    return question.text("type") or "choice"


def single_quoted(raw: str) -> str:
    """Return a plain scalar's text in single quotation marks."""
    return "'" + raw.replace("'", "''") + "'"


def plain_may_begin(raw: str) -> bool:
    """Return whether a text that begins so needs no quotation marks, by its first sign."""
    return raw[:1] not in tuple("-?:,[]{}#&*!|>'\"%@`") or (raw[:1] == "-" and raw[1:2].isalnum())
