-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is asking, and what of each table exists for them. A door or a report that forgets its WHERE
-- shows no more than this.

CREATE FUNCTION no_site() RETURNS uuid LANGUAGE sql IMMUTABLE
RETURN '00000000-0000-0000-0000-000000000000'::uuid;

-- Each function below knows its caller by session_user, which no client chooses.
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

-- A person's rights as one word, to be compared with those of a greeting.
CREATE FUNCTION rights_of(p person) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN p.role || ' ' || coalesce(p.sites::text, '*');
END $$;

-- Rights change between two batches of a person, never within one: what was done with rights that
-- are gone nobody would take off the doer's screen.
CREATE FUNCTION wait_for_batches() RETURNS trigger LANGUAGE plpgsql
SET search_path = yingda, pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('yingda.rights'), hashtext(OLD.login::text));
  RETURN NEW;
END $$;
CREATE TRIGGER person_between_batches BEFORE UPDATE OF role, sites, is_active ON person
  FOR EACH ROW EXECUTE FUNCTION wait_for_batches();

-- The sites that the caller sees, with the nil id for what belongs to no site. NULL: all of them. Of
-- somebody who is nobody here: none, not even what belongs to no site. In plpgsql, as all that every
-- page asks for: it keeps its plans, SQL functions make theirs anew at every call.
CREATE FUNCTION caller_sites() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE v_sites uuid[];
BEGIN
  SELECT CASE WHEN sites IS NOT NULL THEN array_append(sites, no_site()) END INTO v_sites
    FROM person WHERE login = session_user AND is_active;
  IF NOT FOUND THEN RETURN '{}'; END IF;
  RETURN v_sites;
END $$;

-- The kinds of row that are not for the caller's role; of nobody all that has readers.
CREATE FUNCTION hidden_kinds() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT k.kind FROM kind_rule k
    LEFT JOIN person p ON p.login = session_user AND p.is_active
   WHERE k.what = 'entity' AND k.readers IS NOT NULL AND p.role = ANY (k.readers) IS NOT TRUE);
END $$;

-- As whom the caller is known: by their own id, and by those that they had at a seat before it joined.
CREATE FUNCTION caller_agents() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT p.agent::text FROM person p WHERE p.login = session_user AND p.is_active
    UNION SELECT w.agent::text FROM workstation_agent w
            JOIN person p ON p.login = w.login AND p.is_active WHERE w.login = session_user);
END $$;

-- True when those sites include it; what belongs to no site is everybody's.
CREATE FUNCTION sees(p_sites uuid[], p_site uuid) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_site IS NULL OR p_sites IS NULL OR p_site = ANY (p_sites)
$$;

-- The id in its one spelling, or NULL. Asked several times an operation: these three tests take a
-- quarter of the time of one pattern with counts.
CREATE FUNCTION try_uuid(p_text text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_text LIKE '________-____-____-____-____________'
               AND p_text !~ '[^0-9a-f-]' COLLATE "C" AND length(replace(p_text, '-', '')) = 32
              THEN p_text::uuid END
$$;

-- The owner reads as its caller would; each sub-select is asked once a query, not once a row.
DO $$
DECLARE
  v_table text;
  v_kind text;
BEGIN
  FOREACH v_table IN ARRAY ARRAY['entity', 'activity', 'conflict', 'scope_exit',
                                 'presence'] LOOP
    -- How somebody's drills went is also for that person.
    v_kind := CASE v_table
      WHEN 'entity' THEN ' AND (kind <> ALL ((SELECT yingda.hidden_kinds())::text[])'
        ' OR (kind IN (''drill'', ''assignment'')'
        ' AND body ->> ''agent'' = ANY ((SELECT yingda.caller_agents())::text[])))'
      WHEN 'conflict' THEN ' AND kind <> ALL ((SELECT yingda.hidden_kinds())::text[])'
      ELSE '' END;
    EXECUTE format('CREATE POLICY of_the_caller ON %I FOR SELECT TO yingda_owner USING ('
      '((SELECT yingda.caller_sites()) IS NULL OR coalesce(site, yingda.no_site())'
      ' = ANY ((SELECT yingda.caller_sites())::uuid[]))%s)', v_table, v_kind);
  END LOOP;
  CREATE POLICY of_the_caller ON blob_ticket FOR SELECT TO yingda_owner
    USING (EXISTS (SELECT 1 FROM yingda.activity a WHERE a.ticket = blob_ticket.ticket));
  CREATE POLICY of_the_caller ON blob_upload FOR SELECT TO yingda_owner
    USING (login = session_user);
  CREATE POLICY of_the_caller ON blob FOR SELECT TO yingda_owner
    USING (EXISTS (SELECT 1 FROM yingda.blob_ticket t WHERE t.sha256 = blob.sha256));
  CREATE POLICY of_the_caller ON blob_chunk FOR SELECT TO yingda_owner
    USING (EXISTS (SELECT 1 FROM yingda.blob b WHERE b.upload = blob_chunk.upload));
  FOREACH v_table IN ARRAY ARRAY['entity', 'activity', 'conflict', 'scope_exit',
                                 'presence', 'blob_ticket', 'blob_upload', 'blob', 'blob_chunk'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', v_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', v_table);
    EXECUTE format('CREATE POLICY of_the_engine ON %I TO yingda_engine USING (true)'
                   ' WITH CHECK (true)', v_table);
  END LOOP;
END $$;

GRANT SELECT ON meta, person, field_rule, kind_rule TO yingda_engine;
GRANT UPDATE (epoch) ON meta TO yingda_engine;
GRANT SELECT, INSERT ON succession TO yingda_engine;
GRANT SELECT, INSERT, UPDATE ON entity, activity, op, conflict, scope_exit, workstation,
  workstation_agent, presence, blob, blob_ticket TO yingda_engine;
GRANT SELECT, INSERT, UPDATE, DELETE ON blob_upload, blob_chunk TO yingda_engine;
GRANT EXECUTE ON FUNCTION me(), rights_of(person), sees(uuid[], uuid), try_uuid(text) TO yingda_engine;
GRANT EXECUTE ON FUNCTION no_site(), caller_sites(), caller_agents(), hidden_kinds() TO yingda_reader;
