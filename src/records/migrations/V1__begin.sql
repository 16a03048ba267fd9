-- Trainees, their attempts and the journals of these. Times are UTC, RFC 3339, and come from the caller.

CREATE TABLE trainee (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, also after a deletion
    name    TEXT NOT NULL,
    created TEXT NOT NULL
);

CREATE TABLE attempt (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    trainee INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
    header  TEXT NOT NULL,  -- first line of the journal, JSON
    started TEXT NOT NULL,
    state   TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'finished', 'abandoned')),
    score   TEXT,           -- JSON, once there is one
    pack    TEXT GENERATED ALWAYS AS (json_extract(header, '$.pack')) VIRTUAL,
    call    TEXT GENERATED ALWAYS AS (json_extract(header, '$.call')) VIRTUAL
);
CREATE INDEX attempt_by_trainee ON attempt (trainee, state);

-- The trainee's own rating, before the score was shown.
CREATE TABLE self_rating (
    attempt   INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    dimension TEXT NOT NULL,
    rating    INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 100),
    PRIMARY KEY (attempt, position)
) WITHOUT ROWID;

-- The lines of a journal after the first, one input each, JSON.
CREATE TABLE input (
    attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    seq     INTEGER NOT NULL,
    input   TEXT NOT NULL,
    PRIMARY KEY (attempt, seq)
) WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
