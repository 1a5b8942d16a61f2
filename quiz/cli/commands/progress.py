"""`quiz progress`: the score over time, the days practised, what comes up for review, and how sure one was."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.core.bank import Bank
    from quiz.core.calibration import Level
    from quiz.study.progress import Progress, Week
    from quiz.study.tables import Section

SUMMARY = "print how you are getting on"
EXAMPLE = "quiz progress soviet-foreign-policy --days 30"


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank, the window and the output format."""
    from quiz.cli import windows

    parser.add_argument("bank", metavar="BANK", nargs="?", help="a bank's id or path; without it, all that were begun")
    windows.declare(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """Print the progress in one bank, or in all that were begun."""
    from quiz import settings
    from quiz.cli import windows
    from quiz.cli.answered import answered_studies, nothing_words
    from quiz.cli.report import as_json, warn
    from quiz.study import open_record
    from quiz.study.progress import progress

    record = open_record()
    exams, days = settings.load().exam_days, windows.chosen(options)
    found = [(study.bank, progress(study, days, exams)) for study in answered_studies(options.bank, record, "progress")]
    if options.json:
        data = [_data(*each) for each in found]
        print(as_json(data if options.bank is None else data[0]))
    elif texts := _texts(found) if found else nothing_words(record):
        print("\n\n".join(texts))
    warn(record.notice)
    record.close()
    return 0


def _texts(found: "list[tuple[Bank, Progress]]") -> list[str]:
    """Return all sections as text; the days practised, which are those of all banks, come once and first."""
    from quiz.core.visible import one_line
    from quiz.study import tables

    texts = [_text(tables.habit(found[0][1]))]
    for bank, seen in found:
        rest = (tables.scores(bank, seen), tables.due(seen), tables.certainty(seen))
        texts += [one_line(bank.title), *(_text(section) for section in rest)]
    return texts


def _text(section: "Section") -> str:
    return "\n".join([f"{section.title}:", *section.rows])


def _data(bank: "Bank", seen: "Progress") -> dict[str, object]:
    return {
        "bank": bank.id,
        "days": seen.days,
        "weeks": [_week_data(week) for week in seen.weeks],
        "practised": [_date(day) for day in sorted(seen.practised)],
        "due": [{"day": _date(seen.today + i), "questions": n} for i, n in enumerate(seen.coming.days)],
        "certainty": [_level_data(level) for level in seen.calibration],
    }


def _week_data(week: "Week") -> dict[str, object]:
    phases = {phase: {"right": share.right, "answered": share.asked} for phase, share in week.phases.items()}
    return {"start": _date(week.start), "phases": phases}


def _level_data(level: "Level") -> dict[str, object]:
    low, high = level.band
    figures = {"answered": level.asked, "right": level.right, "low": low, "high": high}
    return {"certainty": level.certainty.name.lower(), **figures, "verdict": level.verdict}


def _date(day: int) -> str:
    from datetime import date

    return date.fromordinal(day).isoformat()
