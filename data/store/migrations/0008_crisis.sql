-- The crisis room. A crisis is an issue of level 3 or 4 that was declared one.

CREATE TABLE crises (
    issue_id    INTEGER PRIMARY KEY REFERENCES issues (id) ON DELETE CASCADE,
    declared_at INTEGER NOT NULL,
    onset       INTEGER NOT NULL,            -- t0; the person can move it
    detected_at INTEGER NOT NULL DEFAULT 0,  -- 0: not by the detectors
    imported_at INTEGER NOT NULL DEFAULT 0,  -- when the mentions that told came in
    type        TEXT    NOT NULL DEFAULT '', -- of the ten of SCCT
    playbook    TEXT    NOT NULL DEFAULT '',
    strategies  TEXT    NOT NULL DEFAULT '[]', -- JSON list
    reputation  INTEGER NOT NULL DEFAULT 0,  -- 1: poor before, an intensifier
    closed_at   INTEGER NOT NULL DEFAULT 0,
    review      TEXT    NOT NULL DEFAULT '', -- post-mortem, JSON, only ever read whole
    log_count   INTEGER NOT NULL DEFAULT 0,  -- entries written to its log, and the hash
    log_hash    TEXT    NOT NULL DEFAULT '', -- of the newest: what was cut off is missed
    changed_at  INTEGER NOT NULL
);

-- The person's own wording of playbooks, every version kept. steps is JSON.
CREATE TABLE playbooks (
    id       INTEGER PRIMARY KEY,
    key      TEXT    NOT NULL,
    lang     TEXT    NOT NULL,
    saved_at INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    steps    TEXT    NOT NULL
);
CREATE INDEX playbooks_key ON playbooks (key, lang, saved_at);

-- The steps of a crisis, copied from its playbook when it is chosen.
CREATE TABLE crisis_steps (
    id       INTEGER PRIMARY KEY,
    issue_id INTEGER NOT NULL REFERENCES crises (issue_id) ON DELETE CASCADE,
    key      TEXT    NOT NULL,
    phase    TEXT    NOT NULL, -- 'assess', 'acknowledge', 'act', 'inform', 'recover'
    title    TEXT    NOT NULL,
    why      TEXT    NOT NULL,
    minutes  INTEGER NOT NULL, -- since onset of the crisis room, 0: no clock
    position INTEGER NOT NULL,
    owner    TEXT    NOT NULL DEFAULT '',
    note     TEXT    NOT NULL DEFAULT '',
    done_at  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX crisis_steps_issue ON crisis_steps (issue_id, position);

-- Public texts. The table was never filled before.
DROP TABLE statements;
CREATE TABLE statements (
    id         INTEGER PRIMARY KEY,
    issue_id   INTEGER REFERENCES issues (id) ON DELETE CASCADE,
    kind       TEXT    NOT NULL, -- 'holding', 'apology', 'correction', 'closing', 'internal'
    state      TEXT    NOT NULL, -- 'draft', 'ready', 'sent'
    title      TEXT    NOT NULL DEFAULT '',
    lang       TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    channels   TEXT    NOT NULL DEFAULT '', -- where, in words
    url        TEXT    NOT NULL DEFAULT '',
    next_at    INTEGER NOT NULL DEFAULT 0, -- the next word that it promises
    strategies TEXT    NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    sent_at    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX statements_issue ON statements (issue_id, created_at);
CREATE INDEX statements_sent ON statements (sent_at) WHERE sent_at > 0;
CREATE TABLE statement_versions (
    id           INTEGER PRIMARY KEY,
    statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    saved_at     INTEGER NOT NULL,
    text         TEXT    NOT NULL,
    UNIQUE (statement_id, text)
);

-- What people say, with our finding. query finds the mentions that say it.
CREATE TABLE claims (
    id         INTEGER PRIMARY KEY,
    issue_id   INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    text       TEXT    NOT NULL,
    finding    TEXT    NOT NULL, -- 'confirmed', 'open', 'false', 'out_of_date'
    correction TEXT    NOT NULL DEFAULT '',
    query      TEXT    NOT NULL DEFAULT '',
    source     TEXT    NOT NULL DEFAULT '', -- how we know
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);
CREATE INDEX claims_issue ON claims (issue_id);

CREATE TABLE questions (
    id         INTEGER PRIMARY KEY,
    issue_id   INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    question   TEXT    NOT NULL,
    answer     TEXT    NOT NULL DEFAULT '',
    position   INTEGER NOT NULL
);
CREATE INDEX questions_issue ON questions (issue_id, position);

-- Append-only: each entry carries the hash of the one before it in its crisis.
CREATE TABLE crisis_log (
    id       INTEGER PRIMARY KEY,
    issue_id INTEGER NOT NULL REFERENCES crises (issue_id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    author   TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    text     TEXT    NOT NULL, -- what the person wrote; empty for what the program noted
    rest     TEXT    NOT NULL, -- JSON, the parts of the program's sentence
    attached TEXT    NOT NULL DEFAULT '', -- sha256 of an attachment
    before   TEXT    NOT NULL,
    hash     TEXT    NOT NULL
);
CREATE INDEX crisis_log_issue ON crisis_log (issue_id, id);
CREATE TABLE crisis_files (
    sha256 TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    bytes  BLOB NOT NULL
) WITHOUT ROWID;

-- Whom to tell. The map serves every crisis; told is per crisis.
CREATE TABLE stakeholders (
    id        INTEGER PRIMARY KEY,
    grp       TEXT    NOT NULL, -- 'harmed', 'staff', 'owner', 'partner', 'landlord', 'supplier', 'authority', 'press', 'insurer', 'lawyer', 'platform'
    name      TEXT    NOT NULL,
    influence INTEGER NOT NULL, -- 1..5
    interest  INTEGER NOT NULL, -- 1..5
    channel   TEXT    NOT NULL DEFAULT '',
    contact   TEXT    NOT NULL DEFAULT '',
    sentence  TEXT    NOT NULL DEFAULT '', -- the first thing to say
    position  INTEGER NOT NULL
);
CREATE TABLE stakeholders_told (
    issue_id       INTEGER NOT NULL REFERENCES crises (issue_id) ON DELETE CASCADE,
    stakeholder_id INTEGER NOT NULL REFERENCES stakeholders (id) ON DELETE CASCADE,
    told_at        INTEGER NOT NULL,
    note           TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (issue_id, stakeholder_id)
) WITHOUT ROWID;

-- What was promised in public, and the checks after it is over.
CREATE TABLE promises (
    id       INTEGER PRIMARY KEY,
    issue_id INTEGER NOT NULL REFERENCES crises (issue_id) ON DELETE CASCADE,
    kind     TEXT    NOT NULL, -- 'change', 'update', 'check'
    text     TEXT    NOT NULL,
    due_at   INTEGER NOT NULL,
    done_at  INTEGER NOT NULL DEFAULT 0,
    note     TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX promises_issue ON promises (issue_id, due_at);

-- The history of drills.
CREATE TABLE drill_runs (
    id         INTEGER PRIMARY KEY,
    drill      TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at   INTEGER NOT NULL DEFAULT 0,
    speed      REAL    NOT NULL,
    points     REAL    NOT NULL DEFAULT 0, -- 0..100
    score      TEXT    NOT NULL DEFAULT '' -- JSON, only ever read whole
);

-- When the person archived a mention, and put a tag on it: what was done today.
-- 0: not by hand, or not since this is noted.
ALTER TABLE triage ADD COLUMN archived_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX triage_archived ON triage (archived_at) WHERE archived_at > 0;
ALTER TABLE mention_tags ADD COLUMN added_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX mention_tags_added ON mention_tags (added_at) WHERE added_at > 0;
