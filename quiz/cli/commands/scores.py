"""`quiz scores`: where one stands in each phase."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from quiz.cli.windows import chosen, declare

if TYPE_CHECKING:
    from quiz.core.scoring import Score
    from quiz.core.standing import Standing
    from quiz.history.record import Record
    from quiz.study import Study

SUMMARY = "print where you stand in each phase"
EXAMPLE = "quiz scores soviet-foreign-policy --json"


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank and the output format."""
    parser.add_argument("bank", metavar="BANK", nargs="?", help="a bank's id or path; without it, all banks")
    declare(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """Print the scores of one bank, or of all."""
    from quiz.cli.report import as_json, warn
    from quiz.study import open_record

    record = open_record()
    studies = _studies(options.bank, record)
    window = chosen(options)
    if options.json:
        data = [_data(study, window) for study in studies]
        print(as_json(data if options.bank is None else data[0]))
    else:
        for i, study in enumerate(studies):
            print("\n" * (i > 0), end="")
            _print(study, window)
    warn(record.notice)
    record.close()
    return 0


def _studies(name: str | None, record: "Record") -> "list[Study]":
    """Return the study of one bank, or of all that can be found, also those that were never begun."""
    from quiz.cli.answered import answered_reading, tell_missing
    from quiz.cli.opening import every_usable
    from quiz.history.kept import answered_banks
    from quiz.study import Study

    if name is not None:
        return [Study(answered_reading(name, record, "scores"), record)]
    studies = [Study(reading, record) for reading in every_usable()]
    tell_missing(record, {*answered_banks(record)} - {study.bank.id for study in studies}, "scores")
    return studies


def _data(study: "Study", window: int | None) -> dict[str, object]:
    from quiz.core.scoring import total

    rows = study.scores()
    *phases, whole = study.standings(window)
    return {
        "bank": study.bank.id,
        "attempts": study.record.attempt_count(study.bank.id),
        "phases": [_score_data(row) for row in rows],
        "total": _score_data(total(rows)),
        "standing": {
            "days": window,
            "phases": [_standing_data(phase) for phase in phases],
            "total": _standing_data(whole),
        },
    }


def _standing_data(standing: "Standing") -> dict[str, object]:
    """Return the standing, which counts the answers of the window alone."""
    return {
        "id": standing.score.id,
        "label": standing.label,
        "sentence": standing.sentence,
        "mastered": standing.mastered,
        "fading": standing.fading,
        "expected": standing.expected,
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


def _print(study: "Study", window: int | None) -> None:
    from quiz.core.standing import comparisons
    from quiz.core.visible import one_line
    from quiz.core.words import count, window_words

    attempts = study.record.attempt_count(study.bank.id)
    print(f"{one_line(study.bank.title)} ({attempts} attempt{'' if attempts == 1 else 's'})")
    print(window_words(window))
    rows = study.standings(window)
    for row in rows:
        print(f"{one_line(row.score.title)}: {_in_words(row)}")
    for line in comparisons([row.score for row in rows[:-1]]):
        print(one_line(line))
    if withdrawn := study.record.withdrawn_count(study.bank.id):
        print(f"{count(withdrawn, 'answer was', 'answers were')} taken back as a slip, and the next one counted.")


def _in_words(standing: "Standing") -> str:
    from quiz.core.scoring import ENOUGH
    from quiz.core.words import count, likely, of

    score = standing.score
    questions = count(score.questions, "question")
    guess = f"; if you were quizzed now about {round(100 * standing.expected)} % right" if standing.now else ""
    now = f"{standing.mastery}{guess}"
    if not score.answered:
        return f"{standing.label}, {questions}; {now}" if standing.seen else f"{standing.label}, {questions}"
    word = "" if score.answered < ENOUGH else f"{standing.label}: "
    return f"{word}{of(score)}, {likely(score)}; {score.answered} of {questions} answered; {now}"
