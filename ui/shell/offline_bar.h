// SPDX-License-Identifier: GPL-3.0-or-later
// The grey bar under the top bar while the shared floor is out of reach.
#pragma once

#include <QWidget>

#include "core/service/sync_views.h"

namespace yingda::ui {

/// It stopped because its seat is another's too, or its chain broke: a new seat is the way on.
bool needsNewSeat(const SyncView& view);

class HintButton;
class KeyTable;
class Label;
class RichLabel;

/// Says since when, that work goes on, and what a person may do. Shown while Offline, Refused and
/// Stopped, or while the clocks differ; gone otherwise. It takes the focus only when a person wants
/// a new seat: the first wish says what that does, the second (or Enter) does it, Esc leaves it.
class OfflineBar final : public QWidget {
  Q_OBJECT
 public:
  explicit OfflineBar(const KeyTable& keys, QWidget* parent = nullptr);
  void setSync(const SyncView& view, Instant now);
  /// The bold words at the left, and the sentence after them.
  QString title() const;
  QString sentence() const;
  /// The page of unsent work is before the person already: its button would lead nowhere.
  void setInboxShown(bool isShown);
  /// A person wants a new seat; nothing happens where there is no need of one.
  void wishNewSeat();
  bool isAskingForSeat() const { return m_isAsking; }
  /// The language of the keys changed.
  void refreshHints();

 Q_SIGNALS:
  void retryAsked();
  void unsentAsked();
  /// Wished twice.
  void newSeatAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void refresh();

  const KeyTable& m_keys;
  SyncView m_view;
  Instant m_now{};
  bool m_isInboxShown = false;
  bool m_isAsking = false;
  Label* m_title;
  RichLabel* m_sentence;
  HintButton* m_unsent;
  HintButton* m_newSeat;
  HintButton* m_retry;
};

}  // namespace yingda::ui
