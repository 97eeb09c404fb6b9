// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the sign-in and steers list and PIN by keys.
#include "ui/shell/sign_in_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/pin_edit.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/shell/sign_in_rows.h"

namespace yingda::ui {

namespace {

constexpr int cardWidth = 400;
constexpr int rowsMost = 6;

bool isDigit(const QKeyEvent& event) {
  const auto held = event.modifiers() & ~Qt::KeypadModifier;
  return held == Qt::NoModifier && event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9;
}

bool isMove(int key) {
  return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
         key == Qt::Key_PageDown;
}

}  // namespace

SignInPage::SignInPage(QWidget* parent)
    : QWidget(parent),
      m_model(new PersonModel(this)),
      m_view(new QListView),
      m_pin(new PinEdit),
      m_pinField(new FormField(tr("PIN"), m_pin)),
      m_password(new LineBox),
      m_passwordField(new FormField(tr("密码"), m_password)),
      m_enter(new HintButton(tr("进入"), QStringLiteral("↵"))),
      m_company(new Label(QString(), FontRole::Small12, Token::Text2)) {
  setObjectName(QStringLiteral("signIn"));
  build();
  m_view->installEventFilter(this);
  m_pin->installEventFilter(this);
  m_password->installEventFilter(this);
  connect(m_enter, &HintButton::clicked, this, &SignInPage::submit);
  connect(m_pin, &PinEdit::completed, this, &SignInPage::submit);
  connect(m_pin, &PinEdit::textChanged, this, [this] { m_pinField->setError({}); });
  connect(m_password, &LineBox::contentChanged, this, [this] { m_passwordField->setError({}); });
  connect(m_view, &QListView::clicked, this, &SignInPage::focusSecret);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &SignInPage::showChosen);
}

void SignInPage::build() {
  m_view->setObjectName(QStringLiteral("signIn.people"));
  m_view->setAccessibleName(tr("坐席"));
  m_view->setModel(m_model);
  m_view->setItemDelegate(new PersonDelegate(this));
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setUniformItemSizes(true);
  m_view->setMouseTracking(true);
  m_pin->setObjectName(QStringLiteral("signIn.pin"));
  m_password->setObjectName(QStringLiteral("signIn.password"));
  m_password->setEchoMode(QLineEdit::Password);
  m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                  Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
  m_passwordField->hide();
  m_enter->setObjectName(QStringLiteral("signIn.enter"));
  m_enter->setLook(HintButton::Look::Filled);
  m_enter->setSize(HintButton::Size::Large);
  m_enter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* card = new Card;
  card->setFixedWidth(cardWidth);
  card->body()->setContentsMargins(24, 24, 24, 24);
  card->body()->setSpacing(12);
  card->body()->addWidget(new Label(tr("谁来接着值班？"), FontRole::Big20));
  auto* note = new RichLabel(FontRole::Small12, Token::Text2);
  note->setText(tr("草稿都已保存，各人的草稿回来还在。"));
  card->body()->addWidget(note);
  card->body()->addWidget(m_view);
  card->body()->addWidget(m_pinField);
  card->body()->addWidget(m_passwordField);
  card->body()->addSpacing(4);
  card->body()->addWidget(m_enter);
  auto* head = new QHBoxLayout;
  head->setSpacing(12);
  auto* wordmark = new Label(tr("应答"), FontRole::Big20, Token::Accent);
  wordmark->setElides(false);
  head->addWidget(wordmark);
  head->addWidget(m_company, 1);
  auto* middle = new QVBoxLayout;
  middle->setSpacing(16);
  middle->addStretch(1);
  middle->addLayout(head);
  middle->addWidget(card);
  middle->addStretch(1);
  auto* row = new QHBoxLayout(this);
  row->addStretch(1);
  row->addLayout(middle);
  row->addStretch(1);
}

void SignInPage::setPeople(const std::vector<Agent>& people, const AgentId& current) {
  std::vector<Agent> rows;
  for (const Agent& agent : people) {
    if (agent.active) rows.push_back(agent);
  }
  std::sort(rows.begin(), rows.end(), [](const Agent& a, const Agent& b) {
    const auto lengths = std::pair(a.staffNumber.size(), b.staffNumber.size());
    return lengths.first != lengths.second ? lengths.first < lengths.second
                                           : a.staffNumber < b.staffNumber;
  });
  m_model->setRows(rows, [](const Agent& agent) { return agent.staffNumber; });
  int chosen = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (!current.isNull() && rows[i].id == current) chosen = static_cast<int>(i);
  }
  m_view->setCurrentIndex(m_model->index(chosen, 0));
  // The same row may be somebody whom the server knows by now.
  showChosen();
  m_view->setFixedHeight(PersonDelegate::rowHeight *
                         std::clamp(static_cast<int>(rows.size()), 1, rowsMost));
}

void SignInPage::setCompany(const QString& name) { m_company->setText(name); }

void SignInPage::setBusy(bool busy) {
  m_isBusy = busy;
  m_enter->setEnabled(!busy);
  m_enter->setText(busy ? tr("正在核对…") : tr("进入"));
}

void SignInPage::showFailure(const QString& sentence) {
  setBusy(false);
  m_pin->clear();
  m_password->clear();
  m_pin->setWrong(true);
  (asksPassword() ? m_passwordField : m_pinField)->setError(sentence);
  focusSecret();
}

void SignInPage::focusSecret() {
  QWidget* secret = m_pin;
  if (asksPassword()) secret = m_password;
  secret->setFocus(Qt::OtherFocusReason);
}

void SignInPage::showChosen() {
  const bool takesKeys = m_pin->hasFocus() || m_password->hasFocus();
  m_pin->clear();
  m_password->clear();
  m_pinField->setError({});
  m_passwordField->setError({});
  m_pinField->setVisible(!asksPassword());
  m_passwordField->setVisible(asksPassword());
  if (takesKeys) focusSecret();
}

bool SignInPage::asksPassword() const {
  const QModelIndex index = m_view->currentIndex();
  return index.isValid() && !m_model->rowAt(index.row()).login.isEmpty();
}

QString SignInPage::chosenStaffNumber() const {
  const QModelIndex index = m_view->currentIndex();
  return index.isValid() ? m_model->rowAt(index.row()).staffNumber : QString();
}

void SignInPage::submit() {
  if (m_isBusy || chosenStaffNumber().isEmpty()) return;
  if (asksPassword() && m_password->text().isEmpty()) {
    showFailure(tr("请填服务器上的密码。"));
    return;
  }
  if (!asksPassword() && !m_pin->isComplete()) {
    showFailure(tr("PIN 要 6 位数字。"));
    return;
  }
  setBusy(true);
  Q_EMIT signInAsked(chosenStaffNumber(), asksPassword() ? m_password->text() : m_pin->pin());
}

bool SignInPage::moveBy(int key) {
  const int step = key == Qt::Key_Up || key == Qt::Key_PageUp ? -1 : 1;
  const int row =
      std::clamp(m_view->currentIndex().row() + step, 0, std::max(0, m_model->rowCount() - 1));
  m_view->setCurrentIndex(m_model->index(row, 0));
  return true;
}

bool SignInPage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  const bool isSecret = watched == m_pin || watched == m_password;
  if (watched == m_view && isDigit(*key) && !asksPassword()) {
    focusSecret();
    m_pin->insert(key->text());
    return true;
  }
  if (watched == m_view && isEnter) {
    focusSecret();
    return true;
  }
  if (isSecret && isMove(key->key())) return moveBy(key->key());
  if (isSecret && isEnter) {
    submit();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
