// SPDX-License-Identifier: GPL-3.0-or-later
// What looks like a search field in the top bar and opens the palette.
#pragma once

#include <QAbstractButton>

namespace yingda::ui {

/// From 240 wide down to its key cap alone.
class SearchButton final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit SearchButton(const QString& hint, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_hint;
};

}  // namespace yingda::ui
