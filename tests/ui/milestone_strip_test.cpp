// SPDX-License-Identifier: GPL-3.0-or-later
// The chain: which nodes, which words, keys, and pictures.
#include "ui/desk/milestone_strip.h"

#include <QSignalSpy>

#include "tests/ui/parts_fixture.h"

using namespace yingda;
using namespace yingda::ui;
using Look = MilestoneNode::Look;

namespace {

struct Clock {
  qint64 total = 0;
  qint64 used = 0;
};

Milestone running(const QString& id, const QString& due, const QString& now, qint64 total) {
  Milestone milestone;
  milestone.id = id;
  milestone.due = at(due);
  milestone.state = MilestoneState::Running;
  milestone.totalSeconds = total;
  milestone.remainingSeconds = (at(due) - at(now)).count() / 1000;
  milestone.usedSeconds = total - *milestone.remainingSeconds;
  return milestone;
}

Milestone met(const QString& id, const QString& metAt, Clock clock) {
  Milestone milestone;
  milestone.id = id;
  milestone.metAt = at(metAt);
  milestone.due = at(metAt);
  milestone.state = clock.used > clock.total ? MilestoneState::MetLate : MilestoneState::Met;
  milestone.totalSeconds = clock.total;
  milestone.usedSeconds = clock.used;
  return milestone;
}

const QString redNow = u"2026-11-07T23:44:31"_qs;

std::vector<Milestone> redChain() {
  std::vector<Milestone> chain;
  chain.push_back(running(u"M1"_qs, u"2026-11-07T23:45:12"_qs, redNow, 300));
  chain.push_back(met(u"M2"_qs, u"2026-11-07T23:41:04"_qs, {1800, 52}));
  chain.push_back(running(u"M3"_qs, u"2026-11-08T01:40:12"_qs, redNow, 7200));
  chain.push_back(running(u"M4"_qs, u"2026-11-08T03:40:12"_qs, redNow, 14400));
  chain.push_back(running(u"onsite"_qs, u"2026-11-08T00:10:12"_qs, redNow, 1800));
  chain.back().rule = u"30 分钟"_qs;
  chain.push_back(running(u"resolve"_qs, u"2026-11-08T23:40:12"_qs, redNow, 86400));
  chain.push_back(running(u"progress"_qs, u"2026-11-08T00:10:12"_qs, redNow, 1800));
  Milestone none;
  none.id = u"callback"_qs;
  chain.push_back(none);
  return chain;
}

std::vector<Milestone> yellowChain() {
  std::vector<Milestone> chain;
  chain.push_back(met(u"M1"_qs, u"2026-09-30T16:02:10"_qs, {300, 130}));
  chain.push_back(met(u"M2"_qs, u"2026-09-30T16:11"_qs, {1800, 660}));
  chain.push_back(met(u"M3"_qs, u"2026-09-30T17:35"_qs, {7200, 5700}));
  chain.push_back(met(u"M4"_qs, u"2026-10-08T09:50"_qs, {14400, 14580}));
  Milestone resolve = running(u"resolve"_qs, u"2026-10-14T18:00"_qs, u"2026-10-10T10:12"_qs, 0);
  resolve.remainingSeconds = 1818 * 60;
  resolve.totalSeconds = 2880 * 60;
  resolve.usedSeconds = 1062 * 60;
  chain.push_back(resolve);
  return chain;
}

QString shown(const std::vector<MilestoneNode>& nodes) {
  QStringList lines;
  for (const MilestoneNode& node : nodes) {
    lines.append(node.name + u" | "_qs + node.value + u" | "_qs + node.detail);
  }
  return lines.join(u'\n');
}

MilestoneChain chainOf(const std::vector<Milestone>& milestones, Level level, const QString& now,
                       const QString& missing = {}) {
  return milestoneChain({milestones, level, at(now), at(now), missing});
}

}  // namespace

TEST_CASE("The chain of an emergency is the picture's, with the rest folded") {
  const auto chain = chainOf(redChain(), Level::Red, redNow, u"还差告知"_qs);
  CHECK(shown(chain.shown) == QStringList{u"黄金5分钟 | 剩 41 秒 | 23:45:12 · 还差告知"_qs,
                                          u"受理确认 | ✓ 0:52 | 按时"_qs,
                                          u"到场 | 25:41 | 00:10 · 30 分钟"_qs,
                                          u"下次通报 | 25:41 | 00:10 · 每 30 分"_qs,
                                          u"办结 | 23 小时 55 分 | 明天 23:40"_qs}
                                  .join(u'\n'));
  REQUIRE(chain.folded.size() == 2);
  CHECK(chain.folded[0].name == u"初步诊断"_qs);
  CHECK(chain.folded[1].name == u"方案通报"_qs);
  CHECK(chain.asked == u"resolve"_qs);
  CHECK(chain.shown[0].look == Look::Running);
  CHECK(chain.shown[0].tone == ClockText::Tone::Late);
  CHECK(chain.shown[1].look == Look::Met);
  CHECK(chain.shown[2].look == Look::Waiting);
  CHECK(chain.shown[0].spoken == u"黄金5分钟，剩 41 秒，23:45:12 · 还差告知"_qs);
}

TEST_CASE("The chain of a normal ticket shows what is met and what is left on its own clock") {
  const auto chain = chainOf(yellowChain(), Level::Yellow, u"2026-10-10T10:12"_qs);
  CHECK(shown(chain.shown) == QStringList{u"黄金5分钟 | ✓ 2:10 | 按时 · 09-30 16:02"_qs,
                                          u"受理确认 | ✓ 11 分 | 按时 · 09-30 16:11"_qs,
                                          u"初步诊断 | ✓ 1 小时 35 分 | 按时 · 09-30 17:35"_qs,
                                          u"方案通报 | ✓ 4 小时 3 分 | 晚 3 分 · 10-08 09:50"_qs,
                                          u"办结 | 剩 30 小时 18 分 | 10-14 周三 18:00"_qs}
                                  .join(u'\n'));
  CHECK(chain.shown[3].look == Look::MetLate);
  CHECK(chain.shown[4].share == Approx(1062.0 / 2880.0));
  CHECK(chain.folded.empty());
}

TEST_CASE("Whoever is late is never folded") {
  auto milestones = redChain();
  milestones[2] = running(u"M3"_qs, u"2026-11-07T23:30"_qs, redNow, 7200);
  milestones[2].state = MilestoneState::Breached;
  const auto chain = chainOf(milestones, Level::Red, redNow);
  CHECK(chain.shown.size() == 5);
  const auto late = std::find_if(chain.shown.begin(), chain.shown.end(),
                                 [](const MilestoneNode& node) { return node.id == u"M3"_qs; });
  REQUIRE(late != chain.shown.end());
  CHECK(late->look == Look::Late);
  CHECK(late->value == u"超 14 分"_qs);
  CHECK(late->detail == u"应 23:30 前"_qs);
}

TEST_CASE("A paused clock says so and keeps what is left") {
  auto milestones = yellowChain();
  milestones[4].state = MilestoneState::Paused;
  milestones[4].due.reset();
  const auto chain = chainOf(milestones, Level::Yellow, u"2026-10-10T10:12"_qs);
  CHECK(chain.shown[4].value == u"暂停中"_qs);
  CHECK(chain.shown[4].detail == u"剩 30 小时 18 分"_qs);
  CHECK(chain.shown[4].look == Look::Paused);
  CHECK(chain.shown[4].canExplain);
}

TEST_CASE("What is missing comes before the time when both do not fit") {
  auto milestones = redChain();
  CHECK(chainOf(milestones, Level::Red, redNow, u"还差确认、告知"_qs).shown[0].detail ==
        u"还差确认、告知"_qs);
  milestones[0].state = MilestoneState::Breached;
  milestones[0].due = at(u"2026-11-07T23:30:12"_qs);
  CHECK(chainOf(milestones, Level::Red, redNow, u"还差告知"_qs).shown[0].detail == u"还差告知"_qs);
  CHECK(chainOf(milestones, Level::Red, redNow).shown[0].detail == u"应 23:30 前"_qs);
  milestones[0].due = at(u"2026-11-06T23:30:12"_qs);
  CHECK(chainOf(milestones, Level::Red, redNow).shown[0].detail == u"应 11-06 23:30 前"_qs);
}

TEST_CASE("A wall clock goes on between readings, a service clock waits") {
  const auto red = redChain();
  const auto later =
      milestoneChain({red, Level::Red, at(redNow), at(u"2026-11-07T23:44:41"_qs), QString()});
  CHECK(later.shown[0].value == u"剩 31 秒"_qs);
  const auto over =
      milestoneChain({red, Level::Red, at(redNow), at(u"2026-11-07T23:46:30"_qs), QString()});
  CHECK(over.shown[0].value == u"超 1 分"_qs);
  CHECK(over.shown[0].look == Look::Late);
  const auto yellow = yellowChain();
  const auto same = milestoneChain(
      {yellow, Level::Yellow, at(u"2026-10-10T10:12"_qs), at(u"2026-10-10T10:14"_qs), QString()});
  CHECK(same.shown[4].value == u"剩 30 小时 18 分"_qs);
}

TEST_CASE("Arrows choose a node and Enter asks why") {
  theTheme();
  MilestoneStrip strip;
  strip.resize(800, 92);
  strip.set(redChain(), Level::Red, at(redNow));
  showActive(strip);
  strip.setFocus();
  QSignalSpy asked(&strip, &MilestoneStrip::whyAsked);
  CHECK(strip.chosen() == u"resolve"_qs);
  QTest::keyClick(&strip, Qt::Key_Return);
  QTest::keyClick(&strip, Qt::Key_Left);
  CHECK(strip.chosen() == u"progress"_qs);
  CHECK(strip.accessibleName().contains(u"下次通报"_qs));
  QTest::keyClick(&strip, Qt::Key_W, Qt::AltModifier);
  for (int i = 0; i < 9; ++i) QTest::keyClick(&strip, Qt::Key_Left);
  QTest::keyClick(&strip, Qt::Key_Enter);
  REQUIRE(asked.count() == 3);
  CHECK(asked.at(0).at(0).toString() == u"resolve"_qs);
  CHECK(asked.at(1).at(0).toString() == u"progress"_qs);
  CHECK(asked.at(2).at(0).toString() == u"M1"_qs);
  const int low = strip.sizeHint().height();
  QTest::keyClick(&strip, Qt::Key_Down);
  CHECK(strip.isUnfolded());
  CHECK(strip.sizeHint().height() > low);
  for (int i = 0; i < 9; ++i) QTest::keyClick(&strip, Qt::Key_Right);
  CHECK(strip.chosen() == u"M4"_qs);
  CHECK(strip.nodeX(u"M4"_qs) > 0);
}

TEST_CASE("The strip looks like the pictures") {
  theTheme();
  auto* red = new MilestoneStrip;
  red->set(redChain(), Level::Red, at(redNow));
  red->setMissingForGolden(u"还差告知"_qs);
  Ground wide(inCard(red), {800, 98});
  takePictures(wide, u"strip-red"_qs);
  red->setUnfolded(true);
  wide.resize(736, red->sizeHint().height() + 50);
  takePictures(wide, u"strip-red-open"_qs);
  auto* yellow = new MilestoneStrip;
  yellow->set(yellowChain(), Level::Yellow, at(u"2026-10-10T10:12"_qs));
  Ground normal(inCard(yellow), {712, 98});
  takePictures(normal, u"strip-yellow"_qs);
  auto milestones = redChain();
  milestones[0].state = MilestoneState::Breached;
  milestones[0].due = at(u"2026-11-07T23:30:12"_qs);
  milestones[0].remainingSeconds = -859;
  milestones[4].state = MilestoneState::Paused;
  auto* late = new MilestoneStrip;
  late->set(milestones, Level::Red, at(redNow));
  late->setMissingForGolden(u"还差确认、告知"_qs);
  Ground lateGround(inCard(late), {800, 98});
  takePictures(lateGround, u"strip-late"_qs);
}
