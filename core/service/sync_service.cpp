// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the engine going, and turns its state into what screens show.
#include "core/service/sync_service.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include "core/base/deliver.h"
#include "core/base/log.h"
#include "core/service/claim_service.h"
#include "core/service/conflict_service.h"
#include "core/service/people_service.h"
#include "core/service/workplace.h"
#include "core/store/household_queries.h"

namespace yingda {

namespace {

const QString serverFact = QStringLiteral("server");
const QString secretFact = QStringLiteral("seat_secret");
constexpr Milliseconds unjoinedWait{3'600'000};
// Another process of this store may end and leave the floor to us.
constexpr Milliseconds elsewhereWait{5'000};

QByteArray encoded(const ServerAddress& address, const QString& company) {
  const QJsonObject json{
      {QStringLiteral("hosts"), address.hosts},          {QStringLiteral("port"), address.ports},
      {QStringLiteral("database"), address.database},    {QStringLiteral("login"), address.login},
      {QStringLiteral("password"), address.password},    {QStringLiteral("ssl"), address.sslMode},
      {QStringLiteral("root"), address.rootCertificate}, {QStringLiteral("company"), company}};
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

ServerAddress addressIn(const QByteArray& fact, QString* company) {
  const QJsonObject json = QJsonDocument::fromJson(fact).object();
  *company = json[u"company"].toString();
  ServerAddress address;
  address.hosts = json[u"hosts"].toString();
  address.ports = json[u"port"].toString();
  address.database = json[u"database"].toString();
  address.login = json[u"login"].toString();
  address.password = json[u"password"].toString();
  address.sslMode = json[u"ssl"].toString();
  address.rootCertificate = json[u"root"].toString();
  return address;
}

QString shownServer(const ServerAddress& address) {
  const bool isUsual = address.ports == ServerAddress().ports;
  return isUsual ? address.hosts : QString(address.hosts % u':' % address.ports);
}

QString wordOf(Refusal refusal) {
  switch (refusal) {
    case Refusal::None:
    case Refusal::Epoch:
    case Refusal::Batch:
    case Refusal::Size:
    case Refusal::Content:
      break;
    case Refusal::Workstation:
      return QStringLiteral("workstation");
    case Refusal::Role:
      return QStringLiteral("role");
    case Refusal::Author:
      return QStringLiteral("author");
    case Refusal::Adopt:
      return QStringLiteral("adopt");
    case Refusal::ClientOld:
      return QStringLiteral("client_old");
    case Refusal::ServerOld:
      return QStringLiteral("server_old");
  }
  return QStringLiteral("other");
}

QString wordOf(SyncStop stop) {
  switch (stop) {
    case SyncStop::None:
    case SyncStop::Store:
      break;
    case SyncStop::Clone:
      return QStringLiteral("clone");
    case SyncStop::Chain:
      return QStringLiteral("chain");
  }
  return QStringLiteral("store");
}

}  // namespace

/// Everything that lives on the sync thread.
struct SyncService::Session {
  Session(Workplace& workplace, const ServerAddress& wanted, SeatCard card)
      : request(wanted),
        gateway(wanted),
        store(workplace),
        engine(gateway, store, *workplace.clock, random, std::move(card)) {}
  ServerAddress request;
  QString company;
  PsqlGateway gateway;
  WorkplaceStore store;
  SystemRandom random;
  SyncEngine engine;
  std::unique_ptr<QLockFile> lock;
  bool isElsewhere = false;
  int refusals = 0;
  int conflicts = 0;
  ClaimWatch claims;
  std::vector<Present> others;
  Milliseconds othersAt{-1};
};

SyncService::SyncService(Workplace& workplace, QObject* parent)
    : QObject(parent), m_workplace(workplace) {
  m_due.setSingleShot(true);
  connect(&m_due, &QTimer::timeout, this, &SyncService::post);
  m_fade.setSingleShot(true);
  connect(&m_fade, &QTimer::timeout, this, &SyncService::showOthers);
}

SyncService::~SyncService() {
  m_isClosing = true;
  m_thread.runAndWait([this] { m_session.reset(); });
}

void SyncService::start() {
  // One process may look at the file while another has the floor.
  post();
}

void SyncService::wake() {
  if (m_isWanted.exchange(true)) return;
  QMetaObject::invokeMethod(this, &SyncService::post, Qt::QueuedConnection);
}

void SyncService::post() {
  if (m_isRunning || m_isClosing) return;
  m_isRunning = true;
  m_isWanted = false;
  m_due.stop();
  deliver(m_thread.run([this, told = m_told] { return step(told); }), this,
          [this](const StepResult& result) { schedule(result); });
}

void SyncService::schedule(const StepResult& result) {
  m_isRunning = false;
  if (result.view != m_view) {
    m_view = result.view;
    Q_EMIT changed(m_view);
  }
  m_others = result.others;
  showOthers();
  for (const ClaimLoss& loss : result.losses) Q_EMIT claimLost(loss);
  m_due.start(m_isWanted ? Milliseconds(0) : result.wait);
}

void SyncService::setPresence(const std::optional<SeatPresence>& presence) {
  m_told = presence;
  wake();
}

std::vector<PresenceView> SyncService::presence() const { return m_shown; }

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

Result<bool> SyncService::isJoined(Workplace& workplace) {
  const auto fact = workplace.journalThread().runAndWait(
      [&workplace] { return workplace.journal().meta(serverFact); });
  if (!fact) return fact.error();
  return !fact->isEmpty();
}

Result<void> SyncService::openSession() {
  const auto factOf = [this](const QString& key) {
    return m_workplace.journalThread().runAndWait(
        [this, &key] { return m_workplace.journal().meta(key); });
  };
  const auto fact = factOf(serverFact);
  if (!fact) return fact.error();
  if (fact->isEmpty()) return Error{ErrorCode::NotFound, QStringLiteral("no server")};
  QString company;
  const ServerAddress request = addressIn(*fact, &company);
  const auto secret = factOf(secretFact);
  if (!secret) return secret.error();
  SeatCard card;
  card.secret = *secret;
  card.label = QSysInfo::machineHostName();
  const auto agents = m_workplace.cacheThread().runAndWait(
      [this] { return HouseholdQueries(m_workplace.cacheDatabase()).agents(); });
  if (!agents) return agents.error();
  for (const Agent& agent : *agents) card.localAgents << agent.id.uuid();
  m_session = std::make_unique<Session>(m_workplace, request, std::move(card));
  m_session->company = company;
  m_session->lock =
      std::make_unique<QLockFile>(m_workplace.options.folder % QStringLiteral("/sync.lock"));
  return {};
}

SyncService::StepResult SyncService::step(const std::optional<SeatPresence>& told) {
  if (m_isClosing) return {unjoinedWait, {}};
  if (!m_session) {
    if (const auto opened = openSession(); !opened) {
      const bool isAlone = opened.error().code == ErrorCode::NotFound;
      return {isAlone ? unjoinedWait : elsewhereWait, viewOf()};
    }
  }
  Session& session = *m_session;
  session.isElsewhere = !session.lock->isLocked() && !session.lock->tryLock(0);
  if (session.isElsewhere) return {elsewhereWait, viewOf()};
  session.engine.setPresence(told);
  const Milliseconds wait = session.engine.step();
  if (const auto refused = session.store.attention()) {
    session.refusals = static_cast<int>(refused->size());
  }
  const auto unseen = m_workplace.cacheThread().runAndWait(
      [this] { return ConflictService(m_workplace).unseen(); });
  if (unseen) session.conflicts = *unseen;
  auto losses = watchClaims(told);
  return {wait, viewOf(), nameOthers(), std::move(losses)};
}

SyncView SyncService::viewOf() const {
  SyncView view;
  if (!m_session) return view;
  const Session& session = *m_session;
  const SyncStatus& status = session.engine.status();
  view.server = shownServer(session.request);
  view.company = session.company;
  view.seenAt = status.seenAt;
  view.clockOffset = status.clockOffset;
  view.unsent = status.unsent;
  view.copied = status.hydrated;
  view.refusals = session.refusals;
  view.conflicts = session.conflicts;
  if (session.isElsewhere) {
    view.state = SyncView::State::Connecting;
    return view;
  }
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
      break;
  }
  return view;
}

QFuture<Result<JoinTest>> SyncService::test(const ServerAddress& request) {
  return m_thread.run([this, request]() -> Result<JoinTest> {
    JoinTest found;
    PsqlGateway gateway(request);
    const WorkstationId seat = m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().workstation(); });
    const Instant asked = m_workplace.now();
    const auto hello = gateway.hello(seat);
    if (!hello) {
      found.fault = QString::fromLatin1(linkFaultName(gateway.link().fault()));
      found.detail = gateway.link().faultDetail();
      return found;
    }
    if (hello->refusal != Refusal::None) {
      found.fault = wordOf(hello->refusal);
      return found;
    }
    found.company = hello->company;
    found.role = hello->role;
    found.clockOffset = hello->serverTime - (asked + (m_workplace.now() - asked) / 2);
    const auto last = m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().lastSequence(); });
    found.unsent = last - hello->lastSequence;
    const auto counts = m_workplace.cacheThread().runAndWait(
        [this] { return HouseholdQueries(m_workplace.cacheDatabase()).sizes(); });
    if (counts) {
      found.households = counts->households;
      found.tickets = counts->tickets;
    }
    // Who brings people along must be allowed to let them in.
    found.isGood = found.unsent == 0 || hello->role == u"supervisor";
    if (!found.isGood) found.fault = QStringLiteral("role");
    return found;
  });
}

QFuture<Result<void>> SyncService::join(const ServerAddress& request) {
  return m_thread.run([this, request]() -> Result<void> {
    if (m_session) return Error{ErrorCode::Refused, QStringLiteral("joined already")};
    PsqlGateway gateway(request);
    const WorkstationId seat = m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().workstation(); });
    const auto hello = gateway.hello(seat);
    if (!hello) return hello.error();
    if (hello->refusal != Refusal::None) {
      return Error{ErrorCode::Forbidden, wordOf(hello->refusal)};
    }
    const auto noted = m_workplace.journalThread().runAndWait([&]() -> Result<void> {
      Journal& journal = m_workplace.journal();
      const auto secret = journal.meta(secretFact);
      if (!secret) return secret.error();
      if (secret->isEmpty()) {
        SystemRandom random;
        const auto written =
            m_workplace.noted(journal.setMeta(secretFact, random.bytes(seatSecretBytes)));
        if (!written) return written;
      }
      if (journal.lastSequence() == 0) {
        const auto first = m_workplace.noted(
            journal.setMeta(PeopleService::firstPinFact(), hello->agent.text().toLatin1()));
        if (!first) return first;
      }
      // The last step: from now on this store is joined.
      return m_workplace.noted(journal.setMeta(serverFact, encoded(request, hello->company)));
    });
    if (!noted) return noted;
    wake();
    return {};
  });
}

Result<SyncView> SyncService::runToQuiet(int triesMax) {
  return m_thread.runAndWait([this, triesMax, told = m_told]() -> Result<SyncView> {
    int failures = 0;
    for (;;) {
      const StepResult result = step(told);
      if (!m_session) return Error{ErrorCode::NotFound, QStringLiteral("not joined")};
      if (m_session->isElsewhere) return Error{ErrorCode::Busy, QStringLiteral("sync")};
      if (m_session->engine.isQuiet()) return result.view;
      using State = SyncView::State;
      const bool isFailure = result.view.state == State::Offline ||
                             result.view.state == State::Refused ||
                             result.view.state == State::Stopped;
      if (!isFailure) failures = 0;
      if (isFailure && ++failures >= triesMax) return result.view;
      QThread::msleep(static_cast<unsigned long>(std::min<qint64>(result.wait.count(), 1000)));
    }
  });
}

}  // namespace yingda
