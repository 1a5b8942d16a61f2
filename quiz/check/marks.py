"""Options that name others by a letter or a number: "B and C", "I and II", "1 only"."""

from quiz.check.words import Words
from quiz.core.patterns import late

_MARK = late(r"\b(?:[IVX]{1,4}|[A-Ha-h]|[1-9])\b")


def combined_marks(option: str, words: Words) -> tuple[str, ...]:
    """Return the letters or numbers of which an option consists, in lower case; none when it says anything else."""
    if len(option) > 40 or not words.phrases.combined.fullmatch(option):
        return ()
    return tuple(mark.casefold() for mark in _MARK.findall(option))


def enumerates(stem: tuple[str, ...], marks: frozenset[str]) -> bool:
    """Return whether a prompt with these words has two or more of the marks: as in "I debt II famine III plague"."""
    found = marks.intersection(stem)
    return len(found) > 1 and not found <= {"a", "i"}
