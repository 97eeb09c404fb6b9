// SPDX-License-Identifier: GPL-3.0-or-later
// The mark lies in the folder before the store does, so that no moment exists without it.
#include "core/service/sandbox.h"

#include <QDir>
#include <QFile>
#include <QStringBuilder>

#include "core/base/deliver.h"

namespace yingda {

namespace {

/// Nobody signs in again within a drill; the PIN is never asked.
constexpr QStringView drillPin = u"000000";

QString markIn(const QString& folder) { return folder % QStringLiteral("/drill"); }

}  // namespace

bool isSandboxFolder(const QString& folder) { return QFile::exists(markIn(folder)); }

Result<std::unique_ptr<Sandbox>> Sandbox::open(std::shared_ptr<Clock> clock,
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
  return sandbox;
}

// The files are closed before their folder goes.
Sandbox::~Sandbox() { m_backend.reset(); }

void Sandbox::settle(const Scenario& scenario, const SandboxSetting& setting, Settled done) {
  FirstRun first;
  first.name = setting.name;
  first.staffNumber = setting.staffNumber;
  first.outsideName = setting.outsideName;
  first.pin = drillPin.toString();
  deliver(m_backend->setUpStandAlone(first), m_backend.get(),
          [this, persona = scenario.persona, community = setting.community,
           done = std::move(done)](const Result<Agent>& agent) {
            if (!agent) return done(agent.error());
            m_backend->enter(*agent);
            moveIn(persona, community, done);
          });
}

void Sandbox::moveIn(const Persona& persona, const QString& community, const Settled& done) {
  if (persona.home.isEmpty()) return done({});
  HouseholdEdit home;
  home.communityName = community;
  home.address = persona.home;
  deliver(m_backend->saveHousehold(home), m_backend.get(),
          [this, persona, done](const Result<HouseholdCard>& household) {
            if (!household) return done(household.error());
            PersonEdit person;
            person.household = household->household.id;
            person.name = persona.callName;
            if (!persona.phone.isEmpty()) person.numbers = QStringList{persona.phone};
            deliver(m_backend->savePerson(person), m_backend.get(),
                    [done](const Result<HouseholdCard>& saved) {
                      done(saved ? Result<void>{} : Result<void>{saved.error()});
                    });
          });
}

}  // namespace yingda
