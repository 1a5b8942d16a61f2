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

    parser.add_argument("bank", metavar="BANK", nargs="?", help="a bank's id or path; all that were begun without it")
    windows.declare(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """Print the weak spots of one bank, or of all that were begun."""
    from quiz.cli import windows
    from quiz.cli.answered import answered_studies
    from quiz.cli.report import as_json, warn
    from quiz.study import open_record
    from quiz.study.progress import weakness

    record = open_record()
    days = windows.chosen(options)
    found = [(study.bank, weakness(study, days)) for study in answered_studies(options.bank, record)]
    if options.json:
        data = [_data(bank, weak, days) for bank, weak in found]
        print(as_json(data if options.bank is None else data[0]))
    else:
        print("\n\n".join(_texts(found, days)))
    warn(record.notice)
    record.close()
    return 0


def _texts(found: "list[tuple[Bank, Weakness]]", days: int | None) -> list[str]:
    from quiz.core.visible import one_line
    from quiz.study import weak_tables

    if not found:
        return ["Nothing was answered yet. `quiz take BANK` asks, and `quiz banks` lists what there is."]
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
        "read_again": [_passage_data(bank, passage) for passage in weak.again],
        "missed": [_missed_data(missed) for missed in weak.missed[:MOST]],
        "misconceptions": [_belief_data(belief) for belief in weak.misconceptions[:MOST]],
    }


def _passage_data(bank: "Bank", passage: "Passage") -> dict[str, object]:
    quote = passage.quote
    where = bank.where(quote)
    text = bank.source_by_id[quote.source].text[slice(*where.context)]
    return {"source": quote.source, "place": str(where), "text": text, "missed": passage.missed}


def _missed_data(missed: "Missed") -> dict[str, object]:
    question = missed.question
    return {"id": question.id, "prompt": question.prompt, "missed": missed.times, "asked": missed.asked}


def _belief_data(belief: "Misconception") -> dict[str, object]:
    return {
        "id": belief.question.id,
        "option": belief.option.text,
        "why": belief.option.why,
        "answer": belief.question.answer_text,
        "times": belief.times,
    }
