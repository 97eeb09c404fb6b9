// SPDX-License-Identifier: GPL-3.0-or-later
// Kind words that fit now: 此刻可以说, each inserted with one key.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/starter.h"

class QVBoxLayout;

namespace yingda::ui {

class KeyTable;

/// Hidden while there is no phrase. Limits: three phrases.
class PhraseList final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int most = 3;
  explicit PhraseList(const KeyTable& keys, QWidget* parent = nullptr);
  void set(const std::vector<const Phrase*>& phrases);
  int count() const { return static_cast<int>(m_phrases.size()); }
  /// The n-th, from 1; false when there is none.
  bool insert(int digit);

 Q_SIGNALS:
  void inserted(const QString& id, const QString& text);

 private:
  QWidget* makeRow(const Phrase& phrase, int digit);

  const KeyTable& m_keys;
  std::vector<Phrase> m_phrases;
  QVBoxLayout* m_rows;
};

}  // namespace yingda::ui
