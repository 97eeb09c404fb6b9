// SPDX-License-Identifier: GPL-3.0-or-later
// Kind words that fit now: 此刻可以说, each inserted with one key.
#pragma once

#include <QWidget>
#include <vector>

#include "core/assist/kind_words.h"

class QVBoxLayout;

namespace yingda::ui {

class KeyTable;
class Label;

/// Hidden while there is no phrase. Says how many were passed over because they, or their like,
/// were said before. Limits: three phrases.
class PhraseList final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int most = 3;
  explicit PhraseList(const KeyTable& keys, QWidget* parent = nullptr);
  void set(const std::vector<const Phrase*>& phrases, const std::vector<PassedOver>& passed = {});
  int count() const { return static_cast<int>(m_phrases.size()); }
  /// The n-th, from 1; false when there is none.
  bool insert(int digit);

 Q_SIGNALS:
  void inserted(const QString& id, const QString& text);

 private:
  void showPassed(const std::vector<PassedOver>& passed);
  QWidget* makeRow(const Phrase& phrase, int digit);

  const KeyTable& m_keys;
  std::vector<Phrase> m_phrases;
  QVBoxLayout* m_rows;
  Label* m_passed;
};

}  // namespace yingda::ui
