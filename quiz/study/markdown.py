"""The results of an attempt as Markdown, and a file for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count as numbers
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.calibration import WORDS
from quiz.core.questions.base import Question
from quiz.core.rating import Certainty
from quiz.core.scoring import Score, total
from quiz.core.visible import one_line, visible
from quiz.core.words import count, likely, of
from quiz.study.report import (
    MODES,
    PRETEST,
    asked_again,
    began,
    changed,
    changed_words,
    levels,
    marks,
    passages,
    unanswered,
    verdict,
)

if TYPE_CHECKING:
    from quiz.core.bank import Quote
    from quiz.core.session import Answer
    from quiz.study.run import Run

_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>#|~$&@^]"  # what is markup wherever it stands
    r"|^[-+=](?!\w)|:(?=//|[\w+-]+:)|(?<=\bwww)\."  # a list at the beginning; a picture, a link
)
_NUMBER = re.compile(r"^(\d{1,9})([.)])")


def escaped(text: str) -> str:
    """Return a text on one line in which nothing is Markdown, HTML or a link, and nothing invisible."""
    return _NUMBER.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", one_line(text)))


def save(run: Run, text: str, folders: Iterable[Path]) -> Path:
    """Write the results of a run into the first folder that can be written to, in a new file; return its path.

    Raises OSError when none can, the one of the last folder.
    """
    stem = f"quiz-results-{began(run):%Y-%m-%d-%H%M}"
    problem = OSError("there is no folder to write to")
    for folder in folders:
        try:
            return _save(text, folder.absolute(), stem)
        except OSError as error:
            problem = error
    raise problem


def _save(text: str, folder: Path, stem: str) -> Path:
    """Write a new file in a folder, whose name begins with `stem`; no file that is there is touched."""
    for number in numbers(1):
        path = folder / (f"{stem}.md" if number == 1 else f"{stem}-{number}.md")
        try:
            file = path.open("x", encoding="utf-8", newline="\n")
        except FileExistsError:
            continue
        try:
            with file:
                file.write(text)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path
    raise AssertionError  # numbers do not end


def as_markdown(run: Run, *, with_marks: bool = True) -> str:
    """Return the results as Markdown; certainty-based marks only `with_marks`, and when certainty was told."""
    at = began(run)
    parts = [f"# Results: {escaped(run.study.bank.title)}", f"{MODES[run.mode]}, {at:%Y-%m-%d, %H:%M}."]
    parts += _scores(run) if run.scored else [PRETEST]
    parts += _notes(run)
    parts += _certainty(run, with_marks)
    parts += _read_again(run)
    since = changed(run)
    parts += [changed_words(len(since))] if since else []
    parts.append("## Questions")
    for number, answer in enumerate(run.session.answers, 1):
        parts += _question(run, number, answer, changed=answer.question in since)
    return "\n\n".join(parts) + "\n"


def _scores(run: Run) -> list[str]:
    rows = run.scores()
    lines = [f"- {escaped(row.title)}: {_figures(row)}" for row in rows]
    return [f"**Total: {_figures(total(rows))}.**", "## Phases", "\n".join(lines)]


def _figures(score: Score) -> str:
    return f"{of(score)}, {likely(score)}" if score.answered else "not asked yet"


def _notes(run: Run) -> Iterator[str]:
    """Yield what must be said of the scores."""
    if empty := unanswered(run):
        yield f"{count(empty, 'question is', 'questions are')} not answered."
    if run.session.withdrawn:
        yield f"{count(run.session.withdrawn, 'answer was', 'answers were')} taken back as a slip."
    if again := asked_again(run):
        yield again


def _certainty(run: Run, with_marks: bool) -> Iterator[str]:
    told = levels(run)
    if not told:
        return
    yield "## How sure you were"
    yield "\n".join(f"- {level.sentence}" for level in told)
    if with_marks and (earned := marks(run)):
        yield earned.sentence


def _read_again(run: Run) -> Iterator[str]:
    found = passages(run)
    if not found:
        return
    yield "## Read again"
    for number, passage in enumerate(found, 1):
        yield f"{number}. {_cited(run, passage.quote)}"


def _question(run: Run, number: int, answer: Answer, *, changed: bool) -> Iterator[str]:
    """Yield a question with all that belongs to it."""
    question = run.study.bank.by_id[answer.question]
    yield f"### {number}. {escaped(question.prompt)}"
    for line in visible(question.task.removeprefix(question.prompt)).split("\n"):
        if line.strip():
            yield escaped(line)
    yield f"{_verdict(question, answer)}{' Changed since it was answered.' if changed else ''}"
    yield "\n".join(_facts(question, answer))
    for quote in question.quotes:
        yield f"> {_cited(run, quote)}"


def _verdict(question: Question, answer: Answer) -> str:
    """Return the word for an answer, what was right of it, and how sure the student was."""
    parts = [f"**{verdict(answer).capitalize()}.**"]
    grade = question.grade(answer.response)
    if grade.detail and grade.score == answer.score and answer.response:
        parts.append(f"{escaped(grade.detail[0].upper() + grade.detail[1:])}.")
    if answer.certainty:
        parts.append(f"You said: {WORDS[Certainty(answer.certainty)]}.")
    return " ".join(parts)


def _facts(question: Question, answer: Answer) -> Iterator[str]:
    """Yield what was answered, what is right, and why, a line of a list each."""
    if answer.response:
        yield f"- Your answer: {escaped(question.spoken(answer.response)) or 'nothing'}"
    if answer.score < 1:
        yield f"- The answer: {escaped(question.answer_text)}"
    for option in question.reasons(answer.response):
        if option.why:
            yield f"- Your choice: {escaped(option.why)}"
    if question.explanation:
        yield f"- Why: {escaped(question.explanation)}"


def _cited(run: Run, quote: Quote) -> str:
    source = run.study.bank.source_by_id[quote.source]
    return f"“{escaped(quote.text)}” ({run.study.bank.where(quote)}, {escaped(source.title)})"
