// SPDX-License-Identifier: GPL-3.0-or-later
// Beside a piece: the tickets that quote it, its versions, and who has read a bulletin.
#pragma once

#include <QWidget>

#include "core/service/knowledge_views.h"

namespace yingda::ui {

class KnowledgeList;
class Label;

class PieceSide final : public QWidget {
  Q_OBJECT
 public:
  explicit PieceSide(QWidget* parent = nullptr);
  void set(const PieceView& view);

 Q_SIGNALS:
  void ticketAsked(const yingda::TicketId& ticket);
  void versionAsked(int number);

 private:
  void showQuotes(const PieceView& view);
  void showVersions(const PieceView& view);
  void showReaders(const PieceView& view);

  Label* m_quotesTitle;
  KnowledgeList* m_quotes;
  KnowledgeList* m_versions;
  Label* m_readersTitle;
  KnowledgeList* m_readers;
};

}  // namespace yingda::ui
