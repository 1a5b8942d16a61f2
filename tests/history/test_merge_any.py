"""Any two records, merged both ways, make the same: nothing is doubled, and what is derived is right."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from quiz.history.knowledge import knowledge
from quiz.history.transfer import merge
from quiz.history.values import Mode
from tests.history.carried import (
    DAY,
    assert_derived_rightly,
    content,
    given,
    taken,
    uids,
)
from tests.history.samples import at, record_in, rows


class Answered(NamedTuple):
    """A response, on which machines it is (1, 2, or 3 for both), and on which it was taken back."""

    uid: int
    attempt: int
    question: str
    score: float
    second: int
    where: int
    withdrawn: int


class World(NamedTuple):
    """All that was ever done: the modes of attempts, where they were handed in, and the responses."""

    modes: tuple[Mode, ...]
    handed: tuple[int, ...]
    answers: tuple[Answered, ...]


MACHINES = st.integers(0, 3)
ANSWERS = st.builds(
    Answered,
    st.integers(1, 1000),
    st.integers(0, 2),
    st.sampled_from("ab"),
    st.sampled_from((0.0, 0.5, 1.0)),
    st.sampled_from((0, 1, 2, 3, DAY, 2 * DAY, 3 * DAY)),
    st.integers(1, 3),
    st.sampled_from((0, 0, 0, 1, 2, 3)),
)
WORLDS = st.builds(
    World,
    st.tuples(*[st.sampled_from((Mode.PRACTICE, Mode.EXAM, Mode.PRETEST))] * 3),
    st.tuples(MACHINES, MACHINES, MACHINES),
    st.lists(ANSWERS, max_size=9, unique_by=lambda answer: answer.uid).map(tuple),
)


def machine(file: Path, world: World, bit: int, folded: int) -> Path:
    """Write what was done on a machine, whose record was read when so many answers were in it."""
    with closing(record_in(file)) as record:
        for number, answer in enumerate(row for row in world.answers if row.where & bit):
            if number == folded:
                knowledge(record, "bank")
            taken(record, 5000 + answer.attempt, world.modes[answer.attempt])
            record.answer(
                5000 + answer.attempt, given(answer.uid, answer.question, answer.score, answer.second, answer.uid / 50)
            )
            if answer.withdrawn & bit:
                record.withdraw(answer.uid, at(answer.second + 1))
        for number, where in enumerate(world.handed):
            if where & bit and world.modes[number] is Mode.EXAM:
                record.hand_in(5000 + number, at(DAY))
        if folded % 2:
            knowledge(record, "bank")
    return file


QUICK = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""A folder in memory, where that can be had: a pair of records takes a tenth of a second there, six on a disk."""


@settings(max_examples=25)
@for_all(WORLDS, st.integers(0, 9), st.integers(0, 9))
def test_two_records_make_the_same_whichever_is_merged_into_which(world: World, first: int, second: int) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(dir=QUICK) as folder:
        patch.setattr(tempfile, "tempdir", QUICK)
        one = machine(Path(folder) / "one.db", world, 1, first)
        two = machine(Path(folder) / "two.db", world, 2, second)
        original = Path(shutil.copy(one, Path(folder) / "original.db"))
        everything = sorted({*uids(one), *uids(two)})
        merge(one, two)
        merge(two, original)
        assert everything == uids(one)
        assert content(one) == content(two)
        assert uids(one, "counted") == uids(two, "counted")
        for merged, again in ((one, two), (two, original)):
            assert_derived_rightly(merged)
            numbers = rows(merged, "SELECT id, uid FROM responses")
            assert (0, 0, 0, 0) == merge(merged, again)[:4]
            assert numbers == rows(merged, "SELECT id, uid FROM responses")
            assert_derived_rightly(merged)
