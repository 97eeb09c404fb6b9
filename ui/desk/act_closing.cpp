// SPDX-License-Identifier: GPL-3.0-or-later
// Cause and outcome, the owner's answers, the last look before the archive.
#include "ui/desk/act_closing.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include "ui/desk/act_fields.h"
#include "ui/desk/act_scale.h"
#include "ui/desk/form_chooser.h"
#include "ui/kit/form_field.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

class SolvePage final : public ActPage {
  Q_DECLARE_TR_FUNCTIONS(Acts)
 public:
  SolvePage(const ActSetting& setting, QWidget* parent) : ActPage(parent) {
    auto* column = makeActColumn(this);
    m_cause = addActText(column, tr("原因"), tr("为什么会这样"), "actPanel.cause");
    m_outcome = addActText(column, tr("处理结果"), tr("做了什么，现在怎样"), "actPanel.outcome");
    m_cause.editor->setText(setting.view.text.cause);
    m_outcome.editor->setText(setting.view.text.outcome);
    auto* row = addActRow(column);
    m_confirmed = new Segmented(numbered({tr("业主已确认"), tr("等回访")}));
    m_confirmed->setObjectName(QStringLiteral("actPanel.ownerConfirmed"));
    m_confirmedField = new FormField(tr("业主怎么说"), m_confirmed);
    row->addWidget(m_confirmedField, 1);
    m_solution = new FormChooser(FormChooser::Look::Field);
    m_solution->setObjectName(QStringLiteral("actPanel.solution"));
    const QStringList shown{tr("已解决"), tr("转派"),     tr("重复"),
                            tr("查无"),   tr("业主撤回"), tr("非职责")};
    std::vector<FormOption> options;
    for (qsizetype i = 0; i < shown.size(); ++i) options.push_back({solutionWords()[i], shown[i]});
    m_solution->setOptions(options);
    m_solution->setCurrent(solutionWords().front());
    row->addWidget(new FormField(tr("办结结果"), m_solution), 1);
    connect(m_confirmed, &Segmented::currentChanged, m_confirmedField,
            [this] { m_confirmedField->setError({}); });
  }
  std::optional<act::Any> read() override {
    if (isMissing(m_cause, tr("写一句原因"))) return std::nullopt;
    if (isMissing(m_outcome, tr("写一句处理结果"))) return std::nullopt;
    if (m_confirmed->current() < 0) {
      m_confirmedField->setError(tr("1 已确认，2 等回访"));
      m_confirmed->setFocus();
      return std::nullopt;
    }
    return act::Solve{m_cause.text(), m_outcome.text(), m_solution->current(),
                      m_confirmed->current() == 0};
  }
  QWidget* first() override { return m_cause.editor; }
  QString result() const override { return tr("办结"); }

 private:
  ActText m_cause;
  ActText m_outcome;
  Segmented* m_confirmed;
  FormField* m_confirmedField;
  FormChooser* m_solution;
};

class CallBackPage final : public ActPage {
  Q_DECLARE_TR_FUNCTIONS(Acts)
 public:
  explicit CallBackPage(QWidget* parent) : ActPage(parent) {
    auto* column = makeActColumn(this);
    m_result =
        new Segmented(numbered({tr("已解决"), tr("未解决"), tr("无人接听"), tr("拒绝评价")}));
    m_result->setObjectName(QStringLiteral("actPanel.result"));
    m_resultField = new FormField(tr("事情解决了吗"), m_result);
    column->addWidget(m_resultField);
    m_score = new ActScale({1, 5, tr("很不满意"), tr("很满意")});
    m_score->setObjectName(QStringLiteral("actPanel.score"));
    m_scoreField = new FormField(tr("总体满意"), m_score);
    m_scoreField->setSuffix(tr("没答就留空"));
    column->addWidget(m_scoreField);
    m_nps = new ActScale({0, 10, tr("完全不愿意"), tr("非常愿意")});
    m_nps->setObjectName(QStringLiteral("actPanel.nps"));
    m_npsField = new FormField(tr("推荐意愿"), m_nps);
    column->addWidget(m_npsField);
    m_text = addActText(column, tr("业主的话"), tr("哪里好，哪里没好，可不填"));
    connect(m_result, &Segmented::currentChanged, m_resultField, [this] {
      m_resultField->setError({});
      fold();
      Q_EMIT resultChanged();
    });
    fold();
  }
  std::optional<act::Any> read() override {
    if (m_result->current() < 0) {
      m_resultField->setError(tr("先选本次回访的结果"));
      m_result->setFocus();
      return std::nullopt;
    }
    act::CallBack call;
    call.result = static_cast<act::CallBack::Result>(m_result->current());
    call.text = m_text.text();
    if (asksScores()) {
      call.score = m_score->value();
      call.nps = m_nps->value();
    }
    return call;
  }
  QWidget* first() override { return m_result; }
  QString result() const override {
    return m_result->current() == static_cast<int>(act::CallBack::Result::Unsolved)
               ? tr("保存并重开")
               : tr("记下回访");
  }

 private:
  bool asksScores() const {
    return m_result->current() == static_cast<int>(act::CallBack::Result::Solved);
  }
  // An owner who has said 没解决 is not asked for points: it is how we get the next complaint.
  void fold() {
    m_scoreField->setVisible(asksScores());
    m_npsField->setVisible(asksScores());
    const bool isUnsolved =
        m_result->current() == static_cast<int>(act::CallBack::Result::Unsolved);
    m_text.field->setLabel(isUnsolved ? tr("哪里没好") : tr("业主的话"));
    m_text.field->setSuffix(isUnsolved ? tr("分数不问，记为没答") : QString());
  }

  Segmented* m_result;
  FormField* m_resultField;
  ActScale* m_score;
  FormField* m_scoreField;
  ActScale* m_nps;
  FormField* m_npsField;
  ActText m_text;
};

/// What the archive will show, and one key.
class ArchivePage final : public ActPage {
  Q_DECLARE_TR_FUNCTIONS(Acts)
 public:
  ArchivePage(const ActSetting& setting, QWidget* parent) : ActPage(parent) {
    auto* column = makeActColumn(this);
    const TicketText& text = setting.view.text;
    for (const auto& [label, value] :
         {std::pair(tr("原因"), text.cause), std::pair(tr("处理结果"), text.outcome),
          std::pair(tr("办结结果"), setting.view.ticket.solution)}) {
      auto* line = new RichLabel(FontRole::Body13, Token::Text);
      const QString head = tr("%1  ").arg(label);
      line->setMaxLines(3);
      line->setText(head + (value.isEmpty() ? tr("没写") : value),
                    {{0, static_cast<int>(head.size()), MarkKind::Strong}});
      column->addWidget(line);
    }
    column->addWidget(new Label(tr("归档后只能重开，不能改。"), FontRole::Small12, Token::Text2));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("归档"));
  }
  std::optional<act::Any> read() override { return act::Archive{}; }
  QWidget* first() override { return this; }
  QString result() const override { return tr("归档"); }
};

}  // namespace

ActPage* makeSolvePage(const ActSetting& setting, QWidget* parent) {
  return new SolvePage(setting, parent);
}

ActPage* makeCallBackPage(QWidget* parent) { return new CallBackPage(parent); }

ActPage* makeArchivePage(const ActSetting& setting, QWidget* parent) {
  return new ArchivePage(setting, parent);
}

}  // namespace yingda::ui
