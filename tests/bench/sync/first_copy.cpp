// SPDX-License-Identifier: GPL-3.0-or-later
// A new workstation on a floor with a long history: until it can be worked with, and until all of
// it is there; beside a bare COPY of the same rows to a file.
#include <sys/stat.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimer>

#include "core/domain/household.h"
#include "core/domain/ticket.h"
#include "core/service/backend.h"
#include "tests/bench/blocks.h"
#include "tests/bench/sync/bench_floor.h"

namespace yingda::bench {

namespace {

using Steady = std::chrono::steady_clock;

constexpr int openTickets = 10'000;

double secondsSince(Steady::time_point start) {
  return std::chrono::duration<double>(Steady::now() - start).count();
}

template <class T>
QString bodyOf(const FieldTable<T>& table, const T& thing) {
  ChangeSet changes;
  changes.create(table, thing.id, thing);
  const QJsonObject payload = QJsonDocument::fromJson(encode(changes)).object();
  QString text = QString::fromUtf8(
      QJsonDocument(payload[u"f"][0][u"f"].toObject()).toJson(QJsonDocument::Compact));
  return u'\'' % text.replace(u'\'', QStringLiteral("''")) % QStringLiteral("'::jsonb");
}

/// A quarter tickets, a quarter texts, two fifths activities, a tenth households.
void fill(BenchFloor& floor, int rows) {
  const int tickets = rows / 4;
  const int households = rows / 10;
  const int activities = rows - 2 * tickets - households;
  Community community;
  SystemRandom random;
  SystemClock clock;
  community.id = CommunityId::make(clock, random);
  community.name = QStringLiteral("云杉府");
  Household household;
  household.id = HouseholdId::make(clock, random);
  household.community = community.id;
  household.address = QStringLiteral("3栋2单元1502");
  household.building = QStringLiteral("3栋");
  household.unit = QStringLiteral("2单元");
  household.status = QStringLiteral("入住");
  Ticket ticket;
  ticket.id = TicketId::make(clock, random);
  ticket.category = QStringLiteral("repair.indoor.water");
  ticket.department = QStringLiteral("engineering");
  ticket.community = community.id;
  TicketText text;
  text.id = ticket.id;
  text.title = QStringLiteral("厨房下面的管子漏水");
  text.request = QStringLiteral(
      "厨房水槽下面的管子漏水，已经流到楼下的天花板，业主说昨天晚上开始，希望今天上午有人来看");
  text.reply = QStringLiteral("已登记，工程部今天上午联系您");
  text.place = QStringLiteral("3栋2单元1502");
  text.contactName = QStringLiteral("王女士");
  text.contactPhone = QStringLiteral("13812345678");
  // Ids in the order in which they are made, as real ones are.
  const auto idOf = [](const QString& base) {
    return QStringLiteral("(lpad(to_hex(%1 + n), 8, '0') || '-0000-7000-8000-000000000000')::uuid")
        .arg(base);
  };
  const QString ticketId = idOf(QStringLiteral("16777216"));
  const QString householdId = idOf(QStringLiteral("1073741824"));
  const qint64 now = toMs(clock.now());
  need(floor.admin().run(
      QStringLiteral("INSERT INTO yingda.entity(kind, id, site, body, row_version) VALUES"
                     " ('community', '%1', '%1', %2, 1)")
          .arg(community.id.text(), bodyOf(communityFields(), community))));
  need(floor.admin().run(
      QStringLiteral("INSERT INTO yingda.entity(kind, id, site, body, row_version)"
                     " SELECT 'household', %1, '%2', %3 || jsonb_build_object('address',"
                     " n / 50 || '栋2单元' || n, 'room', n::text), 1 FROM generate_series(1, %4) n")
          .arg(householdId, community.id.text(), bodyOf(householdFields(), household))
          .arg(households)));
  need(floor.admin().run(
      QStringLiteral(
          "INSERT INTO yingda.entity(kind, id, site, body, row_version)"
          " SELECT 'ticket', %1, '%2', %3 || jsonb_build_object('number', (20000000 + n)::text,"
          " 'received_at', %4 - n * 3000::bigint, 'stage', CASE WHEN n <= %5 THEN 1 ELSE 5 END,"
          " 'cycle', 1), 3 FROM generate_series(1, %6) n")
          .arg(ticketId, community.id.text(), bodyOf(ticketFields(), ticket))
          .arg(now)
          .arg(std::min(openTickets, tickets / 10))
          .arg(tickets)));
  need(floor.admin().run(
      QStringLiteral("INSERT INTO yingda.entity(kind, id, site, body, row_version)"
                     " SELECT 'ticket_text', %1, '%2', %3, 2 FROM generate_series(1, %4) n")
          .arg(ticketId, community.id.text(), bodyOf(ticketTextFields(), text))
          .arg(tickets)));
  const QString ofTicket =
      QString(ticketId).replace(QStringLiteral(" n)"), QStringLiteral(" 1 + n % %1)").arg(tickets));
  need(floor.admin().run(
      QStringLiteral(
          "INSERT INTO yingda.activity(id, ticket, site, workstation, sequence, hlc, content)"
          " SELECT a.id, a.ticket, '%1', '%1', a.n, a.n, jsonb_build_object('i', a.id, 't',"
          " a.ticket, 'k', 'progress', 'at', %2 - a.n, 'n', '8021 小李', 'd',"
          " jsonb_build_object('text', '师傅已到，正在关阀换管'))"
          " FROM (SELECT n, %3 AS ticket, %4 AS id FROM generate_series(1, %5) n) a")
          .arg(community.id.text())
          .arg(now)
          .arg(ofTicket, idOf(QStringLiteral("536870912")))
          .arg(activities)));
  need(floor.admin().run(QStringLiteral("ANALYZE yingda.entity; ANALYZE yingda.activity")));
}

}  // namespace

void measureCopy(const SyncOptions& options) {
  BenchFloor floor;
  const auto filling = Steady::now();
  fill(floor, options.rows);
  const qint64 rows = floor
                          .value(QStringLiteral("SELECT (SELECT count(*) FROM yingda.entity) +"
                                                " (SELECT count(*) FROM yingda.activity)"))
                          .toLongLong();
  std::printf("a floor of %lld rows (filled in %.0f s)\n", static_cast<long long>(rows),
              secondsSince(filling));
  const ServerAddress address = floor.person(QStringLiteral("li"));
  const QString file =
      floor.value(QStringLiteral("SHOW data_directory")) % QStringLiteral("/bench_copy.txt");
  const auto raw = measure([&] {
    need(floor.admin().run(
        QStringLiteral("COPY (SELECT kind, id, row_version, body::text FROM yingda.entity UNION ALL"
                       " SELECT content ->> 'k', id, 0, content::text FROM yingda.activity)"
                       " TO '%1'")
            .arg(file)));
  });
  struct stat written {};
  if (stat(file.toUtf8().constData(), &written) == 0) {
    std::printf("%-34s %.1f s, %.0f MB, %.2f M rows/min\n", "raw: COPY to a file",
                raw.wallMs / 1000, static_cast<double>(written.st_size) / 1e6,
                static_cast<double>(rows) / raw.wallMs * 60e3 / 1e6);
    unlink(file.toUtf8().constData());
  }

  QTemporaryDir folder(QCoreApplication::applicationDirPath() % QStringLiteral("/copy-XXXXXX"));
  BackendOptions backendOptions;
  backendOptions.folder = folder.path();
  auto backend = need(Backend::open(backendOptions));
  const double cpu = cpuNow();
  const auto start = Steady::now();
  auto joined = backend->joinServer(address);
  std::optional<double> usable;
  std::optional<double> complete;
  qint64 copied = 0;
  std::optional<QFuture<Result<QueuePage>>> asked;
  QTimer tick;
  tick.start(50);
  while (!complete) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (!joined.isFinished()) continue;
    if (joined.resultCount() == 0 || !joined.result()) qFatal("the floor was not joined");
    if (!usable) {
      if (asked && asked->isFinished()) {
        if (asked->result() && asked->result()->rows.size() == 50) usable = secondsSince(start);
        asked.reset();
      }
      if (!usable && !asked) asked = backend->queue(QueueKind::AllOpen, 50);
    }
    const SyncView view = backend->sync();
    copied = std::max(copied, view.copied);
    if (usable && view.state == SyncView::State::Live) complete = secondsSince(start);
  }
  std::printf("%-34s %.1f s\n", "ours: first page of the queue", *usable);
  std::printf("%-34s %.1f s (%.1f s of our processor), %lld rows, %.2f M rows/min\n\n",
              "ours: all of it", *complete, (cpuNow() - cpu) / 1000, static_cast<long long>(copied),
              static_cast<double>(copied) / *complete * 60 / 1e6);
}

}  // namespace yingda::bench
