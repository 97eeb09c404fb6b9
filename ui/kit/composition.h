// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an input method is composing, learnt from the events that pass by.
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

class QEvent;

namespace yingda::ui {

/// Remembers the text that an input method has not committed yet, and where it stands.
class Composition {
 public:
  /// Tell it every InputMethod, FocusOut and Hide event of the watched editors.
  void note(QObject* receiver, const QEvent& event);
  bool isActive() const { return !m_editor.isNull() && !m_preedit.isEmpty(); }
  QString preedit() const { return isActive() ? m_preedit : QString(); }

 private:
  QPointer<QObject> m_editor;
  QString m_preedit;
};

}  // namespace yingda::ui
