// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the five circles.
#include "ui/desk/form_elements.h"

#include <QFontMetrics>
#include <QPainter>
#include <array>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int circle = 24;
constexpr int gap = 4;
constexpr int labelGap = 8;

struct Element {
  QString character;
  QString name;
  bool isThere;
};

std::array<Element, 5> listed(const Elements& elements) {
  return {{{FormElements::tr("时"), FormElements::tr("时间"), elements.time},
           {FormElements::tr("地"), FormElements::tr("地点"), elements.place},
           {FormElements::tr("事"), FormElements::tr("事情"), elements.matter},
           {FormElements::tr("人"), FormElements::tr("联系人"), elements.person},
           {FormElements::tr("话"), FormElements::tr("电话"), elements.phone}}};
}

}  // namespace

FormElements::FormElements(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  set({});
}

void FormElements::set(const Elements& elements) {
  m_elements = elements;
  setToolTip(sentence());
  setAccessibleName(tr("要素"));
  setAccessibleDescription(sentence());
  update();
}

QString FormElements::sentence() const {
  QStringList missing;
  for (const Element& element : listed(m_elements)) {
    if (!element.isThere) missing << element.name;
  }
  return missing.isEmpty() ? tr("五要素都齐了") : tr("还差%1").arg(missing.join(tr("、")));
}

QSize FormElements::sizeHint() const {
  const int words = QFontMetrics(ui::font(FontRole::Small12)).horizontalAdvance(tr("要素"));
  return {words + labelGap + 5 * circle + 4 * gap, circle};
}

void FormElements::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, tr("要素"));
  int left = width() - 5 * circle - 4 * gap;
  for (const Element& element : listed(m_elements)) {
    const QRect area(left, (height() - circle) / 2, circle, circle);
    Box box;
    box.radius = circle / 2.0;
    if (element.isThere) {
      box.fill = color(Token::GreenWeak);
    } else {
      box.edge = color(Token::FieldEdge);
      box.isDashed = true;
    }
    paintBox(painter, area, box);
    painter.setFont(ui::font(element.isThere ? FontRole::Strong13 : FontRole::Small12));
    painter.setPen(color(element.isThere ? Token::Green : Token::Text2));
    painter.drawText(area, Qt::AlignCenter, element.character);
    left += circle + gap;
  }
}

}  // namespace yingda::ui
