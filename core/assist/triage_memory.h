// SPDX-License-Identifier: GPL-3.0-or-later
// Where learned weights live: a file beside the cache that may be deleted at any time.
#pragma once

#include <QString>
#include <optional>

#include "core/assist/softmax_learner.h"

namespace yingda {

/// Keeps one learner.
class TriageMemory {
 public:
  virtual ~TriageMemory() = default;
  /// Nothing learned yet is no error. Errors: Corrupt, TooNew, Io.
  virtual Result<std::optional<SoftmaxLearner>> load() const = 0;
  /// Errors: DiskFull, ReadOnly, Io.
  virtual Result<void> keep(const SoftmaxLearner& learner) = 0;
};

/// `triage.weights` in the folder of a store. Thread: one at a time.
class TriageFile final : public TriageMemory {
 public:
  explicit TriageFile(const QString& folder) : m_folder(folder) {}
  static QString fileIn(const QString& folder);
  Result<std::optional<SoftmaxLearner>> load() const override;
  Result<void> keep(const SoftmaxLearner& learner) override;

 private:
  QString m_folder;
};

}  // namespace yingda
