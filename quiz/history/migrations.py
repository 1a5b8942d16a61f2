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
    """
    ALTER TABLE attempts ADD COLUMN mode TEXT NOT NULL DEFAULT 'practice';  -- or review, exam, pretest, reading
    ALTER TABLE attempts ADD COLUMN minutes INTEGER;                -- the time limit of an examination
    ALTER TABLE responses ADD COLUMN kind TEXT NOT NULL DEFAULT ''; -- the type of the question as it was asked
    ALTER TABLE responses ADD COLUMN words INTEGER NOT NULL DEFAULT 0;  -- so many had to be read
    CREATE INDEX responses_by_time ON responses (answered, id);

    CREATE TABLE handins (              -- append-only: examinations that were handed in
        attempt INTEGER PRIMARY KEY REFERENCES attempts (id),
        handed INTEGER NOT NULL,
        utc_offset INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE marks (                -- append-only: questions marked in an examination, to come back to
        id INTEGER PRIMARY KEY,
        uid INTEGER NOT NULL UNIQUE,
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        question TEXT NOT NULL,
        marked INTEGER NOT NULL,        -- 1 marked, 0 no longer
        at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX marks_by_attempt ON marks (attempt);

    CREATE TABLE flags (                -- append-only: what students say is wrong with a question
        id INTEGER PRIMARY KEY,
        uid INTEGER NOT NULL UNIQUE,
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        content TEXT NOT NULL,          -- fingerprint of the question as it was flagged
        text TEXT NOT NULL,
        flagged INTEGER NOT NULL,
        utc_offset INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX flags_by_bank ON flags (bank, question);

    DROP TRIGGER latest_after_response;
    DROP TRIGGER latest_after_withdrawal;
    DROP VIEW counted;

    -- The responses that stand: not withdrawn, and the first to its question within its attempt.
    CREATE VIEW standing AS
        SELECT r.* FROM responses r
        WHERE NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.response = r.id)
          AND NOT EXISTS (
            SELECT 1 FROM responses e
            WHERE e.attempt = r.attempt AND e.question = r.question AND e.id < r.id
              AND NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.response = e.id)
          );

    -- Those of them that count: not those of a pre-test, and of an examination only once it was handed in.
    CREATE VIEW counted AS
        SELECT r.* FROM standing r
        WHERE EXISTS (
            SELECT 1 FROM attempts a WHERE a.id = r.attempt AND a.mode <> 'pretest'
              AND (a.mode <> 'exam' OR EXISTS (SELECT 1 FROM handins h WHERE h.attempt = a.id))
        );

    -- What is known of each question, folded from its responses that count: derived, and only there so that
    -- a long record need not be read whole. What the triggers delete is folded anew.
    CREATE TABLE memory (
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        answered INTEGER NOT NULL,      -- time and id of the last response folded
        response INTEGER NOT NULL,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        day INTEGER NOT NULL,
        due INTEGER NOT NULL,
        right_days INTEGER NOT NULL,
        right_day INTEGER NOT NULL,
        "right" INTEGER NOT NULL,
        asked INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        PRIMARY KEY (bank, question)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX memory_by_time ON memory (answered);

    CREATE TRIGGER latest_after_response AFTER INSERT ON responses
    WHEN EXISTS (SELECT 1 FROM counted WHERE id = new.id)
    BEGIN
        INSERT INTO latest VALUES (new.bank, new.question, new.id, new.score, new.answered)
        ON CONFLICT DO UPDATE SET response = new.id, score = new.score, answered = new.answered
        WHERE new.answered >= answered;
    END;

    -- An answer from the past changes what is known of its question, and the student's pace for all that came later.
    CREATE TRIGGER memory_after_response AFTER INSERT ON responses
    WHEN EXISTS (SELECT 1 FROM memory WHERE answered > new.answered)
    BEGIN
        DELETE FROM memory WHERE answered > new.answered;
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
        DELETE FROM memory
            WHERE (bank, question) = (SELECT bank, question FROM responses WHERE id = new.response)
              AND answered >= (SELECT min(e.answered) FROM responses r JOIN responses e
                               ON e.attempt = r.attempt AND e.question = r.question WHERE r.id = new.response);
    END;

    CREATE TRIGGER latest_after_handin AFTER INSERT ON handins
    BEGIN
        INSERT INTO latest
            SELECT bank, question, id, score, answered FROM counted WHERE attempt = new.attempt
        ON CONFLICT DO UPDATE SET response = excluded.response, score = excluded.score, answered = excluded.answered
        WHERE (excluded.answered, excluded.response) > (answered, response);
        DELETE FROM memory
            WHERE (bank, question) IN (SELECT bank, question FROM responses WHERE attempt = new.attempt)
              AND answered >= (SELECT min(r.answered) FROM responses r
                               WHERE r.attempt = new.attempt AND r.question = memory.question);
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
