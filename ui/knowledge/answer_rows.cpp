// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of line boxes; targets are offered from the steps that there are.
#include "ui/knowledge/answer_rows.h"

#include <QGridLayout>
#include <QJsonObject>

#include "core/domain/script_graph.h"
#include "ui/kit/choice_list.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

QString setText(const QJsonObject& set) {
  QStringList parts;
  for (auto it = set.begin(); it != set.end(); ++it) {
    const QString value = it->isBool()
                              ? (it->toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                              : it->toVariant().toString();
    parts << it.key() % u'=' % value;
  }
  return parts.join(QStringLiteral("; "));
}

QJsonObject setFromText(const QString& text) {
  QJsonObject set;
  for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
    const QString key = part.section(u'=', 0, 0).trimmed();
    const QString value = part.section(u'=', 1).trimmed();
    if (key.isEmpty()) continue;
    const bool isBool = value == u"true" || value == u"false";
    set.insert(key, isBool ? QJsonValue(value == u"true") : QJsonValue(value));
  }
  return set;
}

AnswerRows::AnswerRows(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(8);
  m_grid->setVerticalSpacing(6);
  const QStringList heads{tr("键"), tr("回答"), tr("填到工单"), tr("下一步")};
  for (int i = 0; i < static_cast<int>(heads.size()); ++i) {
    m_grid->addWidget(new Label(heads[i], FontRole::Small12, Token::Text2), 0, i);
    m_grid->setColumnStretch(i, i == 0 ? 0 : 1);
  }
  for (size_t i = 0; i < scriptAnswersMax; ++i) makeRow();
  showRows(0);
}

void AnswerRows::makeRow() {
  Row row;
  const QString number = QString::number(m_rows.size() + 1);
  row.key = new KeyHint(QStringLiteral("Ctrl ") % number);
  row.label = new LineBox;
  row.label->setAccessibleName(tr("第 %1 个回答").arg(number));
  row.label->setObjectName(QStringLiteral("answer.label.") % number);
  row.values = new LineBox;
  row.values->setAccessibleName(tr("第 %1 个回答填到工单").arg(number));
  row.values->setObjectName(QStringLiteral("answer.values.") % number);
  row.target = new LineBox;
  row.target->setAccessibleName(tr("第 %1 个回答的下一步").arg(number));
  row.target->setObjectName(QStringLiteral("answer.target.") % number);
  const int line = static_cast<int>(m_rows.size()) + 1;
  m_grid->addWidget(row.key, line, 0);
  m_grid->addWidget(row.label, line, 1);
  m_grid->addWidget(row.values, line, 2);
  m_grid->addWidget(row.target, line, 3);
  for (LineBox* box : {row.label, row.values, row.target}) {
    connect(box, &LineBox::contentChanged, this, [this] {
      if (!m_isPutting) Q_EMIT edited();
    });
  }
  offer(row.target);
  m_rows.push_back(row);
}

void AnswerRows::offer(LineBox* target) {
  auto* list = new ChoiceList(target);
  connect(target, &LineBox::textEdited, list, [this, list](const QString& typed) {
    QList<ChoiceRow> rows;
    for (const QString& id : std::as_const(m_targets)) {
      if (id.contains(typed.trimmed()) && id != typed) rows.append({id, {}, {}, id, {}});
    }
    list->setRows(rows);
  });
  connect(list, &ChoiceList::chosen, target,
          [target](const QVariant& id) { target->setText(id.toString()); });
}

void AnswerRows::showRows(size_t count) {
  m_shown = std::min(count, m_rows.size());
  for (size_t i = 0; i < m_rows.size(); ++i) {
    const Row& row = m_rows[i];
    for (QWidget* part : {row.key, static_cast<QWidget*>(row.label),
                          static_cast<QWidget*>(row.values), static_cast<QWidget*>(row.target)}) {
      part->setVisible(i < m_shown);
    }
  }
}

void AnswerRows::set(const std::vector<ScriptAnswer>& answers, const QStringList& targets) {
  m_isPutting = true;
  m_targets = targets;
  for (size_t i = 0; i < m_rows.size(); ++i) {
    const ScriptAnswer answer = i < answers.size() ? answers[i] : ScriptAnswer();
    const Row& row = m_rows[i];
    row.label->setText(answer.label);
    row.values->setText(setText(answer.set));
    row.target->setText(answer.next);
  }
  showRows(answers.size());
  m_isPutting = false;
}

std::vector<ScriptAnswer> AnswerRows::answers() const {
  std::vector<ScriptAnswer> answers;
  for (size_t i = 0; i < m_shown; ++i) {
    const Row& row = m_rows[i];
    ScriptAnswer answer{row.label->text(), setFromText(row.values->text()),
                        row.target->text().trimmed()};
    const bool isEmpty = answer.label.isEmpty() && answer.set.isEmpty() && answer.next.isEmpty();
    if (!isEmpty) answers.push_back(answer);
  }
  return answers;
}

bool AnswerRows::addRow() {
  if (m_shown == m_rows.size()) return false;
  showRows(m_shown + 1);
  m_rows[m_shown - 1].label->setFocus(Qt::OtherFocusReason);
  return true;
}

void AnswerRows::focusTarget(int row) {
  if (row < 0 || static_cast<size_t>(row) >= m_shown) return;
  m_rows[static_cast<size_t>(row)].target->setFocus(Qt::OtherFocusReason);
}

}  // namespace yingda::ui
