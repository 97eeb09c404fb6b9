-- SPDX-License-Identifier: GPL-3.0-or-later
-- The doors: all that a client can do. None of them looks anything up by a search path that a
-- client sets.
SET LOCAL ROLE yingda_engine;

-- Takes operations of a seat in their order, each once, in one transaction. What cannot be read
-- raises (SQLSTATE of class 22, 23 or YD02x) and leaves nothing; the client finds the one that it
-- is, and sends that alone with p_reject, to be recorded and passed.
CREATE FUNCTION apply_ops(p_workstation uuid, p_epoch uuid, p_operations jsonb,
    p_reject text DEFAULT NULL)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_seat workstation;
  v_epoch uuid;
  v_header jsonb;
  v_header_bytes bytea;
  v_payloads jsonb;
  v_payload jsonb;
  v_commitment bytea;
  v_hash bytea;
  v_known op;
  v_result text;
  v_reason text;
  v_by uuid;
  v_is_bound boolean;
  v_role text;
  v_sites uuid[];
  v_is_secret boolean;
  v_exceptions jsonb := '[]';
  v_sequence bigint;
  v_stop text;
  r record;
BEGIN
  SELECT epoch INTO v_epoch FROM meta;
  IF p_epoch IS DISTINCT FROM v_epoch THEN
    RETURN jsonb_build_object('refused', 'epoch', 'epoch', v_epoch);
  END IF;
  IF jsonb_array_length(p_operations) > 100
     OR (p_reject IS NOT NULL AND jsonb_array_length(p_operations) <> 1) THEN
    RETURN jsonb_build_object('refused', 'batch');
  END IF;
  SELECT * INTO v_seat FROM workstation WHERE workstation = p_workstation FOR NO KEY UPDATE;
  IF v_seat.workstation IS NULL OR NOT EXISTS (
       SELECT 1 FROM workstation_agent w
        WHERE w.workstation = p_workstation AND w.login = v_me.login) THEN
    RETURN jsonb_build_object('refused', 'workstation');
  END IF;
  IF v_me.role = 'reader' THEN RETURN jsonb_build_object('refused', 'role'); END IF;

  -- Only what is new and what it was hashed as; forged bytes are told below, in their place.
  SELECT coalesce(jsonb_agg(CASE
           WHEN o.value ->> 'p' IS NULL OR (o.value ->> 's')::bigint <= v_seat.last_sequence
             OR decode(o.value ->> 'c', 'hex') IS DISTINCT FROM
                sha256(decode(o.value ->> 'z', 'hex') || convert_to(o.value ->> 'p', 'UTF8'))
             THEN 'null'::jsonb
           WHEN p_reject IS NOT NULL THEN try_jsonb(o.value ->> 'p')
           ELSE (o.value ->> 'p')::jsonb END ORDER BY o.n), '[]')
    INTO v_payloads FROM jsonb_array_elements(p_operations) WITH ORDINALITY o(value, n);
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(p_operations) o
              WHERE o.value ->> 'h' LIKE '%"eras%') THEN
    PERFORM lock_all_rows();
  ELSE
    PERFORM lock_rows(v_payloads);
  END IF;

  FOR r IN SELECT value AS op, n FROM jsonb_array_elements(p_operations) WITH ORDINALITY o(value, n)
            ORDER BY n LOOP
    v_sequence := (r.op ->> 's')::bigint;
    v_header_bytes := convert_to(r.op ->> 'h', 'UTF8');
    v_commitment := decode(r.op ->> 'c', 'hex');
    IF r.op ->> 'p' IS NOT NULL AND v_commitment IS DISTINCT FROM
       sha256(decode(r.op ->> 'z', 'hex') || convert_to(r.op ->> 'p', 'UTF8')) THEN
      v_stop := 'chain'; EXIT;
    END IF;
    IF v_sequence <= v_seat.last_sequence THEN
      SELECT * INTO v_known FROM op WHERE workstation = p_workstation AND sequence = v_sequence;
      -- The same place with another content: two computers use one seat's identity.
      IF v_known.hash IS DISTINCT FROM decode(r.op ->> 'x', 'hex') THEN v_stop := 'clone'; EXIT; END IF;
      -- The answer was lost, perhaps; what it said is said again.
      IF v_known.result IN ('rejected', 'parked') THEN
        v_exceptions := v_exceptions || jsonb_build_object('s', v_sequence, 'r', v_known.result,
                                                           'why', v_known.reason);
      END IF;
      CONTINUE;
    END IF;
    IF v_sequence <> v_seat.last_sequence + 1 THEN v_stop := 'gap'; EXIT; END IF;
    v_hash := sha256(v_seat.last_hash || v_header_bytes || v_commitment);
    IF v_hash IS DISTINCT FROM decode(r.op ->> 'x', 'hex') THEN v_stop := 'chain'; EXIT; END IF;
    v_header := convert_from(v_header_bytes, 'UTF8')::jsonb;
    IF v_header ->> 'ws' IS DISTINCT FROM p_workstation::text
       OR (v_header ->> 'seq')::bigint IS DISTINCT FROM v_sequence THEN
      v_stop := 'chain'; EXIT;
    END IF;

    v_payload := v_payloads -> (r.n - 1)::integer;
    v_is_secret := false;
    IF r.op ->> 'p' LIKE '%agent%secret%' THEN
      v_is_secret := EXISTS (SELECT 1 FROM jsonb_array_elements(list_in(v_payload, 'f')) c
                              WHERE c.value ->> 'k' = 'agent_secret');
    END IF;
    -- Most batches have one author.
    IF v_is_bound IS NULL OR v_by IS DISTINCT FROM try_uuid(v_header ->> 'by') THEN
      v_by := try_uuid(v_header ->> 'by');
      v_is_bound := EXISTS (SELECT 1 FROM workstation_agent w
                             WHERE w.workstation = p_workstation AND w.agent = v_by);
      SELECT role, sites INTO v_role, v_sites FROM rights_of(v_me.login, v_by);
    END IF;
    v_result := 'applied';
    v_reason := NULL;
    IF r.op ->> 'p' IS NULL THEN
      v_result := 'withheld';
    ELSIF p_reject IS NOT NULL THEN
      v_result := 'rejected';
      v_reason := left(p_reject, 200);
    ELSIF NOT v_is_bound THEN
      v_result := 'rejected';
      v_reason := 'author';
    ELSIF (v_header ->> 'kv')::integer > 1 THEN
      v_result := 'parked';
      v_reason := 'version';
    ELSE
      SELECT j.result, j.reason INTO v_result, v_reason FROM judge(v_role, v_header, v_payload) j;
    END IF;
    IF v_result = 'applied' THEN
      PERFORM apply_payload(p_workstation, v_sequence, v_header, v_epoch, v_sites, v_payload);
    ELSIF v_result = 'rejected' THEN
      PERFORM send_back(v_me.sites, v_payload);
    END IF;
    INSERT INTO op(workstation, sequence, header, commitment, hash, salt, payload, is_withheld,
                   result, reason, login)
    VALUES (p_workstation, v_sequence, v_header_bytes, v_commitment, v_hash,
            CASE WHEN NOT v_is_secret THEN decode(r.op ->> 'z', 'hex') END,
            CASE WHEN NOT v_is_secret THEN convert_to(r.op ->> 'p', 'UTF8') END,
            v_is_secret OR r.op ->> 'p' IS NULL, v_result, v_reason, v_me.login);
    IF v_result = 'applied' AND v_header ? 'erases' THEN
      PERFORM erase_ops(p_workstation, clock_of(v_header),
        ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(v_header -> 'erases')));
    END IF;
    IF v_result IN ('rejected', 'parked') THEN
      v_exceptions := v_exceptions || jsonb_build_object('s', v_sequence, 'r', v_result,
                                                         'why', v_reason);
    END IF;
    v_seat.last_sequence := v_sequence;
    v_seat.last_hash := v_hash;
  END LOOP;

  UPDATE workstation SET last_sequence = v_seat.last_sequence, last_hash = v_seat.last_hash,
                         last_xid = pg_current_xact_id(), seen_at = now()
   WHERE workstation = p_workstation;
  RETURN jsonb_strip_nulls(jsonb_build_object(
    'acked', v_seat.last_sequence, 'xid', pg_current_xact_id()::text,
    'exceptions', v_exceptions, 'stopped', v_stop));
END $$;

-- Which floor this is, and where the seat stands; the latter only for people bound to the seat.
-- p_seen is the transaction that the caller has pulled up to under p_epoch: a primary that has not
-- come so far was put back to an older state without anybody saying so, and begins a new life.
CREATE FUNCTION hello(p_protocol integer, p_workstation uuid, p_epoch uuid, p_seen xid8)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_meta meta;
  v_seat workstation;
  v_top xid8;
BEGIN
  SELECT * INTO v_meta FROM meta;
  IF v_meta.system_identifier IS DISTINCT FROM (SELECT system_identifier::text
                                                  FROM pg_control_system()) THEN
    RETURN jsonb_build_object('refused', 'adopt');
  END IF;
  -- After a logical restore the rows carry the transaction numbers of another cluster.
  SELECT sync_xid INTO v_top FROM entity ORDER BY sync_xid DESC LIMIT 1;
  IF v_top >= pg_snapshot_xmax(pg_current_snapshot()) THEN
    RETURN jsonb_build_object('refused', 'adopt');
  END IF;
  IF p_protocol < v_meta.protocol_min OR p_protocol > v_meta.protocol_max THEN
    RETURN jsonb_build_object('refused', CASE WHEN p_protocol < v_meta.protocol_min
      THEN 'client_old' ELSE 'server_old' END,
      'min', v_meta.protocol_min, 'max', v_meta.protocol_max);
  END IF;
  IF p_epoch = v_meta.epoch AND NOT pg_is_in_recovery()
     AND p_seen > pg_snapshot_xmax(pg_current_snapshot()) THEN
    UPDATE meta SET epoch = gen_random_uuid() WHERE epoch = p_epoch RETURNING epoch
      INTO v_meta.epoch;
  END IF;
  SELECT * INTO v_seat FROM workstation s
   WHERE s.workstation = p_workstation
     AND EXISTS (SELECT 1 FROM workstation_agent w
                  WHERE w.workstation = p_workstation AND w.login = v_me.login);
  RETURN jsonb_strip_nulls(jsonb_build_object(
    'epoch', v_meta.epoch, 'company', v_meta.company,
    'min', v_meta.protocol_min, 'max', v_meta.protocol_max,
    'agent', v_me.agent, 'role', v_me.role, 'sites', to_jsonb(v_me.sites),
    'code', v_seat.code, 'lastSequence', v_seat.last_sequence,
    'lastHash', encode(v_seat.last_hash, 'hex'), 'lastXid', v_seat.last_xid::text,
    'exceptions', (SELECT jsonb_agg(jsonb_build_object('s', x.sequence, 'r', x.result,
                                                       'why', x.reason))
                     FROM (SELECT o.sequence, o.result, o.reason FROM op o
                            WHERE o.workstation = v_seat.workstation
                              AND o.result IN ('rejected', 'parked')
                            ORDER BY o.sequence DESC LIMIT 1000) x),
    'ceiling', pg_snapshot_xmin(pg_current_snapshot())::text,
    'isStandby', pg_is_in_recovery(),
    'serverMs', (extract(epoch FROM clock_timestamp()) * 1000)::bigint));
END $$;

-- Takes a seat in, once, and binds the local people named to the caller. Later calls bind more, and
-- must bring the secret of the first.
CREATE FUNCTION enrol(p_workstation uuid, p_secret bytea, p_label text, p_agents uuid[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_seat workstation;
  v_other uuid;
BEGIN
  IF v_me.role = 'reader' THEN RETURN jsonb_build_object('refused', 'role'); END IF;
  IF p_secret IS NULL OR length(p_secret) <> 32 OR p_workstation IS NULL THEN
    RETURN jsonb_build_object('refused', 'workstation');
  END IF;
  IF cardinality(p_agents) > 1000 THEN RETURN jsonb_build_object('refused', 'batch'); END IF;
  PERFORM pg_advisory_xact_lock(hashtext('yingda.enrol'));
  SELECT * INTO v_seat FROM workstation WHERE workstation = p_workstation;
  IF v_seat.secret_hash <> sha256(p_secret) THEN
    RETURN jsonb_build_object('refused', 'workstation');
  END IF;
  -- Nobody speaks for a person whom the server knows by another login.
  SELECT a INTO v_other FROM unnest(p_agents) a
   WHERE a IS NULL OR EXISTS (SELECT 1 FROM person p WHERE p.agent = a AND p.login <> v_me.login)
      OR EXISTS (SELECT 1 FROM workstation_agent w WHERE w.agent = a AND w.login <> v_me.login)
   LIMIT 1;
  IF FOUND THEN RETURN jsonb_build_object('refused', 'author', 'agent', v_other); END IF;
  IF v_seat.workstation IS NULL THEN
    -- A code is given once and never again: its numbers are on paper somewhere.
    SELECT n INTO v_seat.code FROM generate_series(100, 899) n
     WHERE n NOT IN (SELECT code FROM workstation WHERE code IS NOT NULL) ORDER BY n LIMIT 1;
    INSERT INTO workstation(workstation, code, label, secret_hash, enrolled_by)
    VALUES (p_workstation, v_seat.code, left(p_label, 100), sha256(p_secret), v_me.login);
  END IF;
  INSERT INTO workstation_agent(workstation, agent, login)
  SELECT p_workstation, a, v_me.login FROM unnest(coalesce(p_agents, '{}') || v_me.agent) a
  ON CONFLICT DO NOTHING;
  RETURN jsonb_strip_nulls(jsonb_build_object('code', v_seat.code));
END $$;

-- The half of a heartbeat that writes; also sweeps out uploads that nobody touched for a week.
CREATE FUNCTION note_presence(p_workstation uuid, p_agent uuid, p_login name, p_site uuid,
    p_state text, p_ticket uuid, p_is_writing boolean, p_since_ms bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO presence AS p (workstation, agent, site, state, ticket, is_writing, since)
  SELECT w.workstation, p_agent, p_site, left(p_state, 20), p_ticket, p_is_writing,
         to_timestamp(p_since_ms / 1000.0)
    FROM workstation_agent w WHERE w.workstation = p_workstation AND w.login = p_login LIMIT 1
  ON CONFLICT (workstation) DO UPDATE
     SET agent = excluded.agent, site = excluded.site, state = excluded.state,
         ticket = excluded.ticket, is_writing = excluded.is_writing, since = excluded.since,
         seen_at = clock_timestamp();
  PERFORM sweep_uploads();
END $$;

-- Renews the claims among those tickets that are that agent's, once a third of the lease is over or
-- when it is of an earlier life of this database, and says which of them hold for how long. It never
-- waits: what another transaction has in its hands is renewed by the next beat.
CREATE FUNCTION renew_claims(p_workstation uuid, p_agent uuid, p_sites uuid[], p_tickets uuid[])
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_now bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
  v_epoch text := (SELECT epoch::text FROM meta);
BEGIN
  WITH due AS MATERIALIZED (
    SELECT e.id FROM entity e
     WHERE e.kind = 'claim' AND e.id = ANY (p_tickets) AND sees(p_sites, e.site)
       AND e.body ->> 'agent' = p_agent::text
       AND (e.body ->> 'epoch' IS DISTINCT FROM v_epoch
            OR (e.body ->> 'until')::bigint <= v_now + 400000)
     ORDER BY e.id FOR UPDATE SKIP LOCKED)
  UPDATE entity e SET row_version = e.row_version + 1, body = e.body || jsonb_build_object(
           'until', v_now + 600000, 'epoch', v_epoch, 'workstation', p_workstation)
    FROM due WHERE e.kind = 'claim' AND e.id = due.id;
  RETURN coalesce((
    SELECT jsonb_agg(jsonb_build_object('ticket', e.id, 'token', e.body -> 'token',
                                        'left', (e.body ->> 'until')::bigint - v_now))
      FROM entity e
     WHERE e.kind = 'claim' AND e.id = ANY (p_tickets) AND sees(p_sites, e.site)
       AND e.body ->> 'agent' = p_agent::text AND e.body ->> 'epoch' = v_epoch
       AND (e.body ->> 'until')::bigint > v_now), '[]');
END $$;

-- Names what is lost when nobody goes on: an upload that stood still for seven days.
CREATE FUNCTION sweep_uploads() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM blob_upload WHERE touched_at < now() - interval '7 days') THEN
    WITH gone AS (
      DELETE FROM blob_upload WHERE upload IN (
        SELECT upload FROM blob_upload WHERE touched_at < now() - interval '7 days'
          FOR UPDATE SKIP LOCKED)
      RETURNING upload)
    DELETE FROM blob_chunk c USING gone g WHERE c.upload = g.upload;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION note_presence(uuid, uuid, name, uuid, text, uuid, boolean, bigint),
  renew_claims(uuid, uuid, uuid[], uuid[]) TO yingda_owner;

-- The reading doors belong to the owner: row-level security stands behind each WHERE.
SET LOCAL ROLE yingda_owner;

-- Whose the newest of those operations is.
CREATE FUNCTION author_of(p_origins text[]) RETURNS text LANGUAGE sql STABLE
SET search_path = yingda, pg_catalog, pg_temp AS $$
  SELECT convert_from(o.header, 'UTF8')::jsonb ->> 'by' FROM op o
   WHERE o.workstation = try_uuid(split_part(p_origins[cardinality(p_origins)], ':', 1))
     AND o.sequence = split_part(p_origins[cardinality(p_origins)], ':', 2)::bigint
$$;

CREATE FUNCTION conflict_body(c conflict) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = yingda, pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object('entity', c.entity, 'field', c.field, 'kept', c.kept, 'lost', c.lost,
    'keptBy', c.kept_by, 'lostBy', c.lost_by,
    'keptAgent', author_of(c.kept_from), 'lostAgent', author_of(c.lost_from),
    'at', (extract(epoch FROM c.at_server) * 1000)::bigint)
$$;

-- Every change in [cursor, next): whole transactions in their order. A page holds about p_limit
-- rows (1 to 5,000); a transaction is never split, so that one larger than the page comes whole.
-- The last row is the mark: its body is the next cursor, its version 1 when nothing newer is
-- complete yet; or its kind says 'epoch', when cursor or epoch are not of this server, and there is
-- no other row. STABLE, so that all of a page is one snapshot.
CREATE FUNCTION pull(p_epoch uuid, p_cursor xid8, p_limit integer)
RETURNS TABLE(what text, kind text, id uuid, version bigint, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_me person := me();
  v_limit integer := least(greatest(coalesce(p_limit, 1), 1), 5000);
  v_ceiling xid8 := pg_snapshot_xmin(pg_current_snapshot());
  v_next xid8;
  v_last xid8;
  v_is_whole boolean;
BEGIN
  -- A standby may be behind a cursor that the primary gave; a primary is never.
  IF p_epoch IS DISTINCT FROM (SELECT epoch FROM meta) OR p_cursor IS NULL
     OR (NOT pg_is_in_recovery() AND p_cursor > pg_snapshot_xmax(pg_current_snapshot())) THEN
    RETURN QUERY SELECT 'mark', 'epoch', NULL::uuid, 0::bigint, '';
    RETURN;
  END IF;
  SELECT t.sync_xid INTO v_last FROM (
    (SELECT e.sync_xid FROM entity e WHERE e.sync_xid >= p_cursor AND e.sync_xid < v_ceiling
      ORDER BY e.sync_xid LIMIT v_limit)
    UNION ALL
    (SELECT a.sync_xid FROM activity a WHERE a.sync_xid >= p_cursor AND a.sync_xid < v_ceiling
      ORDER BY a.sync_xid LIMIT v_limit)
    UNION ALL
    (SELECT c.sync_xid FROM conflict c WHERE c.sync_xid >= p_cursor AND c.sync_xid < v_ceiling
      ORDER BY c.sync_xid LIMIT v_limit)
    UNION ALL
    (SELECT x.sync_xid FROM scope_exit x WHERE x.sync_xid >= p_cursor AND x.sync_xid < v_ceiling
      ORDER BY x.sync_xid LIMIT v_limit)
  ) t ORDER BY t.sync_xid OFFSET v_limit - 1 LIMIT 1;
  v_is_whole := v_last IS NULL;
  v_next := CASE WHEN v_is_whole THEN greatest(v_ceiling, p_cursor)
                 ELSE (v_last::text::numeric + 1)::text::xid8 END;
  RETURN QUERY
    SELECT 'entity', e.kind, e.id, e.row_version, e.body::text FROM entity e
     WHERE e.sync_xid >= p_cursor AND e.sync_xid < v_next AND sees(v_me.sites, e.site);
  RETURN QUERY
    SELECT 'activity', a.content ->> 'k', a.id, a.is_void::integer::bigint, a.content::text
      FROM activity a
     WHERE a.sync_xid >= p_cursor AND a.sync_xid < v_next AND sees(v_me.sites, a.site);
  RETURN QUERY
    SELECT 'conflict', c.kind, c.id, c.sequence, conflict_body(c)::text FROM conflict c
     WHERE c.sync_xid >= p_cursor AND c.sync_xid < v_next AND sees(v_me.sites, c.site);
  -- Whoever sees the row where it is now does not forget it.
  RETURN QUERY
    SELECT DISTINCT 'exit', x.kind, x.id, 0::bigint, '{}' FROM scope_exit x
     WHERE x.sync_xid >= p_cursor AND x.sync_xid < v_next AND sees(v_me.sites, x.site)
       AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.kind = x.kind AND e.id = x.id
                        AND sees(v_me.sites, e.site));
  RETURN QUERY SELECT 'mark', '', NULL::uuid, v_is_whole::integer::bigint, v_next::text;
END $$;

-- A page of everything, for a new workstation: one kind in the order of ids, or tickets whole.
-- Parts: the name of a kind; 'open' and 'ticket' bring text and activities with each ticket;
-- 'conflict' the values that lost.
CREATE FUNCTION hydrate(p_epoch uuid, p_part text, p_after uuid, p_limit integer)
RETURNS TABLE(what text, kind text, id uuid, version bigint, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_me person := me();
  v_limit integer := least(greatest(coalesce(p_limit, 1), 1), 5000);
  v_ids uuid[];
BEGIN
  IF p_epoch IS DISTINCT FROM (SELECT epoch FROM meta) THEN
    RETURN QUERY SELECT 'mark', 'epoch', NULL::uuid, 0::bigint, '';
    RETURN;
  END IF;
  IF p_part = 'conflict' THEN
    v_ids := ARRAY(SELECT c.id FROM conflict c WHERE c.id > p_after AND sees(v_me.sites, c.site)
                    ORDER BY c.id LIMIT v_limit);
    RETURN QUERY
      SELECT 'conflict', c.kind, c.id, c.sequence, conflict_body(c)::text FROM conflict c
       WHERE c.id = ANY (v_ids) AND sees(v_me.sites, c.site);
  ELSIF p_part = 'open' THEN
    v_ids := ARRAY(SELECT e.id FROM entity e
                    WHERE e.kind = 'ticket' AND coalesce((e.body ->> 'stage')::integer, 0) < 5
                      AND e.id > p_after AND sees(v_me.sites, e.site) ORDER BY e.id LIMIT v_limit);
  ELSE
    v_ids := ARRAY(SELECT e.id FROM entity e
                    WHERE e.kind = p_part AND e.id > p_after AND sees(v_me.sites, e.site)
                    ORDER BY e.id LIMIT v_limit);
  END IF;
  RETURN QUERY
    SELECT 'entity', e.kind, e.id, e.row_version, e.body::text FROM entity e
     WHERE e.kind = CASE WHEN p_part = 'open' THEN 'ticket' ELSE p_part END AND e.id = ANY (v_ids)
       AND sees(v_me.sites, e.site);
  IF p_part IN ('open', 'ticket') THEN
    RETURN QUERY
      SELECT 'entity', e.kind, e.id, e.row_version, e.body::text FROM entity e
       WHERE e.kind = 'ticket_text' AND e.id = ANY (v_ids) AND sees(v_me.sites, e.site);
    RETURN QUERY
      SELECT 'activity', a.content ->> 'k', a.id, a.is_void::integer::bigint, a.content::text
        FROM activity a WHERE a.ticket = ANY (v_ids) AND sees(v_me.sites, a.site);
  END IF;
  RETURN QUERY SELECT 'mark', '', (SELECT max(x::text)::uuid FROM unnest(v_ids) x),
                      (cardinality(v_ids) < v_limit)::integer::bigint, '';
END $$;

-- I am here; who else is? Rows older than 20 s are nobody. A ticket that the caller may not see is
-- not noted; colleagues at a ticket of another site are not shown. Who sits there is one of the
-- people bound to the seat by this login, else the login's own person.
CREATE FUNCTION beat(p_workstation uuid, p_beat jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_agent uuid := try_uuid(p_beat ->> 'agent');
  v_ticket uuid;
  v_site uuid;
  v_tickets uuid[];
  v_held jsonb := '[]';
BEGIN
  IF NOT EXISTS (SELECT 1 FROM workstation_agent w WHERE w.workstation = p_workstation
                    AND w.agent = v_agent AND w.login = v_me.login) THEN
    v_agent := v_me.agent;
  END IF;
  SELECT e.id, e.site INTO v_ticket, v_site FROM entity e
   WHERE e.kind = 'ticket' AND e.id = try_uuid(p_beat ->> 'ticket') AND sees(v_me.sites, e.site);
  PERFORM note_presence(p_workstation, v_agent, v_me.login, v_site,
    coalesce(p_beat ->> 'state', ''), v_ticket, coalesce(p_beat -> 'writing' = 'true', false),
    CASE WHEN p_beat ->> 'since' ~ '^[0-9]{1,14}$' THEN (p_beat ->> 'since')::bigint ELSE 0 END);
  v_tickets := ARRAY(SELECT try_uuid(value) FROM jsonb_array_elements_text(
    CASE jsonb_typeof(p_beat -> 'claims') WHEN 'array' THEN p_beat -> 'claims' ELSE '[]' END)
    LIMIT 1000);
  IF cardinality(v_tickets) > 0 THEN
    v_held := renew_claims(p_workstation, v_agent, v_me.sites, v_tickets);
  END IF;
  RETURN jsonb_build_object('epoch', (SELECT epoch FROM meta), 'held', v_held,
    'others', coalesce((
      SELECT jsonb_agg(jsonb_build_object('workstation', p.workstation, 'agent', p.agent,
               'state', p.state, 'ticket', p.ticket, 'writing', p.is_writing,
               'since', (extract(epoch FROM p.since) * 1000)::bigint,
               'age', (extract(epoch FROM clock_timestamp() - p.seen_at) * 1000)::bigint))
        FROM presence p
       WHERE p.seen_at > clock_timestamp() - interval '20 seconds'
         AND p.workstation <> p_workstation AND sees(v_me.sites, p.site)), '[]'));
END $$;

GRANT EXECUTE ON FUNCTION pull(uuid, xid8, integer), hydrate(uuid, text, uuid, integer),
  beat(uuid, jsonb) TO yingda_people;
SET LOCAL ROLE yingda_engine;
GRANT EXECUTE ON FUNCTION hello(integer, uuid, uuid, xid8), enrol(uuid, bytea, text, uuid[]),
  apply_ops(uuid, uuid, jsonb, text) TO yingda_people;
