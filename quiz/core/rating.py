"""From the outcome of an answer to a rating of memory, and how fast this student reads."""

from bisect import bisect_left, insort
from collections import deque
from enum import IntEnum

from quiz.core.schedule import Rating

WINDOW = 400
"""So many answers back the student's pace is looked for."""
KNOWN = 20
"""With fewer answers to a type of question its pace is not known."""
_SLOW = 2.0
_RAPID_SECONDS_PER_WORD = 0.25 / 4
"""Below a quarter of the time that reading takes at four words a second, nobody has read the question."""


class Certainty(IntEnum):
    """How sure the student was; the numbers are those of certainty-based marking."""

    GUESS = 1
    FAIRLY = 2
    SURE = 3


class Speed(IntEnum):
    """How long an answer took, against what it takes to read the question and against the student's own pace."""

    RAPID = -1
    USUAL = 0
    SLOW = 1


class Pace:
    """The pace of a student: seconds per word for each type of question, over the last answers.

    Answers are given in the order of time. Working state, not a value: it is fed hundreds of thousands of times.
    """

    def __init__(self) -> None:
        self._recent: deque[tuple[str, float]] = deque()
        self._sorted: dict[str, list[float]] = {}

    def add(self, kind: str, words: int, seconds: float) -> None:
        """Take note of an answer; one without words only lets an older one be forgotten."""
        pace = seconds / words if words > 0 else -1.0
        self._recent.append((kind, pace))
        if pace >= 0:
            insort(self._sorted.setdefault(kind, []), pace)
        if len(self._recent) > WINDOW:
            old_kind, old = self._recent.popleft()
            if old >= 0:
                paces = self._sorted[old_kind]
                del paces[bisect_left(paces, old)]

    def usual(self, kind: str) -> float | None:
        """Return the median of seconds per word, or None while too few answers are known."""
        paces = self._sorted.get(kind, ())
        count = len(paces)
        return (paces[(count - 1) // 2] + paces[count // 2]) / 2 if count >= KNOWN else None

    def judge(self, kind: str, words: int, seconds: float) -> Speed:
        """Return how fast an answer was, against those before it."""
        if words <= 0:
            return Speed.USUAL
        if seconds < _RAPID_SECONDS_PER_WORD * words:
            return Speed.RAPID
        usual = self.usual(kind)
        return Speed.SLOW if usual is not None and seconds / words > _SLOW * usual else Speed.USUAL


def rate(score: float, certainty: int | None, speed: Speed, spaced_successes: int) -> Rating:
    """Return the rating of a first response.

    Anything but fully right is Again, and so is a declared guess that was right by luck. Right too fast to have
    read the question, or slow, is Hard. Sure, and right on an earlier day already, is Easy. All else is Good.
    """
    if score < 1 or certainty == Certainty.GUESS:
        return Rating.AGAIN
    if speed is not Speed.USUAL:
        return Rating.HARD
    return Rating.EASY if certainty == Certainty.SURE and spaced_successes else Rating.GOOD
