// SPDX-License-Identifier: GPL-3.0-or-later
// Fading counts, shrinkage, and the profile of the hours of the week.
#include "core/assist/usual_rate.h"

#include <QStringBuilder>
#include <algorithm>
#include <cmath>

namespace yingda {

namespace {

constexpr double halfLifeHours = 90.0 * 24;
// Before anything came: ten reports a day, as the quietest hotline that still has one.
constexpr double priorReports = 10;
constexpr double priorHours = 24;
// How many shares of matters are taken on trust, in reports.
constexpr double priorShares = 60;
// Places of each sort (riser, lift, stair, building, project) before any was seen.
constexpr std::array<double, UsualRate::sorts> priorPlaces{120, 48, 48, 16, 1.5};
// The history that a place must have before it counts as much as what is usual everywhere.
constexpr double trust = 1.0;
constexpr double quietest = 0.15;
// Reports an hour of the week must have before it is believed against hour and day alone.
constexpr double hourTrust = 30;
constexpr int profileEvery = 256;

double hoursBetween(Instant from, Instant to) {
  return std::chrono::duration<double, std::ratio<3600>>(to - from).count();
}

int hourOfWeek(Instant at) {
  const auto hour = std::chrono::duration_cast<std::chrono::hours>(timeOfDay(at)).count();
  return (isoWeekday(localDayOf(at)) - 1) * 24 + static_cast<int>(hour);
}

}  // namespace

double poissonTail(int count, double expected) {
  if (count <= 0) return 1;
  if (expected <= 0) return 0;
  if (expected > count * 2.0 + 10) return 1;
  double term = std::exp(count * std::log(expected) - expected - std::lgamma(count + 1.0));
  double sum = 0;
  for (int k = count; k < count + 2000; ++k) {
    sum += term;
    if (k > expected && term < sum * 1e-12) break;
    term *= expected / (k + 1);
  }
  return std::min(1.0, sum);
}

void FadingCount::add(Instant now) {
  m_count = at(now) + 1;
  m_at = std::max(m_at, now);
}

double FadingCount::at(Instant now) const {
  if (m_count <= 0 || now <= m_at) return m_count;
  return m_count * std::exp2(-hoursBetween(m_at, now) / halfLifeHours);
}

void UsualRate::noteArrival(const QString& project, Instant at) {
  if (!m_first) m_first = at;
  if (!m_firstOf.contains(project)) m_firstOf.insert(project, at);
  m_all.add(at);
  m_hours[static_cast<size_t>(hourOfWeek(at))] += 1;
  m_hourCount += 1;
  if (++m_sinceProfile >= profileEvery) makeProfile();
}

void UsualRate::noteMatter(const QString& matter, Instant at) {
  if (matter.isEmpty()) {
    m_ordinary.add(at);
  } else {
    m_matters[matter].add(at);
  }
}

void UsualRate::notePlace(int sort, const QString& place, const QString& matter, Instant at) {
  if (!m_knownPlaces.contains(place)) {
    m_knownPlaces.insert(place, true);
    m_placesOfSort[static_cast<size_t>(sort)] += 1;
  }
  m_places[place % u'|' % matter].add(at);
}

double UsualRate::hoursSince(Instant first, Instant now) {
  if (now <= first) return 0;
  // What faded is not waited for any more either.
  return halfLifeHours / std::log(2.0) * (1 - std::exp2(-hoursBetween(first, now) / halfLifeHours));
}

double UsualRate::rate(const Question& question, Instant now) const {
  const double hours = hoursSince(m_first.value_or(now), now);
  const double all = (m_all.at(now) + priorReports) / (hours + priorHours);
  const double ordinary = m_ordinary.at(now);
  const double told =
      question.matter.isEmpty() ? ordinary : m_matters.value(question.matter).at(now);
  const double share = (told + priorShares * question.ordinary) / (ordinary + priorShares);
  const auto sort = static_cast<size_t>(question.sort);
  const double places = m_placesOfSort[sort] + priorPlaces[sort];
  const double everywhere = std::max(1e-12, all * share / places);
  const double known = hoursSince(m_firstOf.value(question.project, now), now);
  const double here = m_places.value(question.place % u'|' % question.matter).at(now);
  return (trust + here + std::sqrt(trust + here)) / (trust / everywhere + known);
}

void UsualRate::makeProfile() {
  m_sinceProfile = 0;
  std::array<double, 24> byHour{};
  std::array<double, 7> byDay{};
  for (size_t i = 0; i < m_hours.size(); ++i) {
    byHour[i % 24] += m_hours[i];
    byDay[i / 24] += m_hours[i];
  }
  const double mean = m_hourCount / 168;
  for (size_t i = 0; i < m_hours.size(); ++i) {
    const double hour = 24 * (byHour[i % 24] + 20) / (m_hourCount + 20 * 24);
    const double day = 7 * (byDay[i / 24] + 50) / (m_hourCount + 50 * 7);
    m_profile[i] = std::max(quietest, (m_hours[i] + hourTrust * hour * day) / (mean + hourTrust));
  }
}

double UsualRate::weight(Instant now, Milliseconds span) const {
  const double hours = std::chrono::duration<double, std::ratio<3600>>(span).count();
  if (m_sinceProfile >= profileEvery) return hours;
  double left = hours;
  double sum = 0;
  // The hour that runs has come as far as its minutes.
  double part = std::chrono::duration<double, std::ratio<3600>>(timeOfDay(now)).count();
  part -= std::floor(part);
  int hour = hourOfWeek(now);
  for (double length = std::max(part, 1e-9); left > 0; length = 1) {
    const double taken = std::min(left, length);
    sum += taken * m_profile[static_cast<size_t>(hour)];
    left -= taken;
    hour = (hour + 167) % 168;
  }
  return sum;
}

}  // namespace yingda
