// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the resources once; nothing here depends on the working folder.
#include "core/service/starter_files.h"

#include <QDirIterator>
#include <QFile>

#include "core/domain/ticket_milestones.h"

namespace yingda {

StarterFiles builtInStarterFiles() {
  StarterFiles files;
  const QString root = QStringLiteral(":/starter/");
  QDirIterator it(root, QDir::Files, QDirIterator::Subdirectories);
  while (it.hasNext()) {
    QFile file(it.next());
    if (file.open(QIODevice::ReadOnly))
      files.insert(file.fileName().mid(root.size()), file.readAll());
  }
  return files;
}

Result<KpiDictionary> builtInKpis() {
  return KpiDictionary::fromJson(builtInStarterFiles().value(QStringLiteral("kpis.json")));
}

Result<MilestoneEngine> builtInEngine(const Starter& starter, const QString& policy,
                                      const QString& calendar) {
  const StarterFiles files = builtInStarterFiles();
  auto calendars = CalendarSet::fromJson(files.value(QStringLiteral("calendars.json")));
  if (!calendars) return calendars.error();
  auto policies = PolicySet::fromJson(files.value(QStringLiteral("sla_policies.json")));
  if (!policies) return policies.error();
  const SlaPolicy* chosen = policies->findOrNull(policy);
  if (!chosen) return Error{ErrorCode::NotFound, QStringLiteral("policy")};
  if (!calendar.isEmpty() && !calendars->findOrNull(calendar)) {
    return Error{ErrorCode::NotFound, QStringLiteral("calendar")};
  }
  // The engine outlives this call, so it keeps its own copy of the traits.
  QHash<QString, CategoryTraits> traits;
  for (const Category& category : starter.categories) {
    traits.insert(category.id, {category.attitude, category.repair});
  }
  // CLI.md: --category attitude picks the rule of 服务态度.
  traits.insert(QStringLiteral("attitude"), {true, {}});
  return MilestoneEngine(std::move(*calendars),
                         calendar.isEmpty() ? *chosen : chosen->withCalendar(calendar),
                         [traits](const QString& id) { return traits.value(id); });
}

}  // namespace yingda
