// SPDX-License-Identifier: GPL-3.0-or-later
// A verb of yingda-admin: its name, its help with an example, and what runs.
#pragma once

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>
#include <functional>
#include <memory>
#include <span>

#include "core/service/backend.h"

namespace yingda::admin {

/// Exit codes of CLI.md.
enum class Exit { Done = 0, Refused = 1, WrongUsage = 2 };

/// What every verb gets. The store is opened when the verb first asks for it.
class Session {
 public:
  Session(const QCommandLineParser& parser, QStringList words);
  const QCommandLineParser& options() const { return m_parser; }
  /// The words after the verb.
  const QStringList& words() const { return m_words; }
  QString word(int index) const { return m_words.value(index); }
  bool wantsJson() const;
  /// `--now`, or the machine's; for pure computations only.
  Instant now() const;
  QString storeFolder() const;
  /// Opens a store that is there, its cache in step with the journal; null with the sentence told
  /// when that fails. Never makes a store: a mistyped folder must not look like an empty one.
  Backend* store();
  /// As `store`, but makes one in a folder that has none.
  Backend* storeOrNew();
  bool hasStore() const;
  /// Signs the first (or `--by`) person in; false when there is nobody.
  bool signIn();

  /// One JSON document with --json, else the text for people.
  Exit answer(const QJsonObject& json, const QString& text) const;
  Exit refuse(const QString& sentence) const;
  Exit refuse(const Error& error) const;
  Exit misused(const QString& sentence) const;
  /// Set when opening or signing in failed.
  Exit failure() const { return m_failure; }

 private:
  const QCommandLineParser& m_parser;
  Backend* openStore();

  QStringList m_words;
  std::unique_ptr<Backend> m_backend;
  Exit m_failure = Exit::Refused;
};

struct Verb {
  const char* name;
  const char* summary;
  const char* example;
  Exit (*run)(Session&);
};

std::span<const Verb> allVerbs();

/// One line on stderr, at most 300 characters, without control characters.
void tellWhy(const QString& sentence);

/// Waits on the main thread, which has no screen to keep alive.
template <class T>
T waited(QFuture<T> future) {
  future.waitForFinished();
  return future.result();
}

/// Answers every line of stdin by one line, also an empty one and a last one without its line
/// break.
Exit answerLines(const Session& session,
                 const std::function<QByteArray(const QString& line)>& answerTo);

// The verbs, by file.
Exit runLookup(Session& session);
Exit runAddress(Session& session);
Exit runSearch(Session& session);
Exit runTicket(Session& session);
Exit runMilestones(Session& session);
Exit runTriage(Session& session);
Exit runVerify(Session& session);
Exit runDoctor(Session& session);
Exit runUser(Session& session);
Exit runDemo(Session& session);
Exit runJoin(Session& session);
Exit runSync(Session& session);
Exit runFacts(Session& session);
Exit runKpi(Session& session);
Exit runLint(Session& session);
Exit runDuplicates(Session& session);
Exit runEvent(Session& session);
Exit runSimilar(Session& session);
Exit runConsistency(Session& session);
Exit runEmotion(Session& session);
Exit runDrill(Session& session);
Exit runScript(Session& session);

}  // namespace yingda::admin
