// SPDX-License-Identifier: GPL-3.0-or-later
// A softmax over counted signs. With call behaviour left out its features are 0 and weigh nothing.
#include "core/assist/emotion.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringBuilder>
#include <algorithm>
#include <cmath>

#include "core/assist/calming.h"
#include "core/base/invariant.h"

namespace yingda {

namespace {

constexpr std::array levelWords{u"平静", u"不满", u"愤怒", u"威胁升级"};

QStringList listOf(const QJsonValue& value) {
  QStringList list;
  for (const QJsonValue& item : value.toArray()) list << item.toString();
  return list;
}

}  // namespace

QString emotionLevelWord(EmotionLevel level) {
  return QStringView(levelWords[static_cast<size_t>(level)]).toString();
}

std::optional<EmotionLevel> emotionLevelFromText(QStringView text) {
  for (const EmotionLevel level : allEmotionLevels) {
    if (text == QStringView(levelWords[static_cast<size_t>(level)])) return level;
  }
  return std::nullopt;
}

Result<EmotionMeter> EmotionMeter::fromJson(const QByteArray& json) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (error.error != QJsonParseError::NoError) {
    return Error{ErrorCode::Corrupt, QStringLiteral("emotion: ") % error.errorString()};
  }
  EmotionMeter meter;
  for (int i = 0; i < emotionFeatureCount; ++i) {
    const auto feature = static_cast<EmotionFeature>(i);
    const QString code = emotionFeatureCode(feature);
    const QJsonArray weights = document[u"weights"][code].toArray();
    if (weights.size() != emotionLevelCount) {
      return Error{ErrorCode::Corrupt, QStringLiteral("emotion weights of ") % code};
    }
    for (int level = 0; level < emotionLevelCount; ++level) {
      meter.m_weights.rows[static_cast<size_t>(level)][static_cast<size_t>(i)] =
          weights[level].toDouble();
    }
    const QJsonObject words = document[u"features"][code].toObject();
    const auto added =
        meter.m_lexicon.add(feature, listOf(words[u"patterns"]), listOf(words[u"except"]));
    if (!added)
      return Error{ErrorCode::Corrupt, QStringLiteral("emotion: ") % added.error().detail};
  }
  return meter;
}

const EmotionMeter& EmotionMeter::builtIn() {
  static const EmotionMeter meter = [] {
    QFile file(QStringLiteral(":/assist/emotion.json"));
    YINGDA_INVARIANT(file.open(QIODevice::ReadOnly), "the built-in emotion words are missing");
    auto read = fromJson(file.readAll());
    YINGDA_INVARIANT(read.has_value(), "the built-in emotion words cannot be read");
    return std::move(*read);
  }();
  return meter;
}

EmotionReading EmotionMeter::read(const QString& text,
                                  const std::optional<CallBehaviour>& call) const {
  const EmotionSigns signs = m_lexicon.signsIn(text, call);
  EmotionReading reading;
  std::array<double, emotionLevelCount> scores{};
  for (size_t level = 0; level < scores.size(); ++level) {
    for (size_t i = 0; i < signs.values.size(); ++i) {
      scores[level] += m_weights.rows[level][i] * signs.values[i];
    }
  }
  const double top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (size_t level = 0; level < scores.size(); ++level) {
    reading.probabilities[level] = std::exp(scores[level] - top);
    sum += reading.probabilities[level];
  }
  for (double& probability : reading.probabilities) probability /= sum;
  const auto best = std::max_element(reading.probabilities.begin(), reading.probabilities.end());
  const auto index = static_cast<size_t>(best - reading.probabilities.begin());
  reading.level = allEmotionLevels[index];
  for (const EmotionEvidence& evidence : signs.evidence) {
    const bool speaksForIt = m_weights.rows[index][static_cast<size_t>(evidence.feature)] > 0;
    if (speaksForIt && !reading.evidence.contains(evidence.text)) reading.evidence << evidence.text;
  }
  reading.abuse = Calming::builtIn().abuseIn(text);
  return reading;
}

}  // namespace yingda
