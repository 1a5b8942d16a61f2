"""From a bank's folder to a `Bank`: every problem a located finding, never an exception."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from yaml.events import Event, MappingStartEvent, SequenceStartEvent

from quiz.banks.content import Content, read_id
from quiz.banks.fields import NodeFields
from quiz.banks.files import MAX_BANK_BYTES, Unreadable, read_text
from quiz.banks.nodes import Bad, Events, List, Mapping, Node, Text, TooDeep, syntax_problem
from quiz.banks.problems import Problems
from quiz.banks.sources import Sources
from quiz.core.bank import Bank
from quiz.core.finding import Finding, Place

BANK_FILE = "bank.yaml"
_HEAD_BYTES = 64 * 1024
_MOST_RESTARTS = 100
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_NOT_FOR_IDS = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a bank: the bank with all that is good in it, and the findings.

    `bank` is None when nothing of it can be used; `left_out` counts the questions with an error; `lines` has
    the line in which each question begins, by id.
    """

    path: Path
    bank: Bank | None
    findings: tuple[Finding, ...] = ()
    left_out: int = 0
    lines: dict[str, int] = field(default_factory=dict)


def read_bank(path: Path, shown_as: str = "") -> Reading:
    """Read the bank in a folder, or whose file is named; findings name the path as `shown_as`."""
    is_file = path.suffix in (".yaml", ".yml")
    folder, file = (path.parent, path) if is_file else (path, path / BANK_FILE)
    shown = shown_as or str(path)
    shown_file = shown if is_file else os.path.join(shown, BANK_FILE)  # noqa: PTH118  (kept as typed)
    if not _exists(file):
        return Reading(folder, None, (_no_bank(path, shown),))
    text = read_text(file, MAX_BANK_BYTES)
    if isinstance(text, Unreadable):
        finding = Finding(text.code, text.message, shown_file, Place(text.line, text.column), text.cure)
        return Reading(folder, None, (finding,))
    with _no_collection():
        return _Reader(folder, shown_file, text).read()


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):
        return False


def _no_bank(path: Path, shown: str) -> Finding:
    what = f"there is no {BANK_FILE} in this folder" if _exists(path) else "there is no such file or folder"
    return Finding("RD110", what, shown, Place(1, 1), f"Name a folder that holds a {BANK_FILE}.")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector off while many small values are made: it would look through them all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reader:
    """The reading of one bank file, from its first event to the bank.

    Questions are read as they come when phases and sources stand before them; else they wait for these.
    """

    def __init__(self, folder: Path, shown: str, text: str) -> None:
        self.folder = folder
        self.problems = Problems(shown, text)
        self.text = self._without_controls(text)
        self.sources = Sources(folder, self.problems)
        self.head = Mapping(1, 1)
        self.waiting: list[Node] = []
        self.content: Content | None = None

    def _without_controls(self, text: str) -> str:
        """Note the control characters that no YAML text may hold, and return the text without them."""
        for match in _CONTROL.finditer(text):
            line_start = text.rfind("\n", 0, match.start()) + 1
            place = Place(text.count("\n", 0, match.start()) + 1, match.start() - line_start + 1)
            message = f"a control character, U+{ord(match.group()):04X}"
            self.problems.add("RD109", message, place, "Remove it; an editor can show such characters.")
            if self.problems.count >= 20:
                break
        return _CONTROL.sub("\ufffd", text)

    def read(self) -> Reading:
        """Return what came of the reading."""
        if not self.text.strip():
            self._empty()
            return Reading(self.folder, None, self.problems.findings())
        self._document()
        content = self._ready()
        for node in self.waiting:
            content.read_question(node)
        bank = self._bank(content)
        found = (*self.problems.findings(), *self.sources.findings)
        return Reading(self.folder, bank, found, content.left_out, content.lines)

    def _empty(self) -> None:
        cure = "Write the bank's id, title, source, phases and questions."
        self.problems.add("RD101", "the file is empty", Place(1, 1), cure)

    def _document(self) -> None:
        events = Events(self.text, self.problems)
        try:
            self._top(events)
        except yaml.YAMLError as error:
            self._recover(syntax_problem(error, self.problems, 1).line)
        except TooDeep:
            pass
        finally:
            events.close()

    def _top(self, events: Events) -> None:
        start = events.start()
        if start is None:
            self._empty()
        elif isinstance(start, MappingStartEvent):
            for key, event in events.entries():
                self._entry(events, key, event)
            events.expect_end()
        elif not isinstance(node := events.node(start), Bad):
            message = f"a bank is a mapping of keys to values, not {node.shape}"
            self.problems.add("FM204", message, node.place, "Begin with id: and title:.")

    def _entry(self, events: Events, key: Text, event: Event) -> None:
        """Take one key of the top level: questions one by one, anything else as it is."""
        first = self.head.entries.get(key.text)
        if first:
            events.repeated(key, first[0])
        if key.text == "questions" and isinstance(event, SequenceStartEvent) and not (event.anchor or event.tag):
            place = events.place(event)
            self.head.entries.setdefault(key.text, (key, List(place.line, place.column)))
            self._prepare_early()
            for item in events.items():
                self._take(events.node(item))
        else:
            value = events.node(event)
            self.head.entries.setdefault(key.text, (key, value))

    def _take(self, node: Node) -> None:
        if self.content:
            self.content.read_question(node)
        else:
            self.waiting.append(node)

    def _recover(self, line: int) -> None:
        """After an error in the YAML go on with the next question that begins below it, and so on."""
        entry = self.head.entries.get("questions")
        if not entry:
            return
        lines = self.text.split("\n")
        dashes = (text for text in lines[entry[0].line :] if text.lstrip().startswith("- "))
        dash = next(dashes, "- ")
        start = dash[: len(dash) - len(dash.lstrip())] + "- "
        for _ in range(_MOST_RESTARTS):
            line = next((i + 1 for i in range(line, len(lines)) if lines[i].startswith(start)), 0)
            line = self._rest("\n".join(lines[line - 1 :]), line) if line else 0
            if not line:
                return

    def _rest(self, text: str, first_line: int) -> int:
        """Read questions from the middle of the file; return the line of the next error, or 0."""
        events = Events(text, self.problems, first_line)
        try:
            start = events.start()
            for item in events.items() if isinstance(start, SequenceStartEvent) else ():
                self._take(events.node(item))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + first_line if mark else first_line
            if re.match(r"[\w-]+:", self.problems.line(line)):
                return 0  # the list of questions has ended, and another key of the bank begins
            return syntax_problem(error, self.problems, first_line).line
        except TooDeep:
            pass
        finally:
            events.close()
        return 0

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
            self.sources.read(fields)
            self.content.read_phases(fields)
        return self.content

    def _bank(self, content: Content) -> Bank | None:
        fields = NodeFields(self.head, self.problems, "the bank")
        for key in ("language", "exact", "source", "sources", "phases"):
            fields.get(key)
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
        if node is None:
            fields.missing("questions")
        elif not isinstance(node, List | Bad):
            message = f"'questions' must be a list, not {node.shape}"
            fields.note("FM204", message, node.place, "Write - id: … for each question.")
        elif not isinstance(node, Bad) and not content.questions and not content.left_out:
            fields.note("FM203", "the bank has no questions", node.place, "Write - id: … for each question.")


def peek_id(folder: Path) -> str:
    """Return the id at the head of a bank file without reading the whole, or "" when it is not found there."""
    try:
        with (folder / BANK_FILE).open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return ""
    match = re.search(r"^id:[ \t]*(['\"]?)([\w.-]+)\1[ \t\r]*(?:#.*)?$", head, re.MULTILINE)
    return match[2] if match else ""
