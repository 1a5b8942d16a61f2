"""From a bank's folder to a `Bank`: every problem a located finding, never an exception."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import yaml
from yaml.events import MappingStartEvent, SequenceStartEvent

from quiz.banks.content import Content
from quiz.banks.fields import NodeFields, read_id
from quiz.banks.files import MAX_BANK_BYTES, Unreadable, decoded, read_text
from quiz.banks.nodes import MAX_VALUES, REFUSED, Bad, Events, List, Mapping, Node, Stopped, Text, mark_at, place_of
from quiz.banks.problems import MOST, UNCLOSED, Problems, syntax_problem, unclosed_quote
from quiz.banks.reading import BANK_FILE, Reading, exists, folder_and_file, peek_id
from quiz.banks.slips import first_question, question_begins, slip_at, without_blanks, without_no_breaks
from quiz.banks.sources import Sources
from quiz.core.bank import Bank
from quiz.core.finding import Finding, Place
from quiz.core.patterns import late
from quiz.garbage import no_collection

__all__ = ["BANK_FILE", "Reading", "peek_id", "read_as_written", "read_bank"]
_MOST_RESTARTS = 100
_KEYS = "id title language license author description exact allow source sources phases questions".split()
_KEY = late(rf"({'|'.join(_KEYS)}):(?=\s|$)", re.MULTILINE)
_CONTROL = late(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{REFUSED}\ufeff\ufffd-\uffff]")
_FULL = "Correct those above first: what stands below was not read."
_FORGOTTEN = ("here questions seem to begin", "Write the line questions: above it.")
_QUESTION_CURE = "Write - id: … for each question, and its other fields below it."
_NOT_FOR_IDS = late(r"[^\w.-]+")


def read_bank(path: Path, shown_as: str = "", *, keep_nodes: bool = False) -> Reading:
    """Read the bank in a folder, or whose file is named; findings name the path as `shown_as`.

    With `keep_nodes` the places of all fields are kept, for the checker.
    """
    folder, file = folder_and_file(path)
    shown = shown_as or str(path)
    shown_file = shown if file == path else os.path.join(shown, BANK_FILE)  # noqa: PTH118  (kept as typed)
    if not exists(file):
        return Reading(folder, None, (_no_bank(path, shown),))
    return _read(folder, shown_file, read_text(file, MAX_BANK_BYTES), keep_nodes)


def read_as_written(data: bytes, folder: Path, shown_file: str) -> Reading:
    """Read the bank that a folder would hold if its file had these bytes; nodes are kept."""
    return _read(folder, shown_file, decoded(data, BANK_FILE), keep_nodes=True)


def _read(folder: Path, shown_file: str, text: str | Unreadable, keep_nodes: bool) -> Reading:
    if isinstance(text, Unreadable):
        finding = Finding(text.code, text.message, shown_file, Place(text.line, text.column), text.cure)
        return Reading(folder, None, (finding,))
    with no_collection():
        return _Reader(folder, shown_file, text, keep_nodes).read()


def _no_bank(path: Path, shown: str) -> Finding:
    what = f"there is no {BANK_FILE} in this folder" if exists(path) else "there is no such file or folder"
    return Finding("RD110", what, shown, Place(1, 1), f"Name a folder that holds a {BANK_FILE}.")


class _Reader:
    """The reading of one bank file, from its first event to the bank.

    Questions are read as they come when phases and sources stand before them; else they wait for these. After
    an error in the YAML the reading goes on with the next question, or the next key of the bank.
    """

    def __init__(self, folder: Path, shown: str, text: str, keep_nodes: bool) -> None:
        self.keep_nodes = keep_nodes
        self.folder = folder
        text = without_blanks(text)
        self.problems = Problems(shown, text)
        self.text = without_no_breaks(self._without_controls(text), self.problems)
        self.sources = Sources(folder, self.problems)
        self.head = Mapping(mark_at(1))
        self.waiting: list[Node] = []
        self.content: Content | None = None
        self.values = MAX_VALUES
        self.at = 1  # the line in which the question, or the key of the bank, begins that is being read
        self.dash: str | None = None  # what a question's line begins with; None outside the questions
        self.reading = False  # whether a question has been begun, and not come to its end
        self.held: Node | None = None
        self.lost = 0
        self.forgotten = False  # whether the line questions: is missing, and that is noted

    def _without_controls(self, text: str) -> str:
        """Note the characters that no bank may hold, and return the text with REFUSED in their place."""
        for match in _CONTROL.finditer(text):
            line = self.problems.line_at(match.start())
            place = Place(line, match.start() - self.problems.start_of(line) + 1)
            what = "the sign of a lost character" if match.group() == "\ufffd" else "a control or invisible character"
            cure = "Remove it, or write the character that was meant."
            self.problems.add("RD109", f"{what}, U+{ord(match.group()):04X}", place, cure)
            if self.problems.count >= 20:
                break
        text = text.replace("\u2028", " ").replace("\u2029", " ")  # YAML would take them for line breaks
        return _CONTROL.sub(REFUSED, text) if self.problems.count else text

    def read(self) -> Reading:
        """Return what came of the reading."""
        if self.text.strip():
            self._document()
        if not self.head.entries:
            if not self.problems.count:
                self._empty()
            return Reading(self.folder, None, self.problems.findings())
        content = self._ready()
        for node in self.waiting:
            if self._full(node.line):
                break
            content.read_question(node)
        bank = self._bank(content)
        found = (*self.problems.findings(), *self.sources.findings)
        if content.nodes is not None:
            content.nodes[""] = self.head
        left_out = content.left_out + self.lost
        return Reading(self.folder, bank, found, left_out, content.lines, content.nodes or {}, content.allowed)

    def _empty(self) -> None:
        cure = "Write the bank's id, title, source, phases and questions."
        self.problems.add("RD101", "the file is empty", Place(1, 1), cure)

    def _document(self) -> None:
        """Read the file in parts: the whole, or after an error in the YAML what begins below it."""
        line = 1
        for _ in range(_MOST_RESTARTS):
            if _KEY.match(self.problems.line(line)):
                self.dash = None
            self.at, self.reading = line, bool(self.dash)
            line = self._part(line)
            if not line:
                return

    def _part(self, line: int) -> int:
        """Read on from a line; return the line to go on with after an error, or 0."""
        below = self.text[self.problems.start_of(line) :] if line > 1 else self.text
        events = Events("\n" * (line - 1) + below, self.problems, self.values)
        try:
            return self._top_or_after(events)
        except Stopped as stop:
            return 0 if stop.for_good else self._next_part()
        finally:
            self.values = events.values
            events.close()

    def _top_or_after(self, events: Events) -> int:
        try:
            self._top(events)
        except yaml.YAMLError as error:
            return self._after(error)
        return 0

    def _after(self, error: yaml.YAMLError) -> int:
        """Note an error in the YAML, and return the line to go on with, or 0."""
        place, message, cure = syntax_problem(error, self.problems)
        slip = slip_at(str(error), place, self.problems, self.at)
        if self.dash and not self.reading and place.column == 1 and _KEY.match(self.problems.line(place.line)):
            self._take_held()
            return place.line  # no error: the questions since a restart have ended
        begins = not self.dash and not self.forgotten and self._forgets_questions(place.line)
        following = self._next_part()
        ended = slip is not None and slip.new_item
        if self.held and (ended or place.line < following or not following):  # the error is within what was just read
            self.lost, self.held = self.lost + 1, self.held if ended else None
        self._take_held()
        last = following - 1 if following else place.line - 1
        unclosed = unclosed_quote(self.problems, self.at, min(last, self.at + 1000)) if place.line > last else None
        if unclosed:
            place, message, cure = unclosed, *UNCLOSED
        elif begins:
            message, cure = _FORGOTTEN
        elif slip:
            place, message, cure = slip[:3]
            self.forgotten |= "'questions'" in message
        if not any(found.code == "RD104" and found.place.line == place.line for found in self.problems.found):
            self.problems.add("RD104", message, place, cure)
        return following

    def _forgets_questions(self, line: int) -> bool:
        """Return whether questions begin in a line, and no line questions: stands anywhere."""
        if re.search("^questions:", self.text, re.MULTILINE) or not question_begins(line, self.problems):
            return False
        self.forgotten = True
        return True

    def _next_part(self) -> int:
        """Give up the question or key that is being read, and return the line of the next one, or 0."""
        key = None if self.reading else _KEY.match(self.problems.line(self.at))
        if key:
            mark = mark_at(self.at)
            self.head.entries.setdefault(key[1], (Text(key[1], mark), Bad(mark)))
        self.lost += self.reading
        begins = rf"^(?:{_KEY.pattern}|{self.dash or '(?!)'}(?=\s))"
        following = re.compile(begins, re.MULTILINE).search(self.text, self.problems.start_of(self.at + 1))
        return self.problems.line_at(following.start()) if following else 0

    def _top(self, events: Events) -> None:
        start = events.start()
        if start is None:
            return
        if isinstance(start, SequenceStartEvent) and self.dash:
            self._questions(events, start)
        elif isinstance(start, MappingStartEvent):
            events.refused_marks(start)
            for key, event in events.entries():
                self._entry(events, key, event)
        else:
            if not isinstance(node := events.node(start), Bad):
                message = f"a bank is written as key: value, not as {node.shape}"
                self.problems.add("FM204", message, node.place, "Begin with id: and title:.")
            return
        events.expect_end()

    def _entry(self, events: Events, key: Text, event: Any) -> None:
        """Take one key of the top level: questions one by one, anything else as it is."""
        first = self.head.entries.get(key.text)
        if first:
            events.repeated(key, first[0])
        self.at, self.dash = key.line, self.dash if key.text not in _KEYS else None
        self._take_held()
        if key.text == "questions" and isinstance(event, SequenceStartEvent):
            events.refused_marks(event)
            self.head.entries.setdefault(key.text, (key, List(event.start_mark)))
            self._prepare_early()
            self._questions(events, event)
            return
        if key.text in ("language", "exact") and self.content:
            message = f"'{key.text}' stands below the questions that it is for"
            self.problems.add("FM205", message, key.place, "Move this line above questions:.")
        self.head.entries.setdefault(key.text, (key, events.node(event)))

    def _questions(self, events: Events, start: Any) -> None:
        place = place_of(start.start_mark)
        begin = self.problems.line(place.line)[: place.column]
        self.dash = begin if begin.strip() == "-" else None
        found = self.problems.found
        for item in events.items():
            self._take_held()
            self.at, self.reading = item.start_mark.line + 1, True
            noted = len(found)
            self.held = events.node(item)
            self.reading = False
            if len(found) > noted:
                self.problems.belong(noted, self.held)
        self._take_held()

    def _take_held(self) -> None:
        """Read the question that is held until the line after it is seen to be sound, or let it wait."""
        node, self.held = self.held, None
        if node and self.content:
            self.content.read_question(node)
        elif node:
            self.waiting.append(node)
        if self._full(self.at):
            raise Stopped(for_good=True)

    def _full(self, line: int) -> bool:
        """Return whether there are too many findings for any more, and note it."""
        if self.problems.count < MOST:
            return False
        finding = Finding("RD103", f"{MOST:,} problems in one file", self.problems.path, Place(line, 1), _FULL)
        if self.problems.found[-1].code != "RD103":
            self.problems.found.append(finding)
        return True

    def _prepare_early(self) -> None:
        """Read phases and sources before the questions, when they stand before them."""
        if "phases" in self.head.entries and {"source", "sources"} & self.head.entries.keys():
            self._ready()

    def _ready(self) -> Content:
        """Return the reader of questions, which needs phases and sources first."""
        if self.content is None:
            fields = NodeFields(self.head, self.problems, "the bank")
            self.language = fields.optional("language") or "en"
            self.content = Content(self.sources, self.problems, self.language, fields.flag("exact", False))
            self.content.nodes = {} if self.keep_nodes else None
            self._note_forgotten()
            self.sources.read(fields)
            self.content.read_phases(fields)
        return self.content

    def _note_forgotten(self) -> None:
        """Note the first question among phases or sources, and take the questions out of these."""
        for key in ("source", "sources", "phases"):
            node = self.head.entries[key][1] if key in self.head.entries else None
            number = first_question(node)
            if isinstance(node, List) and number is not None:
                if "questions" not in self.head.entries and not self.forgotten:
                    self.problems.add("FM203", _FORGOTTEN[0], node.items[number].place, _FORGOTTEN[1])
                    self.forgotten = True
                if self.forgotten:
                    del node.items[number:]

    def _bank(self, content: Content) -> Bank | None:
        fields = NodeFields(self.head, self.problems, "the bank")
        for key in ("language", "exact", "source", "sources", "phases"):
            fields.get(key)
        content.allowed[""] = fields.reasons("allow")
        ident, title = read_id(fields), fields.text("title")
        details = {key: fields.optional(key) for key in ("license", "author", "description")}
        self._check_questions(fields, content)
        fields.refuse_others()
        if not content.phases or not self.sources.found:
            return None
        name = ident or _NOT_FOR_IDS.sub("-", self.folder.resolve().name).strip("-.") or "bank"
        return Bank(
            id=name,
            title=title or name,
            language=self.language,
            sources=tuple(self.sources.found.values()),
            phases=tuple(content.phases.values()),
            questions=tuple(content.questions),
            **details,
        )

    def _check_questions(self, fields: NodeFields, content: Content) -> None:
        node = fields.get("questions")
        if node is None and not self.forgotten:
            fields.missing("questions")
        elif node is None:
            return
        elif not isinstance(node, List | Bad):
            fields.note("FM204", f"'questions' must be a list, not {node.shape}", node.place, _QUESTION_CURE)
        elif not isinstance(node, Bad) and not (content.questions or content.left_out or self.lost):
            fields.note("FM203", "the bank has no questions", node.place, _QUESTION_CURE)
