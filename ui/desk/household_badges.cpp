// SPDX-License-Identifier: GPL-3.0-or-later
// Counts and paints the badges that fit.
#include "ui/desk/household_badges.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace yingda::ui {

namespace {

constexpr int gap = 8;
constexpr int height20 = 20;

QString moreText(size_t count) { return QStringLiteral("+%1").arg(count); }

}  // namespace

HouseholdBadges::HouseholdBadges(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void HouseholdBadges::set(const std::vector<HouseholdBadge>& badges) {
  m_badges.clear();
  for (const HouseholdBadge& badge : badges) {
    if (!badge.text.isEmpty()) m_badges.push_back(badge);
  }
  setVisible(!m_badges.empty());
  setAccessibleName(texts().join(tr("，")));
  updateGeometry();
  update();
}

QStringList HouseholdBadges::texts() const {
  QStringList words;
  for (const HouseholdBadge& badge : m_badges) words << badge.text;
  return words;
}

QSize HouseholdBadges::sizeHint() const {
  int width = 0;
  for (const HouseholdBadge& badge : m_badges) width += badgeSize(badge.text).width() + gap;
  return {qMax(0, width - gap), height20};
}

QSize HouseholdBadges::minimumSizeHint() const {
  return {m_badges.empty() ? 0 : badgeSize(moreText(m_badges.size())).width(), height20};
}

std::vector<bool> HouseholdBadges::fitting(int width) const {
  std::vector<bool> isShown(m_badges.size(), true);
  int needed = sizeHint().width();
  if (needed <= width) return isShown;
  needed += gap + badgeSize(moreText(m_badges.size())).width();
  while (needed > width) {
    size_t worst = m_badges.size();
    for (size_t i = 0; i < m_badges.size(); ++i) {
      if (!isShown[i]) continue;
      if (worst == m_badges.size() || m_badges[i].rank >= m_badges[worst].rank) worst = i;
    }
    if (worst == m_badges.size()) break;
    isShown[worst] = false;
    needed -= badgeSize(m_badges[worst].text).width() + gap;
  }
  return isShown;
}

void HouseholdBadges::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const std::vector<bool> isShown = fitting(width());
  int left = 0;
  size_t hidden = 0;
  const auto paint = [&](const QString& text, Tone tone) {
    const QSize size = badgeSize(text);
    paintBadge(painter, {left, (height() - size.height()) / 2, size.width(), size.height()}, text,
               tone);
    left += size.width() + gap;
  };
  for (size_t i = 0; i < m_badges.size(); ++i) {
    if (isShown[i]) {
      paint(m_badges[i].text, m_badges[i].tone);
    } else {
      ++hidden;
    }
  }
  if (hidden > 0) paint(moreText(hidden), Tone::Neutral);
}

bool HouseholdBadges::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), texts().join(QLatin1Char('\n')), this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace yingda::ui
