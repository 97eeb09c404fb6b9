// SPDX-License-Identifier: GPL-3.0-or-later
// One conflict: both values, what restoring would do, and the acts.
#pragma once

#include <QWidget>

#include "core/service/sync_views.h"

namespace yingda::ui {

class HintButton;
class KeyTable;
class Label;
class RichLabel;
class ValueTable;

/// False for what the program computes, such as the stage, and for what is written once.
bool mayRestore(const ConflictView& conflict);

/// Nothing is chosen here that the program derives: stage and due times have no act.
class ConflictDetail final : public QWidget {
  Q_OBJECT
 public:
  explicit ConflictDetail(const KeyTable& keys, QWidget* parent = nullptr);
  /// `isAsked`: the answer to an act on it has not come yet.
  void setConflict(const ConflictView& conflict, Instant now, bool isAsked);
  void refreshHints();

 Q_SIGNALS:
  void restoreAsked();
  void seenAsked();
  void openAsked();

 private:
  QWidget* makeHead();
  QWidget* makeCard();

  const KeyTable& m_keys;
  Label* m_title = nullptr;
  Label* m_about = nullptr;
  HintButton* m_open = nullptr;
  Label* m_question = nullptr;
  ValueTable* m_values = nullptr;
  Label* m_afterTitle = nullptr;
  RichLabel* m_after = nullptr;
  Label* m_promise = nullptr;
  HintButton* m_seen = nullptr;
  HintButton* m_restore = nullptr;
};

}  // namespace yingda::ui
