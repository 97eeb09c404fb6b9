// SPDX-License-Identifier: GPL-3.0-or-later
// Model sentences promise what production would have to keep.
#include "core/training/drill_words.h"

#include <QStringBuilder>
#include <algorithm>

namespace yingda {

namespace {

constexpr qint64 stepMs = 5 * 60'000;

Instant roundedDown(Instant at) { return instantFromMs(toMs(at) / stepMs * stepMs); }
Instant roundedUp(Instant at) { return instantFromMs((toMs(at) + stepMs - 1) / stepMs * stepMs); }

std::optional<Instant> dueOf(const std::vector<Milestone>& milestones, MilestoneId id) {
  for (const Milestone& milestone : milestones) {
    if (milestone.id == milestoneCode(id) && milestone.state != MilestoneState::NotApplicable) {
      return milestone.due;
    }
  }
  return std::nullopt;
}

}  // namespace

DrillTimes drillTimes(const Scenario& scenario, const MilestoneEngine& engine,
                      const CategoryTraits& traits, Instant received, Instant now) {
  using std::chrono::minutes;
  MilestoneInput input;
  input.level = scenario.level;
  input.category = scenario.category;
  input.attitude = traits.attitude;
  input.repair = traits.repair;
  input.received = received;
  const auto milestones = engine.milestones(input, now);
  DrillTimes times;
  if (scenario.level == Level::Red) {
    times.callback = roundedDown(now + minutes{20});
  } else {
    const Instant soon = roundedUp(now + minutes{120});
    const Instant allowed = engine.policy().quiet.nextAllowed(soon);
    times.callback = allowed == soon ? soon : roundedUp(allowed + minutes{30});
  }
  // Five minutes less than allowed: what is promised has to be kept.
  const auto before = [&](MilestoneId id, Instant otherwise) {
    const auto due = dueOf(milestones, id);
    return due ? std::max(roundedDown(*due - minutes{5}), roundedUp(now + minutes{5})) : otherwise;
  };
  times.arrival = before(MilestoneId::Onsite, times.callback);
  times.plan = before(MilestoneId::Plan, times.callback);
  if (const auto resolve = dueOf(milestones, MilestoneId::Resolve);
      resolve && times.callback > *resolve) {
    times.callback = std::max(roundedDown(*resolve - minutes{5}), roundedUp(now + minutes{5}));
  }
  return times;
}

QString spokenMoment(Instant at, Instant now) {
  const QString clock = clockText(at);
  const auto days = localDayOf(at) - localDayOf(now);
  if (days.count() == 0) return clock;
  if (days.count() == 1) return QStringLiteral("明天 ") % clock;
  const std::chrono::year_month_day date{localDayOf(at)};
  return QString::number(static_cast<unsigned>(date.month())) % QStringLiteral(" 月 ") %
         QString::number(static_cast<unsigned>(date.day())) % QStringLiteral(" 日 ") % clock;
}

QString fillDrillSentence(const QString& sentence, const Scenario& scenario, const DrillSeat& seat,
                          const DrillTimes& times, Instant now) {
  if (!sentence.contains(u'{')) return sentence;
  QString filled = sentence;
  const std::pair<QStringView, QString> values[] = {{u"{公司}", seat.company},
                                                    {u"{工号}", seat.staff},
                                                    {u"{单号}", seat.number},
                                                    {u"{称呼}", scenario.persona.callName},
                                                    {u"{房号}", scenario.persona.home},
                                                    {u"{到场}", spokenMoment(times.arrival, now)},
                                                    {u"{回电}", spokenMoment(times.callback, now)},
                                                    {u"{方案}", spokenMoment(times.plan, now)}};
  for (const auto& [place, value] : values) filled.replace(place.toString(), value);
  return filled;
}

}  // namespace yingda
