// SPDX-License-Identifier: GPL-3.0-or-later
// Reads demo.json once a demo.
#include "core/service/demo_words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTime>

namespace yingda {

namespace {

QStringList listOf(const QJsonValue& value) {
  QStringList list;
  for (const QJsonValue& item : value.toArray()) list << item.toString();
  return list;
}

DemoTemplate readTemplate(const QJsonValue& row) {
  DemoTemplate read;
  read.category = row[u"category"].toString();
  read.kind = kindFromText(row[u"kind"].toString()).value_or(Kind::Repair);
  read.group = row[u"group"].toString();
  read.weight = row[u"weight"].toDouble(1);
  read.season = row[u"season"].toString();
  read.mondayRush = row[u"rush"].toString() == u"monday";
  read.afterHandover = row[u"handover"].toBool();
  read.requests = listOf(row[u"requests"]);
  read.replies = listOf(row[u"replies"]);
  read.causes = listOf(row[u"causes"]);
  read.outcomes = listOf(row[u"outcomes"]);
  return read;
}

}  // namespace

Result<DemoWords> readDemoWords() {
  QFile file(QStringLiteral(":/demo/demo.json"));
  if (!file.open(QIODevice::ReadOnly))
    return Error{ErrorCode::Corrupt, QStringLiteral("demo.json")};
  const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
  DemoWords words;
  words.communities = listOf(json[u"communities"]);
  words.surnames = json[u"surnames"].toString();
  words.given = listOf(json[u"given"]);
  words.men = json[u"men"].toString().split(u' ');
  words.notes = listOf(json[u"notes"]);
  for (const QJsonValue& row : json[u"staff"].toArray()) {
    Agent agent;
    agent.staffNumber = row[u"number"].toString();
    agent.name = row[u"name"].toString();
    agent.outsideName = row[u"outside"].toString();
    agent.role = roleFromText(row[u"role"].toString()).value_or(Role::Agent);
    agent.department = row[u"department"].toString();
    words.staff.push_back(agent);
  }
  int slot = 0;
  for (const QJsonValue& row : json[u"duty"].toArray()) {
    DutyContact contact;
    contact.kind = row[u"kind"].toString();
    if (contact.kind == dutyKind()) contact.slot = slot++;
    contact.id = dutyContactIdOf({}, contact.kind, contact.slot);
    contact.name = row[u"name"].toString();
    contact.number = row[u"number"].toString();
    const auto minute = [&row](QStringView name) {
      return QTime::fromString(row[name].toString(), QStringLiteral("HH:mm"))
                 .msecsSinceStartOfDay() /
             60'000;
    };
    contact.fromMinute = std::max(0, minute(u"from"));
    contact.toMinute = std::max(0, minute(u"to"));
    words.duty.push_back(contact);
  }
  for (const QJsonValue& row : json[u"templates"].toArray()) {
    words.templates.push_back(readTemplate(row));
  }
  for (const QJsonValue& row : json[u"red"].toArray()) {
    words.reds.push_back(
        {row[u"category"].toString(), row[u"request"].toString(), row[u"reply"].toString()});
  }
  const bool isWhole = !words.communities.isEmpty() && !words.surnames.isEmpty() &&
                       !words.given.isEmpty() && !words.staff.empty() && !words.templates.empty() &&
                       !words.reds.empty();
  if (!isWhole) return Error{ErrorCode::Corrupt, QStringLiteral("demo.json is not whole")};
  return words;
}

const Category* leafFor(const Starter& starter, const QString& prefix, const QString& request) {
  const Category* best = nullptr;
  const Category* ordinary = nullptr;
  qsizetype bestLength = 0;
  for (const Category& category : starter.categories) {
    if (!category.isLeaf) continue;
    if (category.id == prefix) return &category;
    if (!category.id.startsWith(QString(prefix % u'.')) || category.level <= Level::Orange)
      continue;
    if (!ordinary) ordinary = &category;
    for (const QString& word : category.keywords) {
      if (word.size() > bestLength && request.contains(word)) {
        best = &category;
        bestLength = word.size();
      }
    }
    // A shared pair of characters of the name is the next best sign.
    for (qsizetype i = 0; bestLength < 2 && i + 2 <= category.name.size(); ++i) {
      if (request.contains(QStringView(category.name).mid(i, 2))) {
        best = &category;
        bestLength = 1;
      }
    }
  }
  return best ? best : ordinary;
}

}  // namespace yingda
