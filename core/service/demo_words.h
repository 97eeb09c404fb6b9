// SPDX-License-Identifier: GPL-3.0-or-later
// The words a demo organisation is made of, read from its data file.
#pragma once

#include <QJsonArray>
#include <QStringList>
#include <vector>

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/domain/agent.h"
#include "core/domain/duty.h"
#include "core/domain/starter.h"

namespace yingda {

/// Texts of one sort of matter.
struct DemoTemplate {
  QString category;  ///< a prefix; the leaf follows from the words of the request
  Kind kind = Kind::Repair;
  QString group;  ///< of complaints: 智能家居 …
  double weight = 1;
  QString season;  ///< wet, hot, renovation, or empty
  bool mondayRush = false;
  bool afterHandover = false;
  QStringList requests;
  QStringList replies;
  QStringList causes;
  QStringList outcomes;
};

struct DemoRed {
  QString category;
  QString request;
  QString reply;
};

struct DemoWords {
  QStringList communities;
  QString surnames;
  QStringList given;
  QStringList men;
  std::vector<Agent> staff;
  std::vector<DutyContact> duty;  ///< of all communities
  QStringList notes;
  std::vector<DemoTemplate> templates;
  std::vector<DemoRed> reds;
};

Result<DemoWords> readDemoWords();

/// One of a list; the list must not be empty.
template <class List>
const auto& pick(const List& list, Random& random) {
  return list[static_cast<decltype(list.size())>(random.below(static_cast<quint64>(list.size())))];
}

/// The leaf under the prefix whose words stand in the request, else its first ordinary one.
const Category* leafFor(const Starter& starter, const QString& prefix, const QString& request);

}  // namespace yingda
