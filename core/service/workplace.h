// SPDX-License-Identifier: GPL-3.0-or-later
// The threads, files and read-only data behind Backend.
#pragma once

#include <QCoreApplication>
#include <atomic>
#include <functional>
#include <memory>

#include "core/base/task_thread.h"
#include "core/domain/milestones.h"
#include "core/domain/starter.h"
#include "core/service/backend.h"
#include "core/store/cache.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"
#include "core/text/term_index.h"

namespace yingda {

/// Owns every connection and destroys each on its own thread.
/// Thread: made and destroyed on the main thread; each member function names its own.
class Workplace {
 public:
  explicit Workplace(const BackendOptions& options);
  ~Workplace();
  Result<void> open();

  const BackendOptions options;
  std::shared_ptr<Clock> clock;
  Starter starter;
  std::unique_ptr<MilestoneEngine> engine;
  TermIndex articles;  ///< built on the search thread, read there only

  /// Called on the cache thread.
  std::function<void(const Touched&)> onChanged;
  std::function<void(const StoreNotice&)> onNotice;

  // Cache thread.
  Random& random() { return *m_random; }
  Database& cacheDatabase() { return m_cache->database(); }
  /// Everything appended so far is in the cache afterwards.
  Result<void> catchUpFully();
  /// Appends one operation (and ends a draft in the same commit), then projects it.
  Result<void> commit(const AgentId& actor, const QString& kind, ChangeSet changes,
                      const std::optional<DraftId>& dropDraft = std::nullopt);
  Result<VerifyAnswer> verify();
  bool isRebuilding() const { return m_isRebuilding; }
  /// Looks whether another process has saved something.
  void lookForOthers();

  // Any thread.
  Instant now() const { return clock->now(); }
  TaskThread& journalThread() { return m_journalThread; }
  TaskThread& cacheThread() { return m_cacheThread; }
  TaskThread& readThread() { return m_readThread; }
  TaskThread& searchThread() { return m_searchThread; }
  /// Starts the rebuild of a cache that was found damaged while running.
  void noteDamage();
  void interruptSearch();
  /// Tells a full disk or a read-only folder.
  void tellWriteFailure(const Error& error);

  // Main thread.
  Random& uiRandom() { return *m_uiRandom; }

  // Journal thread.
  Journal& journal() { return *m_journal; }

  // Read and search threads, each its own; null while the cache is not there.
  Database* readDatabase() { return database(m_reader, m_readerGeneration); }
  Database* searchDatabase() { return database(m_searcher, m_searcherGeneration); }

 private:
  Database* database(std::unique_ptr<Database>& held, int& generation);
  void step();
  void tell(StoreNotice::Kind kind, qint64 done = 0, qint64 total = 0, const QString& detail = {});
  void finishStep(bool isDone);

  std::shared_ptr<Random> m_random;
  std::unique_ptr<Random> m_journalRandom;
  std::unique_ptr<Random> m_uiRandom;
  // cache thread
  std::unique_ptr<Cache> m_cache;
  std::unique_ptr<Journal> m_journalReader;
  std::atomic<bool> m_isRebuilding = false;
  bool m_isStepQueued = false;
  qint64 m_rebuildTotal = 0;
  qint64 m_seenVersion = -1;
  // journal thread
  std::unique_ptr<Journal> m_journal;
  // read and search threads
  std::unique_ptr<Database> m_reader;
  std::unique_ptr<Database> m_searcher;
  int m_readerGeneration = -1;
  int m_searcherGeneration = -1;
  std::atomic<int> m_generation = 0;
  std::atomic<Database*> m_searcherToInterrupt = nullptr;
  std::atomic<bool> m_isDamaged = false;
  std::atomic<bool> m_isClosing = false;

  TaskThread m_journalThread{"journal"};
  TaskThread m_cacheThread{"cache"};
  TaskThread m_readThread{"read"};
  TaskThread m_searchThread{"search"};
};

}  // namespace yingda
