-- The log of operations is the one thing that cannot be made again; all else is projected from it.
CREATE TABLE seat (
  seat_id INTEGER PRIMARY KEY CHECK (seat_id = 1),
  workstation BLOB NOT NULL CHECK (length(workstation) = 16),
  code INTEGER NOT NULL,
  next_number INTEGER NOT NULL CHECK (next_number >= 1),
  made_at INTEGER NOT NULL
) STRICT;

-- header: canonical JSON, hashed as it stands, without personal data.
-- commitment: SHA-256 of salt and plain payload; hash: SHA-256 of the previous hash, header, commitment.
-- Erased content has NULL in salt and payload. is_packed tells only how this file holds the payload.
CREATE TABLE operation (
  sequence INTEGER PRIMARY KEY,
  hlc INTEGER NOT NULL,
  header BLOB NOT NULL,
  commitment BLOB NOT NULL,
  hash BLOB NOT NULL,
  is_packed INTEGER NOT NULL,
  salt BLOB,
  payload BLOB
) STRICT;

CREATE TABLE fact (
  fact_key TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;
