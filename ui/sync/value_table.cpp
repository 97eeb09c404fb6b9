// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the cells out and finds the part that differs.
#include "ui/sync/value_table.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/kit/paint.h"
#include "ui/parts/sync_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

/// Words on a ground, with lines at the left and at the bottom.
class TableCell final : public QWidget {
 public:
  TableCell(Token ground, bool hasLeftLine, bool hasBottomLine)
      : m_ground(ground), m_hasLeftLine(hasLeftLine), m_hasBottomLine(hasBottomLine) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(1);
    m_title = new Label({}, FontRole::Strong13);
    m_text = new RichLabel;
    m_text->setLineSpacing(1.6);
    m_title->hide();
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addStretch(1);
  }
  void setHead(const QString& title, const QString& detail) {
    m_title->setText(title);
    m_title->show();
    m_text->setRole(FontRole::Small12);
    m_text->setToken(Token::Text2);
    m_text->setText(detail);
    m_text->setVisible(!detail.isEmpty());
    setAccessibleName(title % u' ' % detail);
  }
  void setValue(const QString& text, const QList<Mark>& marks, Token token = Token::Text) {
    m_text->setToken(token);
    m_text->setText(text, marks);
    setAccessibleName(text);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), color(m_ground));
    if (m_hasLeftLine) paintLine(painter, rect(), Qt::LeftEdge, color(Token::Border));
    if (m_hasBottomLine) paintLine(painter, rect(), Qt::BottomEdge, color(Token::Border));
  }

 private:
  Token m_ground;
  bool m_hasLeftLine;
  bool m_hasBottomLine;
  Label* m_title;
  RichLabel* m_text;
};

Difference differenceOf(const QString& left, const QString& right) {
  if (left == right) return {};
  const qsizetype shorter = std::min(left.size(), right.size());
  qsizetype front = 0;
  while (front < shorter && left[front] == right[front]) ++front;
  qsizetype back = 0;
  while (back < shorter - front && left[left.size() - 1 - back] == right[right.size() - 1 - back]) {
    ++back;
  }
  // Half a character outside the first plane is not a part that a person can see.
  if (front > 0 && left[front - 1].isHighSurrogate()) --front;
  if (back > 0 && left[left.size() - back].isLowSurrogate()) --back;
  const auto marks = [&](const QString& text) {
    const qsizetype length = text.size() - front - back;
    if (length <= 0) return QList<Mark>();
    return QList<Mark>{{static_cast<int>(front), static_cast<int>(length), MarkKind::Underline}};
  };
  return {marks(left), marks(right)};
}

ValueTable::ValueTable(QWidget* parent)
    : QWidget(parent),
      m_field(new TableCell(Token::Surface, false, false)),
      m_lostHead(new TableCell(Token::Surface, true, true)),
      m_keptHead(new TableCell(Token::AccentWeak, true, true)),
      m_lost(new TableCell(Token::Surface, true, false)),
      m_kept(new TableCell(Token::AccentWeak, true, false)) {
  setObjectName(QStringLiteral("conflict.values"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(0);
  grid->addWidget(new TableCell(Token::Surface, false, true), 0, 0);
  grid->addWidget(m_lostHead, 0, 1);
  grid->addWidget(m_keptHead, 0, 2);
  grid->addWidget(m_field, 1, 0);
  grid->addWidget(m_lost, 1, 1);
  grid->addWidget(m_kept, 1, 2);
  grid->setColumnMinimumWidth(0, 104);
  grid->setColumnStretch(0, 2);
  grid->setColumnStretch(1, 5);
  grid->setColumnStretch(2, 5);
}

void ValueTable::setConflict(const ConflictView& conflict, Instant now) {
  const auto whose = [](const QString& name) {
    return name.isEmpty() ? tr("另一席位的") : tr("%1的").arg(name);
  };
  const QString mine = conflict.lostByName.isEmpty()
                           ? tr("没有被采用")
                           : tr("%1 · 没有被采用").arg(conflict.lostByName);
  m_lostHead->setHead(conflict.isMine ? tr("我的") : whose(conflict.lostByName),
                      conflict.isMine ? mine : tr("没有被采用"));
  m_keptHead->setHead(whose(conflict.keptByName),
                      tr("现在生效 · %1").arg(occurredText(conflict.at, now)));
  m_field->setValue(fieldText(conflict.kind, conflict.field), {}, Token::Text2);
  const Difference difference = differenceOf(conflict.lost, conflict.kept);
  const auto show = [](TableCell* cell, const QString& value, const QList<Mark>& marks) {
    cell->setValue(value.isEmpty() ? tr("没有填") : value, value.isEmpty() ? QList<Mark>() : marks,
                   value.isEmpty() ? Token::Text3 : Token::Text);
  };
  show(m_lost, conflict.lost, difference.left);
  show(m_kept, conflict.kept, difference.right);
}

}  // namespace yingda::ui
