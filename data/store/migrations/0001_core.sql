-- The core model. Times are Unix seconds in UTC, empty text means "not given",
-- engagement counts and followers are -1 when the source does not give them.

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sources (
    id  INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
);

CREATE TABLE imports (
    id          INTEGER PRIMARY KEY,
    path        TEXT    NOT NULL,
    format      TEXT    NOT NULL,
    started_at  INTEGER NOT NULL,
    finished_at INTEGER NOT NULL DEFAULT 0,
    state       TEXT    NOT NULL,
    rows        INTEGER NOT NULL DEFAULT 0,
    added       INTEGER NOT NULL DEFAULT 0,
    known       INTEGER NOT NULL DEFAULT 0,
    updated     INTEGER NOT NULL DEFAULT 0,
    rejected    INTEGER NOT NULL DEFAULT 0,
    -- The mentions of the import lie between these ids, others among them.
    first_id    INTEGER NOT NULL DEFAULT 0,
    last_id     INTEGER NOT NULL DEFAULT -1,
    -- Mentions up to this id are in the search index; NULL when all are.
    indexed_to  INTEGER DEFAULT 0
);

CREATE TABLE rejected_rows (
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    line      INTEGER NOT NULL,
    reason    TEXT    NOT NULL,
    raw       TEXT    NOT NULL
);
CREATE INDEX rejected_rows_import ON rejected_rows (import_id, line);

-- Evidence. id = second << 20 | 20 bits of hash, so the table is clustered by
-- time. status and label are projections of triage and of the model's label,
-- kept here so that one index serves the inbox; engagement is the newest one.
CREATE TABLE mentions (
    id               INTEGER PRIMARY KEY,
    source_id        INTEGER NOT NULL,
    external_id      TEXT    NOT NULL,
    import_id        INTEGER NOT NULL,
    url              TEXT    NOT NULL,
    author           TEXT    NOT NULL,
    handle           TEXT    NOT NULL,
    title            TEXT    NOT NULL,
    text             TEXT    NOT NULL,
    published_raw    TEXT    NOT NULL,
    lang             TEXT    NOT NULL,
    rating           REAL    NOT NULL,
    likes            INTEGER NOT NULL,
    replies          INTEGER NOT NULL,
    shares           INTEGER NOT NULL,
    views            INTEGER NOT NULL,
    reach            INTEGER NOT NULL,
    seen_at          INTEGER NOT NULL,
    model_label      INTEGER NOT NULL,
    score            REAL    NOT NULL,
    confidence       REAL    NOT NULL,
    label            INTEGER NOT NULL,
    status           INTEGER NOT NULL,
    published_at     INTEGER GENERATED ALWAYS AS (id >> 20) VIRTUAL,
    UNIQUE (source_id, external_id)
);
CREATE INDEX mentions_inbox ON mentions (status, label, source_id);

-- What only some sources give, apart so that the common row stays short.
CREATE TABLE mention_details (
    mention_id       INTEGER PRIMARY KEY REFERENCES mentions (id) ON DELETE CASCADE,
    author_key       TEXT    NOT NULL,
    followers        INTEGER NOT NULL,
    in_reply_to      TEXT    NOT NULL,
    source_sentiment TEXT    NOT NULL,
    extras           TEXT    NOT NULL -- JSON object
);

-- Earlier engagement of a mention; import_id brought what replaced it.
CREATE TABLE snapshots (
    mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    seen_at    INTEGER NOT NULL,
    import_id  INTEGER NOT NULL,
    likes      INTEGER NOT NULL,
    replies    INTEGER NOT NULL,
    shares     INTEGER NOT NULL,
    views      INTEGER NOT NULL,
    reach      INTEGER NOT NULL
);
CREATE INDEX snapshots_mention ON snapshots (mention_id, seen_at);
CREATE INDEX snapshots_import ON snapshots (import_id);

-- The person's work, one row per mention that was touched.
CREATE TABLE triage (
    mention_id INTEGER PRIMARY KEY REFERENCES mentions (id) ON DELETE CASCADE,
    status     INTEGER NOT NULL,
    override   INTEGER, -- the person's label; NULL while the model's stands
    starred    INTEGER NOT NULL DEFAULT 0,
    note       TEXT    NOT NULL DEFAULT '',
    changed_at INTEGER NOT NULL
);

CREATE TABLE tags (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE COLLATE NOCASE,
    color TEXT NOT NULL DEFAULT ''
);

CREATE TABLE mention_tags (
    tag_id     INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, mention_id)
) WITHOUT ROWID;
CREATE INDEX mention_tags_mention ON mention_tags (mention_id);

CREATE TABLE topics (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE COLLATE NOCASE,
    query TEXT NOT NULL
);

CREATE TABLE issues (
    id         INTEGER PRIMARY KEY,
    title      TEXT    NOT NULL,
    severity   INTEGER NOT NULL DEFAULT 0, -- L0..L4
    status     TEXT    NOT NULL DEFAULT 'open',
    due_at     INTEGER NOT NULL DEFAULT 0,
    notes      TEXT    NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    closed_at  INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE issue_mentions (
    issue_id   INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    PRIMARY KEY (issue_id, mention_id)
) WITHOUT ROWID;
CREATE INDEX issue_mentions_mention ON issue_mentions (mention_id);

CREATE TABLE templates (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    lang     TEXT NOT NULL,
    kind     TEXT NOT NULL, -- 'reply' or 'statement'
    body     TEXT NOT NULL,
    UNIQUE (name, lang, kind)
);

CREATE TABLE replies (
    id          INTEGER PRIMARY KEY,
    mention_id  INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    state       TEXT    NOT NULL, -- 'draft', 'ready', 'sent'
    text        TEXT    NOT NULL,
    sent_at     INTEGER NOT NULL DEFAULT 0,
    import_id   INTEGER NOT NULL DEFAULT 0, -- 0: written here
    template_id INTEGER REFERENCES templates (id) ON DELETE SET NULL
);
CREATE INDEX replies_mention ON replies (mention_id);
-- An export tells of one answer per mention; importing it again adds none.
CREATE UNIQUE INDEX replies_imported ON replies (mention_id) WHERE import_id > 0;

CREATE TABLE statements (
    id         INTEGER PRIMARY KEY,
    issue_id   INTEGER REFERENCES issues (id) ON DELETE SET NULL,
    kind       TEXT    NOT NULL, -- 'holding', 'apology', 'correction', 'closing'
    state      TEXT    NOT NULL, -- 'draft', 'ready', 'sent'
    text       TEXT    NOT NULL,
    sent_at    INTEGER NOT NULL DEFAULT 0,
    url        TEXT    NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
);

CREATE TABLE incidents (
    id         INTEGER PRIMARY KEY,
    stream     TEXT    NOT NULL,
    opened_at  INTEGER NOT NULL,
    closed_at  INTEGER NOT NULL DEFAULT 0,
    level      TEXT    NOT NULL, -- 'watch', 'elevated', 'crisis'
    issue_id   INTEGER REFERENCES issues (id) ON DELETE SET NULL
);

CREATE TABLE alarms (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    detector    TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    observed    REAL    NOT NULL,
    expected    REAL    NOT NULL
);

-- Counts kept beside the mentions. hour = second / 3600 in UTC; day = days
-- since 1970-01-01 of the local date in the workspace's zone.
CREATE TABLE agg_hour (
    hour        INTEGER NOT NULL,
    source_id   INTEGER NOT NULL,
    label       INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    reach       INTEGER NOT NULL,
    reach_known INTEGER NOT NULL,
    PRIMARY KEY (hour, source_id, label)
) WITHOUT ROWID;

CREATE TABLE agg_day (
    day         INTEGER NOT NULL,
    source_id   INTEGER NOT NULL,
    label       INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    reach       INTEGER NOT NULL,
    reach_known INTEGER NOT NULL,
    PRIMARY KEY (day, source_id, label)
) WITHOUT ROWID;

CREATE TABLE agg_status (
    status    INTEGER NOT NULL,
    label     INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    PRIMARY KEY (status, label, source_id)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
    title, text, author, handle,
    content = 'mentions', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
