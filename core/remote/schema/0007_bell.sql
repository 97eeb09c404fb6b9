-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the doorbell may: look whether anything new is complete, and say that there is. A NOTIFY holds
-- one lock of the whole server until its transaction is on disk, so that it stands in no other
-- transaction than this.
SET LOCAL ROLE yingda_engine;

-- is_news: some row that workstations pull became complete since p_seen; NULL: it is not known, so
-- it may have. seen is what to ask with next time. p_is_due: say "alive" when nothing is new. Rows
-- that nobody pulls, such as presence, move the watermark and ring no bell.
CREATE FUNCTION ring(p_seen xid8, p_is_due boolean) RETURNS TABLE(seen text, is_news boolean)
LANGUAGE plpgsql SECURITY DEFINER
-- Each table is asked for one row at the end of an index; a plan that reads it from the beginning
-- would find none for a long time.
SET enable_seqscan = off SET jit = off
SET search_path = yingda, pg_catalog, pg_temp AS $$
DECLARE v_ceiling xid8 := pg_snapshot_xmin(pg_current_snapshot());
BEGIN
  seen := greatest(v_ceiling, p_seen)::text;
  is_news := p_seen IS NULL
    OR EXISTS (SELECT 1 FROM activity WHERE sync_xid >= p_seen AND sync_xid < v_ceiling)
    OR EXISTS (SELECT 1 FROM entity WHERE sync_xid >= p_seen AND sync_xid < v_ceiling)
    OR EXISTS (SELECT 1 FROM conflict WHERE sync_xid >= p_seen AND sync_xid < v_ceiling)
    OR EXISTS (SELECT 1 FROM scope_exit WHERE sync_xid >= p_seen AND sync_xid < v_ceiling);
  IF is_news THEN
    PERFORM pg_notify('yingda_bell', 'news');
  ELSIF p_is_due THEN
    PERFORM pg_notify('yingda_bell', 'alive');
  END IF;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION ring(xid8, boolean) TO yingda_bell;
