// SPDX-License-Identifier: GPL-3.0-or-later
// Actions, their shortcuts, and the filter that keeps both input methods and editors out of
// trouble.
#include "ui/kit/actions.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>
#include <algorithm>

#include "core/base/invariant.h"

namespace yingda::ui {

namespace {

/// The keys of the row, each Return also as the Enter of the number block.
QList<QKeySequence> shortcutsOf(const KeyRow& row) {
  QList<QKeySequence> shortcuts = row.keys;
  for (const QKeySequence& key : row.keys) {
    if (key[0].key() == Qt::Key_Return) {
      shortcuts += QKeySequence(QKeyCombination(key[0].keyboardModifiers(), Qt::Key_Enter));
    }
  }
  return shortcuts;
}

bool canRun(const QObject* receiver) {
  if (receiver == nullptr) return false;
  const auto* widget = qobject_cast<const QWidget*>(receiver);
  return widget == nullptr || widget->isVisible();
}

}  // namespace

Actions::Actions(const KeyTable& keys, QWidget* window)
    : QObject(window), m_keys(keys), m_window(window) {
  QCoreApplication::instance()->installEventFilter(this);
}

Actions::~Actions() = default;

QAction* Actions::add(const QString& id, QObject* receiver, std::function<void()> callback) {
  const KeyRow* row = m_keys.rowOrNull(id);
  YINGDA_INVARIANT(row != nullptr, "an action's id stands in the key table");
  m_handlers[id].push_back({receiver, std::move(callback)});
  if (QAction* existing = m_actions.value(id)) return existing;
  auto* action = new QAction(m_keys.textOf(id), this);
  action->setObjectName(QStringLiteral("action.") + id);
  action->setData(id);
  action->setShortcuts(shortcutsOf(*row));
  action->setShortcutContext(Qt::WindowShortcut);
  action->setAutoRepeat(false);
  connect(action, &QAction::triggered, this, [this, id] { run(id); });
  m_actions.insert(id, action);
  m_order.append(action);
  if (m_window) m_window->addAction(action);
  return action;
}

void Actions::setEnabled(const QString& id, bool enabled) {
  if (QAction* action = m_actions.value(id)) action->setEnabled(enabled);
}

bool Actions::isEnabled(const QString& id) const {
  const QAction* action = m_actions.value(id);
  return action != nullptr && action->isEnabled();
}

bool Actions::trigger(const QString& id) {
  QAction* action = m_actions.value(id);
  if (action == nullptr || !action->isEnabled() || !hasReceiver(id)) return false;
  action->trigger();
  return true;
}

bool Actions::hasReceiver(const QString& id) const {
  const auto& handlers = m_handlers.value(id);
  return std::any_of(handlers.begin(), handlers.end(),
                     [](const Handler& one) { return canRun(one.receiver); });
}

void Actions::run(const QString& id) {
  auto& handlers = m_handlers[id];
  handlers.erase(std::remove_if(handlers.begin(), handlers.end(),
                                [](const Handler& one) { return one.receiver.isNull(); }),
                 handlers.end());
  for (auto one = handlers.rbegin(); one != handlers.rend(); ++one) {
    if (!canRun(one->receiver)) continue;
    // A copy: the callback may add or remove handlers of this very verb.
    const std::function<void()> callback = one->callback;
    callback();
    return;
  }
}

QString Actions::idOf(const QAction& action) { return action.data().toString(); }

void Actions::setLanguage(KeyLanguage language) {
  m_keys.setLanguage(language);
  for (QAction* action : std::as_const(m_order)) action->setText(m_keys.textOf(idOf(*action)));
}

bool Actions::isOurs(const QKeyEvent& event) const {
  const QKeySequence pressed(QKeyCombination(
      event.modifiers() & ~Qt::KeypadModifier & ~Qt::GroupSwitchModifier, Qt::Key(event.key())));
  // A verb that nobody on the screen would run leaves its key to whoever has the focus.
  return std::any_of(m_order.begin(), m_order.end(), [&](const QAction* action) {
    return action->isEnabled() && action->shortcuts().contains(pressed) &&
           hasReceiver(idOf(*action));
  });
}

bool Actions::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::InputMethod:
    case QEvent::FocusOut:
    case QEvent::Hide:
      m_composition.note(watched, *event);
      return false;
    case QEvent::ShortcutOverride:
      break;
    default:
      return false;
  }
  const auto* widget = qobject_cast<const QWidget*>(watched);
  if (widget == nullptr || widget->window() != m_window) return false;
  if (m_composition.isActive()) {
    // Accepted means: this key is text for the editor, no shortcut may have it.
    event->accept();
    return true;
  }
  if (!isOurs(*static_cast<const QKeyEvent*>(event))) return false;
  // The editor must not claim the key (Ctrl+K and Ctrl+D edit lines under X11): it never sees the
  // question.
  event->ignore();
  return true;
}

}  // namespace yingda::ui
