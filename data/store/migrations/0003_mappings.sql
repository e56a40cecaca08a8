-- What the person has decided about files and sources, which files of the
-- watched folder were taken up, and files kept beside a mention.

-- The zone of the source's dates that carry none; '' is the workspace's.
ALTER TABLE sources ADD COLUMN zone TEXT NOT NULL DEFAULT '';

CREATE TABLE mappings (
    header     TEXT PRIMARY KEY, -- signature of a file's header
    choice     TEXT    NOT NULL, -- JSON object
    path       TEXT    NOT NULL, -- the latest file for which it was made
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE watched_files (
    path     TEXT    NOT NULL,
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL, -- Unix nanoseconds
    sha256   TEXT    NOT NULL,
    PRIMARY KEY (path, size, modified)
) WITHOUT ROWID;
CREATE INDEX watched_files_content ON watched_files (sha256);

-- Files kept as evidence of a mention, as a screenshot. They lie in the
-- workspace: one file to copy, and what is undone leaves nothing behind.
CREATE TABLE attachments (
    id         INTEGER PRIMARY KEY,
    mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    kind       TEXT    NOT NULL, -- media type
    sha256     TEXT    NOT NULL,
    content    BLOB    NOT NULL,
    added_at   INTEGER NOT NULL,
    UNIQUE (mention_id, sha256)
);
