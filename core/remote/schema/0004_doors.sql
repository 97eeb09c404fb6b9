-- SPDX-License-Identifier: GPL-3.0-or-later
-- The doors: all that a client can do. None of them looks anything up by a search path that a
-- client sets.
SET LOCAL ROLE yingda_engine;

-- Takes operations of a seat in their order, each once, in one transaction. What cannot be read
-- raises (SQLSTATE of class 22, 23 or YD02x) and leaves nothing; the client finds the one that it
-- is, and sends that alone with p_reject, to be recorded and passed. p_rights are those of the
-- greeting; with others nothing is done.
CREATE FUNCTION apply_ops(p_workstation uuid, p_epoch uuid, p_operations jsonb,
    p_reject text DEFAULT NULL, p_rights text DEFAULT NULL)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
-- The planner takes each list for a hundred rows of a hundred: it would compile machine code for
-- every batch, and plan anew what is the same each time. And while a floor is new, it takes every
-- table for a small one and would walk it, in a connection's kept plans also when it has grown.
SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person;
  v_seat workstation;
  v_epoch uuid;
  -- What came, by its place in the batch.
  v_came bigint[];
  v_headers text[];
  v_commitments bytea[];
  v_hashes bytea[];
  v_salts bytea[];
  v_texts text[];
  v_payloads jsonb[];
  v_are_true boolean[];
  -- What of it is new, by its place among the new ones.
  v_sequences bigint[] := '{}';
  v_places integer[] := '{}';
  v_read jsonb[] := '{}';
  v_new_payloads jsonb[] := '{}';
  v_roles text[] := '{}';
  v_secrets boolean[] := '{}';
  v_results text[] := '{}';
  v_reasons text[] := '{}';
  v_judged integer[];
  v_header jsonb;
  v_payload jsonb;
  v_hash bytea;
  v_known op;
  v_result text;
  v_reason text;
  v_by uuid;
  v_authors integer := 0;
  v_is_bound boolean;
  v_role text;
  v_sites uuid[];
  v_is_secret boolean;
  v_is_plain boolean;
  v_exceptions jsonb := '[]';
  v_stop text;
  r record;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('yingda.rights'), hashtext(session_user::text));
  v_me := me();
  SELECT epoch INTO v_epoch FROM meta;
  IF p_epoch IS DISTINCT FROM v_epoch THEN
    RETURN jsonb_build_object('refused', 'epoch', 'epoch', v_epoch);
  END IF;
  IF p_rights <> rights_of(v_me) THEN RETURN jsonb_build_object('refused', 'rights'); END IF;
  -- A seat sends 64 KiB at a time. An operation alone may be more: a journal takes 16 MiB.
  IF pg_column_size(p_operations) > 20971520 OR jsonb_array_length(p_operations) > 100
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

  -- Each text is read and hashed once. A payload only when it is new and what it was hashed as;
  -- forged bytes are told below, in their place.
  SELECT array_agg(t.s), array_agg(t.h), array_agg(t.c),
         array_agg(t.x), array_agg(t.z), array_agg(t.p),
         array_agg(t.is_true),
         array_agg(CASE WHEN t.p IS NULL OR t.s <= v_seat.last_sequence OR NOT t.is_true THEN NULL
                        WHEN p_reject IS NOT NULL THEN try_jsonb(t.p)
                        ELSE t.p::jsonb END)
    INTO v_came, v_headers, v_commitments, v_hashes, v_salts, v_texts, v_are_true, v_payloads
    FROM (SELECT o.n, o.s, o.h, c.c, decode(o.x, 'hex') AS x, c.z, o.p,
                 o.p IS NULL OR (c.c = sha256(c.z || convert_to(o.p, 'UTF8'))) IS TRUE AS is_true
            FROM ROWS FROM (jsonb_to_recordset(p_operations)
                   AS (s bigint, h text, c text, x text, z text, p text))
                   WITH ORDINALITY o(s, h, c, x, z, p, n),
                 LATERAL (SELECT decode(o.c, 'hex') AS c, decode(o.z, 'hex') AS z OFFSET 0) c
           -- Once for all of the lists: each would be sorted for itself.
           ORDER BY o.n OFFSET 0) t;
  v_is_plain := p_reject IS NULL;
  IF cardinality(v_came) > 10 THEN PERFORM take_turn(); END IF;
  IF EXISTS (SELECT 1 FROM unnest(v_headers) h WHERE h LIKE '%"eras%') THEN
    v_is_plain := false;
    PERFORM lock_all_rows();
  ELSE
    PERFORM lock_rows(v_payloads);
  END IF;

  -- Which of them are new, unbroken in their chain, and by whom.
  FOR i IN 1..coalesce(cardinality(v_came), 0) LOOP
    IF NOT v_are_true[i] THEN v_stop := 'chain'; EXIT; END IF;
    IF v_came[i] <= v_seat.last_sequence THEN
      -- Looked up in the ledger or, when it came twice in this batch, among what is new.
      SELECT * INTO v_known FROM op WHERE workstation = p_workstation AND sequence = v_came[i];
      IF NOT FOUND THEN
        v_known.hash := v_hashes[v_places[v_came[i] - v_sequences[1] + 1]];
        v_known.result := v_results[v_came[i] - v_sequences[1] + 1];
      END IF;
      -- The same place with another content: two computers use one seat's identity.
      IF v_known.hash IS DISTINCT FROM v_hashes[i] THEN v_stop := 'clone'; EXIT; END IF;
      -- The answer was lost, perhaps; what it said is said again.
      IF v_known.result IN ('rejected', 'parked') THEN
        v_exceptions := v_exceptions || jsonb_build_object('s', v_came[i], 'r', v_known.result,
                                                           'why', v_known.reason);
      END IF;
      CONTINUE;
    END IF;
    IF v_came[i] IS DISTINCT FROM v_seat.last_sequence + 1 THEN v_stop := 'gap'; EXIT; END IF;
    v_hash := sha256(v_seat.last_hash || convert_to(v_headers[i], 'UTF8') || v_commitments[i]);
    IF v_hash IS DISTINCT FROM v_hashes[i] THEN v_stop := 'chain'; EXIT; END IF;
    v_header := v_headers[i]::jsonb;
    IF v_header ->> 'ws' IS DISTINCT FROM p_workstation::text
       OR (v_header ->> 'seq')::bigint IS DISTINCT FROM v_came[i] THEN
      v_stop := 'chain'; EXIT;
    END IF;
    -- Most batches have one author.
    IF v_is_bound IS NULL OR v_by IS DISTINCT FROM try_uuid(v_header ->> 'by') THEN
      v_by := try_uuid(v_header ->> 'by');
      v_is_bound := EXISTS (SELECT 1 FROM workstation_agent w
                             WHERE w.workstation = p_workstation AND w.agent = v_by);
      SELECT role, sites INTO v_role, v_sites FROM rights_of(v_me.login, v_by);
      v_authors := v_authors + 1;
    END IF;
    v_result := 'applied';
    v_reason := NULL;
    -- What is refused may come without its content: it was too much to be sent.
    IF p_reject IS NOT NULL THEN
      v_result := 'rejected';
      v_reason := left(p_reject, 200);
    ELSIF v_texts[i] IS NULL THEN
      v_result := 'withheld';
    ELSIF NOT v_is_bound THEN
      v_result := 'rejected';
      v_reason := 'author';
    ELSIF (v_header ->> 'kv')::integer > 1 THEN
      v_result := 'parked';
      v_reason := 'version';
    END IF;
    v_sequences := v_sequences || v_came[i];
    v_places := v_places || i;
    v_read := v_read || v_header;
    v_new_payloads := array_append(v_new_payloads, v_payloads[i]);
    v_roles := v_roles || v_role;
    v_results := v_results || v_result;
    v_reasons := array_append(v_reasons, v_reason);
    v_is_secret := false;
    IF v_texts[i] LIKE '%agent%secret%' THEN
      v_is_secret := EXISTS (SELECT 1 FROM jsonb_array_elements(list_in(v_payloads[i], 'f')) c
                              WHERE c.value ->> 'k' = 'agent_secret');
    END IF;
    v_secrets := v_secrets || v_is_secret;
    v_seat.last_sequence := v_came[i];
    v_seat.last_hash := v_hash;
  END LOOP;

  -- What their authors may not, and what this server does not know.
  v_judged := ARRAY(SELECT n::integer FROM unnest(v_results) WITH ORDINALITY x(result, n)
                     WHERE x.result = 'applied' ORDER BY n);
  FOR r IN SELECT v_judged[j.n] AS n, j.result, j.reason
             FROM judge(ARRAY(SELECT v_roles[k] FROM unnest(v_judged) k),
                        ARRAY(SELECT v_read[k] FROM unnest(v_judged) k),
                        ARRAY(SELECT v_new_payloads[k] FROM unnest(v_judged) k)) j LOOP
    v_results[r.n] := r.result;
    v_reasons[r.n] := r.reason;
  END LOOP;
  -- Copies of a disk with the same unsent work, and a server put back between their changes of seat:
  -- the same content comes from two. Who would meet here waited for the rows.
  FOR r IN SELECT b.n FROM brought_by_others(p_workstation,
             ARRAY(SELECT v_commitments[k] FROM unnest(v_places) WITH ORDINALITY p(k, n)
                    ORDER BY n)) b LOOP
    IF v_results[r.n] = 'applied' THEN v_results[r.n] := 'repeated'; END IF;
  END LOOP;
  IF v_results && ARRAY['rejected', 'parked'] THEN
    v_exceptions := v_exceptions || (
      SELECT jsonb_agg(jsonb_build_object('s', x.sequence, 'r', x.result, 'why', x.reason)
                       ORDER BY x.sequence)
        FROM unnest(v_sequences, v_results, v_reasons) x(sequence, result, reason)
       WHERE x.result IN ('rejected', 'parked'));
  END IF;

  INSERT INTO op(workstation, sequence, header, commitment, hash, salt, payload, is_withheld,
                 result, reason, login)
  SELECT p_workstation, x.sequence, convert_to(v_headers[x.place], 'UTF8'), v_commitments[x.place],
         v_hashes[x.place], CASE WHEN x.is_here THEN v_salts[x.place] END,
         CASE WHEN x.is_here THEN convert_to(v_texts[x.place], 'UTF8') END,
         NOT x.is_here, x.result, x.reason, v_me.login
    FROM (SELECT y.*, NOT y.is_secret AND y.result <> 'repeated'
                      AND v_texts[y.place] IS NOT NULL AS is_here
            FROM unnest(v_sequences, v_places, v_secrets, v_results, v_reasons)
                   y(sequence, place, is_secret, result, reason)) x;

  -- Together when nothing of the batch depends on the order of its parts; else one by one.
  v_judged := ARRAY(SELECT n::integer FROM unnest(v_results) WITH ORDINALITY x(result, n)
                     WHERE x.result = 'applied' ORDER BY n);
  v_is_plain := v_is_plain AND v_authors <= 1 AND 'rejected' <> ALL (v_results);
  IF v_is_plain THEN
    v_is_plain := apply_together(
      p_workstation, ARRAY(SELECT v_sequences[k] FROM unnest(v_judged) k),
      ARRAY(SELECT clock_of(v_read[k]) FROM unnest(v_judged) k), v_epoch, v_sites,
      ARRAY(SELECT v_new_payloads[k] FROM unnest(v_judged) k));
  END IF;
  FOR i IN 1..coalesce(cardinality(v_sequences), 0) LOOP
    EXIT WHEN v_is_plain;
    IF v_results[i] = 'applied' THEN
      SELECT sites INTO v_sites FROM rights_of(v_me.login, try_uuid(v_read[i] ->> 'by'));
      PERFORM apply_payload(p_workstation, v_sequences[i], v_read[i], v_epoch, v_sites,
                            v_new_payloads[i]);
    ELSIF v_results[i] = 'rejected' THEN
      PERFORM send_back(v_me.sites, v_new_payloads[i]);
    END IF;
    -- Each seat's own numbers. What comes after an erasure is not what it names.
    IF v_results[i] IN ('applied', 'repeated') AND v_read[i] ? 'erases' THEN
      PERFORM erase_ops(p_workstation, clock_of(v_read[i]),
        ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(v_read[i] -> 'erases')
               WHERE value::bigint < v_sequences[i]));
    END IF;
  END LOOP;

  UPDATE workstation SET last_sequence = v_seat.last_sequence, last_hash = v_seat.last_hash,
                         last_xid = pg_current_xact_id(), seen_at = now()
   WHERE workstation = p_workstation;
  RETURN jsonb_strip_nulls(jsonb_build_object(
    'acked', v_seat.last_sequence, 'xid', pg_current_xact_id()::text,
    'exceptions', v_exceptions, 'stopped', v_stop));
END $$;

-- Of a primary only: a standby does not know it while it follows.
-- These four name what they read in full, for a path of their own would cost more than they do.
CREATE FUNCTION current_timeline() RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer;
END $$;

-- How far everything reaches that the caller's snapshot could show: the timeline and the place in
-- its log, as hex digits that sort. Called after the rows are read.
CREATE FUNCTION position_now() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_timeline integer;
  v_at pg_lsn;
BEGIN
  IF pg_is_in_recovery() THEN
    SELECT max(timeline) INTO v_timeline FROM yingda.succession;
    v_at := pg_last_wal_replay_lsn();
  ELSE
    v_timeline := yingda.current_timeline();
    v_at := pg_current_wal_flush_lsn();
  END IF;
  RETURN lpad(to_hex(coalesce(v_timeline, 1)), 8, '0')
         || lpad(to_hex((v_at - '0/0'::pg_lsn)::bigint), 16, '0');
END $$;

-- How old a standby's newest transaction is, in milliseconds; a floor at work is never without one
-- for long, since every heartbeat is one. NULL on a primary.
CREATE FUNCTION standby_age() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF NOT pg_is_in_recovery() THEN RETURN NULL; END IF;
  RETURN greatest(0, extract(epoch FROM clock_timestamp() - coalesce(
    pg_last_xact_replay_timestamp(), pg_postmaster_start_time())) * 1000)::bigint;
END $$;

-- The body of a page's mark: where to go on, how far the page could see, and a standby's age.
CREATE FUNCTION mark_of(p_next text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF pg_is_in_recovery() THEN
    RETURN concat_ws(' ', p_next, yingda.position_now(), yingda.standby_age());
  END IF;
  RETURN p_next || ' ' || yingda.position_now();
END $$;

-- What a page of changes consists of: the transaction that fills it (NULL: all that is complete
-- fits) and which of the tables have something, so that the others need not be asked. With it, since
-- each question costs more than its answer, of which life of the database, for which sites and rights.
CREATE FUNCTION page_of(p_cursor xid8, p_ceiling xid8, p_limit integer, OUT epoch uuid,
    OUT sites uuid[], OUT rights text, OUT last_xid xid8, OUT entities bigint, OUT activities bigint,
    OUT conflicts bigint, OUT exits bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
SET search_path = yingda, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE v_login name;
BEGIN
  SELECT m.epoch, p.login, p.sites, rights_of(p),
    (SELECT count(*) FROM (SELECT FROM entity
      WHERE sync_xid >= p_cursor AND sync_xid < p_ceiling LIMIT p_limit) t),
    (SELECT count(*) FROM (SELECT FROM activity
      WHERE sync_xid >= p_cursor AND sync_xid < p_ceiling LIMIT p_limit) t),
    (SELECT count(*) FROM (SELECT FROM conflict
      WHERE sync_xid >= p_cursor AND sync_xid < p_ceiling LIMIT p_limit) t),
    (SELECT count(*) FROM (SELECT FROM scope_exit
      WHERE sync_xid >= p_cursor AND sync_xid < p_ceiling LIMIT p_limit) t)
    INTO epoch, v_login, sites, rights, entities, activities, conflicts, exits
    FROM meta m LEFT JOIN person p ON p.login = session_user AND p.is_active;
  IF v_login IS NULL THEN PERFORM me(); END IF;
  IF entities + activities + conflicts + exits < p_limit THEN RETURN; END IF;
  SELECT t.sync_xid INTO last_xid FROM (
    (SELECT sync_xid FROM entity WHERE sync_xid >= p_cursor AND sync_xid < p_ceiling
      ORDER BY sync_xid LIMIT p_limit)
    UNION ALL
    (SELECT sync_xid FROM activity WHERE sync_xid >= p_cursor AND sync_xid < p_ceiling
      ORDER BY sync_xid LIMIT p_limit)
    UNION ALL
    (SELECT sync_xid FROM conflict WHERE sync_xid >= p_cursor AND sync_xid < p_ceiling
      ORDER BY sync_xid LIMIT p_limit)
    UNION ALL
    (SELECT sync_xid FROM scope_exit WHERE sync_xid >= p_cursor AND sync_xid < p_ceiling
      ORDER BY sync_xid LIMIT p_limit)
  ) t ORDER BY t.sync_xid OFFSET p_limit - 1 LIMIT 1;
END $$;
GRANT EXECUTE ON FUNCTION mark_of(text), position_now(), current_timeline(), standby_age(),
  page_of(xid8, xid8, integer) TO yingda_owner;

-- Called by every greeting, on a primary: notes a new timeline, once. True when this server took
-- over from another and cannot say what it lacks, or when the caller has seen what it lacks.
CREATE FUNCTION lacks_what_was_seen(p_seen xid8, p_position text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_timeline integer := current_timeline();
  v_newest integer;
  v_seen_timeline integer;
  v_seen_at pg_lsn;
  v_added integer := 0;
BEGIN
  SELECT max(timeline) INTO v_newest FROM succession;
  IF v_newest IS NULL OR v_newest < v_timeline THEN
    -- Exact only in the server's first life after its promotion, when it followed by streaming.
    INSERT INTO succession VALUES (
      v_timeline,
      CASE WHEN pg_last_wal_receive_lsn() IS NULL THEN '0/0'::pg_lsn
           ELSE pg_last_wal_replay_lsn() END,
      pg_snapshot_xmax(pg_current_snapshot()))
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_added = ROW_COUNT;
    IF v_added = 1 AND v_newest IS NOT NULL AND pg_last_wal_receive_lsn() IS NULL THEN
      RETURN true;
    END IF;
  END IF;
  IF p_seen IS NULL OR p_seen = '0'::xid8 THEN RETURN false; END IF;
  -- Who does not say how far is taken at the worst.
  SELECT min(timeline) INTO v_seen_timeline FROM succession;
  v_seen_at := 'FFFFFFFF/FFFFFFFF';
  IF p_position ~ '^[0-9a-f]{24}$' THEN
    v_seen_timeline := ('x' || left(p_position, 8))::bit(32)::integer;
    v_seen_at := (substr(p_position, 9, 8) || '/' || right(p_position, 8))::pg_lsn;
  END IF;
  -- A copy of the whole machine that was put back has the same timeline, and less of it.
  RETURN v_seen_timeline > v_timeline
    OR (v_seen_timeline = v_timeline AND v_seen_at < 'FFFFFFFF/FFFFFFFF'
        AND v_seen_at > pg_current_wal_flush_lsn())
    OR EXISTS (
    SELECT 1 FROM succession s WHERE s.timeline > v_seen_timeline
       AND (v_seen_at > s.began_at OR p_seen > s.began_xid));
END $$;

-- Which floor this is, and where the seat stands; the latter only for people bound to the seat.
-- p_seen is the transaction that the caller has pulled up to under p_epoch, p_position how far its
-- pages could see: a primary that has not come so far was put back to an older state without
-- anybody saying so, and begins a new life.
CREATE FUNCTION hello(p_protocol integer, p_workstation uuid, p_epoch uuid, p_seen xid8,
    p_position text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_meta meta;
  v_seat workstation;
  v_top xid8;
  v_position text;
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
  IF p_protocol > v_meta.protocol_max THEN
    RETURN jsonb_build_object('refused', 'server_old',
                              'min', v_meta.protocol_min, 'max', v_meta.protocol_max);
  END IF;
  IF NOT pg_is_in_recovery() THEN
    IF lacks_what_was_seen(CASE WHEN p_epoch = v_meta.epoch THEN p_seen END, p_position)
       OR (p_epoch = v_meta.epoch AND p_seen > pg_snapshot_xmax(pg_current_snapshot())) THEN
      UPDATE meta SET epoch = gen_random_uuid() WHERE epoch = v_meta.epoch;
      SELECT epoch INTO v_meta.epoch FROM meta;
    END IF;
    -- What this seat has seen is part of this timeline, too.
    v_position := CASE WHEN p_epoch = v_meta.epoch AND p_position ~ '^[0-9a-f]{24}$'
      THEN lpad(to_hex(current_timeline()), 8, '0') || right(p_position, 16)
      ELSE position_now() END;
  END IF;
  SELECT * INTO v_seat FROM workstation s
   WHERE s.workstation = p_workstation
     AND EXISTS (SELECT 1 FROM workstation_agent w
                  WHERE w.workstation = p_workstation AND w.login = v_me.login);
  -- Who is too old is told so, and all that sending needs: operations are always taken.
  RETURN jsonb_strip_nulls(jsonb_build_object(
    'refused', CASE WHEN p_protocol < v_meta.protocol_min THEN 'client_old' END,
    'epoch', v_meta.epoch, 'company', v_meta.company,
    'min', v_meta.protocol_min, 'max', v_meta.protocol_max,
    'agent', v_me.agent, 'role', v_me.role, 'sites', to_jsonb(v_me.sites),
    'rights', rights_of(v_me),
    'code', v_seat.code, 'lastSequence', v_seat.last_sequence,
    'lastHash', encode(v_seat.last_hash, 'hex'), 'lastXid', v_seat.last_xid::text,
    'exceptions', (SELECT jsonb_agg(jsonb_build_object('s', x.sequence, 'r', x.result,
                                                       'why', x.reason))
                     FROM (SELECT o.sequence, o.result, o.reason FROM op o
                            WHERE o.workstation = v_seat.workstation
                              AND o.result IN ('rejected', 'parked')
                            ORDER BY o.sequence DESC LIMIT 1000) x),
    'ceiling', pg_snapshot_xmin(pg_current_snapshot())::text,
    'isStandby', pg_is_in_recovery(), 'standbyMs', standby_age(), 'position', v_position,
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

-- Takes a seat in that goes on for another, whose identity two stores had. Whoever is bound to that
-- one is bound here, too: what they wrote and nobody sent yet comes from here. The former seat's secret
-- proves that the caller had it; it stays what it is, for the other store.
CREATE FUNCTION succeed(p_workstation uuid, p_secret bytea, p_label text, p_former uuid,
    p_former_secret bytea) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_answer jsonb;
BEGIN
  IF NOT EXISTS (
       SELECT 1 FROM workstation w JOIN workstation_agent a ON a.workstation = w.workstation
        WHERE w.workstation = p_former AND w.secret_hash = sha256(p_former_secret)
          AND a.login = v_me.login) THEN
    RETURN jsonb_build_object('refused', 'workstation');
  END IF;
  v_answer := enrol(p_workstation, p_secret, p_label, '{}');
  IF v_answer ? 'refused' THEN RETURN v_answer; END IF;
  INSERT INTO workstation_agent(workstation, agent, login)
  SELECT p_workstation, a.agent, a.login FROM workstation_agent a WHERE a.workstation = p_former
  ON CONFLICT DO NOTHING;
  RETURN v_answer;
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
-- The last row is the mark: its body begins with the next cursor, its version 1 when nothing newer is
-- complete yet; or its kind says 'epoch', when cursor or epoch are not of this server, and there is
-- no other row. STABLE, so that all of a page is one snapshot.
CREATE FUNCTION pull(p_epoch uuid, p_cursor xid8, p_limit integer, p_rights text DEFAULT NULL)
RETURNS TABLE(what text, kind text, id uuid, version bigint, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
-- Hundreds ask this at each ring: planning it anew would be half of its work, and the plan is always
-- the index of sync_xid.
SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
SET search_path = yingda, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_limit integer := least(greatest(coalesce(p_limit, 1), 1), 5000);
  v_ceiling xid8 := pg_snapshot_xmin(pg_current_snapshot());
  v_page record := page_of(p_cursor, v_ceiling, v_limit);
  v_next xid8;
  v_is_whole boolean;
BEGIN
  -- A standby may be behind a cursor that the primary gave; a primary is never.
  IF p_epoch IS DISTINCT FROM v_page.epoch OR p_cursor IS NULL
     OR (NOT pg_is_in_recovery() AND p_cursor > pg_snapshot_xmax(pg_current_snapshot())) THEN
    RETURN QUERY SELECT 'mark', 'epoch', NULL::uuid, 0::bigint, '';
    RETURN;
  END IF;
  IF p_rights <> v_page.rights THEN
    RETURN QUERY SELECT 'mark', 'rights', NULL::uuid, 0::bigint, '';
    RETURN;
  END IF;
  v_is_whole := v_page.last_xid IS NULL;
  v_next := CASE WHEN v_is_whole THEN greatest(v_ceiling, p_cursor)
                 ELSE (v_page.last_xid::text::numeric + 1)::text::xid8 END;
  IF v_page.entities > 0 THEN
    RETURN QUERY
      SELECT 'entity', e.kind, e.id, e.row_version, e.body::text FROM entity e
       WHERE e.sync_xid >= p_cursor AND e.sync_xid < v_next AND sees(v_page.sites, e.site);
  END IF;
  IF v_page.activities > 0 THEN
    RETURN QUERY
      SELECT 'activity', a.content ->> 'k', a.id, a.is_void::integer::bigint, a.content::text
        FROM activity a
       WHERE a.sync_xid >= p_cursor AND a.sync_xid < v_next AND sees(v_page.sites, a.site);
  END IF;
  IF v_page.conflicts > 0 THEN
    RETURN QUERY
      SELECT 'conflict', c.kind, c.id, c.sequence, conflict_body(c)::text FROM conflict c
       WHERE c.sync_xid >= p_cursor AND c.sync_xid < v_next AND sees(v_page.sites, c.site);
  END IF;
  IF v_page.exits > 0 THEN
    -- Whoever sees the row where it is now does not forget it.
    RETURN QUERY
      SELECT DISTINCT 'exit', x.kind, x.id, 0::bigint, '{}' FROM scope_exit x
       WHERE x.sync_xid >= p_cursor AND x.sync_xid < v_next AND sees(v_page.sites, x.site)
         AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.kind = x.kind AND e.id = x.id
                          AND sees(v_page.sites, e.site));
  END IF;
  RETURN QUERY SELECT 'mark', '', NULL::uuid, v_is_whole::integer::bigint,
                      mark_of(v_next::text);
END $$;

-- A page of everything, for a new workstation: one kind in the order of ids, or tickets whole.
-- Parts: the name of a kind; 'open' and 'ticket' bring text and activities with each ticket;
-- 'conflict' the values that lost.
CREATE FUNCTION hydrate(p_epoch uuid, p_part text, p_after uuid, p_limit integer,
    p_rights text DEFAULT NULL)
RETURNS TABLE(what text, kind text, id uuid, version bigint, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET jit = off
SET search_path = yingda, pg_catalog, pg_temp AS $$
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
  IF p_rights <> rights_of(v_me) THEN
    RETURN QUERY SELECT 'mark', 'rights', NULL::uuid, 0::bigint, '';
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
                      (cardinality(v_ids) < v_limit)::integer::bigint, mark_of('0');
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

GRANT EXECUTE ON FUNCTION pull(uuid, xid8, integer, text),
  hydrate(uuid, text, uuid, integer, text),
  beat(uuid, jsonb) TO yingda_people;
SET LOCAL ROLE yingda_engine;
GRANT EXECUTE ON FUNCTION hello(integer, uuid, uuid, xid8, text), enrol(uuid, bytea, text, uuid[]),
  succeed(uuid, bytea, text, uuid, bytea),
  apply_ops(uuid, uuid, jsonb, text, text) TO yingda_people;
