// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window's parts at the sizes that hotlines really have.
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPromise>
#include <QVBoxLayout>

#include "tests/ui/shell_fixture.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/text_box.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/first_run_page.h"
#include "ui/shell/key_help.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QString q(const char16_t* text) { return QString::fromUtf16(text); }

SearchHit hit(SearchHit::Kind kind, const char16_t* title, const char16_t* detail,
              const char16_t* trailing, std::vector<std::pair<int, int>> marks) {
  SearchHit one;
  one.kind = kind;
  one.title = q(title);
  one.id = one.title;
  one.detail = q(detail);
  one.trailing = q(trailing);
  one.marks = std::move(marks);
  return one;
}

SearchAnswer answerTo(const QString& text) {
  using Kind = SearchHit::Kind;
  SearchAnswer answer;
  answer.query = text;
  answer.hits = {
      hit(Kind::Household, u"潘女士", u"云杉府 9栋1单元1101 · 业主", u"未结 1", {{0, 1}}),
      hit(Kind::Household, u"彭先生", u"江畔里 2-1-803 · 租客", u"90 天 2 次", {{0, 1}}),
      hit(Kind::Ticket, u"配电房夜间异响", u"207-4077-9 · 和苑 2栋", u"处理中 · 剩 2:05", {{0, 2}}),
      hit(Kind::Ticket, u"楼上跑动声扰民", u"207-4120-5 · 江畔里 5-2-902", u"待回访", {{2, 2}}),
      hit(Kind::Article, u"配电房进水应急处置", u"设备 / 供配电", u"第 4 版", {{0, 2}}),
      hit(Kind::Article, u"派单时限和退单规则", u"制度 / 流程", u"第 2 版", {{0, 2}}),
  };
  answer.hits[2].level = Level::Orange;
  return answer;
}

struct Window {
  Window() : actions(KeyTable::builtIn(), &frame) {
    auto* column = new QVBoxLayout(&frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    top = new TopBar(actions.keys());
    top->addPage(QStringLiteral("workbench"), q(u"工作台"));
    top->setStore(q(u"单机 · 内容都已保存"), q(u"单机"));
    top->setPerson(q(u"8021 小李 · 坐席"));
    messages = new MessageBar(Tone::Red);
    messages->hide();
    middle = new LineBox;
    status = new StatusStrip(actions.keys());
    status->setStore(StoreHealth::Saved, q(u"内容都已保存"));
    status->setHints({QStringLiteral("call.take"), QStringLiteral("household.find"),
                      QStringLiteral("knowledge.open"), QStringLiteral("ticket.dispatch"),
                      QStringLiteral("next.thing")});
    column->addWidget(top);
    column->addWidget(messages);
    column->addWidget(middle);
    column->addStretch(1);
    column->addWidget(status);
    for (const KeyRow& row : actions.keys().rows()) actions.add(row.id, &frame, [] {});
  }
  QWidget frame;
  Actions actions;
  TopBar* top;
  MessageBar* messages;
  LineBox* middle;
  StatusStrip* status;
};

QFuture<Result<SearchAnswer>> answered(const SearchQuery& query) {
  QPromise<Result<SearchAnswer>> promise;
  promise.start();
  promise.addResult(Result<SearchAnswer>(answerTo(query.text)));
  promise.finish();
  return promise.future();
}

void paintShell(const QSize& size, const QString& suffix) {
  Window window;
  CommandPalette palette(window.actions, answered, &window.frame);
  palette.setDetails({{QStringLiteral("ticket.dispatch"), q(u"当前工单 公区爆管 → 工程部 张工")}});
  KeyHelp help(window.actions, &window.frame);
  window.frame.resize(size);
  showActive(window.frame);
  window.middle->setFocus();
  savePicture(window.frame, QStringLiteral("shell-bars") + suffix);
  palette.open(QStringLiteral("pd"));
  QTest::qWait(5);
  savePicture(window.frame, QStringLiteral("shell-palette") + suffix);
  palette.close();
  palette.open();
  savePicture(window.frame, QStringLiteral("shell-palette-idle") + suffix);
  palette.close();
  help.open();
  savePicture(window.frame, QStringLiteral("shell-keys") + suffix);
  help.close();
  window.status->setStore(StoreHealth::Trouble, q(u"磁盘已满"));
  window.top->setStore(q(u"磁盘已满"), q(u"磁盘已满"), Tone::Red);
  window.messages->setText(q(u"磁盘已满，新内容存不进去。已保存的都安全，正在写的留在屏幕上。"));
  window.messages->show();
  savePicture(window.frame, QStringLiteral("shell-trouble") + suffix);
}

void paintEntrances(const QSize& size, const QString& suffix) {
  const KeyTable keys = KeyTable::builtIn();
  FirstRunPage first(QStringLiteral("~/.local/share/yingda"), QStringLiteral("0.1.0"), keys);
  first.resize(size);
  showActive(first);
  QTest::keyClick(&first, Qt::Key_Return);
  savePicture(first, QStringLiteral("shell-first-run-mistakes") + suffix);
  commit(*first.findChild<QLineEdit*>(QStringLiteral("firstRun.name")), q(u"李敏"));
  first.findChild<QLineEdit*>(QStringLiteral("firstRun.staff"))->setText(QStringLiteral("8021"));
  first.findChild<QLineEdit*>(QStringLiteral("firstRun.pin"))->setText(QStringLiteral("135790"));
  first.findChild<QWidget*>(QStringLiteral("firstRun.start"))->setFocus();
  savePicture(first, QStringLiteral("shell-first-run") + suffix);
  first.chooseDemo(true);
  savePicture(first, QStringLiteral("shell-first-run-demo") + suffix);
  SignInPage sign;
  Agent li;
  li.staffNumber = QStringLiteral("8021");
  li.outsideName = q(u"小李");
  Agent wang = li;
  wang.staffNumber = QStringLiteral("8107");
  wang.outsideName = q(u"小王");
  wang.role = Role::Supervisor;
  sign.setPeople({li, wang}, {});
  sign.setCompany(q(u"云杉物业"));
  sign.resize(size);
  showActive(sign);
  sign.showFailure(q(u"PIN 不对，请再输一次。各人的草稿都还在。"));
  savePicture(sign, QStringLiteral("shell-sign-in") + suffix);
}

}  // namespace

TEST_CASE("pictures of the shell") {
  for (const bool dark : {false, true}) {
    shellTheme(dark ? ThemeMode::Dark : ThemeMode::Light);
    for (const QSize size : {QSize(1440, 900), QSize(1366, 768), QSize(1092, 614)}) {
      const QString suffix = QStringLiteral("-%1%2").arg(size.width()).arg(dark ? u"-dark" : u"");
      paintShell(size, suffix);
      paintEntrances(size, suffix);
    }
  }
  shellTheme();
}
