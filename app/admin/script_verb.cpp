// SPDX-License-Identifier: GPL-3.0-or-later
// script: call scripts out as Twee 3, in as a draft, and whether every way through one ends.
#include <QFile>
#include <QJsonArray>

#include "app/admin/verb.h"
#include "core/domain/starter_reader.h"
#include "core/domain/twee.h"
#include "core/service/starter_files.h"

namespace yingda::admin {
namespace {

QString whyUnreadable(const QString& detail) {
  static const std::pair<const char*, const char*> words[] = {
      {"size", "文件太长"},
      {"passages", "一段也没有，或太多"},
      {"header", "第一段之前有字"},
      {"metadata", "段名后面的 {…} 不是 JSON"},
      {"story", "StoryData 不是 JSON"}};
  const QString line = detail.section(u':', 0, 0).section(u' ', 1);
  const QString code = detail.section(u':', 1).trimmed();
  for (const auto& [known, sentence] : words) {
    if (code == QLatin1String(known)) {
      return QStringLiteral("读不出这份话术，第 %1 行：%2。")
          .arg(line, QString::fromUtf8(sentence));
    }
  }
  return QStringLiteral("读不出这份话术：%1").arg(detail);
}

QJsonArray problemsJson(const std::vector<ScriptProblem>& problems) {
  QJsonArray rows;
  for (const ScriptProblem& one : problems) {
    QJsonObject row{{QStringLiteral("code"), scriptProblemCode(one.kind)},
                    {QStringLiteral("step"), one.step},
                    {QStringLiteral("detail"), one.detail}};
    if (one.answer >= 0) row.insert(QStringLiteral("answer"), one.answer + 1);
    rows.append(row);
  }
  return rows;
}

QString problemsText(const std::vector<ScriptProblem>& problems) {
  QStringList lines;
  for (const ScriptProblem& one : problems) {
    lines << QStringList{scriptProblemCode(one.kind), one.step, one.detail}.join(u' ').trimmed();
  }
  return lines.join(u'\n');
}

/// The script in a file; nothing, with the reason told, when it cannot be read.
std::optional<Script> scriptIn(Session& session, const QString& path, Exit& failure) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly) || file.size() > 4 * tweeTextMax) {
    failure = session.refuse(QStringLiteral("读不到这个文件：%1").arg(path.left(200)));
    return std::nullopt;
  }
  auto script = fromTwee(QString::fromUtf8(file.readAll()));
  if (!script) {
    failure = session.refuse(whyUnreadable(script.error().detail));
    return std::nullopt;
  }
  return std::move(*script);
}

/// The version in effect of the store, or what ships when there is no store.
Result<QString> tweeOf(Session& session, const QString& id) {
  if (session.hasStore()) {
    Backend* backend = session.store();
    if (!backend) return Error{ErrorCode::Io, QStringLiteral("store")};
    const auto piece = waited(backend->piece(scriptPieceId(id)));
    if (!piece) return piece.error();
    const ArticleVersion* standing = piece->history.inEffect(piece->today);
    if (!standing) return Error{ErrorCode::NotFound, QStringLiteral("script")};
    return standing->text.body;
  }
  const auto starter = readStarterAsWritten(builtInStarterFiles());
  if (!starter) return starter.error();
  const Script* script = starter->script(id);
  if (!script) return Error{ErrorCode::NotFound, QStringLiteral("script")};
  return toTwee(*script);
}

Exit exportScript(Session& session) {
  const QString id = session.word(1);
  const auto twee = tweeOf(session, id);
  if (!twee && twee.error().code == ErrorCode::NotFound) {
    return session.refuse(QStringLiteral("没有这份话术：%1").arg(id.left(80)));
  }
  if (!twee) return session.refuse(twee.error());
  const QString out = session.options().value(QStringLiteral("out"));
  if (!out.isEmpty()) {
    QFile file(out);
    const QByteArray bytes = twee->toUtf8();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        file.write(bytes) != bytes.size()) {
      return session.refuse(QStringLiteral("写不了这个文件：%1").arg(out.left(200)));
    }
  }
  return session.answer({{QStringLiteral("id"), id},
                         {QStringLiteral("file"), out},
                         {QStringLiteral("twee"), out.isEmpty() ? *twee : QString()}},
                        out.isEmpty() ? *twee : out);
}

Exit checkFile(Session& session) {
  Exit failure = Exit::Refused;
  const auto script = scriptIn(session, session.word(1), failure);
  if (!script) return failure;
  const auto problems = checkScript(*script);
  const QString text = problems.empty()
                           ? QStringLiteral("每步走得到，每条路走得完：%1 步，%2 条路。")
                                 .arg(script->steps.size())
                                 .arg(scriptPaths(*script))
                           : problemsText(problems);
  const Exit told = session.answer({{QStringLiteral("id"), script->id},
                                    {QStringLiteral("steps"), qint64(script->steps.size())},
                                    {QStringLiteral("paths"), scriptPaths(*script)},
                                    {QStringLiteral("problems"), problemsJson(problems)}},
                                   text);
  return problems.empty() ? told : Exit::Refused;
}

Exit importFile(Session& session) {
  Exit failure = Exit::Refused;
  const auto script = scriptIn(session, session.word(1), failure);
  if (!script) return failure;
  Backend* backend = session.store();
  if (!backend || !session.signIn()) return session.failure();
  const QString id = script->id.isEmpty() ? QString() : scriptPieceId(script->id);
  const bool isKnown = !id.isEmpty() && waited(backend->piece(id)).has_value();
  const ArticleText text{script->title, toTwee(*script), script->categories, {}, true};
  const auto written =
      waited(backend->writePiece(isKnown ? id : QString(), PieceForm::Script, text));
  if (!written) return session.refuse(written.error());
  const ArticleVersion* open = written->history.inWork();
  const int number = open ? open->number : written->history.versions.back().number;
  return session.answer(
      {{QStringLiteral("id"), scriptIdOf(written->id)},
       {QStringLiteral("number"), number},
       {QStringLiteral("isDraft"), open != nullptr},
       {QStringLiteral("problems"), problemsJson(written->problems)}},
      open ? QStringLiteral("存成草稿：%1，第 %2 版").arg(script->title).arg(number)
           : QStringLiteral("和现行版一样，没有改动。"));
}

}  // namespace

Exit runScript(Session& session) {
  const QString act = session.word(0);
  const bool isKnown = act == u"export" || act == u"import" || act == u"check";
  if (!isKnown || session.words().size() != 2) {
    return session.misused(
        QStringLiteral("用法：script export 编号，script import|check 文件.twee"));
  }
  if (act == u"export") return exportScript(session);
  return act == u"check" ? checkFile(session) : importFile(session);
}

}  // namespace yingda::admin
