"""What a merge does to the tables: the record of another machine is attached as `other`, a transaction open.

Which responses count afterwards depends only on the two records, not on which was brought into which: where an
attempt was gone on with on both machines, the first response to a question is the one given first by the clock.
"""

import sqlite3
from typing import NamedTuple


class Merged(NamedTuple):
    """What was new in the record of another machine, and how many of its attempts were here already.

    `notes` are answers taken back, questions skipped or marked, and examinations handed in.
    """

    attempts: int
    responses: int
    flags: int
    notes: int
    known: int


_HERE = "JOIN other.attempts oa ON oa.id = o.attempt JOIN main.attempts a ON a.uid = oa.uid"
"""From a row `o` of the other record to its attempt here, `a`."""
_NEW_SLIPS = """
    CREATE TEMP TABLE slips AS
    SELECT r.id, w.withdrawn FROM other.withdrawals w
    JOIN other.responses o ON o.id = w.response JOIN main.responses r ON r.uid = o.uid
    WHERE r.id NOT IN (SELECT response FROM main.withdrawals)
"""
_NEW_HANDINS = f"""
    CREATE TEMP TABLE handed AS
    SELECT a.id, o.handed, o.utc_offset FROM other.handins o {_HERE}
    WHERE a.id NOT IN (SELECT attempt FROM main.handins)
"""
_OUT_OF_ORDER = """
    CREATE TEMP TABLE moved AS
    SELECT id AS old, (SELECT max(id) FROM main.responses) + row_number() OVER (ORDER BY attempt, answered, uid) AS new
    FROM main.responses WHERE attempt IN (
        SELECT r.attempt FROM main.responses r JOIN main.responses e
        ON e.attempt = r.attempt AND e.question = r.question AND e.id < r.id
        WHERE (e.answered, e.uid) > (r.answered, r.uid)
          AND r.id NOT IN (SELECT response FROM main.withdrawals)
          AND e.id NOT IN (SELECT response FROM main.withdrawals)
    )
"""
"""Attempts in which a response has a lower number than one to the same question that was given before it."""
_CHANGED = """
    CREATE TEMP TABLE changed AS
    SELECT r.bank, r.question, min(r.answered) AS since FROM (
        SELECT attempt, question FROM main.responses WHERE id > ?
        UNION SELECT attempt, question FROM main.responses WHERE id IN (SELECT id FROM slips)
        UNION SELECT attempt, question FROM main.responses WHERE attempt IN (SELECT id FROM handed)
    ) t JOIN main.responses r ON r.attempt = t.attempt AND r.question = t.question
    GROUP BY r.bank, r.question
"""
"""The questions of which other responses may count than before, and since when."""
_LATEST = """
    INSERT INTO main.latest
    SELECT r.bank, r.question, r.id, r.score, r.answered FROM changed d JOIN main.responses r ON r.id = (
        SELECT c.id FROM main.counted c WHERE c.bank = d.bank AND c.question = d.question
        ORDER BY c.answered DESC, c.id DESC LIMIT 1
    )
"""


def bring_in(database: sqlite3.Connection) -> Merged:
    """Insert what is new in `other`, put it in order, and renew what is derived."""
    known = _number(database, "SELECT count(*) FROM other.attempts WHERE uid IN (SELECT uid FROM main.attempts)")
    last = _number(database, "SELECT coalesce(max(id), 0) FROM main.responses")
    attempts = _insert(database, "attempts")
    responses = _insert(database, "responses", "o.answered, o.uid")
    notes = _insert(database, "skips") + _insert(database, "marks")
    notes += _settle(database, _NEW_SLIPS, "INSERT INTO main.withdrawals SELECT * FROM slips")
    notes += _settle(database, _NEW_HANDINS, "INSERT INTO main.handins SELECT * FROM handed")
    flags = _insert(database, "flags")
    _put_in_order(database)
    _renew(database, last)
    return Merged(attempts, responses, flags, notes, known)


def _number(database: sqlite3.Connection, sql: str) -> int:
    return int(database.execute(sql).fetchone()[0])


def _insert(database: sqlite3.Connection, table: str, order: str = "o.id") -> int:
    """Insert the rows of a table whose uid is not here yet; return how many."""
    columns = [row[1] for row in database.execute(f"PRAGMA main.table_info({table})") if row[1] != "id"]
    values = ", ".join("a.id" if column == "attempt" else f'o."{column}"' for column in columns)
    here = _HERE if "attempt" in columns else ""
    names = ", ".join(f'"{column}"' for column in columns)
    return database.execute(
        f"INSERT INTO main.{table} ({names}) SELECT {values} FROM other.{table} o {here}"
        f" WHERE o.uid NOT IN (SELECT uid FROM main.{table}) ORDER BY {order}"
    ).rowcount


def _settle(database: sqlite3.Connection, find: str, insert: str) -> int:
    """Insert what is known by the response or attempt that it is about; return how many."""
    database.execute(find)
    return database.execute(insert).rowcount


def _put_in_order(database: sqlite3.Connection) -> None:
    """Give the responses of an attempt new numbers where the order of these is not that of time."""
    database.execute(_OUT_OF_ORDER)
    database.execute("UPDATE main.withdrawals SET response = m.new FROM moved m WHERE m.old = response")
    database.execute("UPDATE main.responses SET id = m.new FROM moved m WHERE m.old = id")


def _renew(database: sqlite3.Connection, last: int) -> None:
    """Compute `latest` anew, and delete of `memory` what came later than the first thing that has changed.

    The triggers see one row at a time, and do not know what comes after it. Memory also depends on the student's
    pace, and so on the responses to other questions before it.
    """
    database.execute(_CHANGED, (last,))
    database.execute("DELETE FROM main.latest WHERE (bank, question) IN (SELECT bank, question FROM changed)")
    database.execute(_LATEST)
    database.execute("DELETE FROM main.memory WHERE answered >= (SELECT min(since) FROM changed)")
