// SPDX-License-Identifier: GPL-3.0-or-later
// kpi: the dictionary without a store, a figure with its tickets, and who may ask.
#include <QSet>

#include "tests/admin/program.h"

using namespace yingda::test;

namespace {

const char* const lastMonth = "--from 2020-01-01 --to 2099-01-01";

}  // namespace

TEST_CASE("kpi list tells every figure without a store", "[admin][kpi]") {
  const QJsonArray rows = admin({"kpi", "list", "--json"}).json()[u"kpis"].toArray();
  CHECK(rows.size() == 20);
  QSet<QString> ids;
  for (const QJsonValue& row : rows) {
    const QJsonObject kpi = row.toObject();
    ids.insert(kpi[u"id"].toString());
    INFO(kpi[u"id"].toString().toStdString());
    for (const char* word : {"name", "formula", "clock", "exclusions", "counter", "unit"}) {
      CHECK_FALSE(kpi[QLatin1String(word)].toString().isEmpty());
    }
    CHECK_FALSE(kpi[u"kinds"].toArray().isEmpty());
  }
  for (const char* id : {"ontime_response", "FCR_V", "promise_kept", "onsite_ontime"}) {
    CHECK(ids.contains(QLatin1String(id)));
  }
}

TEST_CASE("kpi tells a figure with cases, counter-figure and tickets", "[admin][kpi]") {
  const DemoFolder demo(200);
  const QStringList span = QString::fromLatin1(lastMonth).split(u' ');
  const QJsonObject all = demo.run(words({"kpi", "reopen_rate"}) + span).json();
  CHECK(all[u"id"].toString() == u"reopen_rate");
  CHECK(all[u"value"].isDouble());
  CHECK(all[u"n"].toInt() == all[u"tickets"].toArray().size());
  CHECK(all[u"n"].toInt() > 100);
  CHECK(all[u"target"].toDouble() == 5);
  CHECK(all[u"counter"][u"n"].isDouble());
  // Each of its tickets is one that the program knows.
  const QString against = all[u"against"][0].toString();
  CHECK(all[u"tickets"].toArray().contains(QJsonValue(against)));
  const QJsonObject speed = demo.run(words({"kpi", "ontime_response"}) + span).json();
  CHECK(speed[u"quality"][u"id"].toString() == u"FCR_V");
  const QJsonObject none =
      demo.run({"kpi", "promise_kept", "--from", "2020-01-01", "--to", "2020-02-01"}).json();
  CHECK(none[u"value"].isNull());
  CHECK(none[u"n"].toInt() == 0);
  CHECK(none[u"tickets"].toArray().isEmpty());
  // As of a moment before all of it nothing had happened yet.
  const QJsonObject early =
      demo.run(words({"kpi", "reopen_rate"}) + span + words({"--now", "2020-03-01T00:00"})).json();
  CHECK(early[u"n"].toInt() == 0);
}

TEST_CASE("kpi refuses what it does not know, and whoever may not look", "[admin][kpi]") {
  const DemoFolder demo;
  const QStringList span = QString::fromLatin1(lastMonth).split(u' ');
  checkSaysWhy(demo.run(words({"kpi", "happiness"}) + span), 1);
  checkSaysWhy(demo.run(words({"kpi", "FCR_V", "--by", "8021"}) + span), 1);
  CHECK(demo.run(words({"kpi", "FCR_V", "--by", "8030"}) + span).code == 0);
  checkSaysWhy(demo.run("kpi FCR_V"), 2);
  checkSaysWhy(demo.run("kpi"), 2);
  checkSaysWhy(demo.run("kpi FCR_V --from 2026-02-01 --to 2026-01-01"), 2);
  checkSaysWhy(demo.run("kpi FCR_V --from yesterday --to 2026-01-01"), 2);
}
