// SPDX-License-Identifier: GPL-3.0-or-later
// demo: a made-up organisation in an empty store.
#include "app/admin/verb.h"

namespace yingda::admin {

Exit runDemo(Session& session) {
  DemoOptions options;
  const auto number = [&session](const char* name, qint64 fallback, bool& ok) {
    const QString text = session.options().value(QLatin1String(name));
    if (text.isEmpty()) return fallback;
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    ok = ok && isNumber && value >= 0;
    return value;
  };
  bool ok = true;
  options.seed = static_cast<quint64>(number("seed", 7, ok));
  const qint64 households = number("households", options.households, ok);
  const qint64 tickets = number("tickets", options.tickets, ok);
  const qint64 open = number("open", std::min<qint64>(options.open, tickets), ok);
  if (!ok || households < 1 || households > 1'000'000 || tickets > 5'000'000 || open > tickets) {
    return session.misused(QStringLiteral(
        "--households 是 1 到 1000000，--tickets 是 0 到 5000000，--open 不多于 --tickets，"
        "--seed 是非负整数。"));
  }
  options.households = static_cast<int>(households);
  options.tickets = static_cast<int>(tickets);
  options.open = static_cast<int>(open);
  Backend* backend = session.storeOrNew();
  if (!backend) return session.failure();
  const auto report = waited(backend->makeDemo(options));
  if (!report) {
    return report.error().code == ErrorCode::Refused
               ? session.refuse(QStringLiteral("这个存储不是空的，演示数据只放进空的存储。"))
               : session.refuse(report.error());
  }
  return session.answer({{QStringLiteral("households"), report->households},
                         {QStringLiteral("tickets"), report->tickets},
                         {QStringLiteral("seconds"), report->seconds}},
                        QStringLiteral("%1 户，%2 张工单，用时 %3 秒。工号 8021，PIN %4。")
                            .arg(report->households)
                            .arg(report->tickets)
                            .arg(report->seconds, 0, 'f', 1)
                            .arg(QLatin1String(demoPin)));
}

}  // namespace yingda::admin
