// SPDX-License-Identifier: GPL-3.0-or-later
// The made-up organisation: the same for a seed, mixed as its words ask, and without a ticket that
// could not have happened.
#include "core/service/demo.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include "core/domain/ticket_number.h"
#include "core/service/demo_words.h"
#include "core/store/cache.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

struct Told {
  Ticket ticket;
  TicketText text;
  std::vector<Activity> activities;
};

/// What lies in a store, read from its cache as the screens read it.
struct Organisation {
  std::vector<Told> tickets;  ///< in the order of their numbers
  QStringList lines;          ///< every household, person, number and ticket as text

  QByteArray digest() const {
    return QCryptographicHash::hash(lines.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
  }
};

template <class T>
QString lineOf(const FieldTable<T>& table, const T& thing) {
  QString line = thing.id.text();
  for (const auto& field : table.fields) {
    const FieldValue value = field.read(thing);
    if (const auto* number = std::get_if<qint64>(&value)) line += u'|' % QString::number(*number);
    if (const auto* text = std::get_if<QString>(&value)) line += u'|' % *text;
    if (const auto* id = std::get_if<QUuid>(&value)) line += u'|' % id->toString();
    if (std::holds_alternative<std::monostate>(value)) line += u'|';
  }
  return line;
}

QStringList firstColumn(Database& database, const QString& sql) {
  Statement& read = database.prepared(sql.toUtf8().constData(), sql);
  QStringList values;
  for (;;) {
    const auto found = read.step();
    REQUIRE(found);
    if (!*found) return values;
    values << read.text(0);
  }
}

Organisation readOrganisation(const QString& folder) {
  auto opened = Cache::openReader(folder);
  REQUIRE(opened);
  Database& database = **opened;
  TicketQueries tickets(database);
  HouseholdQueries households(database);
  Organisation read;
  for (const QString& row :
       firstColumn(database, QStringLiteral("SELECT row FROM ticket ORDER BY number"))) {
    const auto stored = tickets.byRow(row.toLongLong());
    REQUIRE(stored);
    const auto activities = tickets.activities(stored->row);
    REQUIRE(activities);
    read.tickets.push_back({stored->ticket, stored->text, *activities});
    read.lines << lineOf(ticketFields(), stored->ticket)
               << lineOf(ticketTextFields(), stored->text);
    for (const Activity& activity : *activities) {
      read.lines << activity.id.text() % activityCode(activity.kind) % toIso(activity.at) %
                        activity.byName % QString::fromUtf8(QJsonDocument(activity.data).toJson());
    }
  }
  for (const QString& id :
       firstColumn(database, QStringLiteral("SELECT hex(id) FROM household ORDER BY id"))) {
    const auto stored = households.byId(HouseholdId::fromBytes(QByteArray::fromHex(id.toLatin1())));
    REQUIRE(stored);
    read.lines << stored->communityName << lineOf(householdFields(), stored->household);
    for (const Person& person : stored->people) read.lines << lineOf(personFields(), person);
    for (const ContactPoint& point : stored->contactPoints) {
      read.lines << lineOf(contactPointFields(), point);
    }
    for (const Welfare& care : stored->welfare) read.lines << lineOf(welfareFields(), care);
    for (const Warranty& row : stored->warranties) read.lines << lineOf(warrantyFields(), row);
  }
  return read;
}

DemoOptions sizes(quint64 seed, int householdCount, int tickets, int open) {
  DemoOptions options;
  options.seed = seed;
  options.households = householdCount;
  options.tickets = tickets;
  options.open = open;
  return options;
}

Organisation demoOf(TempStore& store, const DemoOptions& options) {
  const auto report = await(store.backend->makeDemo(options));
  REQUIRE(report);
  CHECK(report->households == options.households);
  CHECK(report->tickets == options.tickets);
  return readOrganisation(store.folder());
}

Organisation demoOf(const DemoOptions& options) {
  TempStore store;
  return demoOf(store, options);
}

/// Share of the tickets for which the question is answered with yes.
template <class F>
double shareOf(const Organisation& organisation, F question) {
  double count = 0;
  for (const Told& told : organisation.tickets) count += question(told) ? 1 : 0;
  return count / static_cast<double>(organisation.tickets.size());
}

bool isComplaint(const Told& told) { return told.ticket.kind == Kind::Complaint; }

/// What the words ask of each category prefix within complaints, or within all other matters.
/// Seasons and Monday mornings shift single rows, so rows with one are compared by the caller's
/// leave only.
struct Asked {
  QString category;
  Kind kind = Kind::Repair;
  double share = 0;  ///< of the complaints, or of the rest
  bool isSeasonal = false;
};

std::vector<Asked> askedOf(const DemoWords& words) {
  double sums[2] = {0, 0};
  for (const DemoTemplate& row : words.templates) {
    sums[row.kind == Kind::Complaint ? 1 : 0] += row.weight;
  }
  std::vector<Asked> asked;
  for (const DemoTemplate& row : words.templates) {
    asked.push_back({row.category, row.kind, row.weight / sums[row.kind == Kind::Complaint ? 1 : 0],
                     !row.season.isEmpty() || row.mondayRush});
  }
  return asked;
}

int rankOf(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::Contact:
      return 0;
    case ActivityKind::Confirmed:
      return 1;
    case ActivityKind::Told:
      return 2;
    case ActivityKind::Dispatched:
      return 3;
    case ActivityKind::Arrived:
      return 4;
    case ActivityKind::Diagnosed:
      return 5;
    case ActivityKind::Informed:
      return 6;
    case ActivityKind::Solved:
      return 7;
    case ActivityKind::CallbackAttempt:
      return 8;
    case ActivityKind::Archived:
      return 9;
    default:
      return -1;
  }
}

/// The first thing that cannot be so; empty when all is well.
QString oddity(const Told& told, const Starter& starter, Instant end) {
  const Ticket& ticket = told.ticket;
  const TicketText& text = told.text;
  if (ticket.number.isEmpty() || !TicketNumber::parse(ticket.number))
    return QStringLiteral("number");
  if (ticket.receivedAt > end) return QStringLiteral("received in the future");
  if (ticket.household.isNull() || ticket.community.isNull()) return QStringLiteral("no household");
  if (ticket.firstReceiver.isNull()) return QStringLiteral("no first receiver");
  if (ticket.holder.isNull() && ticket.holderName.isEmpty()) return QStringLiteral("no holder");
  const Category* category = starter.category(ticket.category);
  if (!category || !category->isLeaf) return QStringLiteral("category");
  if (text.request.isEmpty() || text.title.isEmpty()) return QStringLiteral("no matter");
  if (!missingToDispatch(ticket, text).isEmpty()) return QStringLiteral("not fit to dispatch");
  if (told.activities.empty() || told.activities.front().kind != ActivityKind::Contact)
    return QStringLiteral("does not begin with a contact");
  if (told.activities.front().at != ticket.receivedAt) return QStringLiteral("contact elsewhere");
  int rank = -1;
  int cycle = 1;
  bool isDispatched = false;
  bool isSolved = false;
  bool isClosed = false;
  Instant last{};
  for (const Activity& activity : told.activities) {
    if (activity.at > end) return QStringLiteral("an event in the future");
    if (activity.at < last) return QStringLiteral("events out of order");
    last = activity.at;
    if (activity.byName.isEmpty() || activity.by.isNull()) return QStringLiteral("nobody did it");
    if (isClosed) return QStringLiteral("something after the archive");
    if (activity.kind == ActivityKind::Reopened) {
      if (!isSolved) return QStringLiteral("reopened without an end");
      ++cycle;
      rank = 0;
      isSolved = false;
      continue;
    }
    const int next = rankOf(activity.kind);
    if (next <= rank) return QStringLiteral("step back at ") % activityCode(activity.kind);
    rank = next;
    if (activity.kind == ActivityKind::Dispatched) isDispatched = true;
    if (activity.kind == ActivityKind::Arrived && !isDispatched)
      return QStringLiteral("arrived before the dispatch");
    if (activity.kind == ActivityKind::Solved) isSolved = true;
    if (activity.kind == ActivityKind::CallbackAttempt && !isSolved)
      return QStringLiteral("callback before the end");
    if (activity.kind == ActivityKind::Archived) isClosed = true;
  }
  if (cycle != ticket.cycle) return QStringLiteral("cycle");
  if (isClosed != (ticket.stage == Stage::Archived)) return QStringLiteral("archive and stage");
  const bool isEnded = ticket.stage == Stage::Archived || ticket.stage == Stage::AwaitingCallback;
  if (isEnded != isSolved) return QStringLiteral("end and stage");
  if (isEnded && (text.cause.isEmpty() || text.outcome.isEmpty() || ticket.solution.isEmpty()))
    return QStringLiteral("an end without cause or outcome");
  if (!isEnded && !ticket.solution.isEmpty()) return QStringLiteral("a solution while open");
  if (cycle == 1 && (ticket.stage >= Stage::Dispatched) != isDispatched)
    return QStringLiteral("dispatch and stage");
  if (isDispatched && ticket.department.isEmpty()) return QStringLiteral("no department");
  return {};
}

}  // namespace

TEST_CASE("equal seeds make equal organisations, other seeds and sizes others", "[demo]") {
  const Organisation first = demoOf(sizes(7, 60, 200, 20));
  CHECK(first.lines.size() > 1000);
  const Organisation again = demoOf(sizes(7, 60, 200, 20));
  CHECK(first.lines == again.lines);
  CHECK(first.digest() == again.digest());
  CHECK(demoOf(sizes(8, 60, 200, 20)).digest() != first.digest());
  CHECK(demoOf(sizes(7, 61, 200, 20)).digest() != first.digest());
}

TEST_CASE("on another machine the seed gives the same tickets under that seat's own numbers",
          "[demo]") {
  TempStore here(1);
  TempStore elsewhere(99);
  const Organisation first = demoOf(here, sizes(7, 30, 100, 10));
  const Organisation second = demoOf(elsewhere, sizes(7, 30, 100, 10));
  REQUIRE(first.tickets.size() == second.tickets.size());
  for (size_t i = 0; i < first.tickets.size(); ++i) {
    Ticket ticket = second.tickets[i].ticket;
    CHECK(ticket.number != first.tickets[i].ticket.number);
    ticket.number = first.tickets[i].ticket.number;
    REQUIRE(ticket == first.tickets[i].ticket);
    REQUIRE(second.tickets[i].text == first.tickets[i].text);
  }
}

TEST_CASE("kinds, categories, levels, ways in and hours are mixed as the words ask", "[demo]") {
  const auto words = readDemoWords();
  REQUIRE(words);
  const Organisation made = demoOf(sizes(7, 300, 8000, 60));
  constexpr double tolerance = 0.02;
  const double complaints = shareOf(made, isComplaint);
  CHECK(complaints == Approx(0.3).margin(tolerance));
  // Within complaints and within the rest, each row of the words by its weight.
  for (const Asked& row : askedOf(*words)) {
    const double whole = row.kind == Kind::Complaint ? complaints : 1 - complaints;
    const double share =
        shareOf(made,
                [&row](const Told& told) {
                  return told.ticket.kind == row.kind &&
                         (told.ticket.category == row.category ||
                          told.ticket.category.startsWith(QString(row.category % u'.')));
                }) /
        whole;
    INFO(row.category.toStdString() << " asked " << row.share << " made " << share);
    // A season moves a row over the year; it stays the row's own order of size.
    CHECK(share == Approx(row.share).margin(row.isSeasonal ? 2.5 * tolerance : tolerance));
  }
  double kindSums[std::size(allKinds)] = {};
  double rest = 0;
  for (const DemoTemplate& row : words->templates) {
    if (row.kind == Kind::Complaint) continue;
    kindSums[static_cast<size_t>(row.kind)] += row.weight;
    rest += row.weight;
  }
  for (const Kind kind : allKinds) {
    if (kind == Kind::Complaint) continue;
    const double asked = 0.7 * kindSums[static_cast<size_t>(kind)] / rest;
    INFO(kindWord(kind).toStdString());
    CHECK(shareOf(made, [kind](const Told& told) { return told.ticket.kind == kind; }) ==
          Approx(asked).margin(tolerance));
  }
  // The ordinary level is that of the category; one complaint in forty is major.
  const double orange = shareOf(made, [](const Told& told) {
    return isComplaint(told) && told.ticket.level == Level::Orange;
  });
  CHECK(orange / complaints == Approx(1.0 / 40).margin(tolerance));
  CHECK(shareOf(made, [](const Told& told) { return told.ticket.level == Level::Red; }) * 8000 ==
        Approx(1));
  const std::pair<Channel, double> ways[] = {{Channel::Phone, 0.78},
                                             {Channel::WeChat, 0.08},
                                             {Channel::Desk, 0.06},
                                             {Channel::OwnersGroup, 0.05},
                                             {Channel::Hotline12345, 0.03}};
  for (const auto& [channel, asked] : ways) {
    INFO(channelWord(channel).toStdString());
    CHECK(shareOf(made, [c = channel](const Told& told) { return told.ticket.channel == c; }) ==
          Approx(asked).margin(tolerance));
  }
  // A hotline of homes: the evening is its busiest hour, the small hours its quietest.
  const auto atHour = [&made](int hour) {
    return shareOf(made, [hour](const Told& told) {
      return std::chrono::duration_cast<std::chrono::hours>(timeOfDay(told.ticket.receivedAt))
                 .count() == hour;
    });
  };
  for (int hour = 0; hour < 24; ++hour) {
    INFO(hour);
    CHECK(atHour(19) >= atHour(hour));
    CHECK(atHour(3) <= atHour(hour) + 0.003);
  }
  CHECK(atHour(19) == Approx(0.084).margin(tolerance));
}

TEST_CASE("as many tickets are open as were asked for, one of them the burst of tonight",
          "[demo]") {
  for (const int open : {0, 1, 25, 120}) {
    INFO(open);
    const Organisation made = demoOf(sizes(7, 40, 120, open));
    const double count =
        shareOf(made, [](const Told& told) { return told.ticket.stage != Stage::Archived; }) * 120;
    CHECK(count == Approx(open));
    const double red =
        shareOf(made, [](const Told& told) { return told.ticket.level == Level::Red; }) * 120;
    CHECK(red == Approx(open > 0 ? 1 : 0));
  }
}

TEST_CASE("every ticket of a demo could have happened", "[demo]") {
  for (quint64 seed = 1; seed <= 3; ++seed) {
    INFO("seed " << seed);
    TempStore store;
    const Organisation made = demoOf(store, sizes(seed, 80, 700, 60));
    REQUIRE(made.tickets.size() == 700);
    QSet<QString> numbers;
    for (const Told& told : made.tickets) {
      const QString odd = oddity(told, store.backend->starter(), store.clock->now());
      QStringList story;
      for (const Activity& activity : told.activities) {
        story << toIso(activity.at) % u' ' % activityCode(activity.kind);
      }
      INFO(told.ticket.number.toStdString()
           << ' ' << stageWord(told.ticket.stage).toStdString() << '\n'
           << story.join(u'\n').toStdString());
      CHECK(odd == QString());
      numbers.insert(told.ticket.number);
    }
    CHECK(numbers.size() == 700);
  }
}

TEST_CASE("a cancelled demo leaves a store that opens, verifies and works, and is not filled twice",
          "[demo]") {
  // Before the first operation, among the homes, and among the tickets.
  for (const int stopAt : {0, 5000, 6500}) {
    INFO("stopped at " << stopAt);
    TempStore store;
    DemoOptions options = sizes(7, 6000, 2000, 10);
    options.cancel = std::make_shared<std::atomic<bool>>(stopAt == 0);
    options.progress = [cancel = options.cancel, stopAt](int done, int) {
      if (done >= stopAt) cancel->store(true);
    };
    const auto report = await(store.backend->makeDemo(options));
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Cancelled);
    store.reopen();
    const auto verified = await(store.backend->verify());
    REQUIRE(verified);
    CHECK(verified->broken.isEmpty());
    CHECK(verified->behind == 0);
    const auto again = await(store.backend->makeDemo(sizes(7, 20, 30, 5)));
    if (verified->operations == 0) {
      CHECK(again);
      continue;
    }
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Refused);
    // What stands is whole, and people can work with it.
    const auto agent = await(store.backend->signInTrusted(QStringLiteral("8021")));
    REQUIRE(agent);
    store.backend->enter(*agent);
    const Organisation half = readOrganisation(store.folder());
    for (const Told& told : half.tickets) {
      REQUIRE(oddity(told, store.backend->starter(), store.clock->now()) == QString());
    }
    const auto draft = await(store.backend->newDraft({}, store.clock->now()));
    REQUIRE(draft);
    TicketDraft typed = *draft;
    typed.text.request = QStringLiteral("灯坏了");
    CHECK(await(store.backend->save(typed, SaveIntent::Save)));
  }
}

TEST_CASE("sizes that make no sense are refused and write nothing", "[demo]") {
  TempStore store;
  for (const DemoOptions& options :
       {sizes(7, 0, 10, 1), sizes(7, 1'000'001, 10, 1), sizes(7, 10, -1, 0),
        sizes(7, 10, 5'000'001, 0), sizes(7, 10, 10, -1), sizes(7, 10, 10, 11)}) {
    const auto report = await(store.backend->makeDemo(options));
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Invalid);
  }
  CHECK(await(store.backend->verify())->operations == 0);
  CHECK_FALSE(store.backend->isDemo());
}

TEST_CASE("every sentence of the demo's words has its category, and none is empty", "[demo]") {
  const auto words = readDemoWords();
  REQUIRE(words);
  TempStore store;
  for (const DemoTemplate& row : words->templates) {
    INFO(row.category.toStdString());
    REQUIRE_FALSE(row.requests.isEmpty());
    REQUIRE_FALSE(row.replies.isEmpty());
    REQUIRE_FALSE(row.causes.isEmpty());
    REQUIRE_FALSE(row.outcomes.isEmpty());
    for (const QString& request : row.requests) {
      CHECK_FALSE(request.isEmpty());
      const Category* leaf = leafFor(store.backend->starter(), row.category, request);
      REQUIRE(leaf);
      CHECK(leaf->isLeaf);
      CHECK(store.backend->starter().department(leaf->department) != nullptr);
    }
  }
}
