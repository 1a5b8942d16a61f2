"""An examination in words."""

import pytest

from quiz.core.exam_words import missed_words, open_words, state_words, time_words, until_next_words


@pytest.mark.parametrize(
    ("seconds", "words", "wait"),
    [
        (1200, "about 20 min left", 60),
        (1199.5, "about 20 min left", 59.5),
        (1140, "about 19 min left", 60),
        (61, "about 2 min left", 1),
        (60, "about 1 min left", 10),
        (50.5, "about 1 min left", 0.5),
        (50, "about 50 s left", 10),
        (41, "about 50 s left", 1),
        (3, "about 10 s left", 3),
        (0.5, "about 10 s left", 0.5),
        (0, "the time is up", 10),
    ],
)
def test_the_time_left_is_said_roughly_and_changes_when_the_wait_is_over(
    seconds: float, words: str, wait: float
) -> None:
    assert (words, wait) == (time_words(seconds), until_next_words(seconds))


@pytest.mark.parametrize(
    ("unanswered", "marked", "words"),
    [
        (3, 2, "3 questions have no answer and 2 are marked."),
        (1, 1, "1 question has no answer and 1 is marked."),
        (1, 0, "1 question has no answer."),
        (2, 0, "2 questions have no answer."),
        (0, 2, "2 questions are marked to come back to."),
        (0, 1, "1 question is marked to come back to."),
        (0, 0, "Every question has an answer."),
    ],
)
def test_what_is_left_to_do_is_a_sentence(unanswered: int, marked: int, words: str) -> None:
    assert words == open_words(unanswered, marked)


def test_states_and_what_comes_after() -> None:
    assert ("answered, marked", "no answer") == (state_words(True, True), state_words(False, False))
    assert "18 of 20 right. The 2 that were not come now, one by one." == missed_words(18, 20)
    assert "19 of 20 right. The one that was not comes now." == missed_words(19, 20)
    assert "19 of 20 right. The one that was not comes now." == missed_words(19, 20)
