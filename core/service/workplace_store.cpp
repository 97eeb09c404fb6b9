// SPDX-License-Identifier: GPL-3.0-or-later
// Hands the engine's calls over, and follows the workplace when it opens its files anew.
#include "core/service/workplace_store.h"

#include "core/service/workplace.h"

namespace yingda {

/// Facts are the journal thread's to write.
class WorkplaceStore::Facts final : public SeatFacts {
 public:
  explicit Facts(Workplace& workplace) : m_workplace(workplace) {}
  WorkstationId workstation() const override {
    return m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().workstation(); });
  }
  Result<QByteArray> meta(const QString& key) override {
    return m_workplace.journalThread().runAndWait(
        [this, &key] { return m_workplace.journal().meta(key); });
  }
  Result<void> setMeta(const QString& key, const QByteArray& value) override {
    return m_workplace.journalThread().runAndWait([this, &key, &value] {
      return m_workplace.noted(m_workplace.journal().setMeta(key, value));
    });
  }
  Result<void> leaseCode(int code) override {
    return m_workplace.journalThread().runAndWait(
        [this, code] { return m_workplace.noted(m_workplace.journal().leaseCode(code)); });
  }

 private:
  Workplace& m_workplace;
};

WorkplaceStore::WorkplaceStore(Workplace& workplace)
    : m_workplace(workplace), m_facts(std::make_unique<Facts>(workplace)) {}

WorkplaceStore::~WorkplaceStore() {
  m_workplace.cacheThread().runAndWait([this] { m_local.reset(); });
}

LocalStore& WorkplaceStore::local() {
  Journal& journal = m_workplace.journalReader();
  Cache& cache = m_workplace.cache();
  if (!m_local || m_journal != &journal || m_cache != &cache) {
    m_local = std::make_unique<LocalStore>(m_workplace.options.folder, *m_workplace.clock,
                                           m_workplace.dueOf(), journal, *m_facts, cache);
    m_local->onChanged = [this](const Touched& touched) {
      if (onTaken) onTaken();
      m_workplace.tellChanged(touched);
    };
    m_journal = &journal;
    m_cache = &cache;
  }
  return *m_local;
}

template <class F>
auto WorkplaceStore::onCache(F task) -> std::invoke_result_t<F, LocalStore&> {
  return m_workplace.cacheThread().runAndWait(
      [this, &task]() -> std::invoke_result_t<F, LocalStore&> {
        if (!m_workplace.hasCache()) return Error{ErrorCode::NotYet, QStringLiteral("cache")};
        return task(local());
      });
}

WorkstationId WorkplaceStore::seat() const { return m_facts->workstation(); }

Result<qint64> WorkplaceStore::lastSequence() {
  return onCache([](LocalStore& store) { return store.lastSequence(); });
}

Result<QByteArray> WorkplaceStore::hashAt(qint64 sequence) {
  return onCache([sequence](LocalStore& store) { return store.hashAt(sequence); });
}

Result<std::vector<SentOperation>> WorkplaceStore::read(qint64 after, int operations,
                                                        qsizetype bytes) {
  return onCache([=](LocalStore& store) { return store.read(after, operations, bytes); });
}

Result<void> WorkplaceStore::leaseCode(int code) { return m_facts->leaseCode(code); }

Result<ServerLayer> WorkplaceStore::layer() {
  return onCache([](LocalStore& store) { return store.layer(); });
}

Result<std::optional<Hydration>> WorkplaceStore::hydration() {
  return onCache([](LocalStore& store) { return store.hydration(); });
}

Result<void> WorkplaceStore::acknowledge(const ServerLayer& next,
                                         std::span<const OperationException> exceptions) {
  return onCache([&](LocalStore& store) { return store.acknowledge(next, exceptions); });
}

Result<void> WorkplaceStore::take(std::span<const RemoteRow> rows, const ServerLayer& next) {
  return onCache([&](LocalStore& store) { return store.take(rows, next); });
}

Result<void> WorkplaceStore::beginHydration(const Hydration& hydration) {
  return onCache([&](LocalStore& store) { return store.beginHydration(hydration); });
}

Result<void> WorkplaceStore::take(std::span<const RemoteRow> rows,
                                  const std::optional<Hydration>& next) {
  return onCache([&](LocalStore& store) { return store.take(rows, next); });
}

Result<void> WorkplaceStore::useHydrated() {
  return onCache([this](LocalStore& store) {
    return m_workplace.replaceCache([&store] { return store.useHydrated(); });
  });
}

Result<QList<TicketId>> WorkplaceStore::inHand(const AgentId& agent, Instant now) {
  return onCache([&](LocalStore& store) { return store.inHand(agent, now); });
}

Result<void> WorkplaceStore::forgetFloor() {
  return onCache([](LocalStore& store) -> Result<void> {
    store.forgetFloor();
    return {};
  });
}

Result<std::vector<Attention>> WorkplaceStore::attention() {
  return onCache([](LocalStore& store) { return store.attention(); });
}

}  // namespace yingda
