"""The review of a day: what is due in one bank or several, and a little that is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.core.planning import Done, Forecast, Plan, due_day, final_round, forecast, plan
from quiz.history.progress import reviewed_since
from quiz.history.values import Mode
from quiz.study.joined import JoinedStudy
from quiz.study.run import Run
from quiz.study.study import Study

if TYPE_CHECKING:
    from quiz.core.knowledge import Knowledge

Exams = Mapping[str, int]
"""The day of the examination on each bank that has one, by the bank's id."""


@dataclass(frozen=True, slots=True)
class Review:
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
    planned = plan(
        study.bank,
        _towards(study, known, exams or {}),
        study.today,
        done=done,
        phases=phases,
        seed=seed,
        clashing=lambda ids: _clashing(study, ids),
    )
    return Review(study, planned, known, seed)


def _towards(study: Study, known: Mapping[str, Knowledge], exams: Exams) -> dict[str, Knowledge]:
    """Return what is known, with the days on which it is due set for the examinations."""
    sizes: dict[str, int] = {}
    for question in study.bank.questions:
        bank, _ = study.home(question.id)
        sizes[bank] = sizes.get(bank, 0) + 1
    finals = {bank: final_round(size, exams.get(bank), study.today) for bank, size in sizes.items()}
    return {ident: _due(item, finals.get(study.home(ident)[0])) for ident, item in known.items()}


def _due(item: Knowledge, final: int | None) -> Knowledge:
    return replace(item, memory=replace(item.memory, due=due_day(item, final)))


def coming(study: Study, exams: Exams | None = None, days: int = 28) -> Forecast:
    """Return how many questions fall due on each of the coming days."""
    known = _towards(study, study.knowledge(), exams or {})
    return forecast((known[q.id] for q in study.bank.questions if q.id in known), study.today, days)


def _clashing(study: Study, ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Return the pairs of questions of which one gives the other's answer away."""
    from quiz.check.clashes import clashes

    return clashes(replace(study.bank, questions=tuple(study.bank.by_id[i] for i in ids)))


def mastered_by(review: Review) -> tuple[str, ...]:
    """Return the questions of a review that are mastered now and were not before."""
    after = review.study.knowledge()
    return tuple(
        ident
        for ident in review.plan.selection
        if ident in after and after[ident].mastered and not (ident in review.before and review.before[ident].mastered)
    )
