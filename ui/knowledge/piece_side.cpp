// SPDX-License-Identifier: GPL-3.0-or-later
// Three short lists; Enter or a click opens.
#include "ui/knowledge/piece_side.h"

#include <QVBoxLayout>
#include <algorithm>

#include "core/domain/ticket_number.h"
#include "ui/desk/knowledge_list.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

namespace {

KnowledgeList* listNamed(const QString& name, const char* object) {
  auto* list = new KnowledgeList(KnowledgeList::Extent::Scrolling);
  list->setAccessibleName(name);
  list->setObjectName(QLatin1String(object));
  return list;
}

}  // namespace

PieceSide::PieceSide(QWidget* parent)
    : QWidget(parent),
      m_quotesTitle(new Label({}, FontRole::Strong13)),
      m_quotes(listNamed(tr("引用它的工单"), "knowledge.quotes")),
      m_versions(listNamed(tr("版本"), "knowledge.versions")),
      m_readersTitle(new Label({}, FontRole::Strong13)),
      m_readers(listNamed(tr("谁读了"), "knowledge.readers")) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 8, 0, 0);
  column->setSpacing(2);
  const auto heading = [&](Label* label) {
    auto* part = new QWidget;
    auto* row = new QVBoxLayout(part);
    row->setContentsMargins(12, 6, 12, 2);
    row->addWidget(label);
    column->addWidget(part);
  };
  heading(m_readersTitle);
  column->addWidget(m_readers, 2);
  heading(m_quotesTitle);
  column->addWidget(m_quotes, 2);
  heading(new Label(tr("版本"), FontRole::Strong13));
  column->addWidget(m_versions, 2);
  connect(m_quotes, &KnowledgeList::openAsked, this,
          [this](const QString& id) { Q_EMIT ticketAsked(TicketId::fromText(id)); });
  connect(m_versions, &KnowledgeList::openAsked, this,
          [this](const QString& id) { Q_EMIT versionAsked(id.toInt()); });
}

void PieceSide::set(const PieceView& view) {
  showQuotes(view);
  showVersions(view);
  showReaders(view);
}

void PieceSide::showQuotes(const PieceView& view) {
  std::vector<KnowledgeRow> rows;
  for (const PieceQuote& quote : view.quotes) {
    const auto number = TicketNumber::parse(quote.number);
    rows.push_back({quote.ticket.text(),
                    number ? number->text() : quote.number,
                    quote.title % u' ' % toIso(localDayOf(quote.at)),
                    tr("第 %1 版").arg(quote.version),
                    {},
                    {}});
  }
  // A ticket that quoted it twice is one row.
  const auto last = std::unique(rows.begin(), rows.end(),
                                [](const auto& a, const auto& b) { return a.id == b.id; });
  rows.erase(last, rows.end());
  m_quotesTitle->setText(rows.empty() ? tr("近 90 天没有工单引用") : tr("近 90 天引用它的工单"));
  m_quotes->setRows(rows);
  m_quotes->setVisible(!rows.empty());
}

void PieceSide::showVersions(const PieceView& view) {
  std::vector<KnowledgeRow> rows;
  for (auto it = view.history.versions.rbegin(); it != view.history.versions.rend(); ++it) {
    QStringList words;
    if (!it->author.isNull()) words << tr("%1 写").arg(view.names.value(it->author));
    if (!it->approver.isNull()) words << tr("%1 审").arg(view.names.value(it->approver));
    const QString from = dayText(it->effectiveFrom);
    if (!from.isEmpty()) words << tr("%1 起").arg(from);
    if (words.isEmpty()) words << tr("随程序出厂");
    rows.push_back({QString::number(it->number),
                    tr("第 %1 版").arg(it->number),
                    words.join(QStringLiteral(" · ")),
                    stageText(ArticleHistory::stageOn(*it, view.today)),
                    {},
                    {}});
  }
  m_versions->setRows(rows);
}

void PieceSide::showReaders(const PieceView& view) {
  std::vector<KnowledgeRow> rows;
  int read = 0;
  for (const PieceReader& reader : view.readers) {
    read += reader.at ? 1 : 0;
    rows.push_back({reader.name,
                    reader.name,
                    {},
                    reader.at ? tr("已读 %1").arg(clockText(*reader.at)) : tr("没读"),
                    {},
                    {}});
  }
  const bool isBulletin = view.form == PieceForm::Bulletin;
  m_readersTitle->parentWidget()->setVisible(isBulletin);
  m_readers->setVisible(isBulletin);
  m_readersTitle->setText(tr("已读 %1 / %2").arg(read).arg(rows.size()));
  m_readers->setRows(rows);
}

}  // namespace yingda::ui
