-- Connections to networks, what was fetched from them, and replies on their
-- way out. Keys are never here.

CREATE TABLE connections (
    id         INTEGER PRIMARY KEY,
    network    TEXT    NOT NULL,
    name       TEXT    NOT NULL UNIQUE COLLATE NOCASE,
    settings   TEXT    NOT NULL, -- JSON object, only ever read whole
    every      INTEGER NOT NULL, -- seconds between two fetches, 0: by hand
    paused     INTEGER NOT NULL DEFAULT 0,
    sends      INTEGER NOT NULL DEFAULT 0, -- replies may leave by it
    cursor     TEXT    NOT NULL DEFAULT '', -- goes on in the transaction of its mentions
    tried_at   INTEGER NOT NULL DEFAULT 0,
    fetched_at INTEGER NOT NULL DEFAULT 0,
    next_at    INTEGER NOT NULL DEFAULT 0,
    failure    TEXT    NOT NULL DEFAULT '', -- JSON: code and parts of the sentence
    failures   INTEGER NOT NULL DEFAULT 0,  -- in a row
    added      INTEGER NOT NULL DEFAULT 0,  -- by the last fetch
    mentions   INTEGER NOT NULL DEFAULT 0   -- altogether
);

-- The connection that an import was fetched from; NULL for files.
ALTER TABLE imports ADD COLUMN connection_id INTEGER REFERENCES connections (id) ON DELETE SET NULL;

-- The connection by which a mention can be answered and looked at again, and
-- what the network calls it beside its id. JSON.
CREATE TABLE fetched (
    mention_id    INTEGER PRIMARY KEY REFERENCES mentions (id) ON DELETE CASCADE,
    connection_id INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    extras        TEXT    NOT NULL,
    gone_at       INTEGER NOT NULL DEFAULT 0 -- no longer at the source: its text was dropped
);
CREATE INDEX fetched_connection ON fetched (connection_id, mention_id);

-- Replies that were handed to a network: never twice.
CREATE TABLE sending (
    reply_id      INTEGER PRIMARY KEY REFERENCES replies (id) ON DELETE CASCADE,
    connection_id INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    text          TEXT    NOT NULL, -- as it was handed over; empty if it was not
    began_at      INTEGER NOT NULL,
    tries         INTEGER NOT NULL DEFAULT 0,
    failure       TEXT    NOT NULL DEFAULT '' -- JSON; empty while it is not known what became of it
);
