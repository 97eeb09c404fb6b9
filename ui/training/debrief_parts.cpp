// SPDX-License-Identifier: GPL-3.0-or-later
// Paints bars and table.
#include "ui/training/debrief_parts.h"

#include <QPainter>

#include "ui/kit/paint.h"
#include "ui/training/training_text.h"

namespace yingda::ui {

namespace {

constexpr int barRow = 28;
constexpr int tableRow = 24;
constexpr int nameWidth = 76;
constexpr int scoreWidth = 52;

QString secondsText(Milliseconds span) {
  return MeasureTable::tr("%1 秒").arg((span.count() + 500) / 1000);
}

}  // namespace

DimensionBars::DimensionBars(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("debrief.dimensions"));
}

QSize DimensionBars::sizeHint() const { return {220, std::max(1, count()) * barRow}; }

std::optional<int> DimensionBars::lastOf(const QString& id) const {
  for (const DimensionScore& one : m_before) {
    if (one.id == id) return one.score;
  }
  return std::nullopt;
}

QString DimensionBars::textOf(int row) const {
  const DimensionScore& one = m_now[static_cast<size_t>(row)];
  const auto last = lastOf(one.id);
  const QString now = QStringLiteral("%1 %2/%3").arg(one.name).arg(one.score).arg(one.max);
  return last ? tr("%1，上次 %2").arg(now).arg(*last) : now;
}

void DimensionBars::set(const std::vector<DimensionScore>& now,
                        const std::vector<DimensionScore>& before) {
  m_now = now;
  m_before = before;
  QStringList spoken;
  for (int i = 0; i < count(); ++i) spoken << textOf(i);
  setAccessibleName(tr("各项得分"));
  setAccessibleDescription(spoken.join(u'\n'));
  updateGeometry();
  update();
}

void DimensionBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  int top = 0;
  for (const DimensionScore& one : m_now) {
    const QRect bar(nameWidth, top + barRow / 2 - 4, width() - nameWidth - scoreWidth, 8);
    paintText(painter, QRect(0, top, nameWidth - 6, barRow), Qt::AlignLeft, one.name,
              FontRole::Body13, Token::Text);
    paintBox(painter, bar, {color(Token::Sunken), color(Token::Border), 1.0, 4.0, false});
    const int most = std::max(1, one.max);
    QRect full = bar;
    full.setWidth(bar.width() * std::clamp(one.score, 0, most) / most);
    const bool isShort = one.score * 10 < one.max * 8;
    if (full.width() > 4) {
      paintBox(painter, full,
               {color(isShort ? Token::Accent : Token::Text3), std::nullopt, 1.0, 4.0, false});
    }
    if (const auto last = lastOf(one.id)) {
      const int x = bar.left() + bar.width() * std::clamp(*last, 0, most) / most;
      painter.fillRect(QRect(std::min(x, bar.right() - 1), bar.top() - 4, 2, 16),
                       color(Token::Text));
    }
    paintText(painter, QRect(width() - scoreWidth, top, scoreWidth, barRow), Qt::AlignRight,
              QStringLiteral("%1/%2").arg(one.score).arg(one.max), FontRole::Strong13, Token::Text);
    top += barRow;
  }
}

MeasureTable::MeasureTable(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("debrief.measures"));
}

QSize MeasureTable::sizeHint() const { return {260, (count() + 1) * tableRow}; }

void MeasureTable::set(const DrillMeasures& now, const std::optional<DrillMeasures>& before) {
  m_rows.clear();
  const auto add = [&](const QString& name, auto text) {
    Row row;
    row.name = name;
    row.now = text(now);
    row.before = before ? text(*before) : QStringLiteral("—");
    row.spoken = before ? tr("%1：上次 %2，这次 %3").arg(row.name, row.before, row.now)
                        : tr("%1：%2").arg(row.name, row.now);
    m_rows.push_back(row);
  };
  add(tr("情绪最高"), [](const DrillMeasures& m) { return QString::number(m.angerHighest); });
  add(tr("情绪结束"), [](const DrillMeasures& m) { return QString::number(m.angerAtEnd); });
  add(tr("五要素问齐"), [](const DrillMeasures& m) {
    return m.elementsComplete ? drillClockText(*m.elementsComplete) : tr("没有");
  });
  add(tr("含糊用语"), [](const DrillMeasures& m) { return tr("%1 次").arg(m.vagueWords); });
  add(tr("最长沉默"), [](const DrillMeasures& m) { return secondsText(m.longestSilence); });
  add(tr("轮数"), [](const DrillMeasures& m) { return QString::number(m.turns); });
  add(tr("用时"), [](const DrillMeasures& m) { return drillClockText(m.length); });
  QStringList spoken;
  for (const Row& row : m_rows) spoken << row.spoken;
  setAccessibleName(tr("和自己上次比"));
  setAccessibleDescription(spoken.join(u'\n'));
  updateGeometry();
  update();
}

void MeasureTable::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const int column = 72;
  const auto line = [&](int top, const QString& name, const QString& before, const QString& now,
                        bool isHead) {
    const Token ink = isHead ? Token::Text2 : Token::Text;
    const FontRole plain = isHead ? FontRole::Small12 : FontRole::Body13;
    paintText(painter, QRect(0, top, width() - 2 * column, tableRow), Qt::AlignLeft, name, plain,
              ink);
    paintText(painter, QRect(width() - 2 * column, top, column, tableRow), Qt::AlignRight, before,
              plain, Token::Text2);
    paintText(painter, QRect(width() - column, top, column, tableRow), Qt::AlignRight, now,
              isHead ? plain : FontRole::Strong13, ink);
  };
  line(0, tr("指标"), tr("上次"), tr("这次"), true);
  int top = tableRow;
  for (const Row& row : m_rows) {
    line(top, row.name, row.before, row.now, false);
    top += tableRow;
  }
}

}  // namespace yingda::ui
