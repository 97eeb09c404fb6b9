// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the first page and checks what was typed into it.
#include "ui/shell/first_run_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <array>

#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/pin_edit.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/kit/text_box.h"
#include "ui/shell/first_run_parts.h"

namespace yingda::ui {

namespace {

constexpr int pageWidth = 920;
constexpr int sideWidth = 360;
constexpr int inset = 32;
const std::array calendars{QStringLiteral("seven-day"), QStringLiteral("workday"),
                           QStringLiteral("24x7")};
const std::array languages{QStringLiteral("zh_CN"), QStringLiteral("en")};

QVBoxLayout* insetColumn(QWidget* part) {
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(inset, inset, inset, inset);
  column->setSpacing(12);
  return column;
}

bool isStaffNumber(const QString& text) {
  if (text.size() < 2 || text.size() > 8) return false;
  for (const QChar sign : text) {
    if (sign < u'0' || sign > u'9') return false;
  }
  return true;
}

}  // namespace

FirstRunPage::FirstRunPage(const QString& storeFolder, const QString& version, const KeyTable& keys,
                           QWidget* parent)
    : QWidget(parent), m_storeFolder(storeFolder), m_version(version), m_keys(keys) {
  setObjectName(QStringLiteral("firstRun"));
  auto* card = new Card;
  auto* inside = new QHBoxLayout;
  inside->setSpacing(0);
  inside->addWidget(makeChoices(), 1);
  inside->addWidget(new Separator(Qt::Vertical));
  auto* side = new QWidget;
  side->setFixedWidth(sideWidth);
  m_side = new QStackedLayout(side);
  m_side->addWidget(makePerson());
  m_side->addWidget(
      makeNote(QStringLiteral("firstRun.startJoin"), m_joinTitle, m_joinText, m_startJoin));
  m_side->addWidget(
      makeNote(QStringLiteral("firstRun.startDemo"), m_demoTitle, m_demoText, m_startDemo));
  inside->addWidget(side);
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->addLayout(inside);
  auto* head = new QHBoxLayout;
  auto* wordmark = new Label(tr("应答"), FontRole::Big20, Token::Accent);
  wordmark->setElides(false);
  m_subtitle = new Label(QString(), FontRole::Small12, Token::Text2);
  head->setSpacing(12);
  head->addWidget(wordmark);
  head->addWidget(m_subtitle, 1);
  m_failure = new MessageBar(Tone::Red);
  m_failure->setObjectName(QStringLiteral("firstRun.failure"));
  m_failure->hide();
  auto* content = new QWidget;
  content->setMaximumWidth(pageWidth);
  auto* middle = new QVBoxLayout(content);
  middle->setContentsMargins(0, 0, 0, 0);
  middle->setSpacing(16);
  middle->addStretch(1);
  middle->addLayout(head);
  middle->addWidget(m_failure);
  middle->addWidget(card);
  middle->addWidget(makeFoot());
  middle->addStretch(1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(24, 12, 24, 12);
  row->addStretch(1);
  row->addWidget(content, 1000);
  row->addStretch(1);
  m_alone->setChecked(true);
  connectParts();
  retranslate();
}

QWidget* FirstRunPage::makeChoices() {
  auto* part = new QWidget;
  auto* column = insetColumn(part);
  m_question = new Label(QString(), FontRole::Big20);
  m_reassurance = new Label(QString(), FontRole::Small12, Token::Text2);
  m_alone = new ChoiceCard(1);
  m_alone->setObjectName(QStringLiteral("firstRun.alone"));
  m_join = new ChoiceCard(2);
  m_join->setObjectName(QStringLiteral("firstRun.join"));
  m_demo = new ChoiceCard(3);
  m_demo->setObjectName(QStringLiteral("firstRun.demo"));
  column->addWidget(m_question);
  column->addWidget(m_reassurance);
  column->addSpacing(8);
  column->addWidget(m_alone);
  column->addWidget(m_join);
  column->addWidget(m_demo);
  column->addStretch(1);
  m_after = new Label(QString(), FontRole::Small12, Token::Text2);
  column->addWidget(m_after);
  return part;
}

QWidget* FirstRunPage::makePerson() {
  auto* part = new QWidget;
  auto* column = insetColumn(part);
  m_personTitle = new Label(QString(), FontRole::Title15);
  m_name = new LineBox;
  m_name->setObjectName(QStringLiteral("firstRun.name"));
  m_name->setLengthLimit(20);
  m_staff = new LineBox;
  m_staff->setObjectName(QStringLiteral("firstRun.staff"));
  m_staff->setLengthLimit(8);
  m_staff->setInputMethodHints(Qt::ImhDigitsOnly);
  m_outside = new LineBox;
  m_outside->setObjectName(QStringLiteral("firstRun.outside"));
  m_outside->setLengthLimit(10);
  m_days = new Segmented;
  m_days->setObjectName(QStringLiteral("firstRun.days"));
  m_pin = new PinEdit;
  m_pin->setObjectName(QStringLiteral("firstRun.pin"));
  m_pinUse = new Label(QString(), FontRole::Small12, Token::Text2);
  m_pinUse->setElides(false);
  m_nameField = new FormField(QString(), m_name);
  m_staffField = new FormField(QString(), m_staff);
  m_outsideField = new FormField(QString(), m_outside);
  m_daysField = new FormField(QString(), m_days);
  m_pinField = new FormField(QString(), m_pin);
  m_pinField->setCorner(m_pinUse);
  m_start = new HintButton(QString(), QStringLiteral("↵"));
  m_start->setObjectName(QStringLiteral("firstRun.start"));
  m_start->setLook(HintButton::Look::Filled);
  m_start->setSize(HintButton::Size::Large);
  m_start->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* names = new QHBoxLayout;
  names->setSpacing(12);
  names->addWidget(m_nameField, 1);
  names->addWidget(m_staffField, 1);
  for (FormField* field : {m_nameField, m_staffField, m_outsideField, m_daysField, m_pinField}) {
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  }
  column->addWidget(m_personTitle);
  column->addLayout(names);
  column->addWidget(m_outsideField);
  column->addWidget(m_daysField);
  column->addWidget(m_pinField);
  column->addStretch(1);
  column->addSpacing(8);
  column->addWidget(m_start);
  return part;
}

QWidget* FirstRunPage::makeNote(const QString& name, Label*& title, RichLabel*& text,
                                HintButton*& start) {
  auto* part = new QWidget;
  auto* column = insetColumn(part);
  title = new Label(QString(), FontRole::Title15);
  text = new RichLabel(FontRole::Body13, Token::Text2);
  text->setLineSpacing(1.6);
  start = new HintButton(QString(), QStringLiteral("↵"));
  start->setObjectName(name);
  start->setLook(HintButton::Look::Filled);
  start->setSize(HintButton::Size::Large);
  start->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  column->addWidget(title);
  column->addWidget(text);
  column->addStretch(1);
  column->addWidget(start);
  return part;
}

QWidget* FirstRunPage::makeFoot() {
  auto* part = new QWidget;
  auto* row = new QHBoxLayout(part);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  m_language = new Segmented({tr("简体中文"), QStringLiteral("English")});
  m_language->setObjectName(QStringLiteral("firstRun.language"));
  m_language->setCurrent(QLocale().language() == QLocale::English ? 1 : 0);
  m_language->setAccessibleName(tr("语言"));
  m_place = new Label(QString(), FontRole::Small12, Token::Text2);
  m_versionLabel = new Label(QString(), FontRole::Small12, Token::Text2);
  m_versionLabel->setElides(false);
  m_place->setObjectName(QStringLiteral("firstRun.place"));
  m_place->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  // A long path must not push the card out of the middle; what does not fit is cut from its middle.
  m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_place->installEventFilter(this);
  row->addWidget(m_language);
  row->addWidget(m_place, 1);
  row->addWidget(m_versionLabel);
  return part;
}

void FirstRunPage::connectParts() {
  for (ChoiceCard* card : {m_alone, m_join, m_demo}) {
    connect(card, &ChoiceCard::toggled, this, &FirstRunPage::showChoice);
  }
  connect(m_name, &LineBox::contentChanged, this, [this] {
    m_nameField->setError({});
    suggestOutsideName();
  });
  connect(m_staff, &LineBox::contentChanged, this, [this] { m_staffField->setError({}); });
  connect(m_outside, &LineBox::contentChanged, this, [this] { m_outsideField->setError({}); });
  connect(m_outside, &QLineEdit::textEdited, this,
          [this](const QString& text) { m_isOutsideNameTouched = !text.isEmpty(); });
  connect(m_pin, &PinEdit::textChanged, this, [this] {
    m_pinField->setError({});
    m_pinField->setSuffix(m_pin->isComplete() ? QStringLiteral("✓") : QString());
  });
  connect(m_start, &HintButton::clicked, this, &FirstRunPage::submit);
  connect(m_startJoin, &HintButton::clicked, this, &FirstRunPage::submit);
  connect(m_startDemo, &HintButton::clicked, this, &FirstRunPage::submit);
  connect(m_language, &Segmented::currentChanged, this,
          [this](int index) { Q_EMIT languageChosen(languages[static_cast<size_t>(index)]); });
}

void FirstRunPage::retranslate() {
  m_subtitle->setText(tr("物业 400 坐席工作台"));
  m_question->setText(tr("这台电脑怎么用？"));
  m_reassurance->setText(tr("以后可以改，录过的内容不会丢。"));
  m_alone->set(tr("单机使用"),
               tr("只存在这台电脑，不用联网，不用设置。以后加入服务器也不必重录。"));
  m_join->set(tr("加入共享服务器"), tr("和同事共用工单与业主资料。服务器地址和登录名由管理员给。"));
  m_demo->set(tr("看演示机构"), tr("3 个小区、240 户样例，来电也是模拟的。随便点，一键清空。"));
  const auto hint = [this](const char* verb) { return m_keys.hintOf(QLatin1String(verb)); };
  //: Which keys help first: take a call, find a household, all keys.
  m_after->setText(tr("进去以后：%1 登记来电，%2 查业主，%3 看全部按键。")
                       .arg(hint("call.take"), hint("household.find"), hint("help.keys")));
  m_personTitle->setText(tr("坐席信息"));
  m_nameField->setLabel(tr("姓名"));
  m_nameField->setSuffix(tr("只在内部用"));
  m_staffField->setLabel(tr("工号"));
  m_staffField->setSuffix(tr("对外只报工号"));
  m_outsideField->setLabel(tr("对外称呼"));
  m_outsideField->setSuffix(tr("业主听到的，例如小李"));
  m_daysField->setLabel(tr("服务中心哪几天上班？"));
  const int days = m_days->current();
  m_days->setChoices({tr("每天"), tr("周一至周五"), tr("24 小时")});
  m_days->setCurrent(std::max(days, 0));
  m_pinField->setLabel(tr("设 6 位 PIN"));
  m_pinUse->setText(tr("锁屏和切换坐席时用"));
  m_start->setText(tr("开始使用"));
  m_joinTitle->setText(tr("加入共享服务器"));
  m_joinText->setText(
      tr("下一页填服务器地址和登录名，先测试再加入。您的工号、称呼和 PIN "
         "由服务器带来，这里不用填。"));
  m_startJoin->setText(tr("填服务器地址"));
  m_demoTitle->setText(tr("演示机构"));
  m_demoText->setText(tr("样例放在单独的文件夹里，和您自己的内容互不相干。不用填写，打开就能试。"));
  m_startDemo->setText(tr("打开演示机构"));
  showPlace();
  m_versionLabel->setText(tr("版本 %1").arg(m_version));
}

void FirstRunPage::showPlace() {
  const QFontMetrics metrics(m_place->font());
  const int room = m_place->width() - metrics.horizontalAdvance(tr("存放位置 %1").arg(QString()));
  m_place->setText(
      tr("存放位置 %1").arg(metrics.elidedText(m_storeFolder, Qt::ElideMiddle, std::max(room, 0))));
  m_place->setToolTip(m_storeFolder);
}

bool FirstRunPage::eventFilter(QObject* watched, QEvent* event) {
  // Afterwards, for the label takes its tooltip away when its own text fits.
  if (watched == m_place && event->type() == QEvent::Resize) {
    QMetaObject::invokeMethod(this, &FirstRunPage::showPlace, Qt::QueuedConnection);
  }
  return QWidget::eventFilter(watched, event);
}

bool FirstRunPage::isDemoChosen() const { return m_demo->isChecked(); }

void FirstRunPage::chooseDemo(bool demo) { (demo ? m_demo : m_alone)->setChecked(true); }

bool FirstRunPage::isJoinChosen() const { return m_join->isChecked(); }

void FirstRunPage::chooseJoin() { m_join->setChecked(true); }

void FirstRunPage::showChoice() {
  m_side->setCurrentIndex(isDemoChosen() ? 2 : isJoinChosen() ? 1 : 0);
}

void FirstRunPage::setLanguage(const QString& language) {
  const QSignalBlocker quiet(m_language);
  m_language->setCurrent(language == languages[1] ? 1 : 0);
}

void FirstRunPage::setBusy(bool busy) {
  m_isBusy = busy;
  m_start->setEnabled(!busy);
  m_startDemo->setEnabled(!busy);
  m_start->setText(busy ? tr("正在准备…") : tr("开始使用"));
  m_startDemo->setText(busy ? tr("正在准备…") : tr("打开演示机构"));
}

void FirstRunPage::showFailure(const QString& sentence) {
  setBusy(false);
  m_failure->setText(sentence);
  m_failure->show();
}

FirstRun FirstRunPage::typed() const {
  FirstRun first;
  first.name = m_name->text().trimmed();
  first.staffNumber = m_staff->text().trimmed();
  first.outsideName = m_outside->text().trimmed();
  first.pin = m_pin->pin();
  first.calendar = calendars[static_cast<size_t>(std::max(m_days->current(), 0))];
  return first;
}

void FirstRunPage::suggestOutsideName() {
  const QString name = m_name->text().trimmed();
  if (m_isOutsideNameTouched) return;
  //: What owners call an agent: 小 and the surname.
  m_outside->setText(name.isEmpty() ? QString() : tr("小%1").arg(name.front()));
}

bool FirstRunPage::showMistakes() {
  const FirstRun first = typed();
  m_nameField->setError(first.name.isEmpty() ? tr("请填姓名，只在内部用。") : QString());
  m_staffField->setError(isStaffNumber(first.staffNumber) ? QString()
                                                          : tr("工号是 2 到 8 位数字。"));
  m_outsideField->setError(first.outsideName.isEmpty() ? tr("请填业主听到的称呼，例如小李。")
                                                       : QString());
  m_pinField->setError(m_pin->isComplete() ? QString() : tr("PIN 要 6 位数字。"));
  m_pin->setWrong(!m_pin->isComplete());
  for (FormField* field : {m_nameField, m_staffField, m_outsideField, m_pinField}) {
    if (field->error().isEmpty()) continue;
    field->editor()->setFocus(Qt::OtherFocusReason);
    return true;
  }
  return false;
}

void FirstRunPage::submit() {
  if (m_isBusy) return;
  m_failure->hide();
  if (isJoinChosen()) {
    Q_EMIT joinAsked();
    return;
  }
  if (isDemoChosen()) {
    setBusy(true);
    Q_EMIT demoAsked();
    return;
  }
  if (showMistakes()) return;
  setBusy(true);
  Q_EMIT standAlone(typed());
}

void FirstRunPage::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    submit();
    return;
  }
  if (isPlain && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_3) {
    ChoiceCard* cards[] = {m_alone, m_join, m_demo};
    cards[event->key() - Qt::Key_1]->setChecked(true);
    return;
  }
  QWidget::keyPressEvent(event);
}

void FirstRunPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && m_versionLabel != nullptr) retranslate();
}

void FirstRunPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_name->text().isEmpty()) m_name->setFocus(Qt::OtherFocusReason);
}

}  // namespace yingda::ui
