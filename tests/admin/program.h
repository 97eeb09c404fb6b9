// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real yingda-admin on stores of its own, and looks at what it said and what it wrote.
#pragma once

#include <unistd.h>

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include "tests/runner/printers.h"

namespace yingda::test {

/// What one run of the program came to.
struct Outcome {
  int code = -1;
  QByteArray out;
  QByteArray err;

  /// The one JSON document of stdout; fails when there is anything else.
  QJsonObject json() const {
    INFO(out.left(400).toStdString() << " / " << err.left(400).toStdString());
    REQUIRE(code == 0);
    return anyJson();
  }
  QJsonObject anyJson() const {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(out, &problem);
    REQUIRE(problem.error == QJsonParseError::NoError);
    REQUIRE(document.isObject());
    REQUIRE(out.count('\n') == 1);
    return document.object();
  }
};

/// Who runs it: the tests' own user, or one who may not write where root may.
enum class As { Self, Nobody };

inline Outcome runProgram(const QString& program, const QStringList& arguments, As as = As::Self) {
  QProcess process;
  if (as == As::Nobody && geteuid() == 0) {
    process.setChildProcessModifier([] {
      constexpr unsigned nobody = 65534;
      if (setgid(nobody) != 0 || setuid(nobody) != 0) _exit(99);
    });
  }
  process.start(program, arguments);
  REQUIRE(process.waitForFinished(-1));
  REQUIRE(process.exitStatus() == QProcess::NormalExit);
  return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// One word of a command line, from a literal or made.
struct Word {
  Word(const char* literal) : text(QString::fromUtf8(literal)) {}
  Word(const QString& made) : text(made) {}
  QString text;
};
inline QStringList words(std::initializer_list<Word> list) {
  QStringList texts;
  for (const Word& word : list) texts << word.text;
  return texts;
}

inline Outcome admin(const QStringList& arguments) {
  return runProgram(QStringLiteral(YINGDA_ADMIN), arguments);
}
inline Outcome admin(std::initializer_list<Word> list) { return admin(words(list)); }

/// Every file below a folder with the hash of its content, and every folder.
inline QMap<QString, QByteArray> contentOf(const QString& folder) {
  QMap<QString, QByteArray> content;
  QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
  while (each.hasNext()) {
    const QString path = each.next();
    QFile file(path);
    const bool isFile = each.fileInfo().isFile() && file.open(QIODevice::ReadOnly);
    content[path] = isFile ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                           : QByteArray("folder");
  }
  return content;
}

/// Refused or misused: nothing on stdout, one Chinese or English sentence on stderr, its code.
inline void checkSaysWhy(const Outcome& outcome, int code) {
  INFO(outcome.out.left(400).toStdString() << " / " << outcome.err.left(400).toStdString());
  CHECK(outcome.code == code);
  CHECK(outcome.out.isEmpty());
  CHECK(outcome.err.count('\n') == 1);
  CHECK(outcome.err.trimmed().size() >= 6);
  CHECK(outcome.err.size() <= 1200);
  // A reason that there is none of leaves no brackets behind.
  CHECK_FALSE(outcome.err.contains(QStringLiteral("（）").toUtf8()));
}

/// A small demo organisation in a folder of its own.
class DemoFolder {
 public:
  explicit DemoFolder(int tickets = 60) {
    REQUIRE(m_folder.isValid());
    report = admin({"demo", "--seed", "5", "--households", "40", "--tickets",
                    QString::number(tickets), "--open", "12", "--store", path(), "--json"})
                 .json();
  }
  QString path() const { return m_folder.filePath(QStringLiteral("store")); }
  /// The program on this store, answering in JSON.
  Outcome run(const QStringList& arguments) const {
    return admin(arguments + words({"--json", "--store", path()}));
  }
  Outcome run(std::initializer_list<Word> list) const { return run(words(list)); }
  /// Space-separated words instead of a list.
  Outcome run(const char* words) const { return run(QString::fromUtf8(words).split(u' ')); }

  QJsonObject report;

 private:
  QTemporaryDir m_folder;
};

}  // namespace yingda::test
