// SPDX-License-Identifier: GPL-3.0-or-later
// Reads them once a day and keeps what is asked for at every key.
#include "core/service/heard_words.h"

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

void HeardWords::refresh(Database& database, Instant now) {
  const auto known = rarity();
  const Milliseconds lasts = known && known->isKnown() ? Milliseconds(aDay) : Milliseconds(soon);
  if (m_learnedAt && now - *m_learnedAt < lasts) return;
  const auto newest = TicketQueries(database).newestSince(now - history, ticketsMost);
  if (!newest) return;
  auto learned = std::make_shared<WordRarity>();
  TermIndex index;
  for (size_t i = 0; i < newest->size(); ++i) {
    const TicketText& text = (*newest)[i].text;
    learned->learn(wordsOf(text));
    index.add(static_cast<int>(i), text.title, text.request);
  }
  index.finish();
  m_learnedAt = now;
  m_index = std::move(index);
  m_rarity = std::move(learned);
}

}  // namespace yingda
