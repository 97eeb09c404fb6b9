-- SPDX-License-Identifier: GPL-3.0-or-later
-- Attachments and recordings, by the hash of their content, in chunks of 1 MiB.
SET LOCAL ROLE yingda_engine;

-- Takes one chunk (or none: what is there already?). Every chunk but the last has 1 MiB. A content
-- is complete for a ticket when somebody brought all of its bytes for it. At most 256 MiB. Bytes may
-- come before the ticket, and after it went where their bringer does not see it: they open nothing
-- to him.
CREATE FUNCTION blob_put(p_sha256 bytea, p_size bigint, p_ticket uuid, p_number integer,
    p_content bytea)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  c_chunk constant integer := 1048576;
  v_me person := me();
  v_count integer;
  v_upload bigint;
  v_have integer[];
BEGIN
  IF v_me.role = 'reader' OR p_ticket IS NULL THEN
    RETURN jsonb_build_object('refused', 'role');
  END IF;
  IF p_sha256 IS NULL OR length(p_sha256) <> 32 OR p_size IS NULL
     OR p_size NOT BETWEEN 0 AND 268435456 THEN
    RETURN jsonb_build_object('refused', 'size');
  END IF;
  v_count := (p_size + c_chunk - 1) / c_chunk;
  IF p_content IS NOT NULL AND (p_number IS NULL OR p_number NOT BETWEEN 0 AND v_count - 1
       OR length(p_content) <> least(c_chunk, p_size - p_number::bigint * c_chunk)) THEN
    RETURN jsonb_build_object('refused', 'size');
  END IF;
  -- Two uploads of one content end one after the other.
  PERFORM pg_advisory_xact_lock(hashtext('yingda.blob'), hashtext(encode(p_sha256, 'hex')));
  -- That it is there is said only to who might have it.
  IF EXISTS (SELECT 1 FROM blob_ticket t WHERE t.sha256 = p_sha256 AND t.ticket = p_ticket
                AND (t.put_by = v_me.login OR EXISTS (
                  SELECT 1 FROM activity a
                   WHERE a.ticket = p_ticket AND sees(v_me.sites, a.site)))) THEN
    RETURN jsonb_build_object('complete', true, 'have', '[]'::jsonb);
  END IF;
  SELECT u.upload INTO v_upload FROM blob_upload u
   WHERE u.sha256 = p_sha256 AND u.login = v_me.login AND u.ticket = p_ticket
     AND u.size = p_size FOR UPDATE;
  IF v_upload IS NULL THEN
    IF EXISTS (SELECT 1 FROM blob_upload u WHERE u.sha256 = p_sha256 AND u.login = v_me.login
                  AND u.ticket = p_ticket) THEN
      RETURN jsonb_build_object('refused', 'size');
    END IF;
    -- What one person has begun and not finished is bounded; what lies still is swept away.
    IF (SELECT coalesce(sum(u.size), 0) + p_size > 1073741824 OR count(*) >= 64
          FROM blob_upload u WHERE u.login = v_me.login) THEN
      RETURN jsonb_build_object('refused', 'quota');
    END IF;
    INSERT INTO blob_upload(sha256, size, ticket, login)
    VALUES (p_sha256, p_size, p_ticket, v_me.login) RETURNING upload INTO v_upload;
  END IF;
  IF p_content IS NOT NULL THEN
    INSERT INTO blob_chunk(upload, number, content) VALUES (v_upload, p_number, p_content)
    ON CONFLICT (upload, number) DO UPDATE SET content = excluded.content;
    UPDATE blob_upload SET touched_at = clock_timestamp() WHERE upload = v_upload;
  END IF;
  v_have := ARRAY(SELECT c.number FROM blob_chunk c WHERE c.upload = v_upload ORDER BY c.number);
  IF cardinality(v_have) < v_count THEN
    RETURN jsonb_build_object('complete', false, 'have', to_jsonb(v_have));
  END IF;
  -- All bytes are there: they are hashed once.
  IF (SELECT sha256(coalesce(string_agg(c.content, ''::bytea ORDER BY c.number), ''))
        FROM blob_chunk c WHERE c.upload = v_upload) <> p_sha256 THEN
    DELETE FROM blob_chunk WHERE upload = v_upload;
    DELETE FROM blob_upload WHERE upload = v_upload;
    RETURN jsonb_build_object('refused', 'content');
  END IF;
  INSERT INTO blob(sha256, size, upload) VALUES (p_sha256, p_size, v_upload) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN DELETE FROM blob_chunk WHERE upload = v_upload; END IF;
  INSERT INTO blob_ticket(sha256, ticket, put_by) VALUES (p_sha256, p_ticket, v_me.login)
  ON CONFLICT DO NOTHING;
  DELETE FROM blob_upload WHERE upload = v_upload;
  RETURN jsonb_build_object('complete', true, 'have', to_jsonb(v_have));
END $$;
GRANT EXECUTE ON FUNCTION blob_put(bytea, bigint, uuid, integer, bytea) TO yingda_people;

SET LOCAL ROLE yingda_owner;

-- One chunk of a complete content of a ticket whose story the caller sees; NULL when there is none.
CREATE FUNCTION blob_get(p_sha256 bytea, p_number integer) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_content bytea;
BEGIN
  SELECT c.content INTO v_content FROM blob b JOIN blob_chunk c USING (upload)
   WHERE b.sha256 = p_sha256 AND c.number = p_number
     AND EXISTS (SELECT 1 FROM blob_ticket t JOIN activity a USING (ticket)
                  WHERE t.sha256 = p_sha256 AND sees(v_me.sites, a.site));
  RETURN v_content;
END $$;
GRANT EXECUTE ON FUNCTION blob_get(bytea, integer) TO yingda_people;
