// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/rarity_shelf.h"

#include <QStringBuilder>
#include <chrono>

#include "core/store/ticket_queries.h"

namespace yingda {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr hours history{120 * 24};
constexpr int ticketsMost = 2000;
constexpr hours aDay{24};
constexpr minutes soon{10};

}  // namespace

QString wordsOf(const TicketText& text) { return text.title % u' ' % text.request; }

std::shared_ptr<const WordRarity> RarityShelf::fresh(Database& database, Instant now) {
  std::shared_ptr<const WordRarity> known = held();
  const Milliseconds lasts = known && known->isKnown() ? Milliseconds(aDay) : Milliseconds(soon);
  if (m_learnedAt && now - *m_learnedAt < lasts) return known;
  const auto newest = TicketQueries(database).newestSince(now - history, ticketsMost);
  if (!newest) return known;
  auto learned = std::make_shared<WordRarity>();
  for (const StoredTicket& stored : *newest) learned->learn(wordsOf(stored.text));
  m_learnedAt = now;
  known = std::move(learned);
  m_held = known;
  return known;
}

}  // namespace yingda
