// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the warning and lays out the outside numbers.
#include "ui/desk/safety_rows.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

constexpr int sign = 16;
constexpr int wordsLeft = 36;

}  // namespace

SafetyNever::SafetyNever(QWidget* parent)
    : QWidget(parent), m_text(new RichLabel(FontRole::Title15, Token::Red)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(wordsLeft, 7, 11, 7);
  row->addWidget(m_text);
}

void SafetyNever::setText(const QString& text) {
  const QString head = tr("千万别做：");
  m_text->setText(head + text, {{0, static_cast<int>(head.size()), MarkKind::Strong}});
  setAccessibleName(m_text->text());
}

QString SafetyNever::text() const { return m_text->text(); }

void SafetyNever::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::RedWeak), color(Token::Red), 2.0, 6.0, false});
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color(Token::Red), 2.0));
  const QRectF circle(12, (height() - sign) / 2.0, sign, sign);
  painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
  painter.drawLine(circle.topLeft() + QPointF(3.5, 3.5), circle.bottomRight() - QPointF(3.5, 3.5));
}

SafetyNumberRow::SafetyNumberRow(const OutsideNumber& number, QWidget* parent)
    : QWidget(parent), m_called(new HintButton(tr("已拨"))) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  const QString shown = number.number.isEmpty() ? tr("本项目未填号码") : number.number;
  auto* name = new Label(tr("%1 %2").arg(number.name, shown), FontRole::Strong13);
  name->setElides(false);
  row->addWidget(name);
  row->addWidget(new Label(number.when, FontRole::Small12, Token::Text2), 1);
  m_called->setSize(HintButton::Size::Small);
  m_called->setAccessibleName(tr("已拨%1").arg(number.name));
  row->addWidget(m_called);
  connect(m_called, &QAbstractButton::clicked, this, &SafetyNumberRow::called);
}

void SafetyNumberRow::setCalled(Instant at) {
  m_called->setText(tr("✓ 已拨 %1").arg(clockText(at)));
  m_called->setEnabled(false);
  m_called->updateGeometry();
}

}  // namespace yingda::ui
