// SPDX-License-Identifier: GPL-3.0-or-later
// The same operations on the model and on PostgreSQL: row by row the same.
#include <QJsonDocument>
#include <QSqlQuery>
#include <catch2/catch.hpp>

#include "tests/remote/floor_fixture.h"
#include "tests/runner/sim/world.h"

using namespace yingda;
using namespace yingda::sim;

namespace {

QString plain(const QUuid& id) { return id.toString(QUuid::WithoutBraces); }

QString siteText(const QUuid& site) { return site.isNull() ? QString() : plain(site); }

QByteArray sortedJson(const QJsonValue& value) {
  // QJsonObject keeps its keys sorted, so that equal objects have equal texts.
  return QJsonDocument(QJsonObject{{QStringLiteral("v"), value}}).toJson(QJsonDocument::Compact);
}

QJsonValue jsonIn(const QString& text) {
  return QJsonDocument::fromJson("[" + text.toUtf8() + "]").array().at(0);
}

using Picture = QMap<QString, QString>;

/// A lease begins and ends by the clock of the server that gave it.
QJsonObject timeless(const QString& kind, QJsonObject body) {
  if (kind != u"claim") return body;
  body.remove(QStringLiteral("since"));
  body.remove(QStringLiteral("until"));
  return body;
}

QString jsonText(const QJsonObject& json) {
  return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Picture pictureOf(const ModelServer& server) {
  Picture picture;
  for (const auto& [key, entity] : server.state.entities) {
    const QString name = QLatin1String(key.first) % u' ' % plain(key.second);
    const QJsonObject body = QJsonDocument::fromJson(ModelServer::bodyText(entity.body)).object();
    picture[name] = QString::number(entity.row) % u' ' % siteText(entity.site) % u' ' %
                    jsonText(timeless(QLatin1String(key.first), body));
    for (auto it = entity.versions.begin(); it != entity.versions.end(); ++it) {
      picture[QString(name % u' ' % it.key())] = QString::number(it->hlc) % u' ' %
                                                 plain(it->workstation) % u' ' %
                                                 QString::number(it->row);
    }
  }
  for (const auto& [id, activity] : server.state.activities) {
    picture[QString(u"activity " % plain(id))] = QString::number(activity.isVoid ? 1 : 0) % u' ' %
                                                 siteText(activity.site) % u' ' %
                                                 plain(activity.ticket);
  }
  for (const auto& [id, conflict] : server.state.conflicts) {
    picture[QString(u"conflict " % plain(id))] =
        QLatin1String(conflict.kind) % u' ' % siteText(conflict.site) % u' ' %
        plain(conflict.entity) % u' ' % conflict.field %
        QString::fromUtf8(sortedJson(conflict.kept) + sortedJson(conflict.lost)) %
        plain(conflict.keptBy) % plain(conflict.lostBy);
  }
  return picture;
}

/// What of it the database has; each row is looked up by its id.
Picture pictureOf(ServerLink& link, const QStringList& seats) {
  Picture picture;
  const QString mine = QStringLiteral("ANY ('{%1}'::uuid[])").arg(seats.join(u','));
  auto rows = link.ask(
      QStringLiteral("SELECT kind, id::text, row_version, body::text, versions::text,"
                     " coalesce(site::text, '')"
                     " FROM yingda.entity WHERE id IN (SELECT (c.value ->> 'i')::uuid"
                     " FROM yingda.op o, jsonb_array_elements("
                     "convert_from(o.payload, 'UTF8')::jsonb -> 'f') c WHERE o.workstation = %1"
                     " UNION SELECT ticket FROM yingda.activity WHERE workstation = %1)")
          .arg(mine));
  REQUIRE(rows);
  while (rows->next()) {
    const QString name = rows->value(0).toString() % u' ' % rows->value(1).toString();
    const QJsonObject body = jsonIn(rows->value(3).toString()).toObject();
    picture[name] = rows->value(2).toString() % u' ' % rows->value(5).toString() % u' ' %
                    jsonText(timeless(rows->value(0).toString(), body));
    const QJsonObject versions = jsonIn(rows->value(4).toString()).toObject();
    for (auto it = versions.begin(); it != versions.end(); ++it) {
      const QJsonArray stamp = it.value().toArray();
      picture[QString(name % u' ' % it.key())] = stamp[0].toString() % u' ' %
                                                 plain(QUuid::fromString(stamp[1].toString())) %
                                                 u' ' % QString::number(stamp[2].toInteger());
    }
  }
  auto activities = link.ask(QStringLiteral("SELECT id::text, is_void::integer, ticket::text,"
                                            " coalesce(site::text, '') FROM yingda.activity"
                                            " WHERE workstation = %1")
                                 .arg(mine));
  REQUIRE(activities);
  while (activities->next()) {
    picture[QString(u"activity " % activities->value(0).toString())] =
        activities->value(1).toString() % u' ' % activities->value(3).toString() % u' ' %
        activities->value(2).toString();
  }
  auto conflicts =
      link.ask(QStringLiteral("SELECT id::text, kind, entity::text, field, kept::text, lost::text,"
                              " coalesce(kept_by::text, ''), coalesce(lost_by::text, ''),"
                              " coalesce(site::text, '')"
                              " FROM yingda.conflict WHERE workstation = %1")
                   .arg(mine));
  REQUIRE(conflicts);
  while (conflicts->next()) {
    picture[QString(u"conflict " % conflicts->value(0).toString())] =
        conflicts->value(1).toString() % u' ' % conflicts->value(8).toString() % u' ' %
        conflicts->value(2).toString() % u' ' % conflicts->value(3).toString() %
        QString::fromUtf8(sortedJson(jsonIn(conflicts->value(4).toString())) +
                          sortedJson(jsonIn(conflicts->value(5).toString()))) %
        plain(QUuid::fromString(conflicts->value(6).toString())) %
        plain(QUuid::fromString(conflicts->value(7).toString()));
  }
  return picture;
}

}  // namespace

TEST_CASE("the model and apply_ops agree on every row of two hundred seeds",
          "[sim][differential]") {
  test::Floor floor;
  constexpr int seats = 4;
  std::vector<std::unique_ptr<PsqlGateway>> gateways;
  QStringList logins;
  for (int i = 0; i < seats; ++i) {
    const auto person = floor.person(QStringLiteral("sim%1").arg(i), QStringLiteral("supervisor"));
    logins << person.login;
    gateways.push_back(std::make_unique<PsqlGateway>(person));
  }
  const QUuid epoch =
      QUuid::fromString(floor.value(QStringLiteral("SELECT epoch::text FROM yingda.meta")));
  bool hasCount = false;
  const int wanted = qEnvironmentVariableIntValue("YINGDA_SIM_SEEDS", &hasCount);
  const int first = qEnvironmentVariableIntValue("YINGDA_SIM_FIRST");
  int conflicts = 0;
  int limited = 0;
  for (int seed = first; seed < first + (hasCount ? wanted : 200); ++seed) {
    INFO("seed " << seed);
    WorldOptions options;
    options.seats = seats;
    options.steps = 250;
    options.epoch = epoch;
    options.isRecorded = true;
    World world(static_cast<quint64>(seed), options);
    const Verdict verdict = world.run();
    REQUIRE(verdict.problems.isEmpty());
    QMap<QUuid, size_t> places;
    QStringList ids;
    for (size_t i = 0; i < world.seats().size(); ++i) {
      SimSeat& seat = *world.seats()[i];
      const QUuid id = seat.journal().workstation().uuid();
      places[id] = i;
      ids << plain(id);
      const auto sites = world.server().sites.value(id).values();
      if (!sites.isEmpty()) ++limited;
      REQUIRE(FloorAdmin(*floor.admin)
                  .setRole(logins[static_cast<int>(i)], QStringLiteral("supervisor"), sites));
      const auto enrolled =
          gateways[i]->enrol(seat.journal().workstation(), id.toRfc4122() + id.toRfc4122(),
                             QStringLiteral("seat"), {seat.agent.uuid()});
      REQUIRE(enrolled);
      REQUIRE(enrolled->refusal == Refusal::None);
    }
    for (const auto& batch : *world.server().carried) {
      const auto answer = gateways[places[batch.seat]]->apply(WorkstationId(batch.seat), epoch,
                                                              batch.operations, batch.reject);
      if (!answer) FAIL(answer.error().detail.toStdString());
      REQUIRE(answer->refusal == Refusal::None);
      REQUIRE(answer->exceptions == batch.exceptions);
    }
    const Picture model = pictureOf(world.server());
    const Picture real = pictureOf(*floor.admin, ids);
    for (auto it = model.begin(); it != model.end(); ++it) {
      INFO(it.key().toStdString());
      REQUIRE(real.value(it.key()).toStdString() == it.value().toStdString());
    }
    REQUIRE(real.size() == model.size());
    conflicts += verdict.conflicts;
  }
  if (!hasCount) CHECK(conflicts > 0);
  if (!hasCount) CHECK(limited > 0);
}
