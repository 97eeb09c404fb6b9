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
  // Five minutes less than allowed: what is promised has to be kept.
  const auto within = [&](MilestoneId id, Instant wanted) {
    const auto due = dueOf(milestones, id);
    const Instant at = due ? std::min(roundedDown(*due - minutes{5}), wanted) : wanted;
    return std::max(at, roundedUp(now + minutes{5}));
  };
  DrillTimes times;
  times.arrival = within(MilestoneId::Onsite, roundedUp(now + minutes{scenario.arrivalMinutes}));
  if (scenario.level == Level::Red) {
    times.callback = roundedDown(now + minutes{std::min(scenario.callbackMinutes, 20)});
  } else {
    const Instant soon = roundedUp(now + minutes{scenario.callbackMinutes});
    const Instant allowed = engine.policy().quiet.nextAllowed(soon);
    times.callback = allowed == soon ? soon : roundedUp(allowed + minutes{30});
  }
  times.callback = within(MilestoneId::Resolve, times.callback);
  const auto plan = dueOf(milestones, MilestoneId::Plan);
  times.plan = plan ? roundedDown(*plan - minutes{5}) : times.callback;
  return times;
}

QString spokenMoment(Instant at, Instant now) {
  const QString clock = clockText(at);
  const auto days = localDayOf(at) - localDayOf(now);
  // Shortly before midnight nobody says tomorrow for ten past twelve.
  const bool isThisNight = at - now < std::chrono::hours{3};
  if (days.count() == 0 || isThisNight) return clock;
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
  // A blank stands beside figures only.
  return filled.replace(QStringLiteral(" 明天"), QStringLiteral("明天"));
}

}  // namespace yingda
