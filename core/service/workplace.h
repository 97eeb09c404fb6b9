// SPDX-License-Identifier: GPL-3.0-or-later
// The threads, files and read-only data behind Backend.
#pragma once

#include <QCoreApplication>
#include <QTemporaryDir>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

#include "core/base/task_thread.h"
#include "core/domain/milestones.h"
#include "core/domain/starter.h"
#include "core/insight/kpi_dictionary.h"
#include "core/service/article_shelf.h"
#include "core/service/backend.h"
#include "core/service/hands.h"
#include "core/service/heard_words.h"
#include "core/service/report_memory.h"
#include "core/store/blob_folder.h"
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
  BlobFolder blobs;  ///< holds no state: any thread that may wait for the disk
  std::shared_ptr<Clock> clock;
  Starter starter;
  /// The same with its placeholders, for whoever writes on it; read when it is first asked for. Any
  /// thread.
  const Starter& asWritten();
  std::unique_ptr<MilestoneEngine> engine;
  KpiDictionary kpis;
  HeardWords heard;
  ReportMemory reports;  ///< search thread

  /// Called on the cache thread.
  std::function<void(const Touched&)> onChanged;
  std::function<void(const StoreNotice&)> onNotice;
  /// Something was saved here; called on the cache thread.
  std::function<void()> onSaved;

  // Cache thread.
  Random& random() { return *m_random; }
  Database& cacheDatabase() { return m_cache->database(); }
  /// Everything appended so far is in the cache afterwards.
  Result<void> catchUpFully();
  /// Who works here, and how they sign in, is there afterwards.
  Result<void> catchUpToPeople();
  /// Everything that people work with is there afterwards: all but archived tickets.
  Result<void> catchUpToWork();
  /// NotYet while a rebuild has not come to the ticket.
  Result<void> reach(const TicketId& id);
  /// Appends one operation (and ends a draft in the same commit), then projects it.
  Result<void> commit(const AgentId& actor, const QString& kind, ChangeSet changes,
                      const std::optional<DraftId>& dropDraft = std::nullopt);
  Result<VerifyAnswer> verify();
  bool hasCache() const { return m_cache != nullptr && m_journalReader != nullptr; }
  Cache& cache() { return *m_cache; }
  Journal& journalReader() { return *m_journalReader; }
  DueOf dueOf();
  void tellChanged(const Touched& touched);
  /// Lets `replace` put another file in the cache's place; every reader opens anew.
  Result<void> replaceCache(const std::function<Result<void>()>& replace);
  bool isRebuilding() const { return m_isRebuilding; }
  /// Looks whether another process has saved something.
  void lookForOthers();

  // Any thread.
  Instant now() const { return clock->now(); }
  TaskThread& journalThread() { return m_journalThread; }
  TaskThread& cacheThread() { return m_cacheThread; }
  TaskThread& readThread() { return m_readThread; }
  TaskThread& searchThread() { return m_searchThread; }
  TaskThread& reportThread() { return m_reportThread; }
  /// Starts the rebuild of a cache that was found damaged while running.
  void noteDamage();
  void interruptSearch();
  /// What may be said today.
  std::shared_ptr<const ArticleShelf> shelf() const { return m_shelf.load(); }
  /// Puts these in its place; the search thread makes their index.
  void fillShelf(std::vector<Article> articles);
  /// Other articles are on their way; who asks on the search thread sees them.
  bool isShelfDue() const { return m_shelvesDue > 0; }
  /// What the sync thread last learned of claims.
  void setHands(Hands hands) { m_hands = std::make_shared<const Hands>(std::move(hands)); }
  std::shared_ptr<const Hands> hands() const { return m_hands.load(); }
  /// Tells a full disk, a read-only folder or a damaged journal; each once until it is over.
  void tellWriteFailure(const Error& error);
  /// Passes the result of a write to the journal on, and tells when saving stops or goes on again.
  template <class T>
  Result<T> noted(Result<T> written) {
    written ? tellWritten() : tellWriteFailure(written.error());
    return written;
  }
  /// While nothing can be saved: tries it again. Called twice a second.
  void tryAgain();
  /// Goes on with a journal of the new seat. Not from the threads of journal and cache.
  Result<Renewal> renewSeat(const NewSeat& seat);
  /// Tells the years that the ticket's clocks run in and no calendar knows.
  void tellMissingYears(const MilestoneInput& input, const std::vector<Milestone>& milestones);

  // Main thread.
  Random& uiRandom() { return *m_uiRandom; }

  // Journal thread.
  Journal& journal() { return *m_journal; }

  // Read, search and report threads, each its own; null while the cache is not there.
  Database* readDatabase() { return database(m_reader, m_readerGeneration); }
  Database* searchDatabase() { return database(m_searcher, m_searcherGeneration); }
  Database* reportDatabase() { return database(m_reporter, m_reporterGeneration); }

 private:
  Database* database(std::unique_ptr<Database>& held, int& generation);
  Result<void> openJournal();
  Result<void> salvageJournal();
  bool repairJournal();
  /// Another process took a new seat: this one goes on there. Cache thread.
  void followSeat();
  void reopenCache();
  void repair();
  Result<void> openEngine();
  Result<void> openCache();
  Result<void> openCacheFile(bool readOnly);
  void tellWritten();
  void noteProjectionFailure(const Error& error);
  /// The cache's file can be written, be it in the store or beside it.
  bool canProject() const { return !m_isReadOnly || m_spareFolder != nullptr; }
  void becomeWritable();
  void step();
  void tell(StoreNotice::Kind kind, qint64 done = 0, qint64 total = 0, const QString& detail = {});
  void finishStep(bool isDone);
  enum class Need { People, Work, All };
  bool isMet(Need need) const;
  Result<void> catchUp(Need need);

  static constexpr int noTrouble = -1;

  std::once_flag m_isWrittenRead;
  Starter m_asWritten;

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
  bool m_hasFailedStep = false;
  QString m_cacheFolder;  ///< a temporary one when the store's own can neither be read nor written
  std::unique_ptr<QTemporaryDir> m_spareFolder;
  // journal thread
  std::unique_ptr<Journal> m_journal;
  // read, search and report threads
  std::unique_ptr<Database> m_reader;
  std::unique_ptr<Database> m_searcher;
  std::unique_ptr<Database> m_reporter;
  int m_readerGeneration = -1;
  int m_searcherGeneration = -1;
  int m_reporterGeneration = -1;
  std::atomic<int> m_generation = 0;
  std::atomic<bool> m_stopSearch = false;
  std::atomic<bool> m_isDamaged = false;
  std::atomic<bool> m_isClosing = false;
  std::atomic<bool> m_isReadOnly = false;  ///< asked for, or the folder could not be written
  std::atomic<int> m_trouble = noTrouble;  ///< StoreNotice::Kind of what stops saving
  std::atomic<bool> m_isProbing = false;
  std::atomic<std::shared_ptr<const ArticleShelf>> m_shelf = std::make_shared<const ArticleShelf>();
  std::atomic<int> m_shelvesDue = 0;
  std::atomic<std::shared_ptr<const Hands>> m_hands = std::make_shared<const Hands>();

  TaskThread m_journalThread{"journal"};
  TaskThread m_cacheThread{"cache"};
  TaskThread m_readThread{"read"};
  TaskThread m_searchThread{"search"};
  TaskThread m_reportThread{"report"};
};

}  // namespace yingda
