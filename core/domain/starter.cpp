// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the starter organisation from its files and answers which script or situation fits.
#include "core/domain/starter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include "core/domain/starter_reader.h"

namespace yingda {

namespace {

template <class T>
const T* findById(const std::vector<T>& things, const QString& id) {
  for (const T& thing : things) {
    if (thing.id == id) return &thing;
  }
  return nullptr;
}

/// "repair.water" covers itself and "repair.water.burst", never "repair.waterfall".
bool covers(const QString& prefix, const QString& id) {
  return prefix == u"*" || id == prefix || id.startsWith(QString(prefix % u'.'));
}

int bestPrefix(const QStringList& prefixes, const QString& id) {
  qsizetype best = -1;
  for (const QString& prefix : prefixes) {
    if (covers(prefix, id)) best = std::max(best, prefix.size());
  }
  return static_cast<int>(best);
}

}  // namespace

const ScriptStep* Script::find(const QString& stepId) const { return findById(steps, stepId); }
const Category* Starter::category(const QString& id) const { return findById(categories, id); }
const Department* Starter::department(const QString& id) const { return findById(departments, id); }
const Article* Starter::article(const QString& id) const { return findById(articles, id); }
const Script* Starter::script(const QString& id) const { return findById(scripts, id); }
const OutsideNumber* Starter::outsideNumber(const QString& id) const {
  return findById(outsideNumbers, id);
}
const FactCard* Starter::factCard(const QString& id) const { return findById(factCards, id); }

const QuickCode* Starter::quickCodeOf(const QString& categoryId) const {
  for (const QuickCode& code : quickCodes) {
    if (code.category == categoryId) return &code;
  }
  return nullptr;
}

const SafetySituation* Starter::safetyFor(const QString& categoryId, const QString& text) const {
  const SafetySituation* best = nullptr;
  qsizetype bestLength = 0;
  for (const SafetySituation& situation : safety) {
    if (!categoryId.isEmpty() && situation.category == categoryId) return &situation;
    for (const QString& word : situation.words) {
      // The longest word wins: 水管井 says more than 水.
      if (word.size() > bestLength && text.contains(word)) {
        best = &situation;
        bestLength = word.size();
      }
    }
  }
  return best;
}

const SopStep* Starter::sopFor(Stage stage, const QString& category) const {
  const SopStep* best = nullptr;
  qsizetype bestLength = -1;
  for (const SopStep& step : sop) {
    if (step.stage != stage) continue;
    qsizetype length = step.categories.isEmpty() ? 0 : -1;
    for (const QString& prefix : step.categories) {
      const bool fits = category == prefix || category.startsWith(prefix + u'.');
      if (fits) length = std::max(length, prefix.size());
    }
    if (length <= bestLength) continue;
    best = &step;
    bestLength = length;
  }
  return best;
}

const Script* Starter::scriptFor(const QString& categoryId, Level level, Kind kind) const {
  const Script* best = nullptr;
  int bestScore = 0;
  for (const Script& candidate : scripts) {
    if (candidate.categories.isEmpty()) continue;
    const int prefix = bestPrefix(candidate.categories, categoryId);
    if (prefix < 0) continue;
    if (!candidate.levels.isEmpty() && !candidate.levels.contains(levelColour(level))) continue;
    if (!candidate.kinds.isEmpty() && !candidate.kinds.contains(kindWord(kind))) continue;
    const bool isEmergency = candidate.kind == u"emergency";
    const int score = prefix * 4 + (candidate.levels.isEmpty() ? 0 : 2) +
                      (isEmergency == (level == Level::Red) ? 1 : 0);
    if (score > bestScore) {
      best = &candidate;
      bestScore = score;
    }
  }
  return best;
}

QString fillSentence(const QString& sentence, const QHash<QString, QString>& variables) {
  static const QRegularExpression variable(QStringLiteral("\\{([a-z0-9_]+)\\}"));
  QString result;
  qsizetype from = 0;
  auto matches = variable.globalMatch(sentence);
  while (matches.hasNext()) {
    const auto match = matches.next();
    result += QStringView(sentence).mid(from, match.capturedStart() - from);
    const QString value = variables.value(match.captured(1));
    result += value.isEmpty() ? QStringLiteral("____") : value;
    from = match.capturedEnd();
  }
  result += QStringView(sentence).mid(from);
  return result;
}

}  // namespace yingda
