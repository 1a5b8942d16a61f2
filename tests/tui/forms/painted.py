"""Forms without an app: made from the bank with one question of each type, and written as text."""

from quiz.core.questions.base import Question
from quiz.core.session import Session
from quiz.tui.forms import form_for
from quiz.tui.forms.base import Form, Outcome
from quiz.tui.lines import Writer
from tests.tui.drive import eight


def questions() -> dict[str, Question]:
    """Return one question of each type, by id."""
    found = eight().bank
    assert found is not None
    return dict(found.by_id)


def form_of(question: str | Question) -> Form:
    """Return the form of a question, of the bank when it is named by its id, laid out by the seed 1."""
    value = questions()[question] if isinstance(question, str) else question
    return form_for(value, Session.begin([value.id], 1).layout(value))


def shown(form: Form, width: int = 60) -> str:
    """Return what a form writes below its prompt."""
    writer = Writer(width)
    form.write(writer)
    return text_of(writer)


def task(form: Form, width: int = 60) -> str:
    """Return what a form writes as its task."""
    writer = Writer(width)
    form.write_task(writer)
    return text_of(writer)


def answer_shown(form: Form) -> str:
    """Return what a form writes as the right answer."""
    writer = Writer(60)
    form.write_answer(writer)
    return text_of(writer)


def text_of(writer: Writer) -> str:
    """Return what was written, line by line."""
    return "\n".join(line.content.plain.rstrip() for line in writer.lines)


def targets(form: Form, width: int = 60) -> list[int | None]:
    """Return what a click on each line means."""
    writer = Writer(width)
    form.write(writer)
    return [line.target for line in writer.lines]


def pressed(form: Form, *keys: str) -> Outcome:
    """Press keys one after the other, and return what came of the last."""
    outcome: Outcome = False
    for key in keys:
        outcome = form.press(key)
    return outcome


def reveal(form: Form, outcome: Outcome) -> None:
    """Judge what a form took for an answer, and show it."""
    assert isinstance(outcome, tuple), f"no answer, but {outcome}: {form.hint}"
    form.reveal(outcome, form.question.grade(outcome))


def signs(form: Form) -> list[tuple[str, str]]:
    """Return the keys that a form tells on the bar."""
    return [(key.label, key.what) for key in form.bindings() if key.shown]
