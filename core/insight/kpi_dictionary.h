// SPDX-License-Identifier: GPL-3.0-or-later
// The dictionary of figures, as data: what each counts, by which clock, of which tickets, and what
// must be read beside it.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/domain/words.h"

namespace yingda {

/// A figure that stands beside another; it has no target.
struct KpiCounterWords {
  QString id;
  QString name;
  QString nameEn;
  QString unit;
};

/// One line of the dictionary. Words are Chinese, as the organisation's meeting reads them.
struct KpiDefinition {
  QString id;
  QString name;
  QString nameEn;
  QString formula;
  QString clock;            ///< what decides in which span a case falls
  std::vector<Kind> kinds;  ///< of the tickets that it counts; never empty
  QString exclusions;
  KpiCounterWords counter;
  QString quality;  ///< of a figure of speed: the id of the figure of quality that stands with it
  QString unit;     ///< % 分 件 …; a share is 0 to 100
  std::optional<double> target;
  bool isTargetMost = false;  ///< the target is an upper limit
  bool isSpeed = false;

  bool counts(Kind kind) const;
  /// Nothing without a target.
  std::optional<bool> meets(double value) const;
};

/// Thread: any; never changes.
class KpiDictionary {
 public:
  /// Invalid, with the id in the detail, when a line lacks a word, counts no kind, stands twice, or
  /// is a figure of speed without a figure of quality that is none of speed itself.
  static Result<KpiDictionary> fromJson(const QByteArray& json);
  const std::vector<KpiDefinition>& all() const { return m_definitions; }
  const KpiDefinition* findOrNull(const QString& id) const;

 private:
  std::vector<KpiDefinition> m_definitions;
};

}  // namespace yingda
