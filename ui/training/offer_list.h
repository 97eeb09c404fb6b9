// SPDX-License-Identifier: GPL-3.0-or-later
// Whole sentences that may be picked by a digit.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace yingda::ui {

/// Hidden without sentences; at most nine. Owner: the practice room.
class OfferList final : public QWidget {
  Q_OBJECT
 public:
  explicit OfferList(QWidget* parent = nullptr);
  void set(const QStringList& sentences);
  int count() const { return m_count; }

 Q_SIGNALS:
  void picked(int number);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QVBoxLayout* m_rows;
  int m_count = 0;
};

}  // namespace yingda::ui
