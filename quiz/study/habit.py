"""The days on which a student practised. There is no streak: such a number cannot fall to nothing."""

from quiz.history.progress import days_practised
from quiz.study.study import Study

HABIT_DAYS = 28


def practised(study: Study, days: int = HABIT_DAYS) -> set[int]:
    """Return the ordinals of the last so many days on which anything was answered, in any bank."""
    found = days_practised(study.record, study.since(days))
    return {day for day in found if study.today - days < day <= study.today}
