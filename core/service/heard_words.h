// SPDX-License-Identifier: GPL-3.0-or-later
// The words of this hotline's newest tickets: which are rare, and how those sound that no article
// has.
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include "core/assist/word_rarity.h"
#include "core/domain/ticket.h"
#include "core/store/database.h"
#include "core/text/term_index.h"

namespace yingda {

/// What two reports are compared by: the title and what was asked for.
QString wordsOf(const TicketText& text);

class HeardWords {
 public:
  HeardWords() { m_index.finish(); }
  /// Learns from the newest 2,000 tickets of 120 days; again after a day, and every ten minutes
  /// while little is known. What cannot be read leaves what is held. Thread: search.
  void refresh(Database& database, Instant now);
  /// Null until something was learned. Thread: any.
  std::shared_ptr<const WordRarity> rarity() const { return m_rarity.load(); }
  /// Those tickets, for its lexicon. Thread: search.
  const TermIndex& index() const { return m_index; }

 private:
  std::atomic<std::shared_ptr<const WordRarity>> m_rarity;
  TermIndex m_index;
  std::optional<Instant> m_learnedAt;
};

}  // namespace yingda
