// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry, keys and mouse of the strip; the words come from the chain.
#include "ui/desk/milestone_strip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/desk/milestone_paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int rowHeight = 73;
constexpr int rowGap = 10;
constexpr int moreGap = 8;

int widthOf(const QString& text) {
  return QFontMetrics(font(FontRole::Small12)).horizontalAdvance(text);
}

}  // namespace

MilestoneStrip::MilestoneStrip(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setObjectName(QStringLiteral("milestoneStrip"));
  describe();
}

void MilestoneStrip::set(const std::vector<Milestone>& milestones, Level level, Instant now) {
  m_milestones = milestones;
  m_level = level;
  m_setAt = now;
  m_now = now;
  refresh();
}

void MilestoneStrip::tick(Instant now) {
  m_now = now;
  refresh();
}

void MilestoneStrip::setMissingForGolden(const QString& missing) {
  if (missing == m_missing) return;
  m_missing = missing;
  refresh();
}

void MilestoneStrip::setCalm(bool isCalm) {
  if (isCalm == m_isCalm) return;
  m_isCalm = isCalm;
  refresh();
}

void MilestoneStrip::refresh() {
  MilestoneChain chain =
      milestoneChain({m_milestones, m_level, m_setAt, m_now, m_missing, m_isCalm});
  const bool isSameShape =
      chain.shown.size() == m_chain.shown.size() && chain.folded.size() == m_chain.folded.size();
  std::swap(chain, m_chain);
  if (!isSameShape) {
    m_isUnfolded = m_isUnfolded && !m_chain.folded.empty();
    updateGeometry();
    update();
  } else {
    for (int i = 0; i < nodeCount(); ++i) {
      const auto at = static_cast<size_t>(i);
      const size_t shown = m_chain.shown.size();
      const MilestoneNode& before = at < shown ? chain.shown[at] : chain.folded[at - shown];
      if (nodeAt(i) != before) update(nodeRect(i).adjusted(-2, -2, 2, 2));
    }
    if (m_chain.asked != chain.asked) update();
  }
  describe();
}

int MilestoneStrip::nodeCount() const {
  const size_t folded = m_isUnfolded ? m_chain.folded.size() : 0;
  return static_cast<int>(m_chain.shown.size() + folded);
}

const MilestoneNode& MilestoneStrip::nodeAt(int index) const {
  const auto at = static_cast<size_t>(index);
  const size_t shown = m_chain.shown.size();
  return at < shown ? m_chain.shown[at] : m_chain.folded[at - shown];
}

QString MilestoneStrip::chosen() const {
  const int index = chosenIndex();
  return index < 0 ? QString() : nodeAt(index).id;
}

int MilestoneStrip::chosenIndex() const {
  int asked = -1;
  for (int i = 0; i < nodeCount(); ++i) {
    if (nodeAt(i).id == m_chosen) return i;
    if (nodeAt(i).id == m_chain.asked) asked = i;
  }
  return asked;
}

void MilestoneStrip::choose(const QString& milestoneId) {
  if (milestoneId == m_chosen) return;
  m_chosen = milestoneId;
  update();
  describe();
  Q_EMIT chosenChanged(chosen());
}

void MilestoneStrip::setUnfolded(bool unfolded) {
  const bool opens = unfolded && !m_chain.folded.empty();
  if (opens == m_isUnfolded) return;
  m_isUnfolded = opens;
  updateGeometry();
  update();
  describe();
}

QString MilestoneStrip::moreText() const {
  return m_isUnfolded ? tr("收起") : tr("更多 %1").arg(m_chain.folded.size());
}

QRect MilestoneStrip::moreRect() const {
  if (m_chain.folded.empty()) return {};
  const int wide = std::max(widthOf(tr("收起")), widthOf(tr("更多 %1").arg(9)));
  return {width() - wide, 13, wide, 22};
}

QRect MilestoneStrip::nodeRect(int index) const {
  const int shown = static_cast<int>(m_chain.shown.size());
  const int more = m_chain.folded.empty() ? 0 : moreRect().width() + moreGap;
  const int room = width() - more;
  const int columns = std::max(shown, 1);
  const int row = index / columns;
  const int column = index % columns;
  const int left = room * column / columns;
  const int right = room * (column + 1) / columns;
  return {left, row * (rowHeight + rowGap), right - left, rowHeight};
}

MilestoneBox MilestoneStrip::boxOf(int index) const {
  return {nodeRect(index), index == chosenIndex() && nodeAt(index).canExplain,
          hasFocus() && index == chosenIndex()};
}

int MilestoneStrip::indexAt(const QPoint& at) const {
  for (int i = 0; i < nodeCount(); ++i) {
    if (nodeRect(i).contains(at)) return i;
  }
  return -1;
}

int MilestoneStrip::nodeX(const QString& milestoneId) const {
  for (int i = 0; i < nodeCount(); ++i) {
    if (nodeAt(i).id == milestoneId) return nodeRect(i).left() + 28;
  }
  return -1;
}

QSize MilestoneStrip::sizeHint() const {
  const auto columns = std::max<size_t>(m_chain.shown.size(), 1);
  const size_t rows = m_isUnfolded ? 1 + (m_chain.folded.size() + columns - 1) / columns : 1;
  return {600, (rowHeight + rowGap) * static_cast<int>(rows) - rowGap};
}

QSize MilestoneStrip::minimumSizeHint() const { return {320, sizeHint().height()}; }

void MilestoneStrip::step(int by) {
  const int count = nodeCount();
  if (count > 0) choose(nodeAt(std::clamp(chosenIndex() + by, 0, count - 1)).id);
}

void MilestoneStrip::askWhy(int index) {
  if (index < 0 || !nodeAt(index).canExplain) return;
  const QString id = nodeAt(index).id;
  choose(id);
  Q_EMIT whyAsked(id);
}

void MilestoneStrip::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const bool isAltW = event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_W;
  const int key = event->key();
  if (isAltW || (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter))) {
    askWhy(chosenIndex());
  } else if (isPlain && (key == Qt::Key_Left || key == Qt::Key_Right)) {
    step(key == Qt::Key_Right ? 1 : -1);
  } else if (isPlain && (key == Qt::Key_Down || key == Qt::Key_Up) && !m_chain.folded.empty()) {
    setUnfolded(key == Qt::Key_Down);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void MilestoneStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  if (moreRect().contains(event->pos())) return setUnfolded(!m_isUnfolded);
  const int index = indexAt(event->pos());
  if (index < 0) return;
  const MilestoneBox box = boxOf(index);
  if (box.hasLink && linkRect(nodeAt(index), box).contains(event->pos())) {
    askWhy(index);
  } else {
    choose(nodeAt(index).id);
  }
}

void MilestoneStrip::mouseMoveEvent(QMouseEvent* event) {
  const int index = indexAt(event->pos());
  const bool isLink = index >= 0 && boxOf(index).hasLink &&
                      linkRect(nodeAt(index), boxOf(index)).contains(event->pos());
  const bool isHand = isLink || index >= 0 || moreRect().contains(event->pos());
  setCursor(isHand ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MilestoneStrip::focusInEvent(QFocusEvent* event) {
  update();
  QWidget::focusInEvent(event);
}

void MilestoneStrip::focusOutEvent(QFocusEvent* event) {
  update();
  QWidget::focusOutEvent(event);
}

bool MilestoneStrip::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = indexAt(help->pos());
    QToolTip::showText(help->globalPos(), index < 0 ? QString() : nodeAt(index).spoken, this);
    return true;
  }
  return QWidget::event(event);
}

void MilestoneStrip::describe() {
  const int index = chosenIndex();
  setAccessibleName(index < 0 ? tr("时限") : tr("时限：%1").arg(nodeAt(index).spoken));
  setAccessibleDescription(m_chain.folded.empty() ? tr("左右键选择，回车看为什么")
                                                  : tr("左右键选择，回车看为什么，下键展开更多"));
}

void MilestoneStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_chain.shown.empty()) {
    painter.setFont(ui::font(FontRole::Small12));
    painter.setPen(color(Token::Text3));
    painter.drawText(rect(), Qt::AlignCenter, tr("选好级别和类别后，这里显示每一步的时限"));
    return;
  }
  for (int i = 0; i < nodeCount(); ++i) paintMilestone(painter, nodeAt(i), boxOf(i));
  if (!m_chain.folded.empty()) {
    painter.setFont(ui::font(FontRole::Small12));
    painter.setPen(color(Token::Accent));
    painter.drawText(moreRect(), Qt::AlignRight | Qt::AlignVCenter, moreText());
  }
}

}  // namespace yingda::ui
