// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of the starter files. Unknown keys are ignored; a missing id or a broken file is an
// error.
#include "core/domain/starter_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "core/domain/sla_policy.h"

namespace yingda {

namespace {

QStringList listOf(const QJsonValue& value) {
  QStringList list;
  for (const QJsonValue& item : value.toArray()) list << item.toString();
  return list;
}

Result<QJsonArray> arrayIn(const StarterFiles& files, const char* file, const char* key) {
  const QByteArray bytes = files.value(QLatin1String(file));
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
  if (error.error != QJsonParseError::NoError || !document[QLatin1String(key)].isArray()) {
    return Error{ErrorCode::Corrupt, QLatin1String(file) % QStringLiteral(": ") %
                                         (error.error == QJsonParseError::NoError
                                              ? QStringLiteral("no list ") % QLatin1String(key)
                                              : error.errorString())};
  }
  return document[QLatin1String(key)].toArray();
}

void readCategories(const QJsonArray& rows, const QString& parent, const QString& path,
                    std::vector<Category>& out) {
  for (const QJsonValue& row : rows) {
    Category category;
    category.id = row[u"id"].toString();
    category.name = row[u"name"].toString();
    category.code = row[u"code"].toString();
    category.parent = parent;
    category.path =
        path.isEmpty() ? category.name : QString(path % QStringLiteral(" / ") % category.name);
    const QJsonArray children = row[u"children"].toArray();
    category.isLeaf = children.isEmpty();
    category.kind = kindFromText(row[u"kind"].toString()).value_or(Kind::Complaint);
    category.level = levelFromText(row[u"level"].toString()).value_or(Level::Yellow);
    category.department = row[u"department"].toString();
    category.repair = row[u"repair"].toString();
    category.attitude = row[u"attitude"].toBool();
    category.keywords = listOf(row[u"keywords"]);
    const QString id = category.id;
    const QString ownPath = category.path;
    out.push_back(std::move(category));
    readCategories(children, id, ownPath, out);
  }
}

Script readScript(const QJsonValue& row) {
  Script script;
  script.id = row[u"id"].toString();
  script.title = row[u"title"].toString();
  script.version = row[u"version"].toInt(1);
  script.kind = row[u"kind"].toString();
  script.categories = listOf(row[u"match"][u"categories"]);
  script.levels = listOf(row[u"match"][u"levels"]);
  script.kinds = listOf(row[u"match"][u"kinds"]);
  script.night = row[u"match"][u"night"].toBool();
  script.start = row[u"start"].toString();
  for (const QJsonValue& stepRow : row[u"steps"].toArray()) {
    ScriptStep step;
    step.id = stepRow[u"id"].toString();
    step.say = stepRow[u"say"].toString();
    step.sayVerified = stepRow[u"say_verified"].toString();
    step.hint = stepRow[u"hint"].toString();
    step.marks = listOf(stepRow[u"marks"]);
    step.field = stepRow[u"field"].toString();
    step.when = stepRow[u"when"].toObject();
    step.next = stepRow[u"next"].toString();
    for (const QJsonValue& answer : stepRow[u"answers"].toArray()) {
      step.answers.push_back(
          {answer[u"label"].toString(), answer[u"set"].toObject(), answer[u"next"].toString()});
    }
    script.steps.push_back(std::move(step));
  }
  return script;
}

SafetySituation readSituation(const QJsonValue& row) {
  SafetySituation situation;
  situation.id = row[u"id"].toString();
  situation.title = row[u"title"].toString();
  situation.category = row[u"category"].toString();
  situation.words = listOf(row[u"words"]);
  situation.doText = row[u"do"][u"text"].toString();
  situation.neverText = row[u"never"][u"text"].toString();
  situation.thenText = row[u"then"].toString();
  situation.call = listOf(row[u"call"]);
  situation.version = row[u"version"].toInt(1);
  for (const QJsonValue& questionRow : row[u"questions"].toArray()) {
    SafetyQuestion question{questionRow[u"ask"].toString(), {}};
    for (const QJsonValue& answer : questionRow[u"answers"].toArray()) {
      question.answers.push_back(
          {answer[u"label"].toString(), answer[u"set"].toObject(), listOf(answer[u"call"])});
    }
    situation.questions.push_back(std::move(question));
  }
  return situation;
}

void readSmallFiles(const QJsonArray& departments, const QJsonArray& equipment,
                    const QJsonArray& numbers, const QJsonArray& phrases, const QJsonArray& codes,
                    Starter& starter) {
  for (const QJsonValue& row : departments) {
    starter.departments.push_back({row[u"id"].toString(), row[u"name"].toString()});
  }
  for (const QJsonValue& row : equipment) {
    starter.equipment.push_back(
        {row[u"id"].toString(), row[u"name"].toString(), listOf(row[u"categories"])});
  }
  for (const QJsonValue& row : numbers) {
    starter.outsideNumbers.push_back({row[u"id"].toString(), row[u"name"].toString(),
                                      row[u"number"].toString(), row[u"when"].toString()});
  }
  for (const QJsonValue& row : phrases) {
    starter.phrases.push_back({row[u"id"].toString(), row[u"emotion"].toString(),
                               listOf(row[u"categories"]), row[u"text"].toString()});
  }
  for (const QJsonValue& row : codes) {
    starter.wrapUpCodes.push_back({row[u"digit"].toInt(), row[u"id"].toString(),
                                   row[u"name"].toString(), row[u"needs_ticket"].toBool()});
  }
}

QuickCode readQuickCode(const QJsonValue& row) {
  QuickCode code;
  code.digit = row[u"digit"].toInt();
  code.id = row[u"id"].toString();
  code.name = row[u"name"].toString();
  code.category = row[u"category"].toString();
  code.level = levelFromText(row[u"level"].toString()).value_or(Level::Yellow);
  code.title = row[u"title"].toString();
  return code;
}

Result<void> readArticles(const StarterFiles& files, Starter& starter) {
  QStringList names = files.keys();
  names.sort();
  for (const QString& name : names) {
    if (!name.startsWith(u"articles/") || !name.endsWith(u".md")) continue;
    auto article = readArticle(name, files.value(name));
    if (!article) return article.error();
    starter.articles.push_back(std::move(article).value());
  }
  return {};
}

Result<void> readCards(const StarterFiles& files, Starter& starter) {
  const auto policies = PolicySet::fromJson(files.value(QStringLiteral("sla_policies.json")));
  if (!policies) return policies.error();
  auto cards = readFactCards(files.value(QStringLiteral("fact_cards.json")), *policies,
                             starter.outsideNumbers);
  if (!cards) return cards.error();
  starter.factCards = std::move(*cards);
  return {};
}

QStringList splitList(const QString& text, QChar separator) {
  QStringList list;
  for (const QString& part : text.split(separator, Qt::SkipEmptyParts)) {
    if (!part.trimmed().isEmpty()) list << part.trimmed();
  }
  return list;
}

/// The sentence for the owner is the first bold line of the body.
void setBody(Article& article, const QString& body) {
  article.body = body;
  const QString lead = replyMark() % u' ';
  if (!body.startsWith(lead)) return;
  article.reply = body.mid(lead.size()).section(u'\n', 0, 0).trimmed();
}

}  // namespace

QString replyMark() { return QStringLiteral("**答复业主**"); }

Result<Article> readArticle(const QString& fileName, const QByteArray& bytes) {
  const QString text = QString::fromUtf8(bytes);
  const qsizetype end = text.indexOf(QStringLiteral("\n---\n"), 3);
  if (!text.startsWith(u"---\n") || end < 0) {
    return Error{ErrorCode::Corrupt, fileName % QStringLiteral(": no front matter")};
  }
  QHash<QString, QString> keys;
  for (const QString& line : text.mid(4, end - 4).split(u'\n')) {
    const qsizetype colon = line.indexOf(u':');
    if (colon > 0) keys.insert(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
  }
  Article article;
  article.id = keys.value(QStringLiteral("id"));
  article.title = keys.value(QStringLiteral("title"));
  if (article.id.isEmpty() || article.title.isEmpty()) {
    return Error{ErrorCode::Corrupt, fileName % QStringLiteral(": no id or title")};
  }
  article.version = std::max(1, keys.value(QStringLiteral("version")).toInt());
  article.direct = keys.value(QStringLiteral("layer")) != u"transfer";
  article.categories = splitList(keys.value(QStringLiteral("categories")), u',');
  article.keywords = splitList(keys.value(QStringLiteral("keywords")), u' ');
  article.reviewOn = localDayFromIso(keys.value(QStringLiteral("review")));
  setBody(article, text.mid(end + 5).trimmed());
  return article;
}

Result<Starter> readStarterAsWritten(const StarterFiles& files) {
  Starter starter;
  const auto categories = arrayIn(files, "categories.json", "categories");
  const auto departments = arrayIn(files, "departments.json", "departments");
  const auto equipment = arrayIn(files, "equipment.json", "equipment");
  const auto numbers = arrayIn(files, "outside_numbers.json", "numbers");
  const auto phrases = arrayIn(files, "phrases.json", "phrases");
  const auto codes = arrayIn(files, "wrapup.json", "codes");
  const auto quickCodes = arrayIn(files, "quick_entry.json", "codes");
  const auto scripts = arrayIn(files, "scripts.json", "scripts");
  const auto situations = arrayIn(files, "safety.json", "situations");
  const auto sop = arrayIn(files, "sop.json", "steps");
  for (const auto* part : {&categories, &departments, &equipment, &numbers, &phrases, &codes,
                           &quickCodes, &scripts, &situations, &sop}) {
    if (!*part) return part->error();
  }
  readCategories(*categories, {}, {}, starter.categories);
  readSmallFiles(*departments, *equipment, *numbers, *phrases, *codes, starter);
  for (const QJsonValue& row : *quickCodes) starter.quickCodes.push_back(readQuickCode(row));
  for (const QJsonValue& row : *scripts) starter.scripts.push_back(readScript(row));
  for (const QJsonValue& row : *situations) starter.safety.push_back(readSituation(row));
  for (const QJsonValue& row : *sop) {
    const auto stage = stageFromText(row[u"stage"].toString());
    if (!stage) return Error{ErrorCode::Corrupt, QStringLiteral("sop.json: stage")};
    starter.sop.push_back(
        {row[u"id"].toString(), *stage, listOf(row[u"categories"]), listOf(row[u"lines"])});
  }
  const auto articles = readArticles(files, starter);
  if (!articles) return articles.error();
  const auto cards = readCards(files, starter);
  if (!cards) return cards.error();
  return starter;
}

void fillBody(Article& article, const QString& body, const std::vector<FactCard>& cards) {
  const FilledFacts filled = withFacts(body, cards);
  article.factCards = filled.cards;
  // Some blanks of a single article are written out and have no card.
  article.awaitsFact = filled.awaitsValue || filled.text.contains(u"按项目填写】");
  article.reply.clear();
  setBody(article, filled.text);
}

void fillScript(Script& script, const std::vector<FactCard>& cards) {
  for (ScriptStep& step : script.steps) {
    for (QString* text : {&step.say, &step.sayVerified, &step.hint}) {
      *text = withFacts(*text, cards).text;
    }
  }
}

void fillFacts(Starter& starter) {
  const auto fill = [&](QString& text) { text = withFacts(text, starter.factCards).text; };
  for (Article& article : starter.articles) {
    const QString body = article.body;
    fillBody(article, body, starter.factCards);
  }
  for (Script& script : starter.scripts) fillScript(script, starter.factCards);
  for (Phrase& phrase : starter.phrases) fill(phrase.text);
  for (SafetySituation& situation : starter.safety) {
    for (QString* text : {&situation.doText, &situation.neverText, &situation.thenText}) {
      fill(*text);
    }
    for (SafetyQuestion& question : situation.questions) fill(question.ask);
  }
}

Result<Starter> readStarter(const StarterFiles& files) {
  auto starter = readStarterAsWritten(files);
  if (starter) fillFacts(*starter);
  return starter;
}

}  // namespace yingda
