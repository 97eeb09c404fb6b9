// SPDX-License-Identifier: GPL-3.0-or-later
// milestones and search: a computation without a store, and the one search box.
#include <QJsonArray>
#include <QJsonDocument>

#include "app/admin/refusal.h"
#include "app/admin/ticket_json.h"
#include "app/admin/verb.h"
#include "core/domain/milestone_json.h"
#include "core/domain/ticket_milestones.h"
#include "core/service/starter_files.h"

namespace yingda::admin {

/// The domain names what it could not read by a code and the word itself.
QString whyUnreadable(const QString& detail) {
  static const std::pair<const char*, const char*> words[] = {
      {"unknown level: ", "没有这个级别：%1。级别是 红、橙、黄、绿。"},
      {"no time: ", "看不懂这个时间：%1。例：2026-02-28T16:30"},
      {"unknown kind of event: ", "没有这种事件：%1。例：confirmed@2026-02-28T16:33"}};
  for (const auto& [code, sentence] : words) {
    if (!detail.startsWith(QLatin1String(code))) continue;
    return QString::fromUtf8(sentence).arg(detail.mid(static_cast<int>(qstrlen(code))));
  }
  return QStringLiteral("看不懂：%1").arg(detail);
}

Exit runMilestones(Session& session) {
  auto starter = readStarter(builtInStarterFiles());
  if (!starter) return session.refuse(starter.error());
  QString policy = session.options().value(QStringLiteral("policy"));
  const QString calendar = session.options().value(QStringLiteral("calendar"));
  if (policy.isEmpty()) policy = QStringLiteral("reference");
  auto engine = builtInEngine(*starter, policy, calendar);
  if (!engine) {
    return session.refuse(engine.error().detail == u"policy"
                              ? QStringLiteral("没有这个时限方案：%1").arg(policy.left(40))
                              : QStringLiteral("没有这个日历：%1").arg(calendar.left(40)));
  }
  const Starter& data = *starter;
  const auto traits = [&data](const QString& id) {
    return id == u"attitude" ? CategoryTraits{true, {}} : traitsOf(data, id);
  };
  const QCommandLineParser& options = session.options();
  if (options.value(QStringLiteral("level")).isEmpty() ||
      options.value(QStringLiteral("received")).isEmpty()) {
    return session.misused(QStringLiteral("用法：milestones --level 红|橙|黄|绿 --received 时间"));
  }
  const QString category = options.value(QStringLiteral("category"));
  if (!category.isEmpty() && category != u"attitude" && !data.category(category)) {
    return session.refuse(QStringLiteral("没有这个类别：%1").arg(category.left(80)));
  }
  const auto input = inputFromCli(options.value(QStringLiteral("level")),
                                  options.value(QStringLiteral("received")),
                                  options.values(QStringLiteral("event")), category,
                                  options.value(QStringLiteral("channel")), traits);
  if (!input) return session.refuse(whyUnreadable(input.error().detail.left(200)));
  const Instant now = session.now();
  QStringList lines;
  for (const Milestone& milestone : engine->milestones(*input, now)) {
    if (milestone.state == MilestoneState::NotApplicable) continue;
    lines << milestone.id % QStringLiteral("  ") % milestoneText(milestone);
  }
  return session.answer({{QStringLiteral("milestones"), milestonesJson(*engine, *input, now)}},
                        lines.join(u'\n'));
}

namespace {

/// What both ways of asking give back.
struct Found {
  QJsonObject json;
  QString text;
};

Found foundIn(const SearchAnswer& answer) {
  static constexpr const char* kinds[] = {"household", "ticket", "article", "script", "phrase"};
  QJsonArray hits;
  QStringList lines;
  for (const SearchHit& hit : answer.hits) {
    hits.append(
        QJsonObject{{QStringLiteral("kind"), QLatin1String(kinds[static_cast<int>(hit.kind)])},
                    {QStringLiteral("id"), hit.id},
                    {QStringLiteral("title"), hit.title},
                    {QStringLiteral("snippet"), hit.detail},
                    {QStringLiteral("score"), hit.score}});
    lines << hit.title % QStringLiteral("  ") % hit.detail;
  }
  if (lines.isEmpty()) lines << QStringLiteral("没有找到。");
  return {{{QStringLiteral("hits"), hits}, {QStringLiteral("milliseconds"), answer.milliseconds}},
          lines.join(u'\n')};
}

/// One query a line, one JSON object a line: a query that is refused says so in its own line.
Exit searchLines(Session& session, Backend& backend, SearchQuery query) {
  return answerLines(session, [&backend, &query](const QString& line) {
    query.text = line;
    const auto answer = waited(backend.search(query));
    QJsonObject json = answer ? foundIn(*answer).json
                              : QJsonObject{{QStringLiteral("hits"), QJsonArray()},
                                            {QStringLiteral("milliseconds"), 0},
                                            {QStringLiteral("error"),
                                             QLatin1String(errorCodeName(answer.error().code))}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
  });
}

}  // namespace

Exit runSearch(Session& session) {
  SearchQuery query;
  query.text = session.words().join(u' ');
  const QString in = session.options().value(QStringLiteral("in"));
  if (!in.isEmpty() && in != u"all") {
    query.tickets = in == u"tickets";
    query.articles = in == u"articles";
    query.households = in == u"households";
    if (!query.tickets && !query.articles && !query.households) {
      return session.misused(QStringLiteral("--in 是 tickets、articles、households 或 all。"));
    }
  }
  if (session.options().isSet(QStringLiteral("limit"))) {
    query.limit = session.options().value(QStringLiteral("limit")).toInt();
    if (query.limit < 1 || query.limit > 1000) {
      return session.misused(QStringLiteral("--limit 是 1 到 1000。"));
    }
  }
  Backend* backend = session.store();
  if (!backend) return session.failure();
  if (session.words().isEmpty()) return searchLines(session, *backend, query);
  const auto answer = waited(backend->search(query));
  if (!answer) return session.refuse(answer.error());
  const Found found = foundIn(*answer);
  return session.answer(found.json, found.text);
}

}  // namespace yingda::admin
