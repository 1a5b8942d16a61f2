"""The quotation does not speak of the right answer.

## What it finds
A quotation that has no word of the right answer in it. For recall the answer should be there almost in the source's
own words, so there it finds a quotation with less than half of them. To understand, an answer may be put in other
words: it is information then, and from "apply" on nothing, as long as the quotation has a word of the prompt or of
the explanation. Where the answer is a number, or events with their years are put in order, it finds numbers that the
quotation lacks, unless the level says that they have to be worked out. Small words, endings, and numbers written as
words make no difference; of pairs both sides count.

## Why it matters
The quotation is the proof that the student is shown. One that is about something else convinces nobody, and often
means that a wrong sentence was copied, or that the wrong option is marked as right.

## Example
Who burnt the lamp room? – The keeper. Quotation: "The lamp was seen from twenty miles."

## Better
Who burnt the lamp room? – The keeper. Quotation: "a fire, which the keeper had lit, destroyed the lamp room"

## When to ignore it
When the source says the same with other words, and a reader sees at once that it does.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.numbers import sort_key
from quiz.core.patterns import late
from quiz.core.questions.match import Match

CODE = "EV402"
NAME = "quote-off-key"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: Who set the lamp room on fire?
    level: recall
    answer: The harbour master
    distractors: [The smugglers, The fishermen]
    quote: The lamp was seen from twenty miles.
    """,
    """
    type: number
    prompt: In which year did the lamp room burn?
    answer: 1841
    quote: was lit for the first time in 1822
    """,
)
GOOD = (
    """
    type: number
    prompt: From how many miles was the lamp seen?
    answer: 20
    quote: The lamp was seen from twenty miles.
    """,
    """
    prompt: What did the fire of 1841 destroy?
    answer: The lamp room
    distractors: [The harbour, The stairs]
    quote: A fire destroyed the lamp room in 1841
    """,
    """
    type: number
    prompt: How often did the keeper climb the steps in a night?
    answer: 4
    quote: Its keeper climbed the 96 steps four times a night.
    """,
    """
    type: number
    level: apply
    prompt: How many years after the first lighting did the lamp room burn?
    answer: 19
    quote: [was lit for the first time in 1822, A fire destroyed the lamp room in 1841]
    """,
)
_NUMBER = late(r"\d+(?:[.,]\d+)*")
_CURE = "Quote the words that prove the answer, or check which option is marked as right."
_WORKED_OUT = frozenset({"apply", "analyse", "evaluate"})


def check(item: Item) -> Iterable[Note]:
    """Compare the words and the numbers of the right answer with those of the quotation."""
    if item.kind == "true-false":
        return ()
    numeric = item.kind == "number" or _is_number(item.key)
    missing = _missing_number(item) if numeric or item.kind == "order" else ""
    if missing:
        return (Note(f"the quotation does not have the number {missing} of the right answer", _CURE, "quote"),)
    note = None if numeric else _note(item)
    return (note,) if note else ()


def _note(item: Item) -> Note | None:
    wanted = item.key_content or _short_words(item)
    if isinstance(item.question, Match):
        wanted |= item.content_of(*item.question.lefts)
    there = sum(word[:5] in item.quote_beginnings for word in wanted)
    level = item.question.level
    if wanted and not there:
        linked = level not in ("recall", "") and _is_linked(item)
        if not linked or level == "understand":
            severity = Severity.INFO if linked else Severity.WARNING
            sought = f"the quotation has no word of the right answer ({', '.join(sorted(wanted)[:4])} …)"
            return Note(sought, _CURE, "quote", severity=severity)
    elif level == "recall" and 2 * there < len(wanted):
        message = f"the quotation has only {there} of the {len(wanted)} words of the right answer"
        return Note(message, _CURE, "quote")
    return None


def _is_linked(item: Item) -> bool:
    """Return whether the quotation has a word of the prompt or of the explanation."""
    words = item.stem_content | item.content_of(item.question.explanation)
    return any(word[:5] in item.quote_beginnings for word in words)


def _short_words(item: Item) -> frozenset[str]:
    stop = item.words.stop if item.words else frozenset()
    return frozenset(word for text in item.key_tokens for word in text if word not in stop)


def _missing_number(item: Item) -> str:
    """Return the first number of the answer that the quotation lacks; "" when it has to be worked out."""
    if item.question.level in _WORKED_OUT:
        return ""
    numbers = [found for text in item.key_texts for found in _NUMBER.findall(text)]
    there = {_plain(found) for found in _NUMBER.findall(item.quote_text)} if numbers else ()
    return next((n for n in numbers if _plain(n) not in there and not _is_named(item, n)), "")


def _is_number(key: str) -> bool:
    return any(sign.isdigit() for sign in key) and sort_key(key) is not None


def _plain(number: str) -> str:
    return number.replace(",", "").replace(".", "")


def _is_named(item: Item, number: str) -> bool:
    """Return whether the quotation has a number below 100 in words."""
    if item.words is None or not number.isdecimal() or len(number) > 2 or not int(number):
        return False
    names, tens, (ten, one) = item.words.numbers, item.words.tens, divmod(int(number), 10)
    if int(number) <= len(names):
        return names[int(number) - 1] in item.quote_tokens
    parts = [*tens[ten - 1 : ten], *names[one - 1 : one] * (one > 0)]
    return bool(tens) and all(part in item.quote_tokens for part in parts)
