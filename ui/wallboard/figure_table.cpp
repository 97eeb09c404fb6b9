// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the table out, paints its lines, and folds their parts.
#include "ui/wallboard/figure_table.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"

namespace yingda::ui {

namespace {

using std::chrono::days;

constexpr int padding = 12;
constexpr int gap = 10;
constexpr int lineHeight = 28;
constexpr int besideHeight = 19;
constexpr int nameWidth = 210;
constexpr int valueWidth = 92;
constexpr int verdictWidth = 60;
constexpr int targetWidth = 56;
constexpr int casesWidth = 72;
constexpr int indent = 18;

}  // namespace

KpiSpan kpiSpanOf(FigureSpan span, Instant now) {
  LocalDay from = localDayOf(now);
  if (span == FigureSpan::Week) from -= days{isoWeekday(from) - 1};
  if (span == FigureSpan::Month) {
    const std::chrono::year_month_day day{from};
    from = localDay(static_cast<int>(day.year()), static_cast<unsigned>(day.month()), 1);
  }
  return {instantAt(from, {}), now, now};
}

QString figureSpanText(FigureSpan span) {
  switch (span) {
    case FigureSpan::Today:
      return FigureTable::tr("今日");
    case FigureSpan::Week:
      return FigureTable::tr("本周");
    case FigureSpan::Month:
      break;
  }
  return FigureTable::tr("本月");
}

QVariant FigureModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const FigureWords& line = rowAt(index.row());
  if (role == Qt::DisplayRole) return line.name;
  if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) return line.text();
  return {};
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const auto* model = qobject_cast<const FigureModel*>(index.model());
  if (!m_isNarrow || model == nullptr || model->rowAt(index.row()).part >= 0) {
    return {400, lineHeight};
  }
  const int below = model->rowAt(index.row()).quality.text.isEmpty() ? 1 : 2;
  return {400, lineHeight + below * besideHeight};
}

void FigureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  const auto* model = qobject_cast<const FigureModel*>(index.model());
  if (model == nullptr) return;
  const FigureWords& line = model->rowAt(index.row());
  painter->save();
  paintRowGround(*painter, option);
  const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
  int left = area.left();
  const auto column = [&](int wide) {
    const QRect cell(left, area.top(), wide, lineHeight);
    left += wide + gap;
    return cell;
  };
  QRect name = column(nameWidth);
  const bool isPart = line.part >= 0;
  if (isPart || line.hasParts) {
    const bool isOpen = m_unfolded && m_unfolded->count(line.figure) > 0;
    if (!isPart) {
      paintText(*painter, QRect(name.left(), name.top(), indent, lineHeight), Qt::AlignLeft,
                isOpen ? QStringLiteral("▾") : QStringLiteral("▸"), FontRole::Body13, Token::Text2);
    }
    name.setLeft(name.left() + indent);
  }
  paintText(*painter, name, Qt::AlignLeft, line.name, FontRole::Body13,
            isPart ? Token::Text2 : Token::Text);
  paintText(*painter, column(valueWidth), Qt::AlignRight, line.value,
            isPart ? FontRole::Body13 : FontRole::Strong13,
            line.isThin ? Token::Text3 : Token::Text);
  paintText(*painter, column(verdictWidth), Qt::AlignLeft, line.verdict,
            line.isMissed ? FontRole::Strong13 : FontRole::Body13,
            line.isMissed ? Token::Red : Token::Green);
  paintText(*painter, column(targetWidth), Qt::AlignRight, line.target, FontRole::Small12,
            Token::Text2);
  paintText(*painter, column(casesWidth), Qt::AlignRight, line.cases, FontRole::Small12,
            Token::Text2);
  left += gap;
  const auto tone = [](const BesideWords& beside) {
    return beside.isThin ? Token::Text3 : Token::Text2;
  };
  if (m_isNarrow && !isPart) {
    int top = area.top() + lineHeight - 4;
    for (const BesideWords& beside : {line.quality, line.counter}) {
      if (beside.text.isEmpty()) continue;
      paintText(*painter, QRect(area.left(), top, area.width(), besideHeight), Qt::AlignLeft,
                beside.text, FontRole::Small12, tone(beside));
      top += besideHeight;
    }
  } else {
    const int half = (area.right() - left - gap) * 54 / 100;
    paintText(*painter, QRect(left, area.top(), half, lineHeight), Qt::AlignLeft, line.counter.text,
              FontRole::Small12, tone(line.counter));
    left += half + gap;
    paintText(*painter, QRect(left, area.top(), area.right() - left, lineHeight), Qt::AlignLeft,
              line.quality.text, FontRole::Small12, tone(line.quality));
  }
  painter->restore();
}

FigureTable::FigureTable(QWidget* parent)
    : QWidget(parent),
      m_model(new FigureModel(this)),
      m_delegate(new FigureDelegate(this)),
      m_view(new QListView),
      m_spans(new Segmented({figureSpanText(FigureSpan::Today), figureSpanText(FigureSpan::Week),
                             figureSpanText(FigureSpan::Month)})) {
  setObjectName(QStringLiteral("floor.table"));
  auto* title = new Label(tr("全部指标"), FontRole::Title15);
  title->setElides(false);
  auto* note = new Label(
      tr("样本不足 %1 的为灰色　Enter 看工单　→ 展开项目　8 或 Esc 返回").arg(kpiCasesLeast),
      FontRole::Small12, Token::Text2);
  note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_spans->setObjectName(QStringLiteral("floor.span"));
  m_spans->setAccessibleName(tr("今日、本周或本月"));
  m_spans->setCurrent(0);
  connect(m_spans, &Segmented::currentChanged, this,
          [this](int index) { setSpan(static_cast<FigureSpan>(index)); });
  auto* head = new QHBoxLayout;
  head->setContentsMargins(padding, 10, padding, 8);
  head->setSpacing(padding);
  head->addWidget(title);
  head->addWidget(note, 1);
  head->addWidget(new KeyHint(QStringLiteral("9")));
  head->addWidget(m_spans);
  m_view->setObjectName(QStringLiteral("floor.tableRows"));
  m_view->setAccessibleName(tr("全部指标"));
  m_view->setModel(m_model);
  m_delegate->setUnfolded(&m_unfolded);
  m_view->setItemDelegate(m_delegate);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setMouseTracking(true);
  m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->installEventFilter(this);
  m_view->viewport()->installEventFilter(this);
  connect(m_view, &QListView::doubleClicked, this, [this] { open(); });
  auto* card = new Card;
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->setSpacing(0);
  card->body()->addLayout(head);
  card->body()->addWidget(new Separator);
  card->body()->addWidget(m_view, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(card);
  setFocusProxy(m_view);
}

void FigureTable::set(std::vector<KpiFigure> figures, const KpiDictionary& dictionary) {
  m_figures = std::move(figures);
  m_dictionary = &dictionary;
  fill();
}

void FigureTable::fill() {
  std::vector<FigureWords> lines;
  lines.reserve(m_figures.size());
  for (size_t i = 0; i < m_figures.size(); ++i) {
    const int index = static_cast<int>(i);
    lines.push_back(figureWords(m_figures[i], *m_dictionary, index));
    if (m_unfolded.count(index) == 0) continue;
    std::vector<FigureWords> parts = partWords(m_figures[i], index);
    lines.insert(lines.end(), parts.begin(), parts.end());
  }
  m_model->setRows(lines, [](const FigureWords& line) -> QString {
    return line.id % u' ' % QString::number(line.part);
  });
  if (!m_view->currentIndex().isValid()) m_view->setCurrentIndex(m_model->index(0, 0));
}

int FigureTable::current() const { return m_view->currentIndex().row(); }

void FigureTable::setSpan(FigureSpan span) {
  m_spans->setCurrent(static_cast<int>(span));
  if (span == m_span) return;
  m_span = span;
  Q_EMIT spanChanged();
}

void FigureTable::nextSpan() {
  setSpan(static_cast<FigureSpan>((static_cast<int>(m_span) + 1) % 3));
}

void FigureTable::fold(bool isUnfolded) {
  if (current() < 0) return;
  const FigureWords line = m_model->rowAt(current());
  if (!isUnfolded && line.part >= 0) {
    // Back to the figure that the part belongs to.
    m_view->setCurrentIndex(m_model->index(current() - line.part - 1, 0));
  }
  if (isUnfolded && line.hasParts) m_unfolded.insert(line.figure);
  if (!isUnfolded) m_unfolded.erase(line.figure);
  fill();
  m_view->viewport()->update();
}

void FigureTable::open() {
  if (current() >= 0) Q_EMIT chosen(m_model->rowAt(current()).figure);
}

bool FigureTable::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_view->viewport() && event->type() == QEvent::Resize) {
    m_delegate->setWidth(m_view->viewport()->width());
    m_view->doItemsLayout();
  }
  if (watched == m_view && event->type() == QEvent::KeyPress) {
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
      case Qt::Key_Return:
      case Qt::Key_Enter:
        open();
        return true;
      case Qt::Key_Right:
      case Qt::Key_Left:
        fold(key->key() == Qt::Key_Right);
        return true;
      case Qt::Key_Tab:
      case Qt::Key_Backtab:
        break;
      default:
        // A list looks for rows that begin with what is typed; here digits are the page's.
        if (!key->text().isEmpty()) {
          key->ignore();
          return true;
        }
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
