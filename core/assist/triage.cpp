// SPDX-License-Identifier: GPL-3.0-or-later
// Rules and weights mixed into one proposal.
#include "core/assist/triage.h"

#include <QFile>
#include <algorithm>
#include <cmath>

namespace yingda {
namespace {

/// How sharply scores of the rules become probabilities; fitted on our own sentences.
constexpr float ruleSharpness = 3.0f;
/// From here on the rules alone were right in 95 % of our own sentences.
constexpr float ruleThreshold = 0.8f;
/// Labels that were all told right ask for no threshold; the next words may be like none of them.
/// What is less probable than all else together is never decided.
constexpr float decidedLeast = 0.5f;
constexpr float decidedMost = 0.99f;
/// Our own sentences, and those of nobody else, stand behind it.
constexpr float emergencyProbability = 0.97f;
/// Labels a class after which rules and weights count the same.
constexpr float labelsForHalf = 8;
constexpr qsizetype evidenceMax = 5;
constexpr size_t candidatesMax = 3;

QByteArray builtIn(const QString& name) {
  QFile file(QStringLiteral(":/triage/") % name);
  YINGDA_INVARIANT(file.open(QIODevice::ReadOnly), "a built-in file of the triage is missing");
  return file.readAll();
}

/// What the safety cards and the red categories call their matter, where it is long enough to say
/// it alone.
void addSafetyWords(EmergencyRules& rules, const Starter& starter) {
  constexpr qsizetype alone = 4;
  for (const SafetySituation& situation : starter.safety) {
    const Category* category = starter.category(situation.category);
    if (!category || category->level != Level::Red) continue;
    for (const QString& word : situation.words + category->keywords) {
      if (word.size() >= alone) rules.addWord(situation.id, word);
    }
  }
}

/// Enough was confirmed for the labels to count more than the rules.
bool isMostlyLearned(const SoftmaxLearner* learned) {
  return learned && static_cast<float>(learned->count()) >
                        labelsForHalf * static_cast<float>(learned->labels().size());
}

QStringList wordsAt(QStringView text, const std::vector<TextRange>& ranges) {
  QStringList words;
  for (const TextRange& range : ranges) {
    const QString word = text.mid(range.start, range.length).toString().simplified();
    if (!word.isEmpty() && !words.contains(word) && words.size() < evidenceMax) words << word;
  }
  return words;
}

}  // namespace

QString triageText(const QString& request, const QString& place) { return request % u'\n' % place; }

QString topWord(const QString& category) {
  static const QHash<QString, QString> words{
      {QStringLiteral("repair"), QStringLiteral("维修")},
      {QStringLiteral("environment"), QStringLiteral("环境卫生")},
      {QStringLiteral("security"), QStringLiteral("安全管理")},
      {QStringLiteral("fees"), QStringLiteral("费用")},
      {QStringLiteral("neighbours"), QStringLiteral("邻里公德")},
      {QStringLiteral("service"), QStringLiteral("服务态度")},
      {QStringLiteral("enquiry"), QStringLiteral("咨询")}};
  return words.value(category.section(u'.', 0, 0));
}

QStringList learnedEvidence(QStringView text, const SoftmaxLearner& learned, int label, int limit) {
  std::vector<FeaturePlace> places = featurePlaces(text);
  std::stable_sort(places.begin(), places.end(), [&](const FeaturePlace& a, const FeaturePlace& b) {
    return learned.weight(a.bucket, label) > learned.weight(b.bucket, label);
  });
  std::vector<TextRange> chosen;
  for (const FeaturePlace& place : places) {
    if (chosen.size() >= static_cast<size_t>(limit) || learned.weight(place.bucket, label) <= 0)
      break;
    chosen.push_back(place.range);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const TextRange& a, const TextRange& b) { return a.start < b.start; });
  std::vector<TextRange> merged;
  for (const TextRange& range : chosen) {
    if (!merged.empty() && range.start <= merged.back().start + merged.back().length) {
      const int end =
          std::max(merged.back().start + merged.back().length, range.start + range.length);
      merged.back().length = end - merged.back().start;
    } else {
      merged.push_back(range);
    }
  }
  return wordsAt(text, merged);
}

Result<Triage> Triage::make(const Starter& starter) {
  auto emergencies = EmergencyRules::read(builtIn(QStringLiteral("emergency.tsv")));
  if (!emergencies) return emergencies.error();
  addSafetyWords(*emergencies, starter);
  emergencies->finish();
  auto leaves = LeafRules::make(starter, builtIn(QStringLiteral("phrases.tsv")));
  if (!leaves) return leaves.error();
  Triage triage(std::move(*emergencies), std::move(*leaves));
  triage.m_starter = &starter;
  const auto& all = triage.m_leaves.leaves();
  for (size_t leaf = 0; leaf < all.size(); ++leaf) {
    const Category& own = *all[leaf];
    QStringList labels{own.id, own.name, own.code, topWord(own.id), kindWord(own.kind)};
    for (qsizetype dot = own.id.indexOf(u'.'); dot > 0; dot = own.id.indexOf(u'.', dot + 1)) {
      labels << own.id.left(dot);
    }
    labels.removeDuplicates();
    for (const QString& label : std::as_const(labels)) {
      triage.m_leavesOf[label].push_back(static_cast<int>(leaf));
    }
  }
  return triage;
}

bool Triage::isForeign(const SoftmaxLearner& learned) const {
  return std::none_of(learned.labels().begin(), learned.labels().end(),
                      [this](const QString& label) { return knows(label); });
}

std::vector<float> Triage::labelShares(QStringView text, const Features& features,
                                       const SoftmaxLearner* learned,
                                       const QStringList& labels) const {
  std::vector<float> shares(static_cast<size_t>(labels.size()), 0.0f);
  const bool isLearned = learned && learned->count() > 0;
  if (isLearned && isForeign(*learned)) {
    const std::vector<float> told = learned->predict(features);
    for (size_t i = 0; i < shares.size(); ++i) {
      const int label = learned->labelIndex(labels[static_cast<qsizetype>(i)]);
      if (label >= 0) shares[i] = told[static_cast<size_t>(label)];
    }
    return shares;
  }
  std::vector<Ranked> all = ranked(text);
  if (m_emergencies.find(text).empty()) doubtRed(all);
  if (isLearned) mix(all, features, *learned);
  for (size_t i = 0; i < shares.size(); ++i) {
    const std::vector<int> leaves = leavesOf(labels[static_cast<qsizetype>(i)]);
    for (const int leaf : leaves) shares[i] += all[static_cast<size_t>(leaf)].probability;
  }
  return shares;
}

std::vector<Triage::Ranked> Triage::ranked(QStringView text) const {
  const std::vector<LeafScore> scores = m_leaves.rank(text);
  std::vector<Ranked> all(m_leaves.leaves().size());
  for (size_t leaf = 0; leaf < all.size(); ++leaf) all[leaf].leaf = static_cast<int>(leaf);
  float sum = 0;
  for (const LeafScore& score : scores) {
    Ranked& own = all[static_cast<size_t>(score.leaf)];
    own.probability = std::exp(ruleSharpness * score.score);
    own.phrase = score.phrase;
  }
  // A leaf that nothing speaks for has the score 0.
  for (Ranked& each : all) {
    if (each.phrase < 0) each.probability = 1;
    sum += each.probability;
  }
  for (Ranked& each : all) each.probability /= sum;
  return all;
}

void Triage::doubtRed(std::vector<Ranked>& all) const {
  // Words of a red category without an emergency are denied, past or feared ones.
  constexpr float doubt = 0.05f;
  float sum = 0;
  for (Ranked& each : all) {
    if (m_leaves.leaves()[static_cast<size_t>(each.leaf)]->level == Level::Red) {
      each.probability *= doubt;
    }
    sum += each.probability;
  }
  for (Ranked& each : all) each.probability /= sum;
}

void Triage::mix(std::vector<Ranked>& all, const Features& features,
                 const SoftmaxLearner& learned) const {
  const std::vector<float> told = learned.predict(features);
  std::vector<float> mixed(all.size(), 0.0f);
  float known = 0;
  for (qsizetype label = 0; label < learned.labels().size(); ++label) {
    const std::vector<int> leaves = leavesOf(learned.labels()[label]);
    float sum = 0;
    for (const int leaf : leaves) sum += all[static_cast<size_t>(leaf)].probability;
    if (sum <= 0) continue;
    const float probability = told[static_cast<size_t>(label)];
    known += probability;
    for (const int leaf : leaves) {
      mixed[static_cast<size_t>(leaf)] +=
          probability * all[static_cast<size_t>(leaf)].probability / sum;
    }
  }
  if (known <= 0) return;
  const auto labels = static_cast<float>(learned.labels().size());
  const auto count = static_cast<float>(learned.count());
  const float share = count / (count + labelsForHalf * labels);
  for (size_t leaf = 0; leaf < all.size(); ++leaf) {
    all[leaf].probability = (1 - share) * all[leaf].probability + share * mixed[leaf] / known;
  }
}

float Triage::threshold(const SoftmaxLearner* learned) {
  return isMostlyLearned(learned) ? std::clamp(learned->threshold(), decidedLeast, decidedMost)
                                  : ruleThreshold;
}

void Triage::tellLeaf(TriageAnswer& answer, int leaf) const {
  const Category& own = *m_leaves.leaves()[static_cast<size_t>(leaf)];
  answer.category = own.id;
  answer.top = topWord(own.id);
  answer.kind = own.kind;
  answer.level = own.level;
  answer.department = own.department;
}

void Triage::tellForeign(TriageAnswer& answer, const Features& features,
                         const SoftmaxLearner& learned) const {
  const std::vector<float> told = learned.predict(features);
  std::vector<int> order(told.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::stable_sort(order.begin(), order.end(), [&told](int a, int b) {
    return told[static_cast<size_t>(a)] > told[static_cast<size_t>(b)];
  });
  answer.candidates.clear();
  for (size_t i = 0; i < std::min(candidatesMax, order.size()); ++i) {
    answer.candidates << learned.labels()[order[i]];
  }
  answer.category = answer.candidates.front();
  answer.top = answer.category;
  answer.probability = told[static_cast<size_t>(order.front())];
  answer.isDecided = answer.probability >= learned.threshold();
}

void Triage::tellEmergency(TriageAnswer& answer, QStringView text,
                           const std::vector<EmergencyHit>& hits,
                           const std::vector<Ranked>& all) const {
  if (hits.empty()) return;
  // Of several situations the one whose category the words speak for; else the strongest.
  const EmergencyHit* best = &hits.front();
  float bestScore = -1;
  int leaf = -1;
  for (const EmergencyHit& hit : hits) {
    for (const SafetySituation& situation : m_starter->safety) {
      if (situation.id != hit.situation) continue;
      const int own = m_leaves.leafOf(situation.category);
      if (own < 0) continue;
      const float score =
          static_cast<float>(hit.strength) + 4 * all[static_cast<size_t>(own)].probability;
      if (score <= bestScore) continue;
      bestScore = score;
      best = &hit;
      leaf = own;
    }
  }
  answer.isEmergency = true;
  answer.situation = best->situation;
  if (leaf >= 0) {
    tellLeaf(answer, leaf);
    answer.candidates.removeAll(answer.category);
    answer.candidates.prepend(answer.category);
    answer.candidates = answer.candidates.mid(0, candidatesMax);
  }
  answer.level = Level::Red;
  answer.probability = emergencyProbability;
  answer.isDecided = true;
  answer.evidence = wordsAt(text, best->words);
}

TriageAnswer Triage::answer(QStringView text, const SoftmaxLearner* learned) const {
  return answer(text, learned ? textFeatures(text) : Features(), learned);
}

TriageAnswer Triage::answer(QStringView text, const Features& features,
                            const SoftmaxLearner* learned) const {
  TriageAnswer answer;
  std::vector<Ranked> all = ranked(text);
  const bool isLearned = learned && learned->count() > 0;
  const bool isForeignLabelled = isLearned && isForeign(*learned);
  const std::vector<EmergencyHit> hits = m_emergencies.find(text);
  if (hits.empty()) doubtRed(all);
  if (isLearned && !isForeignLabelled) mix(all, features, *learned);
  std::vector<Ranked> sorted = all;
  const auto shown = static_cast<qsizetype>(std::min(candidatesMax, sorted.size()));
  std::partial_sort(sorted.begin(), sorted.begin() + shown, sorted.end(),
                    [](const Ranked& a, const Ranked& b) { return a.probability > b.probability; });
  const bool isBlank = text.trimmed().isEmpty();
  const Ranked& first = sorted.front();
  if (!isBlank && (first.phrase >= 0 || isLearned)) {
    tellLeaf(answer, first.leaf);
    answer.probability = first.probability;
    answer.isDecided = first.probability >= threshold(learned);
    for (qsizetype i = 0; i < shown; ++i) {
      const auto& leaf =
          *m_leaves.leaves()[static_cast<size_t>(sorted[static_cast<size_t>(i)].leaf)];
      answer.candidates << leaf.id;
    }
    answer.evidence = wordsAt(text, m_leaves.evidence(text, first.phrase));
  }
  if (isForeignLabelled && !isBlank) {
    tellForeign(answer, features, *learned);
    answer.evidence = learnedEvidence(text, *learned, learned->labelIndex(answer.category), 5);
  }
  if (isBlank) {
    answer.kind = Kind::Enquiry;
    answer.level = Level::Green;
    return answer;
  }
  // What agents confirmed may be sure of a red category that the rules do not know.
  answer.isEmergency = answer.level == Level::Red && isMostlyLearned(learned) && answer.isDecided;
  if (answer.level == Level::Red && !answer.isEmergency) answer.level = Level::Orange;
  tellEmergency(answer, text, hits, all);
  return answer;
}

}  // namespace yingda
