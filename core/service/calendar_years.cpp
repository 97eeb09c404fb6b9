// SPDX-License-Identifier: GPL-3.0-or-later
// A cheap look at the years first; the accounts know the rest.
#include "core/service/calendar_years.h"

#include <algorithm>
#include <set>

namespace yingda {

namespace {

int yearOf(Instant at) {
  return static_cast<int>(std::chrono::year_month_day{localDayOf(at)}.year());
}

/// True when every calendar knows every year of the milestone, as nearly always.
bool isCovered(const CalendarSet& calendars, const Milestone& milestone) {
  if (!milestone.start || !milestone.due) return true;
  const auto& all = calendars.all();
  for (int year = yearOf(*milestone.start); year <= yearOf(*milestone.due); ++year) {
    const bool knows = std::all_of(all.begin(), all.end(), [year](const ServiceCalendar& calendar) {
      return calendar.coversYear(year);
    });
    if (!knows) return false;
  }
  return true;
}

}  // namespace

std::vector<int> yearsWithoutCalendar(const MilestoneEngine& engine, const MilestoneInput& input,
                                      const std::vector<Milestone>& milestones, Instant now) {
  std::set<int> years;
  for (const Milestone& milestone : milestones) {
    if (!milestone.isUnmet() || isCovered(engine.calendars(), milestone)) continue;
    const Account account = engine.account(input, milestone.id, now);
    years.insert(account.missingYears.begin(), account.missingYears.end());
  }
  return {years.begin(), years.end()};
}

}  // namespace yingda
