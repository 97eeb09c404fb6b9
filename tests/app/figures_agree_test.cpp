// SPDX-License-Identifier: GPL-3.0-or-later
// One figure is one number wherever it stands: in the computation, in SQL alone, in the table, in
// the list and the tile of the floor, and in the headless companion.
#include <algorithm>

#include "core/insight/kpi_computer.h"
#include "tests/admin/program.h"
#include "tests/app/desk_fixture.h"
#include "tests/insight/kpi_planted.h"
#include "ui/wallboard/figure_list.h"
#include "ui/wallboard/figure_table.h"
#include "ui/wallboard/floor_tiles.h"

using namespace yingda;
using namespace yingda::test;

namespace {

using std::chrono::days;

/// A number as a person reads it, written here once more.
QString readable(const std::optional<double>& value, const QString& unit, int n) {
  QString text = QStringLiteral("—");
  if (value && unit == u"%") text = QString::number(*value, 'f', 1) % u'%';
  if (value && unit != u"%") {
    const bool isWhole = std::abs(*value - std::round(*value)) < 0.05;
    text = QString::number(*value, 'f', isWhole ? 0 : 1) % u' ' % unit;
  }
  return text % QStringLiteral(" 样本 ") % QString::number(n);
}

bool isSame(const QJsonValue& said, const std::optional<double>& value) {
  if (!value) return said.isNull();
  return said.isDouble() && std::abs(said.toDouble() - *value) < 1e-9 * std::max(1.0, *value);
}

QList<QByteArray> idsOf(const QJsonValue& ids) {
  QList<QByteArray> bytes;
  for (const QJsonValue& id : ids.toArray()) {
    const TicketId ticket = TicketId::fromText(id.toString());
    REQUIRE_FALSE(ticket.isNull());
    bytes << ticket.bytes();
  }
  std::sort(bytes.begin(), bytes.end());
  return bytes;
}

struct Agreed {
  const KpiSql* sql = nullptr;
  KpiSpan span;
  SqlFigure counted;
};

/// Computation, table, list and tile against SQL.
std::vector<Agreed> checkScreen(Database& database, Tables& tables, Backend& backend,
                                const KpiSpan& span) {
  const KpiDictionary& kpis = backend.kpis();
  KpiComputer computer(database, backend.engine(), backend.starter(), kpis);
  const auto figures = computer.figures(KpiComputer::computed(), span);
  REQUIRE(figures);
  ui::FigureTable table;
  table.set(*figures, kpis);
  ui::FigureList list;
  list.set(*figures, kpis);
  REQUIRE(table.rowCount() == static_cast<int>(std::size(kpiSql)));
  std::vector<Agreed> agreed;
  agreed.reserve(std::size(kpiSql));
  for (int i = 0; i < table.rowCount(); ++i) {
    const KpiSql& sql = kpiSql[i];
    INFO(sql.id);
    const SqlFigure counted = sqlFigure(tables, sql, span);
    const KpiFigure& figure = (*figures)[static_cast<size_t>(i)];
    checkNumber(figure.own(), counted.value, counted.n);
    checkNumber(figure.counter(), counted.counter, counted.counterN);
    CHECK(sorted(figure.tickets().all) == counted.all);
    CHECK(sorted(figure.tickets().against) == counted.against);
    const KpiDefinition& kpi = figure.definition();
    const ui::FigureWords words = ui::figureWords(figure, kpis, i);
    CHECK(words.value % u' ' % words.cases == readable(counted.value, kpi.unit, counted.n));
    CHECK(words.isThin == (counted.n < kpiCasesLeast));
    CHECK(words.counter.text ==
          kpi.counter.name % u' ' % readable(counted.counter, kpi.counter.unit, counted.counterN));
    CHECK(words.counter.isThin == (counted.counterN < kpiCasesLeast));
    // Speed never stands alone, and what stands with it has its cases too.
    CHECK(words.quality.text.isEmpty() == !kpi.isSpeed);
    if (kpi.isSpeed) CHECK(words.quality.text.contains(QStringLiteral("样本 ")));
    CHECK(table.textOf(i) == words.text());
    CHECK(list.textOf(i) == words.text());
    if (kpi.id == u"promise_kept") {
      const ui::FloorTileWords tiles = ui::floorTileWords({}, &figure.own(), kpis, {}, span.now);
      const int kept = qRound(counted.value.value_or(0) * counted.n / 100);
      CHECK(tiles[3].first.startsWith(QStringLiteral("承诺兑现 %1/%2 ").arg(kept).arg(counted.n)));
      CHECK(tiles[3].first.contains(QString::number(*kpi.target)));
    }
    agreed.push_back({&sql, span, counted});
  }
  return agreed;
}

/// The headless companion on the same store, which must be closed here.
void checkProgram(const QString& store, const char* by, const std::vector<Agreed>& agreed) {
  for (const Agreed& one : agreed) {
    INFO(one.sql->id);
    const QJsonObject said =
        admin({"kpi", one.sql->id, "--from", toIso(one.span.from), "--to", toIso(one.span.to),
               "--now", toIso(one.span.now), "--by", by, "--store", store, "--json"})
            .json();
    CHECK(isSame(said[u"value"], one.counted.value));
    CHECK(said[u"n"].toInt() == one.counted.n);
    CHECK(isSame(said[u"counter"][u"value"], one.counted.counter));
    CHECK(said[u"counter"][u"n"].toInt() == one.counted.counterN);
    CHECK(idsOf(said[u"tickets"]) == one.counted.all);
    CHECK(idsOf(said[u"against"]) == one.counted.against);
  }
}

}  // namespace

TEST_CASE("a figure of the demo is one number on the screen, in SQL and in the program",
          "[app][kpi]") {
  theme();
  TempStore store;
  DemoOptions demo;
  demo.households = 120;
  demo.tickets = 600;
  demo.open = 40;
  REQUIRE(await(store.backend->makeDemo(demo)));
  const Instant now = store.clock->now();
  std::vector<Agreed> agreed;
  {
    const auto reader = openTables(store.folder());
    Tables tables(*reader, store.backend->starter());
    checkScreen(*reader, tables, *store.backend, ui::kpiSpanOf(ui::FigureSpan::Today, now));
    checkScreen(*reader, tables, *store.backend, ui::kpiSpanOf(ui::FigureSpan::Month, now));
    agreed = checkScreen(*reader, tables, *store.backend, {now - days{90}, now, now});
  }
  store.close();
  checkProgram(store.folder(), "8030", agreed);
}

TEST_CASE("a figure of hard lives is one number on the screen, in SQL and in the program",
          "[app][kpi]") {
  theme();
  Planted planted;
  planted.plant();
  planted.plantRepairs();
  TempStore& store = planted.store;
  store.clock->set(at("2026-03-10T12:00:00"));
  const Instant now = store.clock->now();
  const KpiSpan february{at("2026-02-01T00:00:00"), at("2026-03-01T00:00:00"), now};
  const KpiSpan nothing{at("2025-06-01T00:00:00"), at("2025-07-01T00:00:00"), now};
  std::vector<Agreed> agreed;
  {
    const auto reader = openTables(store.folder());
    Tables tables(*reader, store.backend->starter());
    tables.handDue(planted.overHoliday, at("2026-02-25T09:04:00"));
    agreed = checkScreen(*reader, tables, *store.backend, february);
    const auto empty = checkScreen(*reader, tables, *store.backend, nothing);
    agreed.insert(agreed.end(), empty.begin(), empty.end());
  }
  store.close();
  checkProgram(store.folder(), "8021", agreed);
}

TEST_CASE("the table counts from midnight, from Monday and from the first of the month",
          "[app][kpi]") {
  // A Tuesday.
  const Instant now = at("2026-03-10T23:40:12");
  CHECK(ui::kpiSpanOf(ui::FigureSpan::Today, now).from == at("2026-03-10T00:00:00"));
  CHECK(ui::kpiSpanOf(ui::FigureSpan::Week, now).from == at("2026-03-09T00:00:00"));
  CHECK(ui::kpiSpanOf(ui::FigureSpan::Month, now).from == at("2026-03-01T00:00:00"));
  CHECK(ui::kpiSpanOf(ui::FigureSpan::Week, at("2026-03-01T00:00:00")).from ==
        at("2026-02-23T00:00:00"));
  CHECK(ui::kpiSpanOf(ui::FigureSpan::Month, now).to == now);
}
