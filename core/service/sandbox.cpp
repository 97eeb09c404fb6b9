// SPDX-License-Identifier: GPL-3.0-or-later
// The mark lies in the folder before the store does, so that no moment exists without it.
#include "core/service/sandbox.h"

#include <QDir>
#include <QFile>
#include <QStringBuilder>

namespace yingda {

namespace {

/// Nobody signs in again within a drill; the PIN is never asked.
constexpr QStringView drillPin = u"000000";

QString markIn(const QString& folder) { return folder % QStringLiteral("/drill"); }

template <class T>
Result<T> finished(QFuture<Result<T>> future) {
  future.waitForFinished();
  return future.result();
}

}  // namespace

bool isSandboxFolder(const QString& folder) { return QFile::exists(markIn(folder)); }

Result<std::unique_ptr<Sandbox>> Sandbox::open(const Scenario& scenario,
                                               const SandboxSetting& setting,
                                               std::shared_ptr<Clock> clock,
                                               std::shared_ptr<Random> random) {
  std::unique_ptr<Sandbox> sandbox(new Sandbox);
  if (!sandbox->m_folder.isValid()) return Error{ErrorCode::Io, QStringLiteral("drill folder")};
  BackendOptions options;
  options.folder = sandbox->m_folder.path() % QStringLiteral("/store");
  options.clock = std::move(clock);
  options.random = std::move(random);
  // Nothing runs beside the trainee: no sync, no nightly learning.
  options.isHeadless = true;
  QDir().mkpath(options.folder);
  QFile mark(markIn(options.folder));
  if (!mark.open(QIODevice::WriteOnly)) return Error{ErrorCode::Io, QStringLiteral("drill mark")};
  mark.close();
  auto opened = Backend::open(options);
  if (!opened) return opened.error();
  sandbox->m_backend = std::move(*opened);
  if (const auto settled = sandbox->settle(scenario, setting); !settled) return settled.error();
  return sandbox;
}

// The files are closed before their folder goes.
Sandbox::~Sandbox() { m_backend.reset(); }

Result<void> Sandbox::settle(const Scenario& scenario, const SandboxSetting& setting) {
  FirstRun first;
  first.name = setting.name;
  first.staffNumber = setting.staffNumber;
  first.outsideName = setting.outsideName;
  first.pin = drillPin.toString();
  const auto agent = finished(m_backend->setUpStandAlone(first));
  if (!agent) return agent.error();
  m_backend->enter(*agent);
  const Persona& persona = scenario.persona;
  if (persona.home.isEmpty()) return {};
  HouseholdEdit home;
  home.communityName = setting.community;
  home.address = persona.home;
  const auto household = finished(m_backend->saveHousehold(home));
  if (!household) return household.error();
  PersonEdit person;
  person.household = household->household.id;
  person.name = persona.callName;
  if (!persona.phone.isEmpty()) person.numbers = QStringList{persona.phone};
  const auto saved = finished(m_backend->savePerson(person));
  return saved ? Result<void>{} : Result<void>{saved.error()};
}

}  // namespace yingda
