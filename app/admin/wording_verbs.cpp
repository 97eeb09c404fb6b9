// SPDX-License-Identifier: GPL-3.0-or-later
// lint, emotion and facts: a line in, a JSON line out, as a filter in a pipe.
#include <QJsonArray>
#include <cstdio>
#include <functional>
#include <iostream>
#include <string>

#include "app/admin/verb.h"
#include "core/assist/emotion.h"
#include "core/assist/fact_check.h"
#include "core/assist/wording_lint.h"
#include "core/service/starter_files.h"

namespace yingda::admin {

Exit answerLines(const Session& session,
                 const std::function<QByteArray(const QString& line)>& answerTo) {
  if (!session.words().isEmpty()) {
    return session.misused(QStringLiteral("文字从标准输入读，一行一句；--help 有例子。"));
  }
  std::ios::sync_with_stdio(false);
  std::string line;
  bool isWritten = true;
  while (isWritten && std::getline(std::cin, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    QByteArray answer =
        answerTo(QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size())));
    answer += '\n';
    isWritten = std::fwrite(answer.constData(), 1, static_cast<size_t>(answer.size()), stdout) ==
                static_cast<size_t>(answer.size());
  }
  if (std::fflush(stdout) == 0 && isWritten) return Exit::Done;
  return session.refuse(QStringLiteral("结果写不出去：标准输出已满或已关闭。"));
}

namespace {

QByteArray compact(const QJsonObject& json) {
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject remarkJson(const Remark& remark) {
  static constexpr const char* promises[] = {"", "callback", "arrival"};
  return {{QStringLiteral("class"), QString(wordingClassLetter(remark.wordingClass))},
          {QStringLiteral("rule"), remark.rule},
          {QStringLiteral("severity"), remarkSeverityCode(remark.severity)},
          {QStringLiteral("from"), remark.from},
          {QStringLiteral("to"), remark.to},
          {QStringLiteral("text"), remark.text},
          {QStringLiteral("sentenceFrom"), remark.sentenceFrom},
          {QStringLiteral("sentenceTo"), remark.sentenceTo},
          {QStringLiteral("rewrite"), remark.rewrite},
          {QStringLiteral("reason"), remark.reason},
          {QStringLiteral("promise"), QLatin1String(promises[static_cast<int>(remark.promise)])},
          {QStringLiteral("promisedAt"),
           remark.promisedAt ? QJsonValue(toIso(*remark.promisedAt)) : QJsonValue()}};
}

QJsonObject factJson(const FactRemark& remark) {
  const bool isUnknown = remark.kind == FactRemark::Kind::UnknownCard;
  return {{QStringLiteral("kind"),
           isUnknown ? QStringLiteral("unknown_card") : QStringLiteral("contradiction")},
          {QStringLiteral("card"), remark.card},
          {QStringLiteral("sentence"), remark.sentence},
          {QStringLiteral("said"), remark.said},
          {QStringLiteral("cardSays"), remark.cardSays}};
}

std::optional<WordingField> fieldFrom(const QString& word) {
  if (word.isEmpty() || word == u"reply") return WordingField::Reply;
  if (word == u"note") return WordingField::Note;
  if (word == u"request") return WordingField::Request;
  if (word == u"spoken") return WordingField::Spoken;
  return std::nullopt;
}

}  // namespace

Exit runLint(Session& session) {
  const auto field = fieldFrom(session.options().value(QStringLiteral("field")));
  if (!field) {
    return session.misused(QStringLiteral("--field 是 reply、note、request 或 spoken。"));
  }
  const WordingLint& lint = WordingLint::builtIn();
  LintContext context;
  context.now = session.now();
  return answerLines(session, [&](const QString& line) -> QByteArray {
    const auto remarks = lint.lint(line, *field, context);
    if (remarks.empty()) return "{\"remarks\":[]}";
    QJsonArray rows;
    for (const Remark& remark : remarks) rows.append(remarkJson(remark));
    return compact({{QStringLiteral("remarks"), rows}});
  });
}

Exit runEmotion(Session& session) {
  const EmotionMeter& meter = EmotionMeter::builtIn();
  return answerLines(session, [&meter](const QString& line) {
    const EmotionReading reading = meter.read(line);
    QJsonObject answer{{QStringLiteral("level"), emotionLevelWord(reading.level)},
                       {QStringLiteral("probability"), reading.probability()},
                       {QStringLiteral("evidence"), QJsonArray::fromStringList(reading.evidence)}};
    if (!reading.abuse.isEmpty()) {
      answer.insert(QStringLiteral("abuse"), QJsonArray::fromStringList(reading.abuse));
    }
    return compact(answer);
  });
}

Exit runFacts(Session& session) {
  const auto starter = readStarter(builtInStarterFiles());
  if (!starter) return session.refuse(starter.error());
  const std::vector<FactCard>& cards = starter->factCards;
  return answerLines(session, [&cards](const QString& line) {
    QJsonArray rows;
    for (const FactRemark& remark : checkFacts({}, line, cards)) rows.append(factJson(remark));
    return compact(
        {{QStringLiteral("text"), withFacts(line, cards).text}, {QStringLiteral("remarks"), rows}});
  });
}

}  // namespace yingda::admin
