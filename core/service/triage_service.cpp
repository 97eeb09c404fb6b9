// SPDX-License-Identifier: GPL-3.0-or-later
// The two threads of the triage, the labels of the cache, and the measuring on held-back ones.
#include "core/service/triage_service.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <algorithm>

#include "core/base/log.h"
#include "core/base/whole_file.h"

namespace yingda {

namespace {

constexpr int keepEach = 20;
constexpr qsizetype confusionsMax = 8;
/// The newest fifth is held back: what comes next is told from what came before.
constexpr size_t heldBackOf = 5;
constexpr size_t heldBackMost = 1000;
constexpr size_t curveSizes[] = {100, 300, 1000, 3000};

QString reportIn(const QString& folder) { return folder % QStringLiteral("/triage.report"); }

QByteArray encode(const LearningView& view) {
  QJsonArray curve;
  for (const LearningPoint& point : view.curve) {
    curve.append(QJsonArray{point.labels, point.accuracy, point.macroF1});
  }
  QJsonArray confusions;
  for (const LearningConfusion& pair : view.confusions) {
    confusions.append(QJsonArray{pair.told, pair.label, pair.count});
  }
  return QJsonDocument(QJsonObject{{QStringLiteral("labels"), view.labels},
                                   {QStringLiteral("held_back"), view.heldBack},
                                   {QStringLiteral("curve"), curve},
                                   {QStringLiteral("coverage"), view.coverageAt95},
                                   {QStringLiteral("decided"), view.decided},
                                   {QStringLiteral("decided_right"), view.decidedRight},
                                   {QStringLiteral("threshold"), view.threshold},
                                   {QStringLiteral("ece"), view.calibrationError},
                                   {QStringLiteral("confusions"), confusions},
                                   {QStringLiteral("at"), toMs(view.fittedAt)}})
      .toJson(QJsonDocument::Compact);
}

LearningView decode(const QByteArray& bytes) {
  const QJsonObject json = QJsonDocument::fromJson(bytes).object();
  LearningView view;
  view.labels = json[u"labels"].toInt();
  view.heldBack = json[u"held_back"].toInt();
  for (const QJsonValue& point : json[u"curve"].toArray()) {
    view.curve.push_back({point[0].toInt(), point[1].toDouble(), point[2].toDouble()});
  }
  view.coverageAt95 = json[u"coverage"].toDouble();
  view.decided = json[u"decided"].toDouble();
  view.decidedRight = json[u"decided_right"].toDouble();
  view.threshold = json[u"threshold"].toDouble();
  view.calibrationError = json[u"ece"].toDouble();
  for (const QJsonValue& pair : json[u"confusions"].toArray()) {
    view.confusions.push_back({pair[0].toString(), pair[1].toString(), pair[2].toInt()});
  }
  view.fittedAt = instantFromMs(json[u"at"].toInteger());
  return view;
}

}  // namespace

/// The labels of the cache, oldest first.
struct TriageService::Labels {
  std::vector<QString> texts;
  std::vector<LabelledText> labelled;
  QStringList names;  ///< each label once
};

TriageService::TriageService(Workplace& workplace)
    : m_workplace(workplace), m_feelings(workplace), m_file(workplace.options.folder) {
  auto made = Triage::make(workplace.starter);
  YINGDA_INVARIANT(made.has_value(), "the built-in rules of the triage are damaged");
  m_triage = std::make_unique<Triage>(std::move(*made));
  m_learning.post([this] { load(); });
}

TriageService::~TriageService() {
  m_stop = true;
  m_learning.runAndWait([this] {
    if (m_unkept > 0) keep();
  });
}

QFuture<Result<TriageAnswer>> TriageService::answer(const QString& text) {
  m_newest->store(true);
  m_newest = std::make_shared<std::atomic<bool>>(false);
  return m_telling.run([this, text, isOld = m_newest]() -> Result<TriageAnswer> {
    if (isOld->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer text")};
    const auto learned = m_learned.load();
    return m_triage->answer(text, learned.get());
  });
}

void TriageService::noteSaved(const Ticket& ticket, const TicketText& text) {
  if (!m_workplace.starter.category(ticket.category)) return;
  m_learning.post([this, label = ticket.category, words = triageText(text.request, text.place)] {
    if (!m_stop) learn({textFeatures(words), label});
  });
}

QFuture<Result<LearningView>> TriageService::learning() {
  // A fit takes seconds; the last figures are told meanwhile.
  if (m_isLearning) {
    return m_telling.run([this]() -> Result<LearningView> {
      const auto told = m_told.load();
      LearningView view = told ? *told : LearningView();
      view.isLearning = m_isLearning;
      return view;
    });
  }
  return m_learning.run([this]() -> Result<LearningView> { return m_view; });
}

QFuture<Result<LearningView>> TriageService::relearn() {
  m_isLearning = true;
  return m_learning.run([this]() -> Result<LearningView> {
    auto view = fit();
    m_isLearning = false;
    if (!view) qCInfo(logService) << "not learned anew:" << errorCodeName(view.error().code);
    return view;
  });
}

void TriageService::tick(Instant now) {
  if (m_isLearning || m_workplace.isRebuilding()) return;
  const Milliseconds since = now - instantFromMs(m_fittedAt);
  const Milliseconds hour = timeOfDay(now);
  const bool isNight = hour >= std::chrono::hours(2) && hour < std::chrono::hours(5);
  const bool isOld = since > std::chrono::hours(24) || since < Milliseconds(0) ||
                     (isNight && since > std::chrono::hours(12));
  if (!isOld && !m_isDue) return;
  // Too few labels, or no place for the weights: tried again with the next day, not every minute.
  m_isDue = false;
  m_fittedAt = toMs(now);
  relearn();
}

void TriageService::load() {
  QFile report(reportIn(m_workplace.options.folder));
  if (report.open(QIODevice::ReadOnly)) m_view = decode(report.readAll());
  auto loaded = m_file.load();
  if (!loaded) {
    qCWarning(logService) << "triage.weights:" << errorCodeName(loaded.error().code);
    if (loaded.error().code == ErrorCode::Corrupt) {
      QFile::remove(TriageFile::fileIn(m_workplace.options.folder));
    }
  }
  if (!loaded || !*loaded) {
    m_isDue = true;
    m_view = LearningView();
    return;
  }
  m_fittedAt = toMs(m_view.fittedAt);
  m_learner = std::make_unique<SoftmaxLearner>(std::move(**loaded));
  m_view.labels = m_learner->count();
  publish();
}

void TriageService::keep() {
  m_unkept = 0;
  if (m_workplace.options.readOnly || !m_learner) return;
  if (const auto kept = m_file.keep(*m_learner); !kept) {
    qCWarning(logService) << "triage.weights not kept:" << errorCodeName(kept.error().code);
    return;
  }
  const QString path = reportIn(m_workplace.options.folder);
  QFile::remove(path % QStringLiteral(".part"));
  auto file = WholeFile::open(path % QStringLiteral(".part"));
  if (!file || !file->write(encode(m_view)) || !file->nameIt(path)) {
    qCWarning(logService) << "triage.report not kept";
  }
}

void TriageService::publish() {
  m_told = std::make_shared<const LearningView>(m_view);
  if (!m_learner || m_learner->count() < labelsLeast) return;
  m_learned = std::make_shared<const SoftmaxLearner>(*m_learner);
}

void TriageService::learn(const LabelledText& text) {
  // As many as the tree has leaves: widening later costs a copy of all weights.
  if (!m_learner) {
    const auto& tree = m_workplace.starter.categories;
    m_learner = std::make_unique<SoftmaxLearner>(static_cast<int>(
        std::count_if(tree.begin(), tree.end(), [](const Category& one) { return one.isLeaf; })));
  }
  if (const auto learned = m_learner->learn(text, m_random); !learned) return;
  m_view.labels = m_learner->count();
  publish();
  if (++m_unkept >= keepEach) keep();
}

Result<TriageService::Labels> TriageService::labels() {
  if (m_workplace.isRebuilding()) {
    return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
  }
  // Of its own: a long reading must not stand in the way of a card or a search.
  auto reader = Cache::openReader(m_workplace.options.folder);
  if (!reader) return reader.error();
  auto found = TicketQueries(**reader).labelled(labelsMax);
  if (!found) return found.error();
  Labels labels;
  for (auto ticket = found->rbegin(); ticket != found->rend(); ++ticket) {
    if (m_stop) return Error{ErrorCode::Cancelled, QStringLiteral("closing")};
    if (!m_workplace.starter.category(ticket->category)) continue;
    QString text = triageText(ticket->request, ticket->place);
    if (ticket->request.trimmed().isEmpty()) continue;
    labels.labelled.push_back({textFeatures(text), ticket->category});
    labels.texts.push_back(std::move(text));
    if (!labels.names.contains(ticket->category)) labels.names << ticket->category;
  }
  return labels;
}

Result<void> TriageService::measure(const Labels& labels, LearningView& view) {
  const size_t all = labels.labelled.size();
  const size_t heldBack = std::min(heldBackMost, all / heldBackOf);
  const size_t taught = all - heldBack;
  view.heldBack = static_cast<int>(heldBack);
  std::vector<size_t> sizes{0};
  for (const size_t size : curveSizes) {
    if (size < taught) sizes.push_back(size);
  }
  sizes.push_back(taught);
  for (const size_t size : sizes) {
    SoftmaxLearner learner(static_cast<int>(labels.names.size()));
    SeededRandom random(1);
    const auto from = labels.labelled.begin() + static_cast<qsizetype>(taught - size);
    const std::vector<LabelledText> lesson(from, from + static_cast<qsizetype>(size));
    if (size > 0) {
      if (auto done = learner.refit(lesson, random, &m_stop); !done) return done;
    }
    const SoftmaxLearner* learned = size > 0 ? &learner : nullptr;
    const float threshold = Triage::threshold(learned);
    Tally tally;
    int decided = 0;
    int right = 0;
    QMap<std::pair<int, int>, int> wrong;
    for (size_t i = taught; i < all; ++i) {
      if (m_stop) return Error{ErrorCode::Cancelled, QStringLiteral("closing")};
      const std::vector<float> shares = m_triage->labelShares(
          labels.texts[i], labels.labelled[i].features, learned, labels.names);
      const auto best = std::max_element(shares.begin(), shares.end());
      const int told = *best > 0 ? static_cast<int>(best - shares.begin()) : -1;
      const int label = static_cast<int>(labels.names.indexOf(labels.labelled[i].label));
      tally.add(told, label, *best);
      if (told >= 0 && told != label) ++wrong[{told, label}];
      if (*best < threshold) continue;
      ++decided;
      right += told == label ? 1 : 0;
    }
    view.curve.push_back({static_cast<int>(size), tally.accuracy(), tally.macroF1()});
    view.coverageAt95 = tally.coverageAt95();
    view.calibrationError = tally.calibrationError();
    view.threshold = static_cast<double>(threshold);
    view.decided = tally.count() > 0 ? static_cast<double>(decided) / tally.count() : 0;
    view.decidedRight = decided > 0 ? static_cast<double>(right) / decided : 0;
    view.confusions.clear();
    for (auto pair = wrong.cbegin(); pair != wrong.cend(); ++pair) {
      view.confusions.push_back(
          {labels.names[pair.key().first], labels.names[pair.key().second], pair.value()});
    }
  }
  std::stable_sort(view.confusions.begin(), view.confusions.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  if (view.confusions.size() > confusionsMax) view.confusions.resize(confusionsMax);
  return {};
}

Result<void> TriageService::fitFeelings() {
  if (m_workplace.isRebuilding()) {
    return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
  }
  auto reader = Cache::openReader(m_workplace.options.folder);
  if (!reader) return reader.error();
  const auto learnt = m_feelings.refit(**reader, m_stop);
  if (!learnt) return learnt.error();
  return {};
}

Result<LearningView> TriageService::fit() {
  // Of its own: neither waits for the other's labels.
  if (const auto felt = fitFeelings(); !felt) return felt.error();
  const auto found = labels();
  if (!found) return found.error();
  const int count = static_cast<int>(found->labelled.size());
  // What was taught otherwise is not thrown away for a handful of tickets.
  if (count < labelsLeast) return m_view;
  LearningView view;
  view.labels = count;
  view.fittedAt = m_workplace.now();
  if (auto measured = measure(*found, view); !measured) return measured.error();
  auto learner = std::make_unique<SoftmaxLearner>(static_cast<int>(found->names.size()));
  SeededRandom random(1);
  if (auto done = learner->refit(found->labelled, random, &m_stop); !done) return done.error();
  m_learner = std::move(learner);
  m_view = view;
  m_fittedAt = toMs(view.fittedAt);
  publish();
  keep();
  return m_view;
}

}  // namespace yingda
