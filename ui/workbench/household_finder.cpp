// SPDX-License-Identifier: GPL-3.0-or-later
// Searching households as typed, the input method's text included.
#include "ui/workbench/household_finder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "ui/kit/card.h"
#include "ui/kit/choice_list.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

constexpr int hitsMax = 8;

}  // namespace

HouseholdFinder::HouseholdFinder(Backend& backend, QWidget* parent)
    : QWidget(parent), m_backend(backend) {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* card = new Card(this);
  outer->addWidget(card);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  card->body()->addLayout(row);
  auto* title = new Label(tr("查业主"), FontRole::Title15, Token::Text, card);
  title->setElides(false);
  row->addWidget(title);
  m_line = new LineBox(card);
  m_line->setObjectName(QStringLiteral("householdFinder.query"));
  m_line->setAccessibleName(tr("查业主"));
  m_line->setPlaceholderText(tr("房号、姓名、拼音首字母、电话后四位"));
  row->addWidget(m_line, 1);
  m_list = new ChoiceList(m_line);
  m_list->setPreselect(true);
  m_list->setMaxVisibleRows(hitsMax + 1);
  connect(m_line, &LineBox::contentChanged, this, &HouseholdFinder::search);
  connect(m_line, &LineBox::composingChanged, this, &HouseholdFinder::search);
  connect(m_list, &ChoiceList::chosen, this, [this](const QVariant& chosenRow) {
    const HouseholdId id = HouseholdId::fromText(chosenRow.toString());
    const QString text = m_line->text();
    hide();
    if (id.isNull()) {
      Q_EMIT newAsked(text);
    } else {
      Q_EMIT chosen(id);
    }
  });
  hide();
}

void HouseholdFinder::open(const QString& text) {
  setVisible(true);
  m_line->setText(text);
  m_line->setFocus(Qt::ShortcutFocusReason);
  search();
}

void HouseholdFinder::fold() {
  if (!isVisible()) return;
  hide();
  Q_EMIT folded();
}

void HouseholdFinder::search() {
  const QString text = QString(m_line->text() % m_line->preeditText()).trimmed();
  const int question = ++m_question;
  if (text.isEmpty()) {
    m_list->setRows({});
    return;
  }
  deliver(m_backend.findHouseholds(text, hitsMax), this,
          [this, question](const Result<std::vector<SearchHit>>& hits) {
            if (question != m_question || !isVisible()) return;
            QList<ChoiceRow> rows;
            if (hits) {
              for (const SearchHit& hit : *hits) {
                QList<QPair<int, int>> marks;
                for (const auto& [start, length] : hit.marks) marks.append({start, length});
                rows.append({hit.title, hit.detail, hit.trailing, hit.id, marks});
              }
            }
            rows.append({tr("新建房屋"), tr("登记这户人家"), {}, QString(), {}});
            m_list->setRows(rows);
          });
}

void HouseholdFinder::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    fold();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace yingda::ui
