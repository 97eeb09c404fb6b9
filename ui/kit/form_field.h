// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled editor of a form.
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;

namespace yingda::ui {

class Label;

/// Label above, one editor below, an error line under it only while there is an error.
/// Clicking the label focuses the editor; the label is the editor's accessible name.
class FormField final : public QWidget {
  Q_OBJECT
 public:
  /// Takes the editor as its child.
  FormField(const QString& label, QWidget* editor, QWidget* parent = nullptr);

  QWidget* editor() const { return m_editor; }
  QString label() const;
  void setLabel(const QString& label);
  /// Muted words after the label: "原话，不检查用语".
  void setSuffix(const QString& suffix);
  /// A small widget at the right end of the label line.
  void setCorner(QWidget* corner);
  /// Widgets inside the editor's edge, before and after its text; null removes. Takes ownership.
  void setLeading(QWidget* widget);
  void setTrailing(QWidget* widget);
  /// Empty takes the error away.
  void setError(const QString& error);
  QString error() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void placeInside();
  void nameEditor();

  QWidget* m_editor;
  Label* m_label;
  Label* m_suffix;
  Label* m_error;
  QHBoxLayout* m_head;
  QPointer<QWidget> m_corner;
  QPointer<QWidget> m_leading;
  QPointer<QWidget> m_trailing;
};

}  // namespace yingda::ui
