// SPDX-License-Identifier: GPL-3.0-or-later
// How often a matter is told of at a place when nothing is wrong, learned from what came.
#pragma once

#include <QHash>
#include <array>
#include <optional>

#include "core/base/local_time.h"

namespace yingda {

/// A number that forgets: half of it is gone after 90 days.
class FadingCount {
 public:
  void add(Instant at);
  double at(Instant now) const;

 private:
  double m_count = 0;
  Instant m_at{};
};

/// Rates of places drawn towards what such places have everywhere. Until a place has a history, a
/// place of its sort anywhere is what it is taken for; its uncertainty is added, so that a new
/// project is doubted rather than alarmed about. Thread: one at a time.
class UsualRate {
 public:
  /// What of a rate is asked: the sort of place, the place, and the matter (empty: all).
  struct Question {
    int sort = 0;  ///< 0 to `sorts` - 1
    QString place;
    QString matter;
    double ordinary = 1;  ///< share of all reports that such a matter has before anything is known
    QString project;      ///< since when the place could have been heard of
  };
  static constexpr int sorts = 5;

  /// A report has come, whatever it is about; in order of time.
  void noteArrival(const QString& project, Instant at);
  /// It was an ordinary one: its matter counts. Called once a report.
  void noteMatter(const QString& matter, Instant at);
  /// It counts for a place; once for each place that it belongs to.
  void notePlace(int sort, const QString& place, const QString& matter, Instant at);
  /// Reports an hour of an average week.
  double rate(const Question& question, Instant now) const;
  /// How many average hours lie in `span` before `now`: more than its length in the busy hours of
  /// the week, less at night. 0 to 72 h.
  double weight(Instant now, Milliseconds span) const;

 private:
  void makeProfile();
  static double hoursSince(Instant first, Instant now);

  std::array<double, sorts> m_placesOfSort{};
  QHash<QString, bool> m_knownPlaces;
  QHash<QString, FadingCount> m_places;
  QHash<QString, FadingCount> m_matters;
  FadingCount m_all;
  FadingCount m_ordinary;
  std::array<double, 168> m_hours{};
  std::array<double, 168> m_profile{};
  double m_hourCount = 0;
  int m_sinceProfile = 1'000'000;
  QHash<QString, Instant> m_firstOf;
  std::optional<Instant> m_first;
};

/// That `count` or more come where `expected` are usual; 1 for a count of 0 or less.
double poissonTail(int count, double expected);

}  // namespace yingda
