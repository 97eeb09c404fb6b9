// SPDX-License-Identifier: GPL-3.0-or-later
// What the shell needs to know of a screen.
#pragma once

#include <QStringList>
#include <QWidget>

namespace yingda::ui {

/// A screen of the program; navigation and palette follow from it.
class Page : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  /// Stable lower-case word: "workbench".
  virtual QString id() const;
  /// The word in the navigation: "工作台".
  virtual QString title() const;
  /// The verb of the key table that opens it, or empty.
  virtual QString keyId() const;
  /// Verbs for the status strip; empty: those of the desk.
  virtual QStringList hints() const { return {}; }
};

}  // namespace yingda::ui
