-- The inbox and the reply desk. Replies and templates were never written here
-- before, but replies come with imports.

CREATE TABLE replies_now (
    id         INTEGER PRIMARY KEY,
    mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    state      TEXT    NOT NULL, -- 'draft', 'ready', 'sent'
    text       TEXT    NOT NULL,
    sent_at    INTEGER NOT NULL DEFAULT 0,
    import_id  INTEGER NOT NULL DEFAULT 0, -- 0: written here
    url        TEXT    NOT NULL DEFAULT '', -- where it can be read
    template   TEXT    NOT NULL DEFAULT '', -- key of the template it began with
    changed_at INTEGER NOT NULL DEFAULT 0
);
INSERT INTO replies_now (id, mention_id, state, text, sent_at, import_id)
    SELECT id, mention_id, state, text, sent_at, import_id FROM replies;
DROP TABLE replies;
ALTER TABLE replies_now RENAME TO replies;
CREATE INDEX replies_mention ON replies (mention_id);
CREATE INDEX replies_waiting ON replies (state, changed_at) WHERE state <> 'sent';
CREATE INDEX replies_sent ON replies (sent_at) WHERE state = 'sent' AND sent_at > 0;
-- An export tells of one answer per mention; importing it again adds none.
CREATE UNIQUE INDEX replies_imported ON replies (mention_id) WHERE import_id > 0;

-- Earlier wordings of a reply.
CREATE TABLE reply_versions (
    id       INTEGER PRIMARY KEY,
    reply_id INTEGER NOT NULL REFERENCES replies (id) ON DELETE CASCADE,
    saved_at INTEGER NOT NULL,
    text     TEXT    NOT NULL,
    UNIQUE (reply_id, text)
);

-- The person's own templates, and their wording of built-in ones (key).
DROP TABLE templates;
CREATE TABLE templates (
    id         INTEGER PRIMARY KEY,
    key        TEXT    NOT NULL UNIQUE,
    situation  TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    lang       TEXT    NOT NULL,
    formal     INTEGER NOT NULL, -- 1 Lei, 0 tu or no difference
    body       TEXT    NOT NULL,
    hidden     INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
);

CREATE TABLE snoozed (
    mention_id INTEGER PRIMARY KEY REFERENCES mentions (id) ON DELETE CASCADE,
    until_at   INTEGER NOT NULL
);

CREATE TABLE views (
    id       INTEGER PRIMARY KEY,
    name     TEXT    NOT NULL UNIQUE COLLATE NOCASE,
    query    TEXT    NOT NULL,
    position INTEGER NOT NULL
);

-- 1 high, -1 low; a part of the priority by which the inbox can be sorted.
ALTER TABLE triage ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;

-- What happens by itself to a mention that a query finds. actions is a JSON
-- list, read whole.
CREATE TABLE triage_rules (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL UNIQUE COLLATE NOCASE,
    query      TEXT    NOT NULL,
    actions    TEXT    NOT NULL,
    enabled    INTEGER NOT NULL DEFAULT 1,
    position   INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE triage_log (
    id         INTEGER PRIMARY KEY,
    rule_id    INTEGER NOT NULL REFERENCES triage_rules (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    did        TEXT    NOT NULL -- JSON list of what was changed
);
CREATE INDEX triage_log_rule ON triage_log (rule_id, at);
CREATE INDEX triage_log_mention ON triage_log (mention_id);

-- Mentions up to this id went through the rules; NULL when all did.
ALTER TABLE imports ADD COLUMN ruled_to INTEGER;

CREATE TABLE muted_authors (
    author   TEXT    NOT NULL PRIMARY KEY COLLATE NOCASE, -- handle, else name
    muted_at INTEGER NOT NULL
);

-- The answers to the severity matrix (-1: not rated), and why the person
-- decided for another level.
ALTER TABLE issues ADD COLUMN harm INTEGER NOT NULL DEFAULT -1;
ALTER TABLE issues ADD COLUMN spread INTEGER NOT NULL DEFAULT -1;
ALTER TABLE issues ADD COLUMN responsibility INTEGER NOT NULL DEFAULT -1;
ALTER TABLE issues ADD COLUMN intensifiers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE issues ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE issues ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE issues ADD COLUMN merged_into INTEGER REFERENCES issues (id) ON DELETE SET NULL;

CREATE TABLE issue_events (
    id       INTEGER PRIMARY KEY,
    issue_id INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    rest     TEXT    NOT NULL -- JSON, only ever read whole
);
CREATE INDEX issue_events_issue ON issue_events (issue_id, at);
