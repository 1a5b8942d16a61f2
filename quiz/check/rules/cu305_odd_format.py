"""The right option alone is written in another way.

## What it finds
A right option that differs from all wrong ones in one of these: a small or a capital letter at the beginning, a full
stop at the end, quotation marks, or brackets. With several right options, all of them must differ from all wrong ones.
Names and abbreviations are left alone, as far as the source shows which words are names.

## Why it matters
What was written or copied at another time shows it, and it is mostly the right option.

## Example
What caused the rising? – former servants wanted land (right) / Traders wanted tolls / Judges wanted order

## Better
What caused the rising? – Former servants wanted land (right) / Traders wanted tolls / Judges wanted order

## When to ignore it
When the right option is the only name, the only title or the only sentence for a good reason.
"""

from collections.abc import Callable, Iterable

from quiz.check.item import Exam, Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "CU305"
NAME = "odd-format"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: What caused the rising?
    answer: former servants wanted land
    distractors: [Traders wanted tolls, Judges wanted order]
    """,
    """
    prompt: What caused the rising?
    answer: Servants wanted land.
    distractors: [Traders wanted tolls, Judges wanted order]
    """,
    """
    prompt: What did the crowd call the lamp?
    answer: The "Eye"
    distractors: [The Candle, The Star]
    """,
)
GOOD = (
    """
    prompt: What caused the rising?
    answer: Former servants wanted land
    distractors: [Traders wanted tolls, Judges wanted order]
    """,
    """
    prompt: Who rebuilt the tower?
    answer: the crew of a whaler
    distractors: [Brunel, Smeaton]
    """,
    """
    prompt: Where did the lens come from?
    answer: Washington D.C.
    distractors: [New York, Boston]
    """,
)
_QUOTES = '"“”«»'
_SHORT = frozenset("jr sr st bc ad bce ce co inc ltd etc no vs".split())


def _capital(text: str) -> bool | None:
    first = text.lstrip("\"'“‘(«")[:1]
    return first.isupper() if first.isalpha() else None


def _stop(text: str) -> bool | None:
    if not text.endswith("."):
        return False
    last = text[:-1].rpartition(" ")[2]
    return None if "." in last or len(last) < 2 or last.casefold() in _SHORT else True


def _quoted(text: str) -> bool | None:
    return any(sign in text for sign in _QUOTES)


def _bracketed(text: str) -> bool | None:
    return "(" in text


_TRAITS: tuple[tuple[Callable[[str], bool | None], str, str], ...] = (
    (_capital, "begins with a capital letter", "begins with a small letter"),
    (_stop, "ends with a full stop", "ends without a full stop"),
    (_quoted, "has quotation marks", "has no quotation marks"),
    (_bracketed, "has brackets", "has no brackets"),
)


def check(item: Item) -> Iterable[Note]:
    """Compare how right and wrong options are written."""
    if len(item.wrong) < 2:
        return
    for trait, present, absent in _TRAITS:
        of_keys, of_wrong = set(map(trait, item.keys)), set(map(trait, item.wrong))
        if of_keys not in ({True}, {False}) or of_wrong != {True not in of_keys}:
            continue
        if trait is _capital and any(_is_name(option, item.exam) for option in item.options):
            continue
        yield Note(
            f"the right option {present if True in of_keys else absent}, and none of the others does",
            "Write all options in the same way.",
            *item.field_of(0),
        )
        return


def _is_name(option: str, exam: Exam) -> bool:
    """Return whether an option begins with a name, or may be one: every word of weight has a capital."""
    words = option.lstrip("\"'“‘(«").split()
    first = words[0].strip(",;'’")
    if not first[:1].isupper():
        return False
    if first in exam.names:
        return True
    light = exam.words.stop if exam.words else frozenset()
    capitals = all(word[0].isupper() or len(word) < 3 or word in light for word in words)
    return capitals and first.casefold() not in exam.common
