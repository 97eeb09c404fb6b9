// SPDX-License-Identifier: GPL-3.0-or-later
// Which roles may write and read each kind on the shared floor: the deeds of authority.h, said of
// kinds. The server's kind_rule is made from it.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/domain/field_table.h"
#include "core/domain/words.h"

namespace yingda {

/// One row of the server's kind_rule.
struct KindRule {
  QByteArray what;  ///< "entity", "activity" or "operation"
  QByteArray kind;
  FieldClass fieldClass = FieldClass::Open;
  QStringList writers;                 ///< the server's words of the roles
  std::optional<QStringList> readers;  ///< absent: every role
};

/// Every kind of the field table, every kind of activity, the erasure, the take-over and the
/// approval of a statement. Pure; any thread.
const std::vector<KindRule>& allKindRules();
/// The server's word for a role, as `yingda-admin user add --role` takes it. An administrator of
/// the shared floor works in the database, not through a seat: absent.
std::optional<QString> serverRoleWord(Role role);

}  // namespace yingda
