// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone number in a form: masked until somebody may see it, kept as written when it is none.
#pragma once

#include <QWidget>

class QAbstractButton;

namespace yingda::ui {

class FormField;
class LineBox;

/// Typing replaces the masked number as a whole; what is typed stays readable until the focus goes.
/// 拒留 says that the caller refused to leave one.
class FormPhone final : public QWidget {
  Q_OBJECT
 public:
  explicit FormPhone(QWidget* parent = nullptr);
  /// Canonical, or as typed when it is no number.
  QString number() const { return m_number; }
  /// Shows it masked, without telling anybody.
  void setNumber(const QString& number);
  bool isRefused() const;
  void setRefused(bool refused);
  /// Shows the number in full until the focus leaves or another is set.
  void reveal();
  /// False when something is written that is no number.
  bool isUnderstood() const;
  void setMissing(const QString& sentence);
  LineBox* line() const { return m_line; }
  FormField* field() const { return m_field; }

 Q_SIGNALS:
  void edited();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void noteTyped();
  void settle();
  void showNumber();
  void showError();

  QString m_number;
  QString m_missing;
  bool m_isOurs = false;
  bool m_isRevealed = false;
  LineBox* m_line;
  FormField* m_field;
  QAbstractButton* m_refuse;
};

}  // namespace yingda::ui
