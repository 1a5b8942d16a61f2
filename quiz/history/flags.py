"""What students say is wrong with questions."""

from quiz.history.record import Record
from quiz.history.values import Flag, Moment


def flags(record: Record, bank: str) -> list[Flag]:
    """Return all flags on questions of a bank, open or closed, the oldest first."""
    rows = record.rows(
        "SELECT uid, bank, question, content, text, flagged, utc_offset FROM flags WHERE bank = ? ORDER BY flagged, id",
        (bank,),
    )
    return [Flag(row[0], row[1], row[2], row[3], row[4], Moment(row[5], row[6])) for row in rows]
