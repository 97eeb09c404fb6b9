-- SPDX-License-Identifier: GPL-3.0-or-later
-- The views for reports: columns spelled out, nothing personal, and of each row only what the site
-- of the login that asks may see. They belong to the owner, so row-level security stands behind.

-- Milliseconds as a time; NULL for what no calendar has, so that one such row does not stop a report.
CREATE FUNCTION try_time(p_ms bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_ms BETWEEN -62135596800000 AND 253402300799999
              THEN to_timestamp(p_ms / 1000.0) END
$$;

CREATE VIEW bi_ticket WITH (security_barrier) AS
  SELECT e.id, e.site, e.body ->> 'number' AS number, (e.body ->> 'kind')::bigint AS kind,
         (e.body ->> 'level')::bigint AS level, (e.body ->> 'stage')::bigint AS stage,
         (e.body ->> 'cycle')::bigint AS cycle, e.body ->> 'category' AS category,
         e.body ->> 'equipment' AS equipment, (e.body ->> 'channel')::bigint AS channel,
         e.body ->> 'department' AS department, (e.body ->> 'holder')::uuid AS holder,
         (e.body ->> 'first_receiver')::uuid AS first_receiver,
         try_time((e.body ->> 'received_at')::bigint) AS received_at,
         try_time((e.body ->> 'occurred_at')::bigint) AS occurred_at,
         e.body ->> 'solution' AS solution
    FROM entity e WHERE e.kind = 'ticket';

CREATE VIEW bi_activity WITH (security_barrier) AS
  SELECT a.id, a.ticket, a.site, a.content ->> 'k' AS kind,
         try_time((a.content ->> 'at')::bigint) AS at,
         try_uuid(a.content ->> 'by') AS by_agent, a.workstation, a.is_void
    FROM activity a;

CREATE VIEW bi_community WITH (security_barrier) AS
  SELECT e.id, e.body ->> 'name' AS name FROM entity e WHERE e.kind = 'community';

-- A figure of how often two meet: which field, where and when, never what it said.
CREATE VIEW bi_conflict WITH (security_barrier) AS
  SELECT c.id, c.kind, c.entity, c.site, c.field, c.at_server AS at FROM conflict c;

GRANT SELECT ON bi_ticket, bi_activity, bi_community, bi_conflict TO yingda_reader;
GRANT EXECUTE ON FUNCTION try_uuid(text), try_time(bigint) TO yingda_reader;
