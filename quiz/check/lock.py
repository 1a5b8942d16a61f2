"""The lock of a source: what the text was, so that a check can tell what a change of it did to the questions.

It is two lines beside the source's `file:`, both written by `quiz check --fix` once there is a line `sha256:`

- `sha256:` the SHA-256 of the text as it is read (NFC, `\\n` line breaks, UTF-8 without byte order mark): whether
  anything has changed.
- `sentences:` a record of every sentence in order, each as the first 25 bits of its own SHA-256 (white space
  collapsed) in five letters of base 32, with blanks between them and ` / ` between paragraphs: what has changed.

With the record a quotation that still stands is *untouched* when its sentences stand where they stood, *moved* when
they stand in another place, and its sentence *altered* when that was not there. The record is of the source, not of
the quotations, so that questions can be added and changed without renewing it. A changed sentence is taken for
one of n others once in 2^25 / n. Sources with a record above MAX_TEXT (some 16,000 sentences) have none, as have those
with `sha256:` alone: there the check says only what is broken.
"""

from __future__ import annotations

from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum

from quiz.banks.nodes import MAX_TEXT, List, Mapping, Node, Text
from quiz.banks.reader import Reading
from quiz.core.bank import Bank, Source
from quiz.core.finding import Finding, Severity
from quiz.core.quotes import SourceText
from quiz.core.visible import shorten
from quiz.core.words import count

_CURE = "Mend what is broken, look whether the rest still fits, and renew the lock with `quiz check --fix`."
_NAMED = 5


class Fate(IntEnum):
    """What a change of the source did to a question: the least is the worst."""

    BROKEN = 0
    ALTERED = 1
    MOVED = 2
    UNTOUCHED = 3
    UNKNOWN = 4


_SAID = {
    Fate.BROKEN: ("is broken", "are broken"),
    Fate.ALTERED: ("stands in an altered sentence", "stand in altered sentences"),
    Fate.MOVED: ("has moved", "have moved"),
    Fate.UNTOUCHED: ("is untouched", "are untouched"),
    Fate.UNKNOWN: ("still stands (where it stood is not recorded)", "still stand (where they stood is not recorded)"),
}


def hash_of(text: str) -> str:
    """Return the SHA-256 of a source's text."""
    from hashlib import sha256  # 3 ms, which a bank without a lock need not wait for

    return sha256(text.encode()).hexdigest()


def record_of(source: SourceText) -> str:
    """Return the record of a source's sentences, or "" when it is too long for a bank."""
    marks = (
        " ".join(_mark(source.text[start:end]) for start, end in source.sentences(whole)) for whole in source.paragraphs
    )
    record = " / ".join(marks)
    return record if len(record) <= MAX_TEXT else ""


def _mark(sentence: str) -> str:
    plain = " ".join(sentence.split())
    from hashlib import sha256

    return b32encode(sha256(plain.encode()).digest()[:4]).decode()[:5].lower()


def has_changed(source: Source) -> bool:
    """Return whether a source is not what its lock says; without a lock it is not known to have changed."""
    return bool(source.sha256) and source.sha256 != hash_of(source.text)


def changed_sources(reading: Reading, shown: str) -> Iterator[Finding]:
    """Yield a finding for each source of a bank, read with its nodes kept, that is not what its lock says."""
    for source in reading.bank.sources if reading.bank else ():
        node = _lock_node(reading, source)
        if not isinstance(node, Text):
            continue
        if has_changed(source):
            message = told(reading, source)
            yield Finding("SO304", message, shown, node.place, _CURE, severity=Severity.WARNING)
        elif not node.text.strip():
            message = f"the lock of {shorten(source.file, 60)} is still empty"
            yield Finding("SO304", message, shown, node.place, _FILL, severity=Severity.WARNING)


_FILL = "Write it with `quiz check --fix`, or remove the line."


def _lock_node(reading: Reading, source: Source) -> Node | None:
    head = reading.nodes.get("")
    for node in _declared(head) if head else ():
        texts = {key: value.text.strip() for key, (_, value) in node.entries.items() if isinstance(value, Text)}
        if (texts.get("file"), texts.get("id") or "source") == (source.file, source.id):
            return node.entries["sha256"][1] if "sha256" in node.entries else None
    return None


def _declared(head: Mapping) -> Iterator[Mapping]:
    nodes = [head.entries[key][1] for key in ("source", "sources") if key in head.entries]
    for node in nodes:
        yield from (item for item in (node.items if isinstance(node, List) else [node]) if isinstance(item, Mapping))


def told(reading: Reading, source: Source) -> str:
    """Return in words what a change of a source has done to the questions."""
    found = fates(reading, source)
    groups = {fate: [name for name, its in found.items() if its is fate] for fate in Fate}
    parts = [_part(fate, names) for fate, names in groups.items() if names]
    if lost := sum(not finding.question for finding in _broken(reading, source)):
        parts.append(count(lost, "quotation of a phase is broken", "quotations of phases are broken"))
    message = f"{shorten(source.file, 60)} has changed since it was locked"
    return f"{message}: {', '.join(parts)}" if parts else message


def _part(fate: Fate, names: list[str]) -> str:
    said = count(len(names), f"question {_SAID[fate][0]}", f"questions {_SAID[fate][1]}")
    if fate >= Fate.UNTOUCHED:
        return said
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{said} ({', '.join(shorten(name, 40) for name in names[:_NAMED])}{more})"


def fates(reading: Reading, source: Source) -> dict[str, Fate]:
    """Return what has become of every question that quotes a source, since the source was locked."""
    found = {finding.question: Fate.BROKEN for finding in _broken(reading, source) if finding.question}
    for name, marks in _quoted(reading.bank, source) if reading.bank else ():
        found[name] = min(found.get(name, Fate.UNKNOWN), *marks)
    return found


def _broken(reading: Reading, source: Source) -> Iterable[Finding]:
    beginning = f"the quotation is not in {source.file}"
    for finding in reading.findings:
        if finding.code == "EV401" and finding.message.partition(";")[0] == beginning:
            yield finding


def _quoted(bank: Bank, source: Source) -> Iterator[tuple[str, list[Fate]]]:
    """Yield every question that quotes a source, with the fates of the sentences that it quotes."""
    was = _places(part.split() for part in source.sentences.split("/"))
    text = source.indexed
    spans = [text.sentences(paragraph) for paragraph in text.paragraphs]
    now = [
        (span, _fate(was, _mark(text.text[slice(*span)]), place) if source.sentences else Fate.UNKNOWN)
        for i, sentences in enumerate(spans)
        for j, span in enumerate(sentences)
        for place in [(i, j)]
    ]
    for question in bank.questions:
        quoted = [span for quote in question.quotes if quote.source == source.id for span in quote.spans]
        if quoted:
            yield question.id, [fate for (a, b), fate in now if any(a < end and b > start for start, end in quoted)]


def _places(paragraphs: Iterable[list[str]]) -> dict[str, set[tuple[int, int]]]:
    places: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for i, marks in enumerate(paragraphs):
        for j, mark in enumerate(marks):
            places[mark].add((i, j))
    return dict(places)


def _fate(was: dict[str, set[tuple[int, int]]], mark: str, place: tuple[int, int]) -> Fate:
    if mark not in was:
        return Fate.ALTERED
    return Fate.UNTOUCHED if place in was[mark] else Fate.MOVED
