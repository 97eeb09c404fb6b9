// SPDX-License-Identifier: GPL-3.0-or-later
// A drill's talk: the customer at the left, the trainee at the right, each with the time.
#pragma once

#include <QScrollArea>

#include "ui/kit/theme.h"

class QVBoxLayout;

namespace yingda::ui {

/// Follows the newest words. Owner: the practice room.
class TalkView final : public QScrollArea {
  Q_OBJECT
 public:
  explicit TalkView(QWidget* parent = nullptr);
  void addCustomer(const QString& time, const QString& name, const QString& text);
  /// `note` says what the words did to her; empty in an assessment.
  void addOwn(const QString& time, const QString& name, const QString& text, const QString& note,
              Token noteInk);
  int count() const { return static_cast<int>(m_texts.size()); }
  /// "name: words", in the order of the talk.
  QString textAt(int row) const { return m_texts[row]; }
  void clear();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addRow(QWidget* row, const QString& spoken);

  QVBoxLayout* m_rows;
  QStringList m_texts;
};

}  // namespace yingda::ui
