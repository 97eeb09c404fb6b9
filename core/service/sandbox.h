// SPDX-License-Identifier: GPL-3.0-or-later
// What a drill writes into: the real use cases on a store that nobody else sees and nothing leaves.
#pragma once

#include <QTemporaryDir>
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
/// Thread: UI (or main); `open` blocks for the length of a first start. Owner: the practice page.
class Sandbox final {
 public:
  /// `clock` should stand at the scenario's `calledAt`. Errors: those of opening a store; Invalid
  /// when the setting names nobody.
  static Result<std::unique_ptr<Sandbox>> open(const Scenario& scenario,
                                               const SandboxSetting& setting,
                                               std::shared_ptr<Clock> clock,
                                               std::shared_ptr<Random> random);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  /// The trainee is signed in. Gone with the sandbox.
  Backend& backend() { return *m_backend; }

 private:
  Sandbox() = default;
  Result<void> settle(const Scenario& scenario, const SandboxSetting& setting);

  QTemporaryDir m_folder;
  std::unique_ptr<Backend> m_backend;
};

/// Whether the store in this folder is one for drills; such a store never joins a server, whoever
/// opens it.
bool isSandboxFolder(const QString& folder);

}  // namespace yingda
