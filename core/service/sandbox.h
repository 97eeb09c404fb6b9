// SPDX-License-Identifier: GPL-3.0-or-later
// What a drill writes into: the real use cases on a store that nobody else sees and nothing leaves.
#pragma once

#include <QLockFile>
#include <QTemporaryDir>
#include <functional>
#include <memory>

#include "core/service/backend.h"
#include "core/training/scenario.h"

namespace yingda {

/// Who practises, and in which community. There is no path and no server among it, on purpose.
struct SandboxSetting {
  QString name;
  QString staffNumber;
  QString outsideName;
  QString community = QStringLiteral("云杉府");
};

/// A store in a folder of its own, which goes with it. It stands alone and stays alone: it syncs
/// nothing, and refuses to join or to ask a server. The caller of the scenario lives in it with her
/// home and number, so that her card comes up as production's would.
/// Thread: UI (or main). Owner: the practice page.
class Sandbox final {
 public:
  /// An empty store. `clock` should stand at the scenario's `calledAt`. Errors: those of opening a
  /// store.
  static Result<std::unique_ptr<Sandbox>> open(std::shared_ptr<Clock> clock,
                                               std::shared_ptr<Random> random);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  using Settled = std::function<void(const Result<void>&)>;
  /// Signs the trainee in and lets the scenario's caller live there; once. `done` is called when
  /// that is so, or never when the sandbox goes before. Errors: Invalid when the setting names
  /// nobody.
  void settle(const Scenario& scenario, const SandboxSetting& setting, Settled done);
  /// Gone with the sandbox.
  Backend& backend() { return *m_backend; }

 private:
  Sandbox();
  void moveIn(const Persona& persona, const QString& community, const Settled& done);

  QTemporaryDir m_folder;
  /// Held while the folder is somebody's; the system knows by it that he died.
  std::unique_ptr<QLockFile> m_owner;
  std::unique_ptr<Backend> m_backend;
};

/// Takes away what drills left behind whose program was killed: folders in `place` with a drill's
/// name that are no links, belong to this user, carry the mark of a drill, and whose owner is dead.
/// Everything else stays. How many it were. `place` empty: where the system keeps temporary files.
/// Thread: any; reads and removes files.
int sweepSandboxes(const QString& place = {});

/// Whether the store in this folder is one for drills; such a store never joins a server, whoever
/// opens it.
bool isSandboxFolder(const QString& folder);

}  // namespace yingda
