// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation without a screen that works until it is killed, and tells what was reported saved.
//
// chaos_seat work FOLDER STAFF HISTORY SEED   reads "clock MS" and "stop" from stdin
// chaos_seat dump FOLDER                      the journal and what the screens would show, as JSON
#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTimer>
#include <cstdio>

#include "core/domain/agent.h"
#include "core/service/backend.h"
#include "core/store/cache.h"
#include "core/store/field_sql.h"
#include "core/store/journal.h"

using namespace yingda;

namespace {

constexpr int operationsPerRead = 1000;

/// The machine's clock, put wrong by as much as somebody says.
class WrongClock final : public Clock {
 public:
  Instant now() const override { return m_machine.now() + Milliseconds(m_offset.load()); }
  void setOffset(qint64 milliseconds) { m_offset = milliseconds; }

 private:
  SystemClock m_machine;
  std::atomic<qint64> m_offset = 0;
};

template <class T>
T waited(QFuture<T> future) {
  future.waitForFinished();
  return future.result();
}

/// One person at one store. What is reported saved goes into the history, fsynced, before the next
/// thing is done.
class Worker final : public QObject {
 public:
  Worker(Backend& backend, WrongClock& clock, Journal& journal, quint64 seed)
      : m_backend(backend), m_clock(clock), m_journal(journal), m_random(seed) {}

  bool begin(const QString& history) {
    m_history.setFileName(history);
    if (!m_history.open(QIODevice::WriteOnly | QIODevice::Append)) return false;
    // A line that was cut off by a kill told nothing.
    if (m_history.size() > 0 && m_history.write("\n") != 1) return false;
    m_told = m_journal.lastSequence();
    connect(&m_timer, &QTimer::timeout, this, &Worker::act);
    connect(&m_input, &QSocketNotifier::activated, this, &Worker::read);
    m_timer.start(static_cast<int>(20 + m_random.below(60)));
    return true;
  }

 private:
  void act() {
    m_timer.setInterval(static_cast<int>(20 + m_random.below(60)));
    const bool isDone = m_random.below(100) < 25 ? newTicket() : changeTicket();
    if (isDone) tell();
  }
  bool newTicket() {
    const auto draft =
        waited(m_backend.newDraft(QStringLiteral("13812341234"), m_backend.clock().now()));
    if (!draft) return false;
    TicketDraft one = *draft;
    one.text.request = QStringLiteral("漏水 %1").arg(m_random.next());
    one.text.place = QStringLiteral("3-2-1502");
    return waited(m_backend.save(one, SaveIntent::Save)).has_value();
  }
  bool changeTicket() {
    const auto queue = waited(m_backend.queue(QueueKind::AllOpen, 40));
    if (!queue || queue->rows.empty()) return false;
    const TicketId id = queue->rows[m_random.below(queue->rows.size())].id;
    const QString words = QStringLiteral("记 %1").arg(m_random.next());
    switch (m_random.below(4)) {
      case 0: {
        act::ChangeLevel change;
        change.level = allLevels[m_random.below(allLevels.size())];
        change.reason = words;
        return waited(m_backend.act(id, change)).has_value();
      }
      case 1: {
        act::Dispatch dispatch;
        dispatch.department = QStringLiteral("engineering");
        dispatch.person = words;
        return waited(m_backend.act(id, dispatch)).has_value();
      }
      case 2: {
        act::Urge urge;
        urge.text = words;
        return waited(m_backend.act(id, urge)).has_value();
      }
      default: {
        act::Progress progress;
        progress.text = words;
        return waited(m_backend.act(id, progress)).has_value();
      }
    }
  }
  void tell() {
    const auto saved = m_journal.read(m_told, operationsPerRead);
    if (!saved) return;
    QByteArray lines;
    for (const Operation& operation : *saved) {
      m_told = operation.header.sequence;
      lines += "saved " + QByteArray::number(m_told) + ' ' + operation.hash.toHex() + '\n';
    }
    if (m_history.write(lines) != lines.size() || !m_history.flush() ||
        fsync(m_history.handle()) != 0) {
      std::abort();
    }
  }
  void read() {
    char bytes[256];
    const ssize_t size = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (size <= 0) return QCoreApplication::quit();
    for (const QByteArray& line : QByteArray(bytes, size).split('\n')) {
      if (line.startsWith("clock ")) m_clock.setOffset(line.mid(6).toLongLong());
      if (line == "stop") QCoreApplication::quit();
    }
  }

  Backend& m_backend;
  WrongClock& m_clock;
  Journal& m_journal;
  SeededRandom m_random;
  QFile m_history;
  qint64 m_told = 0;
  QTimer m_timer;
  QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
};

Result<std::unique_ptr<Journal>> readerOf(const QString& folder, const Clock& clock,
                                          Random& random) {
  JournalOptions options;
  options.readOnly = true;
  return Journal::open(folder, clock, random, options);
}

int work(const QStringList& arguments) {
  const QString& folder = arguments[2];
  auto clock = std::make_shared<WrongClock>();
  clock->setOffset(qEnvironmentVariableIntValue("YINGDA_CLOCK_OFFSET_S") * 1000LL);
  BackendOptions options;
  options.folder = folder;
  options.clock = clock;
  auto backend = Backend::open(options);
  if (!backend) return 2;
  const auto agent = waited((*backend)->signInTrusted(arguments[3]));
  if (!agent) return 3;
  (*backend)->enter(*agent);
  SystemRandom random;
  const auto journal = readerOf(folder, *clock, random);
  if (!journal) return 2;
  Worker worker(**backend, *clock, **journal, arguments[5].toULongLong());
  return worker.begin(arguments[4]) ? QCoreApplication::exec() : 2;
}

QString plain(const QByteArray& id) {
  return QUuid::fromRfc4122(id).toString(QUuid::WithoutBraces);
}

/// What the screens read, by kind, id and field; false when it cannot be read.
bool dumpRows(Database& cache, QJsonObject& rows) {
  for (const KindRow& kind : allKindRows()) {
    if (kind.kind == "agent_secret") continue;
    QString columns = QStringLiteral("id");
    for (const auto& column : kind.columns) {
      columns += QStringLiteral(", ") % QLatin1String(column.name);
    }
    const QByteArray name = "dump_" + kind.kind;
    Statement& read =
        cache.prepared(name.constData(), QStringLiteral("SELECT ") % columns %
                                             QStringLiteral(" FROM ") % QLatin1String(kind.kind));
    for (;;) {
      const auto found = read.step();
      if (!found) return false;
      if (!*found) break;
      const QString prefix = QLatin1String(kind.kind) % u'/' % plain(read.bytes(0)) % u'/';
      for (size_t i = 0; i < kind.columns.size(); ++i) {
        const QJsonValue value =
            toJson(readField(read, static_cast<int>(i) + 1, kind.columns[i].type));
        if (!value.isNull()) rows.insert(prefix % QLatin1String(kind.columns[i].name), value);
      }
    }
  }
  Statement& read =
      cache.prepared("dump_activities", QStringLiteral("SELECT a.id, a.kind, a.is_void, t.id"
                                                       " FROM activity a JOIN ticket t"
                                                       " ON t.row = a.ticket_row"));
  for (;;) {
    const auto found = read.step();
    if (!found) return false;
    if (!*found) return true;
    rows.insert(QStringLiteral("activity/") % plain(read.bytes(0)),
                QString(read.text(1) % u' ' % QString::number(read.int64(2)) % u' ' %
                        plain(read.bytes(3))));
  }
}

int dump(const QString& folder) {
  const SystemClock clock;
  SystemRandom random;
  const auto journal = readerOf(folder, clock, random);
  if (!journal) return 2;
  const auto report = (*journal)->verify();
  if (!report) return 2;
  QJsonArray operations;
  for (qint64 after = 0;;) {
    const auto page = (*journal)->read(after, operationsPerRead);
    if (!page) return 2;
    if (page->empty()) break;
    for (const Operation& operation : *page) {
      after = operation.header.sequence;
      operations.append(QJsonArray{after, QString::fromLatin1(operation.hash.toHex())});
    }
  }
  const auto cache = Cache::openReader(folder);
  if (!cache) return 2;
  QJsonObject rows;
  if (!dumpRows(**cache, rows)) return 2;
  const QByteArray json =
      QJsonDocument(QJsonObject{{QStringLiteral("workstation"), (*journal)->workstation().text()},
                                {QStringLiteral("broken"), static_cast<int>(report->broken.size())},
                                {QStringLiteral("operations"), operations},
                                {QStringLiteral("rows"), rows}})
          .toJson(QJsonDocument::Compact);
  return std::fwrite(json.constData(), 1, static_cast<size_t>(json.size()), stdout) ==
                 static_cast<size_t>(json.size())
             ? 0
             : 2;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() == 6 && arguments[1] == u"work") return work(arguments);
  if (arguments.size() == 3 && arguments[1] == u"dump") return dump(arguments[2]);
  std::fputs("chaos_seat work FOLDER STAFF HISTORY SEED | dump FOLDER\n", stderr);
  return 1;
}
