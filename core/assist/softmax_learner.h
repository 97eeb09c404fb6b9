// SPDX-License-Identifier: GPL-3.0-or-later
// Learns labels from confirmed texts: at once after each one, and anew from all of them at night.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <atomic>
#include <deque>
#include <vector>

#include "core/assist/calibration.h"
#include "core/assist/text_features.h"
#include "core/base/random.h"
#include "core/base/result.h"

namespace yingda {

/// A text with its confirmed label.
struct LabelledText {
  Features features;
  QString label;
};

/// Multinomial logistic regression over hashed n-grams weighted by how rare they are.
///
/// `learn` takes one AdaGrad step and repeats some of the last labels. `refit` forgets the weights
/// and solves for all labels at once (one-against-rest squared hinge by dual coordinate descent on
/// features scaled by their log-count ratio), which is a few points better and seconds slower;
/// afterwards `learn` goes on from there. Probabilities are scaled by a temperature that is fitted
/// on labels the weights had not seen; the threshold held 95 % precision on the last 500 of them.
/// Thread: one at a time. Limits: 1,000 classes; 2^18 buckets up to 32 classes, 2^15 above.
class SoftmaxLearner {
 public:
  static constexpr int classesMax = 1000;

  struct Answer {
    int label = 0;
    float probability = 0;
  };

  /// `classes` is how many labels are to be expected; more of them may come.
  explicit SoftmaxLearner(int classes = 8);

  /// Confirmed labels so far.
  int count() const { return m_count; }
  const QStringList& labels() const { return m_labels; }
  int labelIndex(const QString& label) const { return static_cast<int>(m_labels.indexOf(label)); }

  /// The calibrated probability of each label, in the order of `labels`.
  std::vector<float> predict(const Features& features) const;
  /// The most probable label; -1 before the first.
  Answer best(const Features& features) const;
  /// An answer at least this probable is decided; above 1 while too little is known.
  float threshold() const { return m_threshold; }
  float temperature() const { return m_temperature; }
  /// How much a bucket speaks for the label against the mean of all labels.
  float weight(quint32 bucket, int label) const;

  /// One confirmed label. Errors: Invalid with more than `classesMax` labels.
  Result<void> learn(const LabelledText& text, Random& random);
  /// All weights from these labels alone, oldest first. Errors: as `learn`; Cancelled once `stop`
  /// (null: never) is set, from any thread: what is left has to be thrown away.
  Result<void> refit(const std::vector<LabelledText>& texts, Random& random,
                     const std::atomic<bool>* stop = nullptr);

  QByteArray save() const;
  /// Errors: Corrupt, TooNew.
  static Result<SoftmaxLearner> load(const QByteArray& bytes);

 private:
  friend class BatchFit;
  /// Features weighted by rarity, of length one, with the row of each.
  struct Entry {
    qint32 row = 0;
    float value = 0;
  };
  using Entries = std::vector<Entry>;
  struct Example {
    Entries entries;
    int label = 0;
  };

  Result<int> indexOf(const QString& label);
  void widen(int stride);
  void clearWeights();
  quint32 folded(quint32 bucket) const { return bucket & ((1U << m_bits) - 1); }
  float rarity(quint32 bucket) const;
  void countTexts(const Features& features);
  Entries entriesOf(const Features& features) const;
  Entries entriesWithRows(const Features& features);
  std::vector<float> scores(const Entries& entries) const;
  void step(const Example& example);
  void remember(ScoredLabel outcome);
  void calibrate();

  QStringList m_labels;
  int m_bits = featureBitsMax;
  int m_stride = 0;
  int m_count = 0;
  std::vector<qint32> m_rowOf;
  std::vector<float> m_weights;
  std::vector<float> m_squares;
  std::vector<float> m_bias;
  std::vector<quint32> m_textsWith;
  quint32 m_texts = 0;
  float m_temperature = 1;
  float m_threshold = 2;
  int m_sinceCalibrated = 0;
  std::deque<ScoredLabel> m_recent;
  std::vector<Example> m_replayed;
};

}  // namespace yingda
