// SPDX-License-Identifier: GPL-3.0-or-later
// join and sync: this store and the shared database.
#include <QJsonArray>
#include <QThread>
#include <atomic>
#include <csignal>

#include "app/admin/floor_verbs.h"
#include "app/admin/verb.h"

namespace yingda::admin {

namespace {

constexpr int triesMax = 4;
constexpr unsigned long retryMs = 500;

// Ctrl+C while a store joins.
std::atomic<bool> isStopped = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void stopJoining(int) { isStopped = true; }

QString refusalText(const QString& word) {
  if (word == u"role") return QStringLiteral("带着人员和工单加入，要用班长的登录名");
  if (word == u"workstation") return QStringLiteral("服务器认识这个席位，但密钥不是这一个");
  if (word == u"author") return QStringLiteral("这里有人在服务器上属于另一个登录名");
  if (word == u"adopt") {
    return QStringLiteral("数据库是从备份倒回来的，请管理员先运行 yingda-admin db adopt");
  }
  if (word == u"client_old") return QStringLiteral("服务器更新了，请升级这台电脑上的应答");
  if (word == u"server_old") return QStringLiteral("服务器还是旧版，请管理员先运行 db migrate");
  if (word == u"clone") {
    return QStringLiteral(
        "两台电脑用着同一个席位的数据，或这里恢复过旧备份，请运行 yingda-admin join --as-new-seat");
  }
  if (word == u"chain") {
    return QStringLiteral(
        "服务器不接受这里的记录，请运行 yingda-admin verify，再 join --as-new-seat");
  }
  return faultText(linkFaultFromName(word));
}

QString stateWord(SyncView::State state) {
  switch (state) {
    case SyncView::State::Alone:
      return QStringLiteral("alone");
    case SyncView::State::Connecting:
      return QStringLiteral("connecting");
    case SyncView::State::Offline:
      return QStringLiteral("offline");
    case SyncView::State::Refused:
      return QStringLiteral("refused");
    case SyncView::State::Stopped:
      return QStringLiteral("stopped");
    case SyncView::State::Pushing:
      return QStringLiteral("pushing");
    case SyncView::State::Copying:
      return QStringLiteral("copying");
    case SyncView::State::Live:
      return QStringLiteral("live");
  }
  return {};
}

Exit refuseSync(const Session& session, const Error& error) {
  if (error.code == ErrorCode::NotFound) {
    return session.refuse(QStringLiteral("这个库还没有加入服务器，请先运行 yingda-admin join。"));
  }
  if (error.code == ErrorCode::Busy) {
    return session.refuse(QStringLiteral("应答正开着，它自己在同步。"));
  }
  return session.refuse(error);
}

/// What was done before, for the answer.
struct Before {
  QJsonObject fields;
  QString sentence;
};

/// Who presses Ctrl+C while a store joins gets it back as it was.
Exit takeBack(const Session& session, Backend& backend) {
  const auto kept = waited(backend.cancelJoin());
  if (!kept && kept.error().code == ErrorCode::Refused) {
    return session.refuse(QStringLiteral("已经加入；没做完的，下次 sync 接着做。"));
  }
  if (!kept) return session.refuse(kept.error());
  return session.refuse(
      QStringLiteral("已取消加入，这个库又单独使用，录过的都在；服务器留着其中 %1 "
                     "条操作，再加入时接着发。")
          .arg(*kept));
}

/// Until nothing is left to send or to fetch.
Exit runToQuiet(const Session& session, Backend& backend, const Before& done = {}) {
  // What is to be sent is known once the server has said what it has.
  auto before = backend.syncToQuiet(0, &isStopped);
  for (int i = 1; i < triesMax && before && before->state == SyncView::State::Offline; ++i) {
    QThread::msleep(retryMs);
    before = backend.syncToQuiet(0, &isStopped);
  }
  if (!before && isStopped) return takeBack(session, backend);
  if (!before) return refuseSync(session, before.error());
  const auto view = before->state == SyncView::State::Offline
                        ? before
                        : backend.syncToQuiet(triesMax, &isStopped);
  if (!view && isStopped) return takeBack(session, backend);
  if (!view) return refuseSync(session, view.error());
  if (view->state != SyncView::State::Live) {
    return session.refuse(done.sentence % refusalText(view->reason) %
                          QStringLiteral("；还有 %1 条没有发出去。").arg(view->unsent));
  }
  const qint64 pushed = before->unsent - view->unsent;
  QJsonObject fields = done.fields;
  fields[QStringLiteral("state")] = stateWord(view->state);
  fields[QStringLiteral("pushed")] = pushed;
  fields[QStringLiteral("pulled")] = view->copied;
  fields[QStringLiteral("pending")] = view->unsent;
  fields[QStringLiteral("conflicts")] = view->conflicts;
  fields[QStringLiteral("refused")] = view->refusals;
  return session.answer(fields, done.sentence % QStringLiteral("已同步：发出 %1 条操作，取回 %2 "
                                                               "行；还有 %3 条没发，%4 "
                                                               "处冲突，%5 条没有执行。")
                                                    .arg(pushed)
                                                    .arg(view->copied)
                                                    .arg(view->unsent)
                                                    .arg(view->conflicts)
                                                    .arg(view->refusals));
}

Exit runNewSeat(Session& session) {
  Backend* backend = session.store();
  if (!backend) return session.failure();
  // Whether the chain holds is known once the server was asked to take what is here.
  const auto before = backend->syncToQuiet(triesMax);
  if (!before) return refuseSync(session, before.error());
  const auto change = waited(backend->takeNewSeat());
  if (!change) {
    const bool isNamed = change.error().code == ErrorCode::Forbidden;
    return isNamed ? session.refuse(refusalText(change.error().detail) % QStringLiteral("。"))
                   : session.refuse(change.error());
  }
  Before done;
  done.fields = {{QStringLiteral("evidence"), change->evidence},
                 {QStringLiteral("known"), change->known},
                 {QStringLiteral("reissued"), change->reissued},
                 {QStringLiteral("left"), change->left},
                 {QStringLiteral("code"), change->code}};
  done.sentence = QStringLiteral("已换新席位：重新发出 %1 条，只留在旧日志里 %2 条；旧日志在 %3。")
                      .arg(change->reissued)
                      .arg(change->left)
                      .arg(change->evidence);
  return runToQuiet(session, *backend, done);
}

QJsonArray peopleJson(const std::vector<JoinPerson>& people) {
  QJsonArray rows;
  for (const JoinPerson& person : people) {
    rows.append(
        QJsonObject{{QStringLiteral("staffNumber"), person.staffNumber},
                    {QStringLiteral("becomes"), person.isSame() ? QJsonValue(person.there.text())
                                                                : QJsonValue(QJsonValue::Null)}});
  }
  return rows;
}

/// Who becomes whom, a line each.
QString peopleLines(const std::vector<JoinPerson>& people) {
  QString lines;
  for (const JoinPerson& person : people) {
    const QString who = person.staffNumber % u' ' % person.name;
    if (person.isSame()) {
      lines += QStringLiteral("\n%1：和服务器上的同一工号合为一人。").arg(who);
    } else if (person.there.isNull()) {
      lines += QStringLiteral("\n%1：服务器上还没有登记，先在本机用 PIN 登录。").arg(who);
    } else {
      lines += QStringLiteral("\n%1：这个工号在服务器上是%2，不合并。").arg(who, person.thereName);
    }
  }
  return lines;
}

}  // namespace

Exit runJoin(Session& session) {
  if (session.options().isSet(QStringLiteral("as-new-seat"))) return runNewSeat(session);
  ServerAddress address = serverAddressOf(session);
  address.standbyWillDo = session.options().isSet(QStringLiteral("read-standby"));
  if (address.login.isEmpty() || !session.options().isSet(QStringLiteral("server"))) {
    return session.misused(QStringLiteral(
        "用法：join --server 主机 --login 登录名 [--read-standby] [--dry-run]，密码在 PGPASSWORD "
        "里；或 join --as-new-seat"));
  }
  Backend* backend = session.storeOrNew();
  if (!backend) return session.failure();
  const auto test = waited(backend->testServer(address));
  if (!test) return session.refuse(test.error());
  if (!test->isGood) {
    const QString told =
        test->detail.isEmpty() ? QString() : QStringLiteral("（%1）").arg(test->detail.left(160));
    return session.refuse(refusalText(test->fault) % told % u'。');
  }
  if (session.options().isSet(QStringLiteral("dry-run"))) {
    return session.answer({{QStringLiteral("company"), test->company},
                           {QStringLiteral("role"), test->role},
                           {QStringLiteral("pending"), test->unsent},
                           {QStringLiteral("households"), test->households},
                           {QStringLiteral("tickets"), test->tickets},
                           {QStringLiteral("people"), peopleJson(test->people)}},
                          QStringLiteral("可以加入%1：会发出 %2 条操作，其中 %3 户、%4 张工单。")
                                  .arg(test->company)
                                  .arg(test->unsent)
                                  .arg(test->households)
                                  .arg(test->tickets) %
                              peopleLines(test->people));
  }
  std::signal(SIGINT, stopJoining);
  const auto joined = waited(backend->joinServer(address));
  if (!joined) return session.refuse(joined.error());
  return runToQuiet(session, *backend);
}

Exit runSync(Session& session) {
  Backend* backend = session.store();
  if (!backend) return session.failure();
  return runToQuiet(session, *backend);
}

}  // namespace yingda::admin
