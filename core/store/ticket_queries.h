// SPDX-License-Identifier: GPL-3.0-or-later
// Reading tickets: one by id or number, a queue, a household's, and what happened.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/ticket.h"
#include "core/store/database.h"

namespace yingda {

/// A ticket as it lies in the cache.
struct StoredTicket {
  qint64 row = 0;
  Ticket ticket;
  TicketText text;
  std::optional<Instant> nextDue;
  QString nextMilestone;
};

/// FTS row ids are the received second since 2020-01-01 UTC, or the next free one, so that the
/// newest tickets are found first and the postings stay dense. Pure.
qint64 ticketRowOf(Instant receivedAt);

struct QueueCounts {
  int open = 0;
  int mine = 0;
  int team = 0;
};

/// What an owner said, and the category that people let it have.
struct LabelledTicket {
  TicketId id;
  QString category;
  QString request;
  QString place;
};

/// What an owner said, with the level of feeling that a person put right.
struct FeltTicket {
  QString emotion;
  QString request;
};

/// What is looked for among the tickets; what is empty narrows nothing.
struct TicketSearch {
  QString expression;  ///< of matchExpression
  Instant from{};
  std::optional<Instant> to;  ///< exclusive
  bool openOnly = false;
  CommunityId community;
  AgentId mine;  ///< who holds it, keeps it, or received it first
};

enum class QueueFilter { All, Mine, Team };

/// A record of an attachment, with what decides whether it is fetched before anybody asks.
struct AttachedRecord {
  Activity activity;
  qint64 ticketRow = 0;
  bool isOpen = false;  ///< its ticket is
};

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class TicketQueries {
 public:
  explicit TicketQueries(Database& database) : m_database(database) {}
  /// NotFound when there is none.
  Result<StoredTicket> byRow(qint64 row);
  Result<StoredTicket> byId(const TicketId& id);
  /// Newest first when, against all rules, a number exists twice.
  Result<StoredTicket> byNumber(const QString& digits);
  Result<std::vector<Activity>> activities(qint64 row);
  /// Open tickets, 紧急 before all others, then by next due. Holds what a queue shows and no more.
  Result<std::vector<StoredTicket>> queue(QueueFilter filter, const AgentId& agent,
                                          const QString& department, int limit);
  Result<QueueCounts> counts(const AgentId& agent, const QString& department);
  /// Newest first.
  Result<std::vector<StoredTicket>> ofHousehold(const HouseholdId& household, bool openOnly,
                                                int limit);
  /// Contacts of a household's tickets, newest first.
  Result<std::vector<Activity>> contactsOfHousehold(const HouseholdId& household, Instant since,
                                                    int limit);
  /// The newest records of attachments, void ones apart, newest first; content unread.
  Result<std::vector<AttachedRecord>> newestAttached(int limit);
  /// What was received since then, archived tickets too, oldest first.
  Result<std::vector<StoredTicket>> receivedSince(Instant from, int limit);
  /// The newest of them, newest first.
  Result<std::vector<StoredTicket>> newestSince(Instant from, int limit);
  /// The newest archived tickets of that category, newest first.
  Result<std::vector<StoredTicket>> archivedOf(const QString& category, Instant from, int limit);
  /// The newest tickets that were dispatched or are done and have a category, newest first;
  /// Cancelled when interrupted.
  Result<std::vector<LabelledTicket>> labelled(int limit);
  /// The newest tickets on which a person put the level of feeling right, newest first.
  Result<std::vector<FeltTicket>> felt(int limit);
  /// Newest candidates of the search index, newest first, received since then; Cancelled when
  /// interrupted.
  Result<std::vector<StoredTicket>> candidates(const QString& matchExpression, int limit,
                                               Instant from = {});
  /// The same with those fields alone that a search looks through and shows.
  Result<std::vector<StoredTicket>> searched(const QString& matchExpression, int limit);
  static constexpr int lookedAtMost = 5'000;
  /// As searched, narrowed; without an expression the newest. Looks at the newest `lookedAtMost`
  /// that fit the words and the time.
  Result<std::vector<StoredTicket>> found(const TicketSearch& what, int limit);
  /// More than one in sixteen of the newest tickets has the term; Cancelled when interrupted. Its
  /// list is long: to walk it beside a rare term's costs more than to read what the rare one finds.
  Result<bool> isEveryday(const QString& term);
  /// How many tickets the index finds, `most` at most; Cancelled when interrupted.
  Result<int> countOf(const QString& matchExpression, int most);
  /// How many there are, 4,000 at most: beyond that a share is not asked for.
  Result<int> countAll();

 private:
  Result<StoredTicket> one(const char* name, const QString& where, const FieldValue& value);

  Database& m_database;
  /// The 800th newest; nothing: not asked yet, 0: there are not so many.
  std::optional<qint64> m_newestFrom;
};

/// "漏水" AND "3栋": the terms quoted and joined for FTS5; empty when the query has no term.
QString matchExpression(QStringView query);
QString matchExpression(const QStringList& terms);

}  // namespace yingda
