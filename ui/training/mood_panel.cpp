// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the feelings. Words stand beside every colour.
#include "ui/training/mood_panel.h"

#include <QPainter>
#include <QPainterPath>

#include "core/training/drill.h"
#include "ui/kit/paint.h"
#include "ui/training/training_text.h"

namespace yingda::ui {

namespace {

constexpr int barHeight = 10;
// Where one mood ends and the next begins; see Drill::moodOf.
constexpr int moodEdges[] = {40, 65, 85};

Token inkOf(int anger) {
  switch (Drill::moodOf(anger)) {
    case EmotionLevel::Calm:
      return Token::Green;
    case EmotionLevel::Displeased:
      return Token::YellowText;
    case EmotionLevel::Angry:
      return Token::Orange;
    case EmotionLevel::Threatening:
      break;
  }
  return Token::Red;
}

void paintBar(QPainter& painter, const QRect& bar, int value, Token ink) {
  paintBox(painter, bar, {color(Token::Sunken), color(Token::Border), 1.0, barHeight / 2.0, false});
  QRect full = bar;
  full.setWidth(bar.width() * value / 100);
  if (full.width() >= barHeight) {
    paintBox(painter, full, {color(ink), std::nullopt, 1.0, barHeight / 2.0, false});
  }
}

}  // namespace

MoodPanel::MoodPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("practice.mood"));
}

QSize MoodPanel::sizeHint() const { return {200, 164}; }

void MoodPanel::set(const std::vector<int>& anger, int trust) {
  m_anger = anger;
  m_trust = trust;
  setAccessibleName(tr("情绪 %1，%2；信任 %3")
                        .arg(this->anger())
                        .arg(drillMoodText(Drill::moodOf(this->anger())))
                        .arg(trust));
  update();
}

void MoodPanel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int now = anger();
  const Token ink = inkOf(now);
  paintText(painter, QRect(0, 0, width(), 24), Qt::AlignLeft, tr("情绪"), FontRole::Strong13,
            Token::Text);
  const QString word = drillMoodText(Drill::moodOf(now));
  const int wordWidth = QFontMetrics(ui::font(FontRole::Strong13)).horizontalAdvance(word) + 8;
  paintText(painter, QRect(width() - wordWidth, 0, wordWidth, 24), Qt::AlignRight, word,
            FontRole::Strong13, ink);
  paintText(painter, QRect(width() - wordWidth - 60, 0, 56, 24), Qt::AlignRight,
            QString::number(now), FontRole::Big20, ink);
  if (m_anger.size() > 1) {
    const int step = now - m_anger[m_anger.size() - 2];
    const QString change = step == 0  ? tr("和刚才一样")
                           : step < 0 ? tr("降 %1，刚才 %2").arg(-step).arg(now - step)
                                      : tr("升 %1，刚才 %2").arg(step).arg(now - step);
    paintText(painter, QRect(0, 24, width(), 18), Qt::AlignRight, change, FontRole::Small12,
              step < 0   ? Token::Green
              : step > 0 ? Token::Orange
                         : Token::Text2);
  }
  const QRect bar(0, 46, width(), barHeight);
  paintBar(painter, bar, now, ink);
  for (const int edge : moodEdges) {
    const int x = bar.width() * edge / 100;
    painter.fillRect(QRect(x, bar.top(), 1, barHeight), color(Token::BorderStrong));
  }
  const QRect curve(6, 66, width() - 12, 44);
  if (m_anger.size() > 1) {
    QPainterPath path;
    const double stepX = curve.width() / static_cast<double>(m_anger.size() - 1);
    for (size_t i = 0; i < m_anger.size(); ++i) {
      const QPointF at(curve.left() + stepX * static_cast<double>(i),
                       curve.bottom() - curve.height() * m_anger[i] / 100.0);
      i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.setPen(QPen(color(ink), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setBrush(color(ink));
    painter.drawEllipse(path.currentPosition(), 3.5, 3.5);
    painter.setPen(Qt::NoPen);
  }
  paintText(painter, QRect(0, 114, width(), 20), Qt::AlignLeft, tr("信任"), FontRole::Body13,
            Token::Text);
  paintText(painter, QRect(0, 114, width(), 20), Qt::AlignRight, QString::number(m_trust),
            FontRole::Strong13, Token::Text);
  paintBar(painter, QRect(0, 138, width(), barHeight), m_trust, Token::Accent);
}

}  // namespace yingda::ui
