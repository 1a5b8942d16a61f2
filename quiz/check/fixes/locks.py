"""The locks of sources are renewed, where there are any: see `quiz.check.lock`."""

import textwrap
from collections.abc import Iterator

from quiz.check.fixes.draft import Branch, Draft, Edit, Leaf
from quiz.check.lock import hash_of, record_of
from quiz.core.bank import Source

WHAT = "locks of sources"
_WIDTH = 110


def edits(draft: Draft) -> Iterator[Edit]:
    """Yield the edits that make the locks say what the sources are."""
    for declared in draft.mappings("source", "sources"):
        lock, source = declared.get("sha256"), draft.sources.get(declared.text("id") or "source")
        if isinstance(lock, Leaf) and source and source.file == declared.text("file"):
            yield from _of_source(draft, declared, lock, source)


def _of_source(draft: Draft, declared: Branch, lock: Leaf, source: Source) -> Iterator[Edit]:
    wanted, record = hash_of(source.text), record_of(source.indexed)
    if draft.text[lock.start - 1] == ":" and not lock.text:
        wanted = f" {wanted}"
    if lock.text.strip().lower() != wanted:
        yield Edit(lock.start, lock.end, wanted, "", WHAT)
    old = declared.get("sentences")
    if old is None:
        yield from _added(draft, declared, lock, record)
    elif isinstance(old, Leaf) and " ".join(old.text.split()).lower() != record:
        column = draft.column(_first(declared).start)
        yield Edit(old.start, old.end, _begun(draft, old) + _written(draft, declared, column, record), "", WHAT)


def _begun(draft: Draft, old: Leaf) -> str:
    return " " if draft.text[old.start - 1] == ":" else ""


def _added(draft: Draft, declared: Branch, lock: Leaf, record: str) -> Iterator[Edit]:
    """Yield the edit that adds the record in a line below the hash, or in the same braces."""
    if not record:
        return
    if declared.flow:
        yield Edit(declared.end - 1, declared.end - 1, f", sentences: {record}", "", WHAT)
        return
    at, column = draft.line_end(lock.end), draft.column(_first(declared).start)
    line = f"{draft.line_break}{' ' * column}sentences: {_written(draft, declared, column, record)}"
    yield Edit(at, at, line, "", WHAT)


def _first(declared: Branch) -> Leaf | Branch:
    return declared.parts[0]


def _written(draft: Draft, declared: Branch, column: int, record: str) -> str:
    """Return the record in one line when it fits, else as a folded text; in braces always in one line."""
    if not record:
        return "''"
    if declared.flow or column + len(record) < _WIDTH - len("sentences: "):
        return record
    begin = draft.line_break + " " * (column + 2)
    return ">-" + "".join(begin + line for line in textwrap.wrap(record, _WIDTH - column - 2))
