-- Early warning. The tables of incidents and alarms were never filled before.

DROP TABLE alarms;
DROP TABLE incidents;

CREATE TABLE incidents (
    id          INTEGER PRIMARY KEY,
    stream      TEXT    NOT NULL,
    onset       INTEGER NOT NULL,
    opened_at   INTEGER NOT NULL,
    worse_at    INTEGER NOT NULL,
    closed_at   INTEGER NOT NULL DEFAULT 0,
    level       INTEGER NOT NULL, -- 1 watch, 2 elevated, 3 crisis
    parts       TEXT    NOT NULL, -- JSON object, each 0..1
    negative    INTEGER NOT NULL,
    mentions    INTEGER NOT NULL,
    expected    REAL    NOT NULL,
    usual       REAL    NOT NULL,
    expect      INTEGER NOT NULL DEFAULT 0,
    verdict     TEXT    NOT NULL DEFAULT '', -- 'useful', 'not_crisis'
    judged_at   INTEGER NOT NULL DEFAULT 0,
    notified_at INTEGER NOT NULL DEFAULT 0,
    issue_id    INTEGER REFERENCES issues (id) ON DELETE SET NULL
);
CREATE INDEX incidents_opened ON incidents (opened_at);

-- What a sentence about an alarm needs, as JSON: it is only ever read whole.
CREATE TABLE alarms (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    detector    TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    observed    REAL    NOT NULL,
    expected    REAL    NOT NULL,
    rest        TEXT    NOT NULL
);
CREATE INDEX alarms_incident ON alarms (incident_id, at);

-- The state of all streams before the first mention of a day (since 1970, UTC), to
-- go on from when mentions of a later day come in. setup is a hash of all that
-- the state depends on beside the mentions.
CREATE TABLE checkpoints (
    day      INTEGER PRIMARY KEY,
    setup    INTEGER NOT NULL,
    mentions INTEGER NOT NULL, -- before that day, and the negative ones of them:
    negative INTEGER NOT NULL, -- with other counts the state is out of date
    state    BLOB    NOT NULL
);

-- Stretches of time of which there is no data.
CREATE TABLE gaps (
    from_at INTEGER PRIMARY KEY,
    to_at   INTEGER NOT NULL
);

CREATE TABLE expected_periods (
    id      INTEGER PRIMARY KEY,
    from_at INTEGER NOT NULL,
    to_at   INTEGER NOT NULL,
    note    TEXT    NOT NULL,
    mute    INTEGER NOT NULL
);

CREATE TABLE rules (
    id      INTEGER PRIMARY KEY,
    name    TEXT    NOT NULL,
    kind    TEXT    NOT NULL, -- 'count', 'share', 'reach'
    query   TEXT    NOT NULL,
    window  INTEGER NOT NULL, -- seconds
    count   INTEGER NOT NULL,
    share   REAL    NOT NULL,
    reach   INTEGER NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1
);
