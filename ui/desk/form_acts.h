// SPDX-License-Identifier: GPL-3.0-or-later
// The last row of the form: what was said, and what happens next.
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace yingda::ui {

class FormMark;
class HintButton;

/// Marks at the left, acts at the right; it never scrolls away.
class FormActs final : public QWidget {
  Q_OBJECT
 public:
  explicit FormActs(QWidget* parent = nullptr);
  void setMarks(bool confirmed, bool told);
  /// A ring around 先派后补.
  void setEmergency(bool isEmergency);
  /// Early dispatch stands open above: its button is the filled one then.
  void setEarlyOpen(bool isOpen);
  /// 快录: the red path and saving, which Enter does there.
  void setShort(bool isShort);
  /// The acts under the marks, for good.
  void setNarrow();
  FormMark* confirmed() const { return m_confirmed; }
  FormMark* told() const { return m_told; }
  HintButton* promise() const { return m_promise; }
  HintButton* early() const { return m_early; }
  HintButton* dispatch() const { return m_dispatch; }
  HintButton* save() const { return m_save; }

 Q_SIGNALS:
  void confirmedAsked();
  void toldAsked();
  void promiseAsked();
  void earlyAsked();
  void dispatchAsked();
  void saveAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QHBoxLayout* m_rows;
  bool m_isEmergency = false;
  FormMark* m_confirmed;
  FormMark* m_told;
  HintButton* m_promise;
  HintButton* m_early;
  HintButton* m_dispatch;
  HintButton* m_save;
};

}  // namespace yingda::ui
