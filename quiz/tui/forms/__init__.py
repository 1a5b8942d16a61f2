"""The forms of answering: what the student does with keys or mouse until there is a response.

A form holds a question and how far the student has come with it, and writes both. It knows no widget.
"""

from functools import cache

from quiz.core.questions.base import Layout, Question
from quiz.tui.forms.base import Form


def form_for(question: Question, layout: Layout) -> Form:
    """Return the form in which a question is answered; a text is typed where no other form is known."""
    return _form(question.kind)(question, layout)


@cache
def _form(kind: str) -> type[Form]:
    """Return the form for a type of question. Only its own file is imported: the first question waits for no other."""
    match kind:
        case "choice" | "true-false":
            from quiz.tui.forms.pick_one import PickOne

            return PickOne
        case "multiple":
            from quiz.tui.forms.pick_several import PickSeveral

            return PickSeveral
        case "order":
            from quiz.tui.forms.arrange import Arrange

            return Arrange
        case "match":
            from quiz.tui.forms.pair import Pair

            return Pair
        case "cloze":
            from quiz.tui.forms.gaps import Gaps

            return Gaps
        case _:
            from quiz.tui.forms.typed import Typed

            return Typed
