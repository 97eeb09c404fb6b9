// SPDX-License-Identifier: GPL-3.0-or-later
// user with --server: who comes in to the shared database, in which role, and what they see.
#include <QJsonArray>

#include "app/admin/floor_verbs.h"
#include "app/admin/verb.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/remote/floor_admin.h"

namespace yingda::admin {

namespace {

QString loginRule() {
  return QStringLiteral("登录名是 1 到 40 个小写字母、数字和 _ . -，以字母或数字开头。");
}

/// Sixteen letters and digits that nobody misreads.
QString newPassword(Random& random) {
  constexpr auto letters = "abcdefghjkmnpqrstuvwxyz23456789";
  QString password;
  for (int i = 0; i < 16; ++i) password += QLatin1Char(letters[random.below(31)]);
  return password;
}

Exit refuseChange(const Session& session, const ServerLink& link, const Error& error) {
  if (error.code == ErrorCode::NotFound) {
    return session.refuse(QStringLiteral("没有这个登录名，什么都没有改；user list 列出全部。"));
  }
  if (error.detail == u"role") {
    return session.refuse(
        QStringLiteral("没有这个岗位，可用 agent、supervisor、trainer、engineer、reader。"));
  }
  return refuseFor(session, link, error);
}

/// What --site and --all-sites ask for; nothing when neither is there. The sentence that says why
/// not, when a name is nobody's or several's.
struct WantedSites {
  std::optional<QList<QUuid>> sites;
  QString refusal;
};

Result<WantedSites> wantedSites(const Session& session, FloorAdmin& floor) {
  WantedSites wanted;
  const QStringList given = session.options().values(QStringLiteral("site"));
  const bool isAll = session.options().isSet(QStringLiteral("all-sites"));
  if (isAll && !given.isEmpty()) {
    wanted.refusal = QStringLiteral("--site 和 --all-sites 只能用一个。");
    return wanted;
  }
  if (isAll) wanted.sites.emplace();
  if (given.isEmpty()) return wanted;
  const auto known = floor.sites();
  if (!known) return known.error();
  QList<QUuid> sites;
  for (const QString& one : given) {
    // An id is taken as it is: a person may be let in before the first seat brings the project.
    QList<QUuid> found;
    if (const QUuid id = QUuid::fromString(one.trimmed()); !id.isNull()) found << id;
    for (const FloorSite& site : *known) {
      if (site.name == one.trimmed()) found << site.id;
    }
    if (found.size() == 1) {
      if (!sites.contains(found.front())) sites << found.front();
      continue;
    }
    QStringList names;
    for (const FloorSite& site : *known) {
      const bool isMeant = found.isEmpty() || found.contains(site.id);
      if (!isMeant) continue;
      names << (found.isEmpty() ? site.name : site.id.toString(QUuid::WithoutBraces));
    }
    wanted.refusal = found.isEmpty()
                         ? QStringLiteral("没有叫“%1”的项目；现有：%2。")
                               .arg(one.left(40), names.isEmpty() ? QStringLiteral("还没有项目")
                                                                  : names.join(u'、').left(160))
                         : QStringLiteral("叫“%1”的项目有几个，请写编号：%2。")
                               .arg(one.left(40), names.join(u'、').left(160));
    return wanted;
  }
  wanted.sites = sites;
  return wanted;
}

QString siteName(const QList<FloorSite>& known, const QUuid& id) {
  for (const FloorSite& site : known) {
    if (site.id == id) return site.name;
  }
  return {};
}

/// null: every project.
QJsonValue sitesJson(const QList<QUuid>& sites, const QList<FloorSite>& known) {
  if (sites.isEmpty()) return QJsonValue::Null;
  QJsonArray rows;
  for (const QUuid& site : sites) {
    rows.append(QJsonObject{{QStringLiteral("id"), site.toString(QUuid::WithoutBraces)},
                            {QStringLiteral("name"), siteName(known, site)}});
  }
  return rows;
}

QString sitesText(const QList<QUuid>& sites, const QList<FloorSite>& known) {
  if (sites.isEmpty()) return QStringLiteral("全部项目");
  QStringList names;
  for (const QUuid& site : sites) {
    const QString name = siteName(known, site);
    names << (name.isEmpty() ? site.toString(QUuid::WithoutBraces) : name);
  }
  return names.join(u'、');
}

Exit addBell(const Session& session, ServerLink& link) {
  SystemRandom random;
  const QString login = session.word(1);
  const QString password = newPassword(random);
  const auto done = FloorAdmin(link).addBell(login, password);
  if (!done && done.error().detail == u"login") return session.misused(loginRule());
  if (!done) return refuseFor(session, link, done.error());
  return session.answer(
      {{QStringLiteral("login"), login},
       {QStringLiteral("role"), QStringLiteral("bell")},
       {QStringLiteral("password"), password}},
      QStringLiteral("已登记门铃 %1，它只能看有没有新内容。密码是 %2，只显示这一次。")
          .arg(login, password));
}

Exit addPerson(const Session& session, ServerLink& link) {
  if (session.options().value(QStringLiteral("role")) == u"bell") return addBell(session, link);
  FloorPerson person;
  person.login = session.word(1);
  const QString staffNumber = session.options().value(QStringLiteral("staff"));
  person.staffNumber = staffNumber.isEmpty() ? person.login : staffNumber;
  person.name = session.options().value(QStringLiteral("name"));
  SystemRandom random;
  person.password = newPassword(random);
  person.agent = AgentId::make(SystemClock(), random);
  const QString role = session.options().value(QStringLiteral("role"));
  if (!role.isEmpty()) person.role = role;
  if (person.name.isEmpty()) {
    return session.misused(
        QStringLiteral("用法：user add 登录名 --name 姓名 [--staff 工号] [--role "
                       "agent|supervisor|trainer|engineer|reader|bell] [--site 项目]… --server "
                       "主机"));
  }
  FloorAdmin floor(link);
  const auto wanted = wantedSites(session, floor);
  if (!wanted) return refuseFor(session, link, wanted.error());
  if (!wanted->refusal.isEmpty()) return session.refuse(wanted->refusal);
  person.sites = wanted->sites.value_or(QList<QUuid>());
  const auto done = floor.addPerson(person);
  if (!done && done.error().detail == u"login") {
    return session.misused(loginRule());
  }
  if (!done) return refuseChange(session, link, done.error());
  const auto known = floor.sites();
  if (!known) return refuseFor(session, link, known.error());
  return session.answer({{QStringLiteral("login"), person.login},
                         {QStringLiteral("agent"), done->text()},
                         {QStringLiteral("role"), person.role},
                         {QStringLiteral("sites"), sitesJson(person.sites, *known)},
                         {QStringLiteral("password"), person.password}},
                        QStringLiteral("已登记 %1（%2）。第一次的密码是 %3，只显示这一次。")
                            .arg(person.login, sitesText(person.sites, *known), person.password));
}

/// A new one, made here: nobody's own password is on a command line.
Exit setPassword(const Session& session, ServerLink& link, const QString& login) {
  SystemRandom random;
  const QString password = newPassword(random);
  const auto done = FloorAdmin(link).setPassword(login, password);
  if (!done) return refuseChange(session, link, done.error());
  return session.answer(
      {{QStringLiteral("login"), login}, {QStringLiteral("password"), password}},
      QStringLiteral("%1 的新密码是 %2，只显示这一次；旧密码马上失效。").arg(login, password));
}

Exit setRole(const Session& session, ServerLink& link, const QString& login) {
  FloorAdmin floor(link);
  const auto wanted = wantedSites(session, floor);
  if (!wanted) return refuseFor(session, link, wanted.error());
  if (!wanted->refusal.isEmpty()) return session.refuse(wanted->refusal);
  const QString role = session.options().value(QStringLiteral("role"));
  if (role.isEmpty() && !wanted->sites) {
    return session.misused(QStringLiteral(
        "用法：user role 登录名 [--role 岗位] [--site 项目 … | --all-sites] --server 主机"));
  }
  if (const auto done = floor.setRole(login, role, wanted->sites); !done) {
    return refuseChange(session, link, done.error());
  }
  const auto people = floor.people();
  const auto known = floor.sites();
  if (!people || !known) {
    return refuseFor(session, link, people ? known.error() : people.error());
  }
  for (const FloorLogin& one : *people) {
    if (one.login != login) continue;
    return session.answer({{QStringLiteral("login"), login},
                           {QStringLiteral("role"), one.role},
                           {QStringLiteral("sites"), sitesJson(one.sites, *known)}},
                          QStringLiteral("已改好 %1：岗位 %2，看得到%3。")
                              .arg(login, one.role, sitesText(one.sites, *known)));
  }
  return session.refuse(QStringLiteral("没有这个登录名。"));
}

Exit listPeople(const Session& session, ServerLink& link) {
  FloorAdmin floor(link);
  const auto people = floor.people();
  const auto known = floor.sites();
  if (!people || !known) {
    return refuseFor(session, link, people ? known.error() : people.error());
  }
  QJsonArray rows;
  QStringList lines;
  for (const FloorLogin& one : *people) {
    rows.append(QJsonObject{{QStringLiteral("login"), one.login},
                            {QStringLiteral("staffNumber"), one.staffNumber},
                            {QStringLiteral("name"), one.name},
                            {QStringLiteral("role"), one.role},
                            {QStringLiteral("active"), one.isActive},
                            {QStringLiteral("sites"), sitesJson(one.sites, *known)}});
    lines << QStringLiteral("%1  %2 %3  %4  %5%6")
                 .arg(one.login, one.staffNumber, one.name, one.role, sitesText(one.sites, *known),
                      one.isActive ? QString() : QStringLiteral("  已停用"));
  }
  QJsonArray projects;
  for (const FloorSite& site : *known) {
    projects.append(QJsonObject{{QStringLiteral("id"), site.id.toString(QUuid::WithoutBraces)},
                                {QStringLiteral("name"), site.name}});
  }
  if (lines.isEmpty()) lines << QStringLiteral("还没有人，先用 user add 登记。");
  return session.answer({{QStringLiteral("people"), rows}, {QStringLiteral("sites"), projects}},
                        lines.join(u'\n'));
}

}  // namespace

Exit runFloorUser(Session& session) {
  const QString what = session.word(0);
  const QString login = session.word(1);
  const QStringList ofOne{QStringLiteral("add"), QStringLiteral("role"), QStringLiteral("password"),
                          QStringLiteral("disable")};
  if (what != u"list" && (login.isEmpty() || !ofOne.contains(what))) {
    return session.misused(QStringLiteral(
        "用法：user add|role|password|disable 登录名 --server 主机，或 user list --server 主机"));
  }
  ServerLink link(serverAddressOf(session));
  if (auto opened = link.open(); !opened) return refuseFor(session, link, opened.error());
  if (what == u"list") return listPeople(session, link);
  if (what == u"add") return addPerson(session, link);
  if (what == u"password") return setPassword(session, link, login);
  if (what == u"role") return setRole(session, link, login);
  if (const auto done = FloorAdmin(link).disable(login); !done) {
    return refuseChange(session, link, done.error());
  }
  return session.answer({{QStringLiteral("login"), login}},
                        QStringLiteral("已停用 %1，它的连接都断开了。").arg(login));
}

}  // namespace yingda::admin
