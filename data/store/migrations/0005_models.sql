-- What labels the mentions: the model that came with the program or what the
-- person's corrections made of it; and how well it does on a random sample.

CREATE TABLE models (
    id          INTEGER PRIMARY KEY,
    name        TEXT    NOT NULL, -- of the shipped model
    made_at     INTEGER NOT NULL,
    adaptation  TEXT    NOT NULL DEFAULT '', -- JSON; empty: the model as it came
    way         TEXT    NOT NULL DEFAULT '', -- 'offsets' or 'words'
    corrections INTEGER NOT NULL DEFAULT 0,
    -- Share of right labels on the corrections held back, 0..1.
    before      REAL    NOT NULL DEFAULT 0,
    after       REAL    NOT NULL DEFAULT 0
);

-- The model, its probability of a complaint in per cent, and a bit for each
-- group of words to watch.
ALTER TABLE mentions ADD COLUMN model_id  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mentions ADD COLUMN complaint INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mentions ADD COLUMN watched   INTEGER NOT NULL DEFAULT 0;

-- Labelling anew, from the newest mention down; no row when all carry the
-- label of the model in use.
CREATE TABLE rescoring (
    model_id   INTEGER NOT NULL,
    before_id  INTEGER NOT NULL, -- mentions below are still to do
    done       INTEGER NOT NULL,
    total      INTEGER NOT NULL,
    paused     INTEGER NOT NULL DEFAULT 0
);

-- A random sample that the person labels without seeing the model's label.
CREATE TABLE audits (
    id       INTEGER PRIMARY KEY,
    begun_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE audit_mentions (
    audit_id   INTEGER NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL, -- 0, 1, …
    mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    label      INTEGER, -- the person's; NULL until given
    PRIMARY KEY (audit_id, place)
) WITHOUT ROWID;
CREATE INDEX audit_mentions_mention ON audit_mentions (mention_id);
