"""Running the rules over a bank: findings with their places, allowances applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quiz.banks.files import MAX_BANK_BYTES, read_text
from quiz.banks.nodes import List, Mapping, Node
from quiz.banks.reader import BANK_FILE, Reading
from quiz.check.item import Exam
from quiz.check.rule import Note, Rule, rules
from quiz.core.finding import Finding, Place, Severity
from quiz.core.visible import shorten

_UNUSED, _UNKNOWN = "AL901", "AL902"
_MOST_SAID = 600
_WROTE = "Write a rule's code, a colon and the reason, on a line of its own below allow:."


class Checked(NamedTuple):
    """What the rules found in a bank, in the order of the places; `not_applied` are rules without word lists."""

    findings: tuple[Finding, ...]
    not_applied: tuple[str, ...] = ()
    silenced: int = 0


class _Run:
    """One run of the rules over a bank: places of what they say, and what of it is allowed."""

    def __init__(self, reading: Reading, shown: str) -> None:
        self.reading = reading
        self.shown = shown
        self.used: set[tuple[str, str]] = set()
        self.silenced = 0

    def finding(self, rule: Rule, note: Note, question: str) -> Finding | None:
        """Return a note as a finding, or None when the question or the bank allows it."""
        for owner in (question, ""):
            if rule.code in self.reading.allowed.get(owner, {}):
                self.used.add((owner, rule.code))
                self.silenced += 1
                return None
        place = self.place(question, note.field, note.index)
        severity = note.severity or rule.severity
        message, cure = shorten(note.message, _MOST_SAID), shorten(note.cure, _MOST_SAID)  # they may name any text
        return Finding(rule.code, message, self.shown, place, cure, severity=severity, question=question)

    def place(self, question: str, key: str, index: int | None) -> Place:
        """Return where a field, or an item of it, is written; the question itself when it is not."""
        node: Node | None = self.reading.nodes.get(question)
        if isinstance(node, Mapping) and key in node.entries:
            node = node.entries[key][1]
            if index is not None and isinstance(node, List) and index < len(node.items):
                node = node.items[index]
                if isinstance(node, Mapping) and "text" in node.entries:
                    node = node.entries["text"][1]
        return node.place if node else Place(self.reading.lines.get(question, 1), 1)

    def allowances(self, known: Iterable[str], not_applied: set[str]) -> Iterator[Finding]:
        """Yield a finding for each allowance that silences nothing, or names no rule."""
        for owner, codes in self.reading.allowed.items():
            if owner and owner not in self.reading.nodes:
                continue  # a question with an error was not looked at
            for code in codes:
                if code not in known:
                    message = f"'{shorten(code, 60)}' is not a rule that can be allowed"
                    yield self._allowance(owner, code, _UNKNOWN, message, _WROTE)
                elif (owner, code) not in self.used and code not in not_applied:
                    message = f"the allowance of {code} silences nothing"
                    cure = "Remove it, if what it was for has been mended."
                    yield self._allowance(owner, code, _UNUSED, message, cure)

    def _allowance(self, owner: str, rule: str, code: str, message: str, cure: str) -> Finding:
        node = self.reading.nodes[owner]
        allow = node.entries["allow"][1] if isinstance(node, Mapping) else None
        key = allow.entries[rule][0] if isinstance(allow, Mapping) else None
        place = key.place if key else self.place(owner, "allow", None)
        return Finding(code, message, self.shown, place, cure, severity=Severity.WARNING, question=owner)


def check(
    reading: Reading,
    shown: str = "",
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Checked:
    """Run the rules over a bank that was read with its nodes kept; `shown` is how findings name its file.

    `select` and `ignore` are codes, or beginnings of codes ("OP", "CU3"). `progress` is called now and then with
    the number of questions done and of all.
    """
    if reading.bank is None:
        return Checked(())
    exam, run = Exam(reading.bank), _Run(reading, shown or str(reading.path / BANK_FILE))
    select, ignore = tuple(select), tuple(ignore)
    chosen = [rule for rule in rules().values() if _wanted(rule.code, select, ignore)]
    usable = [rule for rule in chosen if exam.words or not rule.worded]
    found = [
        finding
        for rule, note, question in _notes(exam, usable, progress)
        if (finding := run.finding(rule, note, question))
    ]
    if not select and not ignore:
        found += run.allowances(rules(), {rule.code for rule in chosen if rule not in usable})
    found.sort(key=lambda finding: (finding.place, finding.code))
    not_applied = tuple(rule.code for rule in chosen if rule not in usable)
    return Checked(tuple(found), not_applied, run.silenced)


def _wanted(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    return (not select or code.startswith(select)) and not (ignore and code.startswith(ignore))


def _notes(
    exam: Exam, chosen: list[Rule], progress: Callable[[int, int], None] | None
) -> Iterator[tuple[Rule, Note, str]]:
    each = [rule for rule in chosen if rule.check]
    for done, item in enumerate(exam.items):
        if progress and done % 100 == 0:
            progress(done, len(exam.items))
        for rule in each:
            assert rule.check is not None
            for note in rule.check(item):
                yield rule, note, item.question.id
    for rule in chosen:
        if rule.check_bank:
            for note in rule.check_bank(exam):
                yield rule, note, note.question


def with_lines(findings: Iterable[Finding], file: Path) -> list[Finding]:
    """Return findings in a file, each with the text of its line."""
    text = read_text(file, MAX_BANK_BYTES)
    lines = text.split("\n") if isinstance(text, str) else []
    return [
        finding
        if finding.text or finding.place.line > len(lines)
        else finding._replace(text=lines[finding.place.line - 1])
        for finding in findings
    ]
