// SPDX-License-Identifier: GPL-3.0-or-later
// A figure in words: the same for the list of today and for the table of all.
#pragma once

#include <QString>
#include <vector>

#include "core/insight/kpi_figure.h"

namespace yingda::ui {

/// A number that stands beside a figure; grey below kpiCasesLeast.
struct BesideWords {
  QString text;  ///< name, value with unit, 样本 n; empty: none
  bool isThin = false;
  friend bool operator==(const BesideWords&, const BesideWords&) = default;
};

/// A line: a figure, or one project's part of the figure above it.
struct FigureWords {
  QString id;  ///< of the figure
  int figure = 0;
  int part = -1;  ///< -1: the figure itself
  QString name;
  QString value;
  QString verdict;
  QString target;
  QString cases;
  bool isThin = false;
  bool isMissed = false;
  bool hasParts = false;
  BesideWords quality;  ///< always there for a figure of speed
  BesideWords counter;  ///< of a part: its households and the bounds of 95 %
  /// All of it, for those who hear it.
  QString text() const;
  friend bool operator==(const FigureWords&, const FigureWords&) = default;
};

QString figureName(const KpiDefinition& kpi);
/// `index`: of the figure among those that are shown.
FigureWords figureWords(const KpiFigure& figure, const KpiDictionary& dictionary, int index);
/// One line a project; empty for a figure without parts.
std::vector<FigureWords> partWords(const KpiFigure& figure, int index);

}  // namespace yingda::ui
