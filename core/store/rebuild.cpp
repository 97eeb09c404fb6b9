// SPDX-License-Identifier: GPL-3.0-or-later
// The walks: people, ground (all but tickets), open tickets, archived tickets, and what came
// meanwhile.
#include "core/store/rebuild.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/domain/agent.h"
#include "core/store/journal_chain.h"

namespace yingda {

namespace {

constexpr int operationsPerRead = 64;
// Headers alone are read fast; a slice ends after so many.
constexpr qint64 headersPerRead = 20'000;

bool isTicketKind(const QByteArray& kind) { return kind == "ticket" || kind == "ticket_text"; }

bool isPersonKind(const QByteArray& kind) {
  return kind == agentFields().kind || kind == agentSecretFields().kind;
}

QByteArray fieldKey(const EntityChange& change, const QByteArray& field) {
  return change.kind + '/' + change.id.toRfc4122() + '/' + field;
}

}  // namespace

QString hashText(const Operation& operation) { return QString::fromLatin1(operation.hash.toHex()); }

bool Rebuild::isThere(const QUuid& ticket) const {
  return hasOpenTickets() && m_open.contains(ticket);
}

qint64 Rebuild::stepsDone() const {
  switch (m_walk) {
    case Walk::People:
      return 0;
    case Walk::Ground:
      return m_position;
    case Walk::Open:
      return m_last;
    case Walk::Archived:
      return m_last + m_position;
    case Walk::Newest:
      return 2 * m_last;
  }
  return 0;
}

void Rebuild::note(const ChangeSet& changes, qint64 sequence) {
  const auto lifeOf = [this, sequence](const QUuid& id) -> Life& {
    Life& life = m_lives[id];
    if (life.first == 0) life.first = sequence;
    return life;
  };
  for (const EntityChange& change : changes.entities) {
    if (!isTicketKind(change.kind)) continue;
    Life& life = lifeOf(change.id);
    for (const auto& [name, value] : change.fields) {
      if (name == "stage") life.isOpen = FieldCodec<Stage>::read(value) != Stage::Archived;
    }
  }
  for (const Activity& activity : changes.activities) lifeOf(activity.ticket.uuid());
}

Result<void> Rebuild::takePeople(const Operation& operation, Touched& touched) {
  auto changes = decodeChangeSet(operation.payload);
  // What cannot be read is told when the ground comes to it.
  if (!changes) return {};
  changes->activities.clear();
  std::erase_if(changes->entities,
                [](const EntityChange& change) { return !isPersonKind(change.kind); });
  for (const EntityChange& change : changes->entities) {
    for (const auto& field : change.fields) {
      m_peopleFields[fieldKey(change, field.first)] = operation.header.sequence;
    }
  }
  return changes->isEmpty() ? Result<void>() : m_projector.apply(*changes, touched);
}

Result<void> Rebuild::projectPeople(Journal& journal, Touched& touched) {
  const qint64 end = std::min(journal.lastSequence(), m_peopleUntil + headersPerRead);
  std::vector<Operation> found;
  if (m_peopleUntil == 0) {
    // A store begins with its people, in one operation with other things when it is a demo.
    auto first = journal.read(0, 1);
    m_hasJournalFailed = !first;
    if (!first) return first.error();
    for (Operation& operation : *first) {
      if (operation.header.kind != agentOperationKind()) found.push_back(std::move(operation));
    }
  }
  for (const QString& kind : {agentOperationKind(), secretKind()}) {
    auto named = journal.readKind(kind, m_peopleUntil, end);
    m_hasJournalFailed = !named;
    if (!named) return named.error();
    std::move(named->begin(), named->end(), std::back_inserter(found));
  }
  std::sort(found.begin(), found.end(), [](const Operation& a, const Operation& b) {
    return a.header.sequence < b.header.sequence;
  });
  for (const Operation& operation : found) {
    if (auto done = takePeople(operation, touched); !done) return done;
  }
  m_peopleUntil = std::max(m_peopleUntil, end);
  return {};
}

void Rebuild::dropOlderThanPeople(ChangeSet& changes) const {
  for (EntityChange& change : changes.entities) {
    if (!isPersonKind(change.kind)) continue;
    std::erase_if(change.fields, [&](const auto& field) {
      return m_peopleFields.value(fieldKey(change, field.first)) >= m_position;
    });
  }
  std::erase_if(changes.entities, [](const EntityChange& change) {
    return isPersonKind(change.kind) && change.fields.empty();
  });
}

Result<void> Rebuild::project(ChangeSet changes, Touched& touched) {
  std::erase_if(changes.entities, [this](const EntityChange& change) {
    if (!isTicketKind(change.kind)) return m_walk != Walk::Ground;
    return m_walk == Walk::Ground || m_open.contains(change.id) != (m_walk == Walk::Open);
  });
  std::erase_if(changes.activities, [this](const Activity& activity) {
    return m_walk == Walk::Ground ||
           m_open.contains(activity.ticket.uuid()) != (m_walk == Walk::Open);
  });
  // A PIN or a right that was changed since must not be an older one for a while.
  if (m_walk == Walk::Ground) dropOlderThanPeople(changes);
  if (changes.isEmpty()) return {};
  Touched own;
  if (auto done = m_projector.apply(changes, own); !done) return done;
  if (m_walk == Walk::Archived) {
    // Half a life looks open, and long overdue; its end is known to come.
    for (const QUuid& id : std::as_const(own.tickets)) {
      Statement& close = m_database.prepared(
          "rebuild_close", QStringLiteral("UPDATE ticket SET is_open = 0 WHERE id = ?"));
      if (auto done = close.bindAll(id.toRfc4122()).run(); !done) return done;
    }
  }
  touched.tickets.unite(own.tickets);
  touched.households.unite(own.households);
  touched.hasKnowledge |= own.hasKnowledge;
  touched.hasEvent |= own.hasEvent;
  touched.hasPractice |= own.hasPractice;
  return {};
}

Result<void> Rebuild::take(const Operation& operation, Touched& touched) {
  m_position = operation.header.sequence;
  if (m_position == m_last) m_newestHash = hashText(operation);
  if (operation.payload.isEmpty()) return {};
  auto changes = decodeChangeSet(operation.payload);
  if (!changes) {
    if (m_walk == Walk::Ground) {
      qCWarning(logStore) << "operation" << m_position << "cannot be read";
    }
    return {};
  }
  if (m_walk == Walk::Ground) note(*changes, m_position);
  return project(std::move(*changes), touched);
}

void Rebuild::nextWalk() {
  if (m_walk == Walk::Ground) {
    m_walk = Walk::Open;
    m_position = m_last;
    for (auto life = m_lives.cbegin(); life != m_lives.cend(); ++life) {
      if (!life->isOpen) continue;
      m_open.insert(life.key());
      m_position = std::min(m_position, life->first - 1);
    }
    m_lives.clear();
  } else if (m_walk == Walk::Open) {
    m_walk = Walk::Archived;
    m_position = 0;
  } else {
    m_walk = Walk::Newest;
  }
}

Result<void> Rebuild::projectNewest(Journal& journal, qint64 after, Touched& touched) {
  for (;;) {
    const auto operations = journal.read(after, operationsPerRead);
    m_hasJournalFailed = !operations;
    if (!operations) return operations.error();
    if (operations->empty()) break;
    for (const Operation& operation : *operations) {
      after = operation.header.sequence;
      m_newestHash = hashText(operation);
      const auto changes = decodeChangeSet(operation.payload);
      if (!changes) continue;
      Touched own;
      if (auto done = m_projector.apply(*changes, own); !done) return done;
      // One that begins here has no earlier life to wait for.
      for (const EntityChange& change : changes->entities) {
        const bool begins = change.kind == "ticket" &&
                            std::any_of(change.fields.begin(), change.fields.end(),
                                        [](const auto& field) { return field.first == "number"; });
        if (begins) m_open.insert(change.id);
      }
      touched.tickets.unite(own.tickets);
      touched.households.unite(own.households);
      touched.hasKnowledge |= own.hasKnowledge;
      touched.hasEvent |= own.hasEvent;
      touched.hasPractice |= own.hasPractice;
    }
  }
  m_newest = after;
  return {};
}

Result<bool> Rebuild::step(Journal& journal, const Slice& slice, Touched& touched) {
  if (hasOpenTickets()) {
    if (auto done = projectNewest(journal, m_newest, touched); !done) return done.error();
  }
  // Also those who were added or barred since the beginning.
  while (!hasOpenTickets() && !slice.isOver()) {
    if (auto done = projectPeople(journal, touched); !done) return done.error();
    if (m_peopleUntil >= journal.lastSequence()) break;
  }
  if (m_walk == Walk::People) {
    // Whoever waits to sign in gets in before the next slice.
    if (m_peopleUntil >= m_last) m_walk = Walk::Ground;
    return false;
  }
  while (m_walk != Walk::Newest && !slice.isOver()) {
    const qint64 left = m_last - m_position;
    const auto operations =
        journal.read(m_position, static_cast<int>(std::min<qint64>(left, operationsPerRead)));
    m_hasJournalFailed = !operations;
    if (!operations) return operations.error();
    if (operations->empty()) nextWalk();
    for (const Operation& operation : *operations) {
      if (auto done = take(operation, touched); !done) return done.error();
      if (slice.isOver()) break;
    }
  }
  if (m_walk != Walk::Newest) return false;
  // In order behind the older ones, in one transaction with the end.
  if (auto done = projectNewest(journal, m_last, touched); !done) return done.error();
  return true;
}

}  // namespace yingda
