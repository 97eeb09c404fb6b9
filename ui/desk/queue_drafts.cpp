// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the pills out from the right, as many as fit; the rest opens in place.
#include "ui/desk/queue_drafts.h"

#include <QPainter>
#include <QPushButton>

#include "core/text/phone.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;
constexpr int gap = 6;
constexpr int lineHeight = 36;
constexpr int pillHeight = 22;

/// A pill of sunken ground that can be pressed.
class DraftPill final : public QPushButton {
 public:
  using QPushButton::QPushButton;
  QSize sizeHint() const override {
    return {QFontMetrics(ui::font(FontRole::Small12)).horizontalAdvance(text()) + 16, pillHeight};
  }
  QSize minimumSizeHint() const override { return {pillHeight, pillHeight}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const QColor edge = color(hasFocus() ? Token::Accent : Token::BorderStrong);
    const bool hasEdge = hasFocus() || underMouse();
    paintBox(painter, rect(),
             {color(Token::Sunken), hasEdge ? std::optional(edge) : std::nullopt, 1.0, 4.0, false});
    painter.setFont(ui::font(FontRole::Small12));
    painter.setPen(color(Token::Text2));
    const QRect inner = rect().adjusted(7, 0, -7, 0);
    painter.drawText(inner, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
  }
};

int headingWidth(const QString& heading) {
  return QFontMetrics(font(FontRole::Small12)).horizontalAdvance(heading);
}

}  // namespace

QueueDrafts::QueueDrafts(QWidget* parent) : QWidget(parent), m_more(new DraftPill(this)) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_more->setObjectName(QStringLiteral("queue.moreDrafts"));
  connect(m_more, &QPushButton::clicked, this, [this] {
    m_isOpen = !m_isOpen;
    place();
  });
  hide();
}

void QueueDrafts::setDrafts(const std::vector<TicketDraft>& drafts, Instant now) {
  for (const Parked& parked : m_parked) delete parked.pill;
  m_parked.clear();
  QWidget* before = nullptr;
  for (const TicketDraft& draft : drafts) {
    auto* pill = new DraftPill(this);
    pill->setObjectName(QStringLiteral("queue.draft%1").arg(m_parked.size()));
    connect(pill, &QPushButton::clicked, this, [this, id = draft.id] { Q_EMIT draftChosen(id); });
    if (before != nullptr) setTabOrder(before, pill);
    before = pill;
    m_parked.push_back({draft.id, draftLabel(draft), draft.touchedAt, pill});
  }
  if (before != nullptr) setTabOrder(before, m_more);
  m_isOpen = m_isOpen && m_parked.size() > 1;
  tick(now);
  setVisible(!m_parked.empty());
  place();
}

void QueueDrafts::tick(Instant now) {
  bool hasChanged = false;
  for (const Parked& parked : m_parked) {
    const QString text = tr("%1 · %2").arg(parked.who, agoText(parked.touchedAt, now));
    if (parked.pill->text() == text) continue;
    parked.pill->setText(text);
    parked.pill->setAccessibleName(tr("挂起的草稿，%1").arg(text));
    hasChanged = true;
  }
  if (hasChanged) place();
}

void QueueDrafts::place() {
  const int left = padding + headingWidth(tr("挂起的草稿")) + gap;
  int right = width() - padding;
  int top = (lineHeight - pillHeight) / 2;
  size_t folded = 0;
  for (size_t i = 0; i < m_parked.size(); ++i) {
    QPushButton* pill = m_parked[i].pill;
    const bool hasMore = i + 1 < m_parked.size();
    const int reserve = hasMore && !m_isOpen ? 34 + gap : 0;
    int room = right - left;
    if (m_isOpen && i > 0) {
      top += lineHeight - 8;
      right = width() - padding;
      room = right - left;
    } else if (i > 0 && room < pill->sizeHint().width() + reserve) {
      folded = m_parked.size() - i;
      for (size_t rest = i; rest < m_parked.size(); ++rest) m_parked[rest].pill->hide();
      break;
    }
    const int wide = std::min(pill->sizeHint().width(), std::max(room - reserve, pillHeight));
    pill->setGeometry(right - wide, top, wide, pillHeight);
    pill->show();
    right -= wide + gap;
  }
  m_more->setVisible(folded > 0 || m_isOpen);
  if (m_more->isVisibleTo(this)) {
    m_more->setText(m_isOpen ? tr("收起") : QStringLiteral("+%1").arg(folded));
    m_more->setAccessibleName(m_isOpen ? tr("收起草稿") : tr("另有 %1 份草稿").arg(folded));
    if (m_isOpen) {
      top += lineHeight - 8;
      right = width() - padding;
    }
    const int wide = m_more->sizeHint().width();
    m_more->setGeometry(right - wide, top, wide, pillHeight);
  }
  const int height = top + pillHeight + (lineHeight - pillHeight) / 2;
  if (height == m_height) return;
  m_height = height;
  updateGeometry();
}

QSize QueueDrafts::sizeHint() const { return {200, m_height}; }

void QueueDrafts::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

void QueueDrafts::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintLine(painter, rect(), Qt::TopEdge, color(Token::Border));
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  painter.drawText(QRect(padding, 0, width() - 2 * padding, lineHeight),
                   Qt::AlignLeft | Qt::AlignVCenter, tr("挂起的草稿"));
}

QString draftLabel(const TicketDraft& draft) {
  if (!draft.text.contactName.isEmpty()) return draft.text.contactName;
  const QString number =
      draft.callerNumber.isEmpty() ? draft.text.contactPhone : draft.callerNumber;
  return number.isEmpty() ? QueueDrafts::tr("未留姓名") : maskPhone(number);
}

QString agoText(Instant at, Instant now) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - at).count();
  const auto days = (localDayOf(now) - localDayOf(at)).count();
  if (minutes < 1) return QueueDrafts::tr("刚刚");
  if (minutes < 60) return QueueDrafts::tr("%1 分钟前").arg(minutes);
  if (days <= 0 || minutes < 6 * 60) return QueueDrafts::tr("%1 小时前").arg(minutes / 60);
  if (days == 1) return QueueDrafts::tr("昨天");
  return toIso(localDayOf(at)).mid(5);
}

}  // namespace yingda::ui
