// SPDX-License-Identifier: GPL-3.0-or-later
// A pill that is ticked: 受理已确认, 流程待告知.
#pragma once

#include <QAbstractButton>

namespace yingda::ui {

/// Green with a check when ticked; sunken with an empty square and its key when not.
class FormMark final : public QAbstractButton {
  Q_OBJECT
 public:
  FormMark(const QString& ticked, const QString& open, const QString& hint,
           QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString shownText() const { return isChecked() ? m_ticked : m_open; }

  QString m_ticked;
  QString m_open;
  QString m_hint;
};

}  // namespace yingda::ui
