// SPDX-License-Identifier: GPL-3.0-or-later
// Asks one question that a digit answers: why a ticket is taken over, what one does meanwhile.
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

namespace yingda::ui {

class Label;

/// One answer: its code and its words on the screen.
struct Reason {
  QString code;
  QString text;
};

/// Why a ticket is taken out of somebody's hands: the codes of claimReasons.
std::vector<Reason> takeOverReasons();
/// 接手王蕾认领的工单，为什么？
QString takeOverTitle(const QString& holder);

/// Digits choose, Esc folds; it takes the focus and gives it back. Owner: the page that asks.
class ReasonBar final : public QWidget {
  Q_OBJECT
 public:
  /// At most nine reasons. `name` is the object name; each button has it with the reason's code.
  ReasonBar(const QString& name, std::vector<Reason> reasons, QWidget* parent = nullptr);
  void open(const QString& title);
  void fold();

 Q_SIGNALS:
  void chosen(const QString& reason);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void choose(size_t index);

  std::vector<Reason> m_reasons;
  QPointer<QWidget> m_before;  ///< what had the focus
  Label* m_title = nullptr;
};

}  // namespace yingda::ui
