"""`quiz take`: takes a quiz, in the app or line by line."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from quiz.core.visible import shorten

if TYPE_CHECKING:
    from quiz.history.values import Mode
    from quiz.study import Run, Study, Wish
    from quiz.study.exam import Exam

SUMMARY = "take a quiz, in the app or (--plain) line by line"
_MODES = ("practice", "exam", "pretest")
_LONGEST = 24 * 60
EXAMPLE = "quiz take soviet-foreign-policy --phase third-period --count 10"


def _positive(text: str) -> int:
    if not text.isdecimal() or len(text) > 9 or int(text) < 1:
        raise ArgumentTypeError(f"'{shorten(text, 40)}' is not a number of questions; use 1 or more")
    return int(text)


def _minutes(text: str) -> int:
    if not text.isdecimal() or len(text) > 9 or not 1 <= int(text) <= _LONGEST:
        raise ArgumentTypeError(f"'{shorten(text, 40)}' is not a number of minutes; use 1 to {_LONGEST}")
    return int(text)


def _seed(text: str) -> int:
    try:
        seed = int(text)
    except ValueError:
        seed = 1 << 63
    if not -(1 << 63) <= seed < 1 << 63:
        raise ArgumentTypeError(f"'{shorten(text, 40)}' is not a seed; use a whole number such as 7")
    return seed


def arguments(parser: ArgumentParser) -> None:
    """Declare what is asked, and how."""
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    parser.add_argument("--phase", metavar="ID", action="append", default=[], help="only this phase (repeatable)")
    number = parser.add_mutually_exclusive_group()
    number.add_argument("--count", metavar="N", type=_positive, help="so many questions (20)")
    number.add_argument("--all", action="store_true", help="all questions")
    parser.add_argument("--seed", metavar="N", type=_seed, help="draw and shuffle the same way every time")
    parser.add_argument("--in-order", action="store_true", help="ask in the bank's order")
    parser.add_argument("--missed", action="store_true", help="only what was not right when last asked")
    parser.add_argument("--mode", choices=_MODES, help="practice; exam: verdicts after handing in; pretest: unscored")
    parser.add_argument("--minutes", metavar="N", type=_minutes, help="a time limit, for --mode exam")
    parser.add_argument("--resume", action="store_true", help="go on with the last interrupted attempt")


def run(options: Namespace) -> int:
    """Take the quiz."""
    from quiz.banks.library import remember
    from quiz.cli.opening import named_bank, usable_bank, wants_plain
    from quiz.cli.report import warn
    from quiz.study import Study, open_record

    reading = usable_bank(options.bank)
    study = Study(reading, open_record())
    begun = False
    try:
        attempt = _attempt(study, options)
        if attempt is None:
            return 0
        begun = True
        remember(study.bank.id, named_bank(options.bank))
        return _plain(attempt) if wants_plain(options.plain) else _app(attempt)
    finally:
        if not begun:
            warn(study.record.notice)
        study.record.close()


def _plain(attempt: "Run | Exam") -> int:
    from quiz.study import Run

    if isinstance(attempt, Run):
        from quiz.cli.plain import PlainQuiz

        return PlainQuiz(attempt, sys.stdin, sys.stdout).run()
    from quiz.cli.plain_exam import PlainExam

    return PlainExam(attempt, sys.stdin, sys.stdout).run()


def _app(attempt: "Run | Exam") -> int:
    from quiz.tui.app import run_app

    return run_app(attempt)


def _attempt(study: "Study", options: Namespace) -> "Run | Exam | None":
    """Return what the options ask for, or None, said so, when nothing is left to ask."""
    from quiz.cli.errors import UserError
    from quiz.study import new_seed

    if options.resume:
        _refuse_beside_resume(options)
        return _resumed(study)
    mode = _mode(options)
    seed = new_seed() if options.seed is None else options.seed
    selection = study.choose(_wish(study, options), seed)
    if selection:
        return _begun(study, selection, seed, mode, options.minutes)
    if options.missed and not study.latest():
        print("Nothing of this bank has been asked yet, so nothing is missed.")
        return None
    if options.missed:
        print("Nothing is missed: every question that you were asked was right the last time.")
        return None
    raise UserError("there is no question in what you chose; leave out --phase, or name another.")


def _begun(study: "Study", selection: tuple[str, ...], seed: int, mode: "Mode", minutes: int | None) -> "Run | Exam":
    from quiz.history.values import Mode

    if mode is Mode.EXAM:
        return study.begin_exam(selection, seed, minutes)
    return study.begin(selection, seed, mode)


def _mode(options: Namespace) -> "Mode":
    """Return the mode; refuse what does not go with it."""
    from quiz.cli.errors import UserError
    from quiz.history.values import Mode

    mode = Mode(options.mode or Mode.PRACTICE)
    if options.minutes and mode is not Mode.EXAM:
        raise UserError("only an examination has a time limit; add --mode exam, or leave out --minutes", 2)
    if options.missed and mode is Mode.PRETEST:
        raise UserError("a pre-test comes before the first answer; leave out --missed or --mode pretest", 2)
    return mode


def _refuse_beside_resume(options: Namespace) -> None:
    """Refuse options that choose questions: an interrupted attempt has its own."""
    from quiz.cli.errors import UserError

    names = ("phase", "count", "all", "seed", "in_order", "missed", "mode", "minutes")
    given = [f"--{name.replace('_', '-')}" for name in names if getattr(options, name) not in (None, False, [])]
    if given:
        raise UserError(f"--resume goes on with an attempt as it was begun; leave out {', '.join(given)}", 2)


def _resumed(study: "Study") -> "Run | Exam":
    from quiz.cli.errors import UserError
    from quiz.study import Run

    left = study.interrupted()
    attempt = study.resume(left.uid) if left else None
    if attempt is None or (isinstance(attempt, Run) and not attempt.session.queue):
        raise UserError(f"no attempt on '{study.bank.id}' was interrupted; leave out --resume to begin a new one.")
    return attempt


def _wish(study: "Study", options: Namespace) -> "Wish":
    from quiz.cli.errors import UserError
    from quiz.study import DEFAULT_COUNT, Wish

    known = study.bank.phase_by_id
    for phase in options.phase:
        if phase not in known:
            from quiz.banks.problems import did_you_mean

            near = did_you_mean(phase, known)
            raise UserError(f"the bank has no phase '{phase}'{near}; its phases are {', '.join(known)}", 2)
    everything = options.all or (options.missed and options.count is None)
    count = None if everything else options.count or DEFAULT_COUNT
    return Wish(tuple(options.phase), count, options.in_order, options.missed)
