// SPDX-License-Identifier: GPL-3.0-or-later
// drill: checks scenarios, plays a trainee's answers or a bot, and says what it was worth.
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>
#include <cstdlib>

#include "app/admin/drill_text.h"
#include "app/admin/verb.h"
#include "core/service/starter_files.h"
#include "core/training/drill_answers.h"
#include "core/training/drill_bot.h"
#include "core/training/scenario_check.h"
#include "core/training/shipped_scenarios.h"

namespace yingda::admin {
namespace {

constexpr int seedsMax = 100'000;

/// A text that a trainer handed over, at most one byte longer than is read.
std::optional<QByteArray> textOf(const QString& path) {
  // A pipe or a device could go on for ever.
  if (!QFileInfo(path).isFile()) return std::nullopt;
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  return file.read(scenarioBytesMax + 1);
}

/// A file, or a shipped scenario by its id.
std::optional<QByteArray> scenarioText(const QString& name) {
  if (auto text = textOf(name)) return text;
  const auto shipped = shippedScenarios();
  const auto known = shipped.find(name);
  return known == shipped.end() ? std::nullopt : std::optional(known.value());
}

QString noFile(const QString& name) {
  return QStringLiteral("读不到这个文件，也没有叫这个编号的场景：%1").arg(name.left(80));
}

QJsonArray problemsJson(const std::vector<ScenarioProblem>& problems) {
  QJsonArray rows;
  for (const ScenarioProblem& problem : problems) {
    rows.append(QJsonObject{{QStringLiteral("line"), problem.line},
                            {QStringLiteral("column"), problem.column},
                            {QStringLiteral("kind"), scenarioProblemCode(problem.kind)},
                            {QStringLiteral("text"), problemText(problem)}});
  }
  return rows;
}

/// What to mend first: a fault with a line is the cause of those of the whole file.
QString firstText(const std::vector<ScenarioProblem>& problems) {
  for (const ScenarioProblem& problem : problems) {
    if (problem.line > 0) return problemText(problem);
  }
  return problems.empty() ? QString() : problemText(problems.front());
}

Exit check(Session& session, const Starter& starter) {
  QMap<QString, QByteArray> texts;
  for (const QString& name : session.words().mid(1)) {
    const auto text = scenarioText(name);
    if (!text) return session.refuse(noFile(name));
    texts.insert(name, *text);
  }
  if (texts.isEmpty()) texts = shippedScenarios();
  QJsonArray rows;
  QStringList lines;
  qsizetype count = 0;
  QString first;
  for (auto it = texts.begin(); it != texts.end(); ++it) {
    const CheckedScenario checked = checkScenario(it.value(), starter);
    rows.append(QJsonObject{{QStringLiteral("file"), it.key()},
                            {QStringLiteral("title"), checked.scenario.title},
                            {QStringLiteral("problems"), problemsJson(checked.problems)}});
    lines << it.key() % QStringLiteral("  ") % checked.scenario.title %
                 (checked.isPlayable() ? QStringLiteral("  通过") : QString());
    for (const ScenarioProblem& problem : checked.problems) {
      lines << QStringLiteral("  ") % problemText(problem);
    }
    if (first.isEmpty()) first = firstText(checked.problems);
    count += static_cast<qsizetype>(checked.problems.size());
  }
  const Exit said = session.answer({{QStringLiteral("scenarios"), rows}}, lines.join(u'\n'));
  if (said != Exit::Done || count == 0) return said;
  return session.refuse(QStringLiteral("有 %1 处要改。%2").arg(count).arg(first));
}

QJsonObject scoreJson(const DrillScore& score) {
  QJsonArray dimensions;
  for (const DimensionScore& each : score.dimensions) {
    dimensions.append(QJsonObject{{QStringLiteral("id"), each.id},
                                  {QStringLiteral("name"), each.name},
                                  {QStringLiteral("score"), each.score},
                                  {QStringLiteral("max"), each.max}});
  }
  QJsonArray evidence;
  for (const DrillEvidence& row : score.evidence) {
    evidence.append(
        QJsonObject{{QStringLiteral("turn"), row.turn},
                    {QStringLiteral("seconds"), static_cast<double>(row.at.count()) / 1000},
                    {QStringLiteral("dimension"), row.dimension},
                    {QStringLiteral("points"), row.points},
                    {QStringLiteral("rule"), row.rule},
                    {QStringLiteral("returned"), row.isReturn},
                    {QStringLiteral("quote"), row.quote},
                    {QStringLiteral("reason"), row.reason},
                    {QStringLiteral("instead"), row.instead}});
  }
  return {{QStringLiteral("score"), score.score},
          {QStringLiteral("fatal"), QJsonArray::fromStringList(score.fatal)},
          {QStringLiteral("dimensions"), dimensions},
          {QStringLiteral("evidence"), evidence},
          {QStringLiteral("end"), drillEndCode(score.end)}};
}

QString timeText(Milliseconds at) {
  const qint64 seconds = at.count() / 1000;
  return QStringLiteral("%1:%2")
      .arg(seconds / 60, 2, 10, QChar(u'0'))
      .arg(seconds % 60, 2, 10, QChar(u'0'));
}

/// The whole talk and what it was worth.
template <class Played>
QString talkText(const Scenario& scenario, const Played& drill) {
  QStringList lines{scenario.title, QStringLiteral("00:00  ") % scenario.persona.callName %
                                        QStringLiteral("  ") % drill.opening};
  for (const DrillTurn& turn : drill.turns) {
    lines << timeText(turn.at) % QStringLiteral("  我 %1  ").arg(turn.number) % turn.said %
                 QStringLiteral("  [情绪 %1 → %2]").arg(turn.angerBefore).arg(turn.angerAfter);
    lines << QStringLiteral("       ") % scenario.persona.callName % QStringLiteral("  ") %
                 turn.answer;
  }
  const DrillScore& score = drill.score;
  lines << QStringLiteral("%1 分，%2").arg(score.score).arg(drillEndWord(score.end));
  for (const DimensionScore& each : score.dimensions) {
    lines << QStringLiteral("  %1 %2/%3").arg(each.name).arg(each.score).arg(each.max);
  }
  for (const DrillEvidence& row : score.evidence) {
    if (row.points >= 0 && !row.isReturn) continue;
    QString line = (row.isReturn ? QStringLiteral("  +%1  ") : QStringLiteral("  −%1  "))
                       .arg(std::abs(row.points)) %
                   row.reason;
    if (row.turn > 0) line += QStringLiteral("（第 %1 轮 %2）").arg(row.turn).arg(timeText(row.at));
    if (!row.quote.isEmpty()) {
      line += row.isSaid ? QStringLiteral("「") % row.quote % QStringLiteral("」")
                         : QStringLiteral("（") % row.quote % QStringLiteral("）");
    }
    if (!row.instead.isEmpty()) line += QStringLiteral(" 可以这样说：") % row.instead;
    lines << line;
  }
  return lines.join(u'\n');
}

Exit runAnswers(Session& session, const Scenario& scenario, const DrillRules& rules) {
  const QString path = session.options().value(QStringLiteral("answers"));
  const auto text = textOf(path);
  if (!text) return session.refuse(QStringLiteral("读不到应答文件：%1").arg(path.left(80)));
  const DrillAnswers answers = readDrillAnswers(*text);
  if (!answers.problems.empty()) {
    return session.refuse(QStringLiteral("应答文件") % problemText(answers.problems.front()));
  }
  bool isNumber = true;
  quint64 seed = 1;
  if (session.options().isSet(QStringLiteral("seed"))) {
    seed = session.options().value(QStringLiteral("seed")).toULongLong(&isNumber);
  }
  if (!isNumber) return session.misused(QStringLiteral("--seed 是一个整数。"));
  const AnsweredDrill drill = playAnswers(scenario, rules, answers, seed);
  if (!drill.problems.empty()) {
    return session.refuse(QStringLiteral("应答文件") % problemText(drill.problems.front()));
  }
  return session.answer(scoreJson(drill.score), talkText(scenario, drill));
}

/// Scores and ends of many drills.
struct BotTally {
  int least = 100;
  int most = 0;
  qint64 sum = 0;
  QMap<QString, int> ends;
};

QJsonObject tallyJson(const Scenario& scenario, const BotTally& tally, int seeds) {
  QJsonObject ends;
  for (auto it = tally.ends.begin(); it != tally.ends.end(); ++it)
    ends.insert(it.key(), it.value());
  return {{QStringLiteral("id"), scenario.id},
          {QStringLiteral("title"), scenario.title},
          {QStringLiteral("mean"), static_cast<double>(tally.sum) / seeds},
          {QStringLiteral("least"), tally.least},
          {QStringLiteral("most"), tally.most},
          {QStringLiteral("ends"), ends}};
}

Exit runBot(Session& session, const std::vector<Scenario>& scenarios, const DrillRules& rules) {
  const auto bot = drillBotFromName(session.options().value(QStringLiteral("bot")));
  if (!bot) {
    return session.misused(QStringLiteral("--bot 是 perfect、ordinary、vague、silent 或 rude。"));
  }
  int seeds = 100;
  if (session.options().isSet(QStringLiteral("seeds"))) {
    seeds = session.options().value(QStringLiteral("seeds")).toInt();
  }
  if (seeds < 1 || seeds > seedsMax) {
    return session.misused(QStringLiteral("--seeds 是 1 到 100000。"));
  }
  QJsonArray rows;
  QStringList lines;
  for (const Scenario& scenario : scenarios) {
    BotTally tally;
    QString talk;
    for (int seed = 1; seed <= seeds; ++seed) {
      const BotDrill played = playDrill(scenario, rules, *bot, static_cast<quint64>(seed));
      const DrillScore& score = played.score;
      if (seeds == 1) talk = talkText(scenario, played);
      tally.least = std::min(tally.least, score.score);
      tally.most = std::max(tally.most, score.score);
      tally.sum += score.score;
      ++tally.ends[drillEndCode(score.end)];
    }
    rows.append(tallyJson(scenario, tally, seeds));
    if (!talk.isEmpty()) lines << talk;
    QStringList ends;
    for (const DrillEnd end : allDrillEnds) {
      const int count = tally.ends.value(drillEndCode(end));
      if (count > 0) ends << drillEndWord(end) % u' ' % QString::number(count);
    }
    lines << QStringLiteral("%1  平均 %2，最低 %3，最高 %4；%5")
                 .arg(scenario.title)
                 .arg(static_cast<double>(tally.sum) / seeds, 0, 'f', 1)
                 .arg(tally.least)
                 .arg(tally.most)
                 .arg(ends.join(u'，'));
  }
  return session.answer({{QStringLiteral("bot"), drillBotName(*bot)},
                         {QStringLiteral("seeds"), seeds},
                         {QStringLiteral("scenarios"), rows}},
                        lines.join(u'\n'));
}

Exit play(Session& session, const DrillRules& rules) {
  const QStringList names = session.words().mid(1);
  const bool isBot = session.options().isSet(QStringLiteral("bot"));
  if (isBot == session.options().isSet(QStringLiteral("answers")) || names.size() > 1 ||
      (!isBot && names.size() != 1)) {
    return session.misused(QStringLiteral(
        "用法：drill run 文件 --answers 文件 --seed 数，或 drill run [文件] --bot 名 --seeds 数"));
  }
  QMap<QString, QByteArray> texts;
  if (names.isEmpty()) {
    texts = shippedScenarios();
  } else {
    const auto text = scenarioText(names.front());
    if (!text) return session.refuse(noFile(names.front()));
    texts.insert(names.front(), *text);
  }
  std::vector<Scenario> scenarios;
  for (auto it = texts.begin(); it != texts.end(); ++it) {
    CheckedScenario checked = checkScenario(it.value(), rules.starter);
    if (!checked.isPlayable()) {
      return session.refuse(QStringLiteral("%1 还不能演练：").arg(it.key().left(80)) %
                            firstText(checked.problems));
    }
    scenarios.push_back(std::move(checked.scenario));
  }
  return isBot ? runBot(session, scenarios, rules) : runAnswers(session, scenarios.front(), rules);
}

}  // namespace

Exit runDrill(Session& session) {
  auto starter = readStarter(builtInStarterFiles());
  if (!starter) return session.refuse(starter.error());
  auto engine = builtInEngine(*starter, QStringLiteral("shipped"));
  if (!engine) return session.refuse(engine.error());
  const DrillRules rules{*starter, *engine, WordingLint::builtIn(), builtInLintWords(),
                         ScoreCard::builtIn()};
  if (session.word(0) == u"check") return check(session, *starter);
  if (session.word(0) == u"run") return play(session, rules);
  return session.misused(
      QStringLiteral("用法：drill check 文件，或 drill run 文件 --answers 文件 --seed 数"));
}

}  // namespace yingda::admin
