// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's bar says of the call.
#include "ui/desk/call_bar.h"

#include <QSignalSpy>

#include "tests/ui/form_samples.h"
#include "ui/kit/key_hint.h"

using namespace yingda;
using namespace yingda::ui;
using sample::find;

TEST_CASE("the bar counts, masks and offers only what the state allows", "[call_bar]") {
  sample::theme();
  CallBar bar;
  CHECK_FALSE(bar.isVisibleTo(nullptr));
  const QString number = QStringLiteral("13812341234");
  bar.setRinging(number, sample::now() - std::chrono::seconds(6), sample::now());
  CHECK(bar.sentence() == QStringLiteral("来电 00:06 138****1234"));
  CHECK(find<HintButton>(bar, "callBar.hangUp")->isHidden());
  bar.setTalking(number, QStringLiteral("王女士"), sample::now() - std::chrono::seconds(256),
                 sample::now());
  CHECK(bar.sentence() == QStringLiteral("通话 04:16 王女士 138****1234"));
  bar.tick(sample::now() + std::chrono::hours(1));
  CHECK(bar.sentence() == QStringLiteral("通话 1:04:16 王女士 138****1234"));
  QSignalSpy wrapUp(&bar, &CallBar::wrapUpAsked);
  QSignalSpy hangUp(&bar, &CallBar::hangUpAsked);
  find<HintButton>(bar, "callBar.wrapUp")->click();
  CHECK(wrapUp.count() == 1);
  CHECK(hangUp.isEmpty());
  bar.setWrapUp(sample::now(), sample::now());
  CHECK(find<HintButton>(bar, "callBar.hangUp")->isHidden());
  bar.setTalking({}, {}, sample::now(), sample::now());
  CHECK(bar.sentence() == QStringLiteral("通话 00:00 号码未送达"));
  bar.setNone();
  CHECK(bar.sentence().isEmpty());
}

TEST_CASE("a break is counted, its limit reminds, and the bar leads back", "[call_bar]") {
  sample::theme();
  CallBar bar;
  const Instant since = sample::now();
  bar.setAway(u"示忙（小休）"_qs, since, std::chrono::minutes(10),
              since + std::chrono::minutes(10));
  CHECK(bar.sentence() == u"示忙（小休） 10:00"_qs);
  CHECK(find<HintButton>(bar, "callBar.wrapUp")->isHidden());
  bar.tick(since + std::chrono::seconds(601));
  CHECK(bar.sentence() == u"示忙（小休） 10:01 已超 10 分"_qs);
  QSignalSpy back(&bar, &CallBar::backAsked);
  find<HintButton>(bar, "callBar.back")->click();
  CHECK(back.count() == 1);
  bar.setNone();
  CHECK(bar.isHidden());
  bar.setHelp(true);
  CHECK_FALSE(bar.isHidden());
  CHECK(bar.sentence() == u"已求助"_qs);
  bar.setTalking(QStringLiteral("13812341234"), {}, since, since);
  CHECK(bar.sentence() == u"通话 00:00 138****1234，已求助"_qs);
}

TEST_CASE("hanging up stands apart", "[call_bar]") {
  sample::theme();
  CallBar bar;
  bar.setTalking(QStringLiteral("13812341234"), {}, sample::now(), sample::now());
  bar.resize(bar.sizeHint());
  bar.show();
  const QRect wrapUp = find<HintButton>(bar, "callBar.wrapUp")->geometry();
  const QRect hangUp = find<HintButton>(bar, "callBar.hangUp")->geometry();
  CHECK(hangUp.left() - wrapUp.right() >= 24);
}
