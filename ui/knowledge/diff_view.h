// SPDX-License-Identifier: GPL-3.0-or-later
// Two versions of a text in one: what went is struck out, what came is underlined.
#pragma once

#include <QTextBrowser>

namespace yingda::ui {

/// Never colour alone. Reads with the arrow keys; Tab moves on.
class DiffView final : public QTextBrowser {
  Q_OBJECT
 public:
  explicit DiffView(QWidget* parent = nullptr);
  void set(const QString& before, const QString& after);
  int changes() const { return m_changes; }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void render();

  QString m_before;
  QString m_after;
  int m_changes = 0;
  bool m_isDark = false;  ///< the colours that it is written in
};

}  // namespace yingda::ui
