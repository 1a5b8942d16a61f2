"""What to review today: the most urgent first, never more than can be done, and mixed.

Days are ordinals, as in `schedule`. Nothing here knows of a clock: `today` is passed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quiz.core.bank import Bank
    from quiz.core.knowledge import Knowledge
    from quiz.core.quotes import Span

MOST_A_DAY = 40
"""So many questions are reviewed on one day at the most."""
NEW_A_DAY = 10
"""So many of them are new at the most."""
NEW_BELOW = 30
"""With more than this due, nothing new is begun."""
_IN_A_ROW = 2
"""So many questions of one phase may follow each other, as long as there are others."""
_FINAL_SLACK = 1


class Done(NamedTuple):
    """What was reviewed today already, in all banks: `total` questions, `new` of them for the first time."""

    total: int = 0
    new: int = 0


NOTHING_DONE = Done()


class Plan(NamedTuple):
    """A review: `selection` in the order to ask, `new` of them new; `waiting` more are due, but not for today."""

    selection: tuple[str, ...]
    new: int = 0
    waiting: int = 0


class Forecast(NamedTuple):
    """How many questions are due on each of the coming days, today first; what is overdue is due today."""

    days: tuple[int, ...]

    @property
    def today(self) -> int:
        """Due today."""
        return self.days[0]

    @property
    def tomorrow(self) -> int:
        """Due tomorrow."""
        return self.days[1]

    @property
    def week(self) -> int:
        """Due within seven days, today among them."""
        return sum(self.days[:7])


def due_day(known: Knowledge, final: int | None = None) -> int:
    """Return the day on which a question is due.

    Where a last round before an examination begins on the day `final`, nothing that was not asked since is put
    off beyond it.
    """
    due = known.memory.due
    return due if final is None or known.memory.day >= final else min(due, final)


def asked_since(known: Knowledge, final: int | None) -> bool:
    """Return whether a question was asked since the last round before an examination began; True without one."""
    return final is None or known.memory.day >= final


def final_round(questions: int, exam: int | None, today: int) -> int | None:
    """Return the day on which the last round before an examination on the day `exam` begins; None without one.

    The round has as many days as all questions need at the most a day, and one to spare.
    """
    if exam is None or exam <= today:
        return None
    return exam - -(-questions // MOST_A_DAY) - _FINAL_SLACK


def forecast(known: Iterable[Knowledge], today: int, days: int = 28, final: int | None = None) -> Forecast:
    """Return how many questions fall due on each of so many days, if nothing is reviewed until then."""
    counts = Counter(max(due_day(item, final), today) - today for item in known)
    return Forecast(tuple(counts.get(i, 0) for i in range(days)))


def plan(
    bank: Bank,
    known: Mapping[str, Knowledge],
    today: int,
    *,
    done: Done = NOTHING_DONE,
    exam: int | None = None,
    before_all: Collection[str] = (),
    phases: Sequence[str] = (),
    seed: int = 0,
    clashing: Callable[[Sequence[str]], Iterable[tuple[str, str]]] | None = None,
) -> Plan:
    """Return the review for `today`, the same for the same day, record and seed.

    First what is due, with the least chance of recall first, as far as the day still has room; then, unless
    much is due, something new in the bank's order, of `phases` if any are named. In the last round before the
    examination on the day `exam`, what was not asked in it comes first, as does whatever is in `before_all`.
    `clashing` names pairs that must not be asked together: of each, the less urgent waits.
    """
    final = final_round(len(bank.questions), exam, today)
    due = [q.id for q in bank.listed if q.id in known and due_day(known[q.id], final) <= today]
    rng = Random(f"{seed}:{today}:review")
    rng.shuffle(due)  # so that questions known equally well do not come in the order of the bank
    pressing = {i for i in due if i in before_all or not asked_since(known[i], final)}
    due.sort(key=lambda i: (i not in pressing, known[i].recall(today)))
    room = max(MOST_A_DAY - done.total, 0)
    fresh = [q.id for q in bank.listed if q.id not in known and (not phases or q.phase in phases)]
    most_new = max(min(NEW_A_DAY - done.new, room - len(due)), 0) if len(due) <= NEW_BELOW else 0
    chosen, new = due[:room], fresh[:most_new]
    if clashing:
        later = {second for _, second in _ranked(clashing([*chosen, *new]), [*chosen, *new])}
        chosen, new = [i for i in chosen if i not in later], [i for i in new if i not in later]
    order = mixed(bank, [*chosen, *new])
    asked = set(order)
    return Plan(tuple(order), sum(i in asked for i in new), sum(i not in asked for i in due))


def _ranked(pairs: Iterable[tuple[str, str]], ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Return pairs with the more urgent question first."""
    rank = {ident: i for i, ident in enumerate(ids)}
    for one, other in pairs:
        yield (one, other) if rank[one] < rank[other] else (other, one)


def mixed(bank: Bank, ids: Sequence[str]) -> list[str]:
    """Return questions in nearly the order given, phases mixed and never two on one passage in a row.

    A question that cannot be put anywhere without following one on its own passage is left out; but where all are
    on one passage, they are asked one after the other.
    """
    passages = {ident: passages_of(bank, ident) for ident in ids}
    if all(touch(one, other) for one in passages.values() for other in passages.values()):
        return list(ids)
    order: list[str] = []
    left = list(ids)
    while left:
        last = order[-1] if order else None
        free = [i for i in left if last is None or not touch(passages[i], passages[last])]
        if not free:
            break
        pick = next((i for i in free if not _too_many(bank, order, i)), free[0])
        order.append(pick)
        left.remove(pick)
    while placed := [ident for ident in left if _insert(order, ident, passages)]:
        left = [ident for ident in left if ident not in placed]
    return order


def once_more(bank: Bank, missed: Sequence[str], last: str) -> tuple[str, ...]:
    """Return all of what was missed, in the order to ask it once more: passages kept apart where that is possible.

    `last` is the question asked just before.
    """
    order = mixed(bank, [last, *(ident for ident in missed if ident != last)])
    order += [ident for ident in missed if ident not in order]
    rest = [ident for ident in order if ident in missed]
    return tuple(rest[1:] + rest[:1] if rest[0] == last else rest)


def _too_many(bank: Bank, order: Sequence[str], ident: str) -> bool:
    """Return whether the last questions are all of the same phase as this one."""
    before = order[-_IN_A_ROW:]
    known = bank.listed_by_id
    return len(before) == _IN_A_ROW and all(known[i].phase == known[ident].phase for i in before)


def _insert(order: list[str], ident: str, passages: Mapping[str, Passages]) -> bool:
    """Put a question at the last place where neither neighbour is on its passage; return whether there is one."""
    for place in range(len(order), -1, -1):
        neighbours = order[max(place - 1, 0) : place + 1]
        if not any(touch(passages[ident], passages[other]) for other in neighbours):
            order.insert(place, ident)
            return True
    return False


Passages = tuple[tuple[str, "Span"], ...]
"""Sentences of sources, each with the id of its source."""


def passages_of(bank: Bank, ident: str) -> Passages:
    """Return the sentences that a question's quotations stand in."""
    return tuple((quote.source, bank.where(quote).context) for quote in bank.by_id[ident].quotes)


def touch(one: Passages, other: Passages) -> bool:
    """Return whether two questions are on the same passage: their quotations share a sentence."""
    return any(source == another and a < end and start < b for source, (a, b) in one for another, (start, end) in other)
