// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the steps of the life cycle on buttons; the service decides again.
#include "ui/knowledge/piece_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/kit/badge.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

namespace {

constexpr int dayWidth = 112;
constexpr std::chrono::days halfYear{183};

LineBox* dayBox(const char* name, const QString& label) {
  auto* box = new LineBox;
  box->setObjectName(QLatin1String(name));
  box->setAccessibleName(label);
  box->setPlaceholderText(QStringLiteral("2026-01-31"));
  box->setFixedWidth(dayWidth);
  return box;
}

QWidget* labelled(const QString& label, QWidget* box) {
  auto* part = new QWidget;
  auto* row = new QHBoxLayout(part);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  auto* words = new Label(label, FontRole::Small12, Token::Text2);
  words->setElides(false);
  row->addWidget(words);
  row->addWidget(box);
  return part;
}

}  // namespace

PieceBar::PieceBar(const KeyTable& keys, QWidget* parent)
    : QWidget(parent),
      m_name(new Label({}, FontRole::Title15)),
      m_stage(new Badge),
      m_state(new Label({}, FontRole::Small12, Token::Text2)),
      m_back(new HintButton(tr("返回"), QStringLiteral("Esc"))),
      m_save(new HintButton(tr("存草稿"), keys.hintOf(QStringLiteral("ticket.save")))),
      m_next(new HintButton({}, keys.hintOf(QStringLiteral("approve")))),
      m_sendBack(new HintButton(tr("退回修改"))),
      m_withdraw(new HintButton(tr("停用"))),
      m_days(new QWidget),
      m_from(dayBox("piece.from", tr("从哪天生效"))),
      m_to(dayBox("piece.to", tr("到哪天为止"))),
      m_review(dayBox("piece.review", tr("哪天复核"))) {
  m_back->setLook(HintButton::Look::Quiet);
  m_save->setObjectName(QStringLiteral("piece.save"));
  m_next->setObjectName(QStringLiteral("piece.next"));
  m_next->setLook(HintButton::Look::Filled);
  m_sendBack->setObjectName(QStringLiteral("piece.sendBack"));
  m_withdraw->setObjectName(QStringLiteral("piece.withdraw"));
  m_withdraw->setLook(HintButton::Look::Danger);
  m_state->setObjectName(QStringLiteral("piece.state"));
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(m_name);
  head->addWidget(m_stage);
  head->addStretch(1);
  for (HintButton* button : {m_back, m_withdraw, m_sendBack, m_save, m_next}) {
    head->addWidget(button);
  }
  m_toPart = labelled(tr("到"), m_to);
  auto* days = new QHBoxLayout(m_days);
  days->setContentsMargins(0, 0, 0, 0);
  days->setSpacing(12);
  days->addWidget(labelled(tr("生效"), m_from));
  days->addWidget(m_toPart);
  days->addWidget(labelled(tr("复核"), m_review));
  auto* second = new QHBoxLayout;
  second->addWidget(m_state, 1);
  second->addWidget(m_days);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  column->addLayout(head);
  column->addLayout(second);
  connect(m_back, &HintButton::clicked, this, &PieceBar::leaveAsked);
  connect(m_save, &HintButton::clicked, this, &PieceBar::saveAsked);
  connect(m_next, &HintButton::clicked, this, &PieceBar::doNext);
  connect(m_sendBack, &HintButton::clicked, this, [this] { ask(ArticleStep::SendBack); });
  connect(m_withdraw, &HintButton::clicked, this, [this] { ask(ArticleStep::Withdraw); });
}

void PieceBar::set(const PieceView& view) {
  const bool isOther = view.id != m_view.id || m_today != view.today;
  m_view = view;
  m_form = view.form;
  m_today = view.today;
  if (isOther) {
    m_from->setText(dayText(view.today));
    m_to->clear();
    m_review->setText(dayText(view.today + halfYear));
  }
  m_state->setText({});
  refresh();
}

void PieceBar::setNew(PieceForm form, LocalDay today) {
  m_view = {};
  m_form = form;
  m_today = today;
  m_from->setText(dayText(today));
  m_review->setText(dayText(today + halfYear));
  m_to->clear();
  m_state->setText({});
  refresh();
}

void PieceBar::setDirty(bool isDirty) {
  if (m_isDirty == isDirty) return;
  m_isDirty = isDirty;
  refresh();
}

void PieceBar::setHindrance(const QString& words) {
  m_hindrance = words;
  refresh();
}

void PieceBar::setTrouble(const QString& sentence) {
  m_state->setText(sentence);
  m_state->setVisible(!sentence.isEmpty());
}

bool PieceBar::may(ArticleStep step) const {
  return std::find(m_view.steps.begin(), m_view.steps.end(), step) != m_view.steps.end();
}

std::optional<ArticleStep> PieceBar::nextStep() const {
  if (m_isDirty) return std::nullopt;
  for (const ArticleStep step : {ArticleStep::Publish, ArticleStep::Review, ArticleStep::Confirm}) {
    if (may(step)) return step;
  }
  return std::nullopt;
}

void PieceBar::doNext() {
  if (const auto step = nextStep(); step && m_next->isEnabled()) ask(*step);
}

std::optional<PieceDays> PieceBar::days() {
  PieceDays days;
  days.from = localDayFromIso(m_from->text().trimmed());
  days.reviewOn = localDayFromIso(m_review->text().trimmed());
  days.to = localDayFromIso(m_to->text().trimmed());
  if (!days.from || !days.reviewOn || (!m_to->text().trimmed().isEmpty() && !days.to)) {
    setTrouble(tr("日期要写成 2026-01-31 这样；还没有办理"));
    return std::nullopt;
  }
  return days;
}

void PieceBar::ask(ArticleStep step) {
  const bool needsDays = step == ArticleStep::Publish || step == ArticleStep::Confirm;
  if (!needsDays) {
    Q_EMIT stepAsked(step, PieceDays());
  } else if (const auto wanted = days()) {
    Q_EMIT stepAsked(step, *wanted);
  }
}

void PieceBar::refresh() {
  const ArticleVersion* open = m_view.history.inWork();
  const ArticleVersion* shown = open ? open : m_view.history.inEffect(m_today);
  m_name->setText(shown ? tr("%1 · 第 %2 版").arg(pieceFormText(m_form)).arg(shown->number)
                        : tr("新%1").arg(pieceFormText(m_form)));
  m_stage->setText(
      stageText(shown ? ArticleHistory::stageOn(*shown, m_today) : ArticleStage::Draft));
  const bool isEmpty = !open && m_view.card && m_view.card->awaitsValue();
  if (isEmpty) m_stage->setText(tr("没填"));
  m_save->setEnabled(m_isDirty);
  const auto next = nextStep();
  m_next->setVisible(next.has_value());
  const bool isHindered = next == ArticleStep::Publish && !m_hindrance.isEmpty();
  if (next) m_next->setText(isHindered ? m_hindrance : stepText(*next));
  m_next->setEnabled(!isHindered);
  m_sendBack->setVisible(!m_isDirty && may(ArticleStep::SendBack));
  m_withdraw->setVisible(!m_isDirty && !open && may(ArticleStep::Withdraw));
  m_days->setVisible(next == ArticleStep::Publish || next == ArticleStep::Confirm);
  m_toPart->setVisible(next == ArticleStep::Publish);
  if (!open || m_isDirty || !m_state->text().isEmpty()) {
    m_state->setVisible(!m_state->text().isEmpty());
    return;
  }
  if (!next && open->stage == ArticleStage::Draft) {
    m_state->setText(tr("等别人审：写的人自己审不了，现行版不受影响"));
  } else if (!next) {
    m_state->setText(tr("审过了，等班长发布；现行版不受影响"));
  }
  m_state->setVisible(!m_state->text().isEmpty());
}

}  // namespace yingda::ui
