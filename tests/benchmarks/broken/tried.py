"""What is done with a broken bank: it is read, checked, reported on, fixed and asked; and what must be so then."""

import gc
import io
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from random import Random

from quiz.banks.packed import pack_question, unpack_question
from quiz.banks.reader import read_bank
from quiz.check.fixes.fixer import diff, fixed_file, summary
from quiz.check.report import Report, report_on
from quiz.cli.commands import check
from quiz.core.bank import Bank
from quiz.core.finding import Finding
from quiz.core.questions.base import Layout, Misfit, Question
from quiz.core.scoring import scores, total
from quiz.core.session import Session, draw
from quiz.core.visible import first_hidden
from tests.benchmarks.broken import words

ASKED = 4
LONGEST_MESSAGE = 1500
_ENDLESS = 50_000
"""A question with so many characters to choose or type is answered once less: each time takes a while."""
_BOM = b"\xef\xbb\xbf"
_BREAK = re.compile("\r\n?|\n")


@dataclass(frozen=True)
class Outcome:
    """What came of a bank: whether there is one at all, and how many findings, questions, answers and fixes."""

    readable: bool = False
    findings: int = 0
    questions: int = 0
    answers: int = 0
    fixes: int = 0


def tried(folder: Path, seed: int) -> Outcome:
    """Do all that the program does with a bank. Raises AssertionError where something is not as promised.

    To save time, only some banks, by their seed, are also read without nodes, and fixed.
    """
    report = report_on(folder, str(folder))
    gc.unfreeze()  # `report_on` is made for a program that ends after it
    reading = report.reading
    assert reading.findings or reading.bank
    assert reading.findings or not reading.left_out
    if not seed % 4:
        assert read_bank(folder, str(folder)).findings == reading.findings, "other findings without nodes"
    for problem in wrong_places(report.findings, folder):
        raise AssertionError(problem)
    for finding in report.findings:
        _check_words(finding)
    _check_printed(folder, report)
    bank = report.bank
    answers = _asked(bank, Random(seed)) if bank and bank.questions else 0
    fixes = _fixed(folder) if seed % 3 else 0
    return Outcome(bool(bank), len(report.findings), len(bank.questions) if bank else 0, answers, fixes)


# findings


def wrong_places(findings: Iterable[Finding], folder: Path) -> Iterator[str]:
    """Yield in words each place that does not lie in the file that its finding names."""
    lines: dict[str, list[str]] = {}
    for finding in findings:
        if finding.path not in lines:
            lines[finding.path] = lines_of((folder / finding.path).read_bytes())
        here, (line, column) = lines[finding.path], finding.place
        where = f"{finding.code} at {finding.path}:{line}:{column}"
        if not 1 <= line <= len(here):
            yield f"{where}, but the file has {len(here)} lines: {finding.message}"
        elif not 1 <= column <= len(here[line - 1]) + 1:
            yield f"{where}, but the line has {len(here[line - 1])} characters: {finding.message}"


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a file as an editor shows them; a byte that is no text counts as a character."""
    return _BREAK.split(data.removeprefix(_BOM).decode("utf-8", "replace"))


def _check_words(finding: Finding) -> None:
    assert finding.message, finding
    assert finding.cure, finding
    said = finding.message + finding.cure
    assert len(said) <= LONGEST_MESSAGE, f"{finding.code} says {len(said):,} characters: {said[:200]!r}"
    assert first_hidden(said) is None, f"{finding.code} says {said!r}"
    assert "\n" not in said, f"{finding.code} says {said!r}"


def _check_printed(folder: Path, report: Report) -> None:
    """Print the report as `quiz check` does, and check that nothing in it can steer the terminal."""
    for form in ("text", "json", "github", "sarif"):
        printed, options = io.StringIO(), Namespace(format=form, all=True, statistics=False, strict=False)
        with redirect_stdout(printed), redirect_stderr(io.StringIO()):
            check._print(options, [report], list(report.findings))
        text = printed.getvalue()
        assert first_hidden(text) is None, f"{form} prints {text[first_hidden(text) :][:20]!r}"
        assert form == "github" or str(folder) in text


def _fixed(folder: Path) -> int:
    """Return how many fixes there are for a bank; nothing is written."""
    result = fixed_file(folder)
    if result is None or not result.fixes:
        return 0
    assert summary(result)
    assert diff(result, "bank.yaml")
    return len(result.fixes)


# questions


def _asked(bank: Bank, rng: Random) -> int:
    """Begin a session and answer some questions; return how many."""
    assert len(bank.by_id) == len(bank.questions)
    assert sum(map(len, bank.by_phase.values())) == len(bank.questions)
    session = Session.begin(draw(bank, bank.listed_by_id, ASKED, rng.getrandbits(16)), rng.getrandbits(16))
    while session.current:
        question = bank.by_id[session.current]
        score = _answered(question, session.layout(question), rng)
        session = session.answered(question.key, score)
        for quote in question.quotes:
            assert bank.where(quote).first_sentence
    given = total(scores(bank, session.points, session.selection))
    assert given.answered == len(session.selection)
    assert 0 <= given.per_cent <= 100
    return len(session.answers)


def _answered(question: Question, layout: Layout, rng: Random) -> float:
    """Answer a question in several ways; return the score of the last."""
    assert question.hint(layout)
    assert question.task.strip()
    assert question.quotes, f"{question.id} quotes nothing"
    assert question.fingerprint
    assert question.words_shown(layout) >= 0
    assert unpack_question(pack_question(question)) == question
    assert 0 <= question.chance <= 1
    right = question.grade(question.key)
    assert 1 == right.score, f"the key of {question.id} scores {right.score}"
    shown = (*layout.items, *layout.targets, *(option for gap in layout.gaps for option in gap), *question.key)
    assert all(text.strip() for text in shown), f"{question.id} has an empty option"
    score = right.score
    for _ in range(2 if sum(map(len, shown)) < _ENDLESS else 1):
        texts = [rng.choice(shown) if rng.random() < 0.6 else words.text(rng) for _ in range(rng.randint(0, 4))]
        reply = rng.choice((words.text(rng), "1", "b", "1 2 3", "1a 2b", "; ".join(texts)))
        parsed = question.parse(reply, layout)
        for response in (tuple(texts), () if isinstance(parsed, Misfit) else parsed):
            grade = question.grade(response)
            assert 0 <= grade.score <= 1
            assert grade.verdict
            assert isinstance(question.spoken(response), str)
            assert isinstance(question.reasons(response), tuple)
            score = grade.score
    return score
