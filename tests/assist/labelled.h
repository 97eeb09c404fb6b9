// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled sentences, and how well something guesses their labels.
#pragma once

#include <QFile>
#include <QMap>
#include <QStringList>
#include <iostream>
#include <vector>

#include "tests/runner/printers.h"

namespace yingda::test {

/// Rows of a tab-separated file beside the tests.
inline std::vector<QStringList> labelledRows(const char* name) {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/tests/assist/") + QLatin1String(name));
  REQUIRE(file.open(QIODevice::ReadOnly));
  std::vector<QStringList> rows;
  const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
  for (const QString& line : lines) {
    if (!line.startsWith(u'#')) rows.push_back(line.split(u'\t'));
  }
  return rows;
}

/// Right and wrong guesses of labels, one set of counts a label.
class Score {
 public:
  void add(const QString& label, bool isExpected, bool isFound) {
    Counts& counts = m_counts[label];
    if (isExpected && isFound) ++counts.right;
    if (!isExpected && isFound) ++counts.tooMany;
    if (isExpected && !isFound) ++counts.missed;
  }
  double precision(const QString& label = {}) const {
    const Counts counts = of(label);
    return ratio(counts.right, counts.right + counts.tooMany);
  }
  double recall(const QString& label = {}) const {
    const Counts counts = of(label);
    return ratio(counts.right, counts.right + counts.missed);
  }
  double macroF1() const {
    double sum = 0;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it) {
      const double p = precision(it.key());
      const double r = recall(it.key());
      sum += p + r > 0 ? 2 * p * r / (p + r) : 0;
    }
    return m_counts.isEmpty() ? 0 : sum / static_cast<double>(m_counts.size());
  }
  void print(const char* title) const {
    std::cout << title << ": precision " << precision() << ", recall " << recall() << '\n';
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it) {
      std::cout << "  " << it.key().toStdString() << "  P " << precision(it.key()) << "  R "
                << recall(it.key()) << "  (" << it->right << " right, " << it->tooMany
                << " too many, " << it->missed << " missed)\n";
    }
  }

 private:
  struct Counts {
    int right = 0;
    int tooMany = 0;
    int missed = 0;
  };
  static double ratio(int part, int whole) { return whole == 0 ? 1 : double(part) / whole; }
  Counts of(const QString& label) const {
    if (!label.isEmpty()) return m_counts.value(label);
    Counts all;
    for (const Counts& counts : m_counts) {
      all.right += counts.right;
      all.tooMany += counts.tooMany;
      all.missed += counts.missed;
    }
    return all;
  }

  QMap<QString, Counts> m_counts;
};

}  // namespace yingda::test
