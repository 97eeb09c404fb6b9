// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the pill and tells its evidence.
#include "ui/desk/emotion_chip.h"

#include <QCoreApplication>
#include <QPainter>

#include "ui/kit/badge.h"

namespace yingda::ui {

namespace {

/// The colours belong to levels and clocks; here the words say it, and the gravest is orange.
Tone toneOf(EmotionLevel level) {
  switch (level) {
    case EmotionLevel::Calm:
      return Tone::Neutral;
    case EmotionLevel::Displeased:
      return Tone::Neutral;
    case EmotionLevel::Angry:
    case EmotionLevel::Threatening:
      return Tone::Orange;
  }
  return Tone::Neutral;
}

}  // namespace

QString emotionText(EmotionLevel level) {
  switch (level) {
    case EmotionLevel::Calm:
      return QCoreApplication::translate("Emotion", "平静");
    case EmotionLevel::Displeased:
      return QCoreApplication::translate("Emotion", "不满");
    case EmotionLevel::Angry:
      return QCoreApplication::translate("Emotion", "愤怒");
    case EmotionLevel::Threatening:
      return QCoreApplication::translate("Emotion", "威胁升级");
  }
  return {};
}

EmotionChip::EmotionChip(QWidget* parent) : QAbstractButton(parent) {
  setObjectName(QStringLiteral("ticketForm.emotion"));
  setFocusPolicy(Qt::NoFocus);
  setCursor(Qt::PointingHandCursor);
  refresh();
}

void EmotionChip::setReading(const EmotionReading& reading) {
  m_reading = reading;
  refresh();
}

void EmotionChip::setCallsBefore(int calls) {
  m_callsBefore = calls;
  refresh();
}

void EmotionChip::setChosen(std::optional<EmotionLevel> level) {
  m_chosen = level;
  refresh();
}

EmotionLevel EmotionChip::next() const {
  return static_cast<EmotionLevel>((static_cast<int>(level()) + 1) % emotionLevelCount);
}

void EmotionChip::refresh() {
  setText(emotionText(level()));
  QString why;
  QStringList signs = m_reading.evidence;
  //: The third time that they call within a week.
  if (m_callsBefore >= 2) signs << tr("7 天内第 %1 次来电").arg(m_callsBefore + 1);
  if (m_chosen) {
    why = tr("您选的；点一下换一级");
  } else if (!signs.isEmpty()) {
    why = tr("听出来的：%1；不对就点一下").arg(signs.join(tr("、")));
  }
  setToolTip(why);
  setAccessibleName(tr("业主情绪 %1").arg(text()));
  setAccessibleDescription(why);
  setVisible(m_chosen || level() != EmotionLevel::Calm);
  updateGeometry();
  update();
}

QSize EmotionChip::sizeHint() const { return badgeSize(text()); }

void EmotionChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QSize size = sizeHint();
  paintBadge(painter, QRect(QPoint(0, (height() - size.height()) / 2), size), text(),
             toneOf(level()));
}

}  // namespace yingda::ui
