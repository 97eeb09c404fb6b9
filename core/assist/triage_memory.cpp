// SPDX-License-Identifier: GPL-3.0-or-later
// The file gets its name when all of it is written.
#include "core/assist/triage_memory.h"

#include <QFile>

#include "core/base/whole_file.h"

namespace yingda {

QString TriageFile::fileIn(const QString& folder) {
  return folder % QStringLiteral("/triage.weights");
}

Result<std::optional<SoftmaxLearner>> TriageFile::load() const {
  QFile file(fileIn(m_folder));
  if (!file.exists()) return std::optional<SoftmaxLearner>();
  if (!file.open(QIODevice::ReadOnly)) {
    return Error{ErrorCode::Io, QStringLiteral("cannot open triage.weights")};
  }
  auto learner = SoftmaxLearner::load(file.readAll());
  if (!learner) return learner.error();
  return std::optional<SoftmaxLearner>(std::move(*learner));
}

Result<void> TriageFile::keep(const SoftmaxLearner& learner) {
  const QString path = fileIn(m_folder);
  QFile::remove(path % QStringLiteral(".part"));
  auto file = WholeFile::open(path % QStringLiteral(".part"));
  if (!file) return file.error();
  if (auto written = file->write(learner.save()); !written) return written;
  return file->nameIt(path);
}

}  // namespace yingda
