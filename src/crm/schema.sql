-- The CRM of one call. Every record has a row in `record` (whose it is) and one in the table of its kind (what it says).
-- Values are in canonical form (`EUR 29.90`, `2026-12-03`, `+33612345678`); an empty field is NULL.
-- A test holds the columns against `pack/fields.rs`.

CREATE TABLE record (
    position INTEGER PRIMARY KEY,  -- order of making
    id       TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL,
    customer TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
    new      INTEGER NOT NULL      -- 1: made in this call
);
CREATE INDEX record_by_customer ON record (customer, kind);

CREATE TABLE customer (
    record      INTEGER PRIMARY KEY REFERENCES record (position) ON DELETE CASCADE,
    first_name  TEXT,
    last_name   TEXT,
    company     TEXT,
    birth_date  TEXT,
    phone       TEXT,
    mobile      TEXT,
    email       TEXT,
    street      TEXT,
    postal_code TEXT,
    city        TEXT,
    note        TEXT
);

CREATE TABLE contract (
    record        INTEGER PRIMARY KEY REFERENCES record (position) ON DELETE CASCADE,
    number        TEXT,
    product       TEXT,
    status        TEXT,
    start_date    TEXT,
    end_date      TEXT,
    monthly_price TEXT,
    note          TEXT
);

CREATE TABLE ticket (
    record       INTEGER PRIMARY KEY REFERENCES record (position) ON DELETE CASCADE,
    category     TEXT,
    priority     TEXT,
    status       TEXT,
    cause        TEXT,
    escalated_to TEXT,
    amount       TEXT,
    due_date     TEXT,
    note         TEXT
);

CREATE TABLE "order" (
    record     INTEGER PRIMARY KEY REFERENCES record (position) ON DELETE CASCADE,
    product    TEXT,
    price      TEXT,
    quantity   TEXT,
    start_date TEXT,
    status     TEXT,
    note       TEXT
);

CREATE TABLE appointment (
    record INTEGER PRIMARY KEY REFERENCES record (position) ON DELETE CASCADE,
    date   TEXT,
    time   TEXT,
    "with" TEXT,
    place  TEXT,
    status TEXT,
    note   TEXT
);

CREATE TABLE contact (
    record       INTEGER PRIMARY KEY REFERENCES record (position) ON DELETE CASCADE,
    date         TEXT,
    channel      TEXT,
    subject      TEXT,
    disposition  TEXT,
    satisfaction TEXT,
    answers      TEXT,
    note         TEXT
);

CREATE TABLE consent (
    record  INTEGER PRIMARY KEY REFERENCES record (position) ON DELETE CASCADE,
    channel TEXT,
    status  TEXT,
    date    TEXT,
    source  TEXT
);
