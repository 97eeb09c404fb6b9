// SPDX-License-Identifier: GPL-3.0-or-later
// The English texts are whole: nothing unfinished, nothing left in Chinese, no sentence forgotten.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QXmlStreamReader>
#include <algorithm>
#include <vector>

#include "tests/runner/printers.h"

namespace {

struct Message {
  QString context;
  QString source;
  QString translation;
  QString state;
};

struct Marked {
  QString file;
  QString source;
};

/// Han, its punctuation and the full-width forms.
const QRegularExpression& chinese() {
  static const QRegularExpression expression(QStringLiteral(
      "[\\x{2e80}-\\x{303f}\\x{3400}-\\x{9fff}\\x{f900}-\\x{faff}\\x{ff00}-\\x{ffef}]|"
      "[\\x{20000}-\\x{3ffff}]"));
  return expression;
}

QString readAll(const QString& path) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::ReadOnly));
  return QString::fromUtf8(file.readAll());
}

const std::vector<Message>& messages() {
  static const std::vector<Message> all = [] {
    std::vector<Message> read;
    Message message;
    QXmlStreamReader xml(readAll(QStringLiteral(YINGDA_SOURCE_DIR "/resources/i18n/yingda_en.ts")));
    while (!xml.atEnd()) {
      if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"message") {
        read.push_back(message);
        message = {message.context, {}, {}, {}};
      }
      if (!xml.isStartElement()) continue;
      if (xml.name() == u"name") message.context = xml.readElementText();
      if (xml.name() == u"source") message.source = xml.readElementText();
      if (xml.name() == u"translation") {
        message.state = xml.attributes().value(QStringLiteral("type")).toString();
        message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
      }
    }
    REQUIRE_FALSE(xml.hasError());
    return read;
  }();
  return all;
}

QStringList placeholders(const QString& text) {
  static const QRegularExpression expression(QStringLiteral("%(?:L?\\d+|n)"));
  QStringList found;
  for (auto each = expression.globalMatch(text); each.hasNext();) found << each.next().captured();
  found.sort();
  return found;
}

QStringList sourceFiles() {
  QStringList files;
  for (const char* folder : {"/ui", "/app"}) {
    QDirIterator walk(QStringLiteral(YINGDA_SOURCE_DIR) + QLatin1String(folder),
                      {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) files << walk.next();
  }
  files.sort();
  return files;
}

/// Adjacent literals are one text: "a" "b" is "ab".
QString joinedLiterals(const QString& literals) {
  static const QRegularExpression one(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
  QString text;
  for (auto each = one.globalMatch(literals); each.hasNext();) text += each.next().captured(1);
  text.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
  text.replace(QStringLiteral("\\\""), QStringLiteral("\""));
  return text.replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

std::vector<Marked> markedTexts() {
  static const QRegularExpression marked(
      QStringLiteral("\\b(?:tr\\(|(?:translate|QT_TRANSLATE_NOOP)\\(\\s*\"[^\"]*\"\\s*,)"
                     "\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)"));
  std::vector<Marked> found;
  for (const QString& file : sourceFiles()) {
    const QString text = readAll(file);
    for (auto each = marked.globalMatch(text); each.hasNext();) {
      found.push_back({file, joinedLiterals(each.next().captured(1))});
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every English text is finished, without Chinese, with the same placeholders", "[app]") {
  CHECK(messages().size() > 700);
  QSet<QString> seen;
  for (const Message& message : messages()) {
    INFO(message.context.toStdString() << ": " << message.source.toStdString());
    CHECK(message.state.isEmpty());
    CHECK_FALSE(message.translation.isEmpty());
    CHECK_FALSE(message.translation.contains(chinese()));
    CHECK(placeholders(message.translation) == placeholders(message.source));
    const QString key = message.context + QLatin1Char('\n') + message.source;
    CHECK_FALSE(seen.contains(key));
    seen.insert(key);
  }
}

TEST_CASE("every Chinese text of the screens stands among the English texts", "[app]") {
  QSet<QString> known;
  for (const Message& message : messages()) known.insert(message.source);
  const std::vector<Marked> marked = markedTexts();
  CHECK(marked.size() > 700);
  for (const Marked& one : marked) {
    if (!one.source.contains(chinese())) continue;
    INFO(one.file.toStdString() << ": " << one.source.toStdString());
    CHECK(known.contains(one.source));
  }
}

TEST_CASE("a context is a class with its namespace or a name that the code says", "[app]") {
  QString code;
  for (const QString& file : sourceFiles()) code += readAll(file);
  QSet<QString> contexts;
  for (const Message& message : messages()) contexts.insert(message.context);
  for (const QString& context : qAsConst(contexts)) {
    INFO(context.toStdString());
    const QString name = context.section(QStringLiteral("::"), -1);
    const bool isSaid = code.contains(QLatin1String("translate(\"") + name + QLatin1Char('"')) ||
                        code.contains(QLatin1String("NOOP(\"") + name + QLatin1Char('"')) ||
                        code.contains(QLatin1String("TR_FUNCTIONS(") + name + QLatin1Char(')'));
    CHECK((name != context || isSaid));
  }
}

TEST_CASE("the program carries the English texts", "[app]") {
  QTranslator translator;
  REQUIRE(translator.load(QStringLiteral(":/i18n/yingda_en.qm")));
  for (const Message& message : messages()) {
    INFO(message.context.toStdString() << ": " << message.source.toStdString());
    CHECK(translator.translate(message.context.toUtf8().constData(),
                               message.source.toUtf8().constData()) == message.translation);
  }
}
