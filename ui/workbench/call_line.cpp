// SPDX-License-Identifier: GPL-3.0-or-later
// The number line. It never refuses: what is no number is kept as heard.
#include "ui/workbench/call_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "core/text/phone.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

CallLine::CallLine(QWidget* parent) : QWidget(parent) {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* card = new Card(this);
  outer->addWidget(card);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  card->body()->addLayout(row);
  auto* title = new Label(tr("来电号码"), FontRole::Title15, Token::Text, card);
  title->setElides(false);
  row->addWidget(title);
  m_line = new LineBox(card);
  m_line->setObjectName(QStringLiteral("callLine.number"));
  m_line->setAccessibleName(tr("来电号码"));
  m_line->setPlaceholderText(tr("任何写法都行，没有号码就直接回车"));
  row->addWidget(m_line, 1);
  m_note = new Label({}, FontRole::Small12, Token::Text2, card);
  row->addWidget(m_note);
  auto* take = new HintButton(tr("接听"), QStringLiteral("↵"), card);
  take->setObjectName(QStringLiteral("callLine.take"));
  take->setLook(HintButton::Look::Filled);
  row->addWidget(take);
  const auto accept = [this] { Q_EMIT taken(m_line->text()); };
  connect(m_line, &QLineEdit::returnPressed, this, accept);
  connect(take, &QPushButton::clicked, this, accept);
  connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
    const auto phone = parsePhone(text);
    m_note->setText(text.trimmed().isEmpty() ? QString()
                    : phone                  ? maskPhone(phone->canonical)
                                             : tr("看不出是号码，按原样记下"));
  });
  hide();
}

void CallLine::open() {
  m_line->clear();
  setVisible(true);
  m_line->setFocus(Qt::ShortcutFocusReason);
}

void CallLine::fold() {
  if (!isVisible()) return;
  hide();
  Q_EMIT folded();
}

void CallLine::setProblem(const QString& sentence) { m_note->setText(sentence); }

void CallLine::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    fold();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace yingda::ui
