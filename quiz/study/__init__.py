"""Opens banks and their record, and runs sessions on them: both front ends use this, and nothing further in."""

from quiz.study.clock import from_moment, local_now, new_seed, to_moment
from quiz.study.run import Run
from quiz.study.study import DEFAULT_COUNT, Study, Wish, open_record

__all__ = [
    "DEFAULT_COUNT",
    "Run",
    "Study",
    "Wish",
    "from_moment",
    "local_now",
    "new_seed",
    "open_record",
    "to_moment",
]
