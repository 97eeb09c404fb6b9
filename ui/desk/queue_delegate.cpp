// SPDX-License-Identifier: GPL-3.0-or-later
// Colours come from the painter's pen, so that prepared texts outlive a change of theme.
#include "ui/desk/queue_delegate.h"

#include <QAbstractItemView>
#include <QPainter>
#include <algorithm>

#include "ui/desk/queue_model.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/parts/level_chip.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;
constexpr int textLeft = 40;
constexpr int gap = 8;
constexpr int chipTop = 9;
constexpr int firstLine = 19;   // centre of the first line below the row's top
constexpr int secondLine = 39;  // and of the second
constexpr int barWidth = 3;
constexpr int markSize = 20;  // as wide as the chip above it
constexpr qsizetype textsMax = 256;

QFont titleFont() {
  QFont medium = font(FontRole::Body13);
  medium.setWeight(QFont::Medium);
  return medium;
}

void prepare(QStaticText& prepared, const QString& text, const QFont& face) {
  prepared.setTextFormat(Qt::PlainText);
  prepared.setText(text);
  prepared.prepare({}, face);
}

void drawAt(QPainter& painter, const QPointF& leftCentre, const QStaticText& text) {
  painter.drawStaticText(QPointF(leftCentre.x(), leftCentre.y() - text.size().height() / 2), text);
}

/// A row that the lower edge would cut is left for the next page, and a heading without its first
/// row too.
bool isCut(const QStyleOptionViewItem& option, int follows) {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  return view != nullptr && option.rect.top() > 0 &&
         option.rect.bottom() + follows >= view->viewport()->height();
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option) {
  const QRect& rect = option.rect;
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter.fillRect(rect, color(Token::AccentWeak));
    painter.fillRect(QRect(rect.topLeft(), QSize(barWidth, rect.height())), color(Token::Accent));
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter.fillRect(rect, color(Token::Bg));
  }
  paintLine(painter, rect, Qt::BottomEdge, color(Token::Border));
}

}  // namespace

QueueDelegate::QueueDelegate(const QueueModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model) {}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  // The width does not matter in a list of one column; asking fonts here would cost 10,000 times.
  return {1, m_model.itemAt(index.row()).isHeading() ? headingHeight : ticketHeight};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const bool isHeading = m_model.itemAt(index.row()).isHeading();
  if (isCut(option, isHeading ? ticketHeight : 0)) return;
  if (isHeading) {
    paintHeading(*painter, option.rect, index.row());
  } else {
    paintTicket(*painter, option, index.row());
    ++m_painted;
  }
}

void QueueDelegate::paintHeading(QPainter& painter, const QRect& rect, int row) const {
  const QueueItem& item = m_model.itemAt(row);
  painter.fillRect(rect, color(Token::Bg));
  painter.setFont(font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  const QRect inner = rect.adjusted(padding, 0, -padding, 0);
  painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, QueueModel::groupText(item.group));
  painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, QString::number(item.count));
}

void QueueDelegate::paintTicket(QPainter& painter, const QStyleOptionViewItem& option,
                                int row) const {
  const QRect& rect = option.rect;
  const QueueRow& ticket = m_model.itemAt(row).row;
  const ClockText clock = m_model.clockAt(row);
  paintGround(painter, option);
  LevelChip::paint(painter, rect.topLeft() + QPoint(padding, chipTop), ticket.level);
  paintHands(painter, rect, ticket);

  const QFont clockFont = font(FontRole::Strong13);
  const int clockWidth = QFontMetrics(clockFont).horizontalAdvance(clock.text);
  const Texts& texts = textsOf(ticket, rect.width(), clockWidth);
  const int right = rect.right() + 1 - padding;
  painter.setFont(titleFont());
  painter.setPen(color(Token::Text));
  drawAt(painter, {rect.left() + 1.0 * textLeft, rect.top() + 1.0 * firstLine}, texts.titleText);
  painter.setFont(font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  drawAt(painter, {rect.left() + 1.0 * textLeft, rect.top() + 1.0 * secondLine}, texts.detailText);
  drawAt(painter, {1.0 * (right - texts.milestoneWidth), rect.top() + 1.0 * secondLine},
         texts.milestoneText);
  painter.setFont(clockFont);
  painter.setPen(color(clockToken(clock.tone)));
  painter.drawText(QRect(right - clockWidth, rect.top() + firstLine - 12, clockWidth, 24),
                   Qt::AlignRight | Qt::AlignVCenter, clock.text);
  if (option.state.testFlag(QStyle::State_HasFocus) &&
      option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
    paintBox(painter, rect.adjusted(barWidth + 1, 1, -1, -2),
             {std::nullopt, color(Token::Accent), 1.0, 4.0, false});
  }
}

void QueueDelegate::paintHands(QPainter& painter, const QRect& rect, const QueueRow& ticket) const {
  using State = HandView::State;
  const QPoint centre(rect.left() + padding + markSize / 2, rect.top() + secondLine);
  const HandView& hand = ticket.hand;
  if (hand.state != State::Free) {
    //: One character in a queue's row: I have it in hand.
    const QString mark = hand.state == State::Theirs ? hand.name.left(1) : tr("我");
    QRect box(0, 0, markSize, markSize - 2);
    box.moveCenter(centre);
    const bool isMine = hand.state == State::Mine;
    const bool isWish = hand.state == State::Wanted;
    paintBox(
        painter, box,
        {isWish ? std::nullopt : std::optional(color(isMine ? Token::GreenWeak : Token::Sunken)),
         color(isWish   ? Token::FieldEdge
               : isMine ? Token::Green
                        : Token::BorderStrong),
         1.0, 4.0, isWish});
    painter.setFont(font(FontRole::Small12));
    painter.setPen(color(isMine ? Token::Green : Token::Text2));
    painter.drawText(box, Qt::AlignCenter, mark);
  }
  const auto& lookers = m_model.lookersOf(ticket.id);
  if (lookers.empty()) return;
  const bool isWriting = std::any_of(lookers.begin(), lookers.end(),
                                     [](const PresenceView& one) { return one.isWriting; });
  // Beside the mark of a claim, or in its place.
  const QPointF dot = hand.state == State::Free
                          ? QPointF(centre)
                          : QPointF(centre) + QPointF(markSize / 2.0, markSize / 2.0 - 3);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color(Token::Accent), 1.5));
  painter.setBrush(isWriting ? color(Token::Accent) : color(Token::Surface));
  painter.drawEllipse(dot, 3.5, 3.5);
  painter.restore();
}

const QueueDelegate::Texts& QueueDelegate::textsOf(const QueueRow& row, int width,
                                                   int clockWidth) const {
  const QString title = QueueModel::titleText(row);
  const QString detail = QueueModel::detailText(row);
  const QString milestone = milestoneText(row.nextMilestone, row.level);
  if (m_texts.size() >= textsMax && !m_texts.contains(row.id.uuid())) m_texts.clear();
  Texts& texts = m_texts[row.id.uuid()];
  const bool isFresh = texts.width == width && texts.clockWidth == clockWidth &&
                       texts.title == title && texts.detail == detail &&
                       texts.milestone == milestone;
  if (isFresh) return texts;
  texts = {width, clockWidth, title, detail, milestone, {}, {}, {}, 0};
  const QFont small = font(FontRole::Small12);
  const QFontMetrics smallMetrics(small);
  const int room = width - textLeft - padding;
  texts.milestoneWidth = smallMetrics.horizontalAdvance(milestone);
  const int milestoneRoom = texts.milestoneWidth > 0 ? texts.milestoneWidth + gap : 0;
  prepare(texts.titleText,
          QFontMetrics(titleFont()).elidedText(title, Qt::ElideRight, room - clockWidth - gap),
          titleFont());
  prepare(texts.detailText, smallMetrics.elidedText(detail, Qt::ElideRight, room - milestoneRoom),
          small);
  prepare(texts.milestoneText, milestone, small);
  return texts;
}

}  // namespace yingda::ui
