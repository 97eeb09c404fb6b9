// SPDX-License-Identifier: GPL-3.0-or-later
// Bars from the right, the newest last.
#include "ui/training/level_meter.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr size_t levelsMost = 400;
constexpr int step = 4;

}  // namespace

LevelMeter::LevelMeter(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("practice.level"));
  setAccessibleName(tr("音量"));
}

void LevelMeter::clear() {
  m_levels.clear();
  update();
}

void LevelMeter::add(double level) {
  if (m_levels.size() == levelsMost) m_levels.erase(m_levels.begin());
  m_levels.push_back(std::clamp(level, 0.0, 1.0));
  update();
}

double LevelMeter::highest() const {
  return m_levels.empty() ? 0.0 : *std::max_element(m_levels.begin(), m_levels.end());
}

void LevelMeter::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const int middle = height() / 2;
  int x = width() - step;
  for (auto level = m_levels.rbegin(); level != m_levels.rend() && x >= 0; ++level, x -= step) {
    // Ears hear by orders, not by differences.
    const double loud = std::sqrt(*level);
    const int half = std::max(1, static_cast<int>(loud * (middle - 1)));
    painter.fillRect(QRect(x, middle - half, 2, 2 * half), color(Token::Accent));
  }
  for (; x >= 0; x -= step) painter.fillRect(QRect(x, middle, 2, 1), color(Token::BorderStrong));
}

}  // namespace yingda::ui
