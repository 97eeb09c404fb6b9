// SPDX-License-Identifier: GPL-3.0-or-later
// The mark lies in the folder before the store does, so that no moment exists without it.
#include "core/service/sandbox.h"

#include <QDir>
#include <QFile>
#include <QStringBuilder>

#include "core/base/deliver.h"
#include "core/base/paths.h"

namespace yingda {

namespace {

/// Nobody signs in again within a drill; the PIN is never asked.
constexpr QStringView drillPin = u"000000";
const QString folderName = QStringLiteral("yingda-drill-");
const QString storeName = QStringLiteral("/store");
const QString ownerName = QStringLiteral("/owner");

QString markIn(const QString& folder) { return folder % QStringLiteral("/drill"); }

}  // namespace

bool isSandboxFolder(const QString& folder) { return QFile::exists(markIn(folder)); }

Result<std::unique_ptr<Sandbox>> Sandbox::open(std::shared_ptr<Clock> clock,
                                               std::shared_ptr<Random> random) {
  std::unique_ptr<Sandbox> sandbox(new Sandbox);
  if (!sandbox->m_folder.isValid()) return Error{ErrorCode::Io, QStringLiteral("drill folder")};
  // Owned before it is marked: what carries the mark and has no living owner is left behind.
  sandbox->m_owner = std::make_unique<QLockFile>(sandbox->m_folder.path() % ownerName);
  sandbox->m_owner->setStaleLockTime(0);
  if (!sandbox->m_owner->tryLock()) return Error{ErrorCode::Io, QStringLiteral("drill owner")};
  BackendOptions options;
  options.folder = sandbox->m_folder.path() % storeName;
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

Sandbox::Sandbox() : m_folder(QDir::tempPath() % u'/' % folderName % QStringLiteral("XXXXXX")) {}

// The files are closed before their folder goes.
Sandbox::~Sandbox() {
  m_backend.reset();
  m_owner.reset();
}

int sweepSandboxes(const QString& place) {
  const QDir temporary(place.isEmpty() ? QDir::tempPath() : place);
  int swept = 0;
  const auto found = temporary.entryInfoList({folderName % u'*'},
                                             QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
  for (const QFileInfo& folder : found) {
    const QString path = folder.filePath();
    const QFileInfo mark(markIn(path % storeName));
    const QFileInfo store(path % storeName);
    const bool isOurs = isOwn(path) && !store.isSymLink() && mark.isFile() && !mark.isSymLink();
    if (!isOurs) continue;
    QLockFile owner(path % ownerName);
    // Never by age: a drill may be left lying for a day by somebody who lives.
    owner.setStaleLockTime(0);
    if (!owner.tryLock()) continue;
    // Nobody else has it now. The mark goes first: what is left after that is nobody's concern.
    QDir(path % storeName).removeRecursively();
    owner.unlock();
    swept += QDir(path).removeRecursively();
  }
  return swept;
}

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
