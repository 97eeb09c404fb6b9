// SPDX-License-Identifier: GPL-3.0-or-later
// Entry of a six-digit PIN in six cells.
#pragma once

#include <QLineEdit>

namespace yingda::ui {

/// A password editor drawn as six cells: digits only, paste takes the first six digits of the text.
class PinEdit final : public QLineEdit {
  Q_OBJECT
 public:
  static constexpr int length = 6;

  explicit PinEdit(QWidget* parent = nullptr);
  QString pin() const { return text(); }
  bool isComplete() const { return text().size() == length; }
  /// Draws the edge red until the next change, e.g. after a wrong PIN.
  void setWrong(bool wrong);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// The sixth digit has come.
  void completed(const QString& pin);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void paste();
  void noteText();

  bool m_isWrong = false;
};

}  // namespace yingda::ui
