"""The same set of options serves many questions.

## What it finds
More than three questions to choose from exactly the same three or more options, in whatever order.

## Why it matters
What was right once is struck out the next time: the last of the questions is answered by elimination.

## Example
Four questions on four keepers, each with the names of all four as its options.

## Better
One question of the type match, with a name to spare; or other wrong options from question to question.

## When to ignore it
When the options are fixed by the subject, such as the parties to a treaty, and each is right more than once.
"""

from collections.abc import Iterable

from quiz.check.item import Exam
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "BK511"
NAME = "option-set-reused"
SEVERITY = Severity.INFO


def _bank(*keys: str, options: str = "Anna Berta Clara Dora") -> str:
    """Return a question for each right option."""
    names = options.split()
    return "\n".join(
        f"- prompt: Who kept lamp {number}?\n"
        f"  answer: {key}\n"
        f"  distractors: [{', '.join(n for n in names if n != key)}]"
        for number, key in enumerate(keys)
    )


BAD = (_bank(*"Anna Berta Clara Dora".split()), _bank(*"Red Blue Red Green".split(), options="Red Blue Green"))
GOOD = (_bank(*"Anna Berta Clara".split()), _bank(*"Red Blue Blue Red".split(), options="Red Blue"))
_MOST, _LEAST = 3, 3


def check_bank(exam: Exam) -> Iterable[Note]:
    """Gather the questions by their options; speak of each set once, at the fourth question."""
    users: dict[frozenset[tuple[str, ...]], list[str]] = {}
    for item in exam.items:
        if item.kind == "choice" and len(item.options) >= _LEAST:
            users.setdefault(frozenset(item.option_tokens), []).append(item.question.id)
    for who in users.values():
        if len(who) > _MOST:
            others = ", ".join(f"'{ident}'" for ident in who[:_MOST])
            message = f"{len(who)} questions have these options, among them {others}"
            cure = "Make one question of the type match of them, or vary the wrong options."
            yield Note(message, cure, "distractors", question=who[_MOST])
