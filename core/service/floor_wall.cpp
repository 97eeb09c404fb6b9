// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the cache and the workstation's word beside it.
#include "core/service/floor_wall.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

#include "core/service/starter_files.h"
#include "core/store/cache.h"
#include "core/store/household_queries.h"

namespace yingda {

namespace {

QString wordFile(const QString& folder) { return folder % QStringLiteral("/floor.json"); }

Instant timeIn(const QJsonObject& json, const char* name) {
  return instantFromMs(json[QLatin1String(name)].toInteger());
}

}  // namespace

void writeFloorWord(const QString& folder, const FloorWord& word) {
  QJsonArray agents;
  for (qsizetype i = 0; i < word.states.size(); ++i) {
    agents.append(QJsonObject{{QStringLiteral("state"), word.states[i]},
                              {QStringLiteral("since"), toMs(word.since[i])}});
  }
  const QJsonObject json{{QStringLiteral("at"), toMs(word.at)},
                         {QStringLiteral("heard"), toMs(word.heardAt)},
                         {QStringLiteral("agents"), agents}};
  const QString beside = wordFile(folder) % QStringLiteral(".new");
  QFile file(beside);
  if (!file.open(QIODevice::WriteOnly)) return;
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  file.write(QJsonDocument(json).toJson(QJsonDocument::Compact));
  file.close();
  std::rename(QFile::encodeName(beside).constData(),
              QFile::encodeName(wordFile(folder)).constData());
}

std::optional<FloorWord> readFloorWord(const QString& folder) {
  QFile file(wordFile(folder));
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
  if (!json.contains(u"at")) return std::nullopt;
  FloorWord word{timeIn(json, "at"), timeIn(json, "heard"), {}, {}};
  for (const QJsonValue& value : json[u"agents"].toArray()) {
    const QJsonObject agent = value.toObject();
    word.states << agent[u"state"].toString();
    word.since << timeIn(agent, "since");
  }
  return word;
}

FloorReader::FloorReader(QString folder, std::shared_ptr<Clock> clock)
    : m_folder(std::move(folder)), m_clock(std::move(clock)) {}

FloorReader::~FloorReader() {
  m_thread.runAndWait([this] { m_database.reset(); });
}

QFuture<Result<FloorWall>> FloorReader::read() {
  return m_thread.run([this]() -> Result<FloorWall> {
    auto wall = readNow();
    // Whatever it was, the next reading finds out anew: another file may lie there by then.
    if (!wall) m_database.reset();
    return wall;
  });
}

Result<FloorWall> FloorReader::readNow() {
  if (m_database && m_database->hasMoved()) m_database.reset();
  if (!m_database) {
    if (!QFile::exists(Cache::fileIn(m_folder))) {
      return Error{ErrorCode::NotFound, QStringLiteral("store")};
    }
    auto opened = Cache::openReader(m_folder);
    if (!opened) return opened.error();
    m_database = std::move(*opened);
  }
  FloorWall wall;
  const Instant now = m_clock->now();
  auto floor = takeFloorSnapshot(*m_database, now);
  if (!floor) return floor.error();
  wall.floor = std::move(*floor);
  wall.floorAt = now;
  // What hangs on a wall for everybody says nothing of a sensitive call.
  for (FloorList* list : {&wall.floor.atRisk, &wall.floor.notTaken, &wall.floor.urgent,
                          &wall.floor.promised, &wall.floor.groups}) {
    for (FloorRow& row : list->rows) {
      if (row.sensitive.isEmpty()) continue;
      row.title.clear();
      row.place.clear();
      row.category.clear();
      row.holderName.clear();
    }
  }
  const auto communities = HouseholdQueries(*m_database).communities();
  if (!communities) return communities.error();
  for (const Community& one : *communities) wall.communities << one.name;
  if (const auto word = readFloorWord(m_folder)) {
    wall.isJoined = true;
    wall.states = word->states;
    wall.since = word->since;
    wall.statesAt = word->at;
    // What the server has not told yet is not here, however often it is read.
    wall.floorAt = std::min(now, word->heardAt);
  }
  return wall;
}

Result<Starter> wallStarter() { return readStarter(builtInStarterFiles()); }

}  // namespace yingda
