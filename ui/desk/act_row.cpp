// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the buttons of the acts and breaks them into lines.
#include "ui/desk/act_row.h"

#include <QResizeEvent>

#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"

namespace yingda::ui {

namespace {

constexpr int gap = 8;
constexpr int lineHeight = 30;

}  // namespace

ActRow::ActRow(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void ActRow::set(const std::vector<ActOffer>& offers) {
  for (HintButton* button : m_buttons) {
    button->hide();
    button->deleteLater();
  }
  m_buttons.clear();
  const KeyTable keys = KeyTable::builtIn();
  for (const ActOffer& offer : offers) {
    // The head of the panel has it.
    if (offer.kind == Deed::Urge) continue;
    auto* button = new HintButton(
        offer.text, offer.keyId.isEmpty() ? QString() : keys.hintOf(offer.keyId), this);
    button->setObjectName(QStringLiteral("ticketPanel.act%1").arg(static_cast<int>(offer.kind)));
    if (offer.isNext) button->setLook(HintButton::Look::Filled);
    connect(button, &QAbstractButton::clicked, this,
            [this, kind = offer.kind] { Q_EMIT asked(kind); });
    button->show();
    m_buttons.push_back(button);
  }
  place(width(), true);
  updateGeometry();
}

int ActRow::place(int width, bool moves) const {
  int left = 0;
  int top = 0;
  for (HintButton* button : m_buttons) {
    const QSize size = button->sizeHint();
    if (left > 0 && left + size.width() > width) {
      left = 0;
      top += lineHeight + gap;
    }
    if (moves) button->setGeometry(QRect(QPoint(left, top), size));
    left += size.width() + gap;
  }
  return m_buttons.empty() ? 0 : top + lineHeight;
}

int ActRow::heightForWidth(int width) const { return place(width, false); }

QSize ActRow::sizeHint() const { return {480, place(width(), false)}; }

QSize ActRow::minimumSizeHint() const { return {240, place(width(), false)}; }

void ActRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place(width(), true);
  if (event->size().width() != event->oldSize().width()) updateGeometry();
}

}  // namespace yingda::ui
