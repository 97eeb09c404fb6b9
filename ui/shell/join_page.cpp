// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the page, reads the fields, and puts each fault where it can be mended.
#include "ui/shell/join_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/kit/text_box.h"
#include "ui/parts/sync_text.h"
#include "ui/shell/join_result.h"

namespace yingda::ui {

namespace {

constexpr int pageWidth = 920;
constexpr int sideWidth = 360;
constexpr int inset = 32;
constexpr int portWidth = 96;
/// libpq's words, from the strictest on.
const std::array sslModes{QStringLiteral("verify-full"), QStringLiteral("verify-ca"),
                          QStringLiteral("require"), QStringLiteral("disable")};

/// One port, or one for each of several servers, with commas.
bool isPort(const QString& text) {
  const QStringList ports = text.split(u',');
  return std::all_of(ports.begin(), ports.end(), [](const QString& one) {
    bool isNumber = false;
    const int port = one.toInt(&isNumber);
    return isNumber && port > 0 && port < 65536;
  });
}

RichLabel* faultLabel() {
  auto* label = new RichLabel(FontRole::Small12, Token::Red);
  label->hide();
  return label;
}

}  // namespace

JoinPage::JoinPage(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("joinPage"));
  auto* card = new Card;
  auto* inside = new QHBoxLayout;
  inside->setSpacing(0);
  inside->addWidget(makeFields(), 1);
  inside->addWidget(new Separator(Qt::Vertical));
  inside->addWidget(makeSide());
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->addLayout(inside);
  auto* head = new QHBoxLayout;
  m_wordmark = new Label({}, FontRole::Big20, Token::Accent);
  m_wordmark->setElides(false);
  m_subtitle = new Label({}, FontRole::Small12, Token::Text2);
  head->setSpacing(12);
  head->addWidget(m_wordmark);
  head->addWidget(m_subtitle, 1);
  m_failure = new MessageBar(Tone::Red);
  m_failure->setObjectName(QStringLiteral("join.failure"));
  m_failure->hide();
  m_back = new HintButton({}, QStringLiteral("Esc"));
  m_back->setObjectName(QStringLiteral("join.back"));
  m_back->setLook(HintButton::Look::Quiet);
  m_cancel = new HintButton({}, QStringLiteral("Del"));
  m_cancel->setObjectName(QStringLiteral("join.cancel"));
  m_cancel->setLook(HintButton::Look::Quiet);
  auto* below = new QHBoxLayout;
  below->setSpacing(12);
  below->addWidget(m_back);
  below->addWidget(m_cancel);
  below->addStretch(1);
  auto* content = new QWidget;
  content->setMaximumWidth(pageWidth);
  auto* middle = new QVBoxLayout(content);
  middle->setContentsMargins(0, 0, 0, 0);
  middle->setSpacing(16);
  middle->addStretch(1);
  middle->addLayout(head);
  middle->addWidget(m_failure);
  middle->addWidget(card);
  middle->addLayout(below);
  middle->addStretch(1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(24, 12, 24, 12);
  row->addStretch(1);
  row->addWidget(content, 1000);
  row->addStretch(1);
  connectParts();
  setRequest({});
  retranslate();
  setStep(Step::Idle);
}

LineBox* JoinPage::makeLine(const char* name, int limit) {
  auto* line = new LineBox;
  line->setObjectName(QLatin1String(name));
  line->setLengthLimit(limit);
  line->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
  return line;
}

JoinPage::Entry JoinPage::addEntry(QHBoxLayout* row, RichLabel* fault, QWidget* editor,
                                   const char* name, int stretch) {
  auto* field = new FormField({}, editor);
  field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  row->addWidget(field, stretch);
  fault->setObjectName(QLatin1String(name) % QStringLiteral(".fault"));
  return {field, fault};
}

QWidget* JoinPage::makeFields() {
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(inset, inset, inset, 24);
  column->setSpacing(12);
  m_title = new Label({}, FontRole::Big20);
  m_intro = new RichLabel(FontRole::Small12, Token::Text2);
  column->addWidget(m_title);
  column->addWidget(m_intro);
  const auto addRow = [column](RichLabel* fault) {
    auto* both = new QVBoxLayout;
    both->setSpacing(3);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    both->addLayout(row);
    both->addWidget(fault);
    column->addLayout(both);
    return row;
  };
  m_hosts = makeLine("join.hosts", 512);
  m_port = makeLine("join.port", 64);
  m_port->setInputMethodHints(Qt::ImhDigitsOnly);
  m_login = makeLine("join.login", 63);
  m_password = makeLine("join.password", 256);
  m_password->setEchoMode(QLineEdit::Password);
  m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                  Qt::ImhNoPredictiveText);
  m_database = makeLine("join.database", 63);
  RichLabel* place = faultLabel();
  QHBoxLayout* first = addRow(place);
  m_hostsEntry = addEntry(first, place, m_hosts, "join.hosts", 1);
  m_portEntry = addEntry(first, place, m_port, "join.hosts", 0);
  m_portEntry.field->setFixedWidth(portWidth);
  // Each of these two has its sentence right under it: one of them alone is wrong.
  auto* second = new QHBoxLayout;
  second->setSpacing(12);
  column->addLayout(second);
  const auto addHalf = [this](QHBoxLayout* beside, QWidget* editor, const char* name) {
    auto* half = new QVBoxLayout;
    half->setSpacing(3);
    auto* row = new QHBoxLayout;
    RichLabel* fault = faultLabel();
    const Entry entry = addEntry(row, fault, editor, name, 1);
    half->addLayout(row);
    half->addWidget(fault);
    half->addStretch(1);
    beside->addLayout(half, 1);
    return entry;
  };
  m_loginEntry = addHalf(second, m_login, "join.login");
  m_passwordEntry = addHalf(second, m_password, "join.password");
  // The second half belongs to what is advanced; it has no row of its own on a small screen.
  auto* third = new QHBoxLayout;
  third->setSpacing(12);
  column->addLayout(third);
  m_databaseEntry = addHalf(third, m_database, "join.database");
  m_standby = new Segmented;
  m_standby->setObjectName(QStringLiteral("join.standby"));
  m_standbyEntry = addHalf(third, m_standby, "join.standby");
  m_standbyEntry.field->hide();
  auto* more = new QHBoxLayout;
  more->setSpacing(8);
  m_more = new HintButton({});
  m_more->setObjectName(QStringLiteral("join.more"));
  m_more->setLook(HintButton::Look::Link);
  m_moreNote = new Label({}, FontRole::Small12, Token::Text2);
  more->addWidget(m_more);
  more->addWidget(m_moreNote, 1);
  column->addLayout(more);
  column->addWidget(makeAdvanced());
  column->addStretch(1);
  return part;
}

QWidget* JoinPage::makeAdvanced() {
  m_advanced = new QWidget;
  auto* column = new QVBoxLayout(m_advanced);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  m_mode = new Segmented;
  m_mode->setObjectName(QStringLiteral("join.mode"));
  m_certificate = makeLine("join.certificate", 1024);
  const auto add = [this, column](QWidget* editor, const char* name) {
    auto* both = new QVBoxLayout;
    both->setSpacing(3);
    auto* row = new QHBoxLayout;
    RichLabel* fault = faultLabel();
    const Entry entry = addEntry(row, fault, editor, name, 1);
    both->addLayout(row);
    both->addWidget(fault);
    column->addLayout(both);
    return entry;
  };
  m_modeEntry = add(m_mode, "join.mode");
  m_certificateEntry = add(m_certificate, "join.certificate");
  m_advanced->hide();
  return m_advanced;
}

QWidget* JoinPage::makeSide() {
  auto* side = new QWidget;
  side->setFixedWidth(sideWidth);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(inset, inset, inset, inset);
  column->setSpacing(12);
  m_result = new JoinResult;
  m_test = new HintButton({});
  m_test->setObjectName(QStringLiteral("join.test"));
  m_join = new HintButton({});
  m_join->setObjectName(QStringLiteral("join.join"));
  for (HintButton* button : {m_test, m_join}) {
    button->setSize(HintButton::Size::Large);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  }
  column->addWidget(m_result, 1);
  column->addWidget(m_test);
  column->addWidget(m_join);
  return side;
}

void JoinPage::connectParts() {
  for (LineBox* line : {m_hosts, m_port, m_database, m_login, m_password, m_certificate}) {
    connect(line, &LineBox::contentChanged, this, &JoinPage::noteChange);
  }
  for (Segmented* choice : {m_mode, m_standby}) {
    connect(choice, &Segmented::currentChanged, this, &JoinPage::noteChange);
  }
  connect(m_more, &HintButton::clicked, this, [this] { setAdvancedShown(!isAdvancedShown()); });
  connect(m_test, &HintButton::clicked, this, &JoinPage::test);
  connect(m_join, &HintButton::clicked, this, &JoinPage::submit);
  connect(m_cancel, &HintButton::clicked, this, &JoinPage::cancelAsked);
  connect(m_back, &HintButton::clicked, this, &JoinPage::backAsked);
}

void JoinPage::retranslate() {
  m_wordmark->setText(tr("应答"));
  m_subtitle->setText(tr("物业 400 坐席工作台"));
  m_title->setText(tr("加入共享服务器"));
  m_intro->setText(tr("和同事共用工单与业主资料。这台电脑里录过的一起带过去，不会丢。"));
  m_hostsEntry.field->setLabel(tr("服务器"));
  m_hosts->setPlaceholderText(tr("例如 db.example.cn"));
  m_portEntry.field->setLabel(tr("端口"));
  m_databaseEntry.field->setLabel(tr("数据库"));
  m_loginEntry.field->setLabel(tr("登录名"));
  m_passwordEntry.field->setLabel(tr("密码"));
  m_modeEntry.field->setLabel(tr("加密"));
  const int mode = std::max(m_mode->current(), 0);
  m_mode->setChoices({tr("核对主机名"), tr("核对证书"), tr("不核对"), tr("不加密")});
  m_mode->setCurrent(mode);
  m_certificateEntry.field->setLabel(tr("根证书"));
  m_certificateEntry.field->setSuffix(tr("文件的完整路径；不填用系统里装好的"));
  m_standbyEntry.field->setLabel(tr("主机不在时"));
  m_standbyEntry.field->setSuffix(tr("备机会标明多旧"));
  const int standby = std::max(m_standby->current(), 0);
  m_standby->setChoices({tr("等主机回来"), tr("可读备机")});
  m_standby->setCurrent(standby);
  m_cancel->setText(tr("取消加入"));
  m_back->setText(tr("返回"));
  setAdvancedShown(isAdvancedShown());
  if (m_step == Step::Idle) m_result->showIdle();
  setStep(m_step);
}

ServerAddress JoinPage::request() const {
  ServerAddress request;
  request.hosts = m_hosts->text().trimmed();
  request.ports = m_port->text().trimmed();
  request.database = m_database->text().trimmed();
  request.login = m_login->text().trimmed();
  // A blank at the end of a password is part of it.
  request.password = m_password->text();
  request.sslMode = sslModes[static_cast<size_t>(std::max(m_mode->current(), 0))];
  request.rootCertificate = m_certificate->text().trimmed();
  request.standbyWillDo = m_standby->current() == 1;
  return request;
}

void JoinPage::setRequest(const ServerAddress& request) {
  m_hosts->setText(request.hosts);
  m_port->setText(request.ports);
  m_database->setText(request.database);
  m_login->setText(request.login);
  m_password->setText(request.password);
  m_certificate->setText(request.rootCertificate);
  const auto mode = std::find(sslModes.begin(), sslModes.end(), request.sslMode);
  if (m_mode->choices().isEmpty()) m_mode->setChoices({{}, {}, {}, {}});
  m_mode->setCurrent(mode == sslModes.end() ? 0 : static_cast<int>(mode - sslModes.begin()));
  if (m_standby->choices().isEmpty()) m_standby->setChoices({{}, {}});
  m_standby->setCurrent(request.standbyWillDo ? 1 : 0);
}

bool JoinPage::isAdvancedShown() const { return !m_advanced->isHidden(); }

void JoinPage::setAdvancedShown(bool isShown) {
  m_advanced->setVisible(isShown);
  m_standbyEntry.field->setVisible(isShown);
  m_more->setText(isShown ? tr("收起高级") : tr("高级"));
  m_moreNote->setText(m_mode->current() == 0   ? tr("连接加密，核对证书和主机名")
                      : m_mode->current() == 1 ? tr("连接加密，只核对证书")
                      : m_mode->current() == 2 ? tr("连接加密，但不知道对面是谁")
                                               : tr("不加密：密码和业主资料会被看到"));
}

QString JoinPage::failure() const { return m_failure->isHidden() ? QString() : m_failure->text(); }

void JoinPage::setStep(Step step) {
  m_step = step;
  m_mayJoin = step == Step::Good;
  const bool isBusy = step == Step::Testing || step == Step::Joining;
  const bool isFound = step == Step::Good || step == Step::Joining;
  const QString enter = QStringLiteral("↵");
  m_test->setText(step == Step::Testing ? tr("正在测试…")
                  : isFound             ? tr("再测一次")
                                        : tr("测试连接"));
  m_test->setLook(isFound ? HintButton::Look::Quiet : HintButton::Look::Filled);
  m_test->setHint(isFound || isBusy ? QString() : enter);
  m_test->setEnabled(!isBusy);
  m_join->setText(step == Step::Joining ? tr("正在加入…") : tr("加入"));
  m_join->setLook(isFound ? HintButton::Look::Filled : HintButton::Look::Outlined);
  m_join->setHint(step == Step::Good ? enter : QString());
  m_join->setEnabled(step == Step::Good);
  m_cancel->setVisible(step == Step::Joining);
}

void JoinPage::showJoining(const SyncView& view) {
  if (m_step != Step::Joining) {
    clearFaults();
    m_failure->hide();
    m_isStale = false;
    setStep(Step::Joining);
    setFocus(Qt::OtherFocusReason);
  }
  m_result->showJoining(view);
}

void JoinPage::showCancelled(qint64 kept) {
  setStep(Step::Idle);
  m_result->showCancelled(kept);
  m_test->setFocus(Qt::OtherFocusReason);
}

void JoinPage::noteChange() {
  m_isStale = true;
  clearFaults();
  m_failure->hide();
  setAdvancedShown(isAdvancedShown());
  if (m_step == Step::Testing || m_step == Step::Joining) return;
  // What was tested is not what stands there now.
  m_result->showIdle();
  setStep(Step::Idle);
}

void JoinPage::clearFaults() {
  for (const Entry* entry : {&m_hostsEntry, &m_portEntry, &m_databaseEntry, &m_loginEntry,
                             &m_passwordEntry, &m_modeEntry, &m_certificateEntry}) {
    if (entry->field == nullptr) continue;
    entry->fault->hide();
    entry->fault->setText({});
    entry->field->editor()->setProperty("isWrong", false);
    entry->field->editor()->setAccessibleDescription({});
    entry->field->editor()->update();
  }
}

void JoinPage::setFault(const Entry& entry, const QString& sentence) {
  QWidget* editor = entry.field->editor();
  editor->setProperty("isWrong", true);
  editor->setAccessibleDescription(sentence);
  editor->update();
  // Two fields of a row share the line below; the first one's sentence stays.
  if (entry.fault->text().isEmpty()) entry.fault->setText(sentence);
  entry.fault->show();
  if (entry.field == m_certificateEntry.field) setAdvancedShown(true);
}

bool JoinPage::showMistakes() {
  const ServerAddress now = request();
  clearFaults();
  QList<QWidget*> wrong;
  const auto check = [&](bool isRight, const Entry& entry, const QString& sentence) {
    if (isRight) return;
    setFault(entry, sentence);
    wrong << entry.field->editor();
  };
  check(!now.hosts.isEmpty(), m_hostsEntry, tr("请填服务器地址，由管理员给。"));
  check(isPort(now.ports), m_portEntry, tr("端口是 1 到 65535 的数字，通常是 5432。"));
  check(!now.login.isEmpty(), m_loginEntry, tr("请填登录名，由管理员给。"));
  check(!now.password.isEmpty(), m_passwordEntry, tr("请填密码。"));
  check(!now.database.isEmpty(), m_databaseEntry, tr("请填数据库名，通常是 yingda。"));
  if (!wrong.isEmpty()) wrong.front()->setFocus(Qt::OtherFocusReason);
  return !wrong.isEmpty();
}

void JoinPage::test() {
  if (m_step == Step::Testing || m_step == Step::Joining) return;
  m_failure->hide();
  if (showMistakes()) return;
  m_isStale = false;
  setStep(Step::Testing);
  m_result->showTesting();
  Q_EMIT testAsked(request());
}

void JoinPage::submit() {
  if (m_step == Step::Idle) {
    test();
  } else if (m_step == Step::Good) {
    m_isStale = false;
    setStep(Step::Joining);
    // Enter once too often does nothing.
    setFocus(Qt::OtherFocusReason);
    Q_EMIT joinAsked(request());
  }
}

const JoinPage::Entry* JoinPage::entryOf(const QString& fault) const {
  if (fault == u"name" || fault == u"refused" || fault == u"timeout" || fault == u"tls_name") {
    return &m_hostsEntry;
  }
  if (fault == u"tls" || fault == u"tls_authority") return &m_certificateEntry;
  if (fault == u"password") return &m_passwordEntry;
  if (fault == u"person") return &m_loginEntry;
  if (fault == u"database" || fault == u"floor") return &m_databaseEntry;
  return nullptr;
}

void JoinPage::showTest(const JoinTest& test) {
  clearFaults();
  m_failure->hide();
  if (m_isStale) {
    m_result->showIdle();
    setStep(Step::Idle);
    return;
  }
  if (test.isGood) {
    m_result->showFound(test);
    setStep(Step::Good);
    m_join->setFocus(Qt::OtherFocusReason);
    return;
  }
  m_result->showFault(test);
  setStep(Step::Idle);
  const QString advice = troubleAdvice(test.fault);
  if (const Entry* entry = entryOf(test.fault)) {
    setFault(*entry, advice);
    entry->field->editor()->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<LineBox*>(entry->field->editor())) line->selectAll();
  } else {
    m_failure->setText(advice);
    m_failure->show();
    m_test->setFocus(Qt::OtherFocusReason);
  }
}

void JoinPage::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    submit();
    return;
  }
  if (isPlain && event->key() == Qt::Key_Delete && m_step == Step::Joining) {
    Q_EMIT cancelAsked();
    return;
  }
  if (isPlain && event->key() == Qt::Key_Escape) {
    Q_EMIT backAsked();
    return;
  }
  QWidget::keyPressEvent(event);
}

void JoinPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && m_back != nullptr) retranslate();
}

void JoinPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_step != Step::Joining && m_hosts->text().isEmpty()) m_hosts->setFocus(Qt::OtherFocusReason);
}

}  // namespace yingda::ui
