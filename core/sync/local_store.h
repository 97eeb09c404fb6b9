// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's view of a journal and a cache on this machine.
#pragma once

#include <functional>
#include <memory>

#include "core/store/cache.h"
#include "core/sync/sync_store.h"

namespace yingda {

/// The journal's fact that lists what the server did not carry out.
QString attentionFact();
/// Oldest first; nothing from a fact that was never set.
std::vector<Attention> attentionIn(const QByteArray& fact);

/// What the store writes into the journal's file. A service does it on the journal's own thread.
class SeatFacts {
 public:
  virtual ~SeatFacts() = default;
  virtual WorkstationId workstation() const = 0;
  virtual Result<QByteArray> meta(const QString& key) = 0;
  virtual Result<void> setMeta(const QString& key, const QByteArray& value) = 0;
  virtual Result<void> leaseCode(int code) = 0;
};

/// Straight into a journal of this thread.
class JournalFacts final : public SeatFacts {
 public:
  explicit JournalFacts(Journal& journal) : m_journal(journal) {}
  WorkstationId workstation() const override { return m_journal.workstation(); }
  Result<QByteArray> meta(const QString& key) override { return m_journal.meta(key); }
  Result<void> setMeta(const QString& key, const QByteArray& value) override {
    return m_journal.setMeta(key, value);
  }
  Result<void> leaseCode(int code) override { return m_journal.leaseCode(code); }

 private:
  Journal& m_journal;
};

/// Thread: that of the cache; a service hands the calls over. Owner: the service, or a simulation.
class LocalStore : public SyncStore {
 public:
  /// `reader` reads the journal on this thread. All of them outlive the object.
  LocalStore(QString folder, const Clock& clock, DueOf dueOf, Journal& reader, SeatFacts& facts,
             Cache& cache, CacheOptions options = {});

  /// What a page touched; called after its commit.
  std::function<void(const Touched&)> onChanged;

  WorkstationId seat() const override { return m_facts.workstation(); }
  Result<qint64> lastSequence() override;
  Result<QByteArray> hashAt(qint64 sequence) override;
  Result<std::vector<SentOperation>> read(qint64 after, int operations, qsizetype bytes) override;
  Result<void> leaseCode(int code) override;
  Result<ServerLayer> layer() override;
  Result<std::optional<Hydration>> hydration() override;
  Result<void> acknowledge(const ServerLayer& next,
                           std::span<const OperationException> exceptions) override;
  Result<void> take(std::span<const RemoteRow> rows, const ServerLayer& next) override;
  Result<void> beginHydration(const Hydration& hydration) override;
  Result<void> take(std::span<const RemoteRow> rows, const std::optional<Hydration>& next) override;
  Result<void> useHydrated() override;
  Result<QList<TicketId>> inHand(const AgentId& agent, Instant now) override;

  /// The copy beside is thrown away. For a store that uses nothing of a server's yet.
  void forgetFloor();
  /// Oldest first.
  Result<std::vector<Attention>> attention();

 private:
  /// The copy beside, opened when there is one.
  Result<Cache*> nextOrNull();
  Result<void> withdraw(const OperationException& exception, Touched& touched);
  void removeNext();
  void tell(const Touched& touched);

  QString m_folder;
  const Clock& m_clock;
  DueOf m_dueOf;
  Journal& m_reader;
  SeatFacts& m_facts;
  Cache& m_cache;
  CacheOptions m_options;
  std::unique_ptr<Cache> m_next;
};

}  // namespace yingda
