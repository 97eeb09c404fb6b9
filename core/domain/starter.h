// SPDX-License-Identifier: GPL-3.0-or-later
// The starter organisation: categories, departments, scripts, phrases, safety and articles, as
// read-only data.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/domain/fact_card.h"
#include "core/domain/words.h"

namespace yingda {

struct Category {
  QString id;
  QString name;
  QString code;
  QString path;  ///< 维修 / 给排水 / 爆管（公共部位）
  QString parent;
  bool isLeaf = false;
  Kind kind = Kind::Repair;
  Level level = Level::Yellow;
  QString department;
  QString repair;  ///< urgent, small, major, or empty
  bool attitude = false;
  QStringList keywords;
};

struct Department {
  QString id;
  QString name;
};

struct Equipment {
  QString id;
  QString name;
  QStringList categories;
};

struct OutsideNumber {
  QString id;
  QString name;
  QString number;  ///< empty when the project has to fill it in
  QString when;
};

struct ScriptAnswer {
  QString label;
  QJsonObject set;
  QString next;
};

struct ScriptStep {
  QString id;
  QString say;          ///< names nobody
  QString sayVerified;  ///< used once the caller is verified; may be empty
  QString hint;
  QStringList marks;  ///< confirmed, told
  QString field;
  QJsonObject when;  ///< the condition it is said under (script_condition.h); empty: always
  std::vector<ScriptAnswer> answers;
  QString next;
};

struct Script {
  QString id;
  QString title;
  int version = 1;
  QString kind;
  QStringList categories;  ///< prefixes; empty is any
  QStringList levels;
  QStringList kinds;
  bool night = false;
  QString start;
  std::vector<ScriptStep> steps;
  const ScriptStep* find(const QString& id) const;
};

struct SafetyAnswer {
  QString label;
  QJsonObject set;   ///< what the answer fills in, as in a script
  QStringList call;  ///< ids of outside numbers
};

struct SafetyQuestion {
  QString ask;
  std::vector<SafetyAnswer> answers;
};

/// An emergency: what to ask, the one thing to do, the one never to do, whom to call.
struct SafetySituation {
  QString id;
  QString title;
  QString category;
  QStringList words;
  std::vector<SafetyQuestion> questions;
  QString doText;
  QString neverText;
  QString thenText;
  QStringList call;
  int version = 1;
};

struct Phrase {
  QString id;
  QString emotion;
  QStringList categories;
  QString text;
};

/// 规程: what is to be done in one stage, of every matter or of some.
struct SopStep {
  QString id;
  Stage stage = Stage::Accepted;
  QStringList categories;  ///< prefixes; empty is any
  QStringList lines;       ///< two or three short sentences
};

struct WrapUpCode {
  int digit = 0;
  QString id;
  QString name;
  bool needsTicket = false;
};

/// 快录: what one digit says of a call in a night of sixty calls of one cause.
struct QuickCode {
  int digit = 0;
  QString id;
  QString name;      ///< 进水
  QString category;  ///< id of a leaf
  Level level = Level::Yellow;
  QString title;  ///< of its tickets: 暴雨进水
};

struct Article {
  QString id;
  QString title;
  int version = 1;
  bool direct = true;  ///< answered by the agent; else transferred to an expert
  QStringList categories;
  QStringList keywords;
  QString reply;  ///< the sentence that can be inserted into 答复业主
  QString body;   ///< Markdown without the front matter
  std::optional<LocalDay> reviewOn;
  QStringList factCards;    ///< ids of the 口径卡 it quotes
  bool awaitsFact = false;  ///< something in it is still to be filled in by the project
};

/// Everything the program ships with. Read once, shared by value of a pointer, never changed.
struct Starter {
  std::vector<Category> categories;  ///< in tree order, parents first
  std::vector<Department> departments;
  std::vector<Equipment> equipment;
  std::vector<OutsideNumber> outsideNumbers;
  std::vector<Script> scripts;
  std::vector<SafetySituation> safety;
  std::vector<Phrase> phrases;
  std::vector<WrapUpCode> wrapUpCodes;
  std::vector<QuickCode> quickCodes;  ///< by their digits
  std::vector<Article> articles;
  std::vector<FactCard> factCards;
  std::vector<SopStep> sop;

  const Category* category(const QString& id) const;
  const Department* department(const QString& id) const;
  const Article* article(const QString& id) const;
  const Script* script(const QString& id) const;
  const OutsideNumber* outsideNumber(const QString& id) const;
  const FactCard* factCard(const QString& id) const;
  /// By its category; each has another. Null when none has it.
  const QuickCode* quickCodeOf(const QString& category) const;
  /// The safety situation of a category, or of words in the text; null when none.
  const SafetySituation* safetyFor(const QString& category, const QString& text) const;
  /// What is to be done in this stage, by the longest prefix of the category; null when nothing is
  /// written for it.
  const SopStep* sopFor(Stage stage, const QString& category) const;
  /// The script that fits best: category prefix, level, kind, then the opening.
  const Script* scriptFor(const QString& category, Level level, Kind kind) const;
};

/// Files by name ("categories.json", "articles/x.md") as the resources hold them.
using StarterFiles = QHash<QString, QByteArray>;
/// With every {card:ID} of articles, scripts, phrases and safety sentences replaced.
Result<Starter> readStarter(const StarterFiles& files);

/// Replaces {company}, {staff}, {owner} … ; a variable without a value becomes a readable blank.
QString fillSentence(const QString& sentence, const QHash<QString, QString>& variables);

}  // namespace yingda
