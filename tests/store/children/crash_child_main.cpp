// SPDX-License-Identifier: GPL-3.0-or-later
// A process that is made to be killed: it types, saves or migrates, and tells each thing once it
// stands.
#include <sqlite3.h>
#include <unistd.h>

#include <QCoreApplication>
#include <csignal>

#include "core/store/journal.h"
#include "core/store/migrator.h"
#include "tests/store/children/crash_steps.h"

using namespace yingda;
using namespace yingda::test;

namespace {

void tell(const QByteArray& mark) {
  const QByteArray line = mark + '\n';
  if (write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) != line.size()) {
    _exit(3);
  }
}

Result<QByteArray> takeStep(Journal& journal, const Clock& clock, const QByteArray& life,
                            int index) {
  const QByteArray text = childText(life, index);
  const QByteArray mark = QByteArray::number(index);
  switch (childStep(index)) {
    case ChildStep::Keystrokes: {
      const auto saved = journal.saveDraft({childDraft, childAgent, QString(), clock.now(), text});
      if (!saved) return saved.error();
      return mark;
    }
    case ChildStep::Number: {
      const auto number = journal.takeNumber();
      if (!number) return number.error();
      return QByteArray(mark + ' ' + number->digits().toLatin1());
    }
    case ChildStep::Save: {
      const NewOperation operation{childAgent, QStringLiteral("ticket.new"), 1, false, text};
      const auto appended = journal.appendAndRemoveDraft({&operation, 1}, childDraft);
      if (!appended) return appended.error();
      return mark;
    }
  }
  return Error{};
}

/// Types until it is killed, or for 100,000 steps.
int type(const QString& folder, const QByteArray& life) {
  const SystemClock clock;
  SystemRandom random;
  auto journal = Journal::open(folder, clock, random);
  if (!journal) return 2;
  tell("open");
  for (int index = 0; index < 100'000; ++index) {
    const auto mark = takeStep(**journal, clock, life, index);
    if (!mark) return 2;
    tell(*mark);
  }
  return 0;
}

/// Fifty operations and fifty numbers beside other processes. Busy is an answer, not a failure.
int save(const QString& folder, const QByteArray& life) {
  const SystemClock clock;
  SystemRandom random;
  auto journal = Journal::open(folder, clock, random);
  if (!journal) return 2;
  int busyLeft = 100;
  for (int index = 0; index < 50; ++index) {
    const NewOperation operation{childAgent, QStringLiteral("ticket.new"), 1, false,
                                 life + '/' + QByteArray::number(index)};
    auto appended = (*journal)->append({&operation, 1});
    while (!appended && appended.error().code == ErrorCode::Busy && --busyLeft > 0) {
      appended = (*journal)->append({&operation, 1});
    }
    auto number = (*journal)->takeNumber();
    while (!number && number.error().code == ErrorCode::Busy && --busyLeft > 0) {
      number = (*journal)->takeNumber();
    }
    if (!appended || !number) return 2;
    tell(number->digits().toLatin1());
  }
  return 0;
}

int countDown(unsigned, void* context, void*, void*) {
  int& left = *static_cast<int*>(context);
  if (--left <= 0) raise(SIGKILL);
  return 0;
}

/// Migrates with the given SQL files and dies before the statement of that number.
int migrateUntil(const QString& file, int statement, const QList<QByteArray>& scripts) {
  std::vector<Migration> migrations;
  for (const QByteArray& script : scripts) {
    migrations.push_back({static_cast<int>(migrations.size()) + 1, script.constData(), 1});
  }
  DatabaseOptions options;
  options.file = file;
  auto database = Database::open(options);
  if (!database) return 2;
  sqlite3_trace_v2((*database)->handle(), SQLITE_TRACE_STMT, countDown, &statement);
  return migrate(**database, migrations) ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 4) return 1;
  const QString& act = arguments[1];
  if (act == u"type") return type(arguments[2], arguments[3].toUtf8());
  if (act == u"save") return save(arguments[2], arguments[3].toUtf8());
  QList<QByteArray> scripts;
  for (const QString& script : arguments.sliced(4)) scripts << script.toUtf8();
  return migrateUntil(arguments[2], arguments[3].toInt(), scripts);
}
