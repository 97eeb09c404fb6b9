// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the desk's panels for people to look at, and a check that nothing is cut or overlaps.
#include <QDir>
#include <QPainter>
#include <QVBoxLayout>
#include <functional>

#include "tests/ui/form_samples.h"
#include "ui/desk/act_panel.h"
#include "ui/desk/act_scale.h"
#include "ui/desk/call_bar.h"
#include "ui/desk/household_card_view.h"
#include "ui/desk/household_editor.h"
#include "ui/desk/ringing_page.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/ticket_panel.h"
#include "ui/desk/wrapup_panel.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

constexpr int narrow = 726;
constexpr int wide = 800;
constexpr int padding = 12;

/// Layouts inside layouts need some turns of the event loop.
void settle() {
  for (int turn = 0; turn < 8; ++turn) QCoreApplication::processEvents();
}

/// A column on the window's ground, as the workbench lays it out.
struct Column {
  Pane pane{Token::Bg};
  QVBoxLayout* layout = new QVBoxLayout(&pane);
  explicit Column(int width) {
    layout->setContentsMargins(padding, padding, padding, padding);
    layout->setSpacing(9);
    pane.resize(width + 2 * padding, 100);
  }
  void finish(int height, int stretch = 1) {
    if (stretch > 0) layout->addStretch(stretch);
    pane.resize(pane.width(), height);
    showActive(pane);
    settle();
  }
};

QString problemsOf(const QWidget& root) {
  QStringList problems;
  for (const QWidget* widget : root.findChildren<QWidget*>()) {
    if (!widget->isVisible() || !widget->parentWidget()) continue;
    const QString name = QStringLiteral("%1 %2").arg(
        QLatin1String(widget->metaObject()->className()), widget->objectName());
    const auto* button = qobject_cast<const HintButton*>(widget);
    if (button && button->width() < button->sizeHint().width()) problems << name + u" is squeezed";
    if (widget->width() < widget->minimumSizeHint().width()) problems << name + u" is too narrow";
    const QRect parent = widget->parentWidget()->rect();
    const bool isScrolled = widget->parentWidget()->objectName() == u"qt_scrollarea_viewport";
    if (!isScrolled && !parent.contains(widget->geometry()) && !widget->geometry().isEmpty()) {
      problems << name + u" leaves its parent";
    }
  }
  return problems.join(u'\n');
}

void save(QWidget& widget, const QString& name, double scale = 1.0) {
  const QDir folder(QStringLiteral(YINGDA_BINARY_DIR "/pictures"));
  REQUIRE(folder.mkpath(QStringLiteral(".")));
  QPixmap picture((QSizeF(widget.size()) * scale).toSize());
  picture.setDevicePixelRatio(scale);
  picture.fill(Qt::transparent);
  widget.render(&picture);
  CHECK(picture.save(folder.filePath(QStringLiteral("desk-%1.png").arg(name))));
  const QString problems = problemsOf(widget);
  INFO(name.toStdString() << "\n" << problems.toStdString());
  CHECK(problems.isEmpty());
}

TicketDraft callDraft() {
  TicketDraft draft = sample::draft();
  draft.ticket.category = QStringLiteral("repair.water.burst_common");
  draft.ticket.level = Level::Red;
  draft.ticket.department = QStringLiteral("engineering");
  draft.ticket.occurredAt = instantFromIso(u"2026-10-10T23:35:00+08:00");
  draft.text.request = QStringLiteral("三楼水管井爆了，水已经流到电梯厅，老人在家，你们尽快来。");
  draft.text.reply = QStringLiteral("师傅可能尽快过去");
  draft.text.place = QStringLiteral("3栋2单元 3层 水管井");
  draft.text.contactName = QStringLiteral("王女士");
  draft.mark(ActivityKind::Confirmed, sample::now());
  draft.focusField = QStringLiteral("ticketForm.reply");
  draft.caret = 8;
  return draft;
}

struct Call {
  ManualClock clock{sample::now()};
  Column column;
  HouseholdCardView* card = new HouseholdCardView;
  TicketForm* form = new TicketForm(sample::starter(), clock);
  explicit Call(int width) : column(width) {
    column.layout->addWidget(card);
    column.layout->addWidget(form);
    card->set(sample::household(), true, sample::now());
    card->setMatter(QStringLiteral("repair.water.burst_common"), sample::now());
    form->setDuty({QStringLiteral("张师傅"), QStringLiteral("13900001111")});
    form->show(callDraft());
    form->setSaveState(QStringLiteral("草稿已保存"));
  }
};

void callPictures(int width, const QString& suffix, double scale) {
  Call call(width);
  call.column.finish(560);
  call.form->focusField(QStringLiteral("reply"));
  save(call.column.pane, QStringLiteral("form-") + suffix, scale);
  call.form->showMissing({Missing::Place, Missing::Phone, Missing::Department});
  call.card->set(sample::household(), false, sample::now());
  call.form->focusField(QStringLiteral("category"));
  settle();
  save(call.column.pane, QStringLiteral("form-missing-") + suffix, scale);
  call.form->showMissing({});
  call.column.pane.resize(call.column.pane.width(), 860);
  call.form->openEarly();
  call.form->safety()->answerByIndex(3);
  call.form->safety()->answerByIndex(3);
  settle();
  save(call.column.pane, QStringLiteral("safety-") + suffix, scale);
}

void cardPictures(int width, const QString& suffix, double scale) {
  Column column(width);
  std::vector<HouseholdCardView*> cards;
  for (int i = 0; i < 6; ++i) {
    cards.push_back(new HouseholdCardView);
    column.layout->addWidget(cards.back());
  }
  cards[0]->set(sample::household(), false, sample::now());
  HouseholdCard several = sample::household();
  several.people.push_back(several.people.front());
  several.caller = -1;
  several.household.carefulWith = QStringLiteral("上次为保洁的事不高兴");
  cards[1]->set(several, true, sample::now());
  cards[2]->setUnknown(QStringLiteral("13812341234"));
  cards[3]->setCommonPart(QStringLiteral("云杉府 3栋 大堂"));
  cards[4]->setNothing();
  cards[5]->set(sample::household(), true, sample::now());
  column.finish(480);
  cards[5]->askPurpose();
  settle();
  save(column.pane, QStringLiteral("card-") + suffix, scale);
}

void ringingPictures(int width, const QString& suffix, double scale) {
  CallerCard caller;
  caller.canonical = QStringLiteral("13812341234");
  caller.understood = true;
  caller.households = {sample::household(1), sample::household(2), sample::household(3)};
  caller.households[0].openTickets.push_back(
      sample::queueRow(4102, Level::Orange, QStringLiteral("2 号门门禁卡刷不开")));
  caller.households[1].openTickets.clear();
  caller.households[1].household.status = QStringLiteral("出租");
  caller.households[1].address = QStringLiteral("江畔里 7栋1单元302");
  caller.households[2].openTickets.clear();
  caller.households[2].recent.clear();
  caller.households[2].address = QStringLiteral("云杉府 车位B1-127");
  Column column(width);
  auto* page = new RingingPage;
  column.layout->addWidget(page, 1);
  page->set(caller, sample::now() - std::chrono::seconds(6), sample::now());
  column.finish(694, 0);
  save(column.pane, QStringLiteral("ringing-") + suffix, scale);
  caller.households.clear();
  page->set(caller, sample::now() - std::chrono::seconds(2), sample::now());
  settle();
  save(column.pane, QStringLiteral("ringing-unknown-") + suffix, scale);
}

TicketView oldTicket() {
  TicketView view;
  view.ticket.id = sample::idOf<TicketTag>(1);
  view.ticket.number = TicketNumber{207, 4031}.digits();
  view.ticket.kind = Kind::Complaint;
  view.ticket.stage = Stage::InProgress;
  view.ticket.department = QStringLiteral("finance");
  view.ticket.receivedAt = *instantFromIso(u"2026-09-30T16:00:00+08:00");
  view.text.title = QStringLiteral("停车费多扣一个月");
  view.text.request = QStringLiteral("我九月的停车费扣了两次，一共多扣 300 块，什么时候退给我？");
  view.text.reply = QStringLiteral("郑女士，我请财务核对，周三 18:00 前给您办退款。");
  view.text.note = QStringLiteral("等业主发缴费截图");
  view.text.contactName = QStringLiteral("郑女士");
  view.categoryPath = QStringLiteral("费用 / 停车费 / 多扣重复扣");
  view.departmentName = QStringLiteral("财务部");
  view.holderLabel = QStringLiteral("何会计");
  view.householdAddress = QStringLiteral("云杉府 11栋1单元1203");
  view.computedAt = sample::now();
  return view;
}

void actPictures(int width, const QString& suffix, double scale) {
  ManualClock clock{sample::now()};
  const TicketView view = oldTicket();
  Column column(width);
  auto* ticket = new TicketPanel;
  column.layout->addWidget(ticket);
  std::vector<ActPanel*> panels;
  for (int i = 0; i < 4; ++i) {
    panels.push_back(new ActPanel(sample::starter(), clock));
    column.layout->addWidget(panels.back());
  }
  ticket->set(view, sample::now());
  column.finish(1180);
  panels[0]->open(Deed::Dispatch, view);
  panels[1]->open(Deed::Pause, view);
  panels[1]->submit();
  panels[2]->open(Deed::Solve, view);
  panels[3]->open(Deed::CallBack, view);
  QTest::keyClick(column.pane.focusWidget(), Qt::Key_1);
  panels[3]->findChild<ActScale*>()->setValue(4);
  settle();
  save(column.pane, QStringLiteral("acts-") + suffix, scale);
}

void restPictures(int width, const QString& suffix, double scale) {
  Column column(width);
  auto* editor = new HouseholdEditor;
  auto* wrapUp = new WrapUpPanel(sample::starter());
  auto* ringing = new CallBar;
  auto* talking = new CallBar;
  auto* done = new CallBar;
  column.layout->addWidget(editor, 1);
  column.layout->addWidget(wrapUp);
  for (CallBar* bar : {ringing, talking, done}) column.layout->addWidget(bar, 0, Qt::AlignRight);
  editor->open(sample::household(), sample::now());
  const QString number = QStringLiteral("13812341234");
  ringing->setRinging(number, sample::now() - std::chrono::seconds(6), sample::now());
  talking->setTalking(number, QStringLiteral("王女士"), sample::now() - std::chrono::seconds(256),
                      sample::now());
  done->setWrapUp(sample::now() - std::chrono::seconds(20), sample::now());
  column.finish(980, 0);
  wrapUp->open(false);
  settle();
  save(column.pane, QStringLiteral("editor-") + suffix, scale);
}

void allPictures(int width, const QString& suffix, double scale) {
  callPictures(width, suffix, scale);
  cardPictures(width, suffix, scale);
  ringingPictures(width, suffix, scale);
  actPictures(width, suffix, scale);
  restPictures(width, suffix, scale);
}

}  // namespace

TEST_CASE("pictures of the desk in both themes and at the narrow width", "[form][pictures]") {
  Theme& theme = sample::theme();
  allPictures(wide, QStringLiteral("light"), 1.0);
  allPictures(narrow, QStringLiteral("narrow"), 1.0);
  theme.setMode(ThemeMode::Dark);
  allPictures(narrow, QStringLiteral("dark-125"), 1.25);
  theme.setMode(ThemeMode::Light);
}
