// SPDX-License-Identifier: GPL-3.0-or-later
// Computes the figures of the dictionary from the store.
#pragma once

#include <QStringList>
#include <vector>

#include "core/domain/milestones.h"
#include "core/domain/starter.h"
#include "core/insight/kpi_figure.h"
#include "core/store/database.h"

namespace yingda {

/// Thread: that of the database. Owner: whoever asks. Limits: engine, starter and dictionary
/// outlive it; a clock that stood still for more than 60 days on a ticket that is solved since is
/// not followed.
class KpiComputer {
 public:
  KpiComputer(Database& database, const MilestoneEngine& engine, const Starter& starter,
              const KpiDictionary& dictionary)
      : m_database(database), m_engine(engine), m_starter(starter), m_dictionary(dictionary) {}

  /// NotFound for an id that the dictionary lacks.
  Result<KpiFigure> figure(const QString& id, const KpiSpan& span);
  /// In the order of the ids; the store is read once for all of them.
  Result<std::vector<KpiFigure>> figures(const QStringList& ids, const KpiSpan& span);
  /// Every id has a computation; a line without one would be a promise that nobody keeps.
  static QStringList computed();

 private:
  Database& m_database;
  const MilestoneEngine& m_engine;
  const Starter& m_starter;
  const KpiDictionary& m_dictionary;
};

}  // namespace yingda
