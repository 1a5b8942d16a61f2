"""An examination in words: the same on the screen and in lines."""

from math import ceil

from quiz.core.words import count


def time_words(seconds: float) -> str:
    """Return how much time is left: in minutes, and in the last one in steps of ten seconds, both rounded up."""
    if seconds > 50:
        return f"about {ceil(seconds / 60)} min left"
    return f"about {ceil(seconds / 10) * 10} s left" if seconds > 0 else "the time is up"


def until_next_words(seconds: float) -> float:
    """Return in how many more seconds `time_words` will say something else."""
    step = 60 if seconds > 60 else 10
    return seconds % step or step


def open_words(unanswered: int, marked: int) -> str:
    """Return a sentence on what is not done yet: which questions have no answer, and which are marked."""
    if unanswered and marked:
        verb = "has" if unanswered == 1 else "have"
        marks = "1 is marked" if marked == 1 else f"{marked} are marked"
        return f"{count(unanswered, 'question')} {verb} no answer and {marks}."
    if unanswered:
        return f"{count(unanswered, 'question has', 'questions have')} no answer."
    if marked:
        return f"{count(marked, 'question is', 'questions are')} marked to come back to."
    return "Every question has an answer."


def state_words(answered: bool, marked: bool) -> str:
    """Return whether a question has an answer, and whether it is marked."""
    words = "answered" if answered else "no answer"
    return f"{words}, marked" if marked else words


def missed_words(right: int, size: int) -> str:
    """Return how many were right, and what comes now: those that were not."""
    missed = size - right
    rest = "The one that was not comes now." if missed == 1 else f"The {missed} that were not come now, one by one."
    return f"{right} of {size} right. {rest}"
