"""The weak spots as rows of text: what the app's list and plain output both say.

Every row is safe to show, whatever stands in the bank.
"""

from __future__ import annotations

from collections.abc import Container

from quiz.core.bank import Bank, Quote
from quiz.core.visible import one_line, shorten
from quiz.core.weakness import Misconception, Missed, Passage
from quiz.core.windows import within
from quiz.core.words import count
from quiz.study.progress import Weakness
from quiz.study.tables import Section

MOST = 10
"""So many questions, and so many wrong beliefs, are listed at most."""
AGAIN, MISSED, BELIEVED = "Read again", "Missed most", "What you took for true"
_BEGINNING, _PROMPT, _OPTION, _WHY = 64, 160, 80, 240


def sections(bank: Bank, weakness: Weakness) -> tuple[Section, ...]:
    """Return the lists that are not empty."""
    found = (
        Section(AGAIN, tuple(passage_row(bank, passage, weakness.changed) for passage in weakness.again)),
        Section(MISSED, tuple(missed_row(missed) for missed in weakness.missed[:MOST])),
        Section(BELIEVED, tuple(believed_row(belief) for belief in weakness.misconceptions[:MOST])),
    )
    return tuple(section for section in found if section.rows)


def passage_row(bank: Bank, passage: Passage, changed: Container[str] = ()) -> str:
    """Return the place of a passage, what was missed on it (and what of that has `changed` since), its beginning."""
    place = place_of(bank, passage.quote)
    since = sum(ident in changed for ident in passage.missed)
    told = f"{count(len(passage.missed), 'question')} missed{f' ({since} changed since)' if since else ''}"
    return f"{place}, {told}: “{beginning(bank, passage.quote)}”"


def place_of(bank: Bank, quote: Quote) -> str:
    """Return "paragraph 5, sentence 4"; where there are several sources, with the title of this one."""
    place = str(bank.where(quote))
    return place if len(bank.sources) == 1 else f"{place} of {one_line(bank.source_by_id[quote.source].title)}"


def beginning(bank: Bank, quote: Quote) -> str:
    """Return the beginning of the sentence that a quotation stands in."""
    start, end = bank.where(quote).context
    return shorten(bank.source_by_id[quote.source].text[start : min(end, start + 4 * _BEGINNING)], _BEGINNING)


def before_change(row: Missed | Misconception) -> str:
    """Return how many of the answers of a row are to a question that was changed since, in brackets; or ""."""
    what = "it" if isinstance(row, Missed) else "the question"
    return f" ({row.before} before {what} was changed)" if row.before else ""


def missed_row(missed: Missed) -> str:
    """Return "missed 4 of 6 · PROMPT", and how many of these 4 were answers to another wording."""
    return (
        f"missed {missed.times} of {missed.asked}{before_change(missed)} · {shorten(missed.question.prompt, _PROMPT)}"
    )


def believed_row(belief: Misconception) -> str:
    """Return "“OPTION” chosen 3 times: WHY"; without a reason on record, the prompt stands there."""
    chosen = f"“{shorten(belief.option.text, _OPTION)}” chosen {belief.times} times{before_change(belief)}"
    why = shorten(belief.option.why, _WHY)
    return f"{chosen}: {why}" if why else f"{chosen} · {shorten(belief.question.prompt, _PROMPT)}"


def nothing(weakness: Weakness, days: int | None) -> str:
    """Return what is said when nothing was missed."""
    if not weakness.answered:
        return (
            f"Nothing was answered {within(days)}. What you miss is gathered here: the passages to read again, "
            "the questions missed most, and the wrong answers that came back."
        )
    asked = count(weakness.answered, "question was", "questions were")
    return f"Nothing was missed {within(days)}: {asked} answered, and always right."
