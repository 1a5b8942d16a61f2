"""Words such as "always" or "nobody" stand in wrong options only.

## What it finds
A strong absolute (always, never, nobody, everyone, completely, impossible …) in at least one distractor, and none in
the right option. With a weak one (all, only, every, must …) it says so as information. Names are left alone.

## Why it matters
Hardly anything is always so. Students who know that, and nothing of the subject, strike such options out.

## Example
What did the treaty do to trade? – It completely ended it. / It shifted it to the coast. (right)

## Better
What did the treaty do to trade? – It shifted it to the rivers. / It shifted it to the coast. (right)

## When to ignore it
When the text itself makes the absolute statement, and the question is whether it does.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP207"
NAME = "absolute-in-distractors"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: What did the treaty do to trade?
    answer: It shifted it to the coast
    distractors: [It completely ended it, It moved it inland, It made it dearer]
    """,
    """
    prompt: Who paid the tax?
    answer: The owners of land
    distractors: [Nobody in the towns, The tenants]
    """,
)
GOOD = (
    """
    prompt: What did the treaty do to trade?
    answer: It shifted it to the coast
    distractors: [It moved it inland, It made it dearer]
    """,
    """
    prompt: What did the king vow?
    answer: Never to return
    distractors: [Never to marry, To build a church]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for absolutes in the distractors that the right option lacks."""
    if item.kind != "choice" or item.words is None:
        return
    key = set(item.option_tokens[0])
    for absolutes, severity in (
        (item.words.strong_absolutes, Severity.WARNING),
        (item.words.weak_absolutes, Severity.INFO),
    ):
        if key & absolutes:
            continue
        for index, words in enumerate(item.option_tokens[1:]):
            found = next((word for word in words if word in absolutes and _plain(word, item.wrong[index])), None)
            if found:
                yield Note(
                    f"“{found}” stands in a wrong option and in no right one",
                    "Say how far it goes instead, or give the right option the same word.",
                    "distractors",
                    index,
                    severity,
                )
                return


def _plain(word: str, text: str) -> bool:
    """Return whether a word stands in a text as a word, and not as part of a name ("All Saints")."""
    return word in text or (text.casefold().startswith(word) and not text[len(word) :].lstrip()[:1].isupper())
