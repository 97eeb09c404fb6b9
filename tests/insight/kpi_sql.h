// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure once more, in SQL over the store's own tables, by nobody's engine.
#pragma once

#include <QHash>
#include <QString>

namespace yingda::test {

/// What the SQL of a figure may name: the span as ?1 and ?2, now as ?3.
struct KpiSql {
  const char* id;
  /// Rows of (ticket id, speaks against); of a figure that is no share, (ticket id, against) too.
  const char* cases;
  /// One row: value, n. Nothing: 100 * good / n of the cases, where good is what is not against;
  /// "bad": 100 * against / n.
  const char* value;
  /// One row: value, n of the counter-figure.
  const char* counter;
};

// Kinds 0 报修 1 投诉 2 咨询 3 建议 4 表扬 5 求助 6 议事; levels 0 红 1 橙 2 黄 3 绿; channel 0
// 电话, 7 12345, 9 巡查. A call without a ticket has a code in its 'archived' record.
inline const char* const kpiCommon = R"(
WITH a AS (SELECT *, json_extract(data, '$.code') AS code, json_extract(data, '$.result') AS result,
                  json_extract(data, '$.score') AS score, json_extract(data, '$.nps') AS nps
           FROM activity WHERE is_void = 0 AND at <= ?3),
t AS (SELECT k.*, coalesce((SELECT code FROM a WHERE a.ticket_row = k.row AND a.kind = 'archived'
                            ORDER BY at DESC LIMIT 1), '') AS code FROM ticket k
      WHERE k.received_at <= ?3),
rep AS (SELECT other AS id FROM tie WHERE kind = 1),
-- Starts of clocks: the receipt and every reopening, each until the next.
c AS (SELECT row, received_at AS start FROM t
      UNION ALL SELECT ticket_row, at FROM a WHERE kind = 'reopened'),
cy AS (SELECT c.row, c.start, coalesce((SELECT min(at) FROM a WHERE a.ticket_row = c.row
       AND a.kind = 'reopened' AND a.at > c.start), 9e18) AS stop FROM c),
-- Seven days a week, 08:30 to 18:00; times of day in minutes.
day AS (SELECT row, start, stop, start + 28800000 AS local FROM cy),
five AS (SELECT day.*, t.id, t.kind, t.code, CASE
    WHEN t.channel = 0 OR t.level <= 1 THEN start + 300000
    WHEN local % 86400000 < 30600000 THEN start - local % 86400000 + 30900000
    WHEN local % 86400000 <= 64500000 THEN start + 300000
    WHEN local % 86400000 < 64800000 THEN
      start - local % 86400000 + 86400000 + 30600000 + 300000 - (64800000 - local % 86400000)
    ELSE start - local % 86400000 + 86400000 + 30900000 END AS due
  FROM day JOIN t ON t.row = day.row),
m1 AS (SELECT five.id, five.row, five.kind, five.code, coalesce(h.due, five.due) AS due, max(
    coalesce((SELECT min(at) FROM a WHERE a.ticket_row = five.row AND a.kind = 'confirmed'
              AND at >= five.start AND at < five.stop), 9e18),
    coalesce((SELECT min(at) FROM a WHERE a.ticket_row = five.row AND a.kind = 'told'
              AND at >= five.start AND at < five.stop), 9e18)) AS met
  FROM five LEFT JOIN hand h ON h.row = five.row AND h.start = five.start),
-- On site: 红 30 minutes, urgent repairs of 黄 two hours, other 黄 by 18:00.
site AS (SELECT t.id, t.row, CASE WHEN t.level = 0 THEN start + 1800000
    WHEN t.category IN (SELECT id FROM urgent) THEN start + 7200000
    WHEN local % 86400000 < 64800000 THEN start - local % 86400000 + 64800000
    ELSE start - local % 86400000 + 86400000 + 64800000 END AS due,
    coalesce((SELECT min(at) FROM a WHERE a.ticket_row = day.row AND a.kind IN ('arrived', 'solved')
              AND at >= start AND at < stop), 9e18) AS met
  FROM day JOIN t ON t.row = day.row WHERE t.kind = 0 AND t.code = '' AND t.level IN (0, 2)
    AND t.category NOT IN (SELECT id FROM visitless)),
sol AS (SELECT t.id, t.row, a.at AS solved FROM t JOIN a ON a.ticket_row = t.row
        WHERE a.kind = 'solved' AND t.code = ''),
-- First contacts: matters that came up for the first time, and enquiries answered without a ticket.
fc AS (SELECT t.*, (t.code = 'answered' OR EXISTS (SELECT 1 FROM a s WHERE s.ticket_row = t.row
    AND s.kind = 'solved' AND json_extract(s.data, '$.confirmed') = 1
    AND s.at = (SELECT min(at) FROM a z WHERE z.ticket_row = t.row AND z.kind = 'solved')
    AND NOT EXISTS (SELECT 1 FROM a o WHERE o.ticket_row = t.row AND o.at <= s.at AND
      (o.kind IN ('dispatched', 'reopened') OR (o.kind = 'contact' AND o.at > t.received_at))))) AS once
  FROM t WHERE received_at >= ?1 AND received_at < ?2 AND id NOT IN (SELECT id FROM rep)
    AND ((code = '' AND kind IN (0, 1, 2, 3, 5)) OR code = 'answered')),
fv AS (SELECT fc.*, (once
    AND NOT EXISTS (SELECT 1 FROM a o WHERE o.ticket_row = fc.row AND o.kind IN ('contact', 'reopened')
      AND o.at > fc.received_at AND o.at <= fc.received_at + 604800000)
    AND (NOT EXISTS (SELECT 1 FROM a s WHERE s.ticket_row = fc.row AND s.kind = 'solved')
      OR EXISTS (SELECT 1 FROM a b WHERE b.ticket_row = fc.row AND b.kind = 'callback'
        AND b.result = 'solved'))
    AND NOT EXISTS (SELECT 1 FROM tie e WHERE e.kind = 1 AND e.original = fc.id
      AND e.made_at <= fc.received_at + 604800000)
    AND NOT EXISTS (SELECT 1 FROM ticket g WHERE g.household = fc.household
      AND g.category = fc.category AND g.received_at > fc.received_at
      AND g.received_at < fc.received_at + 604800000)) AS held
  FROM fc WHERE received_at + 604800000 <= ?3),
closed AS (SELECT t.* FROM t WHERE code = '' AND (SELECT max(at) FROM a WHERE a.ticket_row = t.row
  AND a.kind = 'archived') BETWEEN ?1 AND ?2 - 1),
call AS (SELECT t.id, t.row, t.first_receiver, a.* FROM t JOIN a ON a.ticket_row = t.row
  WHERE a.kind = 'callback' AND a.at >= ?1 AND a.at < ?2),
came AS (SELECT * FROM t WHERE received_at >= ?1 AND received_at < ?2 AND code = ''),
due3 AS (SELECT sol.*, solved + 86400000 AS opens, solved + 259200000 AS due FROM sol
  WHERE id NOT IN (SELECT id FROM rep) AND solved + 259200000 >= ?1 AND solved + 259200000 < ?2),
w AS (SELECT due3.*,
  EXISTS (SELECT 1 FROM a WHERE a.ticket_row = due3.row AND a.kind = 'callback'
    AND a.result <> 'unreachable' AND a.at BETWEEN opens AND due) AS inside,
  EXISTS (SELECT 1 FROM a WHERE a.ticket_row = due3.row AND a.kind = 'callback'
    AND a.result <> 'unreachable' AND a.at BETWEEN solved AND due) AS anyway,
  EXISTS (SELECT 1 FROM a WHERE a.ticket_row = due3.row AND a.kind = 'reopened'
    AND a.at BETWEEN solved AND due) AS again FROM due3),
prom AS (SELECT *, kept_at IS NOT NULL AND kept_at <= due_at AS good FROM promise
  WHERE due_at >= ?1 AND due_at < ?2)
)";

inline const KpiSql kpiSql[] = {
    {"ontime_response",
     "SELECT id, max(met > due) FROM m1 WHERE kind = 1 AND code = ''"
     " AND id NOT IN (SELECT id FROM rep) AND due >= ?1 AND due < ?2 GROUP BY id",
     nullptr,
     "SELECT 100.0 * sum(p) / count(*), count(*) FROM (SELECT id, EXISTS (SELECT 1 FROM a WHERE"
     " a.ticket_row = m1.row AND a.kind = 'pause') AS p FROM m1 WHERE kind = 1 AND code = ''"
     " AND id NOT IN (SELECT id FROM rep) AND due >= ?1 AND due < ?2 GROUP BY id)"},
    {"FCR_A", "SELECT id, NOT once FROM fc", nullptr,
     "SELECT 100.0 * sum(held) / count(*), count(*) FROM fv"},
    {"FCR_V", "SELECT id, NOT held FROM fv", nullptr,
     "SELECT 100.0 * sum(EXISTS (SELECT 1 FROM a WHERE a.ticket_row = fv.row AND a.kind = 'callback'"
     " AND a.result <> 'unreachable')) / count(*), count(*) FROM fv WHERE once AND EXISTS"
     " (SELECT 1 FROM a WHERE a.ticket_row = fv.row AND a.kind = 'solved')"},
    {"escalate_rate",
     "SELECT id, EXISTS (SELECT 1 FROM a WHERE a.ticket_row = came.row AND a.kind = 'level' AND"
     " instr('红橙黄绿', json_extract(data, '$.to')) < instr('红橙黄绿', json_extract(data, '$.from')))"
     " FROM came WHERE kind = 1",
     "bad", "SELECT 100.0 * sum(level <= 1) / count(*), count(*) FROM came WHERE kind = 1"},
    {"repeat_rate",
     "SELECT id, EXISTS (SELECT 1 FROM ticket o WHERE o.household = closed.household AND"
     " o.category = closed.category AND o.received_at < closed.received_at AND"
     " o.received_at >= closed.received_at - 2592000000) FROM closed WHERE kind = 1"
     " AND household IS NOT NULL AND category IS NOT NULL",
     "bad",
     "SELECT 100.0 * sum((SELECT coalesce(cause, '') <> '' FROM ticket_text x WHERE x.row ="
     " closed.row)) / count(*), count(*) FROM closed WHERE kind = 1 AND household IS NOT NULL"
     " AND category IS NOT NULL"},
    {"dup_handling",
     "SELECT id, EXISTS (SELECT 1 FROM tie JOIN ticket o ON o.id = tie.other JOIN a ON"
     " a.ticket_row = o.row WHERE tie.kind = 1 AND tie.original = came.id AND"
     " a.kind = 'dispatched') FROM came WHERE id NOT IN (SELECT id FROM rep)",
     "bad",
     "SELECT 100.0 * sum(kind = 0) / count(*), count(*) FROM tie WHERE kind IN (0, 1) AND"
     " made_at >= ?1 AND made_at < ?2"},
    {"triage_err",
     "SELECT id, coalesce((SELECT coalesce(nullif(json_extract(data, '$.from'), ''),"
     " json_extract(data, '$.to')) FROM a WHERE a.ticket_row = closed.row AND a.kind = 'category'"
     " ORDER BY at, id LIMIT 1), category) <> category FROM closed WHERE category IS NOT NULL",
     "bad",
     "SELECT 100.0 * sum(coalesce((SELECT json_extract(data, '$.from') = '' FROM a WHERE"
     " a.ticket_row = closed.row AND a.kind = 'category' ORDER BY at, id LIMIT 1), 0)) / count(*),"
     " count(*) FROM closed WHERE category IS NOT NULL"},
    {"csat_mean", "SELECT id, min(score) <= 3 FROM call WHERE score IS NOT NULL GROUP BY id",
     "SELECT avg(score), count(score) FROM call",
     "SELECT 100.0 * count(score) / count(*), count(*) FROM call"},
    {"csat_top2", "SELECT id, min(score) < 4 FROM call WHERE score IS NOT NULL GROUP BY id",
     "SELECT 100.0 * sum(score >= 4) / count(score), count(score) FROM call",
     "SELECT 100.0 * sum(by_agent = first_receiver OR by_agent = (SELECT by_agent FROM a s WHERE"
     " s.ticket_row = call.row AND s.kind = 'solved' AND s.at <= call.at ORDER BY s.at DESC"
     " LIMIT 1)) / count(*), count(*) FROM call WHERE score IS NOT NULL"},
    {"nps", "SELECT id, min(nps) <= 6 FROM call WHERE nps IS NOT NULL GROUP BY id",
     "SELECT 100.0 * (sum(nps >= 9) - sum(nps <= 6)) / count(nps), count(nps) FROM call",
     "SELECT 100.0 * count(nps) / count(*), count(*) FROM call"},
    {"callback_ontime", "SELECT id, max(NOT inside) FROM w WHERE anyway OR NOT again GROUP BY id",
     nullptr,
     "SELECT 100.0 * sum(result = 'unreachable') / count(*), count(*) FROM w JOIN a ON"
     " a.ticket_row = w.row WHERE a.kind = 'callback' AND a.at BETWEEN solved AND due"
     " AND (anyway OR NOT again)"},
    {"promise_kept", "SELECT ticket, max(NOT good) FROM prom GROUP BY ticket",
     "SELECT 100.0 * sum(good) / count(*), count(*) FROM prom",
     "SELECT 1.0 * count(*) / count(DISTINCT ticket), count(DISTINCT ticket) FROM prom"},
    {"bounce",
     "SELECT t.id, max(a.kind = 'returned') FROM t JOIN a ON a.ticket_row = t.row WHERE t.code = ''"
     " AND a.kind IN ('dispatched', 'returned') AND a.at >= ?1 AND a.at < ?2 GROUP BY t.id",
     "SELECT 1.0 * sum(a.kind = 'returned') / count(DISTINCT CASE a.kind WHEN 'dispatched' THEN"
     " a.ticket_row END), count(DISTINCT CASE a.kind WHEN 'dispatched' THEN a.ticket_row END)"
     " FROM a WHERE a.kind IN ('dispatched', 'returned') AND a.at >= ?1 AND a.at < ?2",
     // The nearest rank: of k values in order the one at ceil(0.9 k).
     "SELECT air, k FROM (SELECT air, count(*) OVER () AS k, row_number() OVER (ORDER BY air) AS i"
     " FROM (SELECT (coalesce((SELECT min(d.at) FROM a d WHERE d.ticket_row = a.ticket_row AND"
     " d.kind = 'dispatched' AND d.at >= a.at), ?3) - a.at) / 60000.0 AS air FROM a"
     " WHERE kind = 'returned' AND at >= ?1 AND at < ?2)) WHERE i = (9 * k + 9) / 10"},
    {"complaints_per_1000_households",
     "SELECT id, 1 FROM came WHERE kind = 1 AND (community IS NOT NULL OR EXISTS (SELECT 1 FROM"
     " household h WHERE h.id = came.household AND h.community IS NOT NULL))",
     "SELECT 1000.0 * count(*) / (SELECT count(*) FROM household WHERE merged_into IS NULL AND"
     " coalesce(status, '') NOT IN ('空置', '装修', '交付')), count(*) FROM came WHERE kind = 1"
     " AND (community IS NOT NULL OR EXISTS (SELECT 1 FROM household h WHERE h.id ="
     " came.household AND h.community IS NOT NULL))",
     "SELECT 1.0 * count(*), count(*) FROM household WHERE merged_into IS NULL AND"
     " coalesce(status, '') NOT IN ('空置', '装修', '交付')"},
    {"onsite_ontime",
     "SELECT id, max(met > due) FROM site WHERE id NOT IN (SELECT id FROM rep) AND due >= ?1"
     " AND due < ?2 GROUP BY id",
     nullptr,
     "SELECT 100.0 * sum(p) / count(*), count(*) FROM (SELECT EXISTS (SELECT 1 FROM a WHERE"
     " a.ticket_row = site.row AND a.kind = 'pause') AS p FROM site WHERE id NOT IN"
     " (SELECT id FROM rep) AND due >= ?1 AND due < ?2 GROUP BY id)"},
    {"solve_first_visit",
     "SELECT id, v <> 1 OR r > 0 FROM (SELECT t.id, (SELECT count(*) FROM a WHERE a.ticket_row ="
     " t.row AND a.kind = 'arrived' AND a.at <= s.last) AS v, (SELECT count(*) FROM a WHERE"
     " a.ticket_row = t.row AND a.kind = 'reopened') AS r FROM t JOIN (SELECT ticket_row, max(at)"
     " AS last FROM a WHERE kind = 'solved' AND at >= ?1 AND at < ?2 GROUP BY ticket_row) s ON"
     " s.ticket_row = t.row WHERE t.kind = 0 AND t.code = '') WHERE v > 0",
     nullptr,
     "SELECT 100.0 * sum(r) / count(*), count(*) FROM (SELECT EXISTS (SELECT 1 FROM a WHERE"
     " a.ticket_row = t.row AND a.kind = 'reopened') AS r FROM t JOIN (SELECT ticket_row, max(at)"
     " AS last FROM a WHERE kind = 'solved' AND at >= ?1 AND at < ?2 GROUP BY ticket_row) s ON"
     " s.ticket_row = t.row WHERE t.kind = 0 AND t.code = '' AND EXISTS (SELECT 1 FROM a WHERE"
     " a.ticket_row = t.row AND a.kind = 'arrived' AND a.at <= s.last))"},
    {"cases_12345",
     "SELECT id, EXISTS (SELECT 1 FROM a WHERE a.ticket_row = came.row AND a.kind = 'reopened')"
     " FROM came WHERE channel = 7",
     "SELECT 1.0 * count(*), count(*) FROM came WHERE channel = 7",
     "SELECT 100.0 * sum(EXISTS (SELECT 1 FROM a WHERE a.ticket_row = came.row AND"
     " a.kind = 'reopened')) / count(*), count(*) FROM came WHERE channel = 7"},
    {"reopen_rate",
     "SELECT id, EXISTS (SELECT 1 FROM a WHERE a.ticket_row = s.row AND a.kind = 'reopened' AND"
     " a.at >= s.first) FROM (SELECT id, row, min(solved) AS first FROM sol WHERE solved >= ?1 AND"
     " solved < ?2 GROUP BY id) s",
     "bad",
     "SELECT 100.0 * sum(EXISTS (SELECT 1 FROM a WHERE a.ticket_row = s.row AND a.kind ="
     " 'callback' AND a.result <> 'unreachable' AND a.at >= s.first)) / count(*), count(*) FROM"
     " (SELECT id, row, min(solved) AS first FROM sol WHERE solved >= ?1 AND solved < ?2"
     " GROUP BY id) s"},
    {"unreachable_share", "SELECT id, min(result = 'unreachable') FROM call GROUP BY id", "bad",
     "SELECT 1.0 * count(*) / count(DISTINCT id), count(DISTINCT id) FROM call"},
    {"proactive_share", "SELECT id, channel <> 9 FROM came", nullptr,
     "SELECT 100.0 * sum(kind = 1) / count(*), count(*) FROM came"},
};

}  // namespace yingda::test
