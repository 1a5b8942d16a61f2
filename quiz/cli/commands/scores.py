"""`quiz scores`: the score per phase over all attempts."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.banks.reader import Reading
    from quiz.core.scoring import Score
    from quiz.study import Study

SUMMARY = "print the scores per phase"
EXAMPLE = "quiz scores soviet-foreign-policy --json"


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank and the output format."""
    parser.add_argument("bank", metavar="BANK", nargs="?", help="a bank's id or path; all banks without it")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """Print the scores of one bank, or of all."""
    from quiz.cli.opening import usable_bank
    from quiz.cli.report import as_json, warn
    from quiz.study import Study, open_record

    readings = [usable_bank(options.bank)] if options.bank is not None else _all_readings()
    record = open_record()
    studies = [Study(reading, record) for reading in readings]
    if options.json:
        data = [_data(study) for study in studies]
        print(as_json(data if options.bank is None else data[0]))
    else:
        for i, study in enumerate(studies):
            print("\n" * (i > 0), end="")
            _print(study)
    warn(record.notice)
    record.close()
    return 0


def _all_readings() -> "list[Reading]":
    from quiz.banks.library import every_bank
    from quiz.banks.reader import read_bank

    readings = [read_bank(found.path) for found in every_bank()]
    return [reading for reading in readings if reading.bank and reading.bank.questions]


def _data(study: "Study") -> dict[str, object]:
    from quiz.core.scoring import total

    rows = study.scores()
    return {
        "bank": study.bank.id,
        "attempts": study.record.attempt_count(study.bank.id),
        "phases": [_score_data(row) for row in rows],
        "total": _score_data(total(rows)),
    }


def _score_data(score: "Score") -> dict[str, object]:
    low, high = score.likely
    return {
        "id": score.id,
        "title": score.title,
        "questions": score.questions,
        "answered": score.answered,
        "right": score.right,
        "score": score.mean,
        "low": low,
        "high": high,
    }


def _print(study: "Study") -> None:
    from quiz.core.scoring import total
    from quiz.core.visible import one_line
    from quiz.core.words import count

    attempts = study.record.attempt_count(study.bank.id)
    print(f"{one_line(study.bank.title)} ({attempts} attempt{'' if attempts == 1 else 's'})")
    rows = study.scores()
    for row in (*rows, total(rows)):
        print(f"{one_line(row.title)}: {_in_words(row)}")
    if withdrawn := study.record.withdrawn_count(study.bank.id):
        print(f"{count(withdrawn, 'answer was', 'answers were')} taken back as a slip, and the next one counted.")


def _in_words(score: "Score") -> str:
    from quiz.core.words import count, likely, of

    if not score.answered:
        return f"not begun, {count(score.questions, 'question')}"
    return f"{of(score)}, {likely(score)}; {score.answered} of {count(score.questions, 'question')} answered"
