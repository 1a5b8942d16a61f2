"""Every response on record, to take elsewhere."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from quiz.core.questions.base import Response
from quiz.history.record import Record

_CERTAINTIES = {1: "guess", 2: "fairly", 3: "sure"}
_SQL = """
    SELECT r.bank, a.uid, a.mode, r.question, r.content, r.kind, r.response, r.score, r.certainty, r.seconds,
           r.answered, r.utc_offset, EXISTS (SELECT 1 FROM counted c WHERE c.id = r.id),
           EXISTS (SELECT 1 FROM withdrawals w WHERE w.response = r.id)
    FROM responses r JOIN attempts a ON a.id = r.attempt
    WHERE ?1 IS NULL OR r.bank = ?1 ORDER BY r.answered, r.id
"""


class Exported(NamedTuple):
    """A response as others can read it.

    `attempt` is the attempt's uid, `content` the question's fingerprint, `certainty` empty where it was not asked,
    `answered` the time on the student's own clock (ISO 8601); `counted` says whether it counts for the scores.
    """

    bank: str
    attempt: int
    mode: str
    question: str
    content: str
    kind: str
    response: Response
    score: float
    certainty: str
    seconds: float
    answered: str
    counted: bool
    withdrawn: bool


def every_response(record: Record, bank: str | None = None) -> Iterator[Exported]:
    """Yield every response ever given, or those of one bank, in the order of time; nothing is hidden.

    Also those that were taken back, of pre-tests, and of examinations that were never handed in. They are read one
    by one, so that a long record takes no more memory than a short one.
    """
    for row in record.stream(_SQL, (bank,)):
        response, score, certainty, seconds, answered, offset, counted, withdrawn = row[6:]
        texts, sure, at = tuple(json.loads(response)), _CERTAINTIES.get(certainty, ""), _local_time(answered, offset)
        yield Exported._make((*row[:6], texts, score, sure, seconds, at, bool(counted), bool(withdrawn)))


def _local_time(milliseconds: int, utc_offset: int) -> str:
    zone = timezone(timedelta(minutes=utc_offset))
    return datetime.fromtimestamp(milliseconds / 1000, zone).isoformat(timespec="milliseconds")
