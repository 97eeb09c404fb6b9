// SPDX-License-Identifier: GPL-3.0-or-later
// The order of things: greet, push, copy, pull; and what follows from each answer.
#include "core/sync/sync_engine.h"

#include <algorithm>
#include <chrono>

#include "core/base/log.h"
#include "core/base/planted.h"
#include "core/domain/claim.h"
#include "core/domain/field_table.h"
#include "core/remote/kind_rights.h"

namespace yingda {

namespace {

constexpr int rowsPerPull = 2000;
constexpr int rowsPerHydration = 1000;
// While a copy that is in use grows, what others do comes in between.
constexpr int turnsPerPull = 8;
constexpr qsizetype reasonMax = 100;
constexpr Milliseconds atOnce{0};
constexpr Milliseconds backoffFirst{500};
constexpr Milliseconds backoffMost{30'000};
constexpr Milliseconds refusedWait{30'000};
constexpr Milliseconds busyWait{500};
// A transaction that is open at the server keeps our own rows out of its snapshot for so long.
constexpr Milliseconds openWriterWait{200};
// A store with less than this has nothing on screen that would be missed while a copy grows.
constexpr qint64 almostEmpty = 1000;

/// The reason of what the server takes no content of, whatever it says.
const QString tooLarge = QStringLiteral("large");

/// No greeting has this one.
const QString mixedScope = QStringLiteral("mixed");

/// What the greeted person may see, as one word: the sites, and the kinds that are kept from them.
QString scopeOf(const HelloAnswer& hello) {
  QStringList sites;
  for (const QUuid& site : hello.sites) sites << site.toString(QUuid::WithoutBraces);
  sites.sort();
  QStringList kept;
  for (const KindRule& rule : allKindRules()) {
    const bool isRow = rule.what == "entity";
    if (isRow && rule.readers && !rule.readers->contains(hello.role)) {
      kept << QString::fromLatin1(rule.kind);
    }
  }
  return sites.join(u',') % u'|' % kept.join(u',');
}

bool isWorkable(int part) {
  return part > 0 && hydrationParts()[static_cast<size_t>(part - 1)] == "open";
}

}  // namespace

const std::vector<QByteArray>& hydrationParts() {
  static const std::vector<QByteArray> parts = [] {
    // What is needed to answer a call, then what is answered with, then everything else.
    std::vector<QByteArray> order{"community", "agent", "duty_contact", "open"};
    for (const KindRow& row : allKindRows()) {
      if (row.kind.startsWith("article_")) order.push_back(row.kind);
    }
    for (const KindRow& row : allKindRows()) {
      const bool isBroughtByTicket = row.kind == "ticket" || row.kind == "ticket_text";
      const bool isKnown = std::find(order.begin(), order.end(), row.kind) != order.end();
      if (!isKnown && !isBroughtByTicket && row.kind != "agent_secret") order.push_back(row.kind);
    }
    order.emplace_back("ticket");
    order.emplace_back("conflict");
    return order;
  }();
  return parts;
}

SyncEngine::SyncEngine(Gateway& gateway, SyncStore& store, const Clock& clock, Random& random,
                       SeatCard card)
    : m_gateway(gateway),
      m_store(store),
      m_clock(clock),
      m_random(random),
      m_card(std::move(card)) {}

Milliseconds steadyNow() {
  return std::chrono::duration_cast<Milliseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
}

void SyncEngine::setPresence(const std::optional<SeatPresence>& presence) {
  if (presence == m_presence) return;
  // Who opens a ticket is seen there at once.
  m_beatDue = {};
  m_looksAtClaims = true;
  if (!presence || !m_presence || presence->agent != m_presence->agent) m_leases.clear();
  if (!presence) m_others.clear();
  m_presence = presence;
}

void SyncEngine::wake() { m_isQuiet = false; }

void SyncEngine::reconnect() { m_isGreeted = false; }

Milliseconds SyncEngine::failed(const Error& error) {
  m_isGreeted = false;
  m_isQuiet = false;
  m_others.clear();
  // Another process is writing, or the cache is being drawn: nothing is wrong, and nothing changed.
  if (error.code == ErrorCode::Busy || error.code == ErrorCode::NotYet) return busyWait;
  if (error.code != ErrorCode::Offline && error.code != ErrorCode::Invalid) {
    return stopped(SyncStop::Store);
  }
  m_status.phase = SyncPhase::Offline;
  const int doublings = std::min(m_failures++, 6);
  const auto most = std::min(backoffFirst * (1 << doublings), backoffMost);
  // A thousand seats that lost the same server must not come back in the same moment.
  return Milliseconds(most.count() / 2 +
                      static_cast<qint64>(m_random.below(static_cast<quint64>(most.count() / 2))));
}

Milliseconds SyncEngine::refused(Refusal refusal) {
  m_isGreeted = false;
  m_isQuiet = false;
  m_others.clear();
  // Another life of the server, or other rights: hello tells which.
  if (refusal == Refusal::Epoch || refusal == Refusal::Rights) return atOnce;
  m_status.phase = SyncPhase::Refused;
  m_status.refusal = refusal;
  return refusedWait;
}

Milliseconds SyncEngine::stopped(SyncStop stop) {
  m_isGreeted = false;
  m_isQuiet = false;
  m_others.clear();
  m_status.phase = SyncPhase::Stopped;
  m_status.stop = stop;
  return refusedWait;
}

Milliseconds SyncEngine::answered() {
  m_failures = 0;
  m_status.seenAt = m_clock.now();
  m_status.refusal = Refusal::None;
  m_status.stop = SyncStop::None;
  return atOnce;
}

Milliseconds SyncEngine::greet() {
  const Instant asked = m_clock.now();
  const auto layer = m_store.layer();
  if (!layer) return failed(layer.error());
  const auto copy = m_store.hydration();
  if (!copy) return failed(copy.error());
  const bool isCopyNewer = *copy && (*copy)->isBeside;
  const QByteArray position =
      *copy ? std::max(layer->position, (*copy)->position) : layer->position;
  const auto hello = m_gateway.hello(m_store.seat(), isCopyNewer ? (*copy)->epoch : layer->epoch,
                                     isCopyNewer ? (*copy)->ceiling : layer->cursor, position);
  if (!hello) return failed(hello.error());
  // Whoever is too old for what the server tells is heard all the same: what was saved goes up.
  m_onlyPushes = hello->refusal == Refusal::ClientOld && hello->isEnrolled;
  if (hello->refusal != Refusal::None && !m_onlyPushes) return refused(hello->refusal);
  answered();
  m_hello = *hello;
  m_generation = m_gateway.generation();
  m_layer = *layer;
  if (m_layer.epoch == hello->epoch) {
    m_layer.position = std::max(m_layer.position, hello->position);
  }
  const Milliseconds half = (m_clock.now() - asked) / 2;
  m_status.clockOffset = hello->serverTime - (asked + half);
  m_status.isStandby = hello->isStandby;
  m_status.standbyAge = hello->standbyAge;
  if (!hello->isEnrolled) return enrol();
  if (hello->code != 0) {
    if (const auto leased = m_store.leaseCode(hello->code); !leased) return failed(leased.error());
  }
  const auto same = judge(*hello);
  if (!same) return failed(same.error());
  if (!*same) return stopped(SyncStop::Clone);
  // What was sent before and only its answer was lost.
  if (m_hasGreeted) m_status.pushed += std::max<qint64>(0, hello->lastSequence - m_acknowledged);
  m_hasGreeted = true;
  m_acknowledged = hello->lastSequence;
  if (isPlanted(Plant::TrustOwnPosition)) {
    m_acknowledged = std::max(m_acknowledged, m_layer.acknowledged);
  }
  if (!hello->exceptions.empty()) {
    const auto noted = m_store.acknowledge(m_layer, hello->exceptions);
    if (!noted) return failed(noted.error());
  }
  m_receipts.clear();
  if (hello->lastSequence > 0) {
    m_receipts.push_back({hello->lastSequence, hello->lastTransaction});
  }
  m_isGreeted = true;
  // Said at every greeting, so that no screen shows for a moment that all is well.
  if (m_onlyPushes) tellTooOld();
  return atOnce;
}

Milliseconds SyncEngine::enrol() {
  const auto answer =
      m_gateway.enrol(m_store.seat(), m_card.secret, m_card.label, m_card.localAgents);
  if (!answer) return failed(answer.error());
  if (answer->refusal != Refusal::None) return refused(answer->refusal);
  if (answer->code != 0) {
    if (const auto leased = m_store.leaseCode(answer->code); !leased) return failed(leased.error());
  }
  // Hello now knows the seat.
  return answered();
}

Result<bool> SyncEngine::judge(const HelloAnswer& hello) {
  const auto last = m_store.lastSequence();
  if (!last) return last.error();
  if (hello.lastSequence > *last) return false;
  if (hello.lastSequence > 0) {
    const auto hash = m_store.hashAt(hello.lastSequence);
    if (!hash) return hash.error();
    if (*hash != hello.lastHash) return false;
  }
  const bool isFirst = m_layer.epoch.isNull();
  const bool isRestored =
      !isFirst && (m_layer.epoch != hello.epoch || hello.lastSequence < m_layer.acknowledged ||
                   (!hello.isStandby && hello.ceiling < m_layer.cursor));
  // Rows that this person may see lie behind the cursor of the one before, or rows are here that
  // they may not see.
  const bool isOther = !isFirst && m_layer.scope != scopeOf(hello) && !isPlanted(Plant::KeepScope);
  // A copy that was begun with other rights is not finished with these.
  const auto started = m_store.hydration();
  if (!started) return started.error();
  const bool isMixed = *started && (*started)->scope != scopeOf(hello);
  if (!isFirst && !isRestored && hello.lastSequence > m_layer.acknowledged) {
    qCInfo(logStore) << hello.lastSequence - m_layer.acknowledged
                     << "operations had arrived, only their answer was lost";
  }
  // What is sent before the new copy begins is done with the new rights: should the old ones be
  // back by then, the rows at hand are nobody's all the same.
  if (isOther) {
    m_layer.scope = mixedScope;
    if (const auto noted = m_store.acknowledge(m_layer, {}); !noted) return noted.error();
  }
  if (isMixed && (*started)->scope != mixedScope) {
    Hydration mixed = **started;
    mixed.scope = mixedScope;
    if (const auto noted = m_store.take({}, mixed); !noted) return noted.error();
  }
  m_mustHydrate = isFirst || isOther || isMixed || (isRestored && !isPlanted(Plant::IgnoreRestore));
  if (isRestored) qCInfo(logStore) << "the server was restored; everything is sent and read anew";
  return true;
}

void SyncEngine::noteUnsent() {
  if (const auto last = m_store.lastSequence()) m_status.unsent = *last - m_acknowledged;
}

Milliseconds SyncEngine::step() {
  if (m_gateway.generation() != m_generation) m_isGreeted = false;
  if (!m_isGreeted) {
    const Milliseconds wait = greet();
    noteUnsent();
    return wait;
  }
  // A standby takes nothing.
  if (m_onlyPushes) return pushOnly();
  if (!m_presence || m_hello.isStandby) return goOn();
  if (m_steady() >= m_beatDue || hasUntoldClaim()) return beat();
  const Milliseconds wait = goOn();
  return m_isGreeted ? std::clamp(m_beatDue - m_steady(), atOnce, wait) : wait;
}

Milliseconds SyncEngine::pushOnly() {
  const auto last = m_store.lastSequence();
  if (!last) return failed(last.error());
  m_status.unsent = *last - m_acknowledged;
  if (m_acknowledged < *last && !m_hello.isStandby) {
    m_status.phase = SyncPhase::Pushing;
    const Milliseconds wait = push(*last);
    noteUnsent();
    return wait;
  }
  // Perhaps the server takes this version again by then.
  m_isGreeted = false;
  tellTooOld();
  return refusedWait;
}

void SyncEngine::tellTooOld() {
  m_status.phase = SyncPhase::Refused;
  m_status.refusal = Refusal::ClientOld;
  m_isQuiet = false;
  m_others.clear();
}

bool SyncEngine::hasUntoldClaim() {
  if (!m_looksAtClaims || m_status.unsent != 0) return false;
  m_looksAtClaims = false;
  const auto mine = m_store.inHand(m_presence->agent, m_clock.now() + m_status.clockOffset);
  return mine && std::any_of(mine->begin(), mine->end(), [this](const TicketId& ticket) {
           return !m_leases.contains(ticket.uuid());
         });
}

Milliseconds SyncEngine::untilBeat() const {
  return m_presence ? std::max(atOnce, m_beatDue - m_steady()) : Milliseconds::max();
}

Milliseconds SyncEngine::beat() {
  const Milliseconds asked = m_steady();
  // One that fails is not repeated at once: what people write goes first.
  m_beatDue = asked + beatInterval;
  Beat said{m_presence->agent,     m_presence->state, m_presence->ticket,
            m_presence->isWriting, m_presence->since, {}};
  if (auto mine = m_store.inHand(m_presence->agent, m_clock.now() + m_status.clockOffset)) {
    said.claims = std::move(*mine);
  }
  const auto answer = m_gateway.beat(m_store.seat(), said);
  if (!answer) {
    if (answer.error().code != ErrorCode::Invalid) return failed(answer.error());
    m_others.clear();
    return answered();
  }
  if (answer->epoch != m_hello.epoch) return refused(Refusal::Epoch);
  m_others = answer->others;
  m_othersAt = m_steady();
  m_leases.clear();
  for (const HeldClaim& one : answer->held) {
    // From before the question was sent, and a little less: the server forgets later than we do.
    Milliseconds until = asked + one.left - claimMargin;
    if (isPlanted(Plant::BeliefOutlivesLease)) until += 2 * claimLease;
    m_leases.insert(one.ticket.uuid(), {answer->epoch, one.token, until});
  }
  return answered();
}

Milliseconds SyncEngine::goOn() {
  const auto last = m_store.lastSequence();
  if (!last) return failed(last.error());
  m_status.unsent = *last - m_acknowledged;
  const bool canPush = m_acknowledged < *last && !m_hello.isStandby;
  if (m_mustHydrate) {
    m_status.phase = canPush ? SyncPhase::Pushing : SyncPhase::Hydrating;
    return canPush ? push(*last) : beginHydration();
  }
  const auto hydration = m_store.hydration();
  if (!hydration) return failed(hydration.error());
  m_status.phase = *hydration ? SyncPhase::Hydrating : SyncPhase::Live;
  // In turns, so that a long queue keeps nobody from seeing what others do.
  if (canPush && !m_pullIsNext) {
    m_pullIsNext = true;
    m_isQuiet = false;
    return push(*last);
  }
  m_pullIsNext = false;
  if (*hydration && ((*hydration)->isBeside || ++m_turn % turnsPerPull != 0)) return hydrate();
  const Milliseconds wait = pull();
  if (*hydration && m_isGreeted) {
    m_isQuiet = false;
    return atOnce;
  }
  return canPush && m_isGreeted ? atOnce : wait;
}

Milliseconds SyncEngine::push(qint64 last) {
  // The server may have recorded it already, and only its answer was lost.
  if (m_rejected != m_acknowledged + 1) {
    m_rejected = 0;
    m_reject.clear();
  }
  auto operations = m_store.read(m_acknowledged, m_rejected == 0 ? m_batch : 1, bytesPerBatch);
  if (!operations) return failed(operations.error());
  if (operations->empty()) {
    qCWarning(logStore) << "operations" << m_acknowledged + 1 << "to" << last << "are missing";
    return stopped(SyncStop::Chain);
  }
  if (m_reject == tooLarge) {
    operations->front().salt.clear();
    operations->front().payload.clear();
  }
  const auto answer = m_gateway.apply(m_store.seat(), m_hello.epoch, *operations, m_reject);
  if (!answer) {
    if (answer.error().code != ErrorCode::Invalid) return failed(answer.error());
    return isolate(*operations, answer.error());
  }
  return takeApplied(*answer, operations->size());
}

Milliseconds SyncEngine::isolate(const std::vector<SentOperation>& operations, const Error& error) {
  if (isPlanted(Plant::PoisonBlocks)) return answered();
  // One of them cannot be taken: it is found by halving, recorded as refused, and never lost.
  if (operations.size() > 1) {
    m_batch = static_cast<int>(operations.size() / 2);
  } else if (m_rejected == 0) {
    m_rejected = operations.front().sequence;
    m_reject = error.detail.left(reasonMax);
    if (m_reject.isEmpty()) m_reject = QStringLiteral("invalid");
  } else if (m_reject != u"unreadable") {
    m_reject = QStringLiteral("unreadable");
  } else {
    return stopped(SyncStop::Chain);
  }
  return answered();
}

Milliseconds SyncEngine::takeApplied(const ApplyAnswer& answer, size_t sent) {
  if (answer.refusal == Refusal::Batch && sent > 1) {
    m_batch = std::max(1, static_cast<int>(sent / 2));
    return answered();
  }
  // One that is too much alone is recorded as refused, without its content, and the next passes.
  if (answer.refusal == Refusal::Batch && m_rejected == 0) {
    m_rejected = m_acknowledged + 1;
    m_reject = tooLarge;
    return answered();
  }
  if (answer.refusal != Refusal::None) return refused(answer.refusal);
  answered();
  if (answer.acknowledged < m_acknowledged) m_isGreeted = false;
  // The ledger has more than came from here: an older batch of our own that was late, or another
  // store's. The greeting tells by the hash.
  if (answer.acknowledged > m_acknowledged + static_cast<qint64>(sent)) {
    m_isGreeted = false;
    return atOnce;
  }
  if (answer.acknowledged > m_acknowledged) {
    m_status.pushed += answer.acknowledged - m_acknowledged;
    m_acknowledged = answer.acknowledged;
    m_looksAtClaims = true;
    m_receipts.push_back({answer.acknowledged, answer.transaction});
    m_batch = std::min(m_batch * 2, operationsPerBatch);
    m_layer.acknowledged = std::max(m_layer.acknowledged, m_acknowledged);
    const auto noted = m_store.acknowledge(m_layer, answer.exceptions);
    if (!noted) return failed(noted.error());
  }
  switch (answer.stopped) {
    case Stopped::No:
      break;
    case Stopped::Gap:
      m_isGreeted = false;
      break;
    case Stopped::Clone:
      return stopped(SyncStop::Clone);
    case Stopped::Chain:
      return stopped(SyncStop::Chain);
  }
  return atOnce;
}

Milliseconds SyncEngine::beginHydration() {
  // A snapshot in which all that we sent is finished.
  const auto hello = m_gateway.hello(m_store.seat());
  if (!hello) return failed(hello.error());
  if (hello->refusal != Refusal::None) return refused(hello->refusal);
  answered();
  if (hello->epoch != m_hello.epoch || hello->lastSequence < m_acknowledged) {
    m_isGreeted = false;
    return atOnce;
  }
  if (hello->lastSequence > 0 && hello->lastTransaction >= hello->ceiling) return openWriterWait;
  const auto started = m_store.hydration();
  if (!started) return failed(started.error());
  const bool canResume = *started && (*started)->epoch == hello->epoch &&
                         (*started)->ceiling <= hello->ceiling && m_layer.epoch.isNull() &&
                         (*started)->scope == scopeOf(*hello);
  if (!canResume) {
    Hydration hydration;
    hydration.epoch = hello->epoch;
    hydration.ceiling = hello->ceiling + (isPlanted(Plant::LateCeiling) ? 40 : 0);
    hydration.covered = hello->lastSequence;
    hydration.scope = scopeOf(*hello);
    hydration.position = hello->position;
    if (const auto begun = m_store.beginHydration(hydration); !begun) return failed(begun.error());
    m_status.hydrated = 0;
  }
  m_mustHydrate = false;
  return atOnce;
}

Milliseconds SyncEngine::hydrate() {
  const auto stored = m_store.hydration();
  if (!stored) return failed(stored.error());
  if (!*stored) return atOnce;
  Hydration now = **stored;
  const auto& parts = hydrationParts();
  const bool forgets = isPlanted(Plant::SkipConflicts);
  auto page = m_gateway.hydrate(now.epoch, parts[static_cast<size_t>(now.part)], now.after,
                                rowsPerHydration);
  if (!page) return failed(page.error());
  if (page->refusal != Refusal::None) return refused(page->refusal);
  answered();
  if (forgets && parts[static_cast<size_t>(now.part)] == "conflict") page->rows.clear();
  std::optional<Hydration> next = now;
  next->position = std::max(now.position, page->position);
  if (!now.isBeside) m_layer.position = std::max(m_layer.position, page->position);
  const QByteArray position = next->position;
  if (page->isWhole) {
    ++next->part;
    next->after = {};
  } else {
    next->after = page->nextId;
  }
  const bool isComplete = next->part == static_cast<int>(parts.size());
  const bool isUsable =
      page->isWhole && (isComplete || (isWorkable(next->part) && now.covered < almostEmpty));
  if (isComplete) next.reset();
  if (const auto taken = m_store.take(page->rows, next); !taken) return failed(taken.error());
  m_status.hydrated += static_cast<qint64>(page->rows.size());
  m_status.pulled += static_cast<qint64>(page->rows.size());
  if (isUsable) {
    if (const auto used = m_store.useHydrated(); !used) return failed(used.error());
    const auto layer = m_store.layer();
    if (!layer) return failed(layer.error());
    m_layer = *layer;
    m_layer.position = std::max(m_layer.position, position);
  }
  return atOnce;
}

Milliseconds SyncEngine::pull() {
  const auto page = m_gateway.pull(m_layer.epoch, m_layer.cursor, rowsPerPull);
  if (!page) return failed(page.error());
  if (page->refusal != Refusal::None) return refused(page->refusal);
  answered();
  // A standby that was promoted keeps its connections; it takes what is sent from now on.
  if (m_hello.isStandby && !page->standbyAge) {
    m_isGreeted = false;
    return atOnce;
  }
  m_status.standbyAge = page->standbyAge;
  if (page->next < m_layer.cursor) {
    m_isGreeted = false;
    return atOnce;
  }
  ServerLayer next = m_layer;
  next.cursor = page->next;
  // Without rows nothing more was seen.
  if (!page->rows.empty()) next.position = std::max(next.position, page->position);
  while (!m_receipts.empty() &&
         (m_receipts.front().transaction < next.cursor || isPlanted(Plant::CoverAtReceipt))) {
    next.covered = std::max(next.covered, m_receipts.front().sequence);
    m_receipts.pop_front();
  }
  next.acknowledged = std::max(next.acknowledged, m_acknowledged);
  if (next != m_layer || !page->rows.empty()) {
    if (const auto taken = m_store.take(page->rows, next); !taken) return failed(taken.error());
    m_layer = next;
    m_status.pulled += static_cast<qint64>(page->rows.size());
    m_looksAtClaims = true;
  }
  m_isQuiet = page->isWhole && m_receipts.empty() && m_status.unsent == 0;
  if (!page->isWhole) return atOnce;
  // Own work that is finished there is looked for a little sooner.
  return m_receipts.empty() ? m_poll : std::min(m_poll, openWriterWait);
}

}  // namespace yingda
