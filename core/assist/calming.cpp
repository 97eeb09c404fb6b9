// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the ladder and finds what was said against the person.
#include "core/assist/calming.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringBuilder>
#include <algorithm>

#include "core/base/invariant.h"
#include "core/text/fold.h"

namespace yingda {

namespace {

constexpr qsizetype textMax = 20'000;
constexpr int stepCount = 3;

Error corrupt(const QString& what) {
  return {ErrorCode::Corrupt, QStringLiteral("calming: ") % what};
}

Result<std::vector<WordingPattern>> patternsOf(const QJsonValue& list) {
  std::vector<WordingPattern> patterns;
  for (const QJsonValue& source : list.toArray()) {
    auto pattern = WordingPattern::compile(source.toString());
    if (!pattern) return corrupt(source.toString());
    patterns.push_back(std::move(*pattern));
  }
  return patterns;
}

/// Every match of the patterns, cut to one a place.
std::vector<TextRange> matchesOf(const std::vector<WordingPattern>& patterns, QStringView text) {
  std::vector<TextRange> found;
  const auto end = static_cast<int>(text.size());
  for (const WordingPattern& pattern : patterns) {
    for (const QString& word : pattern.beginnings()) {
      for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const auto behind = pattern.endOfMatch(text, static_cast<int>(at + word.size()), end);
        if (behind) found.push_back({static_cast<int>(at), *behind - static_cast<int>(at)});
      }
    }
  }
  return found;
}

bool overlapsAny(const TextRange& one, const std::vector<TextRange>& others) {
  return std::any_of(others.begin(), others.end(), [&one](const TextRange& other) {
    return one.start < other.start + other.length && other.start < one.start + one.length;
  });
}

}  // namespace

QString rungMark(const QString& id, int heard) {
  return QStringLiteral("calm.") % id % u'@' % QString::number(heard);
}

Result<Calming> Calming::fromJson(const QByteArray& json) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (error.error != QJsonParseError::NoError) return corrupt(error.errorString());
  Calming calming;
  for (const QJsonValue& row : document[u"rungs"].toArray()) {
    const auto from = emotionLevelFromText(row[u"from"].toString());
    CalmRung rung{row[u"id"].toString(), from.value_or(EmotionLevel::Displeased),
                  row[u"say"].toString(), row[u"promises"].toBool(), row[u"who"].toString()};
    if (!from || rung.id.isEmpty() || rung.say.isEmpty()) {
      return corrupt(QStringLiteral("rung ") % rung.id);
    }
    calming.m_rungs.push_back(std::move(rung));
  }
  for (const QJsonValue& row : document[u"warnings"].toArray()) {
    calming.m_steps.push_back(
        {static_cast<int>(calming.m_steps.size()) + 1, row[u"say"].toString()});
  }
  if (calming.m_rungs.empty() || calming.m_steps.size() != stepCount) {
    return corrupt(QStringLiteral("rungs or warnings"));
  }
  auto patterns = patternsOf(document[u"abuse"][u"patterns"]);
  if (!patterns) return patterns.error();
  calming.m_patterns = std::move(*patterns);
  auto except = patternsOf(document[u"abuse"][u"except"]);
  if (!except) return except.error();
  calming.m_except = std::move(*except);
  return calming;
}

const Calming& Calming::builtIn() {
  static const Calming calming = [] {
    QFile file(QStringLiteral(":/assist/calming.json"));
    YINGDA_INVARIANT(file.open(QIODevice::ReadOnly), "the ladder is built in");
    auto read = fromJson(file.readAll());
    YINGDA_INVARIANT(read.has_value(), "the built-in ladder can be read");
    return std::move(*read);
  }();
  return calming;
}

const CalmRung* Calming::nextRung(const CallHeat& heat) const {
  for (const CalmRung& rung : m_rungs) {
    if (heat.felt < rung.from) continue;
    const QString head = QStringLiteral("calm.") % rung.id % u'@';
    const auto mark = std::find_if(heat.marks.begin(), heat.marks.end(),
                                   [&head](const QString& one) { return one.startsWith(head); });
    if (mark == heat.marks.end()) return &rung;
    // She has said it and the owner has not answered: no second sentence on top of it.
    if (heat.heard <= mark->mid(head.size()).toInt()) return nullptr;
  }
  return nullptr;
}

QStringList Calming::abuseIn(const QString& text) const {
  const FoldedText folded = foldWithOrigins(text.left(textMax));
  const std::vector<TextRange> except = matchesOf(m_except, folded.text);
  std::vector<TextRange> found = matchesOf(m_patterns, folded.text);
  std::erase_if(found, [&except](const TextRange& one) { return overlapsAny(one, except); });
  std::sort(found.begin(), found.end(),
            [](const TextRange& a, const TextRange& b) { return a.start < b.start; });
  QStringList places;
  int behind = 0;
  for (const TextRange& one : found) {
    if (one.start < behind) continue;
    behind = one.start + one.length;
    const TextRange source = folded.sourceRange(one.start, one.length);
    places << text.mid(source.start, source.length);
  }
  return places;
}

const AbuseStep* Calming::nextStep(int found, const QList<int>& seen) const {
  const int last = seen.isEmpty() ? 0 : seen.last();
  if (found <= last || seen.size() >= stepCount) return nullptr;
  return &m_steps[static_cast<size_t>(seen.size())];
}

}  // namespace yingda
