// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's store on a workplace: every call goes to the thread that owns what it touches.
#pragma once

#include <memory>

#include "core/sync/local_store.h"

namespace yingda {

class Workplace;

/// Thread: the sync thread. Owner: SyncService.
class WorkplaceStore final : public SyncStore {
 public:
  explicit WorkplaceStore(Workplace& workplace);
  ~WorkplaceStore() override;

  WorkstationId seat() const override;
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
  Result<std::vector<Attention>> attention();
  /// See LocalStore::forgetFloor.
  Result<void> forgetFloor();
  /// Rows came that changed what screens show; called while `take` runs.
  std::function<void()> onTaken;

 private:
  class Facts;
  /// On the cache thread, with the local store of the journal and cache that are open now.
  template <class F>
  auto onCache(F task) -> std::invoke_result_t<F, LocalStore&>;
  LocalStore& local();

  Workplace& m_workplace;
  std::unique_ptr<Facts> m_facts;
  std::unique_ptr<LocalStore> m_local;  ///< cache thread
  const void* m_journal = nullptr;
  const void* m_cache = nullptr;
};

}  // namespace yingda
