"""The review of a day: what is due in one bank or several, and a little that is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.planning import MOST_A_DAY, Done, Forecast, Plan, asked_since, due_day, final_round, forecast, plan
from quiz.core.words import count
from quiz.history.knowledge import due_counts
from quiz.history.progress import reviewed_since
from quiz.history.values import Mode
from quiz.study.joined import JoinedStudy
from quiz.study.run import Run
from quiz.study.study import Study

if TYPE_CHECKING:
    from quiz.core.knowledge import Knowledge

Exams = Mapping[str, int]
"""The day of the examination on each bank that has one, by the bank's id."""


class Review(NamedTuple):
    """What there is to review today in `study`: the plan, and what was known before."""

    study: Study
    plan: Plan
    before: Mapping[str, Knowledge]
    seed: int

    def begin(self) -> Run:
        """Return a new run through it."""
        return self.study.begin(self.plan.selection, self.seed, Mode.REVIEW)


def review(studies: Sequence[Study], seed: int, exams: Exams | None = None, phases: Sequence[str] = ()) -> Review:
    """Return the review of today in one or several banks; new questions come from `phases` if any are named."""
    study = studies[0] if len(studies) == 1 else JoinedStudy(studies)
    known = study.knowledge()
    done = Done(*reviewed_since(study.record, study.since(1)))
    finals = _finals(study, exams or {})
    planned = plan(
        study.bank,
        _towards(study, known, finals),
        study.today,
        done=done,
        before_all={i for i, item in known.items() if not asked_since(item, finals[study.home(i)[0]])},
        phases=phases,
        seed=seed,
        clashing=lambda ids: _clashing(study, ids),
    )
    return Review(study, planned, known, seed)


def _finals(study: Study, exams: Exams) -> dict[str, int | None]:
    """Return when the last round before the examination on each bank begins; None without an examination."""
    sizes = Counter(study.home(question.id)[0] for question in study.bank.listed)
    return {bank: final_round(size, exams.get(bank), study.today) for bank, size in sizes.items()}


def _towards(study: Study, known: Mapping[str, Knowledge], finals: Mapping[str, int | None]) -> dict[str, Knowledge]:
    """Return what is known, with the days on which it is due set for the examinations."""
    return {ident: _due(item, finals[study.home(ident)[0]]) for ident, item in known.items()}


def _due(item: Knowledge, final: int | None) -> Knowledge:
    return item._replace(memory=item.memory._replace(due=due_day(item, final)))


def coming(study: Study, exams: Exams | None = None, days: int = 28) -> Forecast:
    """Return how many questions fall due on each of the coming days."""
    known = _towards(study, study.knowledge(), _finals(study, exams or {}))
    return forecast((known[q.id] for q in study.bank.listed if q.id in known), study.today, days)


def _clashing(study: Study, ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Return the pairs of questions of which one gives the other's answer away."""
    from quiz.check.clashes import clashes

    return clashes(replace(study.bank, questions=tuple(study.bank.by_id[i] for i in ids)))


def due_words(found: Forecast, room: int) -> str:
    """Return how much is due today, in calm words; `room` is how much of it the day still has room for."""
    due = count(found.today, "question")
    if not room:
        return f"done for today; {due} can wait until tomorrow"
    if found.today > room:
        return f"{found.today} due; the most urgent {room} today"
    return f"{found.today} due, the most urgent first"


def ahead_words(found: Forecast) -> str:
    """Return what comes after today; "" when nothing does within a week."""
    later = found.week - found.today
    if not later:
        return ""
    return f"Due tomorrow: {found.tomorrow or 'nothing'}; within the week: {later}."


def due_elsewhere(study: Study, banks: Iterable[str]) -> int:
    """Return how many questions are due in those of some banks that are not being studied."""
    counts = due_counts(study.record, study.today)
    return sum(counts.get(bank, 0) for bank in {*banks} - {study.bank.id})


def room_today(study: Study) -> int:
    """Return how many questions today still has room for."""
    return max(MOST_A_DAY - reviewed_since(study.record, study.since(1)).total, 0)


def opening(review: Review) -> str:
    """Return what a review holds, in a sentence."""
    size, new, waiting = len(review.plan.selection), review.plan.new, review.plan.waiting
    if not size:
        return _nothing(review)
    told = [f"{size - new} due"] if size > new else []
    told += [f"{new} new"] if new else []
    wait = f" {waiting} more {'is' if waiting == 1 else 'are'} waiting; the most urgent come first." if waiting else ""
    return f"Review: {', '.join(told)}.{wait}"


def _nothing(review: Review) -> str:
    if review.plan.waiting:
        return f"That was enough for today. {count(review.plan.waiting, 'question')} can wait until tomorrow."
    return f"Nothing is due today. {ahead_words(coming(review.study))}".strip()


def closing(review: Review, exams: Exams | None = None) -> tuple[str, ...]:
    """Return what a review has changed, and what comes next, in sentences."""
    lines = []
    if now := mastered_by(review):
        lines.append(f"Mastered now: {count(len(now), 'question')} more.")
    found = coming(review.study, exams)
    if found.today and room_today(review.study):
        lines.append(f"{count(found.today, 'question is', 'questions are')} still due.")
    elif found.today:
        lines.append(f"{count(found.today, 'question')} can wait until tomorrow; that was enough for today.")
    ahead = next((i for i, number in enumerate(found.days[1:], 1) if number), None)
    if ahead:
        when = "tomorrow" if ahead == 1 else f"in {ahead} days"
        lines.append(f"Next: {count(found.days[ahead], 'question')} {when}.")
    return tuple(lines)


def mastered_by(review: Review) -> tuple[str, ...]:
    """Return the questions of a review that are mastered now and were not before."""
    after = review.study.knowledge()
    return tuple(
        ident
        for ident in review.plan.selection
        if ident in after and after[ident].mastered and not (ident in review.before and review.before[ident].mastered)
    )
