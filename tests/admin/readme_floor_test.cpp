// SPDX-License-Identifier: GPL-3.0-or-later
// The README's way from nothing to two joined workstations, run as it stands there.
#include "tests/admin/own_server.h"

using namespace yingda::test;

namespace {

QString readme() {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/README.md"));
  REQUIRE(file.open(QIODevice::ReadOnly));
  return QString::fromUtf8(file.readAll());
}

/// The block by its sections: each begins with a line of what it is for.
QList<QStringList> sections() {
  const QString text = readme();
  const auto from = text.indexOf(u"from nothing:\n\n```\n");
  REQUIRE(from > 0);
  const auto begin = text.indexOf(u"```\n", from) + 4;
  QList<QStringList> parts;
  const QString block = text.mid(begin, text.indexOf(u"\n```", begin) - begin);
  for (const QString& line : block.split(u'\n')) {
    if (line.startsWith(u'#')) parts.append(QStringList());
    REQUIRE_FALSE(parts.isEmpty());
    parts.back() << line;
  }
  return parts;
}

// What the machine itself would do, done to this test's own server. Of a server fresh from its
// package: TLS with somebody's certificate, lines for its own users, and a folder for settings.
constexpr auto machine = R"bash(
set -eu
source "$SOURCE/scripts/postgres.sh"
data=$FOLDER/data
stock() {
  as_server mkdir "$data/conf.d"
  printf '%s\n' "ssl = on" "ssl_cert_file = '$FOLDER/tls/server.crt'" \
    "ssl_key_file = '$FOLDER/tls/server.key'" "include_dir = 'conf.d'" >>"$data/postgresql.conf"
  printf 'local all postgres trust\n' >"$data/pg_hba.conf"
}
apt-get() { [ "$*" = 'install postgresql' ]; }
systemctl() {
  [ "$*" = 'restart postgresql' ]
  quietly "$FOLDER/restart.log" as_server "$postgres_programs/pg_ctl" -D "$data" -w -m fast \
    -l "$data.server.log" -o "-p $PORT -k $FOLDER -c fsync=off" restart
}
chown() { if [ "$(id -u)" -eq 0 ]; then command chown "$@"; fi; }
su() {
  [ "$1 $2" = 'postgres -c' ]
  printf '%s\n%s\n' "$PASSWORD" "$PASSWORD" |
    as_server env PGUSER=postgres "PGHOST=$FOLDER" "PGPORT=$PORT" setsid --wait bash -c "$3"
}
scp() { cp "${1#*:}" "$2"; }
yingda_admin() {
  local password=$PASSWORD words=" $* " said
  if [ "$1" = join ]; then
    words=${words#* --login }
    password=$(cat "$HOME/../first.${words%% *}")
  fi
  said=$(PGPASSWORD=$password "$ADMIN" "$@" --store "$STORE")
  printf '%s\n' "$said"
  if [ "$1 ${2:-}" = 'user add' ]; then
    said=${said#*密码是 }
    printf '%s' "${said%%，*}" >"$HOME/../first.$3"
  fi
}
)bash";

}  // namespace

TEST_CASE("the README's lines join two workstations, from nothing", "[admin][remote]") {
  const OwnServer server({QStringLiteral("--tls")});
  QTemporaryDir computers;
  REQUIRE(computers.isValid());
  const QString first = computers.filePath(QStringLiteral("first"));
  const QString second = computers.filePath(QStringLiteral("second"));
  // Somebody works at the first already.
  const QString store = first % u"/store";
  REQUIRE(QDir().mkpath(first));
  REQUIRE(QDir().mkpath(second));
  REQUIRE(
      admin({"user", "add", "8021", "--name", "李敏", "--pin", "246810", "--store", store}).code ==
      0);
  const QJsonObject ticket = admin({"ticket", "new", "--text", "厨房漏水", "--phone", "13812341234",
                                    "--place", "3-2-1502", "--store", store, "--json"})
                                 .json();
  const QString number = ticket[u"number"].toString();

  const auto run = [&](const QStringList& lines, const QString& home) {
    QString script = lines.join(u'\n');
    script.replace(QStringLiteral("PGPASSWORD=… yingda-admin"), QStringLiteral("yingda_admin"));
    script.replace(QStringLiteral("--server db.example.cn"),
                   QStringLiteral("--server localhost:") % server.port);
    script.replace(QStringLiteral("db.example.cn"), QStringLiteral("localhost"));
    script.replace(QStringLiteral("/etc/postgresql/15/main"), server.folder() % u"/data");
    script.replace(QStringLiteral("10.0.0.0/8"), QStringLiteral("127.0.0.0/8"));
    // A test is nobody's server but its own.
    script.replace(QStringLiteral("'*'"), QStringLiteral("'localhost'"));
    QStringList words{QStringLiteral("SOURCE=" YINGDA_SOURCE_DIR),
                      QStringLiteral("ADMIN=" YINGDA_ADMIN)};
    words << QString(u"FOLDER=" % server.folder()) << QString(u"PORT=" % server.port)
          << QStringLiteral("PASSWORD=geheim-8021") << QString(u"HOME=" % home)
          << QString(u"STORE=" % home % u"/store") << QStringLiteral("bash") << QStringLiteral("-c")
          << QString(QString::fromUtf8(machine) % script);
    const Outcome done = runProgram(QStringLiteral("env"), words);
    INFO(script.toStdString());
    INFO(done.out.toStdString() << " / " << done.err.toStdString());
    REQUIRE(done.code == 0);
    return QString::fromUtf8(done.out);
  };

  const auto parts = sections();
  REQUIRE(parts.size() == 5);
  run(QStringList{QStringLiteral("stock")} + parts[0], first);
  run(parts[1], first);
  run(parts[1], second);
  run(parts[2], first);
  const QString joined = run(parts[3], first);
  CHECK(joined.contains(QStringLiteral("1 张工单")));
  run(parts[4], second);
  // What was written at the first is at the second.
  const QJsonObject there =
      admin({"ticket", "show", number, "--json", "--store", QString(second % u"/store")}).json();
  CHECK(there[u"number"] == number);
  CHECK(there[u"id"] == ticket[u"id"]);
}
