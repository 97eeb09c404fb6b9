-- SPDX-License-Identifier: GPL-3.0-or-later
-- How operations meet: what they touch is locked, their fields are merged by rule, and what lost is
-- kept. Nothing here can be called from outside; all of it runs as the engine.
--
-- Order of locks, the same for everybody: (1) the seat's own row; (2) for a batch of many, its turn;
-- (3) the rows of the whole batch, as buckets in rising order (lock_rows); (4) rows, in any order,
-- because (3) has parted all who would meet there. What only reads a parent holds the parent's
-- bucket shared.
SET LOCAL ROLE yingda_engine;

CREATE FUNCTION try_jsonb(p_text text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN p_text::jsonb;
EXCEPTION WHEN data_exception OR statement_too_complex THEN
  RETURN NULL;
END $$;

-- The list under that key; empty when there is none or it is something else.
CREATE FUNCTION list_in(p_payload jsonb, p_key text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE jsonb_typeof(p_payload -> p_key) WHEN 'array' THEN p_payload -> p_key ELSE '[]' END
$$;

-- The operations that a standing value came from, as "workstation:sequence".
CREATE FUNCTION origins(p_version jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE jsonb_typeof(p_version -> 3)
    WHEN 'number' THEN ARRAY[(p_version ->> 1) || ':' || (p_version ->> 3)]
    WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(p_version -> 3))
    ELSE '{}' END
$$;

-- A batch of many operations meets another one in some bucket almost always, and while it waits there
-- it holds what a third waits for. When hundreds come back at once they queue here instead, one at a
-- time in the order of arrival, holding nothing that a colleague's save needs.
CREATE FUNCTION take_turn() RETURNS void LANGUAGE sql
SET search_path = yingda, pg_catalog, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtext('yingda.turn'), 0)
$$;

-- Rows that hang on one another share a lock: a ticket with its texts, activities and claim. 1,024 buckets,
-- so that a batch of bulk operations does not fill the server's table of locks.
--
-- The rows themselves are looked up one by one by their key: the planner expects lists of hundreds,
-- and would read whole tables for them. A sub-select in the order of its rows is what takes them.
CREATE FUNCTION lock_rows(p_payloads jsonb[]) RETURNS void LANGUAGE plpgsql
SET search_path = yingda, pg_catalog, pg_temp AS $$
BEGIN
  PERFORM CASE WHEN b.is_written THEN pg_advisory_xact_lock(hashtext('yingda.row'), b.bucket)
               ELSE pg_advisory_xact_lock_shared(hashtext('yingda.row'), b.bucket) END
    FROM (
      WITH change AS MATERIALIZED (
        SELECT c.value ->> 'k' AS kind, try_uuid(c.value ->> 'i') AS id, c.value -> 'f' AS f
          FROM unnest(p_payloads) p(value), jsonb_array_elements(list_in(p.value, 'f')) c),
      ticket AS MATERIALIZED (
        SELECT id FROM change WHERE kind IN ('ticket', 'ticket_text', 'claim')
        UNION
        SELECT try_uuid(a.value ->> 't') FROM unnest(p_payloads) p(value),
               jsonb_array_elements(list_in(p.value, 'a')) a),
      place AS (
        SELECT 'ticket:' || id AS name, true AS is_written FROM ticket
        UNION ALL
        SELECT kind || ':' || id, true FROM change
         WHERE kind NOT IN ('ticket', 'ticket_text', 'claim')
        UNION ALL
        SELECT 'household:' || (f ->> 'household'), false FROM change
        UNION ALL
        SELECT 'person:' || (f ->> 'person'), false FROM change WHERE kind = 'contact_point'
        UNION ALL
        SELECT 'ticket:' || (f ->> 'other'), false FROM change WHERE kind = 'tie'
        UNION ALL
        SELECT 'ticket:' || (f ->> 'ticket'), false FROM change WHERE kind = 'promise'
        UNION ALL
        SELECT 'household:' || (SELECT e.body ->> 'household' FROM entity e
                                 WHERE e.kind = c.kind AND e.id = c.id), false
          FROM change c WHERE c.kind NOT IN ('ticket', 'ticket_text', 'claim')
        UNION ALL
        SELECT 'household:' || (SELECT e.body ->> 'household' FROM entity e
                                 WHERE e.kind = 'ticket' AND e.id = t.id), false
          FROM ticket t)
      SELECT hashtext(name) & 1023 AS bucket, bool_or(is_written) AS is_written
        FROM place WHERE name IS NOT NULL GROUP BY 1 ORDER BY 1 OFFSET 0) b;
END $$;

-- All of them, for what may touch any row: an erasure, a replay.
CREATE FUNCTION lock_all_rows() RETURNS void LANGUAGE plpgsql
SET search_path = yingda, pg_catalog, pg_temp AS $$
BEGIN
  FOR bucket IN 0..1023 LOOP
    PERFORM pg_advisory_xact_lock(hashtext('yingda.row'), bucket);
  END LOOP;
END $$;

-- Where a thing belongs, from its own fields or from what it hangs on. The parent cannot move until
-- we are done.
CREATE FUNCTION site_of(p_kind text, p_id uuid, p_body jsonb) RETURNS uuid LANGUAGE plpgsql
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_site uuid;
  v_kind text;
  v_parent uuid;
BEGIN
  IF p_kind = 'community' THEN RETURN p_id; END IF;
  v_site := try_uuid(p_body ->> 'community');
  IF v_site IS NOT NULL THEN RETURN v_site; END IF;
  IF p_kind IN ('ticket_text', 'claim') THEN
    v_kind := 'ticket';
    v_parent := p_id;
  ELSIF p_kind = 'tie' THEN
    v_kind := 'ticket';
    v_parent := try_uuid(p_body ->> 'other');
  ELSIF p_kind = 'promise' THEN
    v_kind := 'ticket';
    v_parent := try_uuid(p_body ->> 'ticket');
  ELSIF p_body ->> 'household' IS NOT NULL THEN
    v_kind := 'household';
    v_parent := try_uuid(p_body ->> 'household');
  ELSIF p_kind = 'contact_point' THEN
    v_kind := 'person';
    v_parent := try_uuid(p_body ->> 'person');
  END IF;
  SELECT site INTO v_site FROM entity WHERE kind = v_kind AND id = v_parent FOR SHARE;
  RETURN v_site;
END $$;

-- What hangs on a ticket, a household or a person follows it to its site; so do the values that lost.
CREATE FUNCTION follow_site(p_kind text, p_id uuid, p_site uuid) RETURNS void LANGUAGE plpgsql
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE r record;
BEGIN
  UPDATE conflict SET site = p_site
   WHERE entity = p_id AND kind = p_kind AND site IS DISTINCT FROM p_site;
  IF p_kind = 'ticket' THEN
    FOR r IN UPDATE entity SET site = p_site
              WHERE kind IN ('ticket_text', 'claim') AND id = p_id AND site IS DISTINCT FROM p_site
             RETURNING kind, id LOOP
      PERFORM follow_site(r.kind, r.id, p_site);
    END LOOP;
    FOR r IN UPDATE entity SET site = p_site
              WHERE kind = 'tie' AND body ->> 'other' = p_id::text AND site IS DISTINCT FROM p_site
             RETURNING kind, id LOOP
      PERFORM follow_site(r.kind, r.id, p_site);
    END LOOP;
    FOR r IN UPDATE entity SET site = p_site
              WHERE kind = 'promise' AND body ->> 'ticket' = p_id::text
                AND site IS DISTINCT FROM p_site
             RETURNING kind, id LOOP
      PERFORM follow_site(r.kind, r.id, p_site);
    END LOOP;
    UPDATE activity SET site = p_site WHERE ticket = p_id AND site IS DISTINCT FROM p_site;
  ELSIF p_kind = 'household' THEN
    FOR r IN UPDATE entity SET site = p_site
              WHERE kind IN ('person', 'contact_point', 'welfare', 'ticket')
                AND body ->> 'household' = p_id::text
                AND (kind <> 'ticket' OR try_uuid(body ->> 'community') IS NULL)
                AND site IS DISTINCT FROM p_site
             RETURNING kind, id LOOP
      PERFORM follow_site(r.kind, r.id, p_site);
    END LOOP;
  ELSIF p_kind = 'person' THEN
    FOR r IN UPDATE entity SET site = p_site
              WHERE kind = 'contact_point' AND body ->> 'person' = p_id::text
                AND body ->> 'household' IS NULL AND site IS DISTINCT FROM p_site
             RETURNING kind, id LOOP
      PERFORM follow_site(r.kind, r.id, p_site);
    END LOOP;
  END IF;
END $$;

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

-- A value that lost, with whose it was and where both came from; the stamps are as in versions.
CREATE FUNCTION keep_conflict(p_workstation uuid, p_sequence bigint, p_kind text, p_id uuid,
    p_site uuid, p_field text, p_kept jsonb, p_lost jsonb, p_kept_stamp jsonb, p_lost_stamp jsonb)
RETURNS void LANGUAGE sql SET search_path = yingda, pg_catalog, pg_temp AS $$
  INSERT INTO conflict(id, kind, entity, site, field, kept, lost, kept_by, lost_by, kept_from,
                       lost_from, workstation, sequence)
  VALUES (md5(p_workstation::text || p_sequence || p_kind || p_id || p_field)::uuid, p_kind, p_id,
          p_site, p_field, p_kept, p_lost, (p_kept_stamp ->> 1)::uuid, (p_lost_stamp ->> 1)::uuid,
          origins(p_kept_stamp), origins(p_lost_stamp), p_workstation, p_sequence)
  ON CONFLICT (id) DO NOTHING
$$;

-- The change of a field that was displaced tells nothing any more: its record moves no clock.
CREATE FUNCTION void_records(p_ticket uuid, p_field text, p_origins text[]) RETURNS void
LANGUAGE sql SET search_path = yingda, pg_catalog, pg_temp AS $$
  UPDATE activity SET is_void = true
   WHERE ticket = p_ticket AND content ->> 'k' = p_field AND NOT is_void
     AND workstation || ':' || sequence = ANY (p_origins)
$$;

-- A claim moves by compare-and-set. Whoever asks has it when nobody holds it, when the lease ran out
-- by our clock, when it is one's own, or by force; who has it lets it go. Otherwise nothing changes.
-- A lease of an earlier life of this database keeps nobody off. The token rises with every holder.
CREATE FUNCTION claimed(p_body jsonb, p_wish jsonb, p_by text, p_workstation uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_now bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
  v_epoch text := (SELECT epoch::text FROM meta);
  v_is_forced boolean := coalesce(p_wish ->> 'force' = '1', false);
  v_is_own boolean := coalesce(p_body ->> 'agent' = p_by, false);
  v_is_held boolean := coalesce(p_body ->> 'agent' IS NOT NULL
    AND (p_body ->> 'until')::bigint > v_now AND p_body ->> 'epoch' = v_epoch, false);
BEGIN
  IF p_wish ->> 'agent' IS NULL THEN
    IF NOT v_is_own AND NOT v_is_forced THEN RETURN p_body; END IF;
    RETURN jsonb_build_object('agent', NULL, 'workstation', NULL, 'since', NULL, 'until', NULL,
      'token', coalesce((p_body ->> 'token')::bigint, 0) + CASE WHEN v_is_own THEN 0 ELSE 1 END,
      'epoch', NULL, 'reason', CASE WHEN NOT v_is_own THEN p_wish -> 'reason' END);
  END IF;
  IF v_is_held AND NOT v_is_own AND NOT v_is_forced THEN RETURN p_body; END IF;
  RETURN jsonb_build_object('agent', p_wish -> 'agent', 'workstation', p_workstation,
    'since', CASE WHEN v_is_own AND v_is_held THEN (p_body ->> 'since')::bigint ELSE v_now END,
    'until', v_now + 600000,
    'token', coalesce((p_body ->> 'token')::bigint, 0) + CASE WHEN v_is_own THEN 0 ELSE 1 END,
    'epoch', v_epoch,
    'reason', CASE WHEN v_is_forced AND NOT v_is_own THEN p_wish -> 'reason' END);
END $$;

-- Merges one change into its row by the field rules. Returns "id/field" of each field of a ticket
-- that lost; the values that lost are kept as conflicts.
--
-- A value is displaced without a conflict when its author had seen what stood (its row version is at
-- most the base) or wrote it at this seat. Otherwise the two are concurrent: texts are merged line by
-- line, else the later (clock, workstation) stands, whichever arrived first. What two wrote together
-- is nobody's, and so is concurrent to everybody until seen.
CREATE FUNCTION merge_entity(p_workstation uuid, p_sequence bigint, p_hlc bigint,
    p_epoch_holds boolean, p_sites uuid[], p_change jsonb)
RETURNS text[] LANGUAGE plpgsql SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_kind text := p_change ->> 'k';
  v_id uuid := try_uuid(p_change ->> 'i');
  v_base bigint := CASE WHEN p_epoch_holds THEN coalesce((p_change ->> 'b')::bigint, 0) ELSE 0 END;
  v_origin text := p_workstation || ':' || p_sequence;
  v_row entity;
  v_next bigint;
  v_body jsonb;
  v_versions jsonb;
  v_lost text[] := '{}';
  v_version jsonb;
  v_current jsonb;
  v_merged text;
  v_is_seen boolean;
  v_is_later boolean;
  v_site uuid;
  v_group jsonb := '{}';
  v_group_now jsonb := '{}';
  v_group_seen boolean := true;
  v_group_from text[] := '{}';
  v_group_by uuid;
  v_stamp jsonb;
  v_pair bigint[];
  v_pair_now bigint[];
  r record;
BEGIN
  SELECT * INTO v_row FROM entity WHERE kind = v_kind AND id = v_id FOR UPDATE;
  -- Before anything changes: to move a row to one's own site is not a way to get it.
  IF v_row.id IS NOT NULL AND NOT sees(p_sites, v_row.site) THEN
    RAISE EXCEPTION 'the row belongs to another site' USING ERRCODE = 'YD021';
  END IF;
  v_body := coalesce(v_row.body, '{}');
  v_versions := coalesce(v_row.versions, '{}');
  v_next := coalesce(v_row.row_version, 0) + 1;
  -- Nobody saw a version that does not exist yet.
  IF v_base >= v_next THEN v_base := 0; END IF;
  v_stamp := jsonb_build_array(p_hlc::text, p_workstation, v_next, p_sequence);

  IF v_kind = 'claim' THEN
    v_current := v_body -> 'agent';
    v_body := claimed(v_body, p_change -> 'f', p_change ->> 'by', p_workstation);
    IF v_body -> 'agent' IS DISTINCT FROM v_current THEN
      v_versions := v_versions || jsonb_build_object('agent', v_stamp);
    END IF;
  END IF;

  FOR r IN
    SELECT f.key AS field, f.value AS value, x.merge AS merge
      FROM jsonb_each(p_change -> 'f') f
      JOIN field_rule x ON x.kind = v_kind AND x.field = f.key AND x.merge <> 'claim'
     ORDER BY f.key COLLATE "C"
  LOOP
    v_version := v_versions -> r.field;
    v_current := coalesce(v_body -> r.field, 'null');
    v_is_seen := v_version IS NULL OR (v_version ->> 2)::bigint <= v_base
                 OR coalesce(v_version ->> 1 = p_workstation::text, false);
    v_is_later := v_version IS NULL OR (p_hlc, p_workstation)
      > ((v_version ->> 0)::bigint,
         coalesce((v_version ->> 1)::uuid, '00000000-0000-0000-0000-000000000000'));
    IF r.merge = 'lattice' THEN
      CONTINUE;
    ELSIF r.merge = 'coupled' THEN
      v_group := v_group || jsonb_build_object(r.field, r.value);
    ELSIF r.merge = 'write_once' THEN
      IF v_version IS NULL AND r.value <> 'null' THEN
        v_body := v_body || jsonb_build_object(r.field, r.value);
        v_versions := v_versions || jsonb_build_object(r.field, v_stamp);
      ELSIF v_version IS NOT NULL AND v_current <> r.value THEN
        PERFORM keep_conflict(p_workstation, p_sequence, v_kind, v_id, v_row.site, r.field,
                              v_current, r.value, v_version, v_stamp);
        v_lost := v_lost || (v_id || '/' || r.field);
      END IF;
    ELSIF v_version IS NOT NULL AND v_current = r.value THEN
      -- Equal is no conflict, and counts as written by the later of the two.
      v_versions := v_versions || jsonb_build_object(r.field, jsonb_build_array(
        CASE WHEN v_is_later THEN p_hlc::text ELSE v_version ->> 0 END,
        CASE WHEN v_is_later THEN to_jsonb(p_workstation) ELSE v_version -> 1 END,
        v_version -> 2, to_jsonb(origins(v_version) || v_origin)));
    ELSE
      v_merged := NULL;
      IF NOT v_is_seen AND r.merge = 'text' AND p_change -> 'o' ? r.field THEN
        v_merged := merge_lines(p_change -> 'o' ->> r.field, r.value #>> '{}', v_current #>> '{}');
      END IF;
      IF v_merged IS NOT NULL THEN
        v_body := v_body || jsonb_build_object(r.field, v_merged);
        v_versions := v_versions || jsonb_build_object(r.field, jsonb_build_array(
          greatest(p_hlc, (v_version ->> 0)::bigint)::text, NULL, v_next,
          to_jsonb(origins(v_version) || v_origin)));
        CONTINUE;
      END IF;
      IF NOT v_is_seen AND NOT v_is_later THEN
        PERFORM keep_conflict(p_workstation, p_sequence, v_kind, v_id, v_row.site, r.field,
                              v_current, r.value, v_version, v_stamp);
        v_lost := v_lost || (v_id || '/' || r.field);
        CONTINUE;
      END IF;
      IF NOT v_is_seen THEN
        PERFORM keep_conflict(p_workstation, p_sequence, v_kind, v_id, v_row.site, r.field,
                              r.value, v_current, v_stamp, v_version);
        IF v_kind = 'ticket' THEN PERFORM void_records(v_id, r.field, origins(v_version)); END IF;
      END IF;
      v_body := v_body || jsonb_build_object(r.field, r.value);
      v_versions := v_versions || jsonb_build_object(r.field, v_stamp);
    END IF;
  END LOOP;

  -- Holder and department move together: whoever saw the newest of the whole group, or came first,
  -- has them. A change of one of them is a change of the group.
  IF v_group <> '{}' THEN
    FOR r IN SELECT field FROM field_rule WHERE kind = v_kind AND merge = 'coupled' ORDER BY field LOOP
      v_version := v_versions -> r.field;
      v_group_now := v_group_now || jsonb_build_object(r.field, coalesce(v_body -> r.field, 'null'));
      CONTINUE WHEN v_version IS NULL;
      v_group_seen := v_group_seen AND ((v_version ->> 2)::bigint <= v_base
                      OR coalesce(v_version ->> 1 = p_workstation::text, false));
      v_group_by := coalesce((v_version ->> 1)::uuid, v_group_by);
      v_group_from := v_group_from || origins(v_version);
    END LOOP;
    IF v_group_now @> v_group THEN
      NULL;
    ELSIF v_group_seen THEN
      v_body := v_body || v_group;
      FOR r IN SELECT jsonb_object_keys(v_group) AS field LOOP
        v_versions := v_versions || jsonb_build_object(r.field, v_stamp);
      END LOOP;
    ELSE
      PERFORM keep_conflict(p_workstation, p_sequence, v_kind, v_id, v_row.site, 'holder',
                            v_group_now, v_group,
                            jsonb_build_array(NULL, v_group_by, 0, to_jsonb(v_group_from)), v_stamp);
      v_lost := v_lost || (v_id || '/holder');
    END IF;
  END IF;

  -- A stage never goes back, except into a new cycle. A stage alone is of the cycle that its author
  -- saw; who saw none, and whose bases hold, speaks of the first.
  IF p_change -> 'f' ?| ARRAY['stage', 'cycle'] THEN
    v_version := coalesce(v_versions -> 'cycle', v_versions -> 'stage');
    v_is_seen := (v_version ->> 2)::bigint <= v_base
                 OR coalesce(v_version ->> 1 = p_workstation::text, false)
                 OR (NOT p_epoch_holds AND p_change ? 'b');
    v_pair_now := ARRAY[coalesce((v_body ->> 'cycle')::bigint, 0),
                        coalesce((v_body ->> 'stage')::bigint, -1)];
    v_pair := ARRAY[coalesce((p_change -> 'f' ->> 'cycle')::bigint,
                             CASE WHEN v_is_seen THEN v_pair_now[1] ELSE 1 END),
                    coalesce((p_change -> 'f' ->> 'stage')::bigint,
                             CASE WHEN v_is_seen THEN greatest(v_pair_now[2], 0) ELSE 0 END)];
    IF v_pair > v_pair_now THEN
      IF v_version IS NOT NULL AND NOT v_is_seen AND v_kind = 'ticket' THEN
        PERFORM void_records(v_id, 'stage', origins(v_version));
      END IF;
      v_body := v_body || jsonb_build_object('cycle', v_pair[1], 'stage', v_pair[2]);
      v_versions := v_versions || jsonb_build_object('cycle', v_stamp, 'stage', v_stamp);
    ELSIF v_pair < v_pair_now THEN
      v_lost := v_lost || (v_id || '/stage');
    ELSE
      v_version := jsonb_build_array(v_version -> 0, v_version -> 1, v_version -> 2,
                                     to_jsonb(origins(v_version) || v_origin));
      v_versions := v_versions || jsonb_build_object('cycle', v_version, 'stage', v_version);
    END IF;
  END IF;

  IF v_row.id IS NULL THEN
    INSERT INTO entity(kind, id, site, body, versions, row_version)
    VALUES (v_kind, v_id, site_of(v_kind, v_id, v_body), v_body, v_versions, 1)
    RETURNING site INTO v_site;
  ELSE
    -- Also when nothing changed: what lost must be taken back where it was shown.
    UPDATE entity SET body = v_body, versions = v_versions, row_version = v_next,
                      site = coalesce(site_of(v_kind, v_id, v_body), site)
     WHERE kind = v_kind AND id = v_id RETURNING site INTO v_site;
  END IF;
  -- And after: nobody puts a row where they may not look.
  IF NOT sees(p_sites, v_site) THEN
    RAISE EXCEPTION 'the row would belong to another site' USING ERRCODE = 'YD021';
  END IF;
  -- What hangs on it may have come before it.
  IF v_row.id IS NULL OR v_site IS DISTINCT FROM v_row.site THEN
    PERFORM follow_site(v_kind, v_id, v_site);
  END IF;
  RETURN v_lost;
END $$;

-- What each payload would do that its author may not, or that this server does not know. Raises
-- YD020 for the first that no server could ever read. One pass over the whole batch: the rules are
-- read once, not once a change. Sub-selects decide what a list of another shape would break.
CREATE FUNCTION judge(p_roles text[], p_headers jsonb[], p_payloads jsonb[])
RETURNS TABLE(n bigint, result text, reason text)
LANGUAGE plpgsql SET search_path = yingda, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  r record;
BEGIN
  FOR r IN
    WITH one AS MATERIALIZED (
      SELECT o.n, o.payload, o.header, o.role FROM
        unnest(p_payloads, p_headers, p_roles) WITH ORDINALITY o(payload, header, role, n)),
    change AS MATERIALIZED (
      SELECT o.n, o.role, x.value ->> 'k' AS kind, x.value ->> 'i' AS id,
             CASE jsonb_typeof(x.value -> 'f') WHEN 'object' THEN x.value -> 'f' ELSE '{}' END AS f,
             coalesce(jsonb_typeof(x.value -> 'k'), '') <> 'string'
               OR try_uuid(x.value ->> 'i') IS NULL
               OR coalesce(jsonb_typeof(x.value -> 'f'), '') <> 'object' AS is_bad
        FROM one o, jsonb_array_elements(list_in(o.payload, 'f')) x),
    -- A secret is passed over, whoever sends it.
    of_changes AS (
      SELECT c.n, bool_or(c.is_bad) AS is_bad, bool_or(k.writers IS NULL) AS is_new,
             bool_or(c.kind <> 'agent_secret' AND NOT c.role = ANY (k.writers)) AS is_barred
        FROM change c LEFT JOIN kind_rule k ON k.what = 'entity' AND k.kind = c.kind GROUP BY c.n),
    -- Nobody claims or practises for somebody else, and only who leads takes out of another's hands.
    of_claims AS (
      SELECT c.n, bool_or(c.f ->> 'agent' <> coalesce(o.header ->> 'by', '')) AS is_foreign,
             bool_or(c.f ->> 'force' = '1' AND NOT EXISTS (
               SELECT 1 FROM kind_rule k WHERE k.what = 'operation' AND k.kind = 'takeover'
                                           AND o.role = ANY (k.writers))) AS is_barred
        FROM change c JOIN one o USING (n) WHERE c.kind IN ('claim', 'drill') GROUP BY c.n),
    -- Who writes what every household is told, or answers for it, does so in their own name; and
    -- nobody answers for their own words. Earlier operations of the batch are not in the row yet.
    of_events AS (
      SELECT c.n,
             bool_or(s.says_by <> s.by AND s.says_by IS DISTINCT FROM e.body ->> 'statement_by'
                     OR s.is_approval AND s.ok_by <> s.by) AS is_foreign,
             bool_or(s.is_approval AND NOT EXISTS (
               SELECT 1 FROM kind_rule k WHERE k.what = 'operation'
                  AND k.kind = 'approve_statement' AND o.role = ANY (k.writers))) AS is_barred,
             bool_or(s.is_approval AND s.ok_by = coalesce(
               (SELECT d.f ->> 'statement_by' FROM change d
                 WHERE d.kind = 'event' AND d.id = c.id AND d.n <= c.n AND d.f ? 'statement_by'
                 ORDER BY d.n DESC LIMIT 1), e.body ->> 'statement_by')) AS is_own
        FROM change c JOIN one o USING (n)
        LEFT JOIN entity e ON e.kind = 'event' AND e.id = try_uuid(c.id)
        CROSS JOIN LATERAL (SELECT coalesce(o.header ->> 'by', '') AS by,
                                   c.f ->> 'statement_by' AS says_by,
                                   -- Who answers for other words than before says no new name.
                                   coalesce(
                                     (SELECT d.f ->> 'approved_by' FROM change d
                                       WHERE d.kind = 'event' AND d.id = c.id AND d.n <= c.n
                                         AND d.f ? 'approved_by' ORDER BY d.n DESC LIMIT 1),
                                     e.body ->> 'approved_by', '') AS ok_by,
                                   coalesce(c.f ->> 'approved_by'
                                     IS DISTINCT FROM e.body ->> 'approved_by'
                                     AND c.f ->> 'approved_by' IS NOT NULL, false)
                                   OR coalesce(nullif(c.f ->> 'approved_words', '')
                                     IS DISTINCT FROM e.body ->> 'approved_words'
                                     AND nullif(c.f ->> 'approved_words', '') IS NOT NULL, false)
                                     AS is_approval) s
       WHERE c.kind = 'event' GROUP BY c.n),
    -- A value of another type would break whoever reads the row, for ever.
    of_fields AS (
      SELECT c.n, bool_or(x.type IS NULL) AS is_new,
             bool_or(f.value <> 'null' AND NOT CASE x.type
               WHEN 'integer' THEN f.value::text ~ '^-?[0-9]{1,18}$'
               WHEN 'text' THEN jsonb_typeof(f.value) = 'string'
               ELSE try_uuid(f.value #>> '{}') IS NOT NULL END) AS is_bad
        FROM change c CROSS JOIN jsonb_each(c.f) f
        LEFT JOIN field_rule x ON x.kind = c.kind AND x.field = f.key GROUP BY c.n),
    of_activities AS (
      SELECT o.n, bool_or(coalesce(jsonb_typeof(x.value -> 'k'), '') <> 'string'
                          OR coalesce(x.value ->> 'at', '') !~ '^-?[0-9]{1,18}$'
                          OR try_uuid(x.value ->> 'i') IS NULL
                          OR try_uuid(x.value ->> 't') IS NULL) AS is_bad,
             bool_or(k.writers IS NULL) AS is_new,
             bool_or(NOT o.role = ANY (k.writers)) AS is_barred
        FROM one o CROSS JOIN jsonb_array_elements(list_in(o.payload, 'a')) x
        LEFT JOIN kind_rule k ON k.what = 'activity' AND k.kind = x.value ->> 'k' GROUP BY o.n)
    SELECT o.n,
           coalesce(jsonb_typeof(o.payload), '') <> 'object'
             OR coalesce(jsonb_typeof(o.payload -> 'f'), 'array') <> 'array'
             OR coalesce(jsonb_typeof(o.payload -> 'a'), 'array') <> 'array' AS is_none,
           c.is_bad AS is_bad_change, a.is_bad AS is_bad_activity, f.is_bad AS is_bad_field,
           coalesce(c.is_new, false) OR coalesce(a.is_new, false)
             OR coalesce(f.is_new, false) AS is_new,
           coalesce(m.is_foreign, false) OR coalesce(v.is_foreign, false) AS is_foreign,
           coalesce(v.is_own, false) AS is_own,
           coalesce(c.is_barred, false) OR coalesce(a.is_barred, false)
             OR coalesce(m.is_barred, false) OR coalesce(v.is_barred, false)
             OR ((o.header ? 'erases' OR o.header ->> 'k' = 'erasure')
                 AND (o.header ->> 'k' IS DISTINCT FROM 'erasure'
                      OR NOT EXISTS (SELECT 1 FROM kind_rule k WHERE k.what = 'operation'
                                        AND k.kind = 'erasure' AND o.role = ANY (k.writers))))
             AS is_barred
      FROM one o LEFT JOIN of_changes c USING (n) LEFT JOIN of_fields f USING (n)
           LEFT JOIN of_activities a USING (n) LEFT JOIN of_claims m USING (n)
           LEFT JOIN of_events v USING (n)
     ORDER BY o.n
  LOOP
    IF r.is_none THEN
      RAISE EXCEPTION 'a payload that is none' USING ERRCODE = 'YD020';
    ELSIF r.is_bad_change THEN
      RAISE EXCEPTION 'a change without kind, id or fields' USING ERRCODE = 'YD020';
    ELSIF r.is_bad_activity THEN
      RAISE EXCEPTION 'an activity without kind, time, id or ticket' USING ERRCODE = 'YD020';
    ELSIF r.is_new THEN
      RETURN QUERY SELECT r.n, 'parked', 'kind';
    ELSIF r.is_bad_field THEN
      RAISE EXCEPTION 'a value of another type' USING ERRCODE = 'YD020';
    ELSIF r.is_foreign THEN
      RETURN QUERY SELECT r.n, 'rejected', 'author';
    ELSIF r.is_own THEN
      RETURN QUERY SELECT r.n, 'rejected', 'own_words';
    ELSIF r.is_barred THEN
      RETURN QUERY SELECT r.n, 'rejected', 'role';
    END IF;
  END LOOP;
END $$;

-- As whom an operation is judged: its author, or who pushes it when the server does not know the
-- author as a person of their own.
CREATE FUNCTION rights_of(p_login name, p_by uuid, OUT role text, OUT sites uuid[])
LANGUAGE sql STABLE SET search_path = yingda, pg_catalog, pg_temp AS $$
  SELECT p.role, p.sites FROM person p
   WHERE (p.agent = p_by AND p.is_active) OR p.login = p_login
   ORDER BY p.agent = p_by AND p.is_active DESC LIMIT 1
$$;

-- A clock more than a minute ahead would win every field until that minute has come: it counts as
-- ours. The ledger keeps what it said.
CREATE FUNCTION clock_of(p_header jsonb) RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN (p_header ->> 'hlc')::bigint
                   > ((extract(epoch FROM clock_timestamp()) * 1000)::bigint + 60000) << 16
              THEN (extract(epoch FROM clock_timestamp()) * 1000)::bigint << 16
              ELSE (p_header ->> 'hlc')::bigint END
$$;

-- What others hang on comes first, so that they find its site.
CREATE FUNCTION rank_of(p_kind text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_kind WHEN 'community' THEN 0 WHEN 'household' THEN 1
                     WHEN 'ticket' THEN 2 WHEN 'person' THEN 2 ELSE 3 END
$$;

CREATE FUNCTION apply_payload(p_workstation uuid, p_sequence bigint, p_header jsonb, p_epoch uuid,
    p_sites uuid[], p_payload jsonb)
RETURNS void LANGUAGE plpgsql SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_hlc bigint := clock_of(p_header);
  v_epoch_holds boolean := coalesce(p_payload ->> 'e' = p_epoch::text, false);
  v_lost text[] := '{}';
  v_ticket uuid;
  v_site uuid;
  v_claim entity;
  r record;
BEGIN
  FOR r IN
    SELECT CASE c.value ->> 'k' WHEN 'claim'
             THEN c.value || jsonb_build_object('by', p_header ->> 'by') ELSE c.value END AS change, c.value ->> 'k' AS kind, try_uuid(c.value ->> 'i') AS id
      FROM jsonb_array_elements(list_in(p_payload, 'f')) WITH ORDINALITY c(value, n)
     ORDER BY rank_of(c.value ->> 'k'), c.n
  LOOP
    -- A secret has no place on a server, whoever sends it.
    CONTINUE WHEN r.kind = 'agent_secret';
    v_lost := v_lost || merge_entity(p_workstation, p_sequence, v_hlc, v_epoch_holds, p_sites,
                                     r.change);
  END LOOP;
  FOR r IN SELECT value AS content FROM jsonb_array_elements(list_in(p_payload, 'a')) LOOP
    v_ticket := try_uuid(r.content ->> 't');
    -- The ticket may still be on another seat's way to us: a stub keeps the place.
    SELECT site INTO v_site FROM entity WHERE kind = 'ticket' AND id = v_ticket FOR SHARE;
    IF NOT FOUND THEN
      INSERT INTO entity(kind, id) VALUES ('ticket', v_ticket);
    ELSIF NOT sees(p_sites, v_site) THEN
      RAISE EXCEPTION 'the ticket belongs to another site' USING ERRCODE = 'YD021';
    END IF;
    INSERT INTO activity(id, ticket, site, workstation, sequence, hlc, content, is_void)
    VALUES (try_uuid(r.content ->> 'i'), v_ticket, v_site, p_workstation, p_sequence, v_hlc,
            r.content, (v_ticket || '/' || (r.content ->> 'k')) = ANY (v_lost))
    ON CONFLICT (id) DO NOTHING;
  END LOOP;
  -- Work done in the belief of having the ticket, while another had it: it stays, and is told.
  FOR r IN SELECT try_uuid(c.value ->> 't') AS ticket, c.value ->> 'e' AS epoch,
                  CASE WHEN c.value ->> 'n' ~ '^[0-9]{1,18}$' THEN (c.value ->> 'n')::bigint
                       ELSE 0 END AS token
             FROM jsonb_array_elements(list_in(p_payload, 'c')) c LOOP
    SELECT * INTO v_claim FROM entity WHERE kind = 'claim' AND id = r.ticket;
    CONTINUE WHEN v_claim.id IS NULL OR NOT sees(p_sites, v_claim.site)
      OR v_claim.body ->> 'agent' IS NULL OR v_claim.body ->> 'agent' = p_header ->> 'by'
      OR coalesce(v_claim.body ->> 'epoch' = r.epoch
                  AND (v_claim.body ->> 'token')::bigint <= r.token, false);
    PERFORM keep_conflict(p_workstation, p_sequence, 'ticket', r.ticket, v_claim.site, 'claim',
                          v_claim.body -> 'agent', p_header -> 'by', v_claim.versions -> 'agent',
                          jsonb_build_array(v_hlc::text, p_workstation, 0, p_sequence));
  END LOOP;
END $$;

-- The same as apply_payload of one after the other, for operations of one author that are in the
-- seat's order; false, and nothing done, for what only that can do. Most of a batch are new rows,
-- activities, and changes of what their author had seen: each are one statement. The rest is merged
-- row by row.
--
-- What is written early is written as it would stand at the end: a child has the site of a parent
-- that comes later, and a record whose change then loses is voided in its turn.
CREATE FUNCTION apply_together(p_workstation uuid, p_sequences bigint[], p_hlcs bigint[],
    p_epoch uuid, p_sites uuid[], p_payloads jsonb[])
RETURNS boolean LANGUAGE plpgsql SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_kinds text[];
  v_ids uuid[];
  v_bodies jsonb[];
  v_stamps jsonb[];
  v_ranks integer[];
  v_old integer[];
  v_old_changes jsonb[];
  v_is_begun boolean[];
  v_seen integer[];
  v_is_odd boolean;
  v_is_foreign boolean;
  v_lost text[];
  v_rules jsonb;
  v_coupled text[];
  r record;
BEGIN
  -- A claim is granted one by one, and what was done in the belief of having one is held against it.
  IF EXISTS (SELECT 1 FROM unnest(p_payloads) p(value)
              WHERE p.value ? 'c' OR EXISTS (
                SELECT 1 FROM jsonb_array_elements(list_in(p.value, 'f')) c
                 WHERE c.value ->> 'k' = 'claim')) THEN
    RETURN false;
  END IF;
  WITH change AS MATERIALIZED (
    SELECT p.n, c.value AS change, c.value ->> 'k' AS kind, try_uuid(c.value ->> 'i') AS id,
           c.value -> 'f' AS f, c.m, rank_of(c.value ->> 'k') AS rank
      FROM unnest(p_payloads) WITH ORDINALITY p(value, n),
           jsonb_array_elements(list_in(p.value, 'f')) WITH ORDINALITY c(value, m)
     WHERE c.value ->> 'k' <> 'agent_secret'),
  placed AS MATERIALIZED (
    SELECT c.*, row_number() OVER in_order = 1 AS is_begun,
           coalesce(lag(c.n) OVER in_order = c.n, false) AS is_double,
           EXISTS (SELECT 1 FROM entity e WHERE e.kind = c.kind AND e.id = c.id) AS is_known
      FROM change c WINDOW in_order AS (PARTITION BY kind, id ORDER BY n, rank, m)),
  -- A row that is made as a whole stands as it came: nothing in it is absent, and it begins with a
  -- stage that there is.
  sorted AS (
    SELECT p.*, p.is_begun AND NOT p.is_known AND p.f <> '{}' AND jsonb_strip_nulls(p.f) = p.f
             AND (p.f ? 'stage') = (p.f ? 'cycle')
             AND coalesce((p.f ->> 'stage')::bigint, 0) >= 0
             AND coalesce((p.f ->> 'cycle')::bigint, 1) >= 1 AS is_new
      FROM placed p ORDER BY p.n, p.rank, p.m OFFSET 0)
  SELECT array_agg(kind) FILTER (WHERE is_new), array_agg(id) FILTER (WHERE is_new),
         array_agg(f) FILTER (WHERE is_new),
         array_agg(jsonb_build_array(p_hlcs[n]::text, p_workstation, 1, p_sequences[n]))
           FILTER (WHERE is_new),
         array_agg(rank) FILTER (WHERE is_new),
         array_agg(n::integer) FILTER (WHERE NOT is_new),
         array_agg(change) FILTER (WHERE NOT is_new),
         array_agg(is_begun AND is_known) FILTER (WHERE NOT is_new),
         bool_or(is_double)
    INTO v_kinds, v_ids, v_bodies, v_stamps, v_ranks, v_old, v_old_changes, v_is_begun, v_is_odd
    FROM sorted;
  -- What one operation says twice of one row is merged in its own order.
  IF v_is_odd THEN RETURN false; END IF;
  -- Nor is a row at its place at once when what it hangs on moves in the same batch.
  IF EXISTS (SELECT 1 FROM unnest(v_old_changes) o(change) WHERE o.change -> 'f' ? 'community')
     OR EXISTS (
    SELECT 1 FROM unnest(v_kinds, v_ids, v_bodies) c(kind, id, body)
      JOIN unnest(v_old_changes) o(change)
        ON o.change ->> 'i' IN (c.id::text, c.body ->> 'ticket', c.body ->> 'other',
                                c.body ->> 'household', c.body ->> 'person')
     WHERE o.change -> 'f' ? 'household' AND c.kind <> o.change ->> 'k') THEN
    RETURN false;
  END IF;
  -- Nor when what it hangs on is made by a later operation: it follows that one to its site.
  IF EXISTS (
    SELECT 1 FROM unnest(v_kinds, v_ids, v_bodies, v_stamps) c(kind, id, body, stamp),
           unnest(ARRAY[c.id, try_uuid(c.body ->> 'ticket'), try_uuid(c.body ->> 'other'),
                        try_uuid(c.body ->> 'household'), try_uuid(c.body ->> 'person')]) x(parent)
      JOIN unnest(v_kinds, v_ids, v_stamps) p(kind, id, stamp) ON p.id = x.parent
     WHERE p.kind <> c.kind AND (p.stamp -> 3)::bigint > (c.stamp -> 3)::bigint) THEN
    RETURN false;
  END IF;

  FOR v_rank IN 0..3 LOOP
    CONTINUE WHEN v_ranks IS NULL OR v_rank <> ALL (v_ranks);
    WITH made AS (
      INSERT INTO entity(kind, id, site, body, versions, row_version)
      SELECT c.kind, c.id,
             CASE WHEN c.kind = 'ticket_text' AND NOT c.body ? 'community'
                  THEN (SELECT e.site FROM entity e WHERE e.kind = 'ticket' AND e.id = c.id)
                  WHEN c.kind = 'ticket' AND c.body ? 'community'
                  THEN try_uuid(c.body ->> 'community')
                  ELSE site_of(c.kind, c.id, c.body) END,
             c.body, (SELECT jsonb_object_agg(k, c.stamp) FROM jsonb_object_keys(c.body) k), 1
        FROM unnest(v_kinds, v_ids, v_bodies, v_stamps, v_ranks) c(kind, id, body, stamp, rank)
       WHERE c.rank = v_rank
      RETURNING site)
    SELECT bool_or(NOT sees(p_sites, site)) INTO v_is_foreign FROM made;
    IF v_is_foreign THEN
      RAISE EXCEPTION 'the row would belong to another site' USING ERRCODE = 'YD021';
    END IF;
  END LOOP;
  -- What hangs on a new row may have come before it.
  FOR r IN
    SELECT e.kind, e.id, e.site
      FROM unnest(v_kinds, v_ids) c(kind, id), LATERAL (
        SELECT * FROM entity x WHERE x.kind = c.kind AND x.id = c.id OFFSET 0) e
     WHERE c.kind IN ('ticket', 'household', 'person') AND CASE c.kind
       WHEN 'ticket' THEN EXISTS (
         SELECT 1 FROM entity x WHERE x.kind IN ('ticket_text', 'claim') AND x.id = e.id
                                  AND x.site IS DISTINCT FROM e.site)
         OR EXISTS (
         SELECT 1 FROM entity x WHERE x.kind = 'tie' AND x.body ->> 'other' = e.id::text
                                  AND x.site IS DISTINCT FROM e.site)
         OR EXISTS (
         SELECT 1 FROM entity x WHERE x.kind = 'promise' AND x.body ->> 'ticket' = e.id::text
                                  AND x.site IS DISTINCT FROM e.site)
       WHEN 'household' THEN EXISTS (
         SELECT 1 FROM entity x WHERE x.kind IN ('person', 'contact_point', 'welfare', 'ticket')
                                  AND x.body ->> 'household' = e.id::text
                                  AND x.site IS DISTINCT FROM e.site)
       WHEN 'person' THEN EXISTS (
         SELECT 1 FROM entity x WHERE x.kind = 'contact_point' AND x.body ->> 'person' = e.id::text
                                  AND x.site IS DISTINCT FROM e.site)
       ELSE false END
  LOOP
    PERFORM follow_site(r.kind, r.id, r.site);
  END LOOP;

  -- The ticket may still be on another seat's way to us: a stub keeps the place.
  WITH record AS MATERIALIZED (
    SELECT p.n, a.m, a.value AS content, a.ticket, e.site, e.id IS NULL AS is_missing
      FROM unnest(p_payloads) WITH ORDINALITY p(value, n), LATERAL (
        SELECT x.value, x.m, try_uuid(x.value ->> 't') AS ticket
          FROM jsonb_array_elements(list_in(p.value, 'a')) WITH ORDINALITY x(value, m) OFFSET 0) a
      LEFT JOIN LATERAL (
        SELECT t.id, t.site FROM entity t WHERE t.kind = 'ticket' AND t.id = a.ticket OFFSET 0) e
        ON true),
  stub AS (
    INSERT INTO entity(kind, id)
    SELECT DISTINCT 'ticket', t.ticket FROM record t WHERE t.is_missing),
  told AS (
    INSERT INTO activity(id, ticket, site, workstation, sequence, hlc, content)
    SELECT try_uuid(t.content ->> 'i'), t.ticket, t.site, p_workstation, p_sequences[t.n],
           p_hlcs[t.n], t.content
      FROM record t ORDER BY t.n, t.m
    ON CONFLICT (id) DO NOTHING)
  SELECT bool_or(NOT sees(p_sites, t.site)) INTO v_is_foreign FROM record t;
  IF v_is_foreign THEN
    RAISE EXCEPTION 'the ticket belongs to another site' USING ERRCODE = 'YD021';
  END IF;

  -- A first change of a row in this batch whose author had seen all that it replaces, and that
  -- moves nothing to another site: its values stand. Whatever is equal already, lost, or may have,
  -- is merged below.
  IF v_old IS NOT NULL THEN
    SELECT jsonb_object_agg(kind, fields) INTO v_rules
      FROM (SELECT kind, jsonb_object_agg(field, merge) AS fields FROM field_rule GROUP BY kind) x;
    SELECT array_agg(DISTINCT field) INTO v_coupled FROM field_rule WHERE merge = 'coupled';
  END IF;
  WITH change AS MATERIALIZED (
    SELECT o.n, o.k, o.change -> 'f' AS f, e.kind, e.id, e.body, e.versions, e.row_version, e.site,
           CASE WHEN b.base > e.row_version THEN 0 ELSE b.base END AS base,
           jsonb_build_array(p_hlcs[o.n]::text, p_workstation, e.row_version + 1, p_sequences[o.n])
             AS stamp
      FROM unnest(v_old, v_old_changes, v_is_begun) WITH ORDINALITY o(n, change, is_begun, k),
           LATERAL (SELECT CASE WHEN p_payloads[o.n] ->> 'e' = p_epoch::text
                                THEN coalesce((o.change ->> 'b')::bigint, 0) ELSE 0 END AS base) b,
           LATERAL (SELECT * FROM entity x WHERE x.kind = o.change ->> 'k'
                       AND x.id = try_uuid(o.change ->> 'i') OFFSET 0) e
     WHERE o.is_begun AND o.change -> 'f' <> '{}'
       AND NOT o.change -> 'f' ?| ARRAY['community', 'household', 'person']),
  merged AS (
    SELECT c.k, c.kind, c.id, c.row_version, c.body || c.f AS body,
           c.versions || (SELECT jsonb_object_agg(key, c.stamp) FROM jsonb_object_keys(c.f) key)
             AS versions
      FROM change c
     WHERE sees(p_sites, c.site)
       AND (SELECT bool_and(
              CASE v_rules -> c.kind ->> f.key
                WHEN 'write_once' THEN false
                WHEN 'lattice' THEN c.kind = 'ticket'
                WHEN 'coupled' THEN true
                ELSE c.versions -> f.key IS NULL
                     OR coalesce(c.body -> f.key, 'null') <> f.value END
              AND (c.versions -> f.key IS NULL
                   OR (c.versions -> f.key ->> 2)::bigint <= c.base
                   OR coalesce(c.versions -> f.key ->> 1 = p_workstation::text, false)))
              FROM jsonb_each(c.f) f WHERE v_rules -> c.kind ? f.key)
       -- A stage is taken forwards only, and with its cycle.
       AND CASE WHEN c.f ?| ARRAY['stage', 'cycle'] THEN
             coalesce((c.f ->> 'cycle')::bigint = (c.body ->> 'cycle')::bigint
                      AND (c.f ->> 'stage')::bigint > (c.body ->> 'stage')::bigint, false)
           ELSE true END
       -- Of a group all must have been seen, and something must change.
       AND CASE WHEN NOT c.f ?| v_coupled THEN true ELSE NOT EXISTS (
         SELECT 1 FROM field_rule x
          WHERE x.kind = c.kind AND x.merge = 'coupled'
            AND c.f ?| ARRAY(SELECT y.field FROM field_rule y
                              WHERE y.kind = c.kind AND y.merge = 'coupled')
            AND (NOT (c.versions -> x.field IS NULL
                      OR (c.versions -> x.field ->> 2)::bigint <= c.base
                      OR coalesce(c.versions -> x.field ->> 1 = p_workstation::text, false))
                 OR (SELECT bool_and(coalesce(c.body -> y.field, 'null') = c.f -> y.field)
                       FROM field_rule y WHERE y.kind = c.kind AND y.merge = 'coupled'
                                           AND c.f ? y.field))) END),
  done AS (
    UPDATE entity e SET body = m.body, versions = m.versions, row_version = m.row_version + 1
      FROM merged m WHERE e.kind = m.kind AND e.id = m.id AND e.row_version = m.row_version
    RETURNING m.k)
  SELECT array_agg(k) INTO v_seen FROM done;

  FOR v_at IN 1..coalesce(cardinality(v_old), 0) LOOP
    CONTINUE WHEN v_at = ANY (v_seen);
    v_lost := merge_entity(p_workstation, p_sequences[v_old[v_at]], p_hlcs[v_old[v_at]],
      coalesce(p_payloads[v_old[v_at]] ->> 'e' = p_epoch::text, false), p_sites,
      v_old_changes[v_at]);
    IF v_lost <> '{}' THEN
      UPDATE activity SET is_void = true
       WHERE workstation = p_workstation AND sequence = p_sequences[v_old[v_at]] AND NOT is_void
         AND ticket || '/' || (content ->> 'k') = ANY (v_lost);
    END IF;
  END LOOP;
  RETURN true;
END $$;

-- Blanks what those operations of one seat brought, wherever it still stands. What places a row
-- (community, household) and the stage stay: they say nothing of a person, and without them the row
-- would be everybody's.
CREATE FUNCTION erase_ops(p_workstation uuid, p_hlc bigint, p_sequences bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_origin text;
  v_row entity;
  v_blank jsonb;
  o record;
  r record;
BEGIN
  FOR o IN SELECT sequence, try_jsonb(convert_from(payload, 'UTF8')) AS payload FROM op
            WHERE workstation = p_workstation AND sequence = ANY (p_sequences)
              AND payload IS NOT NULL LOOP
    v_origin := p_workstation || ':' || o.sequence;
    FOR r IN SELECT c.value ->> 'k' AS kind, try_uuid(c.value ->> 'i') AS id, c.value -> 'f' AS f
               FROM jsonb_array_elements(list_in(o.payload, 'f')) c LOOP
      SELECT * INTO v_row FROM entity WHERE kind = r.kind AND id = r.id FOR UPDATE;
      CONTINUE WHEN NOT FOUND OR jsonb_typeof(r.f) <> 'object';
      SELECT jsonb_object_agg(f.field, NULL) INTO v_blank
        FROM jsonb_object_keys(r.f) f(field)
        JOIN field_rule x ON x.kind = r.kind AND x.field = f.field AND x.merge <> 'lattice'
       WHERE f.field NOT IN ('community', 'household')
         AND v_origin = ANY (origins(v_row.versions -> f.field));
      IF v_blank IS NOT NULL THEN
        UPDATE entity SET body = body || v_blank, row_version = v_row.row_version + 1,
               versions = versions || (SELECT jsonb_object_agg(k, jsonb_build_array(
                 p_hlc::text, NULL, v_row.row_version + 1, '[]'::jsonb))
                 FROM jsonb_object_keys(v_blank) k)
         WHERE kind = r.kind AND id = r.id;
      END IF;
      UPDATE conflict SET
             kept = CASE WHEN v_origin = ANY (kept_from) THEN NULL ELSE kept END,
             lost = CASE WHEN v_origin = ANY (lost_from) THEN NULL ELSE lost END
       WHERE entity = r.id AND kind = r.kind AND (v_origin = ANY (kept_from)
                                                  OR v_origin = ANY (lost_from));
    END LOOP;
    UPDATE activity SET content = jsonb_build_object('i', content -> 'i', 't', content -> 't',
             'k', content -> 'k', 'at', content -> 'at', 'erased', true)
     WHERE workstation = p_workstation AND sequence = o.sequence;
    UPDATE op SET salt = NULL, payload = NULL
     WHERE workstation = p_workstation AND sequence = o.sequence;
  END LOOP;
END $$;

-- Which of these contents another seat has brought, by their places in the list. Each is looked up:
-- the planner, who makes its plan while the ledger is empty, would join with all of it.
CREATE FUNCTION brought_by_others(p_workstation uuid, p_commitments bytea[])
RETURNS TABLE (n bigint) LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off
SET search_path = yingda, pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT c.place FROM unnest(p_commitments) WITH ORDINALITY c(commitment, place),
    LATERAL (SELECT 1 FROM op o WHERE o.commitment = c.commitment AND o.result = 'applied'
                AND o.workstation <> p_workstation LIMIT 1) o;
END $$;

-- Makes every row that a refused operation names come back to its author as it really is; what they
-- may not see, or what is not there, they are told to forget.
CREATE FUNCTION send_back(p_sites uuid[], p_payload jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE r record;
BEGIN
  FOR r IN SELECT DISTINCT value ->> 'k' AS kind, try_uuid(value ->> 'i') AS id
             FROM jsonb_array_elements(list_in(p_payload, 'f')) LOOP
    CONTINUE WHEN r.id IS NULL OR NOT EXISTS (SELECT 1 FROM kind_rule k
                                               WHERE k.what = 'entity' AND k.kind = r.kind);
    UPDATE entity SET row_version = row_version + 1
     WHERE kind = r.kind AND id = r.id AND sees(p_sites, site);
    IF NOT FOUND THEN INSERT INTO scope_exit(kind, id) VALUES (r.kind, r.id); END IF;
  END LOOP;
END $$;

-- Applies what was parked for words that this server has learned since. What its author may not do,
-- or cannot be read even now, stays parked.
CREATE FUNCTION replay() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_header jsonb;
  v_payload jsonb;
  v_sites uuid[];
  v_role text;
  v_epoch uuid := (SELECT epoch FROM meta);
  v_done integer := 0;
  o op;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM op WHERE result = 'parked') THEN RETURN 0; END IF;
  PERFORM lock_all_rows();
  FOR o IN SELECT * FROM op WHERE result = 'parked' AND reason = 'kind' AND payload IS NOT NULL
            ORDER BY workstation, sequence LOOP
    BEGIN
      v_header := convert_from(o.header, 'UTF8')::jsonb;
      v_payload := convert_from(o.payload, 'UTF8')::jsonb;
      SELECT role, sites INTO v_role, v_sites FROM rights_of(o.login, try_uuid(v_header ->> 'by'));
      CONTINUE WHEN EXISTS (SELECT 1 FROM judge(ARRAY[v_role], ARRAY[v_header],
                                                ARRAY[v_payload]));
      PERFORM apply_payload(o.workstation, o.sequence, v_header, v_epoch, v_sites, v_payload);
      UPDATE op SET result = 'applied', reason = NULL
       WHERE workstation = o.workstation AND sequence = o.sequence;
      v_done := v_done + 1;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR SQLSTATE 'YD020'
                   OR SQLSTATE 'YD021' THEN
      NULL;
    END;
  END LOOP;
  RETURN v_done;
END $$;
