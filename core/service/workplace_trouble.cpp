// SPDX-License-Identifier: GPL-3.0-or-later
// When the journal cannot be written or read as it was: what is told, what is set aside, and how
// saving is tried again until it works.
#include <QFile>

#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/service/calendar_years.h"
#include "core/service/workplace.h"

namespace yingda {

namespace {

// At least what the cache reads ahead at once.

std::optional<StoreNotice::Kind> troubleOf(const Error& error) {
  if (error.code == ErrorCode::DiskFull) return StoreNotice::Kind::DiskFull;
  if (error.code == ErrorCode::ReadOnly) return StoreNotice::Kind::ReadOnly;
  if (error.code == ErrorCode::Corrupt) return StoreNotice::Kind::JournalDamaged;
  return std::nullopt;
}

}  // namespace

Result<void> Workplace::openJournal() {
  m_isReadOnly = options.readOnly;
  if (!options.readOnly) {
    const auto made = makePrivateFolder(options.folder);
    if (!made && !QFile::exists(Journal::fileIn(options.folder))) return made;
  }
  JournalOptions wanted;
  wanted.readOnly = options.readOnly;
  const bool mayRepair = !options.readOnly && !options.isHeadless;
  auto journal = Journal::open(options.folder, *clock, *m_journalRandom, wanted);
  if (!journal && mayRepair && journal.error().code == ErrorCode::Corrupt) {
    if (auto done = salvageJournal(); !done) return done;
    journal = Journal::open(options.folder, *clock, *m_journalRandom, wanted);
  }
  if (!journal && mayRepair && journal.error().code == ErrorCode::ReadOnly) {
    wanted.readOnly = true;
    journal = Journal::open(options.folder, *clock, *m_journalRandom, wanted);
    // A journal that is not there cannot be looked at: the folder is what is wrong.
    if (!journal && journal.error().code == ErrorCode::NotFound) {
      return Error{ErrorCode::ReadOnly, QStringLiteral("no journal, none can be made")};
    }
    m_isReadOnly = true;
  }
  if (!journal) return journal.error();
  m_journal = std::move(*journal);
  if (m_isReadOnly && !options.readOnly) {
    tellWriteFailure({ErrorCode::ReadOnly, QStringLiteral("store")});
  }
  return {};
}

Result<void> Workplace::salvageJournal() {
  const auto salvage = Journal::salvage(options.folder, *clock, *m_journalRandom);
  if (!salvage) return salvage.error();
  tell(StoreNotice::Kind::JournalDamaged, salvage->carriedOver, 0, salvage->aside);
  return {};
}

bool Workplace::repairJournal() {
  const auto salvaged = salvageJournal();
  auto journal = salvaged ? Journal::open(options.folder, *clock, *m_journalRandom)
                          : Result<std::unique_ptr<Journal>>(salvaged.error());
  if (!journal) {
    tell(StoreNotice::Kind::JournalDamaged);
    return false;
  }
  // Until here the damaged one was held, so that there always is a journal to ask.
  m_journal = std::move(*journal);
  m_trouble = noTrouble;
  return true;
}

void Workplace::reopenCache() {
  if (m_isClosing) return;
  ++m_generation;
  const auto opened = openCache();
  ++m_generation;
  if (!opened) qCWarning(logService) << "cache:" << errorCodeName(opened.error().code);
}

void Workplace::repair() {
  if (m_cacheThread.isCurrent()) {
    if (m_journalThread.runAndWait([this] { return repairJournal(); })) reopenCache();
  } else {
    m_journalThread.post([this] {
      if (repairJournal()) m_cacheThread.post([this] { reopenCache(); });
    });
  }
}

Result<Renewal> Workplace::renewSeat(const NewSeat& seat) {
  if (m_isReadOnly) return Error{ErrorCode::ReadOnly, QStringLiteral("store")};
  // A first copy that was begun counts the former seat's operations.
  m_cacheThread.runAndWait([this] { Cache::removeNext(options.folder); });
  auto renewed = m_journalThread.runAndWait([this, &seat]() -> Result<Renewal> {
    auto done = noted(Journal::renew(options.folder, *clock, *m_journalRandom, seat));
    // Whatever came of it, what has the name now is the journal.
    auto journal = Journal::open(options.folder, *clock, *m_journalRandom);
    if (!journal) return journal.error();
    m_journal = std::move(*journal);
    return done;
  });
  if (!renewed) return renewed;
  m_cacheThread.runAndWait([this] {
    reopenCache();
    tellChanged({});
  });
  return renewed;
}

void Workplace::followSeat() {
  const bool isOpen = m_journalThread.runAndWait([this] {
    auto journal = Journal::open(options.folder, *clock, *m_journalRandom);
    if (journal) m_journal = std::move(*journal);
    return journal.operator bool();
  });
  if (!isOpen) return;
  reopenCache();
  tellChanged({});
}

void Workplace::tellWriteFailure(const Error& error) {
  const auto kind = troubleOf(error);
  if (!kind || m_trouble.exchange(static_cast<int>(*kind)) == static_cast<int>(*kind)) return;
  const bool isDamaged = *kind == StoreNotice::Kind::JournalDamaged;
  if (isDamaged && !options.isHeadless && !m_isReadOnly) {
    repair();
  } else {
    tell(*kind);
  }
}

void Workplace::tellWritten() {
  const int trouble = m_trouble.exchange(noTrouble);
  if (trouble == noTrouble) return;
  // One page that could be written says nothing of the damaged one.
  if (trouble == static_cast<int>(StoreNotice::Kind::JournalDamaged)) {
    m_trouble = trouble;
    return;
  }
  tell(StoreNotice::Kind::WritableAgain);
}

void Workplace::noteProjectionFailure(const Error& error) {
  const bool isDamaged = error.code == ErrorCode::Corrupt;
  // A damaged cache is drawn again; a damaged journal would damage the next one as well.
  isDamaged && !m_cache->hasJournalFailed() ? noteDamage() : tellWriteFailure(error);
}

void Workplace::tryAgain() {
  const int trouble = m_trouble.load();
  if (trouble == noTrouble || trouble == static_cast<int>(StoreNotice::Kind::JournalDamaged) ||
      m_isProbing.exchange(true)) {
    return;
  }
  m_journalThread.post([this] {
    m_isReadOnly ? becomeWritable()
                 : static_cast<void>(noted(m_journal->setMeta(QStringLiteral("tried"),
                                                              QByteArray::number(toMs(now())))));
    m_isProbing = false;
  });
}

void Workplace::becomeWritable() {
  auto journal = Journal::open(options.folder, *clock, *m_journalRandom);
  if (!journal) return;
  m_journal = std::move(*journal);
  m_cacheThread.post([this] {
    if (m_isClosing) return;
    // A picture drawn beside the store is good until the next start.
    if (!m_spareFolder) {
      ++m_generation;
      if (const auto opened = openCacheFile(false); !opened) {
        qCWarning(logService) << "cache:" << errorCodeName(opened.error().code);
        return;
      }
    }
    m_isReadOnly = false;
    ++m_generation;
    step();
    tellWritten();
  });
}

void Workplace::tellMissingYears(const MilestoneInput& input,
                                 const std::vector<Milestone>& milestones) {
  for (const int year : yearsWithoutCalendar(*engine, input, milestones, now())) {
    tell(StoreNotice::Kind::CalendarYearMissing, 0, 0, QString::number(year));
  }
}

}  // namespace yingda
