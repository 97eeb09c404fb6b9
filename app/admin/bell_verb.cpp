// SPDX-License-Identifier: GPL-3.0-or-later
// bell: the doorbell of a floor, as a service beside its server.
#include <cstdio>

#include "app/admin/floor_verbs.h"
#include "app/admin/verb.h"
#include "core/remote/door_bell.h"

namespace yingda::admin {

namespace {

const char* wordOf(DoorBell::State state) {
  switch (state) {
    case DoorBell::State::Away:
      return "away";
    case DoorBell::State::Spare:
      return "spare";
    case DoorBell::State::Ringing:
      break;
  }
  return "ringing";
}

QString sentenceOf(DoorBell::State state) {
  switch (state) {
    case DoorBell::State::Away:
      return QStringLiteral("连不上服务器，过一会儿再试");
    case DoorBell::State::Spare:
      return QStringLiteral("已有一个门铃在响，这一个候补");
    case DoorBell::State::Ringing:
      break;
  }
  return QStringLiteral("门铃在响");
}

}  // namespace

Exit runBell(Session& session) {
  if (!session.options().isSet(QStringLiteral("server"))) {
    return session.misused(QStringLiteral(
        "用法：bell --server 主机 --login 门铃登录名，密码在 PGPASSWORD 或 ~/.pgpass 里"));
  }
  WakeUp end;
  ringWhenToldToEnd(end);
  SystemRandom random;
  DoorBell bell(serverAddressOf(session), random);
  const bool isJson = session.wantsJson();
  bell.run(end, [isJson](DoorBell::State state, const QString& detail) {
    // One line a change of state: a service manager's log is made of lines.
    if (isJson) {
      std::printf("{\"state\":\"%s\"}\n", wordOf(state));
    } else if (detail.isEmpty()) {
      std::printf("%s。\n", qPrintable(sentenceOf(state)));
    } else {
      std::printf("%s（%s）。\n", qPrintable(sentenceOf(state)), qPrintable(detail.left(160)));
    }
    std::fflush(stdout);
  });
  if (!isJson) std::printf("门铃已停，响过 %lld 次。\n", static_cast<long long>(bell.rings()));
  return Exit::Done;
}

}  // namespace yingda::admin
