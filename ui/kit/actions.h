// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of one window: each verb of the key table once, safe beside an input method.
#pragma once

#include <QAction>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <functional>
#include <vector>

#include "ui/kit/composition.h"
#include "ui/kit/key_table.h"

class QKeyEvent;

namespace yingda::ui {

/// Makes a QAction of each verb, with text and shortcut from the key table, alive in the whole
/// window. A shortcut reaches its action from inside every text field and never fires while
/// composing. Several pages may add the same verb: the newest one that is alive and, if a widget,
/// visible runs. Thread: UI. Owner: the window.
class Actions final : public QObject {
  Q_OBJECT
 public:
  Actions(const KeyTable& keys, QWidget* window);
  ~Actions() override;

  /// An id that the table lacks is a broken invariant. The callback goes when the receiver dies.
  QAction* add(const QString& id, QObject* receiver, std::function<void()> callback);
  void setEnabled(const QString& id, bool enabled);
  bool isEnabled(const QString& id) const;
  /// Runs the verb as its key would; false when it is unknown, disabled or has nobody to run it.
  bool trigger(const QString& id);

  QList<QAction*> actions() const { return m_order; }
  QAction* actionOrNull(const QString& id) const { return m_actions.value(id); }
  /// The id an action was made with.
  static QString idOf(const QAction& action);
  const KeyTable& keys() const { return m_keys; }
  void setLanguage(KeyLanguage language);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Handler {
    QPointer<QObject> receiver;
    std::function<void()> callback;
  };
  void run(const QString& id);
  /// Somebody who would run the verb is on the screen.
  bool hasReceiver(const QString& id) const;
  bool isOurs(const QKeyEvent& event) const;

  KeyTable m_keys;
  QPointer<QWidget> m_window;
  QHash<QString, QAction*> m_actions;
  QHash<QString, std::vector<Handler>> m_handlers;
  QList<QAction*> m_order;
  Composition m_composition;
};

}  // namespace yingda::ui
