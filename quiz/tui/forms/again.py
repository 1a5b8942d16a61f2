"""A question answered before, in its form again: as the student left it, to be looked at or changed."""

from quiz.core.questions.base import Response
from quiz.core.questions.match import Match
from quiz.tui.forms.arrange import Arrange
from quiz.tui.forms.base import Form
from quiz.tui.forms.pair import Pair
from quiz.tui.forms.pick_one import PickOne
from quiz.tui.forms.pick_several import PickSeveral


def put_back(form: Form, response: Response) -> None:
    """Set a form to what was answered; what is typed is not put back into its field."""
    items = form.layout.items
    if isinstance(form, PickOne):
        form.cursor = next((i for i, text in enumerate(items) if (text,) == response), None)
    elif isinstance(form, PickSeveral):
        form.chosen = frozenset(i for i, text in enumerate(items) if text in response)
    elif isinstance(form, Arrange) and sorted(response) == sorted(items):
        form.items, form.moved = list(response), True
    elif isinstance(form, Pair) and isinstance(form.question, Match):
        given = dict(zip(form.question.lefts, response, strict=False))
        targets = form.layout.targets
        form.chosen = {i: targets.index(given[left]) for i, left in enumerate(items) if given.get(left) in targets}
