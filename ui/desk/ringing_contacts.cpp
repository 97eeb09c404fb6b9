// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the last contacts.
#include "ui/desk/ringing_contacts.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/desk/household_text.h"
#include "ui/kit/theme.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int kindLeft = 72;
constexpr int textLeft = 120;

}  // namespace

RingingContacts::RingingContacts(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void RingingContacts::set(const std::vector<RecentContact>& contacts, Instant now) {
  m_contacts = contacts;
  m_now = now;
  QStringList lines;
  for (const RecentContact& contact : contacts) {
    lines << agoWords(contact.at, now) + QLatin1Char(' ') + contactKindText(contact.kind) +
                 QLatin1Char(' ') + contact.text;
  }
  setAccessibleName(tr("最近联系"));
  setAccessibleDescription(lines.join(tr("；")));
  updateGeometry();
  update();
}

QSize RingingContacts::sizeHint() const {
  return {400, rowHeight * static_cast<int>(m_contacts.size())};
}

QSize RingingContacts::minimumSizeHint() const { return {200, 0}; }

void RingingContacts::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(ui::font(FontRole::Small12));
  int top = 0;
  for (const RecentContact& contact : m_contacts) {
    if (top + rowHeight > height()) break;
    const QRect line(0, top, width(), rowHeight);
    const auto write = [&](int left, int right, Token token, const QString& text) {
      painter.setPen(color(token));
      painter.drawText(QRect(left, top, right - left, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                       painter.fontMetrics().elidedText(text, Qt::ElideRight, right - left));
    };
    write(0, kindLeft - 4, Token::Text2, agoWords(contact.at, m_now));
    write(kindLeft, textLeft - 4, Token::Text2, contactKindText(contact.kind));
    write(textLeft, line.width(), Token::Text, contact.text);
    top += rowHeight;
  }
}

}  // namespace yingda::ui
