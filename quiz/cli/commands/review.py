"""`quiz review`: asks what is due today."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from typing import TYPE_CHECKING

from quiz.core.visible import shorten

if TYPE_CHECKING:
    from quiz.history.record import Record
    from quiz.study import Study
    from quiz.study.review import Review

SUMMARY = "ask what is due today, before it is forgotten"
EXAMPLE = "quiz review soviet-foreign-policy --exam 2030-06-10"
_NONE = "none"


def _exam(text: str) -> str:
    try:
        return _NONE if text.casefold() == _NONE else date.fromisoformat(text).isoformat()
    except ValueError:
        message = f"'{shorten(text, 40)}' is not a date; write it as 2030-06-10, or none to forget it"
        raise ArgumentTypeError(message) from None


def arguments(parser: ArgumentParser) -> None:
    """Declare the banks, and the examination to plan for."""
    parser.add_argument("banks", metavar="BANK", nargs="*", help="ids or paths; every bank with answers without it")
    parser.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    parser.add_argument("--exam", metavar="DATE", type=_exam, help="plan towards this day (remembered; none ends it)")
    parser.add_argument("--phase", metavar="ID", action="append", default=[], help="new questions only from here")
    parser.add_argument("--seed", metavar="N", type=int, help="choose and shuffle the same way every time")


def run(options: Namespace) -> int:
    """Review what is due."""
    from quiz.cli.report import warn
    from quiz.study import open_record

    record = open_record()
    begun = False
    try:
        studies = _studies(options, record)
        _plan_exam(options, studies)
        found = _review(options, studies)
        if not found.plan.selection:
            _say_nothing(found)
            return 0
        begun = True
        _remember(options.banks, studies)
        return _ask(options, found)
    finally:
        if not begun:
            warn(record.notice)
        record.close()


def _studies(options: Namespace, record: "Record") -> "list[Study]":
    from quiz.cli.opening import every_usable, usable_bank
    from quiz.study import Study

    if options.banks:
        readings = [usable_bank(name) for name in dict.fromkeys(options.banks)]
        return [Study(reading, record) for reading in readings]
    studies = [Study(reading, record) for reading in every_usable()]
    begun = [study for study in studies if study.latest()]
    return begun or studies[:1]


def _remember(names: list[str], studies: "list[Study]") -> None:
    """Remember where the banks are that were named, if any were."""
    from quiz.banks.library import remember
    from quiz.cli.opening import named_bank

    for name, study in zip(dict.fromkeys(names), studies, strict=False):
        remember(study.bank.id, named_bank(name))


def _plan_exam(options: Namespace, studies: "list[Study]") -> None:
    """Remember the examination on these banks, or forget it."""
    from quiz import settings

    if options.exam is None:
        return
    kept = settings.load()
    for study in studies:
        kept.exams.pop(study.bank.id, None)
        if options.exam != _NONE:
            _check_ahead(options.exam, study)
            kept.exams[study.bank.id] = options.exam
            print(_planned(options.exam, study))
    settings.save(kept)


def _planned(day: str, study: "Study") -> str:
    from quiz.core.planning import final_round
    from quiz.core.visible import one_line
    from quiz.core.words import count

    exam = date.fromisoformat(day)
    first = final_round(len(study.bank.questions), exam.toordinal(), study.today) or study.today
    when = date.fromordinal(first).isoformat() if first > study.today else "today"
    days = count(exam.toordinal() - study.today, "day")
    title = one_line(study.bank.title)
    return f"Planned towards {day}, in {days}: {title}. From {when} on, every question comes once more."


def _check_ahead(day: str, study: "Study") -> None:
    from quiz.cli.errors import UserError

    if date.fromisoformat(day).toordinal() <= study.today:
        raise UserError(f"{day} is not ahead; the examination must be tomorrow or later", 2)


def _review(options: Namespace, studies: "list[Study]") -> "Review":
    from quiz.cli.errors import UserError
    from quiz.settings import load
    from quiz.study import new_seed
    from quiz.study.review import review

    if not studies:
        raise UserError("no bank was found; quiz banks says where they are looked for")
    seed = new_seed() if options.seed is None else options.seed
    return review(studies, seed, load().exam_days, _phases(options, studies))


def _phases(options: Namespace, studies: "list[Study]") -> list[str]:
    """Return the phases that new questions come from, by the ids they have in the session."""
    from quiz.cli.errors import UserError
    from quiz.core.joined import within

    known = {phase.id for study in studies for phase in study.bank.phases}
    for phase in options.phase:
        if phase not in known:
            raise UserError(f"there is no phase '{phase}'; the phases are {', '.join(sorted(known))}", 2)
    if len(studies) == 1:
        return list(options.phase)
    return [within(study.bank.id, phase) for study in studies for phase in options.phase]


def _say_nothing(found: "Review") -> None:
    from quiz.study.review import opening

    print(opening(found))


def _ask(options: Namespace, found: "Review") -> int:
    import sys

    from quiz.cli.opening import wants_plain

    if wants_plain(options.plain):
        from quiz.cli.plain import PlainQuiz

        return PlainQuiz(found.begin(), sys.stdin, sys.stdout, found).run()
    from quiz.tui.app import run_app

    return run_app(found.begin(), found)
