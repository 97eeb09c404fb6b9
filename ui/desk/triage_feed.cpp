// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the composition where the caret stands, and tells each text once.
#include "ui/desk/triage_feed.h"

#include <QEvent>

#include "core/assist/triage.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

TriageFeed::TriageFeed(TextBox* request, LineBox* place, QObject* parent)
    : QObject(parent), m_request(request), m_place(place) {
  m_turn.setSingleShot(true);
  m_turn.setInterval(0);
  connect(&m_turn, &QTimer::timeout, this, [this] {
    QString now = text();
    if (now == m_told) return;
    m_told = std::move(now);
    Q_EMIT changed();
  });
  const auto wake = [this] { m_turn.start(); };
  connect(request, &TextBox::contentChanged, this, wake);
  connect(place, &LineBox::contentChanged, this, wake);
  for (QWidget* editor : {static_cast<QWidget*>(request), static_cast<QWidget*>(place)}) {
    editor->installEventFilter(this);
  }
}

QString TriageFeed::text() const {
  QString request = m_request->text();
  if (m_request->composing()) {
    request.insert(m_request->textCursor().position(), m_request->preeditText());
  }
  QString place = m_place->text();
  if (m_place->composing()) place.insert(m_place->cursorPosition(), m_place->preeditText());
  // A place alone says nothing about the matter.
  return request.trimmed().isEmpty() ? QString() : triageText(request, place);
}

bool TriageFeed::eventFilter(QObject* watched, QEvent* event) {
  // The editor reads the event after us; what it has become is there with the next turn.
  if (event->type() == QEvent::InputMethod || event->type() == QEvent::FocusOut) m_turn.start();
  return QObject::eventFilter(watched, event);
}

}  // namespace yingda::ui
