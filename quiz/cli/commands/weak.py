"""`quiz weak`: passages to read again, the questions missed most, and wrong answers that came back."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.core.bank import Bank
    from quiz.core.weakness import Misconception, Missed, Passage
    from quiz.study.progress import Weakness

SUMMARY = "print what you miss, and what to read again"
EXAMPLE = "quiz weak soviet-foreign-policy --days 30"


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank, the window and the output format."""
    from quiz.cli import windows

    parser.add_argument("bank", metavar="BANK", nargs="?", help="a bank's id or path; without it, all that were begun")
    windows.declare(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """Print the weak spots of one bank, or of all that were begun."""
    from quiz.cli import windows
    from quiz.cli.answered import answered_studies, nothing_words
    from quiz.cli.report import as_json, warn
    from quiz.study import open_record
    from quiz.study.progress import weakness

    record = open_record()
    days = windows.chosen(options)
    found = [(study.bank, weakness(study, days)) for study in answered_studies(options.bank, record, "weak")]
    if options.json:
        data = [_data(bank, weak, days) for bank, weak in found]
        print(as_json(data if options.bank is None else data[0]))
    elif texts := _texts(found, days) if found else nothing_words(record):
        print("\n\n".join(texts))
    warn(record.notice)
    record.close()
    return 0


def _texts(found: "list[tuple[Bank, Weakness]]", days: int | None) -> list[str]:
    from quiz.core.visible import one_line
    from quiz.study import weak_tables

    texts = []
    for bank, weak in found:
        sections = weak_tables.sections(bank, weak)
        listed = ["\n".join([f"{section.title}:", *section.rows]) for section in sections]
        texts += [one_line(bank.title), *(listed or [weak_tables.nothing(weak, days)])]
    return texts


def _data(bank: "Bank", weak: "Weakness", days: int | None) -> dict[str, object]:
    from quiz.study.weak_tables import MOST

    return {
        "bank": bank.id,
        "days": days,
        "answered": weak.answered,
        "read_again": [_passage_data(bank, passage, weak) for passage in weak.again],
        "missed": [_missed_data(missed) for missed in weak.missed[:MOST]],
        "misconceptions": [_belief_data(belief) for belief in weak.misconceptions[:MOST]],
    }


def _passage_data(bank: "Bank", passage: "Passage", weak: "Weakness") -> dict[str, object]:
    quote = passage.quote
    where = bank.where(quote)
    text = bank.source_by_id[quote.source].text[slice(*where.context)]
    changed = [ident for ident in passage.missed if ident in weak.changed]
    return {"source": quote.source, "place": str(where), "text": text, "missed": passage.missed, "changed": changed}


def _missed_data(missed: "Missed") -> dict[str, object]:
    question = missed.question
    figures = {"missed": missed.times, "asked": missed.asked, "before_change": missed.before}
    return {"id": question.id, "prompt": question.prompt, **figures}


def _belief_data(belief: "Misconception") -> dict[str, object]:
    return {
        "id": belief.question.id,
        "option": belief.option.text,
        "why": belief.option.why,
        "answer": belief.question.answer_text,
        "times": belief.times,
        "before_change": belief.before,
    }
