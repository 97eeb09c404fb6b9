// SPDX-License-Identifier: GPL-3.0-or-later
// Lays marked text out, on one line or wrapped.
#include "ui/kit/rich_label.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <cmath>

namespace yingda::ui {

namespace {

constexpr double noWidth = 1.0e6;
constexpr QChar ellipsis = u'…';

QList<QTextLayout::FormatRange> formatsOf(const QList<Mark>& marks, qsizetype length) {
  QList<QTextLayout::FormatRange> formats;
  for (const Mark& mark : marks) {
    if (mark.start < 0 || mark.length <= 0 || mark.start >= length) continue;
    QTextLayout::FormatRange range;
    range.start = mark.start;
    range.length = static_cast<int>(qMin(qsizetype{mark.length}, length - mark.start));
    switch (mark.kind) {
      case MarkKind::Search:
        range.format.setBackground(color(Token::SearchMark));
        break;
      case MarkKind::Strong:
        range.format.setFontWeight(QFont::Bold);
        break;
      case MarkKind::Accent:
        range.format.setFontWeight(QFont::Bold);
        range.format.setForeground(color(Token::Accent));
        break;
      case MarkKind::Underline:
        range.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        break;
    }
    formats.append(range);
  }
  return formats;
}

QTextOption wrapOption() {
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  return option;
}

/// One line without wrapping; gives its natural width.
double layOutLine(QTextLayout& layout) {
  layout.beginLayout();
  QTextLine line = layout.createLine();
  if (line.isValid()) line.setLineWidth(noWidth);
  layout.endLayout();
  return line.isValid() ? line.naturalTextWidth() : 0.0;
}

double widthOf(const QString& text, const QList<Mark>& marks, const QFont& face) {
  QTextLayout layout(text, face);
  layout.setFormats(formatsOf(marks, text.size()));
  return layOutLine(layout);
}

/// The longest beginning of the text that leaves room for the ellipsis.
QString elided(const QString& text, const QList<Mark>& marks, const QFont& face, double width) {
  QTextLayout layout(text, face);
  layout.setFormats(formatsOf(marks, text.size()));
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAnywhere);
  layout.setTextOption(option);
  const double room = width - QFontMetricsF(face).horizontalAdvance(ellipsis);
  if (room <= 0) return QString(ellipsis);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  line.setLineWidth(room);
  layout.endLayout();
  return text.left(line.textLength()) + ellipsis;
}

QList<Mark> shifted(const QList<Mark>& marks, int by) {
  QList<Mark> result;
  for (Mark mark : marks) {
    mark.start -= by;
    if (mark.start < 0) {
      mark.length += mark.start;
      mark.start = 0;
    }
    if (mark.length > 0) result.append(mark);
  }
  return result;
}

}  // namespace

QList<Mark> marksOf(const QList<QPair<int, int>>& ranges, MarkKind kind) {
  QList<Mark> marks;
  marks.reserve(ranges.size());
  for (const auto& [start, length] : ranges) marks.append({start, length, kind});
  return marks;
}

void paintMarked(QPainter& painter, const QRect& rect, const QString& text,
                 const QList<Mark>& marks, Qt::Alignment alignment) {
  if (text.isEmpty() || rect.width() <= 0) return;
  QString shown = text;
  shown.replace(u'\n', u' ');
  if (widthOf(shown, marks, painter.font()) > rect.width() + 0.5) {
    shown = elided(shown, marks, painter.font(), rect.width());
  }
  QTextLayout layout(shown, painter.font());
  layout.setFormats(formatsOf(marks, shown.size()));
  const double width = layOutLine(layout);
  const double height = layout.lineAt(0).height();
  QPointF at(rect.topLeft());
  if (alignment.testFlag(Qt::AlignRight)) at.rx() += rect.width() - width;
  if (alignment.testFlag(Qt::AlignHCenter)) at.rx() += (rect.width() - width) / 2;
  if (alignment.testFlag(Qt::AlignVCenter)) at.ry() += std::round((rect.height() - height) / 2);
  if (alignment.testFlag(Qt::AlignBottom)) at.ry() += rect.height() - height;
  layout.draw(&painter, at);
}

Label::Label(const QString& text, FontRole role, Token token, QWidget* parent)
    : QWidget(parent), m_text(text), m_role(role), m_token(token) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setFont(ui::font(role));
  refresh();
}

void Label::setText(const QString& text) { setText(text, {}); }

void Label::setText(const QString& text, const QList<Mark>& marks) {
  if (text == m_text && marks == m_marks) return;
  m_text = text;
  m_marks = marks;
  refresh();
}

void Label::setRole(FontRole role) {
  m_role = role;
  setFont(ui::font(role));
  refresh();
}

void Label::setToken(Token token) {
  if (token == m_token) return;
  m_token = token;
  update();
}

void Label::setAlignment(Qt::Alignment alignment) {
  m_alignment = alignment;
  update();
}

void Label::setElides(bool elides) {
  m_elides = elides;
  refresh();
}

QSize Label::sizeHint() const {
  const int width = static_cast<int>(std::ceil(widthOf(m_text, m_marks, font())));
  return {width, fontMetrics().height()};
}

QSize Label::minimumSizeHint() const {
  const QSize natural = sizeHint();
  return m_elides ? QSize(qMin(natural.width(), 2 * fontMetrics().height()), natural.height())
                  : natural;
}

void Label::refresh() {
  setAccessibleName(m_text);
  updateGeometry();
  setToolTip(sizeHint().width() > width() && width() > 0 && testAttribute(Qt::WA_WState_Created)
                 ? m_text
                 : QString());
  update();
}

void Label::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(font());
  painter.setPen(color(isEnabled() ? m_token : Token::Text3));
  paintMarked(painter, rect(), m_text, m_marks, m_alignment);
}

void Label::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->pos())) Q_EMIT clicked();
}

void Label::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  setToolTip(sizeHint().width() > width() ? m_text : QString());
}

RichLabel::RichLabel(FontRole role, Token token, QWidget* parent)
    : QWidget(parent), m_role(role), m_token(token), m_layout(std::make_unique<QTextLayout>()) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setFont(ui::font(role));
}

RichLabel::~RichLabel() = default;

void RichLabel::setText(const QString& text, const QList<Mark>& marks) {
  if (text == m_text && marks == m_marks) return;
  m_text = text;
  m_marks = marks;
  setAccessibleName(text);
  refresh();
}

void RichLabel::setRole(FontRole role) {
  m_role = role;
  setFont(ui::font(role));
  refresh();
}

void RichLabel::setToken(Token token) {
  m_token = token;
  update();
}

void RichLabel::setMaxLines(int lines) {
  m_maxLines = lines;
  refresh();
}

void RichLabel::setLineSpacing(double factor) {
  m_spacing = factor;
  refresh();
}

int RichLabel::lineHeight() const {
  return static_cast<int>(std::lround(font().pixelSize() * m_spacing));
}

int RichLabel::layOut(int width) const {
  QString shown = m_text;
  shown.replace(u'\n', QChar::LineSeparator);
  m_layout->setText(shown);
  m_layout->setFont(font());
  m_layout->setTextOption(wrapOption());
  m_layout->setFormats(formatsOf(m_marks, m_text.size()));
  m_layout->beginLayout();
  int lines = 0;
  for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
    line.setLineWidth(width);
    const double slack = lineHeight() - line.height();
    line.setPosition(QPointF(0, lines * lineHeight() + std::round(slack / 2)));
    ++lines;
  }
  m_layout->endLayout();
  return m_text.isEmpty() ? 0 : lines;
}

int RichLabel::heightForWidth(int width) const {
  const int lines = layOut(qMax(1, width));
  return lineHeight() * (m_maxLines > 0 ? qMin(lines, m_maxLines) : lines);
}

QSize RichLabel::sizeHint() const {
  const int natural = static_cast<int>(std::ceil(widthOf(m_text, m_marks, font())));
  const int width = qMin(natural, 480);
  return {width, heightForWidth(qMax(1, this->width() > 0 ? qMin(this->width(), natural) : width))};
}

QSize RichLabel::minimumSizeHint() const {
  return {qMin(4 * font().pixelSize(), sizeHint().width()), m_text.isEmpty() ? 0 : lineHeight()};
}

void RichLabel::refresh() {
  updateGeometry();
  update();
}

void RichLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(font());
  painter.setPen(color(isEnabled() ? m_token : Token::Text3));
  const int lines = layOut(width());
  const int shown = m_maxLines > 0 ? qMin(lines, m_maxLines) : lines;
  const bool isCut = shown < lines;
  for (int i = 0; i < shown; ++i) {
    const QTextLine line = m_layout->lineAt(i);
    if (isCut && i == shown - 1) {
      const int start = line.textStart();
      const QRect row(0, i * lineHeight(), width(), lineHeight());
      paintMarked(painter, row, m_text.mid(start), shifted(m_marks, start));
    } else {
      line.draw(&painter, QPointF(0, 0));
    }
  }
}

void RichLabel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) updateGeometry();
}

}  // namespace yingda::ui
