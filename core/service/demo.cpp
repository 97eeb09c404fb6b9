// SPDX-License-Identifier: GPL-3.0-or-later
// The generator: households first, then tickets in the order of their receipt, in bulk operations.
#include "core/service/demo.h"

#include <QFile>

#include "core/domain/ticket_number.h"
#include "core/service/demo_tickets.h"
#include "core/service/people_service.h"
#include "core/service/workplace.h"
#include "core/store/new_operations.h"

namespace yingda {

namespace {

// Keeps an operation under 64 KiB compressed and 1,000 rows.
constexpr int homesPerOperation = 120;
constexpr int ticketsPerOperation = 90;
constexpr size_t operationsPerAppend = 32;

/// Collects bulk operations and writes them in groups, one fsync a group.
class BulkWriter {
 public:
  BulkWriter(Workplace& workplace, const AgentId& author)
      : m_workplace(workplace), m_author(author) {}
  Result<void> add(const ChangeSet& changes) {
    if (changes.isEmpty()) return {};
    for (NewOperation& operation : operationsFor(m_author, QStringLiteral("demo"), changes, true)) {
      m_waiting.push_back(std::move(operation));
    }
    return m_waiting.size() >= operationsPerAppend ? flush() : Result<void>();
  }
  Result<void> flush() {
    if (m_waiting.empty()) return {};
    const auto done = m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().append(m_waiting); });
    m_waiting.clear();
    if (!done) return done.error();
    return m_workplace.catchUpFully();
  }

 private:
  Workplace& m_workplace;
  AgentId m_author;
  std::vector<NewOperation> m_waiting;
};

class DemoMaker {
 public:
  DemoMaker(Workplace& workplace, const DemoOptions& options, DemoWords words)
      : m_workplace(workplace),
        m_options(options),
        m_words(std::move(words)),
        m_random(options.seed),
        m_end(workplace.now()) {}

  Result<void> run() {
    for (Agent& agent : m_words.staff)
      agent.id = AgentId(QUuid::createUuidV5(
          QUuid(QStringLiteral("6f0f6a52-7d0f-5f0e-9a53-0a3a3a7c1d02")), agent.staffNumber));
    BulkWriter writer(m_workplace, m_words.staff.front().id);
    if (auto done = writeStaff(writer); !done) return done;
    if (auto done = writeHomes(writer); !done) return done;
    if (auto done = writeTickets(writer); !done) return done;
    return writer.flush();
  }

 private:
  bool isCancelled() const { return m_options.cancel && m_options.cancel->load(); }
  Error cancelled() const { return {ErrorCode::Cancelled, QStringLiteral("demo")}; }
  void report(int done) {
    if (m_options.progress) m_options.progress(done, m_options.households + m_options.tickets);
  }

  Result<void> writeStaff(BulkWriter& writer) {
    auto hash = PeopleService::hashOf(QLatin1String(demoPin));
    if (!hash) return hash.error();
    ChangeSet changes;
    for (const Agent& agent : m_words.staff) {
      changes.create(agentFields(), agent.id, agent);
      changes.create(agentSecretFields(), agent.id, AgentSecret{agent.id, *hash});
    }
    for (const DutyContact& contact : m_words.duty) {
      changes.create(dutyContactFields(), contact.id, contact);
    }
    return writer.add(changes);
  }

  Result<void> writeHomes(BulkWriter& writer) {
    DemoPeople people(m_words, m_random, m_options.households, m_end);
    if (auto done = writer.add(people.ground()); !done) return done;
    ChangeSet changes;
    for (int i = 0; i < m_options.households; ++i) {
      m_homes.push_back(people.next(changes));
      if ((i + 1) % homesPerOperation == 0) {
        if (isCancelled()) return cancelled();
        if (auto done = writer.add(changes); !done) return done;
        changes = {};
        report(i + 1);
      }
    }
    return writer.add(changes);
  }

  Result<void> writeTickets(BulkWriter& writer) {
    const int open = std::min(m_options.open, m_options.tickets);
    DemoTickets tickets(m_words, m_workplace.starter, m_random, m_homes, m_words.staff, m_end);
    const std::vector<Instant> times = tickets.receipts(m_options.tickets, open);
    ChangeSet changes;
    for (int i = 0; i < m_options.tickets; i += ticketsPerOperation) {
      if (isCancelled()) return cancelled();
      const int count = std::min(ticketsPerOperation, m_options.tickets - i);
      const auto numbers = m_workplace.journalThread().runAndWait(
          [this, count] { return m_workplace.journal().takeNumbers(count); });
      if (!numbers) return numbers.error();
      for (int j = 0; j < count; ++j) {
        const QString digits = (*numbers)[static_cast<size_t>(j)].digits();
        const int index = i + j;
        if (open > 0 && index == m_options.tickets - 1) {
          tickets.writeBurst(digits, changes);
        } else {
          tickets.write(digits, times[static_cast<size_t>(index)],
                        index >= m_options.tickets - open, changes);
        }
      }
      if (auto done = writer.add(changes); !done) return done;
      changes = {};
      report(m_options.households + i + count);
    }
    return {};
  }

  Workplace& m_workplace;
  const DemoOptions& m_options;
  DemoWords m_words;
  SeededRandom m_random;
  Instant m_end;
  std::vector<DemoHome> m_homes;
};

}  // namespace

Result<DemoReport> makeDemo(Workplace& workplace, const DemoOptions& options) {
  if (options.households < 1 || options.households > 1'000'000 || options.tickets < 0 ||
      options.tickets > 5'000'000 || options.open < 0 || options.open > options.tickets) {
    return Error{ErrorCode::Invalid, QStringLiteral("demo sizes")};
  }
  if (auto done = workplace.catchUpFully(); !done) return done.error();
  const qint64 last =
      workplace.journalThread().runAndWait([&] { return workplace.journal().lastSequence(); });
  if (last != 0) return Error{ErrorCode::Refused, QStringLiteral("store is not empty")};
  auto words = readDemoWords();
  if (!words) return words.error();
  const auto start = std::chrono::steady_clock::now();
  QFile marker(workplace.options.folder % QStringLiteral("/demo"));
  if (!marker.open(QIODevice::WriteOnly)) return Error{ErrorCode::ReadOnly, QStringLiteral("demo")};
  marker.close();
  DemoMaker maker(workplace, options, std::move(*words));
  if (auto done = maker.run(); !done) {
    // Nothing was written: real work may begin here, so it is no demo store.
    const qint64 written =
        workplace.journalThread().runAndWait([&] { return workplace.journal().lastSequence(); });
    if (written == 0) marker.remove();
    return done.error();
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  return DemoReport{options.households, options.tickets, spent.count()};
}

}  // namespace yingda
