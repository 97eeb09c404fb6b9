-- SPDX-License-Identifier: GPL-3.0-or-later
-- Attachments and recordings, by the hash of their content, in chunks of 1 MiB.
SET LOCAL ROLE yingda_engine;

-- Takes one chunk (or none: what is there already?). Every chunk but the last has 1 MiB. A content
-- is complete for a site when somebody brought all of its bytes there. At most 256 MiB.
CREATE FUNCTION blob_put(p_sha256 bytea, p_size bigint, p_site uuid, p_number integer,
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
  IF v_me.role = 'reader' OR NOT sees(v_me.sites, p_site) THEN
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
  IF EXISTS (SELECT 1 FROM blob_site s WHERE s.sha256 = p_sha256
                AND s.site IS NOT DISTINCT FROM p_site) THEN
    RETURN jsonb_build_object('complete', true, 'have', '[]'::jsonb);
  END IF;
  SELECT u.upload INTO v_upload FROM blob_upload u
   WHERE u.sha256 = p_sha256 AND u.login = v_me.login AND u.site IS NOT DISTINCT FROM p_site
     AND u.size = p_size FOR UPDATE;
  IF v_upload IS NULL THEN
    IF EXISTS (SELECT 1 FROM blob_upload u WHERE u.sha256 = p_sha256 AND u.login = v_me.login
                  AND u.site IS NOT DISTINCT FROM p_site) THEN
      RETURN jsonb_build_object('refused', 'size');
    END IF;
    INSERT INTO blob_upload(sha256, size, site, login)
    VALUES (p_sha256, p_size, p_site, v_me.login) RETURNING upload INTO v_upload;
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
  INSERT INTO blob_site(sha256, site, put_by) VALUES (p_sha256, p_site, v_me.login);
  DELETE FROM blob_upload WHERE upload = v_upload;
  RETURN jsonb_build_object('complete', true, 'have', to_jsonb(v_have));
END $$;
GRANT EXECUTE ON FUNCTION blob_put(bytea, bigint, uuid, integer, bytea) TO yingda_people;

SET LOCAL ROLE yingda_owner;

-- One chunk of a complete content that a site of the caller has; NULL when there is none.
CREATE FUNCTION blob_get(p_sha256 bytea, p_number integer) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE
  v_me person := me();
  v_content bytea;
BEGIN
  SELECT c.content INTO v_content FROM blob b JOIN blob_chunk c USING (upload)
   WHERE b.sha256 = p_sha256 AND c.number = p_number
     AND EXISTS (SELECT 1 FROM blob_site s WHERE s.sha256 = p_sha256
                    AND sees(v_me.sites, s.site));
  RETURN v_content;
END $$;
GRANT EXECUTE ON FUNCTION blob_get(bytea, integer) TO yingda_people;
