-- Where each mention comes from, the rows it was made of, and the names under
-- which other tools know it.

ALTER TABLE imports ADD COLUMN linked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN repaired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN header TEXT NOT NULL DEFAULT '[]'; -- column names, JSON array
ALTER TABLE imports ADD COLUMN keyed INTEGER NOT NULL DEFAULT 0;   -- 1: some mentions have content keys for ids
-- Mentions up to this id are in aliases by their address; NULL when all are.
ALTER TABLE imports ADD COLUMN aliased_to INTEGER DEFAULT 0;
ALTER TABLE imports ADD COLUMN error TEXT NOT NULL DEFAULT '';    -- code of what made it fail

-- The row of the file that import_id read.
ALTER TABLE mentions ADD COLUMN line INTEGER NOT NULL DEFAULT 0;

-- The mentions that an import found here already, a batch a row: ids and
-- lines as varints, ids by their difference, in order.
CREATE TABLE origins (
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    first_id  INTEGER NOT NULL,
    last_id   INTEGER NOT NULL,
    mentions  BLOB    NOT NULL
);
CREATE INDEX origins_import ON origins (import_id, first_id);

-- Other keys of a mention: the id another tool gives it (source_id > 0), or a
-- hash of address and text by which tools' exports are compared (source_id 0).
CREATE TABLE aliases (
    source_id   INTEGER NOT NULL,
    external_id TEXT    NOT NULL,
    mention_id  INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
    import_id   INTEGER NOT NULL,
    PRIMARY KEY (source_id, external_id)
) WITHOUT ROWID;
CREATE INDEX aliases_mention ON aliases (mention_id);

-- Rows as they were read, some hundred of a file together: compressed, with
-- the SHA-256 of what was compressed.
CREATE TABLE evidence (
    import_id  INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    first_line INTEGER NOT NULL,
    last_line  INTEGER NOT NULL,
    sha256     BLOB    NOT NULL,
    rows       BLOB    NOT NULL
);
CREATE INDEX evidence_import ON evidence (import_id, first_line);

-- The search index holds the extra columns too; it is filled anew.
DROP TABLE search;
CREATE VIEW searched AS
    SELECT m.id, m.title, m.text, m.author, m.handle,
        coalesce((SELECT group_concat(value, ' ') FROM mention_details d, json_each(nullif(d.extras, ''))
            WHERE d.mention_id = m.id), '') AS extras
    FROM mentions m;
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, author, handle, extras,
    content = 'searched', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
UPDATE imports SET indexed_to = 0 WHERE state <> 'undone';

-- The counts by source, so that one source's days lie together; source 0 is
-- all of them. waiting are those of the n that somebody may still wait for us
-- about. Opening the workspace fills them.
DROP TABLE agg_hour;
CREATE TABLE agg_hour (
    source_id   INTEGER NOT NULL,
    hour        INTEGER NOT NULL,
    label       INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    waiting     INTEGER NOT NULL,
    reach       INTEGER NOT NULL,
    reach_known INTEGER NOT NULL,
    PRIMARY KEY (source_id, hour, label)
) WITHOUT ROWID;

DROP TABLE agg_day;
CREATE TABLE agg_day (
    source_id   INTEGER NOT NULL,
    day         INTEGER NOT NULL,
    label       INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    waiting     INTEGER NOT NULL,
    reach       INTEGER NOT NULL,
    reach_known INTEGER NOT NULL,
    PRIMARY KEY (source_id, day, label)
) WITHOUT ROWID;
