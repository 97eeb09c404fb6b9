// SPDX-License-Identifier: GPL-3.0-or-later
// Every cell of the matrix of channels and situations can be sent as it stands.
#include "core/assist/reply_templates.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include "core/assist/wording_lint.h"
#include "core/domain/starter.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QByteArray shipped() {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/reply_templates.json"));
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

QHash<QString, QString> values() {
  return {{QStringLiteral("company"), QStringLiteral("云杉物业")},
          {QStringLiteral("staff"), QStringLiteral("8021")},
          {QStringLiteral("owner"), QStringLiteral("王女士")},
          {QStringLiteral("place"), QStringLiteral("3栋2单元1502")},
          {QStringLiteral("community"), QStringLiteral("云杉府")},
          {QStringLiteral("matter"), QStringLiteral("厨房下水堵塞")},
          {QStringLiteral("number"), QStringLiteral("207-4213-1")},
          {QStringLiteral("department"), QStringLiteral("工程部")},
          {QStringLiteral("arrive_by"), QStringLiteral("16:10")},
          {QStringLiteral("resolve_by"), QStringLiteral("明天 18:00")},
          {QStringLiteral("now_plus_15"), QStringLiteral("15:25")},
          {QStringLiteral("cause"), QStringLiteral("管件老化")},
          {QStringLiteral("outcome"), QStringLiteral("已更换管件并试水")}};
}

}  // namespace

TEST_CASE("every channel has every situation, and every variable is known", "[assist][templates]") {
  const auto read = ReplyTemplates::fromJson(shipped());
  REQUIRE(read);
  CHECK(read->all().size() == 36);
  QSet<QString> texts;
  for (const ReplyTemplate& one : read->all()) {
    INFO(one.id().toStdString());
    CHECK(read->find(one.channel, one.situation)->text == one.text);
    const QString filled = fillSentence(one.text, values());
    CHECK_FALSE(filled.contains(u'{'));
    CHECK_FALSE(filled.contains(QStringLiteral("____")));
    texts << one.text;
  }
  CHECK(texts.size() == 36);
  QStringList known = values().keys();
  known.sort();
  QStringList listed = ReplyTemplates::variables();
  listed.sort();
  CHECK(known == listed);
}

TEST_CASE("every cell passes the whole lint", "[assist][templates]") {
  LintContext context;
  context.now = *instantFromIso(u"2026-03-11T15:07:00+08:00");
  context.householdAddress = QStringLiteral("3栋2单元1502");
  context.householdNames << QStringLiteral("王女士");
  for (const ReplyTemplate& one : ReplyTemplates::builtIn().all()) {
    const QString text = fillSentence(one.text, values());
    for (const Remark& remark : WordingLint::builtIn().lint(text, WordingField::Reply, context)) {
      INFO(one.id().toStdString() << " " << remark.rule.toStdString() << ": "
                                  << remark.text.toStdString());
      CHECK(remark.rule.isEmpty());
    }
  }
}

TEST_CASE("what goes to many says nothing of one", "[assist][templates]") {
  for (const ReplyTemplate& one : ReplyTemplates::builtIn().all()) {
    const bool isForMany = one.channel == u"group" || one.situation == u"statement";
    if (!isForMany) continue;
    INFO(one.id().toStdString());
    CHECK_FALSE(one.text.contains(QStringLiteral("{owner}")));
    CHECK_FALSE(one.text.contains(QStringLiteral("{place}")));
  }
}

TEST_CASE("a matrix with a hole, an unknown word or a cell too many is refused",
          "[assist][templates]") {
  const auto changed = [](const char* channel, const char* situation, const QJsonValue& text) {
    QJsonObject file = QJsonDocument::fromJson(shipped()).object();
    QJsonObject cells = file[u"templates"].toObject();
    QJsonObject row = cells[QLatin1String(channel)].toObject();
    row[QLatin1String(situation)] = text;
    cells[QLatin1String(channel)] = row;
    file[u"templates"] = cells;
    return ReplyTemplates::fromJson(QJsonDocument(file).toJson());
  };
  CHECK(changed("sms", "done", QString()).error().detail.contains(QStringLiteral("sms.done")));
  CHECK(changed("sms", "done", QStringLiteral("{price}"))
            .error()
            .detail.contains(QStringLiteral("{price}")));
  CHECK(changed("fax", "done", QStringLiteral("x")).error().code == ErrorCode::Corrupt);
  CHECK(ReplyTemplates::fromJson("[]").error().code == ErrorCode::Corrupt);
}

TEST_CASE("channel and situation follow the ticket", "[assist][templates]") {
  CHECK(ReplyTemplates::channelFor(Channel::Phone) == QStringLiteral("sms"));
  CHECK(ReplyTemplates::channelFor(Channel::OwnersGroup) == QStringLiteral("group"));
  for (const Channel channel : allChannels) {
    CHECK(ReplyTemplates::channels().contains(ReplyTemplates::channelFor(channel)));
  }
  for (const Stage stage : allStages) {
    for (const bool isLate : {false, true}) {
      CHECK(ReplyTemplates::situations().contains(
          ReplyTemplates::situationFor(stage, isLate, false)));
    }
  }
  CHECK(ReplyTemplates::situationFor(Stage::Dispatched, true, false) == QStringLiteral("delayed"));
  CHECK(ReplyTemplates::situationFor(Stage::Callback, false, true) == QStringLiteral("missed"));
}
