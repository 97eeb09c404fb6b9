// SPDX-License-Identifier: GPL-3.0-or-later
// Opening in order (journal, cache, readers), closing in reverse, and the steps of a rebuild
// between.
#include "core/service/workplace.h"

#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/domain/ticket_milestones.h"
#include "core/service/starter_files.h"

namespace yingda {

namespace {

// A slice of the projection; own work waits at most this long behind a rebuild.
constexpr Milliseconds sliceBudget{20};
// A longer slice when nobody waits: larger transactions make a better search index.
constexpr Milliseconds idleSliceBudget{200};
// Behind by more than this, the agent is told that the cache is being rebuilt.
constexpr qint64 rebuildWorthTelling = 50;

}  // namespace

Workplace::Workplace(const BackendOptions& wanted)
    : options(wanted),
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
  m_searchThread.runAndWait([this] {
    m_searcherToInterrupt = nullptr;
    m_searcher.reset();
  });
  m_readThread.runAndWait([this] { m_reader.reset(); });
  m_cacheThread.runAndWait([this] {
    if (m_cache) m_cache->close();
    m_cache.reset();
    m_journalReader.reset();
  });
  m_journalThread.runAndWait([this] { m_journal.reset(); });
}

Result<void> Workplace::open() {
  auto read = readStarter(builtInStarterFiles());
  if (!read) return read.error();
  starter = std::move(*read);
  if (!options.readOnly) {
    if (auto made = makePrivateFolder(options.folder); !made) return made;
  }
  const auto opened = m_journalThread.runAndWait([this]() -> Result<QString> {
    JournalOptions journalOptions;
    journalOptions.readOnly = options.readOnly;
    auto journal = Journal::open(options.folder, *clock, *m_journalRandom, journalOptions);
    if (!journal) return journal.error();
    m_journal = std::move(*journal);
    const auto calendar = m_journal->meta(QStringLiteral("calendar"));
    if (!calendar) return calendar.error();
    return QString::fromUtf8(*calendar);
  });
  if (!opened) return opened.error();
  const QString calendar = *opened == u"workday" || *opened == u"24x7" ? *opened : QString();
  auto made = builtInEngine(starter, QStringLiteral("shipped"), calendar);
  if (!made) return made.error();
  engine = std::make_unique<MilestoneEngine>(std::move(*made));
  const auto cached = m_cacheThread.runAndWait([this]() -> Result<void> {
    JournalOptions journalOptions;
    journalOptions.readOnly = true;
    auto reader = Journal::open(options.folder, *clock, *m_journalRandom, journalOptions);
    if (!reader) return reader.error();
    m_journalReader = std::move(*reader);
    const auto dueOf = [this](const Ticket& ticket, const std::vector<Activity>& activities) {
      DerivedDue due;
      const auto next = engine->nextDue(milestoneInputOf(ticket, activities, starter), now());
      if (next) due = {toMs(next->due), next->id};
      return due;
    };
    CacheOptions cacheOptions;
    cacheOptions.readOnly = options.readOnly;
    auto cache = Cache::open(options.folder, *clock, dueOf, cacheOptions);
    if (!cache) return cache.error();
    m_cache = std::move(*cache);
    m_rebuildTotal = m_journalReader->lastSequence();
    const qint64 behind = m_rebuildTotal - m_cache->appliedSequence();
    m_isRebuilding = behind > rebuildWorthTelling;
    if (!options.readOnly) step();
    return {};
  });
  if (!cached) return cached.error();
  m_searchThread.post([this] {
    for (size_t i = 0; i < starter.articles.size(); ++i) {
      const Article& article = starter.articles[i];
      articles.add(static_cast<int>(i), article.title,
                   QString(article.keywords.join(u' ') % u'\n' % article.body));
    }
    articles.finish();
  });
  return {};
}

void Workplace::tell(StoreNotice::Kind kind, qint64 done, qint64 total, const QString& detail) {
  if (onNotice) onNotice({kind, done, total, detail});
}

void Workplace::step() {
  m_isStepQueued = false;
  if (m_isClosing || !m_cache) return;
  Touched touched;
  const Milliseconds budget = m_cacheThread.waiting() == 0 ? idleSliceBudget : sliceBudget;
  const auto done = m_cache->catchUp(*m_journalReader, budget, touched);
  if (!done) {
    if (done.error().code == ErrorCode::Corrupt) noteDamage();
    return;
  }
  if (onChanged && (!touched.tickets.isEmpty() || !touched.households.isEmpty()))
    onChanged(touched);
  finishStep(*done);
}

void Workplace::finishStep(bool isDone) {
  if (m_isRebuilding) {
    if (isDone) {
      m_isRebuilding = false;
      tell(StoreNotice::Kind::CacheRebuilt);
    } else {
      tell(StoreNotice::Kind::CacheRebuilding, m_cache->appliedSequence(), m_rebuildTotal);
    }
  }
  if (!isDone && !m_isStepQueued) {
    m_isStepQueued = true;
    m_cacheThread.postIdle([this] { step(); });
  }
}

Result<void> Workplace::catchUpFully() {
  Touched touched;
  for (;;) {
    const auto done = m_cache->catchUp(*m_journalReader, idleSliceBudget, touched);
    if (!done) {
      if (done.error().code == ErrorCode::Corrupt) noteDamage();
      return done.error();
    }
    if (*done) break;
  }
  if (onChanged && (!touched.tickets.isEmpty() || !touched.households.isEmpty()))
    onChanged(touched);
  finishStep(true);
  return {};
}

Result<void> Workplace::commit(const AgentId& actor, const QString& kind, ChangeSet changes,
                               const std::optional<DraftId>& dropDraft) {
  for (Activity& activity : changes.activities) {
    if (activity.id.isNull()) activity.id = ActivityId::make(*clock, *m_random);
  }
  NewOperation operation;
  operation.by = actor;
  operation.kind = kind;
  operation.payload = encode(changes);
  const auto appended =
      m_journalThread.runAndWait([this, &operation, &dropDraft]() -> Result<void> {
        const std::span<const NewOperation> one(&operation, 1);
        if (dropDraft) {
          auto done = m_journal->appendAndRemoveDraft(one, *dropDraft);
          return done ? Result<void>() : Result<void>(done.error());
        }
        auto done = m_journal->append(one);
        return done ? Result<void>() : Result<void>(done.error());
      });
  if (!appended) {
    tellWriteFailure(appended.error());
    return appended;
  }
  // The save stands from here on. A projection that fails now is repeated later from the journal.
  if (m_isRebuilding) {
    finishStep(false);
  } else if (const auto projected = catchUpFully(); !projected) {
    qCWarning(logService) << "projection failed:" << errorCodeName(projected.error().code);
  }
  return {};
}

void Workplace::tellWriteFailure(const Error& error) {
  if (error.code == ErrorCode::DiskFull) tell(StoreNotice::Kind::DiskFull);
  if (error.code == ErrorCode::ReadOnly) tell(StoreNotice::Kind::ReadOnly);
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
  return answer;
}

void Workplace::lookForOthers() {
  if (!m_journalReader || m_isClosing) return;
  const qint64 version = m_journalReader->dataVersion();
  if (version == m_seenVersion) return;
  m_seenVersion = version;
  if (!m_isRebuilding && !m_isStepQueued) step();
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
    if (reopened) step();
  });
}

void Workplace::interruptSearch() {
  if (Database* database = m_searcherToInterrupt.load()) database->interrupt();
}

Database* Workplace::database(std::unique_ptr<Database>& held, int& generation) {
  const int current = m_generation.load();
  if (held && generation == current) return held.get();
  const bool isSearcher = &held == &m_searcher;
  if (isSearcher) m_searcherToInterrupt = nullptr;
  held.reset();
  auto opened = Cache::openReader(options.folder);
  if (!opened) return nullptr;
  held = std::move(*opened);
  generation = current;
  if (isSearcher) m_searcherToInterrupt = held.get();
  return held.get();
}

}  // namespace yingda
