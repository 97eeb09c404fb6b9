// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the engine going, and turns its state into what screens show.
#include "core/service/sync_service.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>
#include <utility>

#include "core/base/deliver.h"
#include "core/base/log.h"
#include "core/service/attachment_service.h"
#include "core/service/claim_service.h"
#include "core/service/conflict_service.h"
#include "core/service/joined_server.h"
#include "core/service/people_service.h"
#include "core/service/sandbox.h"
#include "core/service/sync_session.h"
#include "core/service/sync_words.h"
#include "core/service/tie_service.h"
#include "core/service/workplace.h"
#include "core/store/household_queries.h"
#include "core/sync/fork.h"

namespace yingda {

namespace {

constexpr Milliseconds unjoinedWait{3'600'000};
// Another process of this store may end and leave the floor to us.
constexpr Milliseconds elsewhereWait{5'000};
constexpr qsizetype wantedMost = 50;
// How often somebody who reads a standby looks for the primary.
constexpr Milliseconds primaryEvery{10'000};
// While a doorbell rings, asking is but a second net below it.
constexpr Milliseconds bellWait{15'000};
// A wall is grey four seconds after the last word that it knows of.
constexpr Milliseconds wallWait{2'000};
// A heartbeat that is so much late was lost.
constexpr Milliseconds beatGrace{1'000};

QString shownServer(const ServerAddress& address) {
  const bool isUsual = address.ports == ServerAddress().ports;
  return isUsual ? address.hosts : QString(address.hosts % u':' % address.ports);
}

}  // namespace

SyncService::SyncService(Workplace& workplace, QObject* parent)
    : QObject(parent), m_workplace(workplace) {
  m_fade.setSingleShot(true);
  connect(&m_fade, &QTimer::timeout, this, &SyncService::showOthers);
}

SyncService::~SyncService() {
  m_isClosing = true;
  m_wakeUp.ring();
  m_thread.runAndWait([this] { m_session.reset(); });
}

void SyncService::start() {
  // One process may look at the file while another has the floor.
  post();
}

void SyncService::wake() { m_wakeUp.ring(); }

void SyncService::post() {
  if (m_isRunning || m_isClosing) return;
  m_isRunning = true;
  deliver(m_thread.run([this, told = m_told] { return step(told); }), this,
          [this](const StepResult& result) { show(result); });
}

void SyncService::show(const StepResult& result) {
  if (result.view != m_view) {
    m_view = result.view;
    Q_EMIT changed(m_view);
  }
  m_others = result.others;
  showOthers();
  m_times = result.times;
  if (m_times.othersAt != Instant{}) {
    m_lastTold.clear();
    m_lastTold.reserve(result.others.size());
    for (const Present& one : result.others) m_lastTold.push_back(one.view);
  }
  Q_EMIT stepped();
  for (const ClaimLoss& loss : result.losses) Q_EMIT claimLost(loss);
  deliver(m_thread.run([this, result] { rest(result); }), this, [this] {
    m_isRunning = false;
    post();
  });
}

void SyncService::rest(const StepResult& result) {
  if (m_isClosing || result.wait <= Milliseconds(0)) return;
  if (m_session) {
    m_session->gateway.rest(m_wakeUp, result.wait, result.waitWithBell);
  } else {
    m_wakeUp.wait(result.wait);
  }
}

void SyncService::setPresence(const std::optional<SeatPresence>& presence) {
  m_told = presence;
  wake();
}

void SyncService::want(const TicketId& ticket) {
  m_thread.post([this, ticket] {
    m_wanted.removeAll(ticket);
    m_wanted.prepend(ticket);
    if (m_wanted.size() > wantedMost) m_wanted.removeLast();
  });
  wakeBlobs();
}

void SyncService::wakeBlobs() {
  m_blobsWaken = true;
  wake();
}

BlobNeeds SyncService::blobNeeds() {
  BlobNeeds needs;
  needs.wanted = [this]() -> Result<std::vector<WantedBlob>> {
    const auto fact = m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().meta(attachmentsAheadFact()); });
    bool isNumber = false;
    const qint64 told = fact ? fact->toLongLong(&isNumber) : 0;
    return m_workplace.cacheThread().runAndWait([&]() -> Result<std::vector<WantedBlob>> {
      if (!m_workplace.hasCache()) return Error{ErrorCode::NotYet, QStringLiteral("cache")};
      return wantedBlobs(m_workplace, m_wanted, isNumber ? told : attachmentBytesAhead);
    });
  };
  needs.onMoved = [this](const QUuid& ticket) {
    m_workplace.cacheThread().post([this, ticket] {
      Touched touched;
      touched.tickets.insert(ticket);
      m_workplace.tellChanged(touched);
    });
  };
  return needs;
}

Milliseconds SyncService::stepBlobs(Milliseconds wait) {
  BlobLane& lane = m_session->lane;
  if (m_blobsWaken.exchange(false)) lane.wake();
  // While the engine has anything to do, bytes wait; behind one chunk nothing waits long.
  const SyncEngine& engine = m_session->engine;
  if (wait <= Milliseconds(0) || engine.status().phase != SyncPhase::Live) return wait;
  return std::min(wait, lane.step(engine.hello().epoch, engine.hello().isStandby));
}

std::vector<PresenceView> SyncService::presence() const { return m_shown; }

std::vector<PresenceView> SyncService::lastTold() const { return m_lastTold; }

void SyncService::feedWall(bool isThere) {
  if (m_feedsWall.exchange(isThere) != isThere) wake();
}

void SyncService::showOthers() {
  const Milliseconds now = steadyNow();
  std::erase_if(m_others, [now](const Present& one) { return one.until <= now; });
  std::vector<PresenceView> shown;
  Milliseconds next = presenceLife;
  for (const Present& one : m_others) {
    shown.push_back(one.view);
    next = std::min(next, one.until - now);
  }
  if (!shown.empty()) m_fade.start(next);
  if (shown == m_shown) return;
  m_shown = std::move(shown);
  Q_EMIT presenceChanged(m_shown);
}

const std::vector<SyncService::Present>& SyncService::nameOthers() {
  Session& session = *m_session;
  const std::vector<Presence>& heard = session.engine.others();
  if (heard.empty()) session.others.clear();
  if (heard.empty() || session.othersAt == session.engine.othersAt()) return session.others;
  session.othersAt = session.engine.othersAt();
  const auto agents = m_workplace.cacheThread().runAndWait(
      [this] { return HouseholdQueries(m_workplace.cacheDatabase()).agents(); });
  session.others.clear();
  for (const Presence& one : heard) {
    PresenceView view{one.agent, {}, {}, one.state, one.ticket, one.isWriting, one.since};
    for (const Agent& agent : agents ? *agents : std::vector<Agent>()) {
      if (agent.id != one.agent) continue;
      view.staffNumber = agent.staffNumber;
      view.name = agent.outsideName.isEmpty() ? agent.name : agent.outsideName;
    }
    // Whose name has not come yet is nobody whom a screen could show.
    if (view.name.isEmpty()) continue;
    session.others.push_back({view, session.othersAt + presenceLife - one.age});
  }
  return session.others;
}

std::vector<ClaimLoss> SyncService::watchClaims(const std::optional<SeatPresence>& told) {
  const SyncEngine& engine = m_session->engine;
  Hands hands;
  hands.isTold = told.has_value();
  hands.epoch = engine.hello().epoch;
  hands.clockOffset = engine.status().clockOffset;
  hands.leases = engine.leases();
  m_workplace.setHands(std::move(hands));
  if (!told) return {};
  return m_workplace.cacheThread().runAndWait([&]() -> std::vector<ClaimLoss> {
    if (!m_workplace.hasCache()) return {};
    Touched touched;
    auto losses = m_session->claims.look(m_workplace, told->agent, touched.tickets);
    if (!touched.tickets.isEmpty()) m_workplace.tellChanged(touched);
    return losses ? std::move(*losses) : std::vector<ClaimLoss>();
  });
}

Result<void> SyncService::openSession() {
  if (isSandboxFolder(m_workplace.options.folder)) return practising();
  const auto server = joinedServer(m_workplace);
  if (!server) return server.error();
  if (!*server) return Error{ErrorCode::NotFound, QStringLiteral("no server")};
  const auto secret = seatSecret(m_workplace);
  if (!secret) return secret.error();
  SeatCard card;
  card.secret = *secret;
  card.label = QSysInfo::machineHostName();
  ServerAddress address = (*server)->address;
  if (m_speaker.login.isEmpty()) {
    const auto agents = m_workplace.cacheThread().runAndWait(
        [this] { return HouseholdQueries(m_workplace.cacheDatabase()).agents(); });
    if (!agents) return agents.error();
    // Who has a login answers for their own work.
    for (const Agent& agent : *agents) {
      if (agent.login.isEmpty()) card.localAgents << agent.id.uuid();
    }
  } else {
    address.login = m_speaker.login;
    address.password = m_speaker.password;
  }
  // Another process may not slip in while the seat changes its voice.
  auto lock = m_session ? std::move(m_session->lock) : nullptr;
  m_session = std::make_unique<Session>(m_workplace, address, std::move(card), blobNeeds());
  m_session->company = (*server)->company;
  m_session->lock = std::move(lock);
  if (!m_session->lock) {
    m_session->lock =
        std::make_unique<QLockFile>(m_workplace.options.folder % QStringLiteral("/sync.lock"));
  }
  return {};
}

void SyncService::speakAs(const QString& login, const QString& password) {
  m_thread.post([this, login, password] {
    if (m_speaker.login == login && m_speaker.password == password) return;
    m_speaker = {login, password};
    // Who stands alone goes on so; what fails here fails again in the next step, and is told there.
    if (m_session) (void)openSession();
  });
  wake();
}

SyncService::StepResult SyncService::step(const std::optional<SeatPresence>& told) {
  if (m_isClosing) return {unjoinedWait, unjoinedWait, {}};
  if (!m_session) {
    if (const auto opened = openSession(); !opened) {
      const bool isAlone = opened.error().code == ErrorCode::NotFound;
      const Milliseconds wait = isAlone ? unjoinedWait : elsewhereWait;
      return {wait, wait, viewOf()};
    }
  }
  Session& session = *m_session;
  session.isElsewhere = !session.lock->isLocked() && !session.lock->tryLock(0);
  if (session.isElsewhere) return {elsewhereWait, elsewhereWait, viewOf()};
  session.engine.setPresence(told);
  if (session.engine.hello().isStandby && session.gateway.link().isOpen()) {
    if (steadyNow() - session.primaryLookedAt >= primaryEvery) {
      session.primaryLookedAt = steadyNow();
      session.gateway.leaveForPrimary();
    }
  } else {
    session.primaryLookedAt = steadyNow();
  }
  const Milliseconds pause = session.engine.step();
  noteTimes(told.has_value());
  if (session.mayCancel) {
    const auto layer = session.store.layer();
    session.mayCancel = layer && layer->epoch.isNull();
  }
  const Milliseconds wait = stepBlobs(pause);
  if (const auto refused = session.store.attention()) {
    session.refusals = static_cast<int>(refused->size());
  }
  const auto unseen = m_workplace.cacheThread().runAndWait(
      [this] { return ConflictService(m_workplace).unseen(); });
  if (unseen) session.conflicts = *unseen;
  auto losses = watchClaims(told);
  watchOutage();
  const Milliseconds withBell =
      session.engine.isQuiet()
          ? std::max(pause, std::min(m_feedsWall ? wallWait : bellWait, session.engine.untilBeat()))
          : pause;
  const Milliseconds rest = wait < pause ? std::min(wait, withBell) : withBell;
  return {wait, rest, viewOf(), session.times, nameOthers(), std::move(losses)};
}

void SyncService::noteTimes(bool isTold) {
  Session& session = *m_session;
  HeardGateway& gateway = session.gateway;
  const SyncPhase phase = session.engine.status().phase;
  if (const auto page = std::exchange(gateway.page, std::nullopt)) {
    // While a copy grows, what came is not all there is; and rows that could not be stored are not
    // here.
    const auto layer = session.store.layer();
    if (phase == SyncPhase::Live && layer && layer->cursor >= page->next) {
      session.times.floorAt = page->at;
      session.times.isStandby = page->isStandby;
    }
  }
  const bool isHeard =
      phase == SyncPhase::Live || phase == SyncPhase::Hydrating || phase == SyncPhase::Pushing;
  // Whom the engine has forgotten since, for whatever reason, nobody knows of.
  const bool isKnown = isTold && isHeard && gateway.toldAt != Instant{} &&
                       session.engine.others().size() == gateway.others;
  session.times.othersAt = {};
  if (!isKnown) return;
  const bool isDue = m_workplace.now() - gateway.toldAt <= beatInterval + beatGrace;
  session.times.othersAt = isDue ? std::max(gateway.toldAt, gateway.heardAt) : gateway.toldAt;
}

void SyncService::watchOutage() {
  if (!m_outage) {
    const auto noted = openOutage(m_workplace);
    if (!noted) return;
    m_outage = *noted;
  }
  const SyncStatus& status = m_session->engine.status();
  // Who has not asked yet does not know.
  const bool isAway =
      status.phase == SyncPhase::Offline && m_session->gateway.link().fault() != LinkFault::None;
  if (*m_outage || !isAway) return;
  const Instant from = status.seenAt == Instant{} ? m_workplace.now() : status.seenAt;
  if (noteOutage(m_workplace, from)) m_outage = from;
}

QFuture<Result<void>> SyncService::closeOutage() {
  return m_thread.run([this]() -> Result<void> {
    if (auto done = noteOutage(m_workplace, std::nullopt); !done) return done;
    m_outage = std::optional<Instant>();
    wake();
    return {};
  });
}

SyncView SyncService::viewOf() const {
  SyncView view;
  if (!m_session) return view;
  const Session& session = *m_session;
  const SyncStatus& status = session.engine.status();
  view.server = shownServer(session.request);
  view.company = session.company;
  view.login = session.request.login;
  view.seenAt = status.seenAt;
  view.clockOffset = status.clockOffset;
  view.unsent = status.unsent;
  view.copied = status.hydrated;
  view.chunksSent = session.lane.chunksSent();
  view.chunksFetched = session.lane.chunksFetched();
  if (status.standbyAge) {
    view.standbyAge = std::chrono::floor<std::chrono::seconds>(*status.standbyAge);
  }
  view.refusals = session.refusals;
  view.conflicts = session.conflicts;
  if (session.isElsewhere) {
    view.state = SyncView::State::Connecting;
    return view;
  }
  view.mayCancel = session.mayCancel;
  switch (status.phase) {
    case SyncPhase::Offline:
      view.state = SyncView::State::Offline;
      view.reason = QString::fromLatin1(linkFaultName(session.gateway.link().fault()));
      break;
    case SyncPhase::Refused:
      view.state = SyncView::State::Refused;
      view.reason = wordOf(status.refusal);
      break;
    case SyncPhase::Stopped:
      view.state = SyncView::State::Stopped;
      view.reason = wordOf(status.stop);
      break;
    case SyncPhase::Pushing:
      view.state = SyncView::State::Pushing;
      break;
    case SyncPhase::Hydrating:
      view.state = SyncView::State::Copying;
      break;
    case SyncPhase::Live:
      view.state = SyncView::State::Live;
      view.isBack = m_outage && *m_outage && status.unsent == 0 && session.engine.isQuiet();
      break;
  }
  return view;
}

Result<SyncView> SyncService::runToQuiet(int triesMax, const std::atomic<bool>* stop) {
  return m_thread.runAndWait([this, triesMax, stop, told = m_told]() -> Result<SyncView> {
    int failures = 0;
    for (;;) {
      if (stop && stop->load()) return Error{ErrorCode::Cancelled, QStringLiteral("sync")};
      StepResult result = step(told);
      if (!m_session) return Error{ErrorCode::NotFound, QStringLiteral("not joined")};
      if (m_session->isElsewhere) return Error{ErrorCode::Busy, QStringLiteral("sync")};
      // Nobody watches a copy grow here: all that came counts.
      result.view.copied = m_session->engine.status().pulled;
      if (triesMax == 0) return result.view;
      if (m_session->engine.isQuiet() && m_session->lane.isQuiet()) return result.view;
      using State = SyncView::State;
      const bool isFailure = result.view.state == State::Offline ||
                             result.view.state == State::Refused ||
                             result.view.state == State::Stopped || m_session->lane.hasFailed();
      if (!isFailure) failures = 0;
      if (isFailure && ++failures >= triesMax) return result.view;
      QThread::msleep(static_cast<unsigned long>(std::min<qint64>(result.wait.count(), 1000)));
    }
  });
}

}  // namespace yingda
