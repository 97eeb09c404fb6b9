// SPDX-License-Identifier: GPL-3.0-or-later
// Every code of the shared floor has words, every field a name, and every state its words and
// shape.
#include "ui/parts/sync_text.h"

#include <QSet>
#include <QSignalSpy>

#include "core/domain/field_table.h"
#include "tests/ui/shell_fixture.h"
#include "tests/ui/sync_samples.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/shell/offline_bar.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/sync_chip.h"
#include "ui/shell/top_bar.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

using State = SyncView::State;

QString q(const char16_t* text) { return QString::fromUtf16(text); }

SyncView inState(State state, const char* reason = "") {
  SyncView view = liveFloor();
  view.state = state;
  view.reason = QLatin1String(reason);
  return view;
}

}  // namespace

TEST_CASE("every field of the field table has a name for people") {
  for (const KindRow& row : allKindRows()) {
    for (const KindRow::Column& column : row.columns) {
      INFO(row.kind.toStdString() << "." << column.name.toStdString());
      CHECK(fieldText(row.kind, column.name) != QString::fromUtf8(column.name));
    }
  }
  CHECK(fieldText("ticket", "holder") == q(u"责任部门和责任人"));
  CHECK(fieldText("ticket", "new_field") == QStringLiteral("new_field"));
}

TEST_CASE("every fault has words of its own, and what is unknown is the server's trouble") {
  const char* faults[] = {
      "name",     "refused",    "timeout",       "tls",         "password",    "database", "floor",
      "person",   "full",       "readonly",      "lost",        "workstation", "role",     "author",
      "adopt",    "client_old", "server_old",    "clone",       "chain",       "store",    "other",
      "tls_none", "tls_name",   "tls_authority", "tls_expired", "not_let_in"};
  QSet<QString> briefs;
  QSet<QString> advices;
  for (const char* fault : faults) {
    INFO(fault);
    briefs << troubleText(QLatin1String(fault));
    advices << troubleAdvice(QLatin1String(fault));
    CHECK(troubleAdvice(QLatin1String(fault)).endsWith(u'。'));
  }
  CHECK(briefs.size() == static_cast<qsizetype>(std::size(faults)));
  CHECK(advices.size() == static_cast<qsizetype>(std::size(faults)));
  CHECK(troubleText(QStringLiteral("nonsense")) == troubleText(QStringLiteral("other")));
  CHECK(needsPerson(QStringLiteral("password")));
  CHECK_FALSE(needsPerson(QStringLiteral("timeout")));
}

TEST_CASE("a clock is told to differ beyond two minutes, and in which direction") {
  CHECK(clockOffsetText(std::chrono::minutes{2}).isEmpty());
  CHECK(clockOffsetText(-std::chrono::minutes{2}).isEmpty());
  CHECK(clockOffsetText(std::chrono::minutes{5}).contains(q(u"慢 5 分钟")));
  CHECK(clockOffsetText(-std::chrono::minutes{121}).contains(q(u"快 121 分钟")));
}

TEST_CASE("a standby is told with the most that its rows may be old") {
  CHECK(standbyText(Milliseconds(0)) == q(u"备机，至多 0 秒前"));
  CHECK(standbyText(Milliseconds(11'001)) == q(u"备机，至多 12 秒前"));
  CHECK(standbyText(std::chrono::minutes{5}) == q(u"备机，至多 6 分钟前"));
  CHECK(standbyText(std::chrono::hours{30}) == q(u"备机，至多 31 小时前"));
  SyncView view = liveFloor();
  view.standbyAge = std::chrono::seconds{12};
  const SyncWords words = syncWords(view, sampleNow());
  CHECK(words.text == q(u"备机，至多 12 秒前"));
  CHECK(words.detail.contains(standbyAdvice()));
}

TEST_CASE("every reason of a refusal has a sentence, the server's own words are quoted") {
  QSet<QString> sentences;
  for (const char* reason :
       {"role", "author", "own_words", "kind", "version", "", "no such ticket"}) {
    sentences << refusalText(QLatin1String(reason), false);
  }
  CHECK(sentences.size() == 7);
  CHECK(refusalText(QStringLiteral("no such ticket"), false).contains(q(u"no such ticket")));
  CHECK(refusalText(QStringLiteral("version"), true).contains(q(u"升级后自动执行")));
}

TEST_CASE("every state has its words and its shape on the chip") {
  const Instant now = sampleNow();
  CHECK(syncWords(inState(State::Alone), now).text.isEmpty());
  CHECK(syncWords(inState(State::Connecting), now).text == q(u"正在连接"));
  CHECK(syncWords(offlineFloor(), now).text == q(u"离线 18 分钟"));
  CHECK(syncWords(offlineFloor(), now).brief == q(u"离线"));
  CHECK(syncWords(inState(State::Refused, "workstation"), now).text == q(u"服务器不认识这个席位"));
  CHECK(syncWords(inState(State::Stopped, "clone"), now).text == q(u"两台电脑用了同一席位"));
  SyncView copying = inState(State::Copying);
  copying.copied = 12300;
  CHECK(syncWords(copying, now).text == q(u"正在取第一份 12,300 行"));
  SyncView live = liveFloor();
  CHECK(syncWords(live, now).text == q(u"已同步"));
  CHECK(syncShape(live) == SyncShape::Disc);
  live.unsent = 7;
  CHECK(syncWords(live, now).text == q(u"未发送 7"));
  CHECK(syncShape(live) == SyncShape::Up);
  CHECK(syncShape(offlineFloor()) == SyncShape::Ring);
  CHECK(syncShape(copying) == SyncShape::Down);
  CHECK(syncShape(inState(State::Pushing)) == SyncShape::Up);
  CHECK(syncShape(inState(State::Stopped, "clone")) == SyncShape::Triangle);
  SyncView never = offlineFloor();
  never.seenAt = Instant{};
  CHECK(syncWords(never, now).text == q(u"离线"));
  never.seenAt = now - std::chrono::hours{75};
  CHECK(syncWords(never, now).text == q(u"离线 3 天"));
}

TEST_CASE("the chip is hidden alone, gives way to its brief words and is pressed by keys") {
  shellTheme();
  const KeyTable keys = KeyTable::builtIn();
  TopBar bar(keys);
  bar.addPage(QStringLiteral("workbench"), q(u"工作台"));
  bar.setPerson(q(u"8021 小李 · 坐席"));
  bar.resize(1440, 44);
  showActive(bar);
  auto* chip = bar.findChild<SyncChip*>();
  REQUIRE(chip != nullptr);
  CHECK(chip->isHidden());
  bar.setSync(syncShape(offlineFloor()), syncWords(offlineFloor(), sampleNow()));
  CHECK(chip->isVisible());
  CHECK(chip->text() == q(u"离线 18 分钟"));
  CHECK(chip->toolTip().contains(keys.hintOf(QStringLiteral("sync.open"))));
  auto* call = new QWidget;
  call->setFixedWidth(560);
  bar.setCallBar(call);
  bar.resize(1000, 44);
  CHECK(QTest::qWaitFor([&] { return chip->text() == q(u"离线"); }));
  CHECK(chip->accessibleName() == q(u"离线 18 分钟"));
  QSignalSpy clicked(&bar, &TopBar::syncClicked);
  chip->setFocus(Qt::TabFocusReason);
  QTest::keyClick(chip, Qt::Key_Space);
  CHECK(clicked.size() == 1);
}

TEST_CASE("the bar is there while the floor is away and says what to do") {
  shellTheme();
  const KeyTable keys = KeyTable::builtIn();
  OfflineBar bar(keys);
  auto* retry = bar.findChild<HintButton*>(QStringLiteral("offlineBar.retry"));
  auto* unsent = bar.findChild<HintButton*>(QStringLiteral("offlineBar.unsent"));
  bar.setSync(offlineFloor(), sampleNow());
  CHECK_FALSE(bar.isHidden());
  CHECK(bar.title() == q(u"14:02 起离线"));
  CHECK(bar.sentence() == q(u"照常接电话。写下的都在这台电脑里，连上就自动发。"));
  CHECK(unsent->text() == q(u"看未发送 7"));
  CHECK_FALSE(unsent->isHidden());
  CHECK(retry->hint() == keys.hintOf(QStringLiteral("sync.now")));
  bar.setInboxShown(true);
  CHECK(unsent->isHidden());
  SyncView password = offlineFloor();
  password.reason = QStringLiteral("password");
  bar.setSync(password, sampleNow());
  CHECK(bar.sentence().contains(troubleAdvice(QStringLiteral("password"))));
  bar.setSync(inState(State::Refused, "client_old"), sampleNow());
  CHECK(bar.title() == troubleText(QStringLiteral("client_old")));
  CHECK(bar.sentence() == troubleAdvice(QStringLiteral("client_old")));
  CHECK_FALSE(retry->isHidden());
  SyncView skewed = liveFloor();
  skewed.clockOffset = std::chrono::minutes{-4};
  bar.setSync(skewed, sampleNow());
  CHECK_FALSE(bar.isHidden());
  CHECK(retry->isHidden());
  for (const State state : {State::Live, State::Alone, State::Copying, State::Connecting}) {
    bar.setSync(inState(state), sampleNow());
    CHECK(bar.isHidden());
  }
}

TEST_CASE("the strip says the floor in place of a store that is well, and after its trouble") {
  shellTheme();
  const KeyTable keys = KeyTable::builtIn();
  StatusStrip strip(keys);
  strip.setStore(StoreHealth::Saved, q(u"内容都已保存"));
  CHECK(strip.accessibleName() == q(u"内容都已保存"));
  strip.setSync(SyncShape::Ring, {q(u"离线 · 14:02 起"), q(u"未发送 7"), q(u"冲突 2")});
  CHECK(strip.accessibleName() == q(u"离线 · 14:02 起 · 未发送 7 · 冲突 2"));
  strip.setStore(StoreHealth::Trouble, q(u"磁盘已满"));
  CHECK(strip.accessibleName().startsWith(q(u"磁盘已满 · 离线")));
  strip.setHints({QStringLiteral("call.take"), QStringLiteral("next.thing")});
  strip.resize(360, 28);
  CHECK(strip.shownHints().size() < 2);
  strip.setSync(SyncShape::Disc, {});
  CHECK(strip.accessibleName() == q(u"磁盘已满"));
}
