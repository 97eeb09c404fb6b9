// SPDX-License-Identifier: GPL-3.0-or-later
// Four rows of sixteen numbers in a small file, read once and written after each fit.
#include "core/service/feeling_memory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

#include "core/assist/emotion_fit.h"
#include "core/base/log.h"
#include "core/base/whole_file.h"
#include "core/store/ticket_queries.h"

namespace yingda {

namespace {

constexpr int labelsMost = 2000;
constexpr double weightMost = 10;

QString fileIn(const QString& folder) { return folder % QStringLiteral("/emotion.weights"); }

std::optional<EmotionWeights> decode(const QByteArray& bytes) {
  const QJsonArray rows = QJsonDocument::fromJson(bytes).object()[u"rows"].toArray();
  if (rows.size() != emotionLevelCount) return std::nullopt;
  EmotionWeights weights;
  for (int level = 0; level < emotionLevelCount; ++level) {
    const QJsonArray row = rows[level].toArray();
    if (row.size() != emotionFeatureCount) return std::nullopt;
    for (int i = 0; i < emotionFeatureCount; ++i) {
      const double weight = row[i].toDouble(2 * weightMost);
      if (!std::isfinite(weight) || std::abs(weight) > weightMost) return std::nullopt;
      weights.rows[static_cast<size_t>(level)][static_cast<size_t>(i)] = weight;
    }
  }
  return weights;
}

QByteArray encode(const EmotionWeights& weights) {
  QJsonArray rows;
  for (const auto& row : weights.rows) {
    QJsonArray numbers;
    for (const double weight : row) numbers.append(weight);
    rows.append(numbers);
  }
  return QJsonDocument(QJsonObject{{QStringLiteral("rows"), rows}}).toJson(QJsonDocument::Compact);
}

}  // namespace

FeelingMemory::FeelingMemory(Workplace& workplace) : m_workplace(workplace) {
  m_meter = std::make_shared<const EmotionMeter>(EmotionMeter::builtIn());
  load();
}

void FeelingMemory::load() {
  QFile file(fileIn(m_workplace.options.folder));
  if (!file.open(QIODevice::ReadOnly)) return;
  if (const auto weights = decode(file.readAll())) {
    use(*weights);
  } else {
    qCWarning(logService) << "emotion.weights cannot be read";
  }
}

void FeelingMemory::use(const EmotionWeights& weights) {
  auto meter = std::make_shared<EmotionMeter>(EmotionMeter::builtIn());
  meter->setWeights(weights);
  m_meter = std::shared_ptr<const EmotionMeter>(std::move(meter));
}

void FeelingMemory::keep(const EmotionWeights& weights) {
  if (m_workplace.options.readOnly) return;
  const QString path = fileIn(m_workplace.options.folder);
  QFile::remove(path % QStringLiteral(".part"));
  auto file = WholeFile::open(path % QStringLiteral(".part"));
  if (!file || !file->write(encode(weights)) || !file->nameIt(path)) {
    qCWarning(logService) << "emotion.weights not kept";
  }
}

Result<int> FeelingMemory::refit(Database& database, const std::atomic<bool>& stop) {
  const auto found = TicketQueries(database).felt(labelsMost);
  if (!found) return found.error();
  std::vector<FeltText> labels;
  labels.reserve(found->size());
  for (const FeltTicket& ticket : *found) {
    const auto level = emotionLevelFromText(ticket.emotion);
    if (level && !ticket.request.trimmed().isEmpty()) labels.push_back({ticket.request, *level});
  }
  const auto count = static_cast<int>(labels.size());
  if (labels.size() < feltLeast) return count;
  const auto weights = refitEmotion(EmotionMeter::builtIn(), labels, &stop);
  if (!weights) return weights.error();
  use(*weights);
  keep(*weights);
  return count;
}

}  // namespace yingda
