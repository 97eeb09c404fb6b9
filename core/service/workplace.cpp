// SPDX-License-Identifier: GPL-3.0-or-later
// Opening in order (journal, cache, readers), closing in reverse, and the steps of a rebuild
// between.
#include "core/service/workplace.h"

#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/domain/starter_reader.h"
#include "core/domain/ticket_milestones.h"
#include "core/service/starter_files.h"
#include "core/store/new_operations.h"

namespace yingda {

namespace {

// A slice of the projection; own work waits at most this long behind a rebuild.
constexpr Milliseconds sliceBudget{20};
// A longer slice when nobody waits: rows with random ids then share the index pages they write.
constexpr Milliseconds idleSliceBudget{2000};
// Behind by more than this, the agent is told that the cache is being rebuilt.
constexpr qint64 rebuildWorthTelling = 50;

}  // namespace

Workplace::Workplace(const BackendOptions& wanted)
    : options(wanted),
      blobs(wanted.folder),
      clock(wanted.clock ? wanted.clock : std::make_shared<SystemClock>()),
      m_random(wanted.random ? wanted.random : std::make_shared<SystemRandom>()) {
  if (wanted.random) {
    m_journalRandom = std::make_unique<SeededRandom>(m_random->next());
    m_uiRandom = std::make_unique<SeededRandom>(m_random->next());
  } else {
    m_journalRandom = std::make_unique<SystemRandom>();
    m_uiRandom = std::make_unique<SystemRandom>();
  }
}

Workplace::~Workplace() {
  m_isClosing = true;
  interruptSearch();
  m_searchThread.runAndWait([this] { m_searcher.reset(); });
  m_reportThread.runAndWait([this] { m_reporter.reset(); });
  m_readThread.runAndWait([this] { m_reader.reset(); });
  m_cacheThread.runAndWait([this] {
    if (m_cache) m_cache->close();
    m_cache.reset();
    m_journalReader.reset();
  });
  m_journalThread.runAndWait([this] { m_journal.reset(); });
}

Result<void> Workplace::open() {
  const StarterFiles files = builtInStarterFiles();
  auto read = readStarter(files);
  if (!read) return read.error();
  starter = std::move(*read);
  starter.articles.insert(starter.articles.end(), options.moreArticles.begin(),
                          options.moreArticles.end());
  auto dictionary = KpiDictionary::fromJson(files.value(QStringLiteral("kpis.json")));
  if (!dictionary) return dictionary.error();
  kpis = std::move(*dictionary);
  const auto opened =
      m_journalThread.runAndWait([this]() -> Result<void> { return openJournal(); });
  if (!opened) return opened;
  if (auto made = openEngine(); !made) return made;
  const auto cached = m_cacheThread.runAndWait([this]() -> Result<void> { return openCache(); });
  if (!cached) return cached;
  fillShelf(starter.articles);
  m_searchThread.post([this] {
    if (Database* database = searchDatabase()) heard.refresh(*database, now());
  });
  return {};
}

const Starter& Workplace::asWritten() {
  std::call_once(m_isWrittenRead, [this] {
    auto read = readStarterAsWritten(builtInStarterFiles());
    // The same files were read whole when the store was opened.
    YINGDA_INVARIANT(read.has_value(), "the starter organisation cannot be read");
    m_asWritten = std::move(*read);
  });
  return m_asWritten;
}

Result<void> Workplace::openEngine() {
  const auto fact =
      m_journalThread.runAndWait([this] { return m_journal->meta(QStringLiteral("calendar")); });
  if (!fact) return fact.error();
  const QString asked = QString::fromUtf8(*fact);
  const QString calendar = asked == u"workday" || asked == u"24x7" ? asked : QString();
  auto made = builtInEngine(starter, QStringLiteral("shipped"), calendar);
  if (!made) return made.error();
  engine = std::make_unique<MilestoneEngine>(std::move(*made));
  return {};
}

Result<void> Workplace::openCache() {
  JournalOptions journalOptions;
  journalOptions.readOnly = true;
  auto reader = Journal::open(options.folder, *clock, *m_journalRandom, journalOptions);
  if (!reader) return reader.error();
  m_journalReader = std::move(*reader);
  m_cacheFolder = options.folder;
  auto opened = openCacheFile(m_isReadOnly);
  if (!opened && m_isReadOnly && !options.readOnly) {
    // Nothing to look at and nowhere to put it: the picture is drawn beside, for this time.
    m_spareFolder = std::make_unique<QTemporaryDir>();
    m_cacheFolder = m_spareFolder->path();
    opened = openCacheFile(false);
  }
  if (!opened) return opened;
  m_rebuildTotal = m_journalReader->lastSequence();
  const qint64 behind = m_rebuildTotal - m_cache->appliedSequence();
  m_isRebuilding = behind > rebuildWorthTelling;
  if (!canProject()) return {};
  if (options.isHeadless) return catchUpFully();
  if (m_isRebuilding) m_cache->beginRebuild(*m_journalReader);
  if (!options.stepsOnlyWhenAsked) step();
  return {};
}

DueOf Workplace::dueOf() {
  return [this](const Ticket& ticket, const std::vector<Activity>& activities) {
    DerivedDue due;
    const auto next = engine->nextDue(milestoneInputOf(ticket, activities, starter), now());
    if (next) due = {toMs(next->due), next->id};
    return due;
  };
}

void Workplace::tellChanged(const Touched& touched) {
  if (onChanged) onChanged(touched);
}

Result<void> Workplace::replaceCache(const std::function<Result<void>()>& replace) {
  ++m_generation;
  const auto replaced = replace();
  ++m_generation;
  if (!replaced) return replaced;
  // What was being drawn was the old one.
  if (m_isRebuilding) {
    m_isRebuilding = false;
    tell(StoreNotice::Kind::CacheRebuilt);
  }
  if (onChanged) onChanged({});
  step();
  return {};
}

Result<void> Workplace::openCacheFile(bool readOnly) {
  CacheOptions cacheOptions;
  cacheOptions.readOnly = readOnly;
  auto cache = Cache::open(m_cacheFolder, *clock, dueOf(), cacheOptions);
  if (!cache) return cache.error();
  if (!readOnly) {
    if (auto belongs = (*cache)->belongTo(*m_journalReader); !belongs) return belongs;
  }
  m_cache = std::move(*cache);
  return {};
}

void Workplace::tell(StoreNotice::Kind kind, qint64 done, qint64 total, const QString& detail) {
  if (onNotice) onNotice({kind, done, total, detail});
}

void Workplace::step() {
  m_isStepQueued = false;
  if (m_isClosing || !m_cache) return;
  Touched touched;
  const Slice slice(sliceBudget, idleSliceBudget, [this] { return m_cacheThread.waiting() > 0; });
  const auto done = m_cache->catchUp(*m_journalReader, slice, touched);
  m_hasFailedStep = !done;
  if (!done) {
    noteProjectionFailure(done.error());
    return;
  }
  if (onChanged && !touched.isEmpty()) onChanged(touched);
  finishStep(*done);
}

void Workplace::finishStep(bool isDone) {
  if (m_isRebuilding) {
    if (isDone) {
      m_isRebuilding = false;
      tell(StoreNotice::Kind::CacheRebuilt);
    } else {
      const Rebuild* rebuild = m_cache->rebuildOrNull();
      tell(StoreNotice::Kind::CacheRebuilding,
           rebuild ? rebuild->stepsDone() : m_cache->appliedSequence(),
           rebuild ? rebuild->stepsTotal() : m_rebuildTotal);
    }
  }
  if (!isDone && !m_isStepQueued && !options.stepsOnlyWhenAsked) {
    m_isStepQueued = true;
    m_cacheThread.postIdle([this] { step(); });
  }
}

Result<void> Workplace::catchUpFully() { return catchUp(Need::All); }

Result<void> Workplace::catchUpToWork() { return catchUp(Need::Work); }

Result<void> Workplace::catchUpToPeople() { return catchUp(Need::People); }

bool Workplace::isMet(Need need) const {
  const Rebuild* rebuild = m_cache->rebuildOrNull();
  if (!rebuild || need == Need::All) return false;
  return need == Need::People ? rebuild->hasPeople() : rebuild->hasOpenTickets();
}

Result<void> Workplace::reach(const TicketId& id) {
  if (auto done = catchUpToWork(); !done) return done;
  const Rebuild* rebuild = m_cache->rebuildOrNull();
  if (rebuild && !rebuild->isThere(id.uuid())) {
    return Error{ErrorCode::NotYet, QStringLiteral("ticket")};
  }
  return {};
}

Result<void> Workplace::catchUp(Need need) {
  Touched touched;
  bool isDone = false;
  while (!isDone) {
    const Slice slice(need == Need::All ? idleSliceBudget : sliceBudget);
    const auto done = m_cache->catchUp(*m_journalReader, slice, touched);
    m_hasFailedStep = !done;
    if (!done) {
      noteProjectionFailure(done.error());
      // A journal that was repaired meanwhile has its own picture, already begun.
      if (m_hasFailedStep) return done.error();
      continue;
    }
    isDone = *done;
    if (isMet(need)) break;
  }
  if (onChanged && !touched.isEmpty()) onChanged(touched);
  finishStep(isDone);
  return {};
}

Result<void> Workplace::commit(const AgentId& actor, const QString& kind, ChangeSet changes,
                               const std::optional<DraftId>& dropDraft) {
  for (Activity& activity : changes.activities) {
    if (activity.id.isNull()) activity.id = ActivityId::make(*clock, *m_random);
  }
  if (const auto stamped = m_cache->stamp(changes, actor); !stamped) {
    // Without its base a change counts as made blindly, and is merged so. It is saved.
    qCWarning(logService) << "base not read:" << errorCodeName(stamped.error().code);
  }
  const auto operations = operationsFor(actor, kind, std::move(changes));
  const auto appended =
      m_journalThread.runAndWait([this, &operations, &dropDraft]() -> Result<void> {
        if (dropDraft) {
          auto done = m_journal->appendAndRemoveDraft(operations, *dropDraft);
          return done ? Result<void>() : Result<void>(done.error());
        }
        auto done = m_journal->append(operations);
        return done ? Result<void>() : Result<void>(done.error());
      });
  if (!noted(appended)) return appended;
  if (onSaved) onSaved();
  // The save stands from here on. A projection that fails now is repeated later from the journal.
  const Rebuild* rebuild = m_cache->rebuildOrNull();
  if (m_isRebuilding && (!rebuild || !rebuild->hasOpenTickets())) {
    finishStep(false);
  } else if (const auto projected = catchUpToWork(); !projected) {
    qCWarning(logService) << "projection failed:" << errorCodeName(projected.error().code);
  }
  return {};
}

Result<VerifyAnswer> Workplace::verify() {
  if (auto done = catchUpFully(); !done) return done.error();
  const auto report = m_journalReader->verify();
  if (!report) return report.error();
  VerifyAnswer answer;
  answer.operations = report->operations;
  answer.erased = report->erased;
  answer.behind = m_journalReader->lastSequence() - m_cache->appliedSequence();
  for (const Broken& broken : report->broken)
    answer.broken.append({broken.sequence, broken.reason});
  if (!answer.broken.isEmpty()) {
    tell(StoreNotice::Kind::JournalDamaged, std::max<qint64>(answer.broken.front().first, 1));
  }
  return answer;
}

void Workplace::lookForOthers() {
  if (!m_journalReader || m_isClosing) return;
  if (m_journalReader->isReplaced() && !m_isReadOnly) followSeat();
  if (m_cache && m_cache->isReplaced()) {
    // The process that syncs this store brought a first copy, or set a damaged file aside.
    const auto reopened = replaceCache([this] { return m_cache->reopen(); });
    if (!reopened) qCWarning(logService) << "cache:" << errorCodeName(reopened.error().code);
  }
  const qint64 version = m_journalReader->dataVersion();
  if (version == m_seenVersion && !m_hasFailedStep) return;
  m_seenVersion = version;
  if (canProject() && (m_hasFailedStep || !m_isRebuilding) && !m_isStepQueued) step();
}

void Workplace::noteDamage() {
  if (m_isDamaged.exchange(true)) return;
  m_cacheThread.post([this] {
    if (m_isClosing || !m_cache) return;
    m_isRebuilding = true;
    m_rebuildTotal = m_journalReader->lastSequence();
    tell(StoreNotice::Kind::CacheRebuilding, 0, m_rebuildTotal);
    ++m_generation;
    const auto reopened = m_cache->setAsideAndReopen();
    ++m_generation;
    m_isDamaged = false;
    if (!reopened) return;
    m_cache->beginRebuild(*m_journalReader);
    step();
  });
}

void Workplace::fillShelf(std::vector<Article> articles) {
  ++m_shelvesDue;
  m_searchThread.post([this, articles = std::move(articles)]() mutable {
    m_shelf = std::make_shared<const ArticleShelf>(std::move(articles));
    --m_shelvesDue;
  });
}

void Workplace::interruptSearch() { m_stopSearch = true; }

Database* Workplace::database(std::unique_ptr<Database>& held, int& generation) {
  const bool isSearcher = &held == &m_searcher;
  // What was asked before this one need not stop it.
  if (isSearcher) m_stopSearch = false;
  const int current = m_generation.load();
  if (held && generation == current) return held.get();
  held.reset();
  auto opened = Cache::openReader(m_cacheFolder);
  if (!opened) return nullptr;
  held = std::move(*opened);
  generation = current;
  if (isSearcher) held->stopWhen(m_stopSearch);
  return held.get();
}

}  // namespace yingda
