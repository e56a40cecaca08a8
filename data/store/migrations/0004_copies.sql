-- Retweets and pasted texts: what is kept of each text to find its copies, and
-- the groups found.

-- Mentions up to this id have prints; NULL when all have.
ALTER TABLE imports ADD COLUMN printed_to INTEGER DEFAULT 0;

CREATE TABLE prints (
    mention_id INTEGER PRIMARY KEY REFERENCES mentions (id) ON DELETE CASCADE,
    print      BLOB    NOT NULL
);

-- Members of groups of two or more; a group is called by its earliest mention.
CREATE TABLE copies (
    group_id   INTEGER NOT NULL,
    mention_id INTEGER NOT NULL UNIQUE REFERENCES mentions (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, mention_id)
) WITHOUT ROWID;

-- Where mentions came or went since groups were looked for: between these ids.
CREATE TABLE copies_todo (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    first_id INTEGER NOT NULL,
    last_id  INTEGER NOT NULL
);
