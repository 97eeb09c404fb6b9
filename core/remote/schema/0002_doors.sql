-- SPDX-License-Identifier: GPL-3.0-or-later
-- The doors: all that a client can do. Each knows its caller by session_user, which no client
-- chooses, and looks nothing up by a search path that a client sets.

CREATE FUNCTION me() RETURNS person LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE found person;
BEGIN
  SELECT * INTO found FROM person WHERE login = session_user AND is_active;
  IF found.login IS NULL THEN
    RAISE EXCEPTION 'nobody is known here by the login %', session_user USING ERRCODE = 'YD010';
  END IF;
  RETURN found;
END $$;

-- True when the caller's sites include it; what belongs to no site is everybody's.
CREATE FUNCTION sees(p_sites uuid[], p_site uuid) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_site IS NULL OR p_sites IS NULL OR p_site = ANY (p_sites)
$$;

CREATE FUNCTION try_uuid(p_text text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN p_text::uuid END
$$;

-- Where a thing belongs, from its own fields or from what it hangs on.
CREATE FUNCTION site_of(p_kind text, p_id uuid, p_body jsonb) RETURNS uuid LANGUAGE plpgsql STABLE
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE found uuid;
BEGIN
  IF p_kind = 'community' THEN RETURN p_id; END IF;
  IF p_body ? 'community' THEN RETURN try_uuid(p_body ->> 'community'); END IF;
  IF p_kind = 'ticket_text' THEN
    SELECT site INTO found FROM entity WHERE kind = 'ticket' AND id = p_id;
  ELSIF p_body ? 'household' THEN
    SELECT site INTO found FROM entity
      WHERE kind = 'household' AND id = try_uuid(p_body ->> 'household');
  END IF;
  RETURN found;
END $$;

CREATE FUNCTION keep_conflict(p_workstation uuid, p_sequence bigint, p_kind text, p_id uuid,
    p_site uuid, p_field text, p_kept jsonb, p_lost jsonb, p_kept_by uuid, p_lost_by uuid)
RETURNS void LANGUAGE sql SET search_path = yingda, pg_catalog, pg_temp AS $$
  INSERT INTO conflict(id, kind, entity, site, field, kept, lost, kept_by, lost_by, workstation,
                       sequence)
  VALUES (md5(p_workstation::text || p_sequence || p_kind || p_id || p_field)::uuid, p_kind, p_id,
          p_site, p_field, p_kept, p_lost, p_kept_by, p_lost_by, p_workstation, p_sequence)
  ON CONFLICT (id) DO NOTHING
$$;

-- Two edits of one text, each taken as one replaced run of lines of the base. NULL: they overlap.
CREATE FUNCTION merge_lines(p_base text, p_ours text, p_theirs text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  base text[] := string_to_array(p_base, E'\n');
  ours text[] := string_to_array(p_ours, E'\n');
  theirs text[] := string_to_array(p_theirs, E'\n');
  n integer := coalesce(cardinality(base), 0);
  head_o integer := 0; tail_o integer := 0;
  head_t integer := 0; tail_t integer := 0;
  no integer := coalesce(cardinality(ours), 0);
  nt integer := coalesce(cardinality(theirs), 0);
BEGIN
  WHILE head_o < least(n, no) AND base[head_o + 1] = ours[head_o + 1] LOOP
    head_o := head_o + 1;
  END LOOP;
  WHILE tail_o < least(n, no) - head_o AND base[n - tail_o] = ours[no - tail_o] LOOP
    tail_o := tail_o + 1;
  END LOOP;
  WHILE head_t < least(n, nt) AND base[head_t + 1] = theirs[head_t + 1] LOOP
    head_t := head_t + 1;
  END LOOP;
  WHILE tail_t < least(n, nt) - head_t AND base[n - tail_t] = theirs[nt - tail_t] LOOP
    tail_t := tail_t + 1;
  END LOOP;
  -- Runs that touch are an overlap: nobody could say which comes first.
  IF n - tail_o < head_t THEN
    RETURN array_to_string(ours[1:no - tail_o] || base[n - tail_o + 1:head_t]
                           || theirs[head_t + 1:nt], E'\n');
  ELSIF n - tail_t < head_o THEN
    RETURN array_to_string(theirs[1:nt - tail_t] || base[n - tail_t + 1:head_o]
                           || ours[head_o + 1:no], E'\n');
  END IF;
  RETURN NULL;
END $$;

-- Merges one change into its row by the field rules. Returns the names of what lost.
CREATE FUNCTION merge_entity(p_workstation uuid, p_sequence bigint, p_hlc bigint, p_by uuid,
    p_same_epoch boolean, p_sites uuid[], p_change jsonb)
RETURNS text[] LANGUAGE plpgsql SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_kind text := p_change ->> 'k';
  v_id uuid := try_uuid(p_change ->> 'i');
  v_base bigint := CASE WHEN p_same_epoch THEN coalesce((p_change ->> 'b')::bigint, 0) ELSE 0 END;
  v_row entity;
  v_next bigint;
  v_body jsonb;
  v_versions jsonb;
  v_lost text[] := '{}';
  v_version jsonb;
  v_current jsonb;
  v_merged text;
  v_is_newer boolean;
  v_group_newer boolean := true;
  v_group jsonb := '{}';
  v_stamp jsonb;
  v_pair integer[];
  v_pair_now integer[];
  r record;
BEGIN
  IF v_kind IS NULL OR v_id IS NULL OR jsonb_typeof(p_change -> 'f') <> 'object' THEN
    RAISE EXCEPTION 'a change without kind, id or fields' USING ERRCODE = 'YD020';
  END IF;
  SELECT * INTO v_row FROM entity WHERE kind = v_kind AND id = v_id FOR UPDATE;
  v_body := coalesce(v_row.body, '{}');
  v_versions := coalesce(v_row.versions, '{}');
  v_next := coalesce(v_row.row_version, 0) + 1;
  v_stamp := jsonb_build_array(p_hlc::text, p_workstation, v_next);

  FOR r IN
    SELECT f.key AS field, f.value AS value, coalesce(x.merge, 'last_writer') AS merge
      FROM jsonb_each(p_change -> 'f') f
      LEFT JOIN field_rule x ON x.kind = v_kind AND x.field = f.key
     ORDER BY f.key COLLATE "C"
  LOOP
    v_version := v_versions -> r.field;
    v_current := coalesce(v_body -> r.field, 'null');
    v_is_newer := v_version IS NULL OR (v_version ->> 2)::bigint <= v_base
                  OR (v_version ->> 1)::uuid = p_workstation;
    IF r.merge = 'lattice' THEN
      CONTINUE;
    ELSIF r.merge = 'coupled' THEN
      v_group := v_group || jsonb_build_object(r.field, r.value);
      v_group_newer := v_group_newer AND v_is_newer;
    ELSIF v_current = r.value THEN
      CONTINUE;
    ELSIF r.merge = 'write_once' THEN
      IF v_version IS NULL THEN
        v_body := v_body || jsonb_build_object(r.field, r.value);
        v_versions := v_versions || jsonb_build_object(r.field, v_stamp);
      ELSE
        PERFORM keep_conflict(p_workstation, p_sequence, v_kind, v_id, v_row.site, r.field,
                              v_current, r.value, (v_version ->> 1)::uuid, p_workstation);
        v_lost := v_lost || r.field;
      END IF;
    ELSE
      v_merged := NULL;
      IF NOT v_is_newer AND r.merge = 'text' AND p_change -> 'o' ? r.field THEN
        v_merged := merge_lines(p_change -> 'o' ->> r.field, r.value #>> '{}', v_current #>> '{}');
      END IF;
      IF v_merged IS NOT NULL THEN
        v_body := v_body || jsonb_build_object(r.field, v_merged);
        v_versions := v_versions || jsonb_build_object(r.field, v_stamp);
      ELSIF v_is_newer THEN
        v_body := v_body || jsonb_build_object(r.field, r.value);
        v_versions := v_versions || jsonb_build_object(r.field, v_stamp);
      ELSIF (p_hlc, p_workstation) > ((v_version ->> 0)::bigint, (v_version ->> 1)::uuid) THEN
        PERFORM keep_conflict(p_workstation, p_sequence, v_kind, v_id, v_row.site, r.field,
                              r.value, v_current, p_workstation, (v_version ->> 1)::uuid);
        v_body := v_body || jsonb_build_object(r.field, r.value);
        v_versions := v_versions || jsonb_build_object(r.field, v_stamp);
      ELSE
        PERFORM keep_conflict(p_workstation, p_sequence, v_kind, v_id, v_row.site, r.field,
                              v_current, r.value, (v_version ->> 1)::uuid, p_workstation);
        v_lost := v_lost || r.field;
      END IF;
    END IF;
  END LOOP;

  -- Holder and department move together: whoever saw the newest holder, or came first, has them.
  IF v_group <> '{}' AND NOT v_body @> v_group THEN
    IF v_group_newer THEN
      v_body := v_body || v_group;
      FOR r IN SELECT jsonb_object_keys(v_group) AS field LOOP
        v_versions := v_versions || jsonb_build_object(r.field, v_stamp);
      END LOOP;
    ELSE
      PERFORM keep_conflict(p_workstation, p_sequence, v_kind, v_id, v_row.site, 'holder',
        (SELECT coalesce(jsonb_object_agg(g.key, coalesce(v_body -> g.key, 'null')), '{}')
           FROM jsonb_each(v_group) g),
        v_group, (v_versions -> 'holder' ->> 1)::uuid, p_workstation);
      v_lost := v_lost || 'holder'::text;
    END IF;
  END IF;

  -- A stage never goes back, except into a new cycle.
  IF p_change -> 'f' ?| ARRAY['stage', 'cycle'] THEN
    v_pair_now := ARRAY[coalesce((v_body ->> 'cycle')::integer, 0),
                        coalesce((v_body ->> 'stage')::integer, -1)];
    v_pair := ARRAY[coalesce((p_change -> 'f' ->> 'cycle')::integer, v_pair_now[1]),
                    coalesce((p_change -> 'f' ->> 'stage')::integer, v_pair_now[2])];
    IF v_pair > v_pair_now THEN
      v_body := v_body || jsonb_build_object('cycle', v_pair[1], 'stage', v_pair[2]);
      v_versions := v_versions || jsonb_build_object('cycle', v_stamp, 'stage', v_stamp);
    ELSIF v_pair < v_pair_now THEN
      v_lost := v_lost || 'stage'::text;
    END IF;
  END IF;

  IF v_row.id IS NULL THEN
    INSERT INTO entity(kind, id, site, body, versions, row_version)
    VALUES (v_kind, v_id, site_of(v_kind, v_id, v_body), v_body, v_versions, 1);
  ELSE
    -- Also when nothing changed: what lost must be taken back where it was shown.
    UPDATE entity SET body = v_body, versions = v_versions, row_version = v_next,
                      site = coalesce(site_of(v_kind, v_id, v_body), site)
     WHERE kind = v_kind AND id = v_id;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM entity e WHERE e.kind = v_kind AND e.id = v_id
                  AND sees(p_sites, e.site)) THEN
    RAISE EXCEPTION 'the row belongs to another site' USING ERRCODE = 'YD021';
  END IF;
  RETURN v_lost;
END $$;

-- What hangs on a ticket or a household follows it to its site.
CREATE FUNCTION follow_site(p_kind text, p_id uuid) RETURNS void LANGUAGE plpgsql
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE v_site uuid;
BEGIN
  SELECT site INTO v_site FROM entity WHERE kind = p_kind AND id = p_id;
  IF p_kind = 'ticket' THEN
    UPDATE entity SET site = v_site
     WHERE kind = 'ticket_text' AND id = p_id AND site IS DISTINCT FROM v_site;
    UPDATE activity SET site = v_site WHERE ticket = p_id AND site IS DISTINCT FROM v_site;
  ELSIF p_kind = 'household' THEN
    UPDATE entity SET site = v_site
     WHERE kind IN ('person', 'contact_point', 'welfare') AND body ->> 'household' = p_id::text
       AND site IS DISTINCT FROM v_site;
  END IF;
END $$;

CREATE FUNCTION apply_payload(p_workstation uuid, p_sequence bigint, p_header jsonb,
    p_same_epoch boolean, p_sites uuid[], p_payload jsonb)
RETURNS void LANGUAGE plpgsql SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_hlc bigint := (p_header ->> 'hlc')::bigint;
  v_by uuid := (p_header ->> 'by')::uuid;
  v_lost text[] := '{}';
  v_ticket uuid;
  v_site uuid;
  r record;
BEGIN
  FOR r IN
    SELECT c.value AS change, c.value ->> 'k' AS kind, try_uuid(c.value ->> 'i') AS id
      FROM jsonb_array_elements(coalesce(p_payload -> 'f', '[]')) WITH ORDINALITY c(value, n)
     -- What others hang on comes first, so that they find its site.
     ORDER BY CASE c.value ->> 'k' WHEN 'community' THEN 0 WHEN 'household' THEN 1
                                   WHEN 'ticket' THEN 1 ELSE 2 END, c.n
  LOOP
    -- A secret has no place on a server, whoever sends it.
    CONTINUE WHEN r.kind = 'agent_secret';
    v_lost := v_lost || merge_entity(p_workstation, p_sequence, v_hlc, v_by, p_same_epoch, p_sites,
                                     r.change);
    IF r.kind IN ('ticket', 'household') THEN PERFORM follow_site(r.kind, r.id); END IF;
  END LOOP;
  FOR r IN SELECT value AS content FROM jsonb_array_elements(coalesce(p_payload -> 'a', '[]')) LOOP
    v_ticket := try_uuid(r.content ->> 't');
    IF v_ticket IS NULL OR try_uuid(r.content ->> 'i') IS NULL THEN
      RAISE EXCEPTION 'an activity without id or ticket' USING ERRCODE = 'YD020';
    END IF;
    -- The ticket may still be on another seat's way to us: a stub keeps the place.
    INSERT INTO entity(kind, id) VALUES ('ticket', v_ticket) ON CONFLICT DO NOTHING;
    SELECT site INTO v_site FROM entity WHERE kind = 'ticket' AND id = v_ticket;
    IF NOT FOUND OR NOT sees(p_sites, v_site) THEN
      RAISE EXCEPTION 'the ticket belongs to another site' USING ERRCODE = 'YD021';
    END IF;
    INSERT INTO activity(id, ticket, site, workstation, sequence, hlc, content, is_void)
    VALUES (try_uuid(r.content ->> 'i'), v_ticket, v_site, p_workstation, p_sequence, v_hlc,
            r.content, (r.content ->> 'k') = ANY (v_lost))
    ON CONFLICT (id) DO NOTHING;
  END LOOP;
END $$;

-- Makes every row that a refused operation names come back to its author as it really is.
CREATE FUNCTION send_back(p_payload jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE r record;
BEGIN
  FOR r IN SELECT DISTINCT value ->> 'k' AS kind, try_uuid(value ->> 'i') AS id
             FROM jsonb_array_elements(coalesce(p_payload -> 'f', '[]')) LOOP
    UPDATE entity SET row_version = row_version + 1 WHERE kind = r.kind AND id = r.id;
    IF NOT FOUND AND r.id IS NOT NULL AND r.kind IS NOT NULL THEN
      INSERT INTO scope_exit(kind, id) VALUES (r.kind, r.id);
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION apply_ops(p_workstation uuid, p_epoch uuid, p_operations jsonb,
    p_reject text DEFAULT NULL)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_seat workstation;
  v_epoch uuid;
  v_min integer;
  v_header jsonb;
  v_header_bytes bytea;
  v_payload jsonb;
  v_commitment bytea;
  v_hash bytea;
  v_known bytea;
  v_result text;
  v_reason text;
  v_exceptions jsonb := '[]';
  v_sequence bigint;
  v_stop text;
  r record;
BEGIN
  SELECT epoch, protocol_min INTO v_epoch, v_min FROM meta;
  IF p_epoch IS DISTINCT FROM v_epoch THEN
    RETURN jsonb_build_object('refused', 'epoch', 'epoch', v_epoch);
  END IF;
  IF jsonb_array_length(p_operations) > 100
     OR (p_reject IS NOT NULL AND jsonb_array_length(p_operations) <> 1) THEN
    RETURN jsonb_build_object('refused', 'batch');
  END IF;
  SELECT * INTO v_seat FROM workstation WHERE workstation = p_workstation FOR UPDATE;
  IF v_seat.workstation IS NULL OR NOT EXISTS (
       SELECT 1 FROM workstation_agent w
        WHERE w.workstation = p_workstation AND w.login = v_me.login) THEN
    RETURN jsonb_build_object('refused', 'workstation');
  END IF;
  IF v_me.role = 'reader' THEN RETURN jsonb_build_object('refused', 'role'); END IF;

  FOR r IN SELECT value AS op FROM jsonb_array_elements(p_operations) LOOP
    v_sequence := (r.op ->> 's')::bigint;
    v_header_bytes := convert_to(r.op ->> 'h', 'UTF8');
    v_commitment := decode(r.op ->> 'c', 'hex');
    IF r.op ->> 'p' IS NOT NULL AND v_commitment IS DISTINCT FROM
       sha256(decode(r.op ->> 'z', 'hex') || convert_to(r.op ->> 'p', 'UTF8')) THEN
      v_stop := 'chain'; EXIT;
    END IF;
    IF v_sequence <= v_seat.last_sequence THEN
      SELECT hash INTO v_known FROM op WHERE workstation = p_workstation AND sequence = v_sequence;
      -- The same place with another content: two computers use one seat's identity.
      IF v_known IS DISTINCT FROM decode(r.op ->> 'x', 'hex') THEN v_stop := 'clone'; EXIT; END IF;
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

    v_result := 'applied';
    v_reason := NULL;
    IF r.op ->> 'p' IS NULL THEN
      v_result := 'withheld';
    ELSIF p_reject IS NOT NULL THEN
      v_result := 'rejected';
      v_reason := left(p_reject, 200);
    ELSIF (v_header ->> 'kv')::integer > 1 THEN
      v_result := 'parked';
      v_reason := 'version';
    ELSIF NOT EXISTS (SELECT 1 FROM workstation_agent w
                       WHERE w.workstation = p_workstation
                         AND w.agent = try_uuid(v_header ->> 'by')) THEN
      v_result := 'rejected';
      v_reason := 'author';
    END IF;
    IF v_result = 'applied' THEN
      v_payload := (r.op ->> 'p')::jsonb;
      PERFORM apply_payload(p_workstation, v_sequence, v_header,
                            coalesce(r.op ->> 'e', v_epoch::text) = v_epoch::text, v_me.sites,
                            v_payload);
    ELSIF v_result = 'rejected' AND p_reject IS DISTINCT FROM 'unreadable' THEN
      PERFORM send_back((r.op ->> 'p')::jsonb);
    END IF;
    IF v_header ? 'erases' THEN
      UPDATE op SET salt = NULL, payload = NULL
       WHERE workstation = p_workstation
         AND sequence IN (SELECT value::bigint
                            FROM jsonb_array_elements_text(v_header -> 'erases'));
    END IF;
    INSERT INTO op(workstation, sequence, header, commitment, hash, salt, payload, result, reason,
                   login)
    VALUES (p_workstation, v_sequence, v_header_bytes, v_commitment, v_hash,
            decode(r.op ->> 'z', 'hex'), convert_to(r.op ->> 'p', 'UTF8'), v_result, v_reason,
            v_me.login);
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

CREATE FUNCTION hello(p_protocol integer, p_workstation uuid) RETURNS jsonb
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
  SELECT * INTO v_seat FROM workstation WHERE workstation = p_workstation;
  RETURN jsonb_strip_nulls(jsonb_build_object(
    'epoch', v_meta.epoch, 'company', v_meta.company,
    'min', v_meta.protocol_min, 'max', v_meta.protocol_max,
    'agent', v_me.agent, 'role', v_me.role, 'sites', to_jsonb(v_me.sites),
    'code', v_seat.code, 'lastSequence', v_seat.last_sequence,
    'lastHash', encode(v_seat.last_hash, 'hex'), 'lastXid', v_seat.last_xid::text,
    'ceiling', pg_snapshot_xmin(pg_current_snapshot())::text,
    'isStandby', pg_is_in_recovery(),
    'serverMs', (extract(epoch FROM clock_timestamp()) * 1000)::bigint));
END $$;

-- Takes a seat in, once, and binds the local people named to the caller. Later calls bind more.
CREATE FUNCTION enrol(p_workstation uuid, p_label text, p_agents uuid[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_code integer;
  v_agent uuid;
BEGIN
  IF v_me.role = 'reader' THEN RETURN jsonb_build_object('refused', 'role'); END IF;
  PERFORM pg_advisory_xact_lock(hashtext('yingda.enrol'));
  SELECT code INTO v_code FROM workstation WHERE workstation = p_workstation;
  IF NOT FOUND THEN
    -- A code is given once and never again: its numbers are on paper somewhere.
    SELECT n INTO v_code FROM generate_series(100, 899) n
     WHERE n NOT IN (SELECT code FROM workstation WHERE code IS NOT NULL) ORDER BY n LIMIT 1;
    INSERT INTO workstation(workstation, code, label, enrolled_by)
    VALUES (p_workstation, v_code, left(p_label, 100), v_me.login);
  END IF;
  FOREACH v_agent IN ARRAY coalesce(p_agents, '{}') || v_me.agent LOOP
    -- Nobody speaks for a person whom the server knows by another login.
    IF EXISTS (SELECT 1 FROM person p WHERE p.agent = v_agent AND p.login <> v_me.login)
       OR EXISTS (SELECT 1 FROM workstation_agent w
                   WHERE w.agent = v_agent AND w.login <> v_me.login) THEN
      RETURN jsonb_build_object('refused', 'author', 'agent', v_agent);
    END IF;
    INSERT INTO workstation_agent(workstation, agent, login)
    VALUES (p_workstation, v_agent, v_me.login) ON CONFLICT DO NOTHING;
  END LOOP;
  RETURN jsonb_strip_nulls(jsonb_build_object('code', v_code));
END $$;

-- Every change in [cursor, next): whole transactions in their order. The last row is the mark:
-- its body is the next cursor, its version 1 when nothing newer is complete yet.
CREATE FUNCTION pull(p_epoch uuid, p_cursor xid8, p_limit integer)
RETURNS TABLE(what text, kind text, id uuid, version bigint, body text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_me person := me();
  v_ceiling xid8 := pg_snapshot_xmin(pg_current_snapshot());
  v_next xid8;
  v_last xid8;
  v_is_whole boolean;
BEGIN
  IF p_epoch IS DISTINCT FROM (SELECT epoch FROM meta) THEN
    RAISE EXCEPTION 'another epoch' USING ERRCODE = 'YD030';
  END IF;
  SELECT t.sync_xid INTO v_last FROM (
    (SELECT e.sync_xid FROM entity e WHERE e.sync_xid >= p_cursor AND e.sync_xid < v_ceiling
      ORDER BY e.sync_xid LIMIT p_limit)
    UNION ALL
    (SELECT a.sync_xid FROM activity a WHERE a.sync_xid >= p_cursor AND a.sync_xid < v_ceiling
      ORDER BY a.sync_xid LIMIT p_limit)
    UNION ALL
    (SELECT c.sync_xid FROM conflict c WHERE c.sync_xid >= p_cursor AND c.sync_xid < v_ceiling
      ORDER BY c.sync_xid LIMIT p_limit)
    UNION ALL
    (SELECT x.sync_xid FROM scope_exit x WHERE x.sync_xid >= p_cursor AND x.sync_xid < v_ceiling
      ORDER BY x.sync_xid LIMIT p_limit)
  ) t ORDER BY t.sync_xid OFFSET greatest(p_limit, 1) - 1 LIMIT 1;
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
    SELECT 'conflict', c.kind, c.id, c.sequence, jsonb_build_object('entity', c.entity,
             'field', c.field, 'kept', c.kept, 'lost', c.lost, 'keptBy', c.kept_by,
             'lostBy', c.lost_by, 'at', (extract(epoch FROM c.at_server) * 1000)::bigint)::text
      FROM conflict c
     WHERE c.sync_xid >= p_cursor AND c.sync_xid < v_next AND sees(v_me.sites, c.site);
  RETURN QUERY
    SELECT 'exit', x.kind, x.id, 0::bigint, '{}' FROM scope_exit x
     WHERE x.sync_xid >= p_cursor AND x.sync_xid < v_next
       AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.kind = x.kind AND e.id = x.id
                        AND sees(v_me.sites, e.site));
  RETURN QUERY SELECT 'mark', '', NULL::uuid, v_is_whole::integer::bigint, v_next::text;
END $$;

-- A page of everything, for a new workstation: one kind in the order of ids, or tickets whole.
-- Parts: the name of a kind; 'open' and 'ticket' bring text and activities with each ticket.
CREATE FUNCTION hydrate(p_epoch uuid, p_part text, p_after uuid, p_limit integer)
RETURNS TABLE(what text, kind text, id uuid, version bigint, body text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_me person := me();
  v_ids uuid[];
BEGIN
  IF p_epoch IS DISTINCT FROM (SELECT epoch FROM meta) THEN
    RAISE EXCEPTION 'another epoch' USING ERRCODE = 'YD030';
  END IF;
  IF p_part = 'open' THEN
    v_ids := ARRAY(SELECT e.id FROM entity e
                    WHERE e.kind = 'ticket' AND coalesce((e.body ->> 'stage')::integer, 0) < 5
                      AND e.id > p_after AND sees(v_me.sites, e.site) ORDER BY e.id LIMIT p_limit);
  ELSE
    v_ids := ARRAY(SELECT e.id FROM entity e
                    WHERE e.kind = p_part AND e.id > p_after AND sees(v_me.sites, e.site)
                    ORDER BY e.id LIMIT p_limit);
  END IF;
  RETURN QUERY
    SELECT 'entity', e.kind, e.id, e.row_version, e.body::text FROM entity e
     WHERE e.kind = CASE WHEN p_part = 'open' THEN 'ticket' ELSE p_part END AND e.id = ANY (v_ids);
  IF p_part IN ('open', 'ticket') THEN
    RETURN QUERY
      SELECT 'entity', e.kind, e.id, e.row_version, e.body::text FROM entity e
       WHERE e.kind = 'ticket_text' AND e.id = ANY (v_ids);
    RETURN QUERY
      SELECT 'activity', a.content ->> 'k', a.id, a.is_void::integer::bigint, a.content::text
        FROM activity a WHERE a.ticket = ANY (v_ids);
  END IF;
  RETURN QUERY SELECT 'mark', '', (SELECT max(x::text)::uuid FROM unnest(v_ids) x),
                      (cardinality(v_ids) < p_limit)::integer::bigint, '';
END $$;

-- I am here; who else is? Rows older than 20 s are nobody.
CREATE FUNCTION beat(p_workstation uuid, p_state text, p_ticket uuid, p_since_ms bigint)
RETURNS TABLE(workstation uuid, agent uuid, state text, ticket uuid, since_ms bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE v_me person := me();
BEGIN
  INSERT INTO presence AS p (workstation, agent, site, state, ticket, since)
  SELECT w.workstation, v_me.agent, NULL, left(p_state, 20), p_ticket,
         to_timestamp(p_since_ms / 1000.0)
    FROM workstation_agent w WHERE w.workstation = p_workstation AND w.login = v_me.login LIMIT 1
  ON CONFLICT (workstation) DO UPDATE
     SET agent = excluded.agent, state = excluded.state, ticket = excluded.ticket,
         since = excluded.since, seen_at = clock_timestamp();
  RETURN QUERY
    SELECT p.workstation, p.agent, p.state, p.ticket,
           (extract(epoch FROM p.since) * 1000)::bigint
      FROM presence p
     WHERE p.seen_at > clock_timestamp() - interval '20 seconds'
       AND p.workstation <> p_workstation
       AND (p.ticket IS NULL OR EXISTS (SELECT 1 FROM entity e WHERE e.kind = 'ticket'
              AND e.id = p.ticket AND sees(v_me.sites, e.site)));
END $$;

CREATE FUNCTION blob_put(p_sha256 bytea, p_size bigint, p_site uuid, p_number integer,
    p_content bytea)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_blob blob;
  v_chunks integer;
  v_whole bytea;
BEGIN
  IF v_me.role = 'reader' OR NOT sees(v_me.sites, p_site) THEN
    RETURN jsonb_build_object('refused', 'role');
  END IF;
  INSERT INTO blob(sha256, size, site, put_by) VALUES (p_sha256, p_size, p_site, v_me.login)
  ON CONFLICT (sha256) DO NOTHING;
  SELECT * INTO v_blob FROM blob WHERE sha256 = p_sha256 FOR UPDATE;
  IF v_blob.size <> p_size THEN RETURN jsonb_build_object('refused', 'size'); END IF;
  IF NOT v_blob.is_complete AND p_content IS NOT NULL THEN
    INSERT INTO blob_chunk(sha256, number, content) VALUES (p_sha256, p_number, p_content)
    ON CONFLICT (sha256, number) DO UPDATE SET content = excluded.content;
    SELECT count(*), CASE WHEN sum(length(content)) = p_size THEN
             sha256(coalesce(string_agg(content, ''::bytea ORDER BY number), '')) END
      INTO v_chunks, v_whole FROM blob_chunk WHERE sha256 = p_sha256;
    IF v_whole IS NOT NULL THEN
      IF v_whole = p_sha256 THEN
        UPDATE blob SET is_complete = true WHERE sha256 = p_sha256;
        v_blob.is_complete := true;
      ELSE
        DELETE FROM blob_chunk WHERE sha256 = p_sha256;
        RETURN jsonb_build_object('refused', 'content');
      END IF;
    END IF;
  END IF;
  RETURN jsonb_build_object('complete', v_blob.is_complete, 'have', (
    SELECT coalesce(jsonb_agg(number ORDER BY number), '[]') FROM blob_chunk
     WHERE sha256 = p_sha256));
END $$;

CREATE FUNCTION blob_get(p_sha256 bytea, p_number integer) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_content bytea;
BEGIN
  SELECT c.content INTO v_content FROM blob b JOIN blob_chunk c USING (sha256)
   WHERE b.sha256 = p_sha256 AND c.number = p_number AND b.is_complete
     AND sees(v_me.sites, b.site);
  RETURN v_content;
END $$;

-- Nobody touches a table; people call the doors and nothing else.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA yingda FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hello(integer, uuid), enrol(uuid, text, uuid[]),
  apply_ops(uuid, uuid, jsonb, text), pull(uuid, xid8, integer),
  hydrate(uuid, text, uuid, integer), beat(uuid, text, uuid, bigint),
  blob_put(bytea, bigint, uuid, integer, bytea), blob_get(bytea, integer) TO yingda_people;
