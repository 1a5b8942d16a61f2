"""The verdict on an answer: the word, the answer, why, and the passage that proves it."""

from collections.abc import Iterator

from quiz.core.bank import Bank, Quote
from quiz.core.certainty import remark
from quiz.core.questions.base import Grade, Question, Response, Verdict
from quiz.tui.forms.base import PARTLY, RIGHT, WRONG, Form
from quiz.tui.lines import Styled, Writer

_WORDS = {
    Verdict.RIGHT: (f"{RIGHT} Right.", "bold $success"),
    Verdict.PARTLY: (f"{PARTLY} Partly right", "bold $warning"),
    Verdict.WRONG: (f"{WRONG} Not this one.", "bold $error"),
}


def write_verdict(
    writer: Writer, bank: Bank, form: Form, *, others: bool = False, certainty: int | None = None
) -> None:
    """Write the verdict on a form that is revealed; with `others`, also why the options not chosen are wrong."""
    assert form.grade is not None
    assert form.response is not None
    writer.blank()
    writer.styled([_word(form.grade, form.response), *_taken(form.grade)])
    if said := remark(certainty, form.grade.score):
        writer.text(said, "$quiet")
    if form.grade.score < 1:
        form.write_answer(writer)
    _write_reasons(writer, form.question, form.response, others)
    if form.question.explanation:
        writer.blank()
        writer.text(form.question.explanation)
    for quote in form.question.quotes:
        writer.blank()
        write_quote(writer, bank, quote)


def _word(grade: Grade, response: Response) -> Styled:
    if not response:
        return f"{WRONG} You gave no answer.", "bold $error"
    text, style = _WORDS[grade.verdict]
    if grade.verdict is Verdict.PARTLY:
        text += f": {grade.detail}." if grade.detail else "."
    return text, style


def _taken(grade: Grade) -> list[Styled]:
    return [("  Taken as ", "$quiet"), (grade.taken_as, "bold"), (".", "$quiet")] if grade.taken_as else []


def _write_reasons(writer: Writer, question: Question, response: Response, others: bool) -> None:
    chosen = [option for option in question.reasons(response) if option.why]
    for option in chosen:
        named = f"“{option.text}”: " if len(chosen) > 1 else "Your choice: "
        writer.blank()
        writer.styled([(named, "$quiet"), (option.why, "")])
    rest = [option for option in question.distractors if option.why and option not in chosen] if others else []
    if rest:
        writer.blank()
    for option in rest:
        writer.styled([(f"{option.text}: ", "$quiet"), (option.why, "")])


def write_quote(writer: Writer, bank: Bank, quote: Quote) -> None:
    """Write a quotation within its sentence, the quoted words marked, and its place below."""
    where = bank.where(quote)
    source = bank.source_by_id[quote.source]
    bar = [("┃ ", "$accent")]
    writer.styled(_marked(source.text, where.context, quote), bar, rest=bar)
    writer.styled([(f"— {where}, {source.title}", "$quiet")], bar, rest=bar)


def _marked(text: str, context: tuple[int, int], quote: Quote) -> Iterator[Styled]:
    position = context[0]
    for start, end in quote.spans:
        yield _joined(text[position:start]), "$quiet"
        yield f"⟦{_joined(text[start:end])}⟧", "bold $marked"
        position = end
    yield _joined(text[position : context[1]]), "$quiet"


def _joined(text: str) -> str:
    """Return a stretch of a source with its line breaks as blanks."""
    return text.replace("\n", " ")
