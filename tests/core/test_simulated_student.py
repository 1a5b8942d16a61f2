"""A student who forgets as FSRS says, over two months: never more than a day can take, and little is forgotten.

What is modelled. The truth is py-fsrs's own memory model with its shipped parameters. 120 questions of four
phases, with four options each, all unknown at first. Each time a question is asked, the student recalls the
answer with the probability R that the forgetting curve gives for the true memory; a question never asked has R = 0.
If it is not recalled, one of the four options is chosen by chance, and a guess that comes right is not declared.
The true memory is reviewed as Good when the answer was recalled, and as Again when it was not, even if the guess
was right: it starts from the first exposure. The scheduler sees only right or wrong, and takes a lucky guess for
knowledge; so it thinks better of the student than is true. Every question of a day's plan is answered. What was
missed is asked once more at the end, unscored; it changes neither the schedule nor (to be strict) the true memory.
"""

from dataclasses import dataclass, field
from random import Random

import pytest

from quiz.core.bank import Bank, Phase
from quiz.core.knowledge import Knowledge, Outcome, learn
from quiz.core.planning import MOST_A_DAY, NEW_A_DAY, Plan, final_round, plan
from quiz.core.questions.base import Option
from quiz.core.questions.choice import Choice
from quiz.core.schedule import Memory, Rating, recall, review
from quiz.core.session import Session

START = 739_000
DAYS = 60
AWAY = range(25, 32)
"""Days, from 1, of a week without the program."""
EXAM = 45
SEEDS = range(6)
RETAINED = 0.85


def _bank() -> Bank:
    wrong = tuple(Option(f"wrong {i}") for i in range(3))
    phases = tuple(Phase(id=letter, title=letter) for letter in "abcd")
    questions = tuple(
        Choice(id=f"{phase.id}{i}", phase=phase.id, prompt="?", answer="right", wrong=wrong)
        for phase in phases
        for i in range(30)
    )
    return Bank(id="bank", title="Bank", phases=phases, questions=questions)


BANK = _bank()


@dataclass
class Student:
    """A student: what is truly remembered, what the program knows of it, and the plans of the days gone by."""

    seed: int
    exam: int | None = None
    true: dict[str, Memory] = field(default_factory=dict)
    known: dict[str, Knowledge] = field(default_factory=dict)
    plans: dict[int, Plan] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = Random(self.seed)

    def practise(self, day: int) -> None:
        """Answer all that is planned for a day, and what was missed once more."""
        today = START + day
        found = plan(BANK, self.known, today, seed=self.seed, exam=self.exam and START + self.exam)
        self.plans[day] = found
        session = Session.begin(found.selection, seed=day, once_more=True)
        while (ident := session.current) is not None:
            if session.repeating:
                session = session.answered(BANK.by_id[ident].key, 1.0)
            else:
                session = session.answered(*self.answer(ident, today))
                self.known[ident] = learn(self.known.get(ident), Outcome(today, session.points[ident]))
                self.asked[ident] = day

    def answer(self, ident: str, today: int) -> tuple[tuple[str, ...], float]:
        """Return a response and its score, after which the true memory has changed."""
        question, memory = BANK.by_id[ident], self.true.get(ident)
        recalled = self.rng.random() < recall(memory, today)
        self.true[ident] = review(memory, Rating.GOOD if recalled else Rating.AGAIN, today)
        response = question.key if recalled else (self.rng.choice(question.layout(self.rng).items),)
        return response, question.grade(response).score

    def retained(self, day: int) -> float:
        """Return the mean of the true chances of recall, over all questions seen."""
        chances = [recall(memory, START + day) for memory in self.true.values()]
        return sum(chances) / len(chances)


def student(seed: int, away: range = range(0), exam: int | None = None) -> Student:
    """Return a student after two months, or on the morning of an examination."""
    found = Student(seed, exam)
    for day in range(1, exam or DAYS + 1):
        if day not in away:
            found.practise(day)
    return found


def check_load(found: Student) -> None:
    for day in found.plans.values():
        assert len(day.selection) <= MOST_A_DAY
        assert day.new <= NEW_A_DAY
        assert len(set(day.selection)) == len(day.selection)
    assert sum(day.new for day in found.plans.values()) == len(found.known)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_months_of_daily_practice(seed: int) -> None:
    found = student(seed)
    check_load(found)
    assert len(BANK.questions) == len(found.known)
    assert found.retained(DAYS) >= RETAINED
    assert 0 == found.plans[DAYS].waiting


@pytest.mark.parametrize("seed", SEEDS)
def test_after_a_week_away_the_backlog_is_worked_off_without_a_day_too_full(seed: int) -> None:
    found = student(seed, away=AWAY)
    check_load(found)
    back = AWAY.stop
    assert found.plans[back].waiting > 0
    assert 0 == found.plans[back].new
    assert 0 == max(found.plans[day].waiting for day in range(back + 3, DAYS + 1))
    assert len(BANK.questions) == len(found.known)
    assert found.retained(DAYS) >= RETAINED


@pytest.mark.parametrize("seed", SEEDS)
def test_before_an_examination_every_question_is_asked_in_the_last_round(seed: int) -> None:
    found = student(seed, exam=EXAM)
    check_load(found)
    final = final_round(len(BANK.questions), START + EXAM, START + 1)
    assert final == START + EXAM - 4
    assert set(BANK.by_id) == {ident for ident, day in found.asked.items() if START + day >= final}
    assert found.retained(EXAM) >= student(seed).retained(DAYS)
    assert found.retained(EXAM) >= 0.95


def test_the_same_seed_is_the_same_student() -> None:
    assert student(1).plans == student(1).plans


def test_a_student_who_knows_nothing_is_right_once_in_four() -> None:
    novices = [Student(seed) for seed in range(20)]
    scores = [novice.answer(ident, START)[1] for novice in novices for ident in BANK.by_id]
    assert 0.25 == pytest.approx(sum(scores) / len(scores), abs=0.03)
