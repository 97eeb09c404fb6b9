// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's people: who works here, and who is signed in.
#include "core/base/log.h"
#include "core/service/backend_parts.h"
#include "core/service/floor_sign_in.h"
#include "core/service/people_service.h"

namespace yingda {

namespace {

/// The server answers, and does not know the person or not by this password.
bool isSentAway(const SyncView& view) {
  return view.state == SyncView::State::Offline &&
         (view.reason == u"password" || view.reason == u"person");
}

}  // namespace

QFuture<Result<std::vector<Agent>>> Backend::agents() {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run([&workplace] { return PeopleService(workplace).agents(); });
}

QFuture<Result<std::vector<Agent>>> Backend::peopleHere() {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run(
      [&workplace] { return PeopleService(workplace).peopleHere(); });
}

QFuture<Result<Agent>> Backend::setUpStandAlone(const FirstRun& first) {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run(
      [&workplace, first] { return PeopleService(workplace).setUp(first); });
}

QFuture<Result<Agent>> Backend::addAgent(const Agent& agent, const QString& pin) {
  Workplace& workplace = m_parts->workplace;
  const auto actor = m_parts->session;
  return workplace.cacheThread().run(
      [&workplace, actor, agent, pin] { return PeopleService(workplace).add(actor, agent, pin); });
}

QFuture<Result<Agent>> Backend::signIn(const QString& staffNumber, const QString& secret) {
  Workplace& workplace = m_parts->workplace;
  const SyncView view = sync();
  // Nobody waits for a server that is known not to answer. One that sent somebody away answers.
  const bool asksServer = view.state != SyncView::State::Offline || isSentAway(view);
  return m_parts->door->run([=, this, &workplace]() -> Result<Agent> {
    const auto agent = workplace.cacheThread().runAndWait(
        [&] { return PeopleService(workplace).find(staffNumber); });
    if (!agent) {
      return agent.error().code == ErrorCode::NotFound
                 ? Error{ErrorCode::WrongPin, QStringLiteral("unknown person")}
                 : agent.error();
    }
    if (agent->login.isEmpty()) {
      const auto checked = workplace.cacheThread().runAndWait(
          [&] { return PeopleService(workplace).checkPin(*agent, secret); });
      if (!checked) return checked.error();
      m_parts->sync->speakAs({}, {});
      return admit(*agent, true);
    }
    const auto visit = FloorSignIn(workplace).signIn(*agent, secret, asksServer);
    if (!visit) return visit.error();
    m_parts->sync->speakAs(agent->login, secret);
    return admit(visit->agent, visit->isVouched);
  });
}

QFuture<Result<Agent>> Backend::signInTrusted(const QString& staffNumber) {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run([this, &workplace, staffNumber]() -> Result<Agent> {
    auto agent = PeopleService(workplace).find(staffNumber);
    if (!agent) return agent;
    return admit(*agent, true);
  });
}

Agent Backend::admit(const Agent& agent, bool isVouched) {
  Agent person = agent;
  if (!isVouched) person.role = firstTierOf(agent.role);
  QMetaObject::invokeMethod(
      this,
      [this, person, agent, isVouched] {
        enter(person);
        if (!isVouched) m_parts->unvouched = agent;
      },
      Qt::QueuedConnection);
  return person;
}

void Backend::enter(const Agent& agent) {
  m_parts->unvouched.reset();
  m_parts->session = agent;
  Q_EMIT sessionChanged();
}

void Backend::lock() {
  m_parts->unvouched.reset();
  m_parts->session.reset();
  Q_EMIT sessionChanged();
}

bool Backend::isFirstTier() const { return m_parts->unvouched.has_value(); }

void Backend::takeSync(const SyncView& view) {
  if (!view.company.isEmpty()) m_parts->company = view.company;
  const auto& waiting = m_parts->unvouched;
  if (waiting && view.state == SyncView::State::Live && view.login == waiting->login) {
    enter(Agent(*waiting));
  } else if (waiting && isSentAway(view) && view.login == waiting->login) {
    const QString reason = view.reason;
    m_parts->door->post([this, agent = *waiting] {
      if (const auto done = FloorSignIn(m_parts->workplace).forget(agent); !done) {
        qCWarning(logStore) << "a sign-in is not forgotten:" << done.error().detail;
      }
    });
    lock();
    Q_EMIT sentAway(reason);
  }
  Q_EMIT syncChanged(view);
}

}  // namespace yingda
