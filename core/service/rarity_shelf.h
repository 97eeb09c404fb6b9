// SPDX-License-Identifier: GPL-3.0-or-later
// Which words are rare at this hotline, learned from its newest tickets.
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include "core/assist/word_rarity.h"
#include "core/domain/ticket.h"
#include "core/store/database.h"

namespace yingda {

/// What two reports are compared by: the title and what was asked for.
QString wordsOf(const TicketText& text);

class RarityShelf {
 public:
  /// Null until something was learned. Thread: any.
  std::shared_ptr<const WordRarity> held() const { return m_held.load(); }
  /// Learns from the newest 2,000 tickets of 120 days; again after a day, and every ten minutes
  /// while too little is known. What cannot be read leaves what is held. Thread: search.
  std::shared_ptr<const WordRarity> fresh(Database& database, Instant now);

 private:
  std::atomic<std::shared_ptr<const WordRarity>> m_held;
  std::optional<Instant> m_learnedAt;
};

}  // namespace yingda
