"""Questions without an id get one from the words of their prompt that carry meaning."""

from collections.abc import Iterator

from quiz.check.fixes.draft import Branch, Draft, Edit, Leaf
from quiz.check.text import tokens
from quiz.check.words import words_of

WHAT = "missing ids"
_WORDS, _LENGTH = 4, 40


def edits(draft: Draft) -> Iterator[Edit]:
    """Yield an edit for every question that has no id, or an empty one."""
    taken = {question.text("id") for question in draft.questions}
    for question in draft.questions:
        value = question.get("id")
        missing = value is None or (isinstance(value, Leaf) and not value.text.strip())
        if missing and question.parts and (edit := _edit(draft, question, value, taken)):
            yield edit


def _edit(draft: Draft, question: Branch, value: object, taken: set[str]) -> Edit | None:
    ident = _unique(_ident(draft, question), taken)
    start = end = question.start
    if isinstance(value, Leaf):
        start, end, new = value.start, value.end, ident
        if start == end and draft.text[start - 1 : start] != ":":
            return None
        new = f" {ident}" if start == end else ident
    elif question.flow:
        start, end, new = start + 1, end + 1, f"id: {ident}, "
    else:
        new = f"id: {ident}{draft.line_break}{' ' * draft.column(start)}"
    taken.add(ident)
    return Edit(start, end, new, ident, WHAT)


def _ident(draft: Draft, question: Branch) -> str:
    """Return an id from the first words of the prompt, else of another text, that are no stop words."""
    words = words_of(draft.language)
    stop = words.stop if words else frozenset()
    for key in ("prompt", "text", "answer", "explanation"):
        said = [word.partition("'")[0] for word in tokens(question.text(key))]
        chosen = [word for word in said if word not in stop][:_WORDS] or said[:_WORDS]
        while len(chosen) > 1 and len("-".join(chosen)) > _LENGTH:
            chosen.pop()
        if chosen:
            return "-".join(chosen)[:_LENGTH].strip("-")
    return "question"


def _unique(ident: str, taken: set[str]) -> str:
    number, unique = 1, ident
    while unique in taken:
        number += 1
        unique = f"{ident}-{number}"
    return unique
