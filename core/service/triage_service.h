// SPDX-License-Identifier: GPL-3.0-or-later
// Triage beside the work: tells while she types, learns from every saved ticket, and anew at night.
#pragma once

#include <QFuture>
#include <atomic>
#include <memory>

#include "core/assist/triage.h"
#include "core/assist/triage_memory.h"
#include "core/base/task_thread.h"
#include "core/service/feeling_memory.h"
#include "core/service/learning_view.h"
#include "core/service/workplace.h"
#include "core/store/ticket_queries.h"

namespace yingda {

/// The labels are the tickets themselves; the weights lie in the store's folder and may be deleted
/// at any time. Two threads of its own: one that tells, one that learns; nobody waits for the
/// second, and closing stops it.
/// Thread: main, but for what says otherwise. Owner: Backend. Limits: the workplace outlives it.
class TriageService {
 public:
  /// The newest labels that a fit is made of.
  static constexpr int labelsMax = 5000;
  /// Fewer teach more errors than they mend: until then the rules speak alone.
  static constexpr int labelsLeast = 30;

  explicit TriageService(Workplace& workplace);
  ~TriageService();

  /// A newer question makes older answers Cancelled.
  QFuture<Result<TriageAnswer>> answer(const QString& text);
  /// A ticket was saved with this category. Thread: any.
  void noteSaved(const Ticket& ticket, const TicketText& text);
  /// How an owner feels, by the newest weights. Thread: any.
  std::shared_ptr<const EmotionMeter> emotionMeter() const { return m_feelings.meter(); }
  QFuture<Result<LearningView>> learning();
  /// All weights anew from the newest labels of the cache, those of the feelings with them. Errors:
  /// NotYet while the cache is being rebuilt; Cancelled by closing.
  QFuture<Result<LearningView>> relearn();
  /// Once a minute: learns anew when the weights are damaged, a day old, or half a day in a small
  /// hour.
  void tick(Instant now);

 private:
  struct Labels;
  void load();
  void keep();
  Result<LearningView> fit();
  Result<Labels> labels();
  Result<void> measure(const Labels& labels, LearningView& view);
  void learn(const LabelledText& text);
  Result<void> fitFeelings();
  void publish();

  Workplace& m_workplace;
  std::shared_ptr<std::atomic<bool>> m_newest = std::make_shared<std::atomic<bool>>(false);
  std::atomic<bool> m_stop = false;
  std::atomic<bool> m_isLearning = false;
  std::atomic<bool> m_isDue = false;  ///< nothing, or nothing readable, was kept
  std::atomic<qint64> m_fittedAt = 0;
  std::atomic<std::shared_ptr<const SoftmaxLearner>> m_learned;
  std::atomic<std::shared_ptr<const LearningView>> m_told;  ///< what is told while a fit runs
  FeelingMemory m_feelings;
  std::unique_ptr<Triage> m_triage;  ///< made before the threads start, never changed
  // learning thread
  TriageFile m_file;
  std::unique_ptr<SoftmaxLearner> m_learner;
  LearningView m_view;
  int m_unkept = 0;
  SeededRandom m_random{1};

  TaskThread m_telling{"triage"};
  TaskThread m_learning{"learning"};
};

}  // namespace yingda
