// SPDX-License-Identifier: GPL-3.0-or-later
// db, and verify on a server: the shared database and its ledger.
#include "app/admin/floor_verbs.h"

#include <QJsonArray>

#include "app/admin/verb.h"
#include "core/remote/floor_admin.h"

namespace yingda::admin {

QString faultText(LinkFault fault) {
  switch (fault) {
    case LinkFault::None:
    case LinkFault::Other:
      return QStringLiteral("服务器没有照办");
    case LinkFault::Name:
      return QStringLiteral("找不到这台服务器，请检查名字或 DNS");
    case LinkFault::Refused:
      return QStringLiteral("服务器没有开着，或端口不对");
    case LinkFault::Timeout:
      return QStringLiteral("服务器没有应答，请检查网络和防火墙");
    case LinkFault::Tls:
      return QStringLiteral("加密连接不成立，请检查服务器证书，或用 --ssl 说明");
    case LinkFault::TlsNone:
      return QStringLiteral("服务器没有证书，不加密；请给它配证书，或用 --ssl 说明");
    case LinkFault::TlsName:
      return QStringLiteral("服务器的证书是给另一个主机名的，请用证书上的名字连接");
    case LinkFault::TlsAuthority:
      return QStringLiteral(
          "服务器的证书不是本机信任的机构签发的，请把根证书放到 ~/.postgresql/root.crt 或用 "
          "--root 指明");
    case LinkFault::TlsExpired:
      return QStringLiteral("服务器的证书过期了或还没有生效，请换证书；也看看本机时间对不对");
    case LinkFault::NotLetIn:
      return QStringLiteral("服务器没有放行这台电脑，请在它的 pg_hba.conf 里加一行再重新装载");
    case LinkFault::Password:
      return QStringLiteral("登录名或密码不对；密码写在环境变量 PGPASSWORD 里");
    case LinkFault::Database:
      return QStringLiteral("服务器上没有这个数据库，请先用 createdb 建一个");
    case LinkFault::Floor:
      return QStringLiteral("这个数据库还没有初始化，请先运行 yingda-admin db init");
    case LinkFault::Person:
      return QStringLiteral("这个登录名不是应答的人员，请先用 yingda-admin user add 登记");
    case LinkFault::Full:
      return QStringLiteral("服务器连接已满，请稍后再试或调高 max_connections");
    case LinkFault::ReadOnly:
      return QStringLiteral("只有备机在应答，主机起来后再试");
    case LinkFault::Lost:
      return QStringLiteral("连接中断了，请再试一次");
  }
  return {};
}

ServerAddress serverAddressOf(const Session& session) {
  const auto option = [&session](const char* name, const QString& otherwise) {
    const QString value = session.options().value(QLatin1String(name));
    return value.isEmpty() ? otherwise : value;
  };
  ServerAddress address;
  // HOST, HOST:PORT, or several of them with commas: primary and standby.
  QStringList hosts;
  QStringList ports;
  for (const QString& one : option("server", QStringLiteral("127.0.0.1")).split(u',')) {
    const qsizetype colon = one.lastIndexOf(u':');
    hosts << (colon < 0 ? one : one.left(colon));
    ports << (colon < 0 ? address.ports : one.mid(colon + 1));
  }
  address.hosts = hosts.join(u',');
  address.ports = ports.join(u',');
  address.database = option("database", address.database);
  address.login = option("login", QStringLiteral("postgres"));
  address.password = qEnvironmentVariable("PGPASSWORD");
  address.sslMode = option("ssl", address.sslMode);
  address.rootCertificate = option("root", {});
  return address;
}

Exit refuseFor(const Session& session, const ServerLink& link, const Error& error) {
  if (error.code == ErrorCode::TooNew) {
    return session.refuse(QStringLiteral("这个数据库由更新的版本建立，请升级应答。"));
  }
  return session.refuse(
      QStringLiteral("%1（%2）。").arg(faultText(link.fault()), error.detail.left(160)));
}

namespace {

QJsonObject toJson(const FloorStatus& status) {
  return {{QStringLiteral("schema"), status.schema},
          {QStringLiteral("newest"), status.newest},
          {QStringLiteral("epoch"), status.epoch.toString(QUuid::WithoutBraces)},
          {QStringLiteral("company"), status.company},
          {QStringLiteral("operations"), status.operations},
          {QStringLiteral("entities"), status.entities},
          {QStringLiteral("people"), status.people},
          {QStringLiteral("workstations"), status.workstations}};
}

Exit showStatus(const Session& session, ServerLink& link) {
  const auto status = FloorAdmin(link).status();
  if (!status) return refuseFor(session, link, status.error());
  return session.answer(
      toJson(*status),
      QStringLiteral("%1：第 %2 版（本程序 %3），%4 人，%5 个席位，%6 条操作，%7 行。")
          .arg(status->company)
          .arg(status->schema)
          .arg(status->newest)
          .arg(status->people)
          .arg(status->workstations)
          .arg(status->operations)
          .arg(status->entities));
}

}  // namespace

Exit runDb(Session& session) {
  const QString what = session.word(0);
  const QStringList known{QStringLiteral("init"), QStringLiteral("migrate"),
                          QStringLiteral("status"), QStringLiteral("adopt")};
  if (!known.contains(what)) {
    return session.misused(QStringLiteral(
        "用法：db init|migrate|status|adopt --server 主机[:端口] --login 管理登录名"));
  }
  ServerLink link(serverAddressOf(session));
  if (auto opened = link.open(); !opened) return refuseFor(session, link, opened.error());
  FloorAdmin floor(link);
  if (what == u"init") {
    const QString name = session.options().value(QStringLiteral("name"));
    const auto done = floor.init(name.isEmpty() ? QStringLiteral("物业服务中心") : name);
    if (!done && done.error().code == ErrorCode::Refused) {
      return session.refuse(
          QStringLiteral("这个数据库已经初始化过，没有改动；升级请用 db migrate。"));
    }
    if (!done) return refuseFor(session, link, done.error());
  } else if (what == u"migrate") {
    if (const auto done = floor.migrate(); !done) return refuseFor(session, link, done.error());
  } else if (what == u"adopt") {
    if (const auto done = floor.adopt(); !done) return refuseFor(session, link, done.error());
  }
  return showStatus(session, link);
}

Exit runFloorVerify(Session& session) {
  ServerLink link(serverAddressOf(session));
  const auto report = FloorAdmin(link).verify();
  if (!report) return refuseFor(session, link, report.error());
  QJsonArray broken;
  for (const LedgerBreak& one : report->broken) {
    broken.append(
        QJsonObject{{QStringLiteral("workstation"), one.workstation.toString(QUuid::WithoutBraces)},
                    {QStringLiteral("sequence"), one.sequence},
                    {QStringLiteral("reason"), one.reason}});
  }
  const Exit exit =
      session.answer({{QStringLiteral("operations"), report->operations},
                      {QStringLiteral("workstations"), report->workstations},
                      {QStringLiteral("broken"), broken},
                      {QStringLiteral("erased"), report->erased}},
                     QStringLiteral("%1 个席位，操作 %2 条，断链 %3 处，已擦除 %4 条。")
                         .arg(report->workstations)
                         .arg(report->operations)
                         .arg(report->broken.size())
                         .arg(report->erased));
  if (report->broken.isEmpty()) return exit;
  const LedgerBreak& first = report->broken.front();
  return session.refuse(
      QStringLiteral(
          "服务器账本断了 %1 处，第一处在席位 %2 的第 %3 条：请保留数据库原样，用备份和席位日志核对。")
          .arg(report->broken.size())
          .arg(first.workstation.toString(QUuid::WithoutBraces))
          .arg(first.sequence));
}

}  // namespace yingda::admin
