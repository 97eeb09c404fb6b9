// SPDX-License-Identifier: GPL-3.0-or-later
// A row of buttons that never take the focus; the row itself does.
#include "ui/desk/quick_codes.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int ring = 4;

HintButton* makeButton(const QString& text, const QString& hint, const QString& name) {
  auto* button = new HintButton(text, hint);
  button->setObjectName(name);
  button->setFocusPolicy(Qt::NoFocus);
  return button;
}

}  // namespace

QuickCodes::QuickCodes(const Starter& starter, QWidget* parent)
    : QWidget(parent),
      m_starter(starter),
      m_danger(makeButton({}, QStringLiteral("0"), QStringLiteral("quick.danger"))),
      m_other(new Label({}, FontRole::Small12, Token::Text2)) {
  setObjectName(QStringLiteral("ticketForm.quick"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(ring, ring, ring, ring);
  row->setSpacing(6);
  for (const QuickCode& code : starter.quickCodes) {
    auto* button =
        makeButton(code.name, QString::number(code.digit), QStringLiteral("quick.") % code.id);
    connect(button, &HintButton::clicked, this, [this, code] { Q_EMIT chosen(code); });
    m_codes.push_back(button);
    row->addWidget(button);
  }
  row->addWidget(m_other, 1);
  connect(m_danger, &HintButton::clicked, this, &QuickCodes::dangerAsked);
  row->addWidget(m_danger);
  set({}, false);
}

void QuickCodes::set(const QString& category, bool isDanger) {
  const QuickCode* standing = m_starter.quickCodeOf(category);
  for (size_t i = 0; i < m_codes.size(); ++i) {
    const bool isChosen = standing == &m_starter.quickCodes[i];
    m_codes[i]->setLook(isChosen ? HintButton::Look::Filled : HintButton::Look::Outlined);
  }
  const Category* other = standing ? nullptr : m_starter.category(category);
  m_other->setText(other ? other->name : QString());
  m_danger->setText(isDanger ? tr("有人身危险") : tr("没有危险"));
  m_danger->setLook(isDanger ? HintButton::Look::Danger : HintButton::Look::Quiet);
  const QString matter = standing ? standing->name : m_other->text();
  //: What is chosen, and whether somebody is in danger.
  setAccessibleName(
      tr("事项：%1，%2").arg(matter.isEmpty() ? tr("未选") : matter, m_danger->text()));
}

void QuickCodes::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int digit = event->key() - Qt::Key_0;
  if (isPlain && digit == 0) {
    Q_EMIT dangerAsked();
    return;
  }
  for (const QuickCode& code : m_starter.quickCodes) {
    if (!isPlain || code.digit != digit) continue;
    Q_EMIT chosen(code);
    return;
  }
  QWidget::keyPressEvent(event);
}

void QuickCodes::paintEvent(QPaintEvent*) {
  if (!hasFocus()) return;
  QPainter painter(this);
  paintBox(painter, rect(), {std::nullopt, color(Token::Accent), 2.0, 8.0, false});
}

void QuickCodes::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void QuickCodes::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace yingda::ui
