// SPDX-License-Identifier: GPL-3.0-or-later
// Arrival hours, seasons and lives of the demo's tickets.
#include "core/service/demo_tickets.h"

#include <QJsonObject>
#include <algorithm>

#include "core/service/ticket_rules.h"

namespace yingda {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int historyDays = 1095;

// Calls by hour of the day, as a hotline of homes sees them: few at night, a peak after work.
constexpr int hourWeights[24] = {4,  2,  1,  1,  1,  2,  5,  12, 22, 26, 24, 20,
                                 14, 13, 18, 20, 20, 22, 26, 30, 26, 20, 13, 8};

unsigned monthOf(Instant at) {
  return static_cast<unsigned>(std::chrono::year_month_day{localDayOf(at)}.month());
}

}  // namespace

struct DemoTickets::Writing {
  Ticket ticket;
  TicketText text;
  std::vector<Activity> activities;
  const Agent* receiver = nullptr;
  const Category* category = nullptr;
};

DemoTickets::DemoTickets(const DemoWords& words, const Starter& starter, Random& random,
                         const std::vector<DemoHome>& homes, const std::vector<Agent>& staff,
                         Instant end)
    : m_words(words),
      m_starter(starter),
      m_random(random),
      m_homes(homes),
      m_staff(staff),
      m_end(end) {}

seconds DemoTickets::between(int least, int most) {
  return seconds{least + static_cast<int>(m_random.below(static_cast<quint64>(most) -
                                                         static_cast<quint64>(least) + 1))};
}

std::vector<Instant> DemoTickets::receipts(int count, int open) {
  std::vector<Instant> times;
  times.reserve(static_cast<size_t>(count));
  const LocalDay lastDay = localDayOf(m_end);
  while (static_cast<int>(times.size()) < count - open) {
    // The hotline grew: the last quarter of a year has more calls than the first.
    const double place = m_random.unit();
    const int day = static_cast<int>((place * 0.7 + place * place * 0.3) * (historyDays - 3));
    const LocalDay date = lastDay - days{historyDays - day};
    int hour = 0;
    do {
      hour = static_cast<int>(m_random.below(24));
    } while (static_cast<int>(m_random.below(30)) >= hourWeights[hour]);
    times.push_back(instantAt(date, hours{hour} + between(0, 3599)));
  }
  for (int i = 0; i < open; ++i) {
    // Most of what is open came in today; a few things are older.
    const quint64 age = m_random.below(10);
    const int most = age < 4 ? 2 * 3600 : age < 8 ? 14 * 3600 : 36 * 3600;
    times.push_back(m_end - minutes{5} - between(0, most));
  }
  std::sort(times.begin(), times.end());
  return times;
}

double DemoTickets::seasonWeight(const DemoTemplate& row, Instant at) const {
  const unsigned month = monthOf(at);
  double weight = 1;
  if (row.season == u"wet") weight = month >= 5 && month <= 8 ? 1.8 : 0.8;
  if (row.season == u"hot") weight = month >= 6 && month <= 9 ? 2.2 : 0.5;
  // Complaints keep their yearly mix; within it renovation noise belongs to spring and summer.
  if (row.season == u"renovation") weight = month >= 3 && month <= 8 ? 1.5 : 0.5;
  const bool isMondayMorning =
      isoWeekday(localDayOf(at)) == 1 && timeOfDay(at) >= hours{8} && timeOfDay(at) < hours{11};
  if (row.mondayRush && isMondayMorning) weight *= 5;
  return weight;
}

const DemoTemplate& DemoTickets::templateAt(Instant at) {
  // Three of ten calls complain; the mix among complaints is fixed, so that every report shows it.
  const bool isComplaint = m_random.below(10) < 3;
  double sum = 0;
  for (const DemoTemplate& row : m_words.templates) {
    if ((row.kind == Kind::Complaint) == isComplaint) sum += row.weight * seasonWeight(row, at);
  }
  double place = m_random.unit() * sum;
  const DemoTemplate* chosen = nullptr;
  for (const DemoTemplate& row : m_words.templates) {
    if ((row.kind == Kind::Complaint) != isComplaint) continue;
    chosen = &row;
    place -= row.weight * seasonWeight(row, at);
    if (place < 0) break;
  }
  return *chosen;
}

const Agent& DemoTickets::of(const QString& department) {
  std::vector<const Agent*> agents;
  for (const Agent& agent : m_staff) {
    if (agent.department == department) agents.push_back(&agent);
  }
  return agents.empty() ? m_staff.front() : *pick(agents, m_random);
}

void DemoTickets::add(Writing& writing, ActivityKind kind, Instant at, const QJsonObject& data,
                      const Agent* by) {
  Activity activity;
  activity.id = ActivityId(makeUuid7(at, m_random));
  activity.ticket = writing.ticket.id;
  activity.kind = kind;
  activity.at = at;
  activity.by = by ? by->id : writing.receiver->id;
  activity.byName = staffLabel(by ? *by : *writing.receiver);
  activity.data = data;
  writing.activities.push_back(std::move(activity));
}

DemoTickets::Writing DemoTickets::begin(const QString& numberDigits, Instant receivedAt,
                                        const DemoHome& home) {
  Writing writing;
  writing.receiver = &m_staff[m_random.below(3)];
  Ticket& ticket = writing.ticket;
  ticket.id = TicketId(makeUuid7(receivedAt, m_random));
  ticket.number = numberDigits;
  ticket.receivedAt = receivedAt;
  ticket.community = home.community;
  ticket.household = home.id;
  ticket.firstReceiver = writing.receiver->id;
  ticket.holder = writing.receiver->id;
  const quint64 way = m_random.below(100);
  ticket.channel = way < 78   ? Channel::Phone
                   : way < 86 ? Channel::WeChat
                   : way < 92 ? Channel::Desk
                   : way < 97 ? Channel::OwnersGroup
                              : Channel::Hotline12345;
  writing.text.id = ticket.id;
  writing.text.place = home.communityName % u' ' % home.address;
  writing.text.contactName = home.contact;
  writing.text.contactPhone = home.phone;
  add(writing, ActivityKind::Contact, receivedAt,
      {{QStringLiteral("channel"), channelWord(ticket.channel)},
       {QStringLiteral("number"), home.phone}});
  return writing;
}

void DemoTickets::solve(Writing& writing, const DemoTemplate& row, Instant at) {
  writing.text.cause = pick(row.causes, m_random);
  writing.text.outcome = pick(row.outcomes, m_random);
  writing.ticket.solution = QStringLiteral("已解决");
  add(writing, ActivityKind::Solved, at,
      {{QStringLiteral("result"), writing.ticket.solution},
       {QStringLiteral("text"), writing.text.outcome},
       {QStringLiteral("confirmed"), m_random.below(2) == 0}},
      &of(writing.ticket.department));
}

void DemoTickets::live(Writing& writing, const DemoTemplate& row, bool isOpen) {
  Ticket& ticket = writing.ticket;
  Instant at = ticket.receivedAt + between(30, 190);
  const auto pass = [this, &at, isOpen](int least, int most) {
    seconds gap = between(least, most);
    // What is to be over by now gets quicker the nearer its end lies to the demo's last moment.
    if (!isOpen) gap = std::min(gap, std::chrono::duration_cast<seconds>((m_end - at) / 4));
    at += gap;
  };
  const bool isYoung = m_end - ticket.receivedAt < minutes{40};
  const auto may = [this, &at, isOpen, isYoung](quint64 percent) {
    // Nothing happens after the demo's last moment; what came minutes ago may stand anywhere.
    return at < m_end && (!isOpen || !isYoung || m_random.below(100) < percent);
  };
  if (!may(90)) return;
  add(writing, ActivityKind::Confirmed, at);
  pass(15, 150);
  if (!may(85)) return;
  add(writing, ActivityKind::Told, at);
  pass(60, 900);
  if (!may(80)) return;
  ticket.department = writing.category->department;
  ticket.holder = AgentId();
  const Agent& handler = of(ticket.department);
  ticket.holderName = handler.outsideName;
  ticket.stage = Stage::Dispatched;
  const Department* department = m_starter.department(ticket.department);
  add(writing, ActivityKind::Dispatched, at,
      {{QStringLiteral("department"), department ? department->name : ticket.department},
       {QStringLiteral("person"), handler.outsideName}});
  pass(600, 7200);
  if (!may(60)) return;
  ticket.stage = Stage::InProgress;
  if (ticket.kind == Kind::Repair || m_random.below(2) == 0) {
    add(writing, ActivityKind::Arrived, at, {}, &handler);
    pass(300, 2400);
  }
  if (!may(60)) return;
  const QString cause = pick(row.causes, m_random);
  add(writing, ActivityKind::Diagnosed, at, {{QStringLiteral("text"), cause}}, &handler);
  pass(300, 5400);
  if (!may(60)) return;
  add(writing, ActivityKind::Informed, at, {{QStringLiteral("text"), pick(row.replies, m_random)}});
  pass(1800, 2 * 86'400);
  if (isOpen ? m_random.below(100) >= 25 : false) return;
  if (at >= m_end) return;
  solve(writing, row, at);
  ticket.stage = Stage::AwaitingCallback;
  if (isOpen) return;
  pass(86'400, 3 * 86'400);
  if (at >= m_end) return;
  const bool isUnsolved = m_random.below(100) < 4;
  if (isUnsolved) {
    add(writing, ActivityKind::CallbackAttempt, at,
        {{QStringLiteral("result"), QStringLiteral("unsolved")}, {QStringLiteral("score"), 2}});
    add(writing, ActivityKind::Reopened, at + seconds{1},
        {{QStringLiteral("reason"), QStringLiteral("回访未解决")}, {QStringLiteral("cycle"), 2}});
    ticket.cycle = 2;
    ticket.stage = Stage::Accepted;
    ticket.solution.clear();
    pass(3600, 86'400);
    if (at >= m_end) return;
    add(writing, ActivityKind::Confirmed, at);
    add(writing, ActivityKind::Told, at + seconds{20});
    pass(3600, 86'400);
    if (at >= m_end) return;
    solve(writing, row, at);
    ticket.stage = Stage::AwaitingCallback;
    pass(86'400, 2 * 86'400);
    if (at >= m_end) return;
  }
  QJsonObject result{{QStringLiteral("result"), QStringLiteral("solved")},
                     {QStringLiteral("score"), 3 + static_cast<int>(m_random.below(3))}};
  if (m_random.below(5) == 0) {
    result.insert(QStringLiteral("nps"), 5 + static_cast<int>(m_random.below(6)));
  }
  add(writing, ActivityKind::CallbackAttempt, at, result);
  ticket.stage = Stage::Archived;
  add(writing, ActivityKind::Archived, at + seconds{5});
}

void DemoTickets::finish(Writing& writing, ChangeSet& changes) {
  if (writing.text.title.isEmpty()) writing.text.title = titleFrom(writing.text.request);
  changes.create(ticketFields(), writing.ticket.id, writing.ticket);
  changes.create(ticketTextFields(), writing.ticket.id, writing.text);
  changes.activities.insert(changes.activities.end(),
                            std::make_move_iterator(writing.activities.begin()),
                            std::make_move_iterator(writing.activities.end()));
}

void DemoTickets::write(const QString& numberDigits, Instant receivedAt, bool isOpen,
                        ChangeSet& changes) {
  const DemoTemplate& row = templateAt(receivedAt);
  Writing writing = begin(numberDigits, receivedAt, pick(m_homes, m_random));
  writing.text.request = pick(row.requests, m_random);
  writing.text.reply = pick(row.replies, m_random);
  writing.text.note = pick(m_words.notes, m_random);
  writing.category = leafFor(m_starter, row.category, writing.text.request);
  writing.ticket.category = writing.category->id;
  writing.ticket.kind = row.kind;
  writing.ticket.level = writing.category->level;
  // A few complaints are major from the first word.
  if (row.kind == Kind::Complaint && m_random.below(40) == 0) writing.ticket.level = Level::Orange;
  live(writing, row, isOpen);
  finish(writing, changes);
}

void DemoTickets::writeBurst(const QString& numberDigits, ChangeSet& changes) {
  const DemoRed& red = m_words.reds.front();
  const DemoHome* home = &m_homes.front();
  for (const DemoHome& candidate : m_homes) {
    if (candidate.address.startsWith(u"3栋2单元") && candidate.phone != u"13812341234") {
      home = &candidate;
      break;
    }
  }
  Writing writing = begin(numberDigits, m_end - minutes{4}, *home);
  writing.text.request = red.request;
  writing.text.reply = red.reply;
  writing.category = leafFor(m_starter, red.category, red.request);
  writing.ticket.category = red.category;
  writing.ticket.kind = Kind::Repair;
  writing.ticket.level = Level::Red;
  writing.ticket.channel = Channel::Phone;
  add(writing, ActivityKind::Confirmed, m_end - minutes{3});
  finish(writing, changes);
}

}  // namespace yingda
