// SPDX-License-Identifier: GPL-3.0-or-later
// Solves for the weights of a learner from all its labels at once.
#pragma once

#include <atomic>
#include <vector>

#include "core/assist/softmax_learner.h"

namespace yingda {

/// Works on the learner's rows; a part of SoftmaxLearner in a file of its own.
/// Thread: the learner's.
class BatchFit {
 public:
  using Example = SoftmaxLearner::Example;

  /// `stop` may be null; set from any thread.
  BatchFit(SoftmaxLearner& learner, const std::vector<Example>& examples, Random& random,
           const std::atomic<bool>* stop);
  /// Scores labels by weights that had not seen them, fits temperature and threshold to those, then
  /// solves for all. False when it was stopped; the weights are worth nothing then.
  bool run();

 private:
  void solve(const std::vector<int>& chosen);
  void scaleByRatio(const std::vector<int>& chosen);
  void descend(const std::vector<int>& order);
  void scoreAside(const std::vector<int>& aside);
  bool isStopped() const { return m_stop && m_stop->load(); }

  SoftmaxLearner& m_learner;
  const std::vector<Example>& m_examples;
  Random& m_random;
  const std::atomic<bool>* m_stop;
  size_t m_stride = 0;
  size_t m_classes = 0;
  std::vector<float> m_ratio;
  std::vector<float> m_dual;
  std::vector<float> m_lengths;
  std::vector<ScoredLabel> m_aside;
};

}  // namespace yingda
