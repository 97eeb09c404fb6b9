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
QString radarFile(const QString& folder) { return folder % QStringLiteral("/radar.json"); }
QString markFile(const QString& folder) { return folder % QStringLiteral("/wall.lock"); }

Instant timeIn(const QJsonObject& json, const char* name) {
  return instantFromMs(json[QLatin1String(name)].toInteger());
}

/// A reader finds the old one or the new one, never a half.
void replace(const QString& name, const QJsonObject& json) {
  const QString beside = name % QStringLiteral(".new");
  QFile file(beside);
  if (!file.open(QIODevice::WriteOnly)) return;
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  file.write(QJsonDocument(json).toJson(QJsonDocument::Compact));
  file.close();
  std::rename(QFile::encodeName(beside).constData(), QFile::encodeName(name).constData());
}

QJsonObject objectIn(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) return {};
  return QJsonDocument::fromJson(file.readAll()).object();
}

}  // namespace

void writeRadarWord(const QString& folder, const std::vector<FloorProposal>& proposals) {
  QJsonArray seen;
  for (const FloorProposal& one : proposals) {
    seen.append(QJsonObject{{QStringLiteral("category"), one.category},
                            {QStringLiteral("place"), one.place},
                            {QStringLiteral("homes"), one.homes}});
  }
  replace(radarFile(folder), {{QStringLiteral("seen"), seen}});
}

std::vector<FloorProposal> readRadarWord(const QString& folder) {
  std::vector<FloorProposal> proposals;
  const QJsonArray seen = objectIn(radarFile(folder))[u"seen"].toArray();
  proposals.reserve(static_cast<size_t>(seen.size()));
  for (const QJsonValue& value : seen) {
    FloorProposal one;
    one.category = value[u"category"].toString();
    one.place = value[u"place"].toString();
    one.homes = value[u"homes"].toInt();
    proposals.push_back(std::move(one));
  }
  return proposals;
}

void writeFloorWord(const QString& folder, const FloorWord& word) {
  QJsonArray agents;
  for (qsizetype i = 0; i < word.states.size(); ++i) {
    agents.append(QJsonObject{{QStringLiteral("state"), word.states[i]},
                              {QStringLiteral("since"), toMs(word.since[i])}});
  }
  const QJsonObject json{{QStringLiteral("heard"), toMs(word.heardAt)},
                         {QStringLiteral("told"), toMs(word.statesAt)},
                         {QStringLiteral("standby"), word.isStandby},
                         {QStringLiteral("agents"), agents}};
  replace(wordFile(folder), json);
}

std::optional<FloorWord> readFloorWord(const QString& folder) {
  const QJsonObject json = objectIn(wordFile(folder));
  if (!json.contains(u"heard")) return std::nullopt;
  FloorWord word{timeIn(json, "heard"), timeIn(json, "told"), {}, {}, json[u"standby"].toBool()};
  for (const QJsonValue& value : json[u"agents"].toArray()) {
    const QJsonObject agent = value.toObject();
    word.states << agent[u"state"].toString();
    word.since << timeIn(agent, "since");
  }
  return word;
}

bool isWallThere(const QString& folder) {
  const QString file = markFile(folder);
  if (!QFile::exists(file)) return false;
  QLockFile probe(file);
  probe.setStaleLockTime(0);
  // What a wall left behind that was killed goes with the question.
  return !probe.tryLock(0);
}

FloorReader::FloorReader(QString folder, std::shared_ptr<Clock> clock)
    : m_folder(std::move(folder)), m_clock(std::move(clock)), m_mark(markFile(m_folder)) {
  m_mark.setStaleLockTime(0);
}

FloorReader::~FloorReader() {
  m_thread.runAndWait([this] {
    m_database.reset();
    m_mark.unlock();
  });
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
  // Of several walls one holds it, and the next one after that. Where it may write nothing, the
  // wall is fed as often as the desk is.
  if (!m_mark.isLocked()) m_mark.tryLock(0);
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
  wall.floor.proposals = readRadarWord(m_folder);
  if (const auto word = readFloorWord(m_folder)) {
    wall.isJoined = true;
    wall.states = word->states;
    wall.since = word->since;
    wall.statesAt = word->statesAt;
    wall.isStandby = word->isStandby;
    // What the server has not told yet is not here, however often it is read.
    wall.floorAt = word->heardAt;
  }
  return wall;
}

Result<Starter> wallStarter() { return readStarter(builtInStarterFiles()); }

}  // namespace yingda
