// SPDX-License-Identifier: GPL-3.0-or-later
// verify, doctor, user and demo: care of a store.
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <filesystem>

#include "app/admin/floor_verbs.h"
#include "app/admin/refusal.h"
#include "app/admin/verb.h"
#include "core/base/paths.h"
#include "core/domain/milestones.h"
#include "core/service/starter_files.h"

namespace yingda::admin {

namespace {

struct Check {
  const char* id;
  bool ok;
  QString sentence;
  QString mend;
};

Check checkFolder(const QString& folder) {
  if (!QFileInfo(folder).isDir()) {
    return {"folder", false, QStringLiteral("没有这个存储文件夹。"),
            QStringLiteral("检查 --store，或打开应答完成首次设置。")};
  }
  const auto probe = probeWritable(folder);
  return {"folder", probe.has_value(),
          probe ? QStringLiteral("存储文件夹可以写。")
                : QStringLiteral("存储文件夹写不进去：%1").arg(refusalText(probe.error())),
          probe ? QString() : QStringLiteral("检查文件夹权限和磁盘空间。")};
}

Check checkSpace(const QString& folder) {
  constexpr qint64 bytesLeast = 500LL * 1024 * 1024;
  // Of a folder that is not there yet, the disk is that of the nearest one above it.
  QString place = QDir::cleanPath(QDir(folder).absolutePath());
  while (!QFileInfo::exists(place) && !QFileInfo(place).isRoot()) {
    place = QFileInfo(place).absolutePath();
  }
  // Not QStorageInfo: it reads the list of mounts, which a container may not have.
  std::error_code failure;
  const auto space = std::filesystem::space(place.toStdU16String(), failure);
  if (failure) {
    return {"space", false, QStringLiteral("看不到磁盘剩余空间。"),
            QStringLiteral("检查这个文件夹的权限。")};
  }
  const auto free = static_cast<qint64>(space.available);
  const bool ok = free >= bytesLeast;
  return {"space", ok, QStringLiteral("磁盘剩余 %1 MB。").arg(free / 1024 / 1024),
          ok ? QString() : QStringLiteral("至少留出 500 MB。")};
}

Check checkClock() {
  const Instant now = SystemClock().now();
  const bool ok = now > *instantFromIso(u"2025-01-01") && now < *instantFromIso(u"2100-01-01");
  return {"clock", ok, QStringLiteral("电脑时间 %1。").arg(toIso(now)),
          ok ? QString() : QStringLiteral("校准电脑时间，时限都靠它。")};
}

Check checkCalendar(Instant now) {
  const auto calendars =
      CalendarSet::fromJson(builtInStarterFiles().value(QStringLiteral("calendars.json")));
  const ServiceCalendar* workday =
      calendars ? calendars->findOrNull(QStringLiteral("workday")) : nullptr;
  const std::chrono::year_month_day ahead{localDayOf(now + std::chrono::days{60})};
  const int year = static_cast<int>(ahead.year());
  const bool ok = workday && workday->coversYear(year);
  return {"calendar", ok,
          ok ? QStringLiteral("工作日历已有 %1 年。").arg(year)
             : QStringLiteral("工作日历还没有 %1 年，先按全天计时。").arg(year),
          ok ? QString() : QStringLiteral("放假通知公布后更新日历。")};
}

Check checkJournal(Session& session) {
  if (!session.hasStore()) {
    return {"journal", false, QStringLiteral("这里还没有存储。"),
            QStringLiteral("检查 --store，或打开应答完成首次设置。")};
  }
  Backend* backend = session.store();
  if (!backend)
    return {"journal", false, QStringLiteral("存储打不开。"), QStringLiteral("见上一句。")};
  const auto report = waited(backend->verify());
  const bool ok = report && report->broken.isEmpty();
  return {"journal", ok,
          report ? QStringLiteral("日志 %1 条，断链 %2 处。")
                       .arg(report->operations)
                       .arg(report->broken.size())
                 : refusalText(report.error()),
          ok ? QString() : QStringLiteral("停用这份存储，联系管理员，不要删除任何文件。")};
}

}  // namespace

Exit runVerify(Session& session) {
  if (session.options().isSet(QStringLiteral("server"))) return runFloorVerify(session);
  Backend* backend = session.store();
  if (!backend) return session.failure();
  const auto report = waited(backend->verify());
  if (!report) return session.refuse(report.error());
  QJsonArray broken;
  for (const auto& [sequence, reason] : report->broken) {
    broken.append(
        QJsonObject{{QStringLiteral("sequence"), sequence}, {QStringLiteral("reason"), reason}});
  }
  const QString text = QStringLiteral("操作 %1 条，断链 %2 处，已擦除 %3 条，缓存落后 %4 条。")
                           .arg(report->operations)
                           .arg(report->broken.size())
                           .arg(report->erased)
                           .arg(report->behind);
  const Exit exit = session.answer({{QStringLiteral("operations"), report->operations},
                                    {QStringLiteral("broken"), broken},
                                    {QStringLiteral("erased"), report->erased},
                                    {QStringLiteral("behind"), report->behind}},
                                   text);
  if (report->broken.isEmpty()) return exit;
  return session.refuse(
      QStringLiteral("操作链断了 %1 处：停用这份存储，联系管理员，不要删除任何文件。")
          .arg(report->broken.size()));
}

Exit runDoctor(Session& session) {
  const QString folder = session.storeFolder();
  const std::vector<Check> checks{checkFolder(folder), checkSpace(folder), checkClock(),
                                  checkCalendar(session.now()), checkJournal(session)};
  QJsonArray json;
  QStringList lines;
  QStringList failed;
  for (const Check& check : checks) {
    json.append(QJsonObject{{QStringLiteral("id"), QLatin1String(check.id)},
                            {QStringLiteral("ok"), check.ok},
                            {QStringLiteral("sentence"), check.sentence},
                            {QStringLiteral("mend"), check.mend}});
    lines << (check.ok ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) % check.sentence % check.mend;
    if (!check.ok) failed << QLatin1String(check.id);
  }
  const bool isHealthy = failed.isEmpty();
  const Exit exit = session.answer({{QStringLiteral("checks"), json}}, lines.join(u'\n'));
  if (isHealthy) return exit;
  return session.refuse(QStringLiteral("有检查没有通过：%1。").arg(failed.join(u'、')));
}

Exit runUser(Session& session) {
  if (session.options().isSet(QStringLiteral("server"))) return runFloorUser(session);
  if (session.word(0) != u"add" || session.words().size() != 2) {
    return session.misused(QStringLiteral("用法：user add 工号 --name 姓名 --pin 六位数字"));
  }
  const QString name = session.options().value(QStringLiteral("name"));
  const QString pin = session.options().value(QStringLiteral("pin"));
  if (name.trimmed().isEmpty() || pin.isEmpty()) {
    return session.misused(QStringLiteral("用法：user add 工号 --name 姓名 --pin 六位数字"));
  }
  Backend* backend = session.storeOrNew();
  if (!backend) return session.failure();
  const auto known = waited(backend->agents());
  if (!known) return session.refuse(known.error());
  Result<Agent> added = Error{};
  if (known->empty()) {
    FirstRun first;
    first.name = name;
    first.staffNumber = session.word(1);
    first.pin = pin;
    added = waited(backend->setUpStandAlone(first));
  } else {
    if (!session.signIn()) return session.failure();
    Agent agent;
    agent.name = name;
    agent.staffNumber = session.word(1);
    agent.department = QStringLiteral("service");
    const QString role = session.options().value(QStringLiteral("role"));
    if (!role.isEmpty() && !roleFromText(role))
      return session.refuse(QStringLiteral("没有这个角色。"));
    agent.role = roleFromText(role).value_or(Role::Agent);
    added = waited(backend->addAgent(agent, pin));
  }
  if (!added) return session.refuse(added.error());
  return session.answer(
      {{QStringLiteral("staffNumber"), added->staffNumber},
       {QStringLiteral("role"), roleWord(added->role)}},
      QStringLiteral("已登记 %1 %2。").arg(added->staffNumber, added->outsideName));
}

}  // namespace yingda::admin
