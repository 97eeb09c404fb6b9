-- SPDX-License-Identifier: GPL-3.0-or-later
-- The shared floor: what the server keeps. Clients reach none of it but through the doors. Tables
-- belong to yingda_owner, who reads for a caller and sees no more than the caller may; yingda_engine
-- merges, sees all, and asks for itself whether the author may. Neither has a login or BYPASSRLS.

-- One row: which life of this database it is, and who may speak to it.
CREATE TABLE meta (
  meta_id integer PRIMARY KEY CHECK (meta_id = 1),
  epoch uuid NOT NULL,
  system_identifier text NOT NULL,
  company text NOT NULL,
  protocol_min integer NOT NULL,
  protocol_max integer NOT NULL
);

-- Which server took over from which. A promoted standby may lack what its forerunner had told to
-- somebody; who has seen more than began_at says so, and a new epoch begins.
CREATE TABLE succession (
  timeline integer PRIMARY KEY,
  -- The last of its forerunner's log that it had.
  began_at pg_lsn NOT NULL,
  -- No transaction of this timeline that a client could see has a lower number.
  began_xid xid8 NOT NULL
);

CREATE TABLE person (
  login name PRIMARY KEY,
  agent uuid NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('agent', 'supervisor', 'trainer', 'engineer', 'reader')),
  -- NULL: every project of the company.
  sites uuid[],
  is_active boolean NOT NULL DEFAULT true
);

CREATE TABLE workstation (
  workstation uuid PRIMARY KEY,
  code integer UNIQUE CHECK (code BETWEEN 100 AND 899),
  label text NOT NULL,
  -- Of the secret that the seat made when it was first taken in; nobody else can bind people to it.
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
  enrolled_by name NOT NULL,
  last_sequence bigint NOT NULL DEFAULT 0,
  last_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
  last_xid xid8 NOT NULL DEFAULT '3',
  seen_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

-- Whose work a seat may bring, and who answers for it.
CREATE TABLE workstation_agent (
  workstation uuid NOT NULL REFERENCES workstation,
  agent uuid NOT NULL,
  login name NOT NULL,
  PRIMARY KEY (workstation, agent)
);

-- Generated from the field table of the clients: class and merge rule of every field.
CREATE TABLE field_rule (
  kind text NOT NULL,
  field text NOT NULL,
  class text NOT NULL CHECK (class IN ('open', 'personal', 'private')),
  merge text NOT NULL CHECK (merge IN ('last_writer', 'lattice', 'text', 'coupled', 'write_once',
                                       'claim')),
  type text NOT NULL CHECK (type IN ('integer', 'text', 'uuid')),
  PRIMARY KEY (kind, field)
);

-- Generated from the roles and deeds of the clients. what: a row, an activity on a ticket, or an
-- operation as a whole. readers NULL: every role.
CREATE TABLE kind_rule (
  what text NOT NULL CHECK (what IN ('entity', 'activity', 'operation')),
  kind text NOT NULL,
  class text NOT NULL CHECK (class IN ('open', 'personal', 'private')),
  writers text[] NOT NULL,
  readers text[],
  PRIMARY KEY (what, kind)
);

-- versions: field -> [hybrid clock, workstation, row_version at its last change, sequence].
-- The workstation is null where nobody alone wrote what stands (a merge of two, an erasure); the
-- last one is then the list of all "workstation:sequence" that it came from.
CREATE TABLE entity (
  kind text NOT NULL,
  id uuid NOT NULL,
  site uuid,
  body jsonb NOT NULL DEFAULT '{}',
  versions jsonb NOT NULL DEFAULT '{}',
  row_version bigint NOT NULL DEFAULT 0,
  sync_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (kind, id)
) WITH (fillfactor = 80);
CREATE INDEX entity_sync ON entity (sync_xid);
CREATE INDEX entity_site ON entity (site, kind, id);
CREATE INDEX entity_household ON entity ((body ->> 'household'))
  WHERE kind IN ('person', 'contact_point', 'welfare', 'ticket');
CREATE INDEX entity_tie ON entity ((body ->> 'other')) WHERE kind = 'tie';
CREATE INDEX entity_promise ON entity ((body ->> 'ticket')) WHERE kind = 'promise';
CREATE INDEX entity_person ON entity ((body ->> 'person')) WHERE kind = 'contact_point';
CREATE INDEX entity_open_ticket ON entity (id)
  WHERE kind = 'ticket' AND coalesce((body ->> 'stage')::integer, 0) < 5;

-- is_void: the change it tells of lost against another; it stays, is shown so, and moves no clock.
CREATE TABLE activity (
  id uuid PRIMARY KEY,
  ticket uuid NOT NULL,
  site uuid,
  workstation uuid NOT NULL,
  sequence bigint NOT NULL,
  hlc bigint NOT NULL,
  content jsonb NOT NULL,
  is_void boolean NOT NULL DEFAULT false,
  sync_xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX activity_sync ON activity (sync_xid);
CREATE INDEX activity_ticket ON activity (ticket);
CREATE INDEX activity_origin ON activity (workstation, sequence);

-- The ledger: every operation once, with the bytes that were hashed.
CREATE TABLE op (
  workstation uuid NOT NULL,
  sequence bigint NOT NULL,
  header bytea NOT NULL,
  commitment bytea NOT NULL,
  hash bytea NOT NULL,
  salt bytea,
  payload bytea,
  -- The content never lay here: not sent, or a secret.
  is_withheld boolean NOT NULL DEFAULT false,
  -- repeated: another seat had brought this content; it is not carried out again, and lies there only.
  result text NOT NULL CHECK (result IN ('applied', 'withheld', 'rejected', 'parked', 'repeated')),
  reason text,
  login name NOT NULL,
  at_server timestamptz NOT NULL DEFAULT clock_timestamp(),
  sync_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (workstation, sequence)
);
-- Each content once, whichever seat brings it: its salt is 16 bytes of chance.
CREATE INDEX op_commitment ON op USING hash (commitment);
CREATE INDEX op_exception ON op (workstation, sequence) WHERE result IN ('rejected', 'parked');

-- A value that lost. It comes back to both authors and can be restored.
CREATE TABLE conflict (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  entity uuid NOT NULL,
  site uuid,
  field text NOT NULL,
  kept jsonb,
  lost jsonb,
  kept_by uuid,
  lost_by uuid,
  -- The operations that each value came from, as "workstation:sequence": an erasure finds it by them.
  kept_from text[] NOT NULL DEFAULT '{}',
  lost_from text[] NOT NULL DEFAULT '{}',
  workstation uuid NOT NULL,
  sequence bigint NOT NULL,
  at_server timestamptz NOT NULL DEFAULT clock_timestamp(),
  sync_xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX conflict_sync ON conflict (sync_xid);
CREATE INDEX conflict_entity ON conflict (entity, field);

-- A row that a site's people must forget: it went to another site, or was never taken. site is where
-- it was; NULL: everybody had it. The exit of a ticket takes its activities along.
CREATE TABLE scope_exit (
  exit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  id uuid NOT NULL,
  site uuid,
  sync_xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX scope_exit_sync ON scope_exit (sync_xid);

-- A content whose every byte was there and has this hash. Its chunks are those of the upload that
-- brought it.
CREATE TABLE blob (
  sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
  size bigint NOT NULL CHECK (size BETWEEN 0 AND 268435456),
  upload bigint NOT NULL UNIQUE
);
-- What it is attached to: for each ticket somebody brought all of its bytes; a hash alone opens
-- nothing. Who sees the ticket's story sees it, wherever the ticket goes.
CREATE TABLE blob_ticket (
  sha256 bytea NOT NULL REFERENCES blob,
  ticket uuid NOT NULL,
  put_by name NOT NULL,
  PRIMARY KEY (sha256, ticket)
);
-- On its way in, and nobody's but its uploader's.
CREATE TABLE blob_upload (
  upload bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  size bigint NOT NULL CHECK (size BETWEEN 0 AND 268435456),
  ticket uuid NOT NULL,
  login name NOT NULL,
  touched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (sha256, login, ticket)
);
CREATE INDEX blob_upload_age ON blob_upload (touched_at);
CREATE TABLE blob_chunk (
  upload bigint NOT NULL,
  number integer NOT NULL CHECK (number >= 0),
  content bytea NOT NULL CHECK (length(content) <= 1048576),
  PRIMARY KEY (upload, number)
);

-- Gone with a crash, and it may be: everybody says it again within five seconds.
CREATE UNLOGGED TABLE presence (
  workstation uuid PRIMARY KEY,
  agent uuid NOT NULL,
  site uuid,
  state text NOT NULL,
  ticket uuid,
  is_writing boolean NOT NULL DEFAULT false,
  since timestamptz NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 50);

-- History is not edited, not even by the owner's own functions.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history of % is not changed', TG_TABLE_NAME USING ERRCODE = 'YD001';
END $$;
CREATE TRIGGER op_is_final BEFORE DELETE OR TRUNCATE ON op
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER activity_is_final BEFORE DELETE OR TRUNCATE ON activity
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A ledger row changes in two ways only: an erasure blanks its content, and what was parked is
-- applied by a newer server.
CREATE FUNCTION guard_op() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.workstation, NEW.sequence, NEW.header, NEW.commitment, NEW.hash, NEW.login, NEW.at_server,
      NEW.is_withheld)
     IS DISTINCT FROM (OLD.workstation, OLD.sequence, OLD.header, OLD.commitment, OLD.hash,
                       OLD.login, OLD.at_server, OLD.is_withheld)
     OR ((NEW.result, NEW.reason) IS DISTINCT FROM (OLD.result, OLD.reason)
         AND NOT (OLD.result = 'parked' AND NEW.result = 'applied' AND NEW.reason IS NULL))
     OR (NEW.salt IS NOT NULL AND NEW.salt IS DISTINCT FROM OLD.salt)
     OR (NEW.payload IS NOT NULL AND NEW.payload IS DISTINCT FROM OLD.payload) THEN
    RAISE EXCEPTION 'history of op is not changed' USING ERRCODE = 'YD001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER op_is_guarded BEFORE UPDATE ON op FOR EACH ROW EXECUTE FUNCTION guard_op();

-- Every change is seen by the watermark, also one that a database administrator makes by hand.
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sync_xid := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER activity_stamp BEFORE UPDATE ON activity FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER conflict_stamp BEFORE UPDATE ON conflict FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE FUNCTION stamp_entity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sync_xid := pg_current_xact_id();
  IF NEW.row_version <= OLD.row_version THEN NEW.row_version := OLD.row_version + 1; END IF;
  -- Also when it belonged to no site until now: then everybody has it.
  IF NEW.site IS DISTINCT FROM OLD.site THEN
    INSERT INTO yingda.scope_exit(kind, id, site) VALUES (OLD.kind, OLD.id, OLD.site);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entity_stamp BEFORE UPDATE ON entity FOR EACH ROW EXECUTE FUNCTION stamp_entity();
