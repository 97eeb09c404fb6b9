-- SPDX-License-Identifier: GPL-3.0-or-later
-- The views for reports: columns spelled out, nothing personal, and of each row only what the site
-- of the login that asks may see. They belong to the owner, so row-level security stands behind.

CREATE VIEW bi_ticket WITH (security_barrier) AS
  SELECT e.id, e.site, e.body ->> 'number' AS number, (e.body ->> 'kind')::bigint AS kind,
         (e.body ->> 'level')::bigint AS level, (e.body ->> 'stage')::bigint AS stage,
         (e.body ->> 'cycle')::bigint AS cycle, e.body ->> 'category' AS category,
         e.body ->> 'equipment' AS equipment, (e.body ->> 'channel')::bigint AS channel,
         e.body ->> 'department' AS department, (e.body ->> 'holder')::uuid AS holder,
         (e.body ->> 'first_receiver')::uuid AS first_receiver,
         to_timestamp((e.body ->> 'received_at')::bigint / 1000.0) AS received_at,
         to_timestamp((e.body ->> 'occurred_at')::bigint / 1000.0) AS occurred_at,
         e.body ->> 'solution' AS solution
    FROM entity e WHERE e.kind = 'ticket';

CREATE VIEW bi_activity WITH (security_barrier) AS
  SELECT a.id, a.ticket, a.site, a.content ->> 'k' AS kind,
         to_timestamp((a.content ->> 'at')::bigint / 1000.0) AS at,
         try_uuid(a.content ->> 'by') AS by_agent, a.workstation, a.is_void
    FROM activity a;

CREATE VIEW bi_community WITH (security_barrier) AS
  SELECT e.id, e.body ->> 'name' AS name FROM entity e WHERE e.kind = 'community';

-- A figure of how often two meet: which field, where and when, never what it said.
CREATE VIEW bi_conflict WITH (security_barrier) AS
  SELECT c.id, c.kind, c.entity, c.site, c.field, c.at_server AS at FROM conflict c;

GRANT SELECT ON bi_ticket, bi_activity, bi_community, bi_conflict TO yingda_reader;
GRANT EXECUTE ON FUNCTION try_uuid(text) TO yingda_reader;
