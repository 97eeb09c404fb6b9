// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every part, to be looked at beside the design.
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QProgressBar>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "tests/kit/kit_fixture.h"
#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/choice_list.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/pin_edit.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/kit/tab_strip.h"
#include "ui/kit/text_box.h"

using namespace yingda::ui;

namespace {

QHBoxLayout* rowOf(const QList<QWidget*>& widgets, int spacing = 8) {
  auto* row = new QHBoxLayout;
  row->setSpacing(spacing);
  for (QWidget* widget : widgets) row->addWidget(widget);
  return row;
}

HintButton* button(const QString& text, const QString& hint, HintButton::Look look) {
  auto* result = new HintButton(text, hint);
  result->setLook(look);
  return result;
}

LineBox* line(const QString& text) {
  auto* result = new LineBox;
  result->setText(text);
  return result;
}

QWidget* topBar() {
  auto* bar = new Pane(Token::Surface);
  bar->setFixedHeight(44);
  bar->setLines(Qt::BottomEdge);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(12);
  auto* brand = new Label(u"应答"_qs, FontRole::Title15, Token::Accent);
  brand->setElides(false);
  auto* tabs = new TabStrip;
  tabs->setBarHeight(44);
  for (const QString& name : {u"工作台"_qs, u"知识库"_qs, u"回访"_qs, u"看板"_qs, u"管理"_qs}) {
    tabs->addTab(name);
  }
  tabs->setCount(2, 4);
  auto* search = new LineBox;
  search->setPlaceholderText(u"搜索或输入命令"_qs);
  auto* field = new FormField(QString(), search);
  field->setTrailing(new KeyHint(u"Ctrl K"_qs));
  row->addWidget(brand);
  row->addWidget(tabs);
  row->addWidget(search);
  delete field->layout();
  row->addStretch(1);
  row->addWidget(new Badge(u"已同步"_qs, Tone::Green));
  row->addWidget(new Label(u"8021 李敏 · 坐席"_qs, FontRole::Small12, Token::Text2));
  return bar;
}

QWidget* formCard() {
  auto* card = new Card;
  auto* head = new QHBoxLayout;
  auto* title = new Label(u"新工单"_qs, FontRole::Title15);
  title->setElides(false);
  head->addWidget(title);
  head->addWidget(new Label(u"207-4213-1 · 报修 · 草稿已保存"_qs, FontRole::Small12, Token::Text3),
                  1);
  card->body()->addLayout(head);
  auto* said = new TextBox;
  said->setText(u"三楼水管井爆了，水已经流到电梯厅，老人在家，你们尽快来。"_qs);
  auto* saidField = new FormField(u"业主诉求"_qs, said);
  saidField->setSuffix(u"原话，不检查用语"_qs);
  auto* reply = new TextBox;
  reply->setObjectName(u"reply"_qs);
  reply->setPlaceholderText(u"说出口的话"_qs);
  reply->setText(u"师傅可能尽快过去"_qs);
  auto* replyField = new FormField(u"答复业主"_qs, reply);
  replyField->setSuffix(u"说出口的话"_qs);
  card->body()->addLayout(rowOf({saidField, replyField}));
  auto* lint = new MessageBar(Tone::Orange);
  lint->setTitle(u"含糊"_qs);
  const QString words = u"改为「张师傅 00:10 前到，我 00:15 给您回电」，按 F7 登记为承诺"_qs;
  lint->setText(words, marksOf({{7, 5}, {18, 5}}, MarkKind::Strong));
  lint->setAct(u"采用"_qs, u"Alt ↵"_qs);
  card->body()->addWidget(lint);
  auto* category = new FormField(u"类别"_qs, line(u"维修 / 给排水 / 爆管（公共部位）"_qs));
  category->setTrailing(new Badge(u"92% · 水管井"_qs, Tone::Green));
  auto* owner = new FormField(u"责任部门"_qs, line(u"工程部 张工"_qs));
  auto* list = new Label(u"清单 #37"_qs, FontRole::Small12, Token::Text3);
  owner->setTrailing(list);
  auto* level = new FormField(u"级别"_qs, line(u"紧急 · 24 小时计时"_qs));
  level->setLeading(new Badge(u"急"_qs, Tone::Red));
  auto* place = new FormField(u"地点"_qs, line(QString()));
  place->setError(u"派单前请填写地点。"_qs);
  card->body()->addLayout(rowOf({category, level, owner, place}));
  auto* same = new MessageBar(Tone::Accent);
  same->setTitle(u"同因？"_qs);
  same->setText(u"同单元 40 分钟内 2 户报「漏水」：202、502"_qs);
  same->setAct(u"并为群诉"_qs, u"Ctrl M"_qs);
  card->body()->addWidget(same);
  auto* acts =
      rowOf({new Badge(u"✓ 受理已确认"_qs, Tone::Green), new Badge(u"未核对"_qs, Tone::Dashed)});
  acts->addStretch(1);
  acts->addWidget(button(u"承诺"_qs, u"F7"_qs, HintButton::Look::Outlined));
  acts->addWidget(button(u"先派后补"_qs, u"Ctrl D"_qs, HintButton::Look::Danger));
  acts->addWidget(button(u"派单"_qs, u"F6"_qs, HintButton::Look::Outlined));
  acts->addWidget(button(u"保存"_qs, u"Ctrl ↵"_qs, HintButton::Look::Filled));
  card->body()->addLayout(acts);
  return card;
}

QWidget* badgeCard() {
  auto* card = new Card;
  auto* row = rowOf({new Badge(u"业主 王女士"_qs), new Badge(u"高龄父母同住"_qs, Tone::Orange),
                     new Badge(u"v3 · 已发布"_qs, Tone::Green), new Badge(u"今晚"_qs, Tone::Yellow),
                     new Badge(u"处理中"_qs, Tone::Accent), new Badge(u"违约"_qs, Tone::Red),
                     new Badge(u"未核对"_qs, Tone::Dashed)});
  row->addStretch(1);
  card->body()->addLayout(row);
  auto* looks = rowOf({button(u"资料"_qs, u"F8"_qs, HintButton::Look::Quiet),
                       button(u"看放假通知"_qs, QString(), HintButton::Look::Link),
                       new KeyHint(u"Shift F5"_qs), new KeyHint(u"F6\n↵"_qs)});
  auto* off = button(u"派单"_qs, u"F6"_qs, HintButton::Look::Filled);
  off->setEnabled(false);
  looks->addWidget(off);
  auto* take = button(u"接听"_qs, u"F2"_qs, HintButton::Look::Filled);
  take->setSize(HintButton::Size::Large);
  looks->addWidget(take);
  looks->addStretch(1);
  card->body()->addLayout(looks);
  auto* checks = rowOf({new QCheckBox(u"受理已确认"_qs), new QRadioButton(u"单机使用"_qs),
                        new QRadioButton(u"加入服务器"_qs)});
  auto* on = new QCheckBox(u"流程已告知"_qs);
  on->setChecked(true);
  checks->addWidget(on);
  auto* combo = new QComboBox;
  combo->addItems({u"简体中文"_qs, u"English"_qs});
  checks->addWidget(combo);
  auto* progress = new QProgressBar;
  progress->setValue(40);
  progress->setTextVisible(false);
  progress->setFixedHeight(8);
  checks->addWidget(progress);
  card->body()->addLayout(checks);
  return card;
}

QWidget* pinCard() {
  auto* card = new Card;
  auto* days = new Segmented({u"每天"_qs, u"周一至周五"_qs, u"24 小时"_qs});
  days->setFixedHeight(36);
  days->setCurrent(0);
  card->body()->addWidget(new FormField(u"服务中心哪几天上班？"_qs, days));
  auto* pin = new PinEdit;
  pin->setText(u"1234"_qs);
  auto* field = new FormField(u"设 6 位 PIN"_qs, pin);
  field->setCorner(new Label(u"锁屏和切换坐席时用"_qs, FontRole::Small12, Token::Text2));
  card->body()->addWidget(field);
  auto* start = button(u"开始使用"_qs, u"↵"_qs, HintButton::Look::Filled);
  start->setSize(HintButton::Size::Large);
  start->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  card->body()->addWidget(start);
  card->body()->addStretch(1);
  return card;
}

QWidget* tableCard() {
  auto* table = new QTableWidget(12, 4);
  table->setHorizontalHeaderLabels({u"日期"_qs, u"从"_qs, u"计入"_qs, u"为什么"_qs});
  for (int i = 0; i < 12; ++i) {
    table->setItem(i, 0, new QTableWidgetItem(QStringLiteral("10-%1 周三").arg(i + 8)));
    table->setItem(i, 1, new QTableWidgetItem(u"08:30"_qs));
    table->setItem(i, 2, new QTableWidgetItem(u"120"_qs));
    table->setItem(i, 3, new QTableWidgetItem(u"服务时间"_qs));
  }
  table->verticalHeader()->hide();
  table->setShowGrid(false);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->selectRow(1);
  table->verticalHeader()->setDefaultSectionSize(29);
  return table;
}

QWidget* rightPane() {
  auto* pane = new Pane(Token::Surface);
  pane->setLines(Qt::LeftEdge);
  pane->setFixedWidth(304);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(12, 0, 12, 12);
  column->setSpacing(8);
  auto* tabs = new TabStrip;
  for (const QString& name : {u"话术"_qs, u"知识"_qs, u"相似"_qs, u"业主"_qs}) tabs->addTab(name);
  column->addWidget(tabs);
  auto* pills = new PillTabs;
  for (const QString& name : {u"下一件事"_qs, u"我的"_qs, u"本组"_qs, u"全部"_qs}) {
    pills->addTab(name);
  }
  pills->setCount(1, 12);
  pills->setCount(2, 37);
  column->addWidget(pills);
  auto* speech = new Card;
  speech->setColors(Token::AccentWeak, Token::AccentWeak);
  auto* said = new RichLabel(FontRole::Body13);
  QFont larger = said->font();
  larger.setPixelSize(15);
  said->setFont(larger);
  said->setLineSpacing(1.6);
  said->setText(
      u"王老师，先别乘电梯，也别趟积水，我马上让师傅关楼里的总阀。家里老人现在安全吗？"_qs,
      {{4, 11, MarkKind::Strong}});
  speech->body()->addWidget(said);
  column->addWidget(speech);
  column->addWidget(new Separator);
  auto* head = new QHBoxLayout;
  auto* found = new Label(QString(), FontRole::Strong13);
  found->setText(u"公区爆管应急"_qs, marksOf({{2, 2}}));
  head->addWidget(found, 1);
  head->addWidget(new Badge(u"v3 · 已发布"_qs, Tone::Green));
  column->addLayout(head);
  auto* snippet = new RichLabel(FontRole::Small12, Token::Text2);
  snippet->setMaxLines(2);
  snippet->setText(
      u"先派人关单元水管井总阀；电梯厅进水同时停梯、断电、设警戒线，再逐户通知并登记受损情况。"_qs,
      marksOf({{6, 3}, {12, 3}}));
  column->addWidget(snippet);
  column->addWidget(new Separator);
  column->addWidget(
      new Label(u"一行很长的标题会在右边省略，并在悬停时给出全文的提示"_qs, FontRole::Strong13));
  column->addStretch(1);
  return pane;
}

struct Gallery {
  QWidget window;
  ChoiceList* choices = nullptr;
  Toast* toast = nullptr;
};

void build(Gallery& gallery) {
  QWidget& window = gallery.window;
  window.resize(1366, 768);
  auto* column = new QVBoxLayout(&window);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(topBar());
  auto* body = new QHBoxLayout;
  body->setSpacing(0);
  auto* middle = new QVBoxLayout;
  middle->setContentsMargins(12, 12, 12, 12);
  middle->setSpacing(8);
  middle->addWidget(formCard());
  middle->addWidget(badgeCard());
  auto* low = rowOf({pinCard(), tableCard()});
  middle->addLayout(low, 1);
  body->addLayout(middle, 1);
  body->addWidget(rightPane());
  column->addLayout(body, 1);
  gallery.toast = new Toast(&window);
}

void savePicture(QWidget& window, double scale, const QString& name) {
  const QString folder = QStringLiteral(YINGDA_BINARY_DIR) + u"/pictures"_qs;
  CHECK(QDir().mkpath(folder));
  QImage image((QSizeF(window.size()) * scale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  window.render(&image);
  CHECK(image.save(folder + u"/kit-"_qs + name + u".png"_qs));
}

}  // namespace

// Goal: the parts can be judged by eye, in both themes and at two scales, from one run.
TEST_CASE("the gallery of all parts is painted light and dark at two scales") {
  Theme& theme = theTheme();
  theme.setReducedMotion(true);
  Gallery gallery;
  build(gallery);
  showActive(gallery.window);
  gallery.window.findChild<TextBox*>(u"reply"_qs)->setFocus();
  gallery.toast->say(u"已保存 207-4213-1，王老师的下一次联系：00:15，由您"_qs);
  savePicture(gallery.window, 1.0, u"light-100"_qs);
  savePicture(gallery.window, 1.5, u"light-150"_qs);
  theme.setMode(ThemeMode::Dark);
  QCoreApplication::sendPostedEvents();
  savePicture(gallery.window, 1.0, u"dark-100"_qs);
  savePicture(gallery.window, 1.5, u"dark-150"_qs);
  theme.setMode(ThemeMode::Light);
  theme.setReducedMotion(false);
}

// Goal: the suggestion list is seen under its editor.
TEST_CASE("the suggestion list is painted under its editor") {
  Theme& theme = theTheme();
  QWidget window;
  window.resize(520, 260);
  auto* column = new QVBoxLayout(&window);
  auto* editor = new LineBox;
  column->addWidget(new FormField(u"责任部门"_qs, editor));
  column->addStretch(1);
  showActive(window);
  editor->setFocus();
  editor->setText(u"pd"_qs);
  ChoiceList list(editor);
  list.setPreselect(true);
  list.setRows(
      {{u"派单"_qs, u"当前工单 公区爆管 → 工程部 张工"_qs, u"F6"_qs, 1, {{0, 2}}},
       {u"配电房夜间异响"_qs, u"207-4077-9 · 和苑 2栋"_qs, u"处理中"_qs, 2, {{0, 2}}},
       {u"楼上跑动声扰民"_qs, u"207-4120-5 · 江畔里 5-2-902"_qs, u"待回访"_qs, 3, {{2, 2}}}});
  savePicture(window, 1.0, u"choices-light"_qs);
  theme.setMode(ThemeMode::Dark);
  savePicture(window, 1.0, u"choices-dark"_qs);
  theme.setMode(ThemeMode::Light);
  CHECK(list.isOpen());
}
