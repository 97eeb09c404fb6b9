// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window is killed in the middle of a sentence; the next start goes on at the caret.
#include <QProcess>

#include "tests/app/children/typing_steps.h"
#include "tests/app/desk_fixture.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("a window killed in the middle of a sentence goes on at its caret", "[app]") {
  const QTemporaryDir folder;
  const QString store = folder.filePath(QStringLiteral("store"));
  QProcess child;
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  child.start(QCoreApplication::applicationDirPath() % QStringLiteral("/app_typing_child"),
              {store});
  QByteArray told;
  while (!told.contains("saved\n") && child.state() != QProcess::NotRunning) {
    child.waitForReadyRead(1000);
    told += child.readAllStandardOutput();
  }
  INFO("exit code " << child.exitCode());
  REQUIRE(told == "saved\n");
  child.kill();
  REQUIRE(child.waitForFinished(-1));
  REQUIRE(child.exitStatus() == QProcess::CrashExit);

  BackendOptions options;
  options.folder = store;
  auto backend = Backend::open(options);
  REQUIRE(backend);
  const auto verified = Desk::await((*backend)->verify());
  REQUIRE(verified);
  CHECK(verified->broken.isEmpty());
  const auto agent = Desk::await((*backend)->signInTrusted(QStringLiteral("8021")));
  REQUIRE(agent);
  (*backend)->enter(*agent);
  const auto drafts = Desk::await((*backend)->drafts());
  REQUIRE(drafts);
  REQUIRE(drafts->size() == 1);
  const TicketDraft kept = drafts->front();
  CHECK(kept.text.request == typedText());
  CHECK(kept.focusField == QLatin1String(typedField));
  CHECK(kept.caret == typedCaret);
  CHECK(kept.text.contactPhone == QStringLiteral("13999998888"));
  CHECK_FALSE(kept.ticket.number.isEmpty());

  Workstation station(std::move(*backend), theme());
  station.window().resize(1440, 900);
  station.window().show();
  station.begin();
  Robot robot(station.window());
  robot.attend();
  REQUIRE(robot.waitFor([&] { return station.workbench().centre() == u"draft"; }));
  REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == QLatin1String(typedField); }));
  const TicketDraft shown = station.workbench().draftView()->draft();
  CHECK(shown.ticket.number == kept.ticket.number);
  CHECK(shown.text.request == typedText());
  CHECK(shown.caret == typedCaret);
  // The next key goes on where the last one stood.
  robot.type(QStringLiteral("快"));
  CHECK(station.workbench().draftView()->draft().text.request == QStringLiteral("马桶堵了快一半"));
}
