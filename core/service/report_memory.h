// SPDX-License-Identifier: GPL-3.0-or-later
// Reports of tickets, kept from one key to the next.
#pragma once

#include <QHash>
#include <memory>
#include <unordered_map>

#include "core/assist/report_likeness.h"
#include "core/assist/word_rarity.h"
#include "core/store/ticket_queries.h"

namespace yingda {

class ReportMaker;

/// The tickets of the same evening are compared with at every key: their addresses are read and
/// their words weighed once. Limits: 2,000 reports. Thread: one.
class ReportMemory {
 public:
  /// From now on reports are that maker's, made with that rarity; other ones are forgotten.
  void use(const ReportMaker& maker, std::shared_ptr<const WordRarity> rarity);
  /// What the maker says of the ticket; it stands until the next call.
  const Report& of(const ReportMaker& maker, const StoredTicket& stored);

 private:
  struct Kept {
    Ticket ticket;
    TicketText text;
    Report report;
  };
  std::unordered_map<qint64, Kept> m_kept;  // by row
  QHash<CommunityId, QString> m_names;
  std::shared_ptr<const WordRarity> m_rarity;
};

}  // namespace yingda
