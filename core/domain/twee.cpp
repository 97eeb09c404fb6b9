// SPDX-License-Identifier: GPL-3.0-or-later
// Writing passages and reading them back. A backslash takes the meaning from what follows it.
#include "core/domain/twee.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>
#include <optional>

namespace yingda {

namespace {

constexpr QStringView special = u"\\[]{}<>|";

Error invalid(qsizetype line, const char* why) {
  return {ErrorCode::Invalid, QStringLiteral("line %1: %2").arg(line).arg(QLatin1String(why))};
}

bool isControl(QChar c) {
  return c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
         c == QChar::ParagraphSeparator;
}

/// A name or a label on one line.
QString escaped(const QString& text) {
  QString result;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    const bool isAtEdge = i == 0 || i + 1 == text.size();
    const bool isColon = c == u':' && i == 0;
    if (isControl(c) || (c.isSpace() && isAtEdge)) {
      result += QStringLiteral("\\u") % QString::number(c.unicode(), 16).rightJustified(4, u'0');
    } else if (special.contains(c) || isColon) {
      result += u'\\';
      result += c;
    } else {
      result += c;
    }
  }
  return result;
}

QString unescaped(QStringView text) {
  constexpr int digits = 4;
  QString result;
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] != u'\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    ++i;
    bool isNumber = false;
    const uint code = text.mid(i + 1, digits).toUInt(&isNumber, 16);
    const bool isCode = text[i] == u'u' && text.size() > i + digits && isNumber;
    result += isCode ? QChar(static_cast<char16_t>(code)) : text[i];
    if (isCode) i += digits;
  }
  return result;
}

/// Where the word begins that no backslash stands before; -1 without one.
qsizetype plainIndexOf(QStringView text, QStringView word, qsizetype from = 0) {
  for (qsizetype i = from; i + word.size() <= text.size(); ++i) {
    if (text[i] == u'\\') {
      ++i;
    } else if (text.mid(i, word.size()) == word) {
      return i;
    }
  }
  return -1;
}

QString linkLine(const QString& label, const QString& target) {
  return QStringLiteral("[[") % escaped(label) % QStringLiteral("->") % escaped(target) %
         QStringLiteral("]]\n");
}

/// A sentence with such characters stands in the metadata, where they have a spelling.
bool fitsBody(const QString& say) {
  return std::none_of(say.begin(), say.end(), [](QChar c) { return c != u'\n' && isControl(c); });
}

QString bodyOf(const QString& say) {
  if (say.isEmpty() || !fitsBody(say)) return {};
  QString body;
  for (const QString& line : say.split(u'\n')) {
    const bool isRead = line.startsWith(u"::") || line.startsWith(u'\\') ||
                        QStringView(line).trimmed().startsWith(u"[[");
    body += (isRead ? QStringLiteral("\\") : QString()) % line % u'\n';
  }
  return body;
}

QJsonObject metadataOf(const ScriptStep& step) {
  QJsonObject metadata;
  const auto put = [&](const char* key, const QString& value) {
    if (!value.isEmpty()) metadata.insert(QLatin1String(key), value);
  };
  put("say_verified", step.sayVerified);
  put("hint", step.hint);
  put("field", step.field);
  if (!step.when.isEmpty()) metadata.insert(QStringLiteral("when"), step.when);
  if (!fitsBody(step.say)) metadata.insert(QStringLiteral("say"), step.say);
  if (!step.marks.isEmpty()) {
    metadata.insert(QStringLiteral("marks"), QJsonArray::fromStringList(step.marks));
  }
  QJsonArray sets;
  bool hasSet = false;
  for (const ScriptAnswer& answer : step.answers) {
    sets.append(answer.set);
    hasSet |= !answer.set.isEmpty();
  }
  if (hasSet) metadata.insert(QStringLiteral("set"), sets);
  return metadata;
}

QString compact(const QJsonObject& object) {
  return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject storyOf(const Script& script) {
  // Editors ask for an id of this form; the same script has the same one everywhere.
  const QUuid space(QStringLiteral("{0b1a4c52-6f0e-5b0b-8f0c-2a7c5d1e9f42}"));
  const QString ifid =
      QUuid::createUuidV5(space, script.id.toUtf8()).toString(QUuid::WithoutBraces).toUpper();
  const QJsonObject own{
      {QStringLiteral("id"), script.id},
      {QStringLiteral("version"), script.version},
      {QStringLiteral("kind"), script.kind},
      {QStringLiteral("start"), script.start},
      {QStringLiteral("categories"), QJsonArray::fromStringList(script.categories)},
      {QStringLiteral("levels"), QJsonArray::fromStringList(script.levels)},
      {QStringLiteral("kinds"), QJsonArray::fromStringList(script.kinds)},
      {QStringLiteral("night"), script.night}};
  return {{QStringLiteral("ifid"), ifid},
          {QStringLiteral("start"), script.start},
          {QStringLiteral("yingda"), own}};
}

QStringList listOf(const QJsonValue& value) {
  QStringList list;
  for (const QJsonValue& item : value.toArray()) list << item.toString();
  return list;
}

/// A passage as it stands in the file.
struct Passage {
  QString rawName;
  QString name;
  QJsonObject metadata;
  QStringList lines;
  qsizetype line = 0;
};

Result<Passage> headerIn(const QString& line, qsizetype number) {
  Passage passage;
  passage.line = number;
  QStringView rest = QStringView(line).mid(2).trimmed();
  const qsizetype brace = plainIndexOf(rest, u"{");
  if (brace >= 0) {
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(rest.mid(brace).toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !json.isObject()) {
      return invalid(number, "metadata");
    }
    passage.metadata = json.object();
    rest = rest.left(brace).trimmed();
  }
  const qsizetype tags = plainIndexOf(rest, u"[");
  if (tags >= 0) rest = rest.left(tags).trimmed();
  passage.rawName = rest.toString();
  passage.name = unescaped(rest);
  return passage;
}

Result<std::vector<Passage>> passagesIn(const QString& text) {
  std::vector<Passage> passages;
  qsizetype number = 0;
  for (QString line : text.split(u'\n')) {
    ++number;
    if (line.endsWith(u'\r')) line.chop(1);
    if (line.startsWith(u"::")) {
      if (passages.size() >= tweePassagesMax) return invalid(number, "passages");
      auto passage = headerIn(line, number);
      if (!passage) return passage.error();
      passages.push_back(std::move(*passage));
    } else if (!passages.empty()) {
      passages.back().lines << line;
    } else if (!line.trimmed().isEmpty()) {
      return invalid(number, "header");
    }
  }
  return passages;
}

struct Link {
  QString label;
  QString target;
  bool isPlain = false;  ///< [[step]]: no words of its own
};

/// [[label->target]], [[target<-label]], [[label|target]] or [[target]], alone on its line.
std::optional<Link> linkIn(const QString& line) {
  const QStringView text = QStringView(line).trimmed();
  if (!text.startsWith(u"[[")) return std::nullopt;
  const qsizetype end = plainIndexOf(text, u"]]", 2);
  if (end < 0 || end + 2 != text.size()) return std::nullopt;
  const QStringView inner = text.mid(2, end - 2);
  const auto part = [&](QStringView arrow, bool isTargetLast) -> std::optional<Link> {
    const qsizetype at = plainIndexOf(inner, arrow);
    if (at < 0) return std::nullopt;
    const QString left = unescaped(inner.left(at).trimmed());
    const QString right = unescaped(inner.mid(at + arrow.size()).trimmed());
    return isTargetLast ? Link{left, right, false} : Link{right, left, false};
  };
  if (auto link = part(u"->", true)) return link;
  if (auto link = part(u"<-", false)) return link;
  if (auto link = part(u"|", true)) return link;
  return Link{{}, unescaped(inner.trimmed()), true};
}

void readLinks(Passage& passage, ScriptStep& step) {
  std::vector<Link> links;
  while (!passage.lines.isEmpty()) {
    const auto link = linkIn(passage.lines.last());
    if (!link) break;
    links.insert(links.begin(), *link);
    passage.lines.removeLast();
  }
  for (const Link& link : links) {
    if (link.isPlain) {
      step.next = link.target;
    } else {
      step.answers.push_back({link.label, {}, link.target});
    }
  }
}

ScriptStep stepIn(Passage passage, bool isOurs) {
  ScriptStep step;
  step.id = passage.name;
  // The writer puts one empty line behind each passage; others put any number.
  if (!passage.lines.isEmpty() && passage.lines.last().isEmpty()) passage.lines.removeLast();
  while (!isOurs && !passage.lines.isEmpty() && passage.lines.last().trimmed().isEmpty()) {
    passage.lines.removeLast();
  }
  readLinks(passage, step);
  for (QString& line : passage.lines) {
    if (line.startsWith(u'\\')) line.remove(0, 1);
  }
  step.say = passage.lines.join(u'\n');
  if (!isOurs) step.say = step.say.trimmed();
  const QJsonObject& metadata = passage.metadata;
  if (metadata.contains(u"say")) step.say = metadata[u"say"].toString();
  step.sayVerified = metadata[u"say_verified"].toString();
  step.hint = metadata[u"hint"].toString();
  step.field = metadata[u"field"].toString();
  step.when = metadata[u"when"].toObject();
  step.marks = listOf(metadata[u"marks"]);
  const QJsonArray sets = metadata[u"set"].toArray();
  for (size_t i = 0; i < step.answers.size(); ++i) {
    step.answers[i].set = sets.at(static_cast<qsizetype>(i)).toObject();
  }
  return step;
}

Result<bool> readStory(const Passage& passage, Script& script) {
  QJsonParseError error;
  const auto json = QJsonDocument::fromJson(passage.lines.join(u'\n').toUtf8(), &error);
  if (error.error != QJsonParseError::NoError) return invalid(passage.line, "story");
  script.start = json[u"start"].toString();
  const QJsonValue own = json[u"yingda"];
  if (!own.isObject()) return false;
  script.id = own[u"id"].toString();
  script.version = own[u"version"].toInt(1);
  script.kind = own[u"kind"].toString();
  script.start = own[u"start"].toString();
  script.categories = listOf(own[u"categories"]);
  script.levels = listOf(own[u"levels"]);
  script.kinds = listOf(own[u"kinds"]);
  script.night = own[u"night"].toBool();
  return true;
}

}  // namespace

QString toTwee(const Script& script) {
  QString text = QStringLiteral(":: StoryTitle\n") % escaped(script.title) %
                 QStringLiteral("\n\n:: StoryData\n") %
                 QString::fromUtf8(QJsonDocument(storyOf(script)).toJson(QJsonDocument::Indented)) %
                 u'\n';
  for (const ScriptStep& step : script.steps) {
    QString name = escaped(step.id);
    if (name.startsWith(u"Story")) name.prepend(u'\\');
    text += QStringLiteral(":: ") % name;
    if (const QJsonObject metadata = metadataOf(step); !metadata.isEmpty()) {
      text += u' ' % compact(metadata);
    }
    text += u'\n' % bodyOf(step.say);
    for (const ScriptAnswer& answer : step.answers) text += linkLine(answer.label, answer.next);
    if (!step.next.isEmpty()) {
      text += QStringLiteral("[[") % escaped(step.next) % QStringLiteral("]]\n");
    }
    text += u'\n';
  }
  return text;
}

Result<Script> fromTwee(const QString& text) {
  if (text.size() > tweeTextMax) return invalid(1, "size");
  auto passages = passagesIn(text);
  if (!passages) return passages.error();
  if (passages->empty()) return invalid(1, "passages");
  Script script;
  bool isOurs = false;
  for (const Passage& passage : *passages) {
    if (passage.rawName == u"StoryTitle") {
      script.title = unescaped(passage.lines.value(0));
    } else if (passage.rawName == u"StoryData") {
      const auto read = readStory(passage, script);
      if (!read) return read.error();
      isOurs = *read;
    }
  }
  // Both end with the empty line behind the last passage.
  if (passages->back().lines.size() > 1) passages->back().lines.removeLast();
  for (Passage& passage : *passages) {
    const bool isOwnStory = passage.rawName.startsWith(u"Story");
    if (!isOwnStory) script.steps.push_back(stepIn(std::move(passage), isOurs));
  }
  if (script.start.isEmpty() && !isOurs && !script.steps.empty()) {
    script.start = script.steps.front().id;
  }
  return script;
}

}  // namespace yingda
