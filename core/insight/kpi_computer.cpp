// SPDX-License-Identifier: GPL-3.0-or-later
// One function a figure, in the order of the dictionary.
#include "core/insight/kpi_computer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/insight/kpi_population.h"
#include "core/insight/promise_count.h"

namespace yingda {

namespace {

using std::chrono::days;

constexpr days verifiedAfter{7};
constexpr days repeatWithin{30};

std::optional<double> share(int part, int whole) {
  if (whole == 0) return std::nullopt;
  return 100.0 * part / whole;
}

std::optional<double> ratio(double sum, int whole) {
  if (whole == 0) return std::nullopt;
  return sum / whole;
}

/// What a computation brings; the words come from the dictionary.
struct Counted {
  std::optional<double> value;
  int n = 0;
  std::optional<double> counter;
  int counterN = 0;
  KpiTickets tickets;
  std::vector<KpiPart> parts;
};

/// Tickets as cases: how many, how many of them good, and which.
struct Tally {
  int n = 0;
  int good = 0;
  KpiTickets tickets;
  /// Of a share of what is wished for: what is not so speaks against.
  void wish(const TicketLife& life, bool isGood) { add(life, isGood, !isGood); }
  /// Of a share of what is not wished for.
  void fear(const TicketLife& life, bool isBad) { add(life, isBad, isBad); }
  /// Of the counter-figure, which is a share of some of the cases.
  void beside(const TicketLife& life, bool isCounted) {
    if (isCounted) tickets.beside << life.ticket.id;
  }
  /// `counterN`: how many cases the counter-figure is a share of.
  Counted counted(int counterN) const {
    return counted(share(static_cast<int>(tickets.beside.size()), counterN), counterN);
  }
  Counted counted(std::optional<double> counter, int counterN) const {
    return {share(good, n), n, counter, counterN, tickets, {}};
  }

 private:
  void add(const TicketLife& life, bool isCounted, bool isAgainst) {
    ++n;
    good += isCounted ? 1 : 0;
    tickets.all << life.ticket.id;
    if (isAgainst) tickets.against << life.ticket.id;
  }
};

using Computation = Result<Counted> (*)(KpiPopulation&, const KpiDefinition&);

bool isTicket(const TicketLife& life, const KpiDefinition& kpi) {
  return kpi.counts(life.ticket.kind) && callCodeOf(life).isEmpty();
}

/// Times: every milestone of that kind which ran out in the span was met by then.
Result<Counted> inTime(KpiPopulation& all, const KpiDefinition& kpi, MilestoneId milestone) {
  Tally tally;
  for (const TicketLife& life : all.lives()) {
    if (!isTicket(life, kpi) || all.isRepeat(life)) continue;
    bool isDue = false;
    bool isMet = true;
    for (const CycleMilestone& one : all.milestones(life, milestone)) {
      if (!all.isInSpan(*one.milestone.due)) continue;
      isDue = true;
      isMet = isMet && one.milestone.state == MilestoneState::Met;
    }
    if (!isDue) continue;
    tally.wish(life, isMet);
    tally.beside(life, firstOf(life, ActivityKind::Pause) != nullptr);
  }
  return tally.counted(tally.n);
}

Result<Counted> ontimeResponse(KpiPopulation& all, const KpiDefinition& kpi) {
  return inTime(all, kpi, MilestoneId::M1);
}

Result<Counted> onsiteOntime(KpiPopulation& all, const KpiDefinition& kpi) {
  return inTime(all, kpi, MilestoneId::Onsite);
}

/// A call that somebody made about a matter, for the first time.
bool isFirstContact(const KpiPopulation& all, const TicketLife& life, const KpiDefinition& kpi) {
  if (!all.isReceived(life) || all.isRepeat(life)) return false;
  const QString code = callCodeOf(life);
  return code.isEmpty() ? kpi.counts(life.ticket.kind) : code == u"answered";
}

/// The agent says so: answered without a ticket, or solved and confirmed before anybody else came
/// into it.
bool isSolvedAtOnce(const TicketLife& life) {
  if (callCodeOf(life) == u"answered") return true;
  const Activity* solved = firstOf(life, ActivityKind::Solved);
  if (!solved || !solved->data[u"confirmed"].toBool()) return false;
  for (const Activity& one : life.activities) {
    if (one.at > solved->at) break;
    if (one.kind == ActivityKind::Dispatched || one.kind == ActivityKind::Reopened) return false;
    if (one.kind == ActivityKind::Contact && one.at > life.ticket.receivedAt) return false;
  }
  return true;
}

/// Nobody came again about it within seven days, and the callback, where one is due, says solved.
Result<bool> isVerified(KpiPopulation& all, const TicketLife& life) {
  const Instant received = life.ticket.receivedAt;
  const Instant until = received + verifiedAfter;
  bool isCalledBack = false;
  for (const Activity& one : life.activities) {
    const bool isWithin = one.at > received && one.at <= until;
    if (isWithin && (one.kind == ActivityKind::Contact || one.kind == ActivityKind::Reopened)) {
      return false;
    }
    if (one.kind == ActivityKind::CallbackAttempt) {
      isCalledBack = isCalledBack || one.data[u"result"].toString() == u"solved";
    }
  }
  if (firstOf(life, ActivityKind::Solved) && !isCalledBack) return false;
  for (const Tie& tie : all.sameTies()) {
    if (tie.original == life.ticket.id && tie.at <= until) return false;
  }
  if (life.ticket.household.isNull() || life.ticket.category.isEmpty()) return true;
  const auto again = all.queries().sameMatter(life.ticket.household, life.ticket.category,
                                              received + Milliseconds{1}, until);
  if (!again) return again.error();
  return again->empty();
}

bool isOldEnough(const KpiPopulation& all, const TicketLife& life) {
  return life.ticket.receivedAt + verifiedAfter <= all.span().now;
}

Result<Counted> firstStated(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  int old = 0;
  for (const TicketLife& life : all.lives()) {
    if (!isFirstContact(all, life, kpi)) continue;
    const bool isSolved = isSolvedAtOnce(life);
    tally.wish(life, isSolved);
    if (!isOldEnough(all, life)) continue;
    ++old;
    if (!isSolved) continue;
    const auto held = isVerified(all, life);
    if (!held) return held.error();
    tally.beside(life, *held);
  }
  return tally.counted(old);
}

Result<Counted> firstVerified(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  int due = 0;
  for (const TicketLife& life : all.lives()) {
    if (!isFirstContact(all, life, kpi) || !isOldEnough(all, life)) continue;
    const bool isSolved = isSolvedAtOnce(life);
    bool isHeld = false;
    if (isSolved) {
      const auto held = isVerified(all, life);
      if (!held) return held.error();
      isHeld = *held;
    }
    tally.wish(life, isHeld);
    if (!isSolved || !firstOf(life, ActivityKind::Solved)) continue;
    ++due;
    tally.beside(
        life, std::any_of(life.activities.begin(), life.activities.end(), [](const Activity& one) {
          return one.kind == ActivityKind::CallbackAttempt && isReached(one);
        }));
  }
  return tally.counted(due);
}

Result<Counted> escalateRate(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  for (const TicketLife& life : all.lives()) {
    if (!all.isReceived(life) || !isTicket(life, kpi)) continue;
    const bool isRaised =
        std::any_of(life.activities.begin(), life.activities.end(), [](const Activity& one) {
          if (one.kind != ActivityKind::LevelChanged) return false;
          const auto from = levelFromText(one.data[u"from"].toString());
          const auto to = levelFromText(one.data[u"to"].toString());
          return from && to && *to < *from;
        });
    tally.fear(life, isRaised);
    tally.beside(life, life.ticket.level <= Level::Orange);
  }
  return tally.counted(tally.n);
}

bool isClosedIn(const KpiPopulation& all, const TicketLife& life) {
  const Activity* archived = lastOf(life, ActivityKind::Archived);
  return archived && all.isInSpan(archived->at);
}

Result<Counted> repeatRate(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  for (const TicketLife& life : all.lives()) {
    const Ticket& ticket = life.ticket;
    if (!isTicket(life, kpi) || !isClosedIn(all, life)) continue;
    if (ticket.household.isNull() || ticket.category.isEmpty()) continue;
    const auto before = all.queries().sameMatter(
        ticket.household, ticket.category, ticket.receivedAt - repeatWithin, ticket.receivedAt);
    if (!before) return before.error();
    tally.fear(life, !before->empty());
    tally.beside(life, life.hasCause);
  }
  return tally.counted(tally.n);
}

Result<Counted> dupHandling(KpiPopulation& all, const KpiDefinition& kpi) {
  QHash<TicketId, QSet<TicketId>> repeatsOf;
  QSet<TicketId> repeats;
  for (const Tie& tie : all.sameTies()) {
    repeatsOf[tie.original].insert(tie.other);
    repeats.insert(tie.other);
  }
  const auto worked = all.queries().dispatched(repeats);
  if (!worked) return worked.error();
  Tally tally;
  for (const TicketLife& life : all.lives()) {
    if (!all.isReceived(life) || !isTicket(life, kpi) || all.isRepeat(life)) continue;
    tally.fear(life, repeatsOf.value(life.ticket.id).intersects(*worked));
  }
  const auto undone = all.queries().ties(TieKind::None);
  if (!undone) return undone.error();
  const auto inSpan = [&all](const Tie& tie) { return all.isInSpan(tie.at); };
  int back = 0;
  for (const Tie& tie : *undone) {
    if (!inSpan(tie)) continue;
    ++back;
    if (!tally.tickets.beside.contains(tie.other)) tally.tickets.beside << tie.other;
  }
  const auto kept =
      static_cast<int>(std::count_if(all.sameTies().begin(), all.sameTies().end(), inSpan));
  return tally.counted(share(back, back + kept), back + kept);
}

Result<Counted> triageErr(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  for (const TicketLife& life : all.lives()) {
    if (!isTicket(life, kpi) || !isClosedIn(all, life) || life.ticket.category.isEmpty()) continue;
    const Activity* change = firstOf(life, ActivityKind::CategoryChanged);
    QString first = life.ticket.category;
    if (change) {
      first = change->data[u"from"].toString();
      if (first.isEmpty()) {
        tally.beside(life, true);
        first = change->data[u"to"].toString();
      }
    }
    tally.fear(life, first != life.ticket.category);
  }
  return tally.counted(tally.n);
}

/// A callback in the span and its ticket.
struct Called {
  const TicketLife* life = nullptr;
  const Activity* call = nullptr;
};

std::vector<Called> callsIn(const KpiPopulation& all, const KpiDefinition& kpi) {
  std::vector<Called> calls;
  for (const TicketLife& life : all.lives()) {
    if (!kpi.counts(life.ticket.kind)) continue;
    for (const Activity& one : life.activities) {
      if (one.kind == ActivityKind::CallbackAttempt && all.isInSpan(one.at)) {
        calls.push_back({&life, &one});
      }
    }
  }
  return calls;
}

void addOnce(QList<TicketId>& list, const TicketId& id) {
  if (list.isEmpty() || list.back() != id) list << id;
}

/// Answers to one question of the callback; `isBad` says which of them speak against.
struct Answers {
  std::vector<int> values;
  int calls = 0;
  int ownCalls = 0;    ///< of those with an answer: asked by who received or solved it
  KpiTickets tickets;  ///< beside: those with an answer
  QList<TicketId> own;
};

Answers answersIn(const KpiPopulation& all, const KpiDefinition& kpi, const QString& question,
                  bool (*isBad)(int)) {
  Answers answers;
  for (const Called& one : callsIn(all, kpi)) {
    ++answers.calls;
    const QJsonValue value = one.call->data[question];
    if (!value.isDouble()) continue;
    answers.values.push_back(value.toInt());
    addOnce(answers.tickets.all, one.life->ticket.id);
    if (isBad(value.toInt())) addOnce(answers.tickets.against, one.life->ticket.id);
    const Activity* solved = nullptr;
    for (const Activity& earlier : one.life->activities) {
      if (earlier.kind == ActivityKind::Solved && earlier.at <= one.call->at) solved = &earlier;
    }
    const AgentId& by = one.call->by;
    if (by != one.life->ticket.firstReceiver && (!solved || solved->by != by)) continue;
    ++answers.ownCalls;
    addOnce(answers.own, one.life->ticket.id);
  }
  answers.tickets.beside = answers.tickets.all;
  return answers;
}

Result<Counted> csatMean(KpiPopulation& all, const KpiDefinition& kpi) {
  const Answers answers =
      answersIn(all, kpi, QStringLiteral("score"), [](int score) { return score <= 3; });
  const int n = static_cast<int>(answers.values.size());
  double sum = 0;
  for (const int score : answers.values) sum += score;
  return Counted{ratio(sum, n), n, share(n, answers.calls), answers.calls, answers.tickets, {}};
}

Result<Counted> csatTop2(KpiPopulation& all, const KpiDefinition& kpi) {
  const Answers answers =
      answersIn(all, kpi, QStringLiteral("score"), [](int score) { return score < 4; });
  const int n = static_cast<int>(answers.values.size());
  const auto top = static_cast<int>(std::count_if(answers.values.begin(), answers.values.end(),
                                                  [](int score) { return score >= 4; }));
  KpiTickets tickets = answers.tickets;
  tickets.beside = answers.own;
  return Counted{share(top, n), n, share(answers.ownCalls, n), n, tickets, {}};
}

Result<Counted> nps(KpiPopulation& all, const KpiDefinition& kpi) {
  const Answers answers =
      answersIn(all, kpi, QStringLiteral("nps"), [](int points) { return points <= 6; });
  const int n = static_cast<int>(answers.values.size());
  int net = 0;
  for (const int points : answers.values) net += points >= 9 ? 1 : points <= 6 ? -1 : 0;
  return Counted{share(net, n), n, share(n, answers.calls), answers.calls, answers.tickets, {}};
}

/// The calls of one solution: reached inside the window, and all of them.
struct WindowCalls {
  bool isReachedInside = false;
  bool isReachedAtAll = false;
  int tried = 0;
  int unreachable = 0;
};

WindowCalls callsOf(const TicketLife& life, Instant solvedAt, const Milestone& window) {
  WindowCalls calls;
  for (const Activity& one : life.activities) {
    if (one.kind != ActivityKind::CallbackAttempt || one.at < solvedAt || one.at > *window.due) {
      continue;
    }
    ++calls.tried;
    if (!isReached(one)) {
      ++calls.unreachable;
      continue;
    }
    calls.isReachedAtAll = true;
    if (!window.opensAt || one.at >= *window.opensAt) calls.isReachedInside = true;
  }
  return calls;
}

Result<Counted> callbackOntime(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  int tried = 0;
  int unreachable = 0;
  for (const TicketLife& life : all.lives()) {
    if (!isTicket(life, kpi) || all.isRepeat(life)) continue;
    bool isDue = false;
    bool isMet = true;
    bool isUnreached = false;
    for (const CycleMilestone& one : all.milestones(life, MilestoneId::Callback)) {
      const Milestone& window = one.milestone;
      if (!window.start || !all.isInSpan(*window.due)) continue;
      const WindowCalls calls = callsOf(life, *window.start, window);
      const Activity* again = firstOf(life, ActivityKind::Reopened, *window.start);
      // The owner was quicker than the call: nothing is left to ask about this solution.
      if (!calls.isReachedAtAll && again && again->at <= *window.due) continue;
      isDue = true;
      isMet = isMet && calls.isReachedInside;
      tried += calls.tried;
      unreachable += calls.unreachable;
      isUnreached = isUnreached || calls.unreachable > 0;
    }
    if (!isDue) continue;
    tally.wish(life, isMet);
    tally.beside(life, isUnreached);
  }
  return tally.counted(share(unreachable, tried), tried);
}

Result<Counted> promiseKept(KpiPopulation& all, const KpiDefinition&) {
  const auto promises = all.queries().promisesDue(all.span().from, all.span().to);
  if (!promises) return promises.error();
  Counted counted;
  for (const Promise& promise : *promises) {
    if (!counted.tickets.all.contains(promise.ticket)) counted.tickets.all << promise.ticket;
    if (!isKeptInTime(promise) && !counted.tickets.against.contains(promise.ticket)) {
      counted.tickets.against << promise.ticket;
    }
  }
  counted.tickets.beside = counted.tickets.all;
  const KpiNumber own = promiseNumber(countPromises(*promises, all.span().to));
  counted.n = own.n;
  counted.value = own.value;
  counted.counterN = static_cast<int>(counted.tickets.all.size());
  counted.counter = ratio(counted.n, counted.counterN);
  return counted;
}

/// The smallest value that nine of ten do not exceed (nearest rank); nothing of nothing.
std::optional<double> ninetieth(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<size_t>(std::ceil(0.9 * static_cast<double>(values.size())));
  return values[std::max<size_t>(rank, 1) - 1];
}

Result<Counted> bounce(KpiPopulation& all, const KpiDefinition& kpi) {
  Counted counted;
  int returns = 0;
  std::vector<double> minutesInAir;
  for (const TicketLife& life : all.lives()) {
    if (!isTicket(life, kpi)) continue;
    bool isDispatched = false;
    int own = 0;
    for (const Activity& one : life.activities) {
      if (!all.isInSpan(one.at)) continue;
      isDispatched = isDispatched || one.kind == ActivityKind::Dispatched;
      if (one.kind != ActivityKind::Returned) continue;
      ++own;
      const Activity* next = firstOf(life, ActivityKind::Dispatched, one.at);
      const Milliseconds air = (next ? next->at : all.span().now) - one.at;
      minutesInAir.push_back(static_cast<double>(air.count()) / 60'000);
    }
    returns += own;
    if (!isDispatched && own == 0) continue;
    counted.n += isDispatched ? 1 : 0;
    counted.tickets.all << life.ticket.id;
    if (own > 0) counted.tickets.against << life.ticket.id;
  }
  counted.tickets.beside = counted.tickets.against;
  counted.value = ratio(returns, counted.n);
  counted.counterN = static_cast<int>(minutesInAir.size());
  counted.counter = ninetieth(std::move(minutesInAir));
  return counted;
}

/// Byar's bounds of 95 % for a count of rare events.
std::pair<double, double> boundsOf(int count) {
  constexpr double z = 1.959964;
  const double c = count;
  const double low = count == 0 ? 0 : c * std::pow(1 - 1 / (9 * c) - z / (3 * std::sqrt(c)), 3);
  const double d = c + 1;
  return {low, d * std::pow(1 - 1 / (9 * d) + z / (3 * std::sqrt(d)), 3)};
}

Result<Counted> complaintsPerHomes(KpiPopulation& all, const KpiDefinition& kpi) {
  const auto homes = all.queries().homes();
  if (!homes) return homes.error();
  Counted counted;
  QHash<CommunityId, int> complaints;
  for (const TicketLife& life : all.lives()) {
    if (!all.isReceived(life) || !isTicket(life, kpi) || life.community.isNull()) continue;
    ++counted.n;
    ++complaints[life.community];
    counted.tickets.all << life.ticket.id;
    counted.tickets.against << life.ticket.id;
  }
  for (const CommunityHomes& one : *homes) {
    counted.counterN += one.occupied;
    KpiPart part;
    part.name = one.name;
    part.homes = one.occupied;
    part.number = {one.name, std::nullopt, complaints.value(one.id)};
    if (one.occupied > 0) {
      const double scale = 1000.0 / one.occupied;
      const auto [low, high] = boundsOf(part.number.n);
      part.number.value = part.number.n * scale;
      part.low = low * scale;
      part.high = high * scale;
    }
    counted.parts.push_back(part);
  }
  counted.value = ratio(1000.0 * counted.n, counted.counterN);
  counted.counter = counted.counterN;
  return counted;
}

/// The last solution in the span; null when there is none.
const Activity* solvedIn(const KpiPopulation& all, const TicketLife& life) {
  const Activity* solved = nullptr;
  for (const Activity& one : life.activities) {
    if (one.kind == ActivityKind::Solved && all.isInSpan(one.at)) solved = &one;
  }
  return solved;
}

Result<Counted> firstVisit(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  for (const TicketLife& life : all.lives()) {
    if (!isTicket(life, kpi)) continue;
    const Activity* solved = solvedIn(all, life);
    if (!solved) continue;
    const auto visits = std::count_if(
        life.activities.begin(), life.activities.end(), [solved](const Activity& one) {
          return one.kind == ActivityKind::Arrived && one.at <= solved->at;
        });
    if (visits == 0) continue;
    const bool isReopened = countOf(life, ActivityKind::Reopened) > 0;
    tally.wish(life, visits == 1 && !isReopened);
    tally.beside(life, isReopened);
  }
  return tally.counted(tally.n);
}

Result<Counted> cases12345(KpiPopulation& all, const KpiDefinition& kpi) {
  Counted counted;
  int reopened = 0;
  for (const TicketLife& life : all.lives()) {
    if (!all.isReceived(life) || !isTicket(life, kpi)) continue;
    if (life.ticket.channel != Channel::Hotline12345) continue;
    ++counted.n;
    counted.tickets.all << life.ticket.id;
    if (!firstOf(life, ActivityKind::Reopened)) continue;
    ++reopened;
    counted.tickets.against << life.ticket.id;
  }
  counted.tickets.beside = counted.tickets.against;
  // A count of nothing is nothing, not unknown.
  counted.value = counted.n;
  counted.counter = share(reopened, counted.n);
  counted.counterN = counted.n;
  return counted;
}

Result<Counted> reopenRate(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  for (const TicketLife& life : all.lives()) {
    if (!isTicket(life, kpi)) continue;
    const Activity* solved = nullptr;
    for (const Activity& one : life.activities) {
      if (one.kind == ActivityKind::Solved && all.isInSpan(one.at)) {
        solved = &one;
        break;
      }
    }
    if (!solved) continue;
    tally.fear(life, firstOf(life, ActivityKind::Reopened, solved->at) != nullptr);
    tally.beside(life, std::any_of(life.activities.begin(), life.activities.end(),
                                   [solved](const Activity& one) {
                                     return one.kind == ActivityKind::CallbackAttempt &&
                                            one.at >= solved->at && isReached(one);
                                   }));
  }
  return tally.counted(tally.n);
}

Result<Counted> unreachableShare(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  int calls = 0;
  for (const TicketLife& life : all.lives()) {
    if (!isTicket(life, kpi)) continue;
    int tried = 0;
    bool isAnswered = false;
    for (const Activity& one : life.activities) {
      if (one.kind != ActivityKind::CallbackAttempt || !all.isInSpan(one.at)) continue;
      ++tried;
      isAnswered = isAnswered || isReached(one);
    }
    if (tried == 0) continue;
    calls += tried;
    tally.fear(life, !isAnswered);
  }
  tally.tickets.beside = tally.tickets.all;
  return tally.counted(ratio(calls, tally.n), tally.n);
}

Result<Counted> proactiveShare(KpiPopulation& all, const KpiDefinition& kpi) {
  Tally tally;
  for (const TicketLife& life : all.lives()) {
    if (!all.isReceived(life) || !isTicket(life, kpi)) continue;
    // What was found by ourselves is listed behind the figure; nothing speaks against.
    tally.wish(life, life.ticket.channel == Channel::Patrol);
    tally.beside(life, life.ticket.kind == Kind::Complaint);
  }
  return tally.counted(tally.n);
}

struct Row {
  const char* id;
  Computation compute;
};

constexpr std::array computations{
    Row{"ontime_response", ontimeResponse},
    Row{"FCR_A", firstStated},
    Row{"FCR_V", firstVerified},
    Row{"escalate_rate", escalateRate},
    Row{"repeat_rate", repeatRate},
    Row{"dup_handling", dupHandling},
    Row{"triage_err", triageErr},
    Row{"csat_mean", csatMean},
    Row{"csat_top2", csatTop2},
    Row{"nps", nps},
    Row{"callback_ontime", callbackOntime},
    Row{"promise_kept", promiseKept},
    Row{"bounce", bounce},
    Row{"complaints_per_1000_households", complaintsPerHomes},
    Row{"onsite_ontime", onsiteOntime},
    Row{"solve_first_visit", firstVisit},
    Row{"cases_12345", cases12345},
    Row{"reopen_rate", reopenRate},
    Row{"unreachable_share", unreachableShare},
    Row{"proactive_share", proactiveShare},
};

Result<Counted> compute(KpiPopulation& all, const KpiDefinition& kpi) {
  const auto found = std::find_if(computations.begin(), computations.end(), [&kpi](const Row& row) {
    return kpi.id == QLatin1String(row.id);
  });
  if (found == computations.end()) return Error{ErrorCode::NotFound, kpi.id};
  return found->compute(all, kpi);
}

}  // namespace

QStringList KpiComputer::computed() {
  QStringList ids;
  for (const Row& row : computations) ids << QLatin1String(row.id);
  return ids;
}

Result<KpiFigure> KpiComputer::figure(const QString& id, const KpiSpan& span) {
  auto all = figures({id}, span);
  if (!all) return all.error();
  return std::move(all->front());
}

Result<std::vector<KpiFigure>> KpiComputer::figures(const QStringList& ids, const KpiSpan& span) {
  KpiPopulation population(m_database, m_engine, m_starter, span);
  if (auto loaded = population.load(); !loaded) return loaded.error();
  std::vector<KpiFigure> figures;
  for (const QString& id : ids) {
    const KpiDefinition* kpi = m_dictionary.findOrNull(id);
    if (!kpi) return Error{ErrorCode::NotFound, id};
    auto own = compute(population, *kpi);
    if (!own) return own.error();
    std::optional<KpiNumber> quality;
    if (const KpiDefinition* beside = m_dictionary.findOrNull(kpi->quality)) {
      const auto counted = compute(population, *beside);
      if (!counted) return counted.error();
      quality = KpiNumber{beside->id, counted->value, counted->n};
    }
    KpiFigure figure(*kpi, {id, own->value, own->n}, {kpi->counter.id, own->counter, own->counterN},
                     std::move(quality), std::move(own->tickets));
    figure.setParts(std::move(own->parts));
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace yingda
