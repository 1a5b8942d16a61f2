"""The steps from an empty database to the present schema; the number of steps taken is its version.

A step that has been released is never changed: what must change is a further step.
"""

import sqlite3
from contextlib import suppress

STEPS = (
    """
    CREATE TABLE attempts (
        id INTEGER PRIMARY KEY,
        uid INTEGER NOT NULL UNIQUE,    -- random: the same on every machine that the record is brought to
        bank TEXT NOT NULL,
        seed INTEGER NOT NULL,
        selection TEXT NOT NULL,        -- JSON list of question ids, in the order asked
        size INTEGER NOT NULL,
        started INTEGER NOT NULL,       -- milliseconds since 1970, UTC
        utc_offset INTEGER NOT NULL     -- minutes east of UTC where the student was
    ) STRICT;
    CREATE INDEX attempts_by_bank ON attempts (bank, started);

    CREATE TABLE responses (            -- append-only: the truth from which all scores are computed
        id INTEGER PRIMARY KEY,
        uid INTEGER NOT NULL UNIQUE,
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        content TEXT NOT NULL,          -- fingerprint of the question as it was asked
        response TEXT NOT NULL,         -- JSON list of texts
        score REAL NOT NULL,            -- 0 to 1
        certainty INTEGER,              -- 1 a guess, 2 fairly, 3 sure; NULL when not asked
        seconds REAL NOT NULL,          -- from question to answer
        answered INTEGER NOT NULL,      -- milliseconds since 1970, UTC
        utc_offset INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX responses_by_question ON responses (bank, question, answered);
    CREATE INDEX responses_by_attempt ON responses (attempt, question);

    CREATE TABLE withdrawals (          -- append-only: answers that were slips of the finger
        response INTEGER PRIMARY KEY REFERENCES responses (id),
        withdrawn INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE skips (                -- append-only: questions put at the end of the queue
        id INTEGER PRIMARY KEY,
        uid INTEGER NOT NULL UNIQUE,
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        question TEXT NOT NULL,
        skipped INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX skips_by_attempt ON skips (attempt);

    -- The responses that count: not withdrawn, and the first to its question within its attempt.
    CREATE VIEW counted AS
        SELECT r.* FROM responses r
        WHERE NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.response = r.id)
          AND NOT EXISTS (
            SELECT 1 FROM responses e
            WHERE e.attempt = r.attempt AND e.question = r.question AND e.id < r.id
              AND NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.response = e.id)
          );

    -- Of every question the latest response that counts: derived, and kept by the triggers below so that
    -- scores need not read all rows.
    CREATE TABLE latest (
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        response INTEGER NOT NULL,
        score REAL NOT NULL,
        answered INTEGER NOT NULL,
        PRIMARY KEY (bank, question)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER latest_after_response AFTER INSERT ON responses
    WHEN EXISTS (SELECT 1 FROM counted WHERE id = new.id)
    BEGIN
        INSERT INTO latest VALUES (new.bank, new.question, new.id, new.score, new.answered)
        ON CONFLICT DO UPDATE SET response = new.id, score = new.score, answered = new.answered
        WHERE new.answered >= answered;
    END;

    CREATE TRIGGER latest_after_withdrawal AFTER INSERT ON withdrawals
    BEGIN
        DELETE FROM latest WHERE (bank, question) =
            (SELECT bank, question FROM responses WHERE id = new.response);
        INSERT INTO latest
            SELECT c.bank, c.question, c.id, c.score, c.answered FROM counted c
            JOIN responses r ON r.bank = c.bank AND r.question = c.question
            WHERE r.id = new.response
            ORDER BY c.answered DESC, c.id DESC LIMIT 1;
    END;
    """,
)


def migrate(database: sqlite3.Connection) -> None:
    """Bring a database up to the present schema, all steps in one transaction.

    The version is read inside the transaction: two copies that open a new file at once migrate it once.
    """
    database.execute("BEGIN IMMEDIATE")
    try:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        for step in STEPS[version:]:
            for statement in _statements(step):
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {max(version, len(STEPS))}")
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # after some errors SQLite has rolled back by itself
            database.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """Return the statements of a script; `executescript` would commit before it begins."""
    found, rest = [], ""
    for piece in script.split(";"):
        rest += piece + ";"
        if sqlite3.complete_statement(rest):
            found.append(rest)
            rest = ""
    return found
