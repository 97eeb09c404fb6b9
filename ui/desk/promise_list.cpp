// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence a promise, with what is left of its time.
#include "ui/desk/promise_list.h"

#include <QKeyEvent>
#include <algorithm>

#include "core/assist/lint_rewrite.h"
#include "ui/kit/clean_text.h"
#include "ui/parts/clock_text.h"

namespace yingda::ui {

namespace {

constexpr int lineHeight = 26;
constexpr int linesMost = 4;

QString fateText(const Promise& promise, Instant now) {
  if (promise.keptAt) return PromiseList::tr("已兑现 %1").arg(clockText(*promise.keptAt));
  if (promise.brokenAt) return PromiseList::tr("没有兑现");
  const ClockText left = clockText(promise.dueAt, now);
  return left.spoken.isEmpty() ? left.text : left.spoken;
}

}  // namespace

QString promiseText(const PromiseView& view, Instant now) {
  const Promise& promise = view.promise;
  QString act = cleanText(promise.what, Lines::Join);
  if (!promise.who.isEmpty()) act = cleanText(promise.who, Lines::Join) % u' ' % act;
  //: By when, then who does what.
  const QString head =
      PromiseList::tr("承诺 %1 前 %2").arg(spokenClock(promise.dueAt, promise.madeAt), act);
  QStringList parts{head, fateText(promise, now)};
  if (!view.byName.isEmpty()) parts << view.byName;
  return parts.join(QStringLiteral(" · "));
}

PromiseList::PromiseList(QWidget* parent) : QuietList(parent) {
  setObjectName(QStringLiteral("promises"));
  setAccessibleName(tr("承诺"));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTextElideMode(Qt::ElideRight);
  connect(this, &QListWidget::itemActivated, this, [this] { settle(true); });
  hide();
}

void PromiseList::set(const std::vector<PromiseView>& promises, Instant now) {
  m_promises = promises;
  setRowCount(static_cast<int>(promises.size()));
  for (int i = 0; i < count(); ++i) {
    const bool isOpen = promises[static_cast<size_t>(i)].promise.isOpen();
    item(i)->setToolTip(isOpen ? tr("回车：已兑现；Delete：没有兑现") : QString());
    item(i)->setSizeHint({0, lineHeight});
  }
  tick(now);
  updateGeometry();
  setVisible(count() > 0);
}

void PromiseList::tick(Instant now) {
  for (int i = 0; i < count(); ++i) {
    const PromiseView& view = m_promises[static_cast<size_t>(i)];
    item(i)->setText(promiseText(view, now));
    const bool isLate = view.promise.isOpen() && view.promise.dueAt <= now;
    item(i)->setForeground(color(isLate                  ? Token::Red
                                 : view.promise.isOpen() ? Token::Text
                                                         : Token::Text2));
  }
}

QSize PromiseList::sizeHint() const {
  return {200, lineHeight * std::clamp(count(), 1, linesMost) + 4};
}
QSize PromiseList::minimumSizeHint() const { return sizeHint(); }

void PromiseList::settle(bool isKept) {
  const auto index = static_cast<size_t>(std::max(0, currentRow()));
  if (index >= m_promises.size() || !m_promises[index].promise.isOpen()) return;
  Q_EMIT settled(m_promises[index].promise.id, isKept);
}

void PromiseList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Delete) {
    settle(false);
    return;
  }
  QuietList::keyPressEvent(event);
}

}  // namespace yingda::ui
