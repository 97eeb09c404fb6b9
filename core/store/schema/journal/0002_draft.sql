-- What is typed is safe before it is saved: a draft shares the file, so a save ends it in one commit.
CREATE TABLE draft (
  draft_row INTEGER PRIMARY KEY,
  draft_id BLOB NOT NULL UNIQUE CHECK (length(draft_id) = 16),
  owner BLOB NOT NULL,
  number_digits TEXT NOT NULL,
  touched_at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
