"""The forms of answering: what the student does with keys or mouse until there is a response.

A form holds a question and how far the student has come with it, and writes both. It knows no widget.
"""

from quiz.core.questions.base import Layout, Question
from quiz.core.questions.choice import Choice
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.match import Match
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.order import Order
from quiz.core.questions.true_false import TrueFalse
from quiz.tui.forms.arrange import Arrange
from quiz.tui.forms.base import Form
from quiz.tui.forms.gaps import Gaps
from quiz.tui.forms.pair import Pair
from quiz.tui.forms.pick_one import PickOne
from quiz.tui.forms.pick_several import PickSeveral
from quiz.tui.forms.typed import Typed

_FORMS: dict[type[Question], type[Form]] = {
    Choice: PickOne,
    TrueFalse: PickOne,
    Multiple: PickSeveral,
    Order: Arrange,
    Match: Pair,
    Cloze: Gaps,
}


def form_for(question: Question, layout: Layout) -> Form:
    """Return the form in which a question is answered; a text is typed where no other form is known."""
    return _FORMS.get(type(question), Typed)(question, layout)
