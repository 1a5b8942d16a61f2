"""A question in lines: as it is put in plain mode, and what proves its answer."""

from quiz.core.bank import Bank, Quote
from quiz.core.questions.base import LETTERS, Layout, Question
from quiz.core.visible import one_line, visible


def asked(question: Question, layout: Layout) -> list[str]:
    """Return a question as the student sees it: the task, then whatever there is to choose from."""
    lines = [line for line in visible(question.task).split("\n") if line.strip()]
    lines += [f"  {i + 1}) {one_line(item)}" for i, item in enumerate(layout.items)]
    lines += [f"  {LETTERS[i]}) {one_line(target)}" for i, target in enumerate(layout.targets)]
    for number, options in enumerate(layout.gaps, 1):
        choices = "  ".join(f"{i + 1}) {one_line(option)}" for i, option in enumerate(options))
        lines += [f"  Gap {number}: {choices}"] if options else []
    return lines


def cited(bank: Bank, quote: Quote) -> str:
    """Return a quotation with its place in the source."""
    title = bank.source_by_id[quote.source].title
    return f"“{one_line(quote.text)}” ({bank.where(quote)}, {one_line(title)})"


def proved(bank: Bank, question: Question) -> list[str]:
    """Return the answer of a question, why it is right, and the quotations that prove it."""
    lines = [f"Answer: {one_line(question.answer_text)}"]
    lines += [f"Why: {one_line(question.explanation)}"] if question.explanation else []
    return lines + [f"Source: {cited(bank, quote)}" for quote in question.quotes]
