// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of SQL that the administrator's scripts share.
#pragma once

#include <QString>
#include <QStringBuilder>

namespace yingda {

/// Quoted as a value of a script.
inline QString sqlLiteral(QString value) {
  value.replace(u'\'', QStringLiteral("''"));
  return u'\'' % value % u'\'';
}

// A client that stands still with a transaction open freezes everybody's view; one that waits or
// asks for ever holds a connection. A group's settings do not reach its members: each login has its
// own.
inline constexpr auto loginLimits = R"(
DO $$
DECLARE p record;
BEGIN
  FOR p IN SELECT login FROM yingda.person JOIN pg_roles ON rolname = login LOOP
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', p.login, '10s');
    EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', p.login, '60s');
    EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', p.login, '10s');
  END LOOP;
END $$;
)";

// What a role may read: a person whose role is to read has the views for reports too.
inline constexpr auto reportReaders = R"(
DO $$
DECLARE p record;
BEGIN
  FOR p IN SELECT login, role FROM yingda.person JOIN pg_roles ON rolname = login LOOP
    IF (p.role = 'reader') <> pg_has_role(p.login, 'yingda_reader', 'MEMBER') THEN
      EXECUTE format(CASE WHEN p.role = 'reader' THEN 'GRANT yingda_reader TO %I'
                          ELSE 'REVOKE yingda_reader FROM %I' END, p.login);
    END IF;
  END LOOP;
END $$;
)";

}  // namespace yingda
